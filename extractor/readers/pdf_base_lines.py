"""Which glyphs of a page stand on one base line, figures that are raised or lowered beside it included.

>>> glyphs = [Glyph(text, x, x + 8, y, size, False, False, 1) for text, x, y, size in (("m", 10, 200, 16), ("2", 18, 193, 8), ("宽", 10, 228, 16))]
>>> ["".join(glyph.text for glyph in line) for line in find_base_lines(glyphs)]
['m2', '宽']
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from extractor.readers.pdf_glyphs import Glyph

# In sizes of the type.
SAME_LINE = 0.25  # how far base lines may lie apart
RAISED, SMALL = 0.6, 0.8  # how far a raised or lowered figure stands from its line, and how small it is beside it
OVERHANG = 0.2  # how far it may reach over the character beside it
OVERPRINT = 0.15  # how far apart the same character is drawn twice to look bold

LONGEST_RAISED = 12  # glyphs


def find_base_lines(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """The lines of a page from top to bottom, the glyphs of each from left to right; what is drawn twice to look bold is there once."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.baseline):
        if lines and glyph.baseline - lines[-1][0].baseline <= SAME_LINE * glyph.size:
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return [_without_overprint(sorted(line, key=lambda glyph: glyph.left)) for line in _with_raised(lines)]


def main_size(line: Iterable[Glyph]) -> float:
    """The size that most of the glyphs are set in, in half points."""
    return Counter(round(2 * glyph.size) / 2 for glyph in line).most_common(1)[0][0]


def _with_raised(lines: list[list[Glyph]]) -> list[list[Glyph]]:
    """The lines with those figures in them that are set smaller and higher or lower, as in m² and PM₂.₅."""
    sizes = [main_size(line) for line in lines]
    raised = set()
    for index, line in enumerate(lines):
        hosts = [other for other in (index - 1, index + 1) if 0 <= other < len(lines) and _is_raised(line, sizes[index], lines[other], sizes[other])]
        if hosts:
            raised.add(index)
            lines[max(hosts, key=lambda other: sizes[other])].extend(line)
    return [line for index, line in enumerate(lines) if index not in raised]


def _is_raised(line: Sequence[Glyph], size: float, host: Sequence[Glyph], host_size: float) -> bool:
    if len(line) > LONGEST_RAISED or size > SMALL * host_size or abs(line[0].baseline - host[0].baseline) > RAISED * host_size:
        return False
    return all(_fits_in(glyph, host, host_size) for glyph in line)


def _fits_in(glyph: Glyph, host: Sequence[Glyph], size: float) -> bool:
    """Whether a glyph stands beside one of a line and on none of it."""
    return -OVERHANG * size <= min(max(other.left - glyph.right, glyph.left - other.right) for other in host) <= size


def _without_overprint(line: list[Glyph]) -> list[Glyph]:
    """A line without the glyphs that are drawn a second time, a little aside; these make bold type, or a shadow."""
    kept: list[Glyph] = []
    for glyph in line:
        twin = next((place for place in range(len(kept) - 1, max(-1, len(kept) - 4), -1) if _is_twin(kept[place], glyph)), None)
        if twin is None:
            kept.append(glyph)
        else:
            kept[twin] = kept[twin]._replace(bold=True)
    return kept


def _is_twin(glyph: Glyph, other: Glyph) -> bool:
    return glyph.text == other.text and glyph.run != other.run and other.left - glyph.left <= OVERPRINT * glyph.size
