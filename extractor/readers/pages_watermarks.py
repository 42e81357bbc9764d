"""Watermarks: faint lines that lie over others, or stand on several pages at the same place.

>>> mark = PrintedLine("仅供查阅", 1, (100.0, 300.0, 300.0, 350.0), 50.0, faint=True)
>>> text = PrintedLine("全年立案3件。", 1, (90.0, 310.0, 200.0, 326.0), 16.0)
>>> without_watermarks([mark, text]) == [text]
True
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from extractor.layout import Box
from extractor.readers.pages_lines import PrintedLine

SAME_PLACE = 4.0  # points
COVERED = 0.1  # share of the smaller box that two lines have in common where one is laid over the other


def without_watermarks(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines that are part of the document."""
    faint = [line for line in lines if line.faint]
    if not faint:
        return list(lines)
    printed = _Printed([line for line in lines if not line.faint])
    repeated = _repeated(faint)
    return [line for line in lines if not line.faint or not (id(line) in repeated or printed.covers(line))]


def _repeated(faint: Sequence[PrintedLine]) -> set[int]:
    """The identities of the lines that say the same at the same place of several pages."""
    alike: dict[tuple[str, int, int], list[PrintedLine]] = defaultdict(list)
    for line in faint:
        alike[line.text, round(line.left / SAME_PLACE), round(line.middle / SAME_PLACE)].append(line)
    return {id(line) for group in alike.values() if len({line.page for line in group}) > 1 for line in group}


class _Printed:
    """The lines that are no watermarks, by page and height."""

    def __init__(self, lines: Sequence[PrintedLine]) -> None:
        self._pages: dict[int, list[Box]] = defaultdict(list)
        for line in sorted(lines, key=lambda line: line.box[1]):
            self._pages[line.page].append(line.box)
        self._highest = max((line.box[3] - line.box[1] for line in lines), default=0.0)

    def covers(self, line: PrintedLine) -> bool:
        boxes = self._pages[line.page]
        first = bisect_left(boxes, line.box[1] - self._highest, key=_top)
        last = bisect_right(boxes, line.box[3], key=_top)
        return any(_overlap(line.box, box) > COVERED for box in boxes[first:last])


def _top(box: Box) -> float:
    return box[1]


def _overlap(box: Box, other: Box) -> float:
    """The area that two boxes have in common as a share of the smaller one."""
    width = min(box[2], other[2]) - max(box[0], other[0])
    height = min(box[3], other[3]) - max(box[1], other[1])
    smaller = min((box[2] - box[0]) * (box[3] - box[1]), (other[2] - other[0]) * (other[3] - other[1]))
    return width * height / smaller if width > 0 and height > 0 and smaller > 0 else 0.0
