"""Which lines of a Word text are set off as headings: by the outline level of their style, by bold type, by another typeface than the text.

>>> from extractor.readers.docx_styles import Look
>>> text = Line("全年立案3件，均已办结，罚款2.4万元，没有发生复议和诉讼案件。", Look(), font="仿宋_GB2312")
>>> lines = [text, Line("加强领导", Look(), font="黑体"), Line("普法宣传", Look(level=2)), text]
>>> find_emphases(lines)
{1: None, 2: 2}
"""

from collections import Counter
from collections.abc import Sequence

import regex

from extractor.readers.docx_grid import Grid
from extractor.readers.docx_lines import Line

LONGEST_HEADING = 50  # characters
MOST_SET_OFF = 0.5  # share of the text from which on a look sets nothing off

_PROSE = regex.compile(r"[，。；,;]")
_TITLE_STYLE = regex.compile(r"(?:sub)?title|[副主]?标题|文件标题|题目")
_CAPTION_STYLE = regex.compile(r"caption|题注")
_CAPTION = regex.compile(r"\s*+(?:[表图](?:格|片)?\s*[\d一二三四五六七八九十１-９]|附[表图件]|[（(]?单位[:：])")
_INNER_STOP = regex.compile(r"[。；;！？](?!$)")
# What headings are set in where the text is in 仿宋 or 宋体.
_HEADING_FONT = regex.compile(r"黑体|楷体|simhei|simkai|kaiti|stheiti|stkaiti|fz.*(?:hei|kai)", regex.I)


def find_emphases(lines: Sequence[Line | Grid]) -> dict[int, int | None]:
    """The numbers of the lines that are set off, each with the level of its style; None where only its type sets it off.

    The report's own title is none of them, nor is a table's caption.
    """
    text_font, bold_share = _usual(lines)
    by_font = not _HEADING_FONT.search(text_font or "")
    found: dict[int, int | None] = {}
    for index, line in enumerate(lines):
        if isinstance(line, Grid) or not _can_be_heading(lines, index, line):
            continue
        is_set = line.is_bold and bold_share < MOST_SET_OFF or by_font and line.font is not None and _HEADING_FONT.search(line.font) is not None
        if line.look.level or is_set:
            found[index] = line.look.level
    return found


def _usual(lines: Sequence[Line | Grid]) -> tuple[str | None, float]:
    """The font that most of the text is in, and the share of it that is bold."""
    fonts: Counter[str | None] = Counter()
    bold = 0
    for line in lines:
        if isinstance(line, Line):
            fonts[line.font] += len(line.text)
            bold += len(line.text) * line.is_bold
    return (max(fonts, key=lambda font: fonts[font], default=None), bold / max(1, fonts.total()))


def _can_be_heading(lines: Sequence[Line | Grid], index: int, line: Line) -> bool:
    if len(line.text) > LONGEST_HEADING or _INNER_STOP.search(line.text) or _CAPTION.match(line.text):
        return False
    if any(_TITLE_STYLE.fullmatch(name) for name in line.look.names) or any(map(_CAPTION_STYLE.match, line.look.names)):
        return False
    return not line.look.is_centred or not (_is_over_text(lines, index) or _is_over_table(lines, index))


def _is_over_text(lines: Sequence[Line | Grid], index: int) -> bool:
    """Whether no sentence stands above a line: a title does so."""
    return not any(isinstance(line, Line) and _is_prose(line) for line in lines[:index])


def _is_over_table(lines: Sequence[Line | Grid], index: int) -> bool:
    """Whether a table comes next, or after a line that tells its units."""
    below = next((line for line in lines[index + 1 : index + 3] if isinstance(line, Grid) or not _CAPTION.match(line.text)), None)
    return isinstance(below, Grid)


def _is_prose(line: Line) -> bool:
    return len(line.text) >= LONGEST_HEADING // 2 and _PROSE.search(line.text) is not None
