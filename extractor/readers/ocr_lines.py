"""From what was recognised on a page to its printed lines.

Recognition finds stretches of text, and of each character only how far along its stretch it stands. How wide a character is, tells the type
size; where two stand further apart than that, there was a blank, or a gap between two columns.

All places are in pixels of the page, whose lines are level.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median

import regex

from extractor.layout import Box
from extractor.readers.ocr_engine import Quad, Reading
from extractor.readers.ocr_text import DOUBTFUL, Recognised
from extractor.readers.pages_grids import Rule

# In widths of a Chinese character, beyond what two characters side by side take.
BLANK_GAP, CELL_GAP, CELL_GAP_OF_DIGITS, LETTER_SPACE = 0.6, 1.5, 0.9, 3.5
BLANK_GAP_OF_LATIN = 0.38  # beyond what the others of the stretch take
SAME_SIZE = 0.08  # share of a type size within which another is the same, measured badly
TYPE_IN_STRIP = 0.75  # height of the type in that of the stretch around it, where nothing else tells it

_HAN = regex.compile(r"\p{Han}")
_LABEL = regex.compile(r"\p{Han}{1,2}[:：]")


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


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters on one base line: the height on the page at which they stand, and the size of the type."""

    glyphs: list[Glyph]
    middle: float
    size: float


@dataclass(frozen=True, slots=True)
class OcrLine:
    """A printed line in pixels; ``type_size`` is the width of its Chinese characters."""

    recognised: Recognised
    box: Box
    type_size: float


def find_lines(pieces: Iterable[Piece], rules: Iterable[Rule] = ()) -> list[OcrLine]:
    """The printed lines of a page, from its top to its bottom and from left to right; no line goes on over one of the ``rules`` down the page."""
    read = sorted((piece for piece in pieces if piece.reading.text), key=lambda piece: piece.middle)
    stretches = [Stretch(_glyphs(piece), piece.middle, size) for piece, size in zip(read, _type_sizes(read), strict=True)]
    walls = [rule for rule in rules if rule.bottom > rule.top]
    return [line for row in _rows(stretches) for stretch in _rejoined(row) for line in _lines_of(stretch, walls)]


