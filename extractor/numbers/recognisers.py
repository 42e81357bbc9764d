"""What a run of digits can be, other than an amount: label, identifier, date, place in an order, part of a name.

Each recogniser is shown a place where digits begin and answers with the kind and the end of the numeral, or not at all. They are
asked in the order of ``PRECEDENCE``; what none of them knows is a quantity.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import regex

from extractor.numbers.dates import match_date
from extractor.numbers.grammar import DASH, NUMBER, UNIT
from extractor.numbers.zones import Zones
from extractor.outline.tables import Cell, Tables
from extractor.spans import Span

_DIGITS = regex.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class KnownText:
    """A view with what is known of it before its numerals are: zones and labels of headings.

    Of its tables these are the figures by their digits, the numbers that are surely none, and the cells that name rows and columns.
    """

    text: str
    zones: Zones
    labels: dict[int, int]
    cells: dict[int, Cell]
    marks: dict[int, tuple[str, int]] = field(default_factory=dict)
    heads: Zones = field(default_factory=lambda: Zones({"head": []}, {"head": []}))

    @classmethod
    def of(cls, text: str, zones: Zones, labels: Iterable[Span], tables: Tables) -> "KnownText":
        """What the stages before have found in a view."""
        return cls(
            text,
            zones,
            {span.start: span.end for span in labels},
            {cell.digits: cell for cell in tables.cells},
            {mark.span.start: (mark.kind, mark.span.end) for mark in tables.marks},
            Zones({"head": [head.start for head in tables.heads]}, {"head": [head.end for head in tables.heads]}),
        )

    def is_in_head(self, place: int) -> bool:
        """Whether a place lies in a cell that names a row or a column."""
        return self.heads.end_at("head", place) is not None

    def before(self, place: int, length: int) -> str:
        """The characters right before a place, ``length`` of them or as many as there are."""
        return self.text[max(0, place - length) : place]

    def starts_line(self, place: int) -> bool:
        """Whether a line begins at a place, or right before it with a bracket."""
        return place == 0 or self.text[place - 1] == "\n" or self.text[place - 1] == "(" and (place == 1 or self.text[place - 2] == "\n")


Recogniser = Callable[[KnownText, int], tuple[str, int] | None]


# --- numbers in tables that are no figures


def _marked(known: KnownText, place: int) -> tuple[str, int] | None:
    return known.marks.get(place)


def _naming(known: KnownText, place: int) -> tuple[str, int] | None:
    """What is nothing else in a cell that names a row or a column is part of that name: 罚款5万元以上."""
    found = _DIGITS.match(known.text, place) if known.is_in_head(place) else None
    return ("descriptor", found.end()) if found else None


# --- labels

_LIST_LABEL = regex.compile(r"\d{1,2}(?:[.、)](?!\d)|\))")
_CAPTION = regex.compile(r"(?:^|[\n(见如至、和])(?:附?[表图]|附件|附录|附注|注|专栏|图表)[ ]?$")
_CAPTION_NUMBER = regex.compile(r"\d{1,2}(?:[-—]\d{1,2})?(?![\d.]*(?:万|亿|件|份|张|个))")
_NOTE = regex.compile(r"\d{1,2}\]")
_PAGE = regex.compile(r"(\d{1,3}) ?(?:[-—–_·]{1,3}|页(?: ?[,/]?共\d{1,3}页)?)(?=\n|$)")
_PAGE_FRONT = regex.compile(r"(?:^|\n)(?:[-—–_·]{1,3}|第)? ?$|页 ?[,/]?共 ?$")


def _label(known: KnownText, place: int) -> tuple[str, int] | None:
    text = known.text
    for start in (place, place - 1):
        if start in known.labels and place < known.labels[start]:
            return "label", known.labels[start]
    if known.starts_line(place) and (found := _LIST_LABEL.match(text, place)):
        return "label", found.end()
    if _CAPTION.search(known.before(place, 4)) and (found := _CAPTION_NUMBER.match(text, place)):
        return "label", found.end()
    if known.before(place, 1) == "[" and (found := _NOTE.match(text, place)):
        return "label", found.end() - 1
    return _page_number(known, place)


def _page_number(known: KnownText, place: int) -> tuple[str, int] | None:
    found = _PAGE.match(known.text, place)
    return ("label", place + len(found[1])) if found and _PAGE_FRONT.search(known.before(place, 6)) else None


# --- identifiers

_ISSUED = regex.compile(r"(?:19|20)\d\d[〕\])】﹞}〉]{1,2}(?:第)?\d*(?:号)?")
_ISSUED_BEFORE = regex.compile(r"[〔\[(【﹝{〈]$")
_NUMBERED = regex.compile(r"\d+(?:-\d+)?号(?!楼|线|院|文化|馆|桌|机|房|店|仓|门|车|台风|病|地块|井|船)")
_MAYBE_NUMBERED = regex.compile(r"\d+号?")
_DECREE = regex.compile(r"(?:主席|国务院|政府|总局|部|署|委|省|市)令第?$|(?:公告|通告)第?$|号-$")
# 投诉电话12315 is called by its number, as 12315热线 is.
_SHORT_LINE = regex.compile(r"12\d{3}(?![\d\-—/A-Za-z])")
_RUN = regex.compile(r"[\w\-/.—]*[A-Za-z\d]")
_LETTERED = regex.compile(r"[A-Za-z\d]*(?:\.\d+)*(?:[-/][A-Za-z\d]+)*")
# G318线, S105省道: the number of a road.
_ROAD_CLASSES = frozenset("GSXY")
_ROAD = regex.compile(r"\d{1,4}(?=线|国道|省道|县道|高速|公路|路段|沿线|[\u4e00-\u9fff]{2}(?:线|高速))")
_METRIC = regex.compile(NUMBER + r"\s?(?:m[²³2]|[GTM]B|km|kg|mm|cm)\b")
_LONG = regex.compile(
    r"\d{7,}(?![\d,.]*\s*(?:(?:[—–~至]|-{1,2})\d[\d,.]*\s*)?(?:万|亿|"
    + UNIT
    + r"))|0\d{2,3}-?\d{7,8}(?:-\d+)?|1[3-9]\d{9}(?![\d,.]*\s*(?:万|亿|"
    + UNIT
    + r"))|400-?\d{3}-?\d{4}"
)
_YEAR_NUMBER = regex.compile(r"(?:19|20)\d\d年?第?\d+号")


def _identifier(known: KnownText, place: int) -> tuple[str, int] | None:
    text = known.text
    end = known.zones.end_at("identifier", place)
    if end is not None and _SHORT_LINE.match(text, place) is None:
        return "identifier", _run_end(text, place, end)
    before = known.before(place, 4)
    if _ISSUED_BEFORE.search(before) and (found := _ISSUED.match(text, place)) and _is_issued(text, place, found):
        return "identifier", found.end()
    if before[-1:] != "第" and (found := _YEAR_NUMBER.match(text, place)):
        return "identifier", found.end()
    if (found := _NUMBERED.match(text, place)) or _DECREE.search(before) and (found := _MAYBE_NUMBERED.match(text, place)):
        return "identifier", found.end()
    return (("identifier", found.end()) if (found := _LONG.match(text, place)) else None) or _lettered(known, place)


def _is_issued(text: str, place: int, found: regex.Match[str]) -> bool:
    """Whether a year in brackets is that of a paper's number: a 号 or digits follow, and no text stands where the number would."""
    return found.group().endswith("号") or found.group()[-1].isdigit() or text[place - 1] == "〔"


