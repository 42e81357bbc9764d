"""Tables without rules: rows of cells below each other become rows of as many cells each, empty ones where a row has none.

>>> from extractor.readers.pages_lines import PrintedLine
>>> set_so = (("类别", 80), ("立案", 200), ("结案", 300)), (("许可", 80), ("86", 302)), (("处罚", 80), ("12", 202), ("11", 302))
>>> rows = [Row.of([PrintedLine(text, 1, (x, y, x + 30, y + 10), 10.0) for text, x in words]) for y, words in enumerate(set_so)]
>>> [[cell.text if cell else "" for cell in row] for row in aligned(rows).rows]
[['类别', '立案', '结案'], ['许可', '', '86'], ['处罚', '12', '11']]
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby, pairwise
from operator import itemgetter

from extractor.readers.pages_blocks import Passage, TableBlock
from extractor.readers.pages_lines import Cell, PrintedLine, Row, gaps_of
from extractor.readers.pages_paragraphs import NARROW_WIDTH
from extractor.readers.pages_wrapped import interleaved, unwrapped

SAME_EDGE = 0.4  # sizes of the type that the left edges of one column may differ
ROOM = 0.5  # sizes of the type before a column

Span = tuple[float, float]


def mended(rows: Sequence[Row]) -> list[Row]:
    """The rows of a text with those of its tables whole: cells that nearly touch are parted, what was broken within a cell is joined."""
    rows = interleaved(rows)
    in_table = [not row.is_single or _is_amid(rows, place) for place, row in enumerate(rows)]
    found: list[Row] = []
    for is_table, group in groupby(zip(rows, in_table, strict=True), key=itemgetter(1)):
        part = [row for row, _ in group]
        found += unwrapped(_parted(part)) if is_table else part
    return found


def aligned(rows: Sequence[Row]) -> TableBlock | None:
    """The table that rows of several cells make; None where their cells do not stand in columns."""
    if len(rows) < 2:
        return None
    lefts = [left for left, _ in _columns(cell for row in rows for cell in row.cells)]
    placed = [_placed(row, lefts) for row in rows]
    cells = [each for each in placed if each is not None]
    return TableBlock(tuple(cells), is_drawn=False) if len(cells) == len(rows) else None


def _is_amid(rows: Sequence[Row], place: int) -> bool:
    """Whether a row stands alone between rows of several cells."""
    return 0 < place < len(rows) - 1 and not rows[place - 1].is_single and not rows[place + 1].is_single


# --- columns


def _columns(cells: Iterable[Cell]) -> list[Span]:
    """The columns: stretches of the width that cells cover, with no cell between them."""
    columns: list[Span] = []
    for cell in sorted(cells, key=lambda cell: cell[0].left):
        left, right = cell[0].left, max(line.right for line in cell)
        if columns and left <= columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    return columns


def _placed(row: Row, lefts: Sequence[float]) -> tuple[Passage | None, ...] | None:
    """The cells of a row by column; None where two stand in one."""
    placed: list[Passage | None] = [None] * len(lefts)
    for cell in row.cells:
        column = bisect_right(lefts, cell[0].left) - 1
        if placed[column] is not None:
            return None
        placed[column] = Passage(cell, tuple(gaps_of(cell)))
    return tuple(placed)


# --- cells that nearly touch


def _parted(rows: Sequence[Row]) -> list[Row]:
    """The rows with those cells parted that reach to the next column, and are two by where they stand."""
    most = Counter(len(row.cells) for row in rows if not row.is_single).most_common(1)[0][0]
    columns = _columns(cell for row in rows if len(row.cells) == most for cell in row.cells)
    if len(columns) != most:
        return list(rows)
    lefts = [left for left, _ in columns]
    return [replace(row, cells=tuple(part for cell in row.cells for part in _cell_parts(cell, lefts))) if 1 < len(row.cells) < most else row for row in rows]


def _cell_parts(cell: Cell, lefts: Sequence[float]) -> Iterator[Cell]:
    """A cell, or the two that it is: a blank in it ends where a column begins."""
    line = cell[0]
    for place, x in _words(line) if len(cell) == 1 else ():
        if any(abs(left - x) <= SAME_EDGE * line.size for left in lefts[1:]):
            yield (_cut(line, 0, place - 1, line.left, x - ROOM * line.size),)
            yield (_cut(line, place, len(line.text), x, line.right),)
            return
    yield cell


def _words(line: PrintedLine) -> Iterator[tuple[int, float]]:
    """Where words begin behind a blank: the number of the character, and the left edge, reckoned from the widths of characters."""
    widths = [0.0 if character == " " else NARROW_WIDTH if character.isascii() else 1.0 for character in line.text]
    blanks = line.text.count(" ")
    if not blanks:
        return
    room = max(0.0, (line.right - line.left) / line.size - sum(widths)) / blanks
    edges = list(accumulate((width or room for width in widths), initial=0.0))
    for place, (before, _) in enumerate(pairwise(line.text), 1):
        if before == " ":
            yield place, line.left + edges[place] * line.size


def _cut(line: PrintedLine, start: int, end: int, left: float, right: float) -> PrintedLine:
    return replace(line, text=line.text[start:end], box=(left, line.box[1], right, line.box[3]), certainties=line.certainties[start:end])
