"""Tables without rules: rows of cells below each other become rows of as many cells each, empty ones where a row has none.

>>> from extractor.readers.pages_lines import PrintedLine
>>> set_so = (("类别", 80), ("立案", 200), ("结案", 300)), (("许可", 80), ("86", 302)), (("处罚", 80), ("12", 202), ("11", 302))
>>> rows = [Row.of([PrintedLine(text, 1, (x, y, x + 30, y + 10), 10.0) for text, x in words]) for y, words in enumerate(set_so)]
>>> [[cell.text if cell else "" for cell in row] for row in aligned(rows).rows]
[['类别', '立案', '结案'], ['许可', '', '86'], ['处罚', '12', '11']]
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from extractor.readers.pages_blocks import Passage, TableBlock
from extractor.readers.pages_lines import Cell, Row, gaps_of


def aligned(rows: Sequence[Row]) -> TableBlock | None:
    """The table that rows of several cells make; None where their cells do not stand in columns."""
    lefts = _columns(cell for row in rows for cell in row.cells)
    placed = [_placed(row, lefts) for row in rows]
    if len(rows) < 2 or any(cells is None for cells in placed):
        return None
    return TableBlock(tuple(cells for cells in placed if cells is not None), is_drawn=False)


def _columns(cells: Iterable[Cell]) -> list[float]:
    """The left edges of the columns: stretches of the width that cells cover, with no cell between them."""
    lefts: list[float] = []
    right = float("-inf")
    for cell in sorted(cells, key=lambda cell: cell[0].left):
        if cell[0].left > right:
            lefts.append(cell[0].left)
        right = max(right, cell[-1].right)
    return lefts


def _placed(row: Row, lefts: Sequence[float]) -> tuple[Passage | None, ...] | None:
    """The cells of a row by column; None where two stand in one."""
    placed: list[Passage | None] = [None] * len(lefts)
    for cell in row.cells:
        column = bisect_right(lefts, cell[0].left) - 1
        if placed[column] is not None:
            return None
        placed[column] = Passage(cell, tuple(gaps_of(cell)))
    return tuple(placed)
