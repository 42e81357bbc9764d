"""The reading order of a page: from top to bottom, and where the text is set in two columns first the left one, then the right one.

>>> lines = [PrintedLine(f"{side}第{row}行的文字", 1, (x, 100.0 + 20 * row, x + 220, 116.0 + 20 * row), 16.0)
...          for row in range(6) for side, x in (("左", 60.0), ("右", 310.0))]
>>> [item.text for item in in_reading_order(lines, [])][4:8]
['左第4行的文字', '左第5行的文字', '右第0行的文字', '右第1行的文字']
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, groupby
from statistics import median
from typing import Protocol

from extractor.layout import Box
from extractor.readers.pages_lines import PrintedLine, Row, find_rows
from extractor.readers.pages_tables import FilledGrid, PageTable, read_grid

FEWEST_LINES = 6  # of a column
FULL = 0.6  # share of a column's width that most of its lines take
NARROWEST_COLUMN = 0.2  # share of the text's width
NARROWEST_GUTTER = 0.6  # heights of a line
CROSSING = 0.15  # share of the lines that may cross a gutter: headings over both columns
SIDE_BY_SIDE = 0.5  # share of the shorter column's height that the other one has in common with it
DEEPEST = 2  # columns within columns
WIDEST = 20_000  # points

PageItem = Row | PageTable


class _Placed(Protocol):
    """What stands in a box on a page."""

    @property
    def page(self) -> int: ...

    @property
    def box(self) -> Box: ...


def in_reading_order(lines: Iterable[PrintedLine], grids: Iterable[FilledGrid]) -> Iterator[PageItem]:
    """The rows and tables of all pages in the order in which they are read; each row knows the number of its column."""
    pages: dict[int, list[PrintedLine | FilledGrid]] = defaultdict(list)
    for placed in (*lines, *grids):
        pages[placed.page].append(placed)
    numbers = count()
    for page in sorted(pages):
        own: dict[str, int] = defaultdict(lambda: next(numbers))
        for name, column in _columns(pages[page], DEEPEST, ""):
            yield from _read_column(column, own[name], numbers)


def _read_column(column: Iterable[PrintedLine | FilledGrid], number: int, numbers: Iterator[int]) -> Iterator[PageItem]:
    for is_grid, group in groupby(sorted(column, key=_middle), key=lambda placed: isinstance(placed, FilledGrid)):
        placed = list(group)
        if is_grid:
            for part in (part for grid in placed if isinstance(grid, FilledGrid) for part in read_grid(grid)):
                yield from [part] if isinstance(part, PageTable) else find_rows(part, next(numbers))
        else:
            yield from find_rows([line for line in placed if isinstance(line, PrintedLine)], number)


# --- columns


def _columns(placed: Sequence[PrintedLine | FilledGrid], depth: int, name: str) -> list[tuple[str, list[PrintedLine | FilledGrid]]]:
    """What stands on a page, by columns in reading order; stretches of one column that lines across the page part have the same name."""
    gutter = _gutter([each.box for each in placed]) if depth else None
    if gutter is None:
        return [(name, list(placed))] if placed else []
    found: list[tuple[str, list[PrintedLine | FilledGrid]]] = []
    for across, group in groupby(sorted(placed, key=_middle), key=lambda each: each.box[0] < gutter < each.box[2]):
        part = list(group)
        if across:
            found.append((name, part))
        else:
            found += _columns([each for each in part if each.box[2] <= gutter], depth - 1, name + "l")
            found += _columns([each for each in part if each.box[0] >= gutter], depth - 1, name + "r")
    return found


def _middle(placed: _Placed) -> float:
    return (placed.box[1] + placed.box[3]) / 2


def _gutter(boxes: Sequence[Box]) -> float | None:
    """Where the gap between two columns of text is, if there are two."""
    if len(boxes) < 2 * FEWEST_LINES:
        return None
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    if right - left > WIDEST:
        return None
    least = NARROWEST_GUTTER * median(box[3] - box[1] for box in boxes)
    gaps = (gap for gap in _gaps(boxes, left, right) if gap[1] - gap[0] >= least)
    places = ((start + end) / 2 for start, end in sorted(gaps, key=lambda gap: gap[0] - gap[1]))
    return next((place for place in places if _parts_columns(boxes, place, left, right)), None)


def _gaps(boxes: Sequence[Box], left: float, right: float) -> Iterator[tuple[float, float]]:
    """The stretches of the width, away from its edges, that hardly any line covers."""
    width = int(right - left) + 2
    changes = [0] * (width + 1)
    for box in boxes:
        changes[int(box[0] - left)] += 1
        changes[int(box[2] - left) + 1] -= 1
    allowed, covering, start = CROSSING * len(boxes), 0, None
    for place in range(width):
        covering += changes[place]
        is_free = covering <= allowed and NARROWEST_COLUMN * width <= place <= (1 - NARROWEST_COLUMN) * width
        if is_free and start is None:
            start = place
        elif not is_free and start is not None:
            yield left + start, left + place
            start = None


def _parts_columns(boxes: Sequence[Box], gutter: float, left: float, right: float) -> bool:
    """Whether text stands on both sides of a gap, in lines as wide as the columns would be: the cells of a table are not."""
    first = [box for box in boxes if box[2] <= gutter]
    second = [box for box in boxes if box[0] >= gutter]
    return _is_column(first, gutter - left) and _is_column(second, right - gutter) and _are_side_by_side(first, second)


def _is_column(boxes: Sequence[Box], width: float) -> bool:
    return len(boxes) >= FEWEST_LINES and median(box[2] - box[0] for box in boxes) >= FULL * width


def _are_side_by_side(first: Sequence[Box], second: Sequence[Box]) -> bool:
    tops = [min(box[1] for box in boxes) for boxes in (first, second)]
    feet = [max(box[3] for box in boxes) for boxes in (first, second)]
    shorter = min(foot - top for foot, top in zip(feet, tops, strict=True))
    return min(feet) - max(tops) >= SIDE_BY_SIDE * shorter
