"""How a document is set: the size of its type, the distance of its lines, the edges of its columns, whether paragraphs are indented.

>>> from extractor.readers.pages_lines import PrintedLine
>>> rows = [Row.of([PrintedLine("甲" * 20, 1, (x, y, 400.0, y + 16), 16.0)]) for x, y in ((112.0, 100.0), (80.0, 128.0), (80.0, 156.0))]
>>> measure = Measure.of(rows, [(480.0, 700.0)])
>>> measure.size, measure.pitch, measure.edges[0]
(16.0, 28.0, (80.0, 400.0))
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

import regex

from extractor.readers.pages_lines import PageSize, Row

# In sizes of the type.
SAME_EDGE = 0.6  # how far edges may differ that are meant as one
INDENTED = (1.2, 3.4)  # between which a first line is indented
FULL_ROOM = 3.0  # the room to the right of a line that is certainly not full

SAME_SIZE, SAME_SIZE_RECOGNISED = 0.12, 0.25  # share of a size within which another is the same; recognition measures it badly
FEWEST, LEFT_SHARE, RIGHT_SHARE, AS_MANY = 2, 0.1, 0.25, 0.5  # lines that make an edge; share of all lines; share of the most common right edge
NARROW, FEWEST_OF_NARROW = 0.8, 5  # share of the common width from which on a column's own right edge is believed, and the lines that prove a narrower one
LONGEST_PITCH = 3.0  # sizes of the type

LABEL = regex.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|[（(]\d{1,2}[)）]|\d{1,2}[.．、](?!\d)|[①-⑳]|第[一二三四五六七八九十]{1,3}(?:章|节|部分|条)|[•●■◆▪□○★·]|附件\d{0,2}[:：]?$"
)

_ENDS = frozenset("。！？；：")
_PROSE = regex.compile(r"[，。,;；]")

Edges = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Measure:
    """How a document is set: ``size`` of most of its type and ``pitch`` of its lines in points, left and right edge of each column of text.

    ``indents`` tells whether first lines of paragraphs are indented, ``indents_labels`` whether headings with a label are.
    """

    size: float
    pitch: float
    edges: dict[int, Edges]
    indents: bool
    indents_labels: bool

    @classmethod
    def of(cls, rows: Sequence[Row], sizes: Sequence[PageSize]) -> "Measure":
        """The measure of the rows of a document, in reading order."""
        size = _common_size(rows)
        text = [row for row in rows if row.is_single and is_same_size(row.size, size, row.is_recognised)]
        edges = _edges(text, rows, sizes)
        starts = list(_starts(text, edges))
        indents = _indents((start for start, is_label in starts if not is_label), otherwise=False)
        indents_labels = _indents((start for start, is_label in starts if is_label), otherwise=indents)
        return cls(size, _pitch(text, size), edges, indents, indents_labels)

    def room(self, row: Row) -> float:
        """The room to the right of a row in sizes of its type."""
        return (self.edges[row.column][1] - row.right) / row.size

    def indent(self, row: Row) -> float:
        """The room to the left of a row in sizes of its type."""
        return (row.left - self.edges[row.column][0]) / row.size


def is_same_size(size: float, other: float, is_recognised: bool) -> bool:
    """Whether two sizes are meant as one."""
    return abs(size - other) <= (SAME_SIZE_RECOGNISED if is_recognised else SAME_SIZE) * max(size, other)


def _common_size(rows: Iterable[Row]) -> float:
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[round(2 * row.size) / 2] += len(row.text)
    return sizes.most_common(1)[0][0] if sizes else 12.0


def _pitch(text: Iterable[Row], size: float) -> float:
    """The distance from line to line that is most common."""
    pitches = [round(below.middle - above.middle) for above, below in pairwise(text) if above.column == below.column]
    near = Counter(pitch for pitch in pitches if 0.8 * size < pitch < LONGEST_PITCH * size)
    return float(near.most_common(1)[0][0]) if near else 1.5 * size


# --- edges


def _edges(text: Iterable[Row], rows: Iterable[Row], sizes: Sequence[PageSize]) -> dict[int, Edges]:
    """The edges of each column; what cannot be told from its own lines is taken from the others."""
    columns: dict[int, list[Row]] = defaultdict(list)
    for row in text:
        columns[row.column].append(row)
    own = {column: (_left_edge(found), _right_edge(found)) for column, found in columns.items()}
    width = _common_width([right - left for left, right in own.values() if right is not None])
    edges = {column: (left, _right(left, right, width, columns[column], sizes)) for column, (left, right) in own.items()}
    for row in rows:
        edges.setdefault(row.column, (row.left, _opposite(row, sizes)))
    return edges


def _left_edge(rows: Sequence[Row]) -> float:
    """The leftmost place where several lines begin, or one that goes on from a line before it that is full."""
    least = max(FEWEST, LEFT_SHARE * len(rows))
    farthest = max(row.right for row in rows)
    going_on = [below.left for above, below in pairwise(rows) if farthest - above.right <= SAME_EDGE * above.size and above.left > below.left]
    places = [place for place in _places((row.left, row.size) for row in rows) if len(place) >= least or place[0] in going_on]
    return median_low(places[0]) if places else min(row.left for row in rows)


def _right_edge(rows: Sequence[Row]) -> float | None:
    """The rightmost place where many lines end, most of them in the middle of a sentence."""
    places = list(_places((row.right, row.size) for row in rows if row.text[-1] not in _ENDS))
    most = max(map(len, places), default=0)
    if most < max(FEWEST + 1, RIGHT_SHARE * len(rows)):
        return None
    return max(next(place for place in reversed(places) if len(place) >= max(FEWEST, AS_MANY * most)))


def _places(edges: Iterable[tuple[float, float]]) -> Iterator[list[float]]:
    """Edges (each with a type size) that are meant as one, from left to right."""
    place: list[float] = []
    for edge, size in sorted(edges):
        if place and edge - place[0] > SAME_EDGE * size:
            yield place
            place = []
        place.append(edge)
    if place:
        yield place


def _common_width(widths: Iterable[float]) -> float:
    found = list(widths)
    return median_low(found) if found else 0.0


def _right(left: float, right: float | None, width: float, rows: Sequence[Row], sizes: Sequence[PageSize]) -> float:
    """The right edge of a column: where its lines end, where those of other columns would, or as far from the paper's edge as the left one."""
    if right is not None:
        proving = sum(abs(row.right - right) <= SAME_EDGE * row.size for row in rows)
        if right - left > NARROW * width or proving >= FEWEST_OF_NARROW and 2 * proving >= len(rows):
            return right
    return left + width if width else max(_opposite(row, sizes) for row in rows)


def _opposite(row: Row, sizes: Sequence[PageSize]) -> float:
    """The right edge of a column of which only one row is known."""
    return max(row.right, sizes[row.page - 1][0] - row.left)


# --- indents


def _starts(text: Iterable[Row], edges: dict[int, Edges]) -> Iterator[tuple[float, bool]]:
    """How far the rows are indented that certainly begin a paragraph of prose or an item, and whether it is an item with a label."""
    for above, below in pairwise(text):
        left, right = edges[above.column]
        is_label = LABEL.match(below.text) is not None
        if above.column == below.column and right - above.right > FULL_ROOM * above.size and (is_label or _PROSE.search(below.text)):
            indent = (below.left - left) / below.size
            if -SAME_EDGE <= indent <= INDENTED[1]:
                yield indent, is_label


def _indents(starts: Iterable[float], otherwise: bool) -> bool:
    """Whether most starts are indented; ``otherwise`` where there is none."""
    indents = list(starts)
    return 2 * sum(indent >= INDENTED[0] for indent in indents) > len(indents) if indents else otherwise
