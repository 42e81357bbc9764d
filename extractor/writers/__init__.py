"""Reports out, in whichever form is asked for. Writers know the schemas, and nothing of extraction.

- ``formats``: the list of formats, and what a writer is
- ``jsonl``, ``json_array``, ``csv_rows``, ``table``: a format each
- ``exact``, ``rows``: a report as JSON; a report as lines with an indicator each
- ``destination``: a file that is there only when it is whole

>>> b"".join(load_writer("json")([], Target()))
b'[]\\n'
"""

from extractor.writers.formats import FORMATS, Format, Target, Writer, format_of_name, load_writer

__all__ = ["FORMATS", "Format", "Target", "Writer", "format_of_name", "load_writer"]
