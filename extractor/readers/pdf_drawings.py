"""What is drawn on a PDF page besides characters: rules, and how much of it is covered by images.

Borders of tables are drawn in three ways: as strokes, as strokes around each cell, and as thin filled rectangles.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.layout import Box
from extractor.readers.pages_grids import Rule
from extractor.readers.pdf_frame import Frame

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

THICKEST = 3.5  # points: what is filled and thicker is a ground and no rule
STRAIGHT = 1.0  # points that the ends of a rule may lie off the level
DEEPEST = 6  # forms within forms
MOST_OBJECTS = 20_000  # of a page: what has more is a map or a chart
MOST_SEGMENTS = 4_000  # of a path

Matrix = tuple[float, float, float, float, float, float]
_PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Drawings:
    """The ``rules`` of a page in the space of its drawing (left, bottom, right, top), the boxes of its ``images``, and how many ``paths`` it has."""

    rules: list[Box] = field(default_factory=list)
    images: list[Box] = field(default_factory=list)
    paths: int = 0

    def rules_in(self, frame: Frame) -> list[Rule]:
        """The rules on the page as it is read."""
        return [Rule(*frame.box(rule)) for rule in self.rules]

    def image_share(self, page: Box) -> float:
        """The share of a page (left, bottom, right, top) that its largest image covers."""
        return max((_overlap(image, page) / max(1.0, _area(page)) for image in self.images), default=0.0)


def find_drawings(page: "PdfPage") -> Drawings:
    """The drawings of a page."""
    import pypdfium2.raw as pdfium

    found = Drawings()
    count = min(pdfium.FPDFPage_CountObjects(page.raw), MOST_OBJECTS)
    reader = _Reader(pdfium, found)
    for index in range(count):
        reader.read(pdfium.FPDFPage_GetObject(page.raw, index), _PLAIN, DEEPEST)
    return found


def _area(box: Box) -> float:
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def _overlap(box: Box, other: Box) -> float:
    return _area((max(box[0], other[0]), max(box[1], other[1]), min(box[2], other[2]), min(box[3], other[3])))


class _Reader:
    """Reads the objects of a page one by one; the matrix is that of the form that an object stands in."""

    def __init__(self, pdfium: ctypes.CDLL, found: Drawings) -> None:
        self._pdfium = pdfium
        self._found = found
        self._left = MOST_OBJECTS

    def read(self, drawing: object, matrix: Matrix, depth: int) -> None:
        self._left -= 1
        kind = self._pdfium.FPDFPageObj_GetType(drawing)
        if kind == self._pdfium.FPDF_PAGEOBJ_PATH:
            self._found.paths += 1
            self._found.rules.extend(self._rules(drawing, matrix))
        elif kind == self._pdfium.FPDF_PAGEOBJ_IMAGE:
            box = self._bounds(drawing, matrix)
            if box:
                self._found.images.append(box)
        elif kind == self._pdfium.FPDF_PAGEOBJ_FORM and depth:
            self._form(drawing, matrix, depth)

    def _form(self, form: object, matrix: Matrix, depth: int) -> None:
        inner = _combined(self._matrix(form), matrix)
        for index in range(self._pdfium.FPDFFormObj_CountObjects(form)):
            if self._left <= 0:
                return
            self.read(self._pdfium.FPDFFormObj_GetObject(form, index), inner, depth - 1)

    def _rules(self, path: object, matrix: Matrix) -> Iterator[Box]:
        box = self._bounds(path, matrix)
        if box is None:
            return
        if min(box[2] - box[0], box[3] - box[1]) <= THICKEST:
            yield box
            return
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        if self._pdfium.FPDFPath_GetDrawMode(path, fill, stroke) and stroke.value:
            yield from self._strokes(path, _combined(self._matrix(path), matrix))

    def _strokes(self, path: object, matrix: Matrix) -> Iterator[Box]:
        """The straight pieces of a path."""
        for (x, y), (next_x, next_y) in pairwise(self._points(path, matrix)):
            if min(abs(next_x - x), abs(next_y - y)) <= STRAIGHT:
                yield min(x, next_x), min(y, next_y), max(x, next_x), max(y, next_y)

    def _points(self, path: object, matrix: Matrix) -> Iterator[tuple[float, float]]:
        """The points of a path in pairs that can be compared: where the pen is lifted, a point that is in line with neither of its neighbours stands."""
        pdfium, x, y = self._pdfium, ctypes.c_float(), ctypes.c_float()
        start: tuple[float, float] | None = None
        for index in range(min(pdfium.FPDFPath_CountSegments(path), MOST_SEGMENTS)):
            segment = pdfium.FPDFPath_GetPathSegment(path, index)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            point = _moved(matrix, x.value, y.value)
            if kind != pdfium.FPDF_SEGMENT_LINETO:
                yield _NOWHERE
            yield point
            start = point if kind == pdfium.FPDF_SEGMENT_MOVETO or start is None else start
            if pdfium.FPDFPathSegment_GetClose(segment):
                yield start

    def _bounds(self, drawing: object, matrix: Matrix) -> Box | None:
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        if not self._pdfium.FPDFPageObj_GetBounds(drawing, left, bottom, right, top):
            return None
        corners = [_moved(matrix, x.value, y.value) for x in (left, right) for y in (bottom, top)]
        across, down = zip(*corners, strict=True)
        return min(across), min(down), max(across), max(down)

    def _matrix(self, drawing: object) -> Matrix:
        found = self._pdfium.FS_MATRIX()
        self._pdfium.FPDFPageObj_GetMatrix(drawing, found)
        return found.a, found.b, found.c, found.d, found.e, found.f


_NOWHERE = (float("-inf"), float("inf"))


def _moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    return matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]


def _combined(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that does what ``inner`` does and then ``outer``."""
    a, b = outer[0] * inner[0] + outer[2] * inner[1], outer[1] * inner[0] + outer[3] * inner[1]
    c, d = outer[0] * inner[2] + outer[2] * inner[3], outer[1] * inner[2] + outer[3] * inner[3]
    return a, b, c, d, *_moved(outer, inner[4], inner[5])
