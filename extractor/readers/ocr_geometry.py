"""Corners and angles of lines on a scanned page, in pixels from its upper left.

>>> tilt([((0, 0), (100, 10), (100, 30), (0, 20))] * 3)
5.71
"""

from collections.abc import Sequence
from math import atan2, cos, degrees, dist, radians, sin
from statistics import median
from typing import TYPE_CHECKING

from extractor.readers.ocr_engine import Point, Quad

if TYPE_CHECKING:
    from PIL.Image import Image

LONG = 4  # times its height: how long a line is whose direction tells that of the page


def width(quad: Quad) -> float:
    """The length of a line along its direction."""
    return max(dist(quad[0], quad[1]), dist(quad[3], quad[2]))


def height(quad: Quad) -> float:
    """The height of a line across its direction."""
    return max(dist(quad[0], quad[3]), dist(quad[1], quad[2]))


def is_sideways(quads: Sequence[Quad]) -> bool:
    """Whether the page lies on its side: most of the lines that have a direction run up or down."""
    long = [quad for quad in quads if max(width(quad), height(quad)) > LONG * min(width(quad), height(quad))]
    return 2 * sum(height(quad) > width(quad) for quad in long) > len(long)


def tilt(quads: Sequence[Quad]) -> float:
    """How far the lines fall to the right, in degrees; 0 where no line is long enough to tell."""
    angles = [degrees(atan2(quad[1][1] - quad[0][1], quad[1][0] - quad[0][0])) for quad in quads if width(quad) > LONG * height(quad)]
    return round(median(angles), 2) if angles else 0.0


def levelled(quad: Quad, angle: float, size: tuple[int, int]) -> Quad:
    """A line as it would stand on the page of that ``size`` turned back about its middle, so that lines that fell by ``angle`` degrees are level."""
    upper_left, upper_right, lower_right, lower_left = (_turned(point, -radians(angle), (size[0] / 2, size[1] / 2)) for point in quad)
    return upper_left, upper_right, lower_right, lower_left


def overlap(quad: Quad, other: Quad) -> bool:
    """Whether the upright boxes around two lines share a place."""
    return all(min(p[axis] for p in quad) < max(p[axis] for p in other) and min(p[axis] for p in other) < max(p[axis] for p in quad) for axis in (0, 1))


def turned_round(quad: Quad, size: tuple[int, int]) -> Quad:
    """A line as it stands when the page of that ``size`` is turned upside down."""
    upper_left, upper_right, lower_right, lower_left = ((size[0] - x, size[1] - y) for x, y in quad)
    return lower_right, lower_left, upper_left, upper_right


def scaled(quad: Quad, across: float, down: float, top: float) -> Quad:
    """A line that was found in a smaller copy of a part of the page, as it stands on the page; the part begins at ``top``."""
    upper_left, upper_right, lower_right, lower_left = ((x * across, y * down + top) for x, y in quad)
    return upper_left, upper_right, lower_right, lower_left


def strip_of(image: "Image", quad: Quad, strip_height: int) -> "Image":
    """The image of a line, set straight and scaled to a height."""
    from PIL import Image

    own = max(1, round(width(quad))), max(1, round(height(quad)))
    corners = (quad[0], quad[3], quad[2], quad[1])
    straight = image.transform(own, Image.Transform.QUAD, [value for corner in corners for value in corner], Image.Resampling.BICUBIC)
    length = max(1, round(own[0] * strip_height / own[1]))
    return straight.resize((length, strip_height), Image.Resampling.BILINEAR)


def _turned(point: Point, angle: float, middle: Point) -> Point:
    x, y = point[0] - middle[0], point[1] - middle[1]
    return x * cos(angle) - y * sin(angle) + middle[0], x * sin(angle) + y * cos(angle) + middle[1]
