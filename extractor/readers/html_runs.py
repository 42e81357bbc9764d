r"""From the pieces of text between two line ends to one line, as a browser sets it.

Inline tags part nothing: a number keeps its digits together in however many pieces it comes. Line ends of the source are no
blanks between Chinese characters or digits; blanks that do not break (`&nbsp;`, U+3000) stay, save at the end of the line.

>>> make_line([Run("共2,3"), Run("16\n件"), Run("\u3000")]).text
'共2,316件'
>>> close_up("\n 2024-01-19\n 09:26\n  来源 ")
'2024-01-19 09:26来源'
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import regex

from extractor.readers.html_styles import Style

ASCII_BLANKS = " \t\r\n\f"

_WIDE = r"[\p{Han}\p{Nd}\u3000-\u303f\uff00-\uffef“”‘’—…·]"
_LINE_END = r"[ \t\r\f]*+\n[ \t\r\n\f]*+"
# A line end before a label, or before the hour of a date, parts what stands side by side.
_SOURCE_LINE_END = regex.compile(rf"(?<={_WIDE}){_LINE_END}(?={_WIDE}|[.,%‰])(?!\d{{1,2}}:\d\d|\p{{Han}}{{2,8}}[:：])|(?<=\d[.,]){_LINE_END}(?=\d)")
_BLANKS = regex.compile(r"[ \t\r\n\f]+")
_WORD = regex.compile(r"[\p{L}\p{N}]")
_HAN = regex.compile(r"\p{Han}")


class Run(NamedTuple):
    """A piece of text and how it looks."""

    text: str
    style: Style = Style()


class Line(NamedTuple):
    """A line of a page: a paragraph, a heading, what stands between two `<br>`.

    ``linked`` of its characters lead to other pages, ``filed`` of these to files; ``bold`` and ``face`` are those of the whole line;
    ``level`` is that of its heading tag; ``hidden`` lines are not shown when the page opens; ``drawn`` characters at the start are the
    number of a list, which the browser draws.
    """

    text: str
    linked: int = 0
    filed: int = 0
    bold: bool = False
    face: str | None = None
    level: int | None = None
    hidden: bool = False
    drawn: int = 0


def make_line(runs: Sequence[Run], level: int | None = None) -> Line | None:
    """The line that some runs make up; None where they hold nothing but blanks."""
    shown = [run for run in runs if run.style.is_shown]
    text = close_up("".join(run.text for run in shown))
    hidden = not text.strip()
    if hidden:
        shown = list(runs)
        text = close_up("".join(run.text for run in shown))
        if not text.strip():
            return None
    words = [run for run in shown if _WORD.search(run.text)] or shown
    return Line(
        text=text,
        linked=_length(run for run in shown if run.style.linked),
        filed=_length(run for run in shown if run.style.filed),
        bold=all(run.style.bold for run in words),
        face=_face(words),
        level=level,
        hidden=hidden,
    )


def close_up(text: str) -> str:
    """A text with the blanks that a browser shows, and none at its end."""
    text = text.strip(ASCII_BLANKS)
    if "\n" in text:
        text = _SOURCE_LINE_END.sub("", text)
    return _BLANKS.sub(" ", text).rstrip()


def _length(runs: Iterable[Run]) -> int:
    return sum(len(run.text.strip()) for run in runs)


def _face(words: list[Run]) -> str | None:
    """The one face that all Chinese characters of a line are in; digits have a face of their own in most pages."""
    faces = {run.style.face for run in words if _HAN.search(run.text)}
    return faces.pop() if len(faces) == 1 else None
