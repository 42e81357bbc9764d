"""Printed lines of pages, as a reader hands them over: paragraphs set as an office program sets them, without any file.

>>> lines, sizes = typeset(["一、概况", "全年立案3件，" * 8], Setting(width=12))
>>> [line.text for line in lines][:3], len(sizes)
(['一、概况', '全年立案3件，全年立', '案3件，全年立案3件，全年'], 1)
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from extractor.readers.pages_lines import PageSize, PrintedLine

_TOKEN = regex.compile(r"[“‘（《〈〔【]*(?:[0-9A-Za-z.%]+|.)[，。、；：？！”’）》〉〕】%]*")


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set: ``width`` and ``indent`` in characters, the rest in points; ``ragged`` leaves what room there is at the end of lines."""

    width: int = 28
    indent: int = 2
    size: float = 16
    pitch: float = 28
    spacing: float = 0
    left: float = 80
    top: float = 105
    rows: int = 22
    ragged: bool = False
    page: PageSize = (595.0, 842.0)


def at(text: str, x: float, y: float, page: int = 1, size: float = 16, *, bold: bool = False, faint: bool = False) -> PrintedLine:
    """A printed line that begins at ``x`` and whose upper edge is at ``y``; digits and Latin letters are half as wide as others."""
    return PrintedLine(text, page, (x, y, x + width_of(text) * size, y + size), size, bold, faint=faint)


def width_of(text: str) -> float:
    """The width of a text in characters."""
    return sum(0.5 if character.isascii() else 1.0 for character in text)


def typeset(paragraphs: Iterable[str], setting: Setting | None = None) -> tuple[list[PrintedLine], list[PageSize]]:
    """The printed lines of paragraphs, and the sizes of the pages that they take."""
    setting = setting or Setting()
    lines: list[PrintedLine] = []
    page, y = 1, setting.top
    foot = setting.top + setting.rows * setting.pitch
    for paragraph in paragraphs:
        for text, indent, is_last in _broken(paragraph, setting):
            if y + setting.pitch > foot + 0.01:
                page, y = page + 1, setting.top
            left = setting.left + indent * setting.size
            right = left + width_of(text) * setting.size
            if not (is_last or setting.ragged):
                right = setting.left + setting.width * setting.size
            lines.append(PrintedLine(text, page, (left, y, right, y + setting.size), setting.size))
            y += setting.pitch
        y += setting.spacing
    return lines, [setting.page] * page


def _broken(paragraph: str, setting: Setting) -> Iterator[tuple[str, int, bool]]:
    """The lines that a paragraph is broken into, each with its indent, and whether it is the last."""
    line, indent = "", setting.indent
    for token in _pieces(_TOKEN.findall(paragraph), setting.width - setting.indent):
        if line and indent + width_of(line + token) > setting.width:
            yield line, indent, False
            line, indent = "", 0
        line += token
    yield line, indent, True


def _pieces(tokens: Sequence[str], longest: int) -> Iterator[str]:
    """Tokens, those that no line could hold cut."""
    for token in tokens:
        for start in range(0, len(token), longest):
            yield token[start : start + longest]
