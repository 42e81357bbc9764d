"""Records that were written before, read again: JSON Lines, JSON, and the databases that `fazhi` writes.

- ``find``: which of them a file is, told by its bytes
- ``json_records``, ``database_records``: the records of one
- ``parsing``: an object as a record, or why it is none
"""

from extractor.record_files.find import is_record_file, read_records

__all__ = ["is_record_file", "read_records"]
