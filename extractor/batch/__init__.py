"""Folders of reports: many processes, on this machine or on others, and a store that grows.

- ``walk``, ``globs``, ``stamps``: which files there are, and whether they have changed
- ``parts``, ``extraction``: a task in, the parts of its file out
- ``worker``, ``hands``, ``pool``, ``window``, ``parcels``, ``limits``, ``deaths``: workers on this machine, and order
- ``store``: the database, which can be taken up again at any moment
- ``arrow``, ``cluster``: the same work as a function of Arrow batches, and on a Dask cluster
"""
