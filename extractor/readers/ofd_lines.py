"""The lines of an OFD page: runs of characters, wherever a program cut them, put together on their base line.

>>> runs = [TextRun("立案", 30.0, 50.0, 5.6, 11.2), TextRun("13", 41.2, 50.0, 5.6, 5.6), TextRun("86件", 46.8, 50.1, 5.6, 11.2), TextRun("结案", 120.0, 50.0, 5.6, 11.2)]
>>> [line.text for line in find_lines(runs, (0.0, 0.0, 210.0, 297.0), 1)]
['立案1386件', '结案']
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import isfinite

from extractor.layout import Box
from extractor.readers.pages import PrintedLine

POINTS = 72 / 25.4  # in a millimetre, which is what OFD measures in
ASCENT = 0.88  # share of a character's height that stands above the base line
SAME_LINE = 0.5  # heights of a character by which base lines of one line differ at most
PARTED, SPACED = 1.0, 0.3  # heights of a character: a gap that parts two cells; one that is a blank between Latin words
REACH = 2.0  # millimetres by which characters may stick out of their page
SAME_PLACE = 0.4  # millimetres by which a second print, which makes a word bold, lies off the first


@dataclass(frozen=True, slots=True)
class TextRun:
    """Characters as they are placed on a page: the left end of their base line, their height and the width of all of them, in millimetres."""

    text: str
    x: float
    y: float
    size: float
    width: float
    is_bold: bool = False

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.x + self.width


def find_lines(runs: Iterable[TextRun], page: Box, number: int) -> list[PrintedLine]:
    """The lines of the page of that number, in points from its upper left; ``page`` is its left, top, width and height in millimetres."""
    visible = (run for run in runs if run.text and _is_on(run, page))
    return [_printed(stretch, page, number) for line in _base_lines(_once(visible)) for stretch in _stretches(line) if _text(stretch).strip()]


def _is_on(run: TextRun, page: Box) -> bool:
    left, top, width, height = page
    inside = left - REACH <= run.x <= left + width + REACH and top - REACH <= run.y <= top + height + REACH
    return inside and 0 < run.size < height and isfinite(run.width)


def _once(runs: Iterable[TextRun]) -> Iterator[TextRun]:
    """The runs without those that are printed again in the same place, which makes them bold."""
    printed: dict[tuple[str, int, int], TextRun] = {}
    for run in runs:
        place = (run.text, round(run.x / SAME_PLACE), round(run.y / SAME_PLACE))
        printed[place] = replace(run, is_bold=place in printed)
    yield from printed.values()


def _base_lines(runs: Iterable[TextRun]) -> Iterator[list[TextRun]]:
    """The runs that stand on one base line, from left to right."""
    line: list[TextRun] = []
    for run in sorted(runs, key=lambda run: (run.y, run.x)):
        if line and run.y - line[0].y > SAME_LINE * min(run.size, line[0].size):
            yield sorted(line, key=lambda run: run.x)
            line = []
        line.append(run)
    if line:
        yield sorted(line, key=lambda run: run.x)


def _stretches(line: Sequence[TextRun]) -> Iterator[list[TextRun]]:
    """The runs of a line between the gaps that part cells."""
    stretch: list[TextRun] = []
    for run in line:
        if stretch and run.x - max(before.right for before in stretch[-2:]) > PARTED * min(run.size, stretch[-1].size):
            yield stretch
            stretch = []
        stretch.append(run)
    yield stretch


def _printed(runs: Sequence[TextRun], page: Box, number: int) -> PrintedLine:
    """A line from its first character that is seen to its last."""
    text, size = _text(runs), max(run.size for run in runs)
    base = max(run.y for run in runs) - page[1]
    left, right = runs[0].x - page[0] + _blank_width(text, size), max(run.right for run in runs) - page[0]
    box = (left * POINTS, (base - ASCENT * size) * POINTS, right * POINTS, (base + (1 - ASCENT) * size) * POINTS)
    return PrintedLine(text.strip(), number, box, size * POINTS, bold=all(run.is_bold for run in runs))


def _text(runs: Sequence[TextRun]) -> str:
    text = runs[0].text
    for before, run in pairwise(runs):
        is_blank = run.x - before.right > SPACED * run.size and text[-1].isascii() and run.text[0].isascii()
        text += " " * is_blank + run.text
    return text


def _blank_width(text: str, size: float) -> float:
    """The width of the blanks that a line is indented by."""
    blanks = text[: len(text) - len(text.lstrip())]
    return size * (len(blanks) - sum(map(str.isascii, blanks)) / 2)
