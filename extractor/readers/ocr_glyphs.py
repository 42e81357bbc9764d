"""What was recognised, character by character: pieces of a page as they were found, and where in them each character stands.

All places are in pixels of the page, whose lines are level.
"""

from dataclasses import dataclass
from statistics import fmean

from extractor.readers.ocr_engine import Quad, Reading


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch as recognition found it: its corners and what it says."""

    quad: Quad
    reading: Reading

    @property
    def left(self) -> float:
        """The left edge."""
        return (self.quad[0][0] + self.quad[3][0]) / 2

    @property
    def right(self) -> float:
        """The right edge."""
        return (self.quad[1][0] + self.quad[2][0]) / 2

    @property
    def middle(self) -> float:
        """The height on the page at which its characters stand."""
        return fmean(y for _, y in self.quad)

    @property
    def height(self) -> float:
        """From its upper to its lower edge."""
        return (self.quad[3][1] + self.quad[2][1] - self.quad[0][1] - self.quad[1][1]) / 2


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character, the place of its centre across the page, and how sure it is."""

    character: str
    x: float
    certainty: float

    @property
    def is_wide(self) -> bool:
        """Whether it takes a full width, as Chinese characters and their marks do."""
        return ord(self.character) > 0x2E7F or self.character in "“”‘’—…·"


def glyphs_of(piece: Piece) -> list[Glyph]:
    """The characters of a piece with their places."""
    length, reading = piece.right - piece.left, piece.reading
    places = (piece.left + centre * length for centre in reading.centres)
    return [Glyph(*found) for found in zip(reading.text, places, reading.certainties, strict=True)]


def room_between(glyph: Glyph, after: Glyph, size: float) -> float:
    """The room between two characters in widths of a Chinese one, which is ``size`` pixels wide.

    >>> room_between(Glyph("案", 100.0, 1.0), Glyph("3", 130.0, 1.0), 40.0)
    0.0
    """
    return (after.x - glyph.x) / size - (0.5 if glyph.is_wide else 0.25) - (0.5 if after.is_wide else 0.25)
