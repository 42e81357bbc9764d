"""Reports out, in whichever form is asked for. Writers know the schemas, and nothing of extraction.

What is written goes through four rooms: a *shape* makes lines of a report, *wishes* choose among them, a *table* is the lines below
their columns, and a *writer* turns it into bytes.

- ``formats``: the list of formats, and what a writer is
- ``columns``: the dictionary of columns, from `columns.toml`; ``relations``: the tables of a database
- ``wishes``, ``checking``, ``selection``: what the user asks for, and which reports and lines that leaves
- ``shapes/``, ``panel/``, ``tables``: a report as lines; issuer and year as a line; lines below columns
- ``jsonl``, ``json_array``, ``csv_rows``, ``tsv_rows``, ``markdown``, ``table``, ``xlsx``, ``parquet``, ``sqlite``, ``duckdb``: a format each
- ``unread``: what could not be read, and which outputs tell of it
- ``exact``, ``cells``, ``texts``, ``delimited``, ``arrow``, ``store``, ``xlsx_sheets``, ``xlsx_panel``: what formats have in common
- ``destination``: a file that is there only when it is whole; ``datapackage``: what describes a file to programs

>>> b"".join(load_writer("json")([], Target()))
b'[]\\n'
"""

from extractor.writers.formats import FORMATS, SHAPES, Format, Target, Writer, format_of_name, load_table_writer, load_writer, missing_packages

__all__ = ["FORMATS", "SHAPES", "Format", "Target", "Writer", "format_of_name", "load_table_writer", "load_writer", "missing_packages"]
