"""Ruled tables of a page with the lines that stand in them, as a person sees them: rows of cells, or text that a frame only holds together.

>>> from extractor.readers.pages_grids import Rule, find_grids
>>> (grid,) = find_grids([Rule(10, y, 210, y) for y in (100, 120, 140)] + [Rule(x, 100, x, 140) for x in (10, 110, 210)], 1)
>>> words = (("类别", 20.0, 105.0), ("件数", 120.0, 105.0), ("许可", 20.0, 125.0), ("86", 120.0, 125.0))
>>> lines = [PrintedLine(text, 1, (x, y, x + 20, y + 10), 10.0) for text, x, y in words]
>>> [[cell.text for cell in row] for part in read_grid(FilledGrid(grid, lines)) if isinstance(part, PageTable) for row in part.rows]
[['类别', '件数'], ['许可', '86']]
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from extractor.layout import Box
from extractor.readers.pages_blocks import Passage
from extractor.readers.pages_grids import Grid
from extractor.readers.pages_lines import PrintedLine, Row, find_rows
from extractor.readers.pages_paragraphs import first_width

PADDING = 4.0  # points between the text of a cell and its edge
FEWEST_LINES, FEWEST_CHARACTERS = 6, 200  # of a cell that holds a text and no entry

Cells = tuple[Passage | None, ...]


@dataclass(frozen=True, slots=True)
class FilledGrid:
    """A grid and the lines that stand in it."""

    grid: Grid
    lines: list[PrintedLine]

    @property
    def page(self) -> int:
        """The page that it is drawn on."""
        return self.grid.page

    @property
    def box(self) -> Box:
        """The space that it takes there."""
        return self.grid.box


@dataclass(frozen=True, slots=True)
class PageTable:
    """What one page shows of a table: its ``box``, the ``edges`` of its columns in points, and its rows with a passage or None for each column."""

    page: int
    box: Box
    edges: tuple[float, ...]
    rows: tuple[Cells, ...]


def fill_grids(grids: Iterable[Grid], lines: Iterable[PrintedLine]) -> tuple[list[FilledGrid], list[PrintedLine]]:
    """The grids with the lines in them, and the lines outside; a grid with text in one cell only is a drawing, or a frame."""
    pages: dict[int, list[FilledGrid]] = defaultdict(list)
    for grid in grids:
        pages[grid.page].append(FilledGrid(grid, []))
    outside: list[PrintedLine] = []
    for line in lines:
        holder = next((filled for filled in pages[line.page] if _cell_of(filled.grid, line) is not None), None)
        (holder.lines if holder else outside).append(line)
    tables = [filled for found in pages.values() for filled in found if len({_cell_of(filled.grid, line) for line in filled.lines}) > 1]
    tables_held = {id(filled) for filled in tables}
    outside += [line for found in pages.values() for filled in found if id(filled) not in tables_held for line in filled.lines]
    return tables, outside


def read_grid(filled: FilledGrid) -> Iterator[PageTable | list[PrintedLine]]:
    """The table of a grid and the lines within it; lines of text that the grid only frames come by themselves, a list for each frame.

    A row over the whole width at the head or foot, a caption or a note, is no part of the table.
    """
    grid, inside = filled.grid, _lines_by_cell(filled)
    waiting: list[tuple[int, ...]] = []
    read = set[int]()
    for row in grid.cells:
        texts = [cell for cell in dict.fromkeys(row) if cell not in read and _holds_text(inside[cell])]
        if texts:
            yield from _table(grid, waiting, inside)
            waiting = []
            own = [cell for cell in dict.fromkeys(row) if cell not in read]
            yield from (inside[cell] for cell in own if inside[cell])
            read.update(own)
        elif not read.issuperset(row):
            waiting.append(row)
    yield from _table(grid, waiting, inside)


def _cell_of(grid: Grid, line: PrintedLine) -> int | None:
    return grid.cell_at((line.left + line.right) / 2, line.middle)


def _lines_by_cell(filled: FilledGrid) -> Mapping[int, list[PrintedLine]]:
    cells: dict[int, list[PrintedLine]] = defaultdict(list)
    for line in filled.lines:
        cell = _cell_of(filled.grid, line)
        if cell is not None:
            cells[cell].append(line)
    return cells


def _holds_text(lines: Sequence[PrintedLine]) -> bool:
    return len(lines) >= FEWEST_LINES and sum(len(line.text) for line in lines) >= FEWEST_CHARACTERS


def _table(grid: Grid, rows: Sequence[tuple[int, ...]], inside: Mapping[int, list[PrintedLine]]) -> Iterator[PageTable | list[PrintedLine]]:
    """The table of some rows of a grid, and the lines over and under it that run across."""
    above = list(takewhile(_runs_across, rows))
    below = list(takewhile(_runs_across, reversed(rows[len(above) :])))[::-1]
    table = rows[len(above) : len(rows) - len(below)]
    passages = {cell: _passage(inside[cell], width) for row in table for cell, width in _widths(row, grid.columns).items() if inside[cell]}
    yield from (inside[row[0]] for row in above if inside[row[0]])
    if passages:
        yield PageTable(grid.page, grid.box, grid.columns, tuple(tuple(passages.get(cell) for cell in row) for row in table))
    yield from (inside[row[0]] for row in below if inside[row[0]])


def _runs_across(row: tuple[int, ...]) -> bool:
    return len(set(row)) == 1


def _widths(row: tuple[int, ...], edges: Sequence[float]) -> dict[int, float]:
    """How wide the cells of a row are."""
    widths: dict[int, float] = defaultdict(float)
    for cell, (left, right) in zip(row, pairwise(edges), strict=True):
        widths[cell] += right - left
    return widths


def _passage(lines: Iterable[PrintedLine], width: float) -> Passage:
    """What stands in a cell of some width, its lines joined; numbers that were set below each other stay apart."""
    rows = find_rows(lines)
    passage = Passage.of_rows(rows).without_tabs()
    apart = {id(row.cells[0][0]) for above, row in pairwise(rows) if _is_apart(above, row.cells[0][0], width)}
    joints = (" " if id(line) in apart else found for line, found in zip(passage.lines, passage.joints, strict=True))
    return Passage(passage.lines, tuple(joints))


def _is_apart(above: Row, below: PrintedLine, width: float) -> bool:
    """Whether a line of a cell begins with a number or word that would have had room in the line above."""
    needed = above.right - above.left + first_width(below.text) * below.size + 2 * PADDING
    return above.text[-1].isascii() and below.text[0].isascii() and needed < width
