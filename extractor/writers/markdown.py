"""Markdown: a table that a mail or a page can hold.

>>> from extractor.writers.tables import table_of
>>> wishes = Wishes(columns=("year", "name"))
>>> print(b"".join(write_table(table_of([], wishes), Target(), wishes)).decode(), end="")
| year | name |
| ---: | --- |
"""

from collections.abc import Iterable, Iterator

import regex

from extractor.writers.cells import Cell, Row, cell_text
from extractor.writers.columns import Column, names_of
from extractor.writers.formats import Target
from extractor.writers.tables import Table, brief
from extractor.writers.texts import encoded
from extractor.writers.wishes import Wishes

RIVAL, UNREAD = " \\*", "?"  # what a panel's cell carries that has rivals, or that may be a figure that could not be read

_TO_ESCAPE = regex.compile(r"[\\|*`<\[]")
_BREAK = regex.compile(r"\r\n|[\r\n\v\f\u0085\u2028\u2029]")
_NUMBERS = ("integer", "decimal", "real")


def write_table(table: Table, target: Target, wishes: Wishes) -> Iterator[bytes]:  # noqa: ARG001, a table is the same everywhere
    """The lines of a table. Where no columns are asked for, those that fit on a page."""
    return encoded(_pieces(brief(table, wishes), wishes), wishes.encoding or "utf-8")


def _pieces(table: Table, wishes: Wishes) -> Iterator[str]:
    yield _line(escaped(column.title(wishes.lang)) for column in table.columns)
    yield _line("---:" if column.type in _NUMBERS else "---" for column in table.columns)
    for chunk in table.chunks:
        yield "".join(_line(_texts(row, table.columns, wishes)) for row in chunk)


def _texts(row: Row, columns: tuple[Column, ...], wishes: Wishes) -> Iterator[str]:
    head = dict(zip(names_of(columns), row, strict=True))
    rivals, is_unread = str(head.get("rivals") or "").split(), bool(head.get("unread"))
    for column, cell in zip(columns, row, strict=True):
        missing = UNREAD if cell is None and is_unread and column.type == "decimal" else ""
        yield missing or _text(cell, wishes) + (RIVAL if column.name in rivals else "")


def _text(cell: Cell, wishes: Wishes) -> str:
    return escaped(cell_text(cell, wishes.decimal, guarded=False))


def escaped(words: str) -> str:
    r"""Words that Markdown shows as they are, on one line.

    >>> escaped("a|b\n*c*")
    'a\\|b<br>\\*c\\*'
    """
    return _BREAK.sub("<br>", _TO_ESCAPE.sub(r"\\\g<0>", words))


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"
