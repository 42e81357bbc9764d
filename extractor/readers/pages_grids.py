"""Ruled tables: from the lines drawn on a page to grids of places, and the cells that cover them.

>>> drawn = [Rule(10, y, 210, y) for y in (100, 120, 140)] + [Rule(x, 100, x, 140) for x in (10, 110, 210)]
>>> (grid,) = find_grids(drawn, 1)
>>> grid.columns, grid.rows, grid.cell_at(150, 130)
((10.0, 110.0, 210.0), (100.0, 120.0, 140.0), 3)
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from extractor.layout import Box

# Points.
SAME_RULE = 2.5  # how far apart rules may lie that are one, drawn as a double line or not quite straight
MEETING = 4.0  # how far a rule may end from the one that it should touch; how long the gaps in a broken line are
SHORTEST = 5.0
OVERHANG = 8.0  # how far the rules down a page reach below the last one across it, where its table goes on over the page

MOST_CROSSINGS = 400_000  # of rules across with rules down: what has more is a drawing
MOST_PLACES = 40_000
MOST_GRIDS = 60  # of a page


class Rule(NamedTuple):
    """A line drawn across or down a page, in points from its upper left."""

    left: float
    top: float
    right: float
    bottom: float


class _Stroke(NamedTuple):
    """A rule by where it lies (``at``), from where to where it runs."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: the edges of its columns and rows, and for each row of places the numbers of the cells that cover them, from 0."""

    page: int
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[tuple[int, ...], ...]

    @property
    def box(self) -> Box:
        """The space that it takes on its page."""
        return self.columns[0], self.rows[0], self.columns[-1], self.rows[-1]

    def cell_at(self, x: float, y: float) -> int | None:
        """The number of the cell at a point; None outside of the table."""
        column, row = bisect_right(self.columns, x) - 1, bisect_right(self.rows, y) - 1
        inside = 0 <= column < len(self.columns) - 1 and 0 <= row < len(self.rows) - 1
        return self.cells[row][column] if inside else None


def find_grids(rules: Iterable[Rule], page: int) -> list[Grid]:
    """The ruled tables of at least two columns among the rules of a page, from its top to its bottom."""
    across, down = _strokes(rules)
    if not across or not down or len(across) * len(down) > MOST_CROSSINGS:
        return []
    grids = (_grid(group_across, group_down, page) for group_across, group_down in _groups(across, down))
    return sorted((grid for grid in grids if grid), key=lambda grid: grid.box[1])[:MOST_GRIDS]


# --- strokes


def _strokes(rules: Iterable[Rule]) -> tuple[list[_Stroke], list[_Stroke]]:
    """The rules across and down, what lies on one line together."""
    across, down = [], []
    for left, top, right, bottom in rules:
        if right - left >= bottom - top:
            across.append(_Stroke((top + bottom) / 2, left, right))
        else:
            down.append(_Stroke((left + right) / 2, top, bottom))
    return list(_joined(across)), list(_joined(down))


def _joined(strokes: list[_Stroke]) -> Iterator[_Stroke]:
    for line in _near(strokes):
        at = sum(stroke.at for stroke in line) / len(line)
        start, end = line[0].start, line[0].end
        for stroke in line[1:]:
            if stroke.start > end + MEETING:
                yield from _long(at, start, end)
                start = stroke.start
            end = max(end, stroke.end)
        yield from _long(at, start, end)


def _near(strokes: list[_Stroke]) -> Iterator[list[_Stroke]]:
    """The strokes that lie on one line, in the order of their starts."""
    line: list[_Stroke] = []
    for stroke in sorted(strokes):
        if line and stroke.at - line[0].at > SAME_RULE:
            yield sorted(line, key=lambda stroke: stroke.start)
            line = []
        line.append(stroke)
    if line:
        yield sorted(line, key=lambda stroke: stroke.start)


def _long(at: float, start: float, end: float) -> Iterator[_Stroke]:
    if end - start >= SHORTEST:
        yield _Stroke(at, start, end)


