"""From what was recognised on a page to its printed lines.

Recognition finds pieces of text, and of each character only how far along its piece it stands. How far apart they stand tells the type size
(``ocr_sizes``), and where there was a blank or the gap between two columns (``ocr_gaps``).

All places are in pixels of the page, whose lines are level.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractor.layout import Box
from extractor.readers.ocr_gaps import is_letter_spaced, parted, with_blanks
from extractor.readers.ocr_glyphs import Glyph, Piece, glyphs_of
from extractor.readers.ocr_sizes import type_sizes
from extractor.readers.ocr_text import Recognised
from extractor.readers.pages_grids import Rule


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
    stretches = [Stretch(glyphs_of(piece), piece.middle, size) for piece, size in zip(read, type_sizes(read), strict=True)]
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
        if before and joined and len(before.glyphs) == 1 and is_letter_spaced(joined.glyphs, joined.size):
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
    for glyphs in parted(stretch.glyphs, size, beside):
        half = [size / 2 if glyph.is_wide else size / 4 for glyph in (glyphs[0], glyphs[-1])]
        box = (glyphs[0].x - half[0], stretch.middle - 0.55 * size, glyphs[-1].x + half[1], stretch.middle + 0.55 * size)
        yield OcrLine(with_blanks(glyphs, size), box, size)
