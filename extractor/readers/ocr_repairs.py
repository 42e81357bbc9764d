"""What recognition mistakes and the text itself puts right: only what cannot have been printed in a report, a character for a character.

A digit is never exchanged for another. A letter among digits is exchanged for the digit it was taken from, and the figure stays marked as
doubtful. Everything else that looks wrong is left as it was read, and marked by ``ocr_doubts``.

>>> repaired(Recognised("截至2O21年,共立案3件.", (0.9995,) * 15)).text
'截至2021年，共立案3件。'
>>> repaired(Recognised("O2O平台", (0.9995,) * 5)).text
'O2O平台'
"""

from dataclasses import dataclass

import regex

from extractor.readers.ocr_text import DOUBTFUL, Recognised
from extractor.spans import Span


@dataclass(frozen=True, slots=True)
class Repair:
    """``pattern`` finds the characters that cannot be meant, ``becomes`` says what was printed for each; ``doubtful`` where a figure changes."""

    pattern: regex.Pattern[str]
    becomes: dict[str, str]
    doubtful: bool = False


_NUMBER = r"(?<![0-9A-Za-z])(?=\d[OolI]*(?:\d|[%％]))\d[\dOolI]*(?![0-9A-Za-z])"

# In this order. What a pattern looks at besides stands in it as look-around.
REPAIRS = (
    # `2O21年`, `20l9年`, `1OO%`: of nothing but digits and what resembles them, beginning with a digit, at least two of them real, or a rate.
    Repair(regex.compile(_NUMBER), {"O": "0", "o": "0", "l": "1", "I": "1"}, doubtful=True),
    # `3月20日一10月11日`: no number is written half in characters and half in digits.
    Repair(regex.compile(r"(?<=[\d年月日时%])一(?=\d)"), {"一": "—"}),
    # `湘政发[2022]3号`: the year of a document's number stands in these brackets and in no others.
    Repair(regex.compile(r"[\[【{](?=(?:19|20)\d\d[\]】}〕]第?\d+号)"), {"[": "〔", "【": "〔", "{": "〔"}),
    Repair(regex.compile(r"(?<=〔(?:19|20)\d\d)[\]】})](?=第?\d+号)"), {"]": "〕", "】": "〕", "}": "〕", ")": "〕"}),
    # Marks between Chinese characters are full ones. `一.` is the label of a heading.
    Repair(regex.compile(r"(?<=[\p{Han}”》）])[,:;?!]|(?<=[\d%a-zA-Z])[,:;](?=\p{Han})"), {",": "，", ":": "：", ";": "；", "?": "？", "!": "！"}),
    Repair(regex.compile(r"(?<=[\p{Han}”》）%--[一二三四五六七八九十]])\.(?=\p{Han}|$)", regex.V1), {".": "。"}),
    Repair(regex.compile(r"(?<=\p{Han})\(|\((?=\p{Han})|(?<=\p{Han})\)|\)(?=\p{Han})"), {"(": "（", ")": "）"}),
)


# `2022-02-1615:08`: the day and the hour, whose blank was too narrow to be seen.
_DAY_AND_HOUR = regex.compile(r"(?<!\d)(?:19|20)\d\d([-/.])\d\d\1\d\d(?=\d\d:\d\d(?!\d))")


def repaired(line: Recognised) -> Recognised:
    """A line with its mistakes put right; only a blank between a day and an hour is one character more."""
    day = _DAY_AND_HOUR.search(line.text)
    if day:
        line = line.with_blank(day.end())
    for repair in REPAIRS:
        for match in repair.pattern.finditer(line.text):
            line = _exchanged(line, repair, Span(*match.span()))
    return line


def _exchanged(line: Recognised, repair: Repair, span: Span) -> Recognised:
    text = line.text[span.slice]
    printed = "".join(repair.becomes.get(character, character) for character in text)
    if printed == text:
        return line
    changed = line.with_text(span, printed)
    return changed.with_certainty(span, DOUBTFUL) if repair.doubtful else changed
