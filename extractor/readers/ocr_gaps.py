"""Where more room than usual stands between two characters: a blank, or the gap between two columns."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

import regex

from extractor.readers.ocr_glyphs import Glyph, room_between
from extractor.readers.ocr_text import DOUBTFUL, Recognised

# In widths of a Chinese character, beyond what two characters side by side take.
BLANK_GAP, CELL_GAP, CELL_GAP_OF_DIGITS, LETTER_SPACE = 0.6, 1.5, 0.9, 3.5
BLANK_GAP_OF_LATIN = 0.38  # beyond what the others of the stretch take

_HAN = regex.compile(r"\p{Han}")
_LABEL = regex.compile(r"\p{Han}{1,2}[:：]")


def parted(glyphs: Sequence[Glyph], size: float, walls: Sequence[float]) -> Iterator[list[Glyph]]:
    """The glyphs of a stretch, parted where the next column or cell begins; ``walls`` are the places of rules between cells, in order."""
    begins = 0
    for place in range(1, len(glyphs)):
        is_walled = bisect_right(walls, glyphs[place - 1].x) < bisect_right(walls, glyphs[place].x)
        if is_walled or _is_cell_between(glyphs, place, size) and not (place == begins + 1 and is_letter_spaced(glyphs[begins : place + 3], size)):
            yield list(glyphs[begins:place])
            begins = place
    yield list(glyphs[begins:])


def is_letter_spaced(glyphs: Sequence[Glyph], size: float) -> bool:
    """Whether the first of the glyphs is that of `文　　号：`, far from the rest of its word.

    >>> is_letter_spaced([Glyph("文", 20, 1), Glyph("号", 140, 1), Glyph("：", 180, 1)], 40)
    True
    """
    behind = "".join(glyph.character for glyph in glyphs[1:4])
    near = _HAN.match(glyphs[0].character) and _LABEL.match(behind)
    return near is not None and room_between(glyphs[0], glyphs[1], size) <= LETTER_SPACE


def with_blanks(glyphs: Sequence[Glyph], size: float) -> Recognised:
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
    return room_between(glyph, after, size) >= BLANK_GAP


def _is_cell_between(glyphs: Sequence[Glyph], place: int, size: float) -> bool:
    before, after = glyphs[place - 1], glyphs[place]
    digits = before.character.isdecimal() and after.character.isdecimal()
    return room_between(before, after, size) >= (CELL_GAP_OF_DIGITS if digits else CELL_GAP)
