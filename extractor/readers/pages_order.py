"""The reading order of a page: from top to bottom, and where the text is set in two columns first the left one, then the right one.

>>> lines = [PrintedLine(f"{side}第{row}行的文字", 1, (x, 100.0 + 20 * row, x + 220, 116.0 + 20 * row), 16.0)
...          for row in range(6) for side, x in (("左", 60.0), ("右", 310.0))]
>>> [item.text for item in in_reading_order(lines, [])][4:8]
['左第4行的文字', '左第5行的文字', '右第0行的文字', '右第1行的文字']
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, count, groupby
from statistics import median, median_low
from typing import Protocol

from extractor.layout import Box
from extractor.readers.pages_lines import PrintedLine, Row, find_rows
from extractor.readers.pages_tables import FilledGrid, PageTable, read_grid

FEWEST_LINES = 6  # of a column
FULL, FULL_LINES = 0.6, 0.4  # share of a column's width that a full line takes; share of the lines that are full
NARROWEST_COLUMN = 0.2  # share of the text's width
NARROWEST_GUTTER = 0.6  # heights of a line
CROSSING = (0.0, 0.04, 0.08, 0.15)  # shares of the lines that may cross a gutter, the fewer the better: headings over both columns
SIDE_BY_SIDE = 0.5  # share of the shorter column's height that the other one has in common with it
MARK = 10.0  # points that a mark may hang into the gutter
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
    everything: list[PrintedLine | FilledGrid] = [*lines, *grids]
    for placed in everything:
        pages[placed.page].append(placed)
    gutters = _gutters(pages)
    numbers = count()
    for page in sorted(pages):
        own: dict[str, int] = defaultdict(lambda: next(numbers))
        for name, column in _columns(pages[page], gutters[page], DEEPEST, ""):
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


def _gutters(pages: Mapping[int, Sequence[_Placed]]) -> dict[int, float | None]:
    """The gutter of each page; a page with less text on it may have that of the others."""
    boxes = {page: [placed.box for placed in found] for page, found in pages.items()}
    gutters = {page: find_gutter(found) for page, found in boxes.items()}
    known = [gutter for gutter in gutters.values() if gutter is not None]
    usual = median_low(known) if known else None
    return {page: usual if gutter is None and usual is not None and _may_part(boxes[page], usual) else gutter for page, gutter in gutters.items()}


def _columns(placed: Sequence[PrintedLine | FilledGrid], gutter: float | None, depth: int, name: str) -> list[tuple[str, list[PrintedLine | FilledGrid]]]:
    """What stands on a page, by columns in reading order; stretches of one column that lines across the page part have the same name."""
    if gutter is None:
        return [(name, list(placed))] if placed else []
    found: list[tuple[str, list[PrintedLine | FilledGrid]]] = []
    for across, group in groupby(sorted(placed, key=_middle), key=lambda each: _runs_across(each.box, gutter)):
        part = list(group)
        if across:
            found.append((name, part))
            continue
        for side, half in enumerate(("l", "r")):
            own = [each for each in part if _is_right_of(each.box, gutter) == bool(side)]
            found += _columns(own, find_gutter([each.box for each in own]) if depth > 1 else None, depth - 1, name + half)
    return found


def _runs_across(box: Box, gutter: float) -> bool:
    """Whether a box lies on both sides of a gutter; a mark that hangs into it does not."""
    return box[0] < gutter - MARK < gutter + MARK < box[2]


def _is_right_of(box: Box, gutter: float) -> bool:
    return (box[0] + box[2]) / 2 > gutter


def _may_part(boxes: Sequence[Box], gutter: float) -> bool:
    """Whether the text of a page can be set in two columns that part at a place."""
    beside = [box for box in boxes if not _runs_across(box, gutter)]
    right = sum(_is_right_of(box, gutter) for box in beside)
    return len(beside) >= (1 - CROSSING[-1]) * len(boxes) and 0 < right < len(beside)


def _middle(placed: _Placed) -> float:
    return (placed.box[1] + placed.box[3]) / 2


def find_gutter(boxes: Sequence[Box], depth: int = DEEPEST) -> float | None:
    """Where on the width of a page the gap between two columns of text is, from the boxes of its lines, if there are two.

    Each of the two may hold columns again, ``depth`` times.
    """
    if len(boxes) < 2 * FEWEST_LINES:
        return None
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    if right - left > WIDEST:
        return None
    least = NARROWEST_GUTTER * median(box[3] - box[1] for box in boxes)
    covering = _covering(boxes, left, right)
    gaps = (gap for share in CROSSING for gap in sorted(_gaps(covering, share * len(boxes)), key=lambda gap: gap[0] - gap[1]))
    places = (left + (start + end) / 2 for start, end in gaps if end - start >= least)
    return next((place for place in places if _parts_columns(boxes, place, (left, right), depth)), None)


def _covering(boxes: Sequence[Box], left: float, right: float) -> list[int]:
    """How many boxes cover each point of the width."""
    changes = [0] * (int(right - left) + 3)
    for box in boxes:
        changes[int(box[0] - left)] += 1
        changes[int(box[2] - left) + 1] -= 1
    return list(accumulate(changes))


def _gaps(covering: Sequence[int], allowed: float) -> Iterator[tuple[int, int]]:
    """The stretches of the width, away from its edges, that hardly any line covers."""
    start = None
    for place in range(int(NARROWEST_COLUMN * len(covering)), int((1 - NARROWEST_COLUMN) * len(covering)) + 1):
        if covering[place] <= allowed and start is None:
            start = place
        elif covering[place] > allowed and start is not None:
            yield start, place
            start = None


def _parts_columns(boxes: Sequence[Box], gutter: float, edges: tuple[float, float], depth: int) -> bool:
    """Whether text stands on both sides of a gap, in lines as wide as the columns would be: the cells of a table are not."""
    first = [box for box in boxes if not _runs_across(box, gutter) and not _is_right_of(box, gutter)]
    second = [box for box in boxes if not _runs_across(box, gutter) and _is_right_of(box, gutter)]
    return _is_column(first, gutter - edges[0], depth) and _is_column(second, edges[1] - gutter, depth) and _are_side_by_side(first, second)


def _is_column(boxes: Sequence[Box], width: float, depth: int) -> bool:
    if len(boxes) < FEWEST_LINES:
        return False
    is_full = sum(box[2] - box[0] >= FULL * width for box in boxes) >= FULL_LINES * len(boxes)
    return is_full or depth > 1 and find_gutter(boxes, depth - 1) is not None


def _are_side_by_side(first: Sequence[Box], second: Sequence[Box]) -> bool:
    tops = [min(box[1] for box in boxes) for boxes in (first, second)]
    feet = [max(box[3] for box in boxes) for boxes in (first, second)]
    shorter = min(foot - top for foot, top in zip(feet, tops, strict=True))
    return min(feet) - max(tops) >= SIDE_BY_SIDE * shorter
