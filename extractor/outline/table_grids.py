r"""Grids: tables as rows of as many cells each, in offsets of a view, whatever they were read from.

A merged cell of a drawn table stands in every place that it covers. In a table that has become text it stands once, and the other
places are empty.

>>> from extractor.layout import Layout, Table
>>> source = "项目\t件 数\n立案\t12"
>>> drawn = Table(((Span(0, 2), Span(3, 6)), (Span(7, 9), Span(10, 12))))
>>> document = Document.of(source, layout=Layout(tables=(drawn,)))
>>> [[cell.words for cell in row] for row in drawn_grids(document, Span(0, 12))[0].rows]
[['项目', '件数'], ['立案', '12']]
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import regex

from extractor.document import Document
from extractor.layout import Table
from extractor.outline.table_words import Kind, kind_of
from extractor.spans import Span

_BETWEEN = regex.compile(r"[\s\d\-—–·第页共续表/()]*")  # what stands between the two parts of a table that a page end cut
_BLANKS = " \t\n"


class Item(NamedTuple):
    """A cell of a grid: where it stands in the view, its words, and what they are."""

    span: Span
    words: str
    kind: Kind


Row = tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of as many cells each; ``drawn`` says that merged cells are repeated, and that the format itself knew of the table."""

    rows: tuple[Row, ...]
    drawn: bool

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.rows[0])

    @property
    def span(self) -> Span:
        """From its first cell to the end of its last one; empty cells do not count."""
        spans = [item.span for row in self.rows for item in row if item.words]
        return Span(min(span.start for span in spans), max(span.end for span in spans)) if spans else Span(0, 0)

    def columns(self, first: int, last: int) -> "Grid":
        """The grid of some of its columns, without the rows in which these are empty."""
        rows = tuple(row[first:last] for row in self.rows)
        return Grid(tuple(row for row in rows if any(item.words for item in row)), self.drawn)


def item_at(text: str, span: Span) -> Item:
    """The cell at a span of a view, without the blanks at its edges."""
    start, end = span
    while start < end and text[start] in _BLANKS:
        start += 1
    while end > start and text[end - 1] in _BLANKS:
        end -= 1
    words = text[start:end]
    return Item(Span(start, end), words, kind_of(words))


def source_item(document: Document, span: Span) -> Item:
    """The cell at a span of the source text, as it stands in the view."""
    view = document.view
    start = view.place(span.start)
    return item_at(view.text, Span(start, max(start, view.place(span.end))))


def made_grid(rows: Iterable[Sequence[Item]], *, drawn: bool) -> Grid:
    """A grid of rows of items; short rows are filled up with empty ones."""
    listed = [tuple(row) for row in rows if row]
    width = max(map(len, listed), default=0)
    return Grid(tuple(row + (_empty(row),) * (width - len(row)) for row in listed), drawn)


def _empty(row: Row) -> Item:
    end = row[-1].span.end
    return Item(Span(end, end), "", Kind.EMPTY)


def drawn_grids(document: Document, body: Span) -> list[Grid]:
    """The drawn tables within the body of a view, in order; those that only place other tables on the page are left out."""
    runs: list[list[Grid]] = []
    for table in _innermost(document.layout.tables):
        rows = [[source_item(document, span) for span in row] for row in table.rows]
        grid = made_grid((row for row in rows if _lies_within(row, body)), drawn=True)
        if not grid.rows or grid.width < 2:
            continue
        if runs and _goes_on(document.view.text, runs[-1], grid):
            runs[-1].append(grid)
        else:
            runs.append([grid])
    return [Grid(tuple(row for grid in run for row in grid.rows), drawn=True) for run in runs]


def _lies_within(row: Sequence[Item], body: Span) -> bool:
    return any(item.words for item in row) and all(body.covers(item.span) for item in row if item.words)


def _innermost(tables: Sequence[Table]) -> list[Table]:
    """The tables without those of which one cell holds another table, in order."""
    spans = [Span(min(s.start for row in t.rows for s in row), max(s.end for row in t.rows for s in row)) for t in tables if any(t.rows)]
    starts = sorted(spans)
    kept = [table for table in tables if any(table.rows) and not any(_holds_one(cell, starts) for row in table.rows for cell in row)]
    return sorted(kept, key=lambda table: min(span.start for row in table.rows for span in row))


def _holds_one(cell: Span, tables: Sequence[Span]) -> bool:
    index = bisect_left(tables, Span(cell.start, 0))
    return index < len(tables) and tables[index].end <= cell.end


def _goes_on(text: str, run: Sequence[Grid], grid: Grid) -> bool:
    """Whether a grid is the rest of those before, cut off by the end of a page: it begins with figures, or repeats the header."""
    header = [item.words for item in run[0].rows[0]]
    if run[0].width != grid.width or _BETWEEN.fullmatch(text, run[-1].span.end, grid.span.start) is None:
        return False
    return [item.words for item in grid.rows[0]] == header or any(item.kind is Kind.VALUE for item in grid.rows[0][1:])