def _groups(across: Sequence[_Stroke], down: Sequence[_Stroke]) -> Iterator[tuple[list[_Stroke], list[_Stroke]]]:
    """The strokes that hang together, across and down."""
    parents = list(range(len(across) + len(down)))
    for i, flat in enumerate(across):
        for j, steep in enumerate(down):
            if _meet(flat, steep):
                parents[_root(parents, i)] = _root(parents, len(across) + j)
    groups: dict[int, tuple[list[_Stroke], list[_Stroke]]] = defaultdict(lambda: ([], []))
    for index, stroke in enumerate([*across, *down]):
        groups[_root(parents, index)][index >= len(across)].append(stroke)
    yield from (group for group in groups.values() if len(group[0]) > 1 and group[1])


def _meet(flat: _Stroke, steep: _Stroke) -> bool:
    return flat.start - MEETING <= steep.at <= flat.end + MEETING and steep.start - MEETING <= flat.at <= steep.end + MEETING


def _root(parents: list[int], index: int) -> int:
    while parents[index] != index:
        parents[index] = parents[parents[index]]
        index = parents[index]
    return index


# --- places and cells


def _grid(across: list[_Stroke], down: list[_Stroke], page: int) -> Grid | None:
    """The grid of strokes that hang together; None where it has no two columns, or is a drawing. Edges that are left open are closed."""
    columns = _edges([*(stroke.at for stroke in down), min(stroke.start for stroke in across), max(stroke.end for stroke in across)])
    rows = _edges([*(stroke.at for stroke in across), *_overhanging(across, down)])
    if len(columns) < 3 or len(rows) < 2 or len(columns) * len(rows) > MOST_PLACES:
        return None
    cells = _cells(columns, rows, across, down)
    return Grid(page, columns, rows, cells) if len({cell for row in cells for cell in row}) > 1 else None


def _overhanging(across: list[_Stroke], down: list[_Stroke]) -> Iterator[float]:
    """Where the table is cut off above and below its rules."""
    top, bottom = min(stroke.start for stroke in down), max(stroke.end for stroke in down)
    if top < min(stroke.at for stroke in across) - OVERHANG:
        yield top
    if bottom > max(stroke.at for stroke in across) + OVERHANG:
        yield bottom


def _edges(places: Iterable[float]) -> tuple[float, ...]:
    """Edges in order, those that nearly coincide as one."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > MEETING:
            edges.append(place)
    return tuple(edges)


def _cells(columns: tuple[float, ...], rows: tuple[float, ...], across: list[_Stroke], down: list[_Stroke]) -> tuple[tuple[int, ...], ...]:
    """For each place the number of its cell: places without a rule between them are one."""
    width = len(columns) - 1
    parents = list(range(width * (len(rows) - 1)))
    beside = _Walls(columns, down)
    below = _Walls(rows, across)
    for row, (top, bottom) in enumerate(pairwise(rows)):
        for column, (left, right) in enumerate(pairwise(columns)):
            place = row * width + column
            if column + 1 < width and not beside.stands(column + 1, top, bottom):
                parents[_root(parents, place + 1)] = _root(parents, place)
            if row + 2 < len(rows) and not below.stands(row + 1, left, right):
                parents[_root(parents, place + width)] = _root(parents, place)
    numbers: dict[int, int] = {}
    numbered = [numbers.setdefault(_root(parents, place), len(numbers)) for place in range(len(parents))]
    return tuple(tuple(numbered[start : start + width]) for start in range(0, len(numbered), width))


class _Walls:
    """Where strokes stand along each of some edges."""

    def __init__(self, edges: Sequence[float], strokes: Iterable[_Stroke]) -> None:
        self._spans: dict[int, list[_Stroke]] = defaultdict(list)
        for stroke in strokes:
            edge = min(
                range(max(0, bisect_right(edges, stroke.at) - 1), min(len(edges), bisect_right(edges, stroke.at) + 1)), key=lambda i: abs(edges[i] - stroke.at)
            )
            self._spans[edge].append(stroke)

    def stands(self, edge: int, start: float, end: float) -> bool:
        """Whether a stroke covers most of the way along an edge."""
        covered = sum(max(0.0, min(end, stroke.end) - max(start, stroke.start)) for stroke in self._spans[edge])
        return covered > 0.5 * (end - start)
