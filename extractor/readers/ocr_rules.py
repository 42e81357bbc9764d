"""The rules of tables in a page image: long thin dark strokes across and down the page.

Characters have no stroke as long as that, once a page is level.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.readers.pages_grids import Rule

if TYPE_CHECKING:
    from numpy import ndarray
    from PIL.Image import Image

SHORTEST, THICKEST = 0.4, 0.055  # inches
DARK = 0.75  # of the lightness of the paper: what is darker is ink


def find_rules(image: "Image", angle: float, dpi: float) -> list[Rule]:
    """The rules of a page image in its pixels, once it is level; ``angle`` is how many degrees its lines fall to the right, ``dpi`` pixels make an inch."""
    ink = _ink(image.convert("L").rotate(angle, fillcolor="white"))
    return [*_strokes(ink, dpi), *(Rule(top, left, bottom, right) for left, top, right, bottom in _strokes(ink.T, dpi))]


def _ink(image: "Image") -> "ndarray":
    """The dark pixels of a grey image as ones."""
    import numpy

    grey = numpy.asarray(image)
    dark: ndarray = (grey < DARK * float(numpy.percentile(grey, 90))).astype("uint8")
    return dark


def _strokes(ink: "ndarray", dpi: float) -> Iterator[Rule]:
    """The strokes across; one that is not quite level goes over a row of pixels into the next."""
    import cv2
    import numpy

    thick = cv2.dilate(numpy.ascontiguousarray(ink), numpy.ones((3, 1), "uint8"))
    long = cv2.morphologyEx(thick, cv2.MORPH_OPEN, numpy.ones((1, round(SHORTEST * dpi)), "uint8"))
    _, _, boxes, _ = cv2.connectedComponentsWithStats(long)
    for left, top, width, height, _ in boxes[1:].tolist():
        if height <= THICKEST * dpi:
            middle = top + height / 2
            yield Rule(left, middle, left + width, middle)
