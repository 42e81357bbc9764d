"""Folders of reports: many processes, on this machine or on others, and a store that grows.

- ``walk``, ``globs``, ``places``, ``stamps``: which files there are, here or at addresses, and whether they have changed
- ``parts``, ``extraction``, ``likeness``: a task in, the parts of its file out, with the keys by which the same report is known
- ``worker``, ``hands``, ``pool``, ``limits``, ``deaths``: workers on this machine, and what may befall them
- ``parcels``, ``window``: what they make, put back into order
- ``store``: the database, which can be taken up again at any moment
- ``options``, ``versions``, ``run``, ``stopping``, ``summary``, ``progress``: a run, from what is asked for to what came of it
- ``watch``, ``streaming``: the same for what arrives; reports one by one for other outputs
- ``arrow``, ``cluster``: the same work as a function of Arrow batches, and on a Dask cluster
"""
