"""Half-open ranges of code points.

>>> Span(3, 7).overlaps(Span(6, 9))
True
>>> "0123456789"[Span(3, 7).slice]
'3456'
"""

from typing import NamedTuple


class Span(NamedTuple):
    """``start`` is the offset of the first code point, ``end`` that of the first one behind it."""

    start: int
    end: int

    @property
    def slice(self) -> slice:
        """The span as an index into a string."""
        return slice(self.start, self.end)

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether all of ``other`` lies within."""
        return self.start <= other.start and other.end <= self.end
