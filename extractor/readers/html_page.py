"""A page as its markup tells it: lines, the elements that they stand in, tables, and the marks that templates set.

Everything is told by the numbers of lines, so that what is chosen of a page, and what is left out, is a range of them.

>>> Box("div", "zoom", parent=0, start=3, end=7).covers(Box("p", "", parent=1, start=3, end=4))
True
"""

from dataclasses import dataclass, field

from extractor.readers.html_grids import Grid
from extractor.readers.html_runs import Line

MOST_LINES = 50_000  # of a page: many times as many as a report with long tables has


@dataclass(slots=True)
class Box:
    """An element over the lines ``start`` up to ``end``, by its tag and the words of its `id` and `class`.

    ``parent`` is the number of the box that it stands in; the first box of a page is the page, and its own parent.
    """

    tag: str
    names: str
    parent: int
    start: int
    end: int

    def covers(self, other: "Box") -> bool:
        """Whether all lines of the other one are its own."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page, its boxes and tables in the order in which they begin, and the ranges that comments mark as its text."""

    lines: list[Line] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=lambda: [Box("", "", 0, 0, 0)])
    grids: list[Grid] = field(default_factory=list)
    marked: list[range] = field(default_factory=list)

    @property
    def is_full(self) -> bool:
        """Whether there are as many lines as are read of a page."""
        return len(self.lines) >= MOST_LINES
