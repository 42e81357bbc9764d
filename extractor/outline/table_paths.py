r"""The heads of each row and column of a sheet, from the outermost in, and which row or column each is a part of.

>>> from extractor.document import Document
>>> from extractor.outline.table_lines import lined_grids
>>> from extractor.outline.table_shape import shape_of
>>> from extractor.outline.table_sheets import sheets_of
>>> text = "项目|处罚|\n|件数|其中:当场\n一、食品|12|3\n(一)超市|8|2"
>>> (sheet,) = sheets_of(lined_grids(Document.of(text), Span(0, len(text)))[0])
>>> [([text[head.slice] for head in line.heads], line.within) for line in column_lines(sheet, (1, 2)).values()]
[(['处罚', '件数'], None), (['处罚', '其中:当场'], 1)]
>>> [([text[head.slice] for head in line.heads], line.within) for line in row_lines(sheet, shape_of(sheet)) if line]
[(['一、食品'], None), (['一、食品', '(一)超市'], 0)]
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from extractor.outline.table_grids import Item, Row
from extractor.outline.table_shape import Shape
from extractor.outline.table_sheets import Sheet, is_numbered
from extractor.outline.table_words import OF_WHICH, Kind, is_prose, label_rank
from extractor.spans import Span

_OF_WHICH = regex.compile(OF_WHICH)
_NOTE = regex.compile(r"注[:\d]?|说明[:\d]?|备注")
_GRAND_TOTAL = regex.compile(r"合\s*计|总\s*计|总数|共计")
_SECTION = 0  # the rank of a row across the whole table


@dataclass(frozen=True, slots=True)
class Line:
    """A row or a column: its heads, outermost first, and the number of the row or column that it breaks down."""

    heads: tuple[Span, ...]
    within: int | None = None


def _distinct(items: Sequence[Item]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(item.span for item in items if item.words))


# --- columns


def column_lines(sheet: Sheet, columns: Sequence[int]) -> dict[int, Line]:
    """The lines of the columns that hold figures, by their numbers."""
    header = list(_filled(sheet))
    lines: dict[int, Line] = {}
    broken_down: int | None = None
    for column in columns:
        items = [row[column] for row in header]
        of_which = any(_OF_WHICH.match(item.words) for item in items)
        lines[column] = Line(_distinct(items), broken_down if of_which else None)
        broken_down = broken_down if of_which else column
    return lines


def _filled(sheet: Sheet) -> Iterator[list[Item]]:
    """The rows of the header; where merged cells were written once, they are repeated over the columns with words of their own below them."""
    rows = [row for row in sheet.header if not is_numbered(row)]
    above: list[Item] | None = None
    for index, row in enumerate(rows):
        below = rows[index + 1] if index + 1 < len(rows) else None
        above = _repeated(row, above, below) if below and not _has_repeats(row) else list(row)
        yield above


def _has_repeats(row: Row) -> bool:
    words = [item.span for item in row if item.words]
    return len(set(words)) < len(words)


def _repeated(row: Row, above: list[Item] | None, below: Row) -> list[Item]:
    filled = list(row)
    for column in range(1, len(row)):
        same_group = above is None or above[column].span == above[column - 1].span or not above[column].words
        if filled[column].kind is Kind.EMPTY and below[column].words and same_group:
            filled[column] = filled[column - 1]
    return filled


# --- rows


def row_lines(sheet: Sheet, shape: Shape) -> list[Line | None]:
    """The line of each row; None for rows that hold no figures of their own: sections, repeated headers, notes."""
    nest = _Nest()
    above: list[Item] = []
    lines: list[Line | None] = []
    for index, row in enumerate(sheet.rows):
        section = _section_head(sheet, row)
        if section is not None:
            nest.open_section(index, section)
        if section is not None or is_repeated_header(sheet, row) or is_numbered(row) and index == 0:
            lines.append(None)
            continue
        above = _filled_down([row[column] for column in shape.heads], above)
        has_figures = any(row[column].kind is Kind.VALUE for column in shape.figures)
        lines.append(nest.enter(index, above, has_figures=has_figures))
    return lines


def is_repeated_header(sheet: Sheet, row: Row) -> bool:
    """Whether a row says again what a row of the header says, as on the next page."""
    words = [item.words for item in row]
    return any([item.words for item in header] == words for header in sheet.header)


def _section_head(sheet: Sheet, row: Row) -> Item | None:
    """The cell of a row that only heads those below it: merged over the whole table, or with a label and nothing beside it."""
    items = [item for item in row if item.words]
    if not items or len({item.span for item in items}) > 1 or items[0].kind is not Kind.TEXT or len(row) < 2:
        return None
    across = sheet.drawn and len(items) == len(row)
    labelled = label_rank(items[0].words) is not None
    return items[0] if (across or labelled) and not is_prose(items[0].words) and not _NOTE.match(items[0].words) else None


def _filled_down(items: list[Item], above: list[Item]) -> list[Item]:
    """The heads of a row; an outer one that was written once stands above."""
    last = max((index for index, item in enumerate(items) if item.words), default=-1)
    return [above[index] if above and not item.words and index < last else item for index, item in enumerate(items)]


@dataclass(frozen=True, slots=True)
class _Open:
    """A row that others may stand under."""

    rank: int
    index: int
    parent: int | None


class _Nest:
    """Which rows stand under which, by their labels and by 其中."""

    def __init__(self) -> None:
        self.heads: dict[int, tuple[Span, ...]] = {}
        self.with_figures: set[int] = set()
        self.open: list[_Open] = []
        self.broken_down: int | None = None

    def open_section(self, index: int, item: Item) -> None:
        """A row that only heads those below it."""
        rank = label_rank(item.words) or _SECTION
        parent = self._parent(rank)
        self.heads[index] = (*self._heads_of(parent), item.span)
        self.open.append(_Open(rank, index, parent))
        self.broken_down = None

    def enter(self, index: int, items: list[Item], *, has_figures: bool) -> Line:
        """The line of a row with figures."""
        said = [item.words for item in items if item.words] or [""]
        innermost = said[-1]
        parent = self._parent_of_row(index, innermost if _OF_WHICH.match(innermost) else said[0])
        own = tuple(head for head in _distinct(items) if head not in self._heads_of(parent))
        self.heads[index] = (*self._heads_of(parent), *own)
        if has_figures:
            self.with_figures.add(index)
        if not _OF_WHICH.match(innermost):
            self.broken_down = index if has_figures else None
        return Line(self.heads[index], parent if parent in self.with_figures else None)

    def _parent_of_row(self, index: int, words: str) -> int | None:
        rank = label_rank(words)
        if _OF_WHICH.match(words):
            parent = self.broken_down
        elif rank is not None:
            parent = self._parent(rank)
        elif _GRAND_TOTAL.match(words):
            self.open.clear()
            return None
        else:
            self.open = [entry for entry in self.open if entry.index not in self.with_figures]
            return self.open[-1].index if self.open else None
        if rank is not None:
            self.open.append(_Open(rank, index, parent))
        return parent

    def _parent(self, rank: int) -> int | None:
        """What a row of a rank stands under: the same as the last one of its rank, or else the last one of a higher rank."""
        same: _Open | None = None
        while self.open and self.open[-1].rank >= rank:
            closed = self.open.pop()
            same = closed if same is None and closed.rank == rank else same
        if same is not None:
            return same.parent
        return self.open[-1].index if self.open else None

    def _heads_of(self, parent: int | None) -> tuple[Span, ...]:
        return self.heads[parent] if parent is not None else ()
