"""A page image set upright and read: first where its lines stand, then what each says.

A page on its side is turned until its lines run across, one upside down where it reads better the other way round; an askew one is read
line by line as it is, and its lines are levelled afterwards. The red of a seal is looked through, for it lies over issuer and date; what is
printed in red and not over anything is read as it is.
"""

from dataclasses import dataclass, replace
from statistics import fmean
from typing import TYPE_CHECKING

from extractor.readers.ocr_engine import STRIP_HEIGHT, Quad, read_strip
from extractor.readers.ocr_geometry import is_sideways, levelled, overlap, strip_of, tilt, turned_round
from extractor.readers.ocr_glyphs import Piece
from extractor.readers.ocr_lines import OcrLine, find_lines
from extractor.readers.ocr_parts import find_lines_in
from extractor.readers.ocr_rules import find_rules
from extractor.readers.pages_grids import Rule

if TYPE_CHECKING:
    from PIL.Image import Image

READABLE = 0.8  # mean certainty of a page, below which it may be upside down
READABLE_RED = 0.9  # mean certainty of a line in red, below which it is none
LEAST_REDNESS, LEAST_RED = 60, 0.0005  # how much redder a pixel is than anything else, and the share of them, from which on a page has red ink


@dataclass(frozen=True, slots=True)
class ReadPage:
    """The printed lines of a page and the rules of its tables in pixels of the page as it was turned to be read, whose ``size`` is its width and height."""

    lines: list[OcrLine]
    rules: list[Rule]
    size: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Turned:
    """What was read of an image that was turned by ``angle`` degrees against the clock."""

    pieces: list[Piece]
    image: "Image"
    angle: int


def read_page(image: "Image", dpi: float) -> ReadPage:
    """What stands on a page image, of which ``dpi`` pixels make an inch."""
    image = image if image.mode in ("L", "RGB") else image.convert("RGB")
    red = _has_red(image)
    turned = _upright(image.getchannel("R") if red else image)
    pieces = [*turned.pieces, *(_red_pieces(image.rotate(turned.angle, expand=True), turned.pieces) if red else [])]
    angle = tilt([piece.quad for piece in pieces])
    level = [replace(piece, quad=levelled(piece.quad, angle, turned.image.size)) for piece in pieces]
    rules = find_rules(turned.image, angle, dpi)
    return ReadPage(find_lines(level, rules), rules, turned.image.size)


def _upright(image: "Image") -> _Turned:
    quads, angle = find_lines_in(image), 0
    if is_sideways(quads):
        image, angle = image.rotate(90, expand=True), 90
        quads = find_lines_in(image)
    pieces = _pieces(image, quads)
    if pieces and _certainty(pieces) < READABLE:
        upturned = image.rotate(180)
        other = _pieces(upturned, [turned_round(quad, image.size) for quad in quads])
        if _certainty(other) > _certainty(pieces):
            return _Turned(other, upturned, angle + 180)
    return _Turned(pieces, image, angle)


def _pieces(image: "Image", quads: list[Quad]) -> list[Piece]:
    return [Piece(quad, read_strip(strip_of(image, quad, STRIP_HEIGHT))) for quad in quads]


def _certainty(pieces: list[Piece]) -> float:
    return fmean(certainty for piece in pieces for certainty in piece.reading.certainties or (0.0,))


def _red_pieces(image: "Image", pieces: list[Piece]) -> list[Piece]:
    """What is printed in red alone, such as the head of an official paper; writing in a circle, as in a seal, cannot be read."""
    quads = (quad for quad in find_lines_in(image) if not any(overlap(quad, piece.quad) for piece in pieces))
    return [piece for piece in _pieces(image, list(quads)) if _certainty([piece]) >= READABLE_RED]


def _has_red(image: "Image") -> bool:
    from PIL import ImageChops

    if image.mode != "RGB":
        return False
    red, green, blue = image.split()
    redness = ImageChops.subtract(red, ImageChops.lighter(green, blue)).histogram()
    return bool(sum(redness[LEAST_REDNESS:]) > LEAST_RED * image.width * image.height)
