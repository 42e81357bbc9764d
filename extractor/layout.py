"""What a format knows of a text beyond its characters: drawn tables, set-off lines, the page that each line stands on.

All spans are of the source text, half open, in code points. Plain text has no layout.

>>> Layout(lines=(Line(Span(0, 9), page=1, box=(72.0, 90.5, 310.2, 104.0)),)).line_at(4).page
1
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extractor.spans import Span

Box = tuple[float, float, float, float]


class Line(NamedTuple):
    """A line as it is printed: its ``page`` from 1 and its ``box`` (left, top, right, bottom in points from the page's upper left).

    ``confidence`` is that of optical recognition, from 0 to 1; None where the characters were in the file.
    """

    span: Span
    page: int
    box: Box | None = None
    confidence: float | None = None


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
    """The tables, set-off lines and printed lines of a text, each in its order. ``lines`` is empty where the format has no pages."""

    tables: tuple[Table, ...] = ()
    emphases: tuple[Emphasis, ...] = ()
    lines: tuple[Line, ...] = ()

    def line_at(self, offset: int) -> Line | None:
        """The printed line that an offset stands in, or the last one before it."""
        index = bisect_right(self.lines, offset, key=_start) - 1
        return self.lines[index] if index >= 0 else None

    def lines_over(self, span: Span) -> Sequence[Line]:
        """The printed lines that a span touches, in order."""
        first = max(0, bisect_right(self.lines, span.start, key=_start) - 1)
        return [line for line in self.lines[first : bisect_right(self.lines, span.end - 1, key=_start)] if line.span.overlaps(span)]


def _start(line: Line) -> int:
    return line.span.start
