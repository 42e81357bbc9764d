"""What a format knows of a text beyond its characters: drawn tables, set-off lines, the page that each line stands on.

All spans are of the source text, half open, in code points. Plain text has no layout.

>>> layout = Layout(lines=(Line(Span(0, 9), 1, (72, 90, 310, 104)), Line(Span(9, 12), 1, (72, 110, 140, 124), 0.93, (0.99, 0.97, 0.83))))
>>> layout.printed(Span(7, 11))
Line(span=Span(start=7, end=11), page=1, box=(72, 90, 310, 124), confidence=0.97, certainties=())
"""

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from extractor.spans import Span

Box = tuple[float, float, float, float]


class Line(NamedTuple):
    """A line as it is printed: its ``page`` from 1 and its ``box`` (left, top, right, bottom in points from the page's upper left).

    ``confidence`` is that of optical recognition, from 0 to 1; None where the characters were in the file. ``certainties`` are those of its
    characters, one by one, where recognition told them.
    """

    span: Span
    page: int
    box: Box | None = None
    confidence: float | None = None
    certainties: tuple[float, ...] = ()

    def confidence_over(self, span: Span) -> float | None:
        """The least confidence of the characters that a span touches; that of the line where they have none of their own."""
        own = self.certainties[max(0, span.start - self.span.start) : max(0, span.end - self.span.start)]
        return min(own, default=self.confidence)


@dataclass(frozen=True, slots=True)
class Table:
    """A drawn table: rows of as many cells each. A merged cell stands in every place that it covers; an empty one has an empty span."""

    rows: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """A whole line set off as a heading is; ``level`` is that of its style or tag (1 for the highest), None where it is only bold."""

    span: Span
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The tables, set-off lines and printed lines of a text, each in its order. ``lines`` is empty where the format has no pages.

    ``drawn`` are numbers of lists that stand nowhere in the page, since the browser draws them.
    """

    tables: tuple[Table, ...] = ()
    emphases: tuple[Emphasis, ...] = ()
    lines: tuple[Line, ...] = ()
    drawn: tuple[Span, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The page that an offset stands on; of a place that nothing is printed at, that of the line before."""
        index = bisect_right(self.lines, offset, key=_start) - 1
        return self.lines[index].page if index >= 0 else None

    def is_drawn(self, offset: int) -> bool:
        """Whether what stands at an offset is the drawn number of a list."""
        return any(span.start <= offset < span.end for span in self.drawn)

    def printed(self, span: Span) -> Line | None:
        """Where a span is printed: its page, what its lines cover there, and the least confidence of all that it touches. Of two pages the first one."""
        lines = self._lines_over(span)
        if not lines:
            return None
        page = lines[0].page
        boxes = [line.box for line in lines if line.box and line.page == page]
        confidences = [found for line in lines if (found := line.confidence_over(span)) is not None]
        return Line(span, page, _around(boxes) if boxes else None, min(confidences, default=None))

    def _lines_over(self, span: Span) -> list[Line]:
        first = max(0, bisect_right(self.lines, span.start, key=_start) - 1)
        last = bisect_right(self.lines, max(span.start, span.end - 1), key=_start)
        return [line for line in self.lines[first:last] if line.span.overlaps(span)]


def _around(boxes: list[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _start(line: Line) -> int:
    return line.span.start
