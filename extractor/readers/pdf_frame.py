"""From the space that a PDF page is drawn in to the page as it is read: points from its upper left, turned so that its text is upright.

>>> frame = Frame.of((0, 0, 400, 600), 90)
>>> frame.size, frame.box((187, 300, 204, 316))
((600.0, 400.0), (300.0, 187.0, 316.0, 204.0))
>>> frame.drawn((300.0, 187.0, 316.0, 204.0))
(187.0, 300.0, 204.0, 316.0)
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians, sin

from extractor.layout import Box


@dataclass(frozen=True, slots=True)
class Frame:
    """A page turned with the clock by the angle whose ``cosine`` and ``sine`` these are; ``left`` and ``top`` are its edges then, in points."""

    cosine: float
    sine: float
    left: float
    top: float
    size: tuple[float, float]

    @classmethod
    def of(cls, page: Box, turn: float) -> "Frame":
        """The frame of a page (left, bottom, right, top as drawn) whose text runs at an angle of ``turn`` degrees against the clock."""
        cosine, sine = round(cos(radians(turn)), 9), round(sin(radians(turn)), 9)
        turned = [(x * cosine + y * sine, y * cosine - x * sine) for x in (page[0], page[2]) for y in (page[1], page[3])]
        left, lowest, right, top = _around(turned)
        return cls(cosine, sine, left, top, (right - left, top - lowest))

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the drawing is on the page."""
        return x * self.cosine + y * self.sine - self.left, self.top - y * self.cosine + x * self.sine

    def box(self, drawn: Box) -> Box:
        """Left, top, right and bottom of what is drawn between left, bottom, right and top."""
        left, bottom, right, top = drawn
        return _around([self.place(x, y) for x in (left, right) for y in (bottom, top)])

    def drawn(self, box: Box) -> Box:
        """Left, bottom, right and top in the drawing of a box on the page."""
        corners = [(x + self.left, self.top - y) for x in (box[0], box[2]) for y in (box[1], box[3])]
        return _around([(u * self.cosine - v * self.sine, u * self.sine + v * self.cosine) for u, v in corners])


def _around(points: Iterable[tuple[float, float]]) -> Box:
    across, down = zip(*points, strict=True)
    return min(across), min(down), max(across), max(down)
