"""CSV: a line of cells a line, as a spreadsheet opens it.

>>> from extractor.writers.tables import table_of
>>> b"".join(write_table(table_of([], Wishes()), Target(), Wishes())).decode().split(",")[:3]
['source', 'title', 'issuer']
"""

from collections.abc import Iterator

from extractor.writers.delimited import delimited
from extractor.writers.formats import Target
from extractor.writers.tables import Table
from extractor.writers.wishes import Wishes


def write_table(table: Table, target: Target, wishes: Wishes) -> Iterator[bytes]:
    """The lines of a table; where a comma is the decimal mark, semicolons part the cells, as spreadsheets of such countries have it."""
    return delimited(table, target, wishes, ";" if wishes.decimal == "," else ",")
