"""Tables of a page: the cells as the markup has them, spread over rows and columns.

Cells are told by the numbers of the lines that stand in them. Most tables of old pages only lay the page out; a table of data has two
rows or more with two filled cells or more, and no cell that holds most of its text.

>>> maker = GridMaker()
>>> maker.open_table(0)
>>> for line, columns in ((0, 2), (1, 1), (2, 1)):
...     if line < 2:
...         maker.open_row()
...     maker.open_cell(line, rows=1, columns=columns)
...     maker.close_cell(line + 1)
>>> [[cell.first for cell in row] for row in spread(maker.close_table(3))]
[[0, 0], [1, 2]]
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from extractor.readers.html_runs import Line

WIDEST, TALLEST = 100, 10_000  # places that one cell may cover
MOST_COLUMNS, MOST_PLACES = 1_000, 200_000  # of a table; one with more is garbage
GIANT = 400  # code points from which on a cell may be the whole text of a page

HEAD, BODY, FOOT = range(3)  # the order in which the parts of a table are shown, wherever they stand in the markup
PARTS = {"thead": HEAD, "tbody": BODY, "tfoot": FOOT}


class Cell(NamedTuple):
    """The lines ``first`` up to, without it, ``last`` of a page, over so many rows and columns."""

    first: int
    last: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table over the lines ``start`` to ``end`` of a page, its rows as written; ``is_outer`` where another table stands in it."""

    start: int
    end: int
    rows: tuple[tuple[Cell, ...], ...]
    is_outer: bool = False


@dataclass(slots=True)
class _Draft:
    start: int
    rows: list[tuple[int, list[Cell]]] = field(default_factory=list)
    part: int = BODY
    cell: Cell | None = None
    is_outer: bool = False


class GridMaker:
    """Takes the tags of a page in their order; what stands outside any table is ignored."""

    def __init__(self) -> None:
        self._drafts: list[_Draft] = []

    @property
    def is_open(self) -> bool:
        """Whether a table has not ended."""
        return bool(self._drafts)

    def open_table(self, line: int) -> None:
        """A table begins at a line; whatever table is open lays it out."""
        if self._drafts:
            self._drafts[-1].is_outer = True
        self._drafts.append(_Draft(line))

    def open_part(self, part: int) -> None:
        """The head, a body or the foot of a table begins."""
        if self._drafts:
            self._drafts[-1].part = part

    def open_row(self) -> None:
        """A row begins."""
        if self._drafts:
            self._drafts[-1].rows.append((self._drafts[-1].part, []))

    def open_cell(self, line: int, rows: int, columns: int) -> None:
        """A cell begins at a line; spans out of all measure are cut."""
        if self._drafts:
            self._drafts[-1].cell = Cell(line, line, min(max(rows, 1), TALLEST), min(max(columns, 1), WIDEST))

    def close_cell(self, line: int) -> None:
        """The cell ends before a line."""
        draft = self._drafts[-1] if self._drafts else None
        if draft and draft.cell:
            if not draft.rows:
                self.open_row()
            draft.rows[-1][1].append(draft.cell._replace(last=line))
            draft.cell = None

    def close_table(self, line: int) -> Grid:
        """The table that ends before a line."""
        draft = self._drafts.pop()
        rows = sorted(draft.rows, key=lambda row: row[0])
        return Grid(draft.start, line, tuple(tuple(cells) for _, cells in rows if cells), draft.is_outer)


def spread(grid: Grid) -> list[list[Cell | None]]:
    """The places of a table, a row a list, all as long: a merged cell stands in each that it covers. Empty where it is out of all measure.

    Columns in which no cell begins are left out: they only come of merged cells.
    """
    placed = _placed(grid)
    columns = {column: place for place, column in enumerate(sorted({column for _, column, _ in placed}))}
    if not columns or len(grid.rows) * len(columns) > MOST_PLACES:
        return []
    places: list[list[Cell | None]] = [[None] * len(columns) for _ in grid.rows]
    for row, column, cell in placed:
        for covered in [columns[each] for each in range(column, column + cell.columns) if each in columns]:
            for each in places[row : row + cell.rows]:
                each[covered] = cell
    return places


def is_data(grid: Grid, lines: Sequence[Line]) -> bool:
    """Whether a table holds data, rather than laying out what stands in it."""
    if grid.is_outer:
        return False
    sizes = [[sum(len(line.text) for line in lines[cell.first : cell.last]) for cell in row] for row in grid.rows]
    filled = [row for row in sizes if sum(map(bool, row)) > 1]
    largest, whole = max((max(row) for row in sizes if row), default=0), sum(map(sum, sizes))
    return len(filled) > 1 and not (largest > GIANT and 2 * largest > whole)


def _placed(grid: Grid) -> list[tuple[int, int, Cell]]:
    """Every cell with its row and first column, as a browser places it: in the first place of its row that no cell from above covers.

    Empty where a row is wider than any table of data.
    """
    free_from = [0] * MOST_COLUMNS
    placed = []
    for row, cells in enumerate(grid.rows):
        column = 0
        for cell in cells:
            while column < len(free_from) and free_from[column] > row:
                column += 1
            end = column + cell.columns
            if end > MOST_COLUMNS:
                return []
            placed.append((row, column, cell))
            free_from[column:end] = [row + cell.rows] * cell.columns
            column = end
    return placed
