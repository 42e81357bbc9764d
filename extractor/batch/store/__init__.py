"""The store: a database that grows with its folder, and is never left between two states.

- ``schema``, ``database``: its tables; opening it
- ``lines``: a report as lines of the tables, made by the workers
- ``planning``: which files have to be done, and which are gone
- ``writing``: files into the store
- ``twins``, ``panel``: what hangs together over all files: the same report twice, and the figures by issuer and year
- ``status``: what is in it, in numbers
"""
