"""From the glyphs of a page to its printed lines: what stands on one base line, parted where the next column or cell begins, blanks between words.

>>> glyphs = [Glyph(text, 90.0 + x, 98.0 + x, 200.0, 16.0, False, False, 1) for text, x in (("立", 0), ("案", 16), ("2", 32), (".", 44), ("4", 56))]
>>> [line.text for line in find_lines(glyphs, 1)]
['立案2.4']
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median_low

import regex

from extractor.layout import Box
from extractor.readers.pages_lines import PrintedLine
from extractor.readers.pdf_base_lines import find_base_lines, main_size
from extractor.readers.pdf_glyphs import Glyph

# In sizes of the type.
ASCENT, DESCENT = 0.88, 0.12  # of Chinese type
CELL_GAP, CELL_GAP_OF_DIGITS, WIDE_GAP = 1.5, 1.0, 2.5  # the room between two cells
GUTTER = 0.4  # the room that a hanging mark leaves between two columns
LETTER_SPACE = 4.5  # that within `合　　计`, at most
BLANK_GAP, BLANK_GAP_OF_LATIN, BLANK_GAP_OF_FIGURES = 0.6, 0.15, 0.35  # that of a blank; figures are set apart where the file says a wrong width of them
WRITTEN_BLANK, WRITTEN_BLANK_OF_LATIN = 0.2, -0.1  # that of one that was written
UNEVEN = 1.6  # how much wider than the others of its line such a gap is

LONGEST_NUMBER = 20  # characters on either side of a blank
NARROW = 0.75  # the width of a character of Latin script
FIRST_WIDE = "\u2e80"
BOLD_SHARE = 0.9  # of the glyphs of a line that is bold

_HAN = regex.compile(r"\p{Han}")
_SPACED_LABEL = regex.compile(r"\p{Han}{1,2}[:：]")


def find_lines(glyphs: Iterable[Glyph], page: int, gutter: float | None = None) -> list[PrintedLine]:
    """The printed lines of some glyphs of a page (which counts from 1), from top to bottom and from left to right.

    ``gutter`` is where on its width two columns part, where that is known: a mark that hangs into the gap does not join their lines.
    """
    lines = map(_with_gaps, find_base_lines(glyphs))
    return [_printed(line[part], gaps[part], page) for line, gaps in lines for part in _parts(line, gaps, gutter)]


def _with_gaps(line: list[Glyph]) -> tuple[list[Glyph], list[float]]:
    """A line with the room before each of its glyphs, in sizes of the larger type."""
    return line, [0.0, *((after.left - before.right) / max(before.size, after.size) for before, after in pairwise(line))]


# --- gaps between cells


def _parts(line: Sequence[Glyph], gaps: Sequence[float], gutter: float | None) -> Iterator[slice]:
    """The stretches that a line falls into where the next column or cell begins."""
    start = 0
    if max(gaps) >= GUTTER and not _is_evenly_spaced(line, gaps):
        usual = _usual(gaps)
        for place in range(1, len(line)):
            is_cell = _is_cell_gap(line, gaps, place, usual) and not (place == start + 1 and _is_letter_space(line, gaps, place))
            if is_cell or gutter is not None and gaps[place] >= GUTTER and _holds(line, place, gutter):
                yield slice(start, place)
                start = place
    yield slice(start, len(line))


def _holds(line: Sequence[Glyph], place: int, gutter: float) -> bool:
    """Whether the gap before a glyph is where two columns part."""
    return line[place - 1].right - line[place - 1].size <= gutter <= line[place].left


def _usual(gaps: Sequence[float]) -> float:
    return max(0.0, median_low(gaps[1:])) if len(gaps) > 1 else 0.0


def _is_evenly_spaced(line: Sequence[Glyph], gaps: Sequence[float]) -> bool:
    """Whether a line of Chinese characters is spread as one: `工 作 报 告`."""
    least, most = min(gaps[1:]), max(gaps)
    return len(gaps) >= 3 and least > 0 and most < min(UNEVEN * least, LETTER_SPACE) and all(_HAN.match(glyph.text) for glyph in line)


def _is_cell_gap(line: Sequence[Glyph], gaps: Sequence[float], place: int, usual: float) -> bool:
    gap = gaps[place]
    if gap < CELL_GAP_OF_DIGITS or gap >= WIDE_GAP:
        return gap >= WIDE_GAP
    digits = line[place - 1].text.isdecimal() and line[place].text.isdecimal()
    return (digits or gap >= CELL_GAP) and gap > UNEVEN * usual


def _is_letter_space(line: Sequence[Glyph], gaps: Sequence[float], place: int) -> bool:
    """Whether the gap is that within `合　　计` or `文　　号：`: one character far from the rest of its word."""
    if gaps[place] > LETTER_SPACE or not _HAN.match(line[place - 1].text) or not _HAN.match(line[place].text):
        return False
    is_alone = place + 1 == len(line) or gaps[place + 1] > BLANK_GAP
    return is_alone or _SPACED_LABEL.match("".join(glyph.text for glyph in line[place : place + 3])) is not None


# --- a stretch as it is printed


def _printed(part: Sequence[Glyph], gaps: Sequence[float], page: int) -> PrintedLine:
    size = main_size(part)
    baseline = Counter(glyph.baseline for glyph in part if abs(glyph.size - size) < 0.5).most_common(1)[0][0]
    right = max(glyph.right for glyph in part)
    box: Box = (round(part[0].left, 1), round(baseline - ASCENT * size, 1), round(right, 1), round(baseline + DESCENT * size, 1))
    bold = sum(glyph.bold for glyph in part) >= BOLD_SHARE * len(part)
    return PrintedLine(_text(part, gaps), page, box, size, bold, faint=all(glyph.faint for glyph in part))


def _text(part: Sequence[Glyph], gaps: Sequence[float]) -> str:
    """The text of a stretch with blanks where words are parted, in Latin script by less room than in Chinese."""
    if max(gaps[1:], default=0.0) <= BLANK_GAP_OF_LATIN and not any(glyph.spaced for glyph in part):
        return "".join(glyph.text for glyph in part)
    least = UNEVEN * _usual(gaps)
    return part[0].text + "".join(" " + part[place].text if _is_blank_before(part, gaps, place, least) else part[place].text for place in range(1, len(part)))


def _is_blank_before(part: Sequence[Glyph], gaps: Sequence[float], place: int, least: float) -> bool:
    """Whether there is a blank before a glyph: where one was written less room tells it; ``least`` is what there is more of than between the others."""
    gap, spaced = gaps[place], part[place].spaced
    if _is_narrow(part[place - 1]) and _is_narrow(part[place]):
        own = BLANK_GAP_OF_FIGURES if _is_figure(part[place - 1]) and _is_figure(part[place]) else BLANK_GAP_OF_LATIN
        is_blank = spaced and gap > WRITTEN_BLANK_OF_LATIN or gap > max(own, least)
        return is_blank and not _is_in_spaced_number(part, gaps, place)
    if place == 1 and gap >= CELL_GAP and _is_letter_space(part, gaps, place):
        return False
    return gap > max(WRITTEN_BLANK if spaced else BLANK_GAP, least)


def _is_narrow(glyph: Glyph) -> bool:
    """Whether a glyph is set as those of Latin script are; quotation marks and dashes may be set either way."""
    return glyph.text.isascii() or glyph.text < FIRST_WIDE and glyph.right - glyph.left < NARROW * glyph.size


def _is_in_spaced_number(part: Sequence[Glyph], gaps: Sequence[float], place: int) -> bool:
    """Whether a number with as much room around each of its digits goes on here: `2 3 . 4`."""
    first = last = place
    while first and place - first < LONGEST_NUMBER and _is_figure(part[first - 1]):
        first -= 1
    while last < len(part) and last - place < LONGEST_NUMBER and _is_figure(part[last]):
        last += 1
    inner = gaps[first + 1 : last]
    return len(inner) >= 2 and min(inner) > 0 and max(inner) < 2 * min(inner)


def _is_figure(glyph: Glyph) -> bool:
    return glyph.text.isdecimal() or glyph.text in ".,%"
