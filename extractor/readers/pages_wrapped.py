"""Cells of several lines in tables without rules: their lines stand in rows of their own, or between the rows of the other cells.

>>> from extractor.readers.pages_lines import PrintedLine, find_rows, text_of
>>> set_so = (("许可", 80.0, 110.0, 0.0), ("86", 135.0, 145.0, 0.0), ("行政处罚", 80.0, 120.0, 20.0), ("12", 135.0, 145.0, 20.0))
>>> set_so += (("案件", 80.0, 100.0, 32.0), ("合计", 80.0, 100.0, 52.0), ("98", 135.0, 145.0, 52.0))
>>> lines = [PrintedLine(text, 1, (left, y, right, y + 10), 10.0) for text, left, right, y in set_so]
>>> [[text_of(cell) for cell in row.cells] for row in unwrapped(find_rows(lines))]
[['许可', '86'], ['行政处罚案件', '12'], ['合计', '98']]
"""

from collections.abc import Sequence
from dataclasses import replace

from extractor.readers.pages_lines import Cell, Row
from extractor.readers.pages_measure import LABEL
from extractor.readers.pages_paragraphs import first_width

# In sizes of the type.
SAME_EDGE = 0.4  # that the left edges of one column may differ
ROOM = 1.2  # as much of it before the next column is none: cells have some at their edges
OVERLAP = 0.75  # between two rows that are nearer than lines of a text can be
CLOSE = 4.5  # between the rows above and below one that belongs to either


def interleaved(rows: Sequence[Row]) -> list[Row]:
    """The rows with those as one that overlap in height, as the middle of a cell of two lines does with the cells beside it."""
    joined: list[Row] = []
    for row in rows:
        above = joined[-1] if joined else None
        if above and _overlap(above, row):
            joined[-1] = replace(above, cells=_beside(above.cells, row.cells), box=(*above.box[:3], row.box[3]))
        else:
            joined.append(row)
    return joined


def unwrapped(rows: Sequence[Row]) -> list[Row]:
    """The rows with those joined to the one above or below that are only a part of one of its cells."""
    joined: list[Row] = []
    waiting: Row | None = None
    for row, below in zip(rows, [*rows[1:], None], strict=True):
        place = _place_above(row, joined[-1], below) if joined and below else None
        if place is not None:
            joined[-1] = _with_cell(joined[-1], place, joined[-1].cells[place] + row.cells[0])
        elif joined and below and _place_below(row, joined[-1], below) is not None:
            waiting = row
        else:
            joined.append(_with_start(row, waiting) if waiting else row)
            waiting = None
    return joined


def _overlap(above: Row, row: Row) -> bool:
    is_over = above.is_single and row.is_single and above.left < row.right and row.left < above.right
    if above.column != row.column or is_over:
        return False
    return row.middle - above.box[3] + above.size / 2 < OVERLAP * max(above.size, row.size)


def _beside(cells: Sequence[Cell], others: Sequence[Cell]) -> tuple[Cell, ...]:
    """Cells from left to right; those that stand below each other are one."""
    found: list[Cell] = []
    for cell in sorted([*cells, *others], key=lambda cell: min(line.left for line in cell)):
        if found and cell[0].left < max(line.right for line in found[-1]):
            found[-1] = tuple(sorted(found[-1] + cell, key=lambda line: line.middle))
        else:
            found.append(cell)
    return tuple(found)


def _is_between(row: Row, above: Row, below: Row) -> bool:
    """Whether a row stands alone, and close, between two of several cells."""
    if above.is_single or below.is_single or not row.is_single or LABEL.match(row.text):
        return False
    return above.page == below.page and below.middle - above.middle <= CLOSE * row.size


def _place_above(row: Row, above: Row, below: Row) -> int | None:
    """The number of the cell of the row above that a row goes on with: it had no room for what comes next."""
    if not _is_between(row, above, below):
        return None
    for place, (cell, end) in enumerate(zip(above.cells, _ends(above), strict=True)):
        if _is_in_line(row, cell) and row.right < end < cell[-1].right + (first_width(row.text) + ROOM) * row.size:
            return place
    return None


def _place_below(row: Row, above: Row, below: Row) -> int | None:
    """The number of the cell of the row below that a row begins: it had no room for the rest."""
    if not _is_between(row, above, below):
        return None
    for place, (cell, end) in enumerate(zip(below.cells, _ends(below), strict=True)):
        if _is_in_line(row, cell) and row.right < end < row.right + (first_width(cell[0].text) + ROOM) * row.size:
            return place
    return None


def _ends(row: Row) -> list[float]:
    """For each cell of a row where the next one begins."""
    return [*(cell[0].left for cell in row.cells[1:]), float("inf")]


def _is_in_line(row: Row, cell: Cell) -> bool:
    return abs(cell[0].left - row.left) <= SAME_EDGE * row.size


def _with_cell(row: Row, place: int, cell: Cell) -> Row:
    return replace(row, cells=(*row.cells[:place], cell, *row.cells[place + 1 :]))


def _with_start(row: Row, start: Row) -> Row:
    """A row with the row above that begins one of its cells."""
    place = next((place for place, cell in enumerate(row.cells) if _is_in_line(start, cell)), 0)
    return _with_cell(row, place, start.cells[0] + row.cells[place])
