"""Tables of a Word text, as a person sees them: grids of cells, or paragraphs that a table only sets beside each other.

Word keeps a grid that is finer than what is seen, since every border that someone moved a little adds a column to it.

>>> from extractor.readers.docx_runs import Piece
>>> cells = [Cell((Paragraph((Piece(text),)),)) for text in ("类别", "件数", "许可", "86")]
>>> (grid,) = laid_out([Table(((cells[0], cells[1]), (cells[2], cells[3])))])
>>> [[cell_text(cell) for cell in row] for row in grid.rows]
[['类别', '件数'], ['许可', '86']]
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, dropwhile

import regex

from extractor.readers.docx_blocks import MOST_COLUMNS, Block, Cell, Merge, Paragraph, Table

NARROW = 300  # twentieths of a point: no column is narrower, so borders nearer to each other are meant as one
FEWEST_PARAGRAPHS, FEWEST_CHARACTERS, LONG = 3, 200, 60  # of a cell that holds a text and no entry; and of one paragraph in it

_BLANK = regex.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of at least two columns; a merged cell stands in every place that it covers, None in one without a cell."""

    rows: tuple[tuple[Cell | None, ...], ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cell with the columns that it covers: from ``start``, up to ``end``."""

    cell: Cell
    start: int
    end: int


_Row = list[_Placed]


def laid_out(blocks: Iterable[Block]) -> Iterator[Paragraph | Grid]:
    """The paragraphs and grids of a text in their order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from _table(block)


def cell_text(cell: Cell | None) -> str:
    """What stands in a cell, on one line; an empty paragraph counts with its number where there is nothing else."""
    paragraphs = list(_paragraphs(cell.blocks)) if cell else []
    written = [paragraph for paragraph in paragraphs if paragraph.pieces] or paragraphs
    text = ""
    for part in (_BLANK.sub(" ", line).strip() for paragraph in written for line in paragraph.text.splitlines()):
        text += " " + part if text and part and text[-1].isascii() and part[0].isascii() else part
    return text


def _paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    yield from _paragraphs(cell.blocks)


def _table(table: Table) -> Iterator[Paragraph | Grid]:
    rows = _in_columns([_placed(row) for row in table.rows], table.widths)
    width = max((placed.end for row in rows for placed in row), default=0)
    waiting: list[_Row] = []
    for row in rows:
        if width < 2 or any(map(_holds_text, row)):
            yield from _grid(waiting, width)
            waiting = []
            yield from laid_out(block for placed in row for block in placed.cell.blocks)
        else:
            waiting.append(row)
    yield from _grid(waiting, width)


def _placed(row: Sequence[Cell]) -> _Row:
    """The cells of a row by the columns that Word counts."""
    placed: _Row = []
    start = 0
    for cell in row:
        end = min(start + cell.columns, MOST_COLUMNS)
        if cell.merge is Merge.BESIDE and placed:
            placed[-1] = _Placed(placed[-1].cell, placed[-1].start, end)
        elif start < end:
            placed.append(_Placed(cell, start, end))
        start = end
    return placed


def _in_columns(rows: list[_Row], widths: Sequence[int]) -> list[_Row]:
    """The rows by the columns that a person sees."""
    counts = {len(row) for row in rows if len(row) > 1}
    if len(counts) == 1 and all(len(row) > 1 or row[0].start == 0 for row in rows if row):
        columns = counts.pop()
        return [[_Placed(placed.cell, i, i + 1 if len(row) > 1 else columns) for i, placed in enumerate(row)] for row in rows]
    borders = sorted({border for row in rows for placed in row for border in (placed.start, placed.end)})
    places = _places(borders, widths)
    if any(places[placed.start] == places[placed.end] for row in rows for placed in row):
        places = {border: index for index, border in enumerate(borders)}
    return [[_Placed(placed.cell, places[placed.start], places[placed.end]) for placed in row] for row in rows]


def _places(borders: list[int], widths: Sequence[int]) -> dict[int, int]:
    """The number of each border among those that are seen: one that nearly meets the one before it is the same."""
    lefts = list(accumulate(widths, initial=0))
    places: dict[int, int] = {}
    place, last = -1, -NARROW
    for border in borders:
        left = lefts[border] if lefts[-1] and border < len(lefts) else last + NARROW
        if left - last >= NARROW:
            place, last = place + 1, left
        places[border] = place
    return places


def _holds_text(placed: _Placed) -> bool:
    """Whether a cell holds paragraphs of prose, or a table of its own."""
    if any(isinstance(block, Table) and len(block.rows) > 1 and any(len(row) > 1 for row in block.rows) for block in placed.cell.blocks):
        return True
    lengths = [len(paragraph.text) for paragraph in _paragraphs(placed.cell.blocks) if paragraph.pieces]
    return len(lengths) >= FEWEST_PARAGRAPHS and sum(lengths) >= FEWEST_CHARACTERS and max(lengths) >= LONG


def _grid(rows: list[_Row], width: int) -> Iterator[Paragraph | Grid]:
    """The grid of some rows; what runs over its whole width above and below it, a caption or a note, is no part of it."""
    above = _bands(rows, width)
    below = _bands(rows[: len(above) - 1 if above else None : -1], width)[::-1]
    for row in above:
        yield from laid_out(row[0].cell.blocks)
    filled = _filled(rows[len(above) : len(rows) - len(below)], width)
    if filled:
        yield Grid(tuple(filled))
    for row in below:
        yield from laid_out(row[0].cell.blocks)


def _bands(rows: list[_Row], width: int) -> list[_Row]:
    """The rows at the start that are one cell over the whole width."""
    inner = list(dropwhile(lambda row: len(row) == 1 and (row[0].start, row[0].end) == (0, width), rows))
    return rows[: len(rows) - len(inner)]


def _filled(rows: list[_Row], width: int) -> list[tuple[Cell | None, ...]]:
    """The places of a grid, without rows and columns that hold nothing of their own."""
    places: list[list[Cell | None]] = []
    starts: set[int] = set()
    for row in rows:
        line: list[Cell | None] = [None] * width
        above = places[-1] if places else line
        begun = set()
        for placed in row:
            is_rest = placed.cell.merge is Merge.BELOW and above[placed.start] is not None
            line[placed.start : placed.end] = [above[placed.start] if is_rest else placed.cell] * (placed.end - placed.start)
            if not is_rest and cell_text(placed.cell):
                begun.add(placed.start)
        if begun:
            places.append(line)
            starts |= begun
    return [tuple(line[column] for column in sorted(starts)) for line in places]
