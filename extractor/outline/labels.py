"""Numbers of headings and list items: 一、 (一) 1. (1) 1) ① 第一章 第一, 一是 首先, and a bare 6 that has lost its mark.

Everything is found here that may be a label by its looks and its place; whether it heads a section is told by what stands
around it, in :mod:`extractor.outline.heading_levels`.

>>> [(label.kind.name, label.number) for label in find_labels("一、主要做法\\n(一)审批。全年办件。(二)执法。\\n1.2万元", Span(0, 34))]
[('HAN', 1), ('HAN_PAREN', 1), ('HAN_PAREN', 2)]
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

import regex

from extractor.spans import Span


class Kind(IntEnum):
    """How a label is written; the smaller one contains the greater where the text does not show otherwise."""

    CHAPTER = 1  # 第一章 第一部分
    SECTION = 2  # 第一节
    HAN = 3  # 一、
    SET_OFF = 4  # a bold line without a label
    SET_OFF_LOWER = 5  # the same in the style of a lower heading
    HAN_PAREN = 6  # (一)
    ARABIC = 7  # 1. 1、
    ARABIC_PAREN = 8  # (1)
    ARABIC_HALF = 9  # 1)
    CIRCLED = 10  # ①
    BARE = 11  # 6 before a word
    SERIAL = 12  # 一是
    DUTY = 13  # 一要
    ORDINAL = 14  # 第一, 其一,
    ADVERB = 15  # 首先, 其次,


class Opening(IntEnum):
    """What stands before a label."""

    LINE = 1  # nothing: it opens its line
    STOP = 2  # the end of a sentence
    COLON = 3
    TITLE = 4  # the title of the heading above it, without a mark between
    CLAUSE = 5  # a semicolon


@dataclass(frozen=True, slots=True)
class Label:
    """A label in the text: its ``number`` (0 for 最后, which has none), what it opens, and where its line ends."""

    span: Span
    kind: Kind
    number: int
    opening: Opening
    line_end: int

    @property
    def opens_line(self) -> bool:
        """Whether it stands at the start of its line."""
        return self.opening is Opening.LINE

    @property
    def is_lost(self) -> bool:
        """Whether only its place is left: an empty span before a title."""
        return self.span.start == self.span.end


RUN_KINDS = frozenset({Kind.SERIAL, Kind.DUTY, Kind.ORDINAL, Kind.ADVERB})
DIGIT_KINDS = frozenset({Kind.ARABIC, Kind.ARABIC_PAREN, Kind.ARABIC_HALF, Kind.BARE})
SET_OFF_KINDS = frozenset({Kind.SET_OFF, Kind.SET_OFF_LOWER})
STRONG_KINDS = frozenset({Kind.CHAPTER, Kind.SECTION, Kind.HAN, Kind.HAN_PAREN})

_DIGITS = "一二三四五六七八九"
_HAN = rf"(?P<number>[{_DIGITS}十]{{1,3}})"
_ARABIC = r"(?P<number>\d{1,2})"
_OPEN, _CLOSE = r"[(〔【]", r"[)〕】]"
_LAW_ITEM = r"(?![项款目条])"  # 第(一)项 and its kin cite a law
# What follows a dot is a title: a word, a year, a hotline; else `1.2` is a number and `1.15` a date.
_TITLE_AFTER_DOT = r"(?=[^\d\n%‰]|20\d\d年|1\d{4}(?![\d.,件条宗起人元万]))"
_UNITS = (
    r"年|月|日|号|时(?!刻)|点|分(?![类级层析别步])|秒|天|周|岁|人(?![才民大社居])|名|个(?!人|性|体)|位|户|家|所|间|起|宗|次|条|项(?!目)|份|篇|期|场(?!所|景)|台|辆|套|处(?![理置罚])|栋|座|亩|吨|米|公[里斤顷]|"
    r"千|百|万|亿|元|角|两|张|册|本(?!级|地|局|单)|部(?!门|署|分)|批|例|种|类(?!型)|级|层|楼|段|步|支|只|枚|块|片|组(?!织|建)|届|轮|遍|回|度|倍|成(?![立效果])|线(?![上下])|室|厅|区|县|镇|乡|村|社区|门|大类|大项|小时|多|余|至|到|和|与|及|或|比|\+"
)
_ENUMERATED = r"审|季|月|级|产|线|类|期|等奖|楼|层|年级|把手|号|、"  # 三、四季度 and 一、二审 are one phrase
_HOLIDAY = r"春节|中秋|元旦|国庆|端午|五一"

_CIRCLED = "[①-⑳]"
_LINE_LABELS: tuple[tuple[Kind, str], ...] = (
    (Kind.CHAPTER, rf"第{_HAN}(?:章|篇|编|部分)[、:.]?"),
    (Kind.SECTION, rf"第{_HAN}节[、:.]?"),
    (Kind.HAN, rf"{_HAN}[、.,:](?!{_HOLIDAY})"),
    (Kind.HAN_PAREN, rf"(?:{_OPEN}{_HAN}{_CLOSE}|{_HAN}{_CLOSE}|(?P<number>[㈠-㈩])){_LAW_ITEM}[、.,]?"),
    (Kind.ARABIC, rf"(?:{_ARABIC}[.、]{_TITLE_AFTER_DOT}|{_ARABIC}[,:](?=\p{{Han}})|(?P<number>[⒈-⒛]))"),
    (Kind.ARABIC_PAREN, rf"(?:{_OPEN}{_ARABIC}{_CLOSE}|(?P<number>[⑴-⒇])){_LAW_ITEM}[、.,]?"),
    (Kind.ARABIC_HALF, rf"{_ARABIC}{_CLOSE}[、.,]?"),
    (Kind.CIRCLED, rf"(?P<number>{_CIRCLED})[、.,]?"),
    (Kind.BARE, rf"{_ARABIC}(?=[\p{{Han}}“《])(?!{_UNITS})"),
    (Kind.SERIAL, rf"{_HAN}是"),
    (Kind.DUTY, rf"{_HAN}要"),
    (Kind.ORDINAL, rf"[第其]{_HAN}(?:[,、:]|是)"),
    (Kind.ADVERB, r"(?P<number>首先|其次|再次|最后)(?=[,、:])"),
)
_INLINE_LABELS: tuple[tuple[Kind, str], ...] = (
    (Kind.HAN, rf"{_HAN}、(?!{_HOLIDAY})"),
    (Kind.HAN_PAREN, rf"(?:{_OPEN}{_HAN}{_CLOSE}|(?P<number>[㈠-㈩])){_LAW_ITEM}"),
    (Kind.ARABIC, rf"(?:{_ARABIC}[.、]{_TITLE_AFTER_DOT}|(?P<number>[⒈-⒛]))"),
    (Kind.ARABIC_PAREN, rf"(?:{_OPEN}{_ARABIC}{_CLOSE}|(?P<number>[⑴-⒇])){_LAW_ITEM}"),
    (Kind.CIRCLED, rf"(?P<number>{_CIRCLED})"),
)
_ENDS_SENTENCE = "。!?…"
# A first item straight behind a title has no mark before it: `一、工作开展情况(一)加强领导`.
_FIRST_KINDS = {"(一)": Kind.HAN_PAREN, "(1)": Kind.ARABIC_PAREN}


def _any_of(labels: tuple[tuple[Kind, str], ...]) -> str:
    return "|".join(f"(?P<{kind.name}>{pattern})" for kind, pattern in labels)


_LINE = regex.compile(r"[^\n]+")
_BULLET = regex.compile(r"[*#●■◆▲★☆>]{0,4}+")
_AT_LINE = regex.compile(_any_of(_LINE_LABELS))
_INLINE = regex.compile(_any_of(_INLINE_LABELS))
_WITHIN = regex.compile(
    rf"(?P<mark>[{_ENDS_SENTENCE}:;”’)])(?=[(〔【{_DIGITS}十\d①-⑳㈠-㈩⑴-⒛])|(?P<first>\([一1]\)(?![项款目条])|(?<=[\p{{Han}}”])1[.、](?=[\p{{Han}}“]))"
)
_NEXT_NUMERAL = regex.compile(rf"(?P<number>[{_DIGITS}十])[{_DIGITS}]?(?:{_ENUMERATED})")
_CELL = regex.compile(r"[^。\n\t|]{0,40}+[\t|]")
_APPENDIX = regex.compile(r"(?:附件|附表|附图|附注|附|注|备注|注释|说明|相关附件)(?:\d{0,2}|[一二三四五])[:.]")
_SENTENCE_END = regex.compile(rf"[{_ENDS_SENTENCE};]")
LONGEST_TITLE = 60  # between a label and a first item behind its title

_ADVERBS = {"首先": 1, "其次": 2, "再次": 3, "最后": 0}


def parse_ordinal(written: str) -> int | None:
    """The number that a label names; None where it names none.

    >>> parse_ordinal("十二"), parse_ordinal("7"), parse_ordinal("③"), parse_ordinal("㈣"), parse_ordinal("三四")
    (12, 7, 3, 4, None)
    """
    if written.isascii() and written.isdigit():
        return int(written) or None
    if len(written) == 1 and written != "十":
        return int(unicodedata.numeric(written, 0)) or None
    tens, ten, units = written.partition("十")
    if not ten or len(tens) > 1 or len(units) > 1 or units == "十":
        return None
    return 10 * (_DIGITS.find(tens) + 1 if tens else 1) + (_DIGITS.find(units) + 1 if units else 0)


def find_labels(text: str, body: Span) -> Iterator[Label]:
    """Everything within the body that may be a label, in order; items of appendices, notes and tables are none."""
    items: int | None = None  # of an appendix or note that is being passed
    for line in _LINE.finditer(text, body.start, body.end):
        if items is None and _APPENDIX.match(text, *line.span()):
            items = 0
        for label in _labels_in(text, Span(*line.span())):
            items = items + 1 if items is not None and _is_item(label, items) else None
            if items is None:
                yield label
        if items == 0 and text[line.end() - 1] == "。":  # a note that is a sentence has no items below it
            items = None


def _is_item(label: Label, before: int) -> bool:
    """Whether a label behind so many items of a note is another of them: they count from 1, and a list above the note goes on from where it was."""
    return label.kind not in STRONG_KINDS and (label.number in (1, before + 1) or before > 0)


def _labels_in(text: str, line: Span) -> Iterator[Label]:
    """The labels of one line: the one it opens with, and those behind sentences and titles in it."""
    last = _label_at_line(text, line)
    if last:
        yield last
    for found in _WITHIN.finditer(text, last.span.end if last else line.start, line.end):
        label = _label_behind_title(text, found, last, line) if found["first"] else _label_behind_mark(text, found, line)
        if label:
            last = label
            yield label


def _label_at_line(text: str, line: Span) -> Label | None:
    bullet = _BULLET.match(text, *line)
    found = _AT_LINE.match(text, bullet.end() if bullet else line.start, line.end)
    return _label(text, found, Opening.LINE, line) if found else None


def _label_behind_mark(text: str, found: regex.Match[str], line: Span) -> Label | None:
    before = found.start()
    while before > line.start and text[before] in "”’)":
        before -= 1
    opening = {":": Opening.COLON, ";": Opening.CLAUSE}.get(text[before]) or (Opening.STOP if text[before] in _ENDS_SENTENCE else None)
    written = _INLINE.match(text, found.end(), line.end) if opening else None
    return _label(text, written, opening, line) if written and opening else None


def _label_behind_title(text: str, found: regex.Match[str], last: Label | None, line: Span) -> Label | None:
    if last is None or not 0 < found.start() - last.span.end <= LONGEST_TITLE or text[found.start() - 1] in "第条款项":
        return None
    kind = _FIRST_KINDS.get(found["first"], Kind.ARABIC)
    if kind <= last.kind or _SENTENCE_END.search(text, last.span.end, found.start()):
        return None
    return Label(Span(*found.span()), kind, 1, Opening.TITLE, line.end)


def _label(text: str, found: regex.Match[str], opening: Opening, line: Span) -> Label | None:
    kind = next(kind for kind in Kind if kind.name in found.re.groupindex and found.end(kind.name) >= 0)
    span = Span(*found.span())
    number = _ADVERBS[found["number"]] if kind is Kind.ADVERB else parse_ordinal(found["number"])
    if number is None or _CELL.match(text, span.end, line.end) or kind is Kind.HAN and _is_enumeration(text, number, span.end):
        return None
    # A great label may stand above its title; a number alone on its line is a cell or a page.
    return Label(span, kind, number, opening, line.end) if span.end < line.end or kind in STRONG_KINDS else None


def _is_enumeration(text: str, number: int, end: int) -> bool:
    """Whether the numeral is the first of two that share their noun, as in 三、四季度."""
    following = _NEXT_NUMERAL.match(text, end)
    return following is not None and parse_ordinal(following["number"]) == number + 1