def _rows(stretches: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    """Those that stand side by side together, each row from left to right."""
    row: list[Stretch] = []
    for stretch in stretches:
        if row and stretch.middle - row[0].middle > 0.5 * min(stretch.size, row[0].size):
            yield sorted(row, key=_left)
            row = []
        row.append(stretch)
    yield sorted(row, key=_left)


def _left(stretch: Stretch) -> float:
    return stretch.glyphs[0].x


def _rejoined(row: Sequence[Stretch]) -> Iterator[Stretch]:
    """A row in which the two parts of `文　　号：` are one stretch again."""
    before: Stretch | None = None
    for stretch in row:
        joined = before and Stretch([*before.glyphs, *stretch.glyphs], stretch.middle, stretch.size)
        if before and joined and len(before.glyphs) == 1 and _is_letter_spaced(joined.glyphs, 1, _gap(joined.glyphs[0], joined.glyphs[1], joined.size)):
            before = joined
            continue
        if before:
            yield before
        before = stretch
    if before:
        yield before


def _lines_of(stretch: Stretch, walls: Iterable[Rule]) -> Iterator[OcrLine]:
    size = stretch.size
    beside = sorted(wall.left for wall in walls if wall.top <= stretch.middle <= wall.bottom)
    for glyphs in _parted(stretch.glyphs, size, beside):
        half = [size / 2 if glyph.is_wide else size / 4 for glyph in (glyphs[0], glyphs[-1])]
        box = (glyphs[0].x - half[0], stretch.middle - 0.55 * size, glyphs[-1].x + half[1], stretch.middle + 0.55 * size)
        yield OcrLine(_with_blanks(glyphs, size), box, size)


def _glyphs(piece: Piece) -> list[Glyph]:
    length, reading = piece.right - piece.left, piece.reading
    places = (piece.left + centre * length for centre in reading.centres)
    return [Glyph(*found) for found in zip(reading.text, places, reading.certainties, strict=True)]


# --- the size of the type


def _type_sizes(pieces: Sequence[Piece]) -> list[float]:
    """The width of a Chinese character in each piece; where one has too few to tell, that of pieces as high as it.

    What differs little from the size of most of the page's characters is that size.
    """
    own = [_own_type_size(piece) for piece in pieces]
    told = [(piece, size) for piece, size in zip(pieces, own, strict=True) if size]
    usual = median(size for piece, size in told for _ in piece.reading.text) if told else 0.0
    sizes = [size or _type_size_like(piece.height, told) for piece, size in zip(pieces, own, strict=True)]
    return [usual if abs(size - usual) < SAME_SIZE * usual else size for size in sizes]


def _own_type_size(piece: Piece) -> float | None:
    pitches = [after.x - glyph.x for glyph, after in pairwise(_glyphs(piece)) if _HAN.match(glyph.character) and _HAN.match(after.character)]
    if len(pitches) < 3:
        return None
    usual = median(pitches)
    size = fmean(pitch for pitch in pitches if 0.6 * usual < pitch < 1.4 * usual)
    return size if 0.4 * piece.height < size < 1.1 * piece.height else None


def _type_size_like(height: float, told: Iterable[tuple[Piece, float]]) -> float:
    alike = [size for piece, size in told if 0.8 * height < piece.height < 1.25 * height]
    return median(alike) if alike else TYPE_IN_STRIP * height


# --- blanks and gaps


def _parted(glyphs: Sequence[Glyph], size: float, walls: Sequence[float]) -> Iterator[list[Glyph]]:
    """The glyphs of a stretch, parted where the next column or cell begins; ``walls`` are the places of rules between cells."""
    begins = 0
    for place in range(1, len(glyphs)):
        is_walled = bisect_right(walls, glyphs[place - 1].x) < bisect_right(walls, glyphs[place].x)
        if is_walled or _is_cell_between(glyphs[begins:], place - begins, size):
            yield list(glyphs[begins:place])
            begins = place
    yield list(glyphs[begins:])


def _is_cell_between(glyphs: Sequence[Glyph], place: int, size: float) -> bool:
    before, after = glyphs[place - 1], glyphs[place]
    gap = _gap(before, after, size)
    digits = before.character.isdecimal() and after.character.isdecimal()
    return gap >= (CELL_GAP_OF_DIGITS if digits else CELL_GAP) and not _is_letter_spaced(glyphs, place, gap)


def _is_letter_spaced(glyphs: Sequence[Glyph], place: int, gap: float) -> bool:
    """Whether the gap is that in `文　　号：`, one character far from the rest of its word."""
    behind = "".join(glyph.character for glyph in glyphs[place : place + 3])
    return place == 1 and gap <= LETTER_SPACE and _HAN.match(glyphs[0].character) is not None and _LABEL.match(behind) is not None


def _with_blanks(glyphs: Sequence[Glyph], size: float) -> Recognised:
    """The text of a stretch with a blank where there is more room than between neighbours."""
    latin = [after.x - glyph.x for glyph, after in pairwise(glyphs) if not (glyph.is_wide or after.is_wide)]
    pitch = median(latin) if latin else 0.5 * size
    characters, certainties = [glyphs[0].character], [glyphs[0].certainty]
    for glyph, after in pairwise(glyphs):
        if _is_blank_between(glyph, after, size, pitch):
            characters.append(" ")
            certainties.append(DOUBTFUL if glyph.character.isdecimal() and after.character.isdecimal() else 1.0)
        characters.append(after.character)
        certainties.append(after.certainty)
    return Recognised("".join(characters), tuple(certainties))


def _is_blank_between(glyph: Glyph, after: Glyph, size: float, pitch: float) -> bool:
    if not (glyph.is_wide or after.is_wide):
        return after.x - glyph.x - pitch >= BLANK_GAP_OF_LATIN * size
    return _gap(glyph, after, size) >= BLANK_GAP


def _gap(glyph: Glyph, after: Glyph, size: float) -> float:
    """The room between two characters in widths of a Chinese one."""
    return (after.x - glyph.x) / size - (0.5 if glyph.is_wide else 0.25) - (0.5 if after.is_wide else 0.25)
