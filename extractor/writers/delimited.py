"""Lines of cells parted by a character, as a spreadsheet opens them: the common part of CSV and TSV."""

import csv
import io
from collections.abc import Iterable, Iterator

from extractor.writers.cells import Row, cell_text
from extractor.writers.formats import Target
from extractor.writers.tables import Table
from extractor.writers.texts import FOR_SPREADSHEETS, encoded
from extractor.writers.wishes import Wishes


def delimited(table: Table, target: Target, wishes: Wishes, delimiter: str) -> Iterator[bytes]:
    """The line of names, and then each chunk of lines as soon as it is there; line breaks and delimiters in a cell stand in quotes.

    A file has the mark by which Excel knows UTF-8, unless another encoding is asked for.
    """
    encoding = wishes.encoding or (FOR_SPREADSHEETS if target.is_file else "utf-8")
    return encoded(_pieces(table, wishes, delimiter), encoding)


def _pieces(table: Table, wishes: Wishes, delimiter: str) -> Iterator[str]:
    titles = [column.title(wishes.lang) for column in table.columns]
    yield _lines([titles], delimiter) if wishes.header else ""
    for chunk in table.chunks:
        yield _lines((_texts(row, wishes) for row in chunk), delimiter)


def _texts(row: Row, wishes: Wishes) -> list[str]:
    return [cell_text(cell, wishes.decimal, guarded=not wishes.plain) for cell in row]


def _lines(rows: Iterable[list[str]], delimiter: str) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()
