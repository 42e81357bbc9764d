"""Printed lines, and the rows that those beside each other make.

>>> left, right = (PrintedLine(text, 1, (x, 100.0, x + 48, 116.0), 16.0) for text, x in (("立案数", 90.0), ("结案数", 300.0)))
>>> [row.text for row in find_rows([right, left])]
['立案数\\t结案数']
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.layout import Box

PageSize = tuple[float, float]

SAME_ROW = 0.4  # of the type size: how far the middles of stretches in one row may lie apart
CELL_GAP = 1.2  # widths of a Chinese character between two cells; where there is less, a row was only recognised in pieces
BLANK_GAP = 0.4


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A stretch of characters on one base line, without a gap that would part two columns or cells; these are lines of their own.

    ``page`` counts from 1; ``box`` is left, top, right, bottom in points (1/72 inch) from the page's upper left; ``size`` the height of
    the characters in points; ``bold`` whether all of it is; ``confidence`` that of optical recognition, from 0 to 1, None where the
    characters were in the file; ``certainties`` those of the characters, one for each, where recognition told them; ``faint`` whether it
    is as light as a watermark.
    """

    text: str
    page: int
    box: Box
    size: float
    bold: bool = False
    confidence: float | None = None
    certainties: tuple[float, ...] = ()
    faint: bool = False

    @property
    def left(self) -> float:
        """The left edge."""
        return self.box[0]

    @property
    def right(self) -> float:
        """The right edge."""
        return self.box[2]

    @property
    def middle(self) -> float:
        """Half way between upper and lower edge."""
        return (self.box[1] + self.box[3]) / 2


Cell = tuple[PrintedLine, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What stands side by side on a page: cells parted by wide gaps, most often one. ``column`` is the number of the column of text it stands in.

    ``size`` is that of its longest stretch, ``bold`` whether all of it is.
    """

    cells: tuple[Cell, ...]
    text: str
    page: int
    box: Box
    size: float
    bold: bool
    column: int = 0

    @classmethod
    def of(cls, lines: Sequence[PrintedLine], column: int = 0) -> "Row":
        """The row of some stretches on one base line, in any order."""
        cells = _cells(sorted(lines, key=lambda line: line.left))
        longest = max(lines, key=lambda line: len(line.text))
        text = "\t".join(map(text_of, cells))
        return cls(cells, text, longest.page, around(line.box for line in lines), longest.size, all(line.bold for line in lines), column)

    @property
    def left(self) -> float:
        """The left edge."""
        return self.box[0]

    @property
    def right(self) -> float:
        """The right edge."""
        return self.box[2]

    @property
    def middle(self) -> float:
        """Half way between upper and lower edge."""
        return (self.box[1] + self.box[3]) / 2

    @property
    def is_recognised(self) -> bool:
        """Whether its characters come from optical recognition."""
        return self.cells[0][0].confidence is not None

    @property
    def is_single(self) -> bool:
        """Whether no wide gap is in it."""
        return len(self.cells) == 1


def find_rows(lines: Iterable[PrintedLine], column: int = 0) -> list[Row]:
    """The rows of the lines in one column of a page, from its top to its bottom."""
    return [Row.of(row, column) for row in _side_by_side(sorted(lines, key=lambda line: line.middle))]


def text_of(cell: Cell) -> str:
    """The text of the stretches of a cell."""
    return "".join(gap + line.text for gap, line in zip(gaps_of(cell), cell, strict=True))


def gaps_of(cell: Cell) -> list[str]:
    """What stands before each stretch of a cell: nothing, or a blank where there is room for one."""
    return [""] + [" " if _gap(before, after) > BLANK_GAP else "" for before, after in pairwise(cell)]


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box around some.

    >>> around([(0, 10, 20, 30), (15, 5, 40, 20)])
    (0, 5, 40, 30)
    """
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _side_by_side(lines: Iterable[PrintedLine]) -> Iterator[list[PrintedLine]]:
    row: list[PrintedLine] = []
    for line in lines:
        if row and line.middle - row[0].middle > SAME_ROW * min(line.size, row[0].size):
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def _cells(lines: Sequence[PrintedLine]) -> tuple[Cell, ...]:
    cells: list[list[PrintedLine]] = [[lines[0]]]
    for before, line in pairwise(lines):
        if _gap(before, line) > CELL_GAP:
            cells.append([])
        cells[-1].append(line)
    return tuple(map(tuple, cells))


def _gap(before: PrintedLine, after: PrintedLine) -> float:
    """The room between two stretches in widths of a Chinese character."""
    return (after.left - before.right) / max(before.size, after.size)
