"""The lines of a view that are not empty, and the smaller pieces that a flattened page leaves on one line.

>>> [row.text for row in find_rows("首页\\n\\n关于我们\\n")]
['首页', '关于我们']
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import regex

from extractor.document import Document
from extractor.spans import Span

LONG = 80  # code points: what stands around a report is shorter, a paragraph of one is not

_LINE = regex.compile(r"[^\n]+")
_CUT = regex.compile(r"[\t|>]+| {2,}|(?<=】)")
_BULLETS = " \t#*•·●○◆■★※"
_NUMERAL = "[一二三四五六七八九十]{1,3}"
_CHAPTER = regex.compile(rf"(?:{_NUMERAL}[、.]|\({_NUMERAL}\)|第{_NUMERAL}(?:部分|章|节))")
_HEADING = regex.compile(rf"{_CHAPTER.pattern}|\(?\d{{1,2}}[.、)](?!\d)|{_NUMERAL}(?:是|要)")
_SENTENCE = regex.compile(r"。|如下:?$")
_PAGE_NUMBER = regex.compile(r"[-—–―一_·]{0,3} ?\d{1,3} ?[-—–―一_·]{0,3}|第 ?\d{1,3} ?[页頁](?:[,/]?共 ?\d{1,3} ?[页頁])?|\d{1,3} ?/ ?\d{1,3}")


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of a view and what stands there."""

    span: Span
    text: str

    @property
    def is_chapter(self) -> bool:
        """Whether it opens with the label of one of the upper headings."""
        return _CHAPTER.match(self.text) is not None

    @property
    def is_heading(self) -> bool:
        """Whether it opens with the label of any heading or item."""
        return _HEADING.match(self.text) is not None

    @property
    def is_prose(self) -> bool:
        """Whether sentences stand in it."""
        return _SENTENCE.search(self.text) is not None or len(self.text) >= 30 and "," in self.text

    @property
    def is_paragraph(self) -> bool:
        """Whether it is a paragraph too long for anything but a report."""
        return len(self.text) >= LONG and self.is_prose

    @property
    def is_page_number(self) -> bool:
        """Whether it is the number of a page and nothing else."""
        return _PAGE_NUMBER.fullmatch(self.text) is not None


def find_rows(text: str) -> list[Row]:
    """The lines of a view that hold something, without the blanks at their edges and the mark of a list or of Markdown before them."""
    return [row for match in _LINE.finditer(text) for row in _trimmed(text, Span(*match.span()))]


def find_pieces(document: Document, row: Row) -> Iterator[Row]:
    """What a row falls into where the source has a blank, a tab, a bar or the mark of a path."""
    cuts = [row.span.start, *_blanks(document, row.span), row.span.end]
    for match in _CUT.finditer(row.text):
        cuts += [row.span.start + match.start(), row.span.start + match.end()]
    cuts.sort()
    for start, end in pairwise(cuts):
        yield from _trimmed(document.view.text, Span(start, end), marks=True)


def _trimmed(text: str, span: Span, marks: bool = False) -> Iterator[Row]:
    piece = text[span.slice]
    inner = piece.strip(" \t|>" if marks else " \t").lstrip(_BULLETS)
    if "**" in piece[: len(piece) - len(inner)]:
        inner = inner.rstrip(" *")
    if inner:
        start = span.start + piece.index(inner)
        yield Row(Span(start, start + len(inner)), inner)


def _blanks(document: Document, span: Span) -> Iterator[int]:
    view = document.view
    for piece in range(bisect_right(view.starts, span.start), bisect_left(view.starts, span.end)):
        if document.text[view.sources[piece] - 1].isspace():
            yield view.starts[piece]