def _run_end(text: str, place: int, end: int) -> int:
    """Where the digits and marks of one identifier end within its zone."""
    found = _RUN.match(text, place)
    return min(end, found.end()) if found else end


def _lettered(known: KnownText, place: int) -> tuple[str, int] | None:
    """Digits that stand in one word with Latin letters: a code where the word is long, part of a name where it is short."""
    text = known.text
    found = _LETTERED.match(text, place)
    assert found is not None
    before = known.before(place, 1)
    further = known.before(place, 2)[:1]
    joined = before.isascii() and (before.isalpha() or before in ("-", "/", "_") and further.isascii() and further.isalnum())
    letters = joined or any(c.isascii() and c.isalpha() for c in found.group())
    if not letters or _METRIC.match(text, place):
        return None
    numbers_road = before in _ROAD_CLASSES and _ROAD.match(text, place) is not None
    return ("identifier" if numbers_road or len(found.group()) > 5 else "descriptor"), found.end()


# --- places in an order, parts of names

_ORDINAL_BEHIND = regex.compile(r"(\d+)(?:号(?=楼|线|院|馆|机|房|仓|门|台风|地块|井)|楼|栋楼)")
_AGE = rf"(?<!年龄为?约?)\d+(?:{DASH}\d+)?(?:周?岁|月龄|个月(?=[\u4e00-\u9fff]{{0,4}}(?:儿|龄|婴|幼)))(?:[（(]?[及或含]?以?[上下内][)）]?)?"
_CLASS = r"\d+(?:型(?=[\u4e00-\u9fff])|A级|[A-Z]级|G(?![A-Za-z])|D(?![A-Za-z])|类(?=医疗器械|射线)|线城市|星级|s店|S店|度电)"
_SUM = r"\d+(?:\s*[+xX×/]\s*(?:\d+|[NnXx]))+"
_WORDS = r"\d+字(?=[\u4e00-\u9fff]{0,2}(?:工作法|方针|诀|要求|原则|经验|精神))"
# 1村1警, 1户1策; with three of them it is a slogan whatever they are.
_ONE_EACH = r"1[\u4e00-\u9fff](?:1(?:策|档|警|码|卡|册|医|品|顾问|台账|方案)|(?:1[\u4e00-\u9fff]){2,})"
_TEAMS = r"\d+(?:组\d+专?班|办\d+组|室\d+组|专班\d+组|委\d+组|中心\d+站)"
_LINE = r"\d{3,6}(?=[”\"’]?(?:[\u4e00-\u9fff]{0,4}(?:热线|专线|举报电话)|接处?警|报警|宣传日|警情|消防日))"
_CLASS_FROM = NUMBER + rf"(?:万|亿)?{UNIT}(?<!%)(?:\(含\)|及|\(?含)以[上下内](?:\(含\))?\)?"
_HOTLINE = (
    r"(?:1[12]\d{3}|9[56]\d{3,4}|12\d)(?!\d|[.,]\d|[-—–~至]\d)(?!\s?(?:万|亿|余|"
    + UNIT
    + '))|1(?:10|19|20|22)(?=[”"’]|警情|报警|指挥|接警|急救|电话|平台|热线|联动|消防|出警|与)'
)
_ALWAYS_ON = r"(?:24小时|7[*×xX]24小时?|365天)(?=[\u4e00-\u9fff“”\"]{0,3}(?:值|在线|服务|自助|不打烊|监控|开放|开通|响应|待命|值守|运行|巡|备勤|畅通|受理|轮|全天|办|动态|政务|警))"
_CIRCLE = r"\d+(?:分钟|公里|小时)(?=[\u4e00-\u9fff“”]{0,10}(?:圈|响应|抵达|到达现场))"
_WITHIN = r"(?:24|48|72)小时(?:内)?(?=[\u4e00-\u9fff]{1,4}率)"  # 24小时扑灭率 is one rate
_ANNIVERSARY = r"\d+周年"
_NAME_PART = regex.compile(
    rf"{_WITHIN}|{_ANNIVERSARY}|{_SUM}|{_WORDS}|{_ONE_EACH}|{_TEAMS}|{_AGE}|{_CLASS}|{_CLASS_FROM}|{_ALWAYS_ON}|{_CIRCLE}|{_LINE}|{_HOTLINE}"
)
_SLOGAN_UNIT = regex.compile(rf"{NUMBER}(?:万|亿)?(?:{UNIT})?")


