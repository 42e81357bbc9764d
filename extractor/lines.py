"""Which line ends are none: where a page, a column or a mail program broke a sentence.

Two kinds of text have such ends. In a *set* text (a PDF, a mail) every full line is as wide as the page, and a line that is
full goes on. In a text whose lines are paragraphs, a line goes on that is long and stops in mid-sentence.

>>> [tuple(s) for s in joints("甲乙，\\n丙丁。", "甲乙,\\n丙丁。")]
[(3, 4)]
"""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from extractor.spans import Span

_LINE = regex.compile(r"[^\n]+")
_HEADING = regex.compile(
    r"[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、]\D|\(\d{1,2}\)|第[一二三四五六七八九十]{1,3}[章节部]|附件|表\d|\[\d+\]"
)
_PAGE_NUMBER = regex.compile(r"[-—–一_·]{0,3}\s*\d{1,3}\s*[-—–一_·]{0,3}|第\s*\d{1,3}\s*页(?:\s*[,/]?\s*共\s*\d{1,3}\s*页)?|\d{1,3}\s*/\s*\d{1,3}")
_FIELD = regex.compile(r"[^\d,。;]{2,8}:")
_TAG = regex.compile(r"(?:[A-Z][a-z]+){2}: ?\S")  # a tag of a page, as long as it may be, is one line
_UNCUT = regex.compile(r"[!-~]{2,}")
_ENDS = frozenset("。!?;:…”』〕】》)|")
_GOES_ON = frozenset(",、(“《〈〔—")
_CELL = regex.compile(r"\t|\|")

LONG_LINE = 60  # code points: a heading, an address or a field of the page is shorter
FEWEST_LINES, FULL_SHARE, SLACK = 8, 0.45, 4  # of a set text: lines, share of them that are full, width that a full line may lack


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    text: str
    width: int

    @property
    def is_page_number(self) -> bool:
        return _PAGE_NUMBER.fullmatch(self.text) is not None


def joints(source: str, folded: str) -> list[Span]:
    """The spans to be taken out of a text so that its broken lines are whole: line ends, with any page number between them."""
    lines = list(_lines(source, folded))
    width = _page_width(lines)
    found: list[Span] = []
    for index, line in enumerate(lines):
        after = index + 1
        while after < len(lines) and lines[after].is_page_number and not _is_broken_number(line, lines[after]):
            after += 1
        if after < len(lines) and _goes_on(line, lines[after], width):
            found.append(Span(line.span.end, lines[after].span.start))
    return found


def _lines(source: str, folded: str) -> Iterator[_Line]:
    for match in _LINE.finditer(folded):
        text = match.group().strip(" \t\x00")
        if text:
            start = match.start() + match.group().index(text)
            yield _Line(Span(start, start + len(text)), text, _width(source[match.start() : start + len(text)]))


def _width(text: str) -> int:
    return 2 * len(text) - sum(map(str.isascii, text))


def _page_width(lines: list[_Line]) -> int | None:
    """How wide a full line of a set text is, in half-widths; None where lines are paragraphs."""
    widths = sorted(line.width for line in lines if not line.is_page_number)
    if len(widths) < FEWEST_LINES:
        return None
    widest = widths[-1 - len(widths) // 20]
    full = sum(widest - SLACK <= width for width in widths)
    return widest if 30 <= widest <= 130 and full >= FULL_SHARE * len(widths) else None


def _is_broken_number(line: _Line, after: _Line) -> bool:
    return after.text.isdigit() and line.text[-1] in "0123456789."


def _goes_on(line: _Line, after: _Line, width: int | None) -> bool:
    last = line.text[-1]
    if _CELL.search(line.text) or _CELL.search(after.text) or line.is_page_number or _TAG.match(line.text):
        return False
    if _HEADING.match(after.text) and not (last in "0123456789" and after.text[0].isdigit()):
        return False
    if width is not None:
        return _is_full(line, after, width) and not (last in "。!?" and line.width < width - 1)
    if last in _GOES_ON:
        return len(line.text) > 1 and not _FIELD.match(line.text)
    return len(line.text) >= LONG_LINE and last not in _ENDS and not _is_bare_heading(line)


def _is_full(line: _Line, after: _Line, width: int) -> bool:
    """Whether a line stops because the page does: what comes next, a number or word that is never cut, would not have fitted.

    Some programs count a digit as half a character and some as a whole one.
    """
    uncut = _UNCUT.match(after.text)
    room = min(width - line.width, width // 2 - len(line.text))
    return line.width >= width - SLACK or uncut is not None and len(uncut.group()) > room


def _is_bare_heading(line: _Line) -> bool:
    return _HEADING.match(line.text) is not None and "。" not in line.text
