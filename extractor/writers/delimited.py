"""Lines of cells parted by a character, as a spreadsheet opens them: the common part of CSV and TSV."""

import csv
from collections.abc import Iterable, Iterator

from extractor.writers.cells import Row, cell_text
from extractor.writers.formats import Target
from extractor.writers.tables import Table
from extractor.writers.texts import FOR_SPREADSHEETS, encoded
from extractor.writers.wishes import Wishes

_END = "\r\n"


def delimited(table: Table, target: Target, wishes: Wishes, delimiter: str) -> Iterator[bytes]:
    """The line of names, and then each chunk of lines as soon as it is there; line breaks and delimiters in a cell stand in quotes.

    A file is for a spreadsheet: it has the mark by which Excel knows UTF-8, unless another encoding is asked for, and line ends of two
    characters. In a pipe either would be part of the words.
    """
    encoding = wishes.encoding or (FOR_SPREADSHEETS if target.is_file else "utf-8")
    return encoded(_pieces(table, wishes, delimiter, "\r\n" if target.is_file else "\n"), encoding)


def _pieces(table: Table, wishes: Wishes, delimiter: str, end: str) -> Iterator[str]:
    titles = [column.title(wishes.lang) for column in table.columns]
    yield _lines([titles], delimiter, end) if wishes.header else ""
    for chunk in table.chunks:
        yield _lines((_texts(row, wishes) for row in chunk), delimiter, end)


def _texts(row: Row, wishes: Wishes) -> list[str]:
    return [cell_text(cell, wishes.decimal, guarded=not wishes.plain) for cell in row]


def _lines(rows: Iterable[list[str]], delimiter: str, end: str) -> str:
    sink = _Sink(end)
    csv.writer(sink, delimiter=delimiter, lineterminator=_END).writerows(rows)
    return "".join(sink.lines)


class _Sink:
    """Takes one line after the other and gives each its end; the writer itself would leave a line break unquoted that is none of its own line ends."""

    def __init__(self, end: str) -> None:
        self.lines: list[str] = []
        self._end = end

    def write(self, line: str, /) -> object:
        self.lines.append(line.removesuffix(_END) + self._end)
        return None
