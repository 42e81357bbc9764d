"""A page image set upright and read: first where its lines stand, then what each says.

A page on its side is turned until its lines run across, one upside down where it reads better the other way round; an askew one is read
line by line as it is, and its lines are levelled afterwards. A page that is many times as high as wide, as a long picture on a web page
is, is read in parts.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import fmean
from typing import TYPE_CHECKING

from extractor.readers.ocr_engine import STRIP_HEIGHT, Quad, find_quads, read_strip
from extractor.readers.ocr_geometry import height, is_sideways, levelled, scaled, strip_of, tilt, turned_round, width
from extractor.readers.ocr_lines import OcrLine, Piece, find_lines

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST_SIDE = 2000  # pixels: lines are found as well in a smaller image, in less memory; they are read in the full one
LOWEST_PART, HIGHEST_PART = 1.4, 2.0  # times its width: the parts that a long image is looked at in
LONGEST_LINE = 100  # times its height: what is longer is a rule
READABLE = 0.8  # mean certainty of a page, below which it may be upside down


@dataclass(frozen=True, slots=True)
class ReadPage:
    """The printed lines of a page in pixels of the page as it was turned, whose ``size`` is its width and height."""

    lines: list[OcrLine]
    size: tuple[int, int]


def read_page(image: "Image") -> ReadPage:
    """The lines of a page image."""
    quads = _quads(image)
    if is_sideways(quads):
        image = image.rotate(90, expand=True)
        quads = _quads(image)
    pieces = _pieces(image, quads)
    if pieces and _certainty(pieces) < READABLE:
        pieces = max(pieces, _pieces(image.rotate(180), [turned_round(quad, image.size) for quad in quads]), key=_certainty)
    return ReadPage(find_lines(_levelled(pieces, image.size)), image.size)


def _pieces(image: "Image", quads: list[Quad]) -> list[Piece]:
    return [Piece(quad, read_strip(strip_of(image, quad, STRIP_HEIGHT))) for quad in quads]


def _certainty(pieces: list[Piece]) -> float:
    return fmean(certainty for piece in pieces for certainty in piece.reading.certainties or (0.0,))


def _levelled(pieces: list[Piece], size: tuple[int, int]) -> list[Piece]:
    angle = tilt([piece.quad for piece in pieces])
    return [replace(piece, quad=levelled(piece.quad, angle, size)) for piece in pieces]


def _quads(image: "Image") -> list[Quad]:
    """Where the lines of an image stand, found part by part, and in a smaller copy where it is large."""
    return [quad for top, bottom in _parts(image) for quad in _quads_of_part(image.crop((0, top, image.width, bottom)), top)]


def _quads_of_part(part: "Image", top: int) -> list[Quad]:
    small = part.copy()
    small.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    found = (scaled(quad, part.width / small.width, part.height / small.height, top) for quad in find_quads(_padded(small)))
    return [quad for quad in found if width(quad) < LONGEST_LINE * height(quad)]


def _padded(image: "Image") -> "Image":
    """An image with white below or beside it where it is much longer than wide, for the library enlarges it by its shorter side."""
    from PIL import Image

    least = max(image.size) // 2
    if min(image.size) >= least:
        return image
    padded = Image.new(image.mode, (max(image.width, least), max(image.height, least)), "white")
    padded.paste(image, (0, 0))
    return padded


def _parts(image: "Image") -> Iterator[tuple[int, int]]:
    """Top and bottom of the parts that an image is looked at in; it is cut between two lines."""
    top = 0
    while image.height - top > HIGHEST_PART * image.width:
        latest, earliest = top + round(HIGHEST_PART * image.width), top + round(LOWEST_PART * image.width)
        cut = earliest + _emptiest_row(image.crop((0, earliest, image.width, latest)))
        yield top, cut
        top = cut
    yield top, image.height


def _emptiest_row(image: "Image") -> int:
    """The row in the middle of the first band that no row is evener than."""
    from PIL import Image, ImageFilter

    edges = image.convert("L").filter(ImageFilter.FIND_EDGES).resize((1, image.height), Image.Resampling.BOX).filter(ImageFilter.BoxBlur(2))
    rows = list(edges.getdata())
    return rows.index(min(rows))
