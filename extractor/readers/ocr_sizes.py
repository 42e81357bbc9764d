"""How large the type of each piece of a page is: Chinese characters stand as far apart as they are wide."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import fmean, median

import regex

from extractor.readers.ocr_glyphs import Piece, glyphs_of

SAME_SIZE = 0.08  # share of a type size within which another is the same, measured badly
TYPE_IN_PIECE = 0.75  # height of the type in that of the piece around it, where nothing else tells it
FEWEST_PITCHES = 3

_HAN = regex.compile(r"\p{Han}")


def type_sizes(pieces: Sequence[Piece]) -> list[float]:
    """The width of a Chinese character in each piece; where one has too few to tell, that of pieces as high as it.

    What differs little from the size of most of the page's characters is that size.
    """
    own = [_own_type_size(piece) for piece in pieces]
    told = [(piece, size) for piece, size in zip(pieces, own, strict=True) if size]
    usual = median(size for piece, size in told for _ in piece.reading.text) if told else 0.0
    sizes = [size or _type_size_like(piece.height, told) for piece, size in zip(pieces, own, strict=True)]
    return [usual if abs(size - usual) < SAME_SIZE * usual else size for size in sizes]


def _own_type_size(piece: Piece) -> float | None:
    pitches = [after.x - glyph.x for glyph, after in pairwise(glyphs_of(piece)) if _HAN.match(glyph.character) and _HAN.match(after.character)]
    if len(pitches) < FEWEST_PITCHES:
        return None
    usual = median(pitches)
    size = fmean(pitch for pitch in pitches if 0.6 * usual < pitch < 1.4 * usual)
    return size if 0.4 * piece.height < size < 1.1 * piece.height else None


def _type_size_like(height: float, told: Iterable[tuple[Piece, float]]) -> float:
    alike = [size for piece, size in told if 0.8 * height < piece.height < 1.25 * height]
    return median(alike) if alike else TYPE_IN_PIECE * height