def _ordinal(known: KnownText, place: int) -> tuple[str, int] | None:
    text = known.text
    if known.before(place, 1) == "第" and (found := _DIGITS.match(text, place)):
        return ("identifier" if text[found.end() : found.end() + 1] in ("条", "款") else "ordinal"), found.end()
    if found := _ORDINAL_BEHIND.match(text, place):
        return "ordinal", found.end(1)
    return None


def _descriptor(known: KnownText, place: int) -> tuple[str, int] | None:
    text = known.text
    if found := _NAME_PART.match(text, place):
        return "descriptor", found.end()
    if known.before(place, 1) == "+" and (found := _DIGITS.match(text, place)):
        return "descriptor", found.end()
    return _quoted(known, place)


def _quoted(known: KnownText, place: int) -> tuple[str, int] | None:
    """A number inside a title or a short quote is part of a name."""
    for kind in ("title", "quote"):
        end = known.zones.end_at(kind, place)
        if end is not None and (found := _SLOGAN_UNIT.match(known.text, place)) and found.end() < end:
            return "descriptor", found.end()
    return None


_QUOTED_DAY = regex.compile(r"(?:1[0-2]|[1-9])[.·•](?:3[01]|[12]\d|[1-9])(?=[”\"’])")


def _date(known: KnownText, place: int) -> tuple[str, int] | None:
    span = match_date(known.text, place)
    if span is not None:
        return "date", span.end
    end = known.zones.end_at("quote", place)
    found = _QUOTED_DAY.match(known.text, place) if end is not None else None
    return ("date", found.end()) if found else None


PRECEDENCE: tuple[Recogniser, ...] = (_label, _marked, _identifier, _date, _ordinal, _descriptor, _naming)
