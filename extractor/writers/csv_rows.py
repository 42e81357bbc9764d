"""CSV: an indicator a line, as a spreadsheet opens it.

>>> b"".join(write([], Target())).decode().split(",")[:3]
['source', 'title', 'issuer']
"""

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from decimal import Decimal

from extractor.writers.formats import Target
from extractor.writers.rows import COLUMNS, Cell, rows_of
from schemas import Report, plain

# A spreadsheet runs a cell that begins with one of these, in full width too where it runs in Chinese or Japanese.
FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write(reports: Iterable[Report], target: Target) -> Iterator[bytes]:
    """The line of names and then those of each report; into a file with the mark by which Excel knows UTF-8."""
    yield (BOM_UTF8 if target.is_file else b"") + _lines([list(COLUMNS)])
    for report in reports:
        lines = _lines([cell_text(cell) for cell in row.values()] for row in rows_of(report))
        if lines:
            yield lines


def cell_text(cell: Cell) -> str:
    """What stands in a cell: numbers in plain digits, no words that would run as a formula.

    >>> cell_text(Decimal("1.50")), cell_text(True), cell_text(None), cell_text("=1+1")
    ('1.5', 'true', '', "'=1+1")
    """
    match cell:
        case None:
            return ""
        case bool():
            return str(cell).lower()
        case Decimal():
            return plain(cell)
        case str():
            return "'" + cell if cell.startswith(FORMULA_MARKS) else cell
        case _:
            return str(cell)


def _lines(rows: Iterable[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()
