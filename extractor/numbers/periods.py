"""Stretches of time that a sentence tells its figures for.

An expression is found as it stands, without knowing which year the report is about; ``resolve`` turns it into dates once that is
known. Nothing is ever resolved against today.

>>> text = "截至11月23日,共受理3件。2018年以来累计57件,10月以来接案6件,三、四季度入账9元。"
>>> told = Reported(2022, date(2022, 12, 2))
>>> [(text[p.span.slice], *map(str, resolve(p, told))) for p in find_periods(text)]
[('截至11月23日', '2022-01-01', '2022-11-23'), ('2018年以来', '2018-01-01', '2022-12-31'), ('10月以来', '2022-10-01', '2022-12-02'), ('三、四季度', '2022-07-01', '2022-12-31')]
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import regex

from extractor.numbers.words import parse_numeral
from extractor.spans import Span


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, month or day as far as it is said."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time as said: ``kind`` is year, month, range, until, since, part (of a year), last_year or this_year."""

    span: Span
    kind: str
    first: Moment
    last: Moment


@dataclass(frozen=True, slots=True)
class Reported:
    """What a report is about: its year, and the day it was signed, or published, where one is known."""

    year: int
    signed: date | None = None

    @property
    def until(self) -> date:
        """The last day that its figures can be about: of the year, or that of the signature where it is earlier."""
        end = date(self.year, 12, 31)
        return self.signed if self.signed and date(self.year, 1, 1) <= self.signed < end else end


_YEAR = r"(?:(?P<year{n}>(?:19|20)\d\d)年|(?P<same{n}>今年|本年|当年|全年|同年))?"
_POINT = r"(?:(?P<month{n}>1[0-2]|0?[1-9])月(?:份|(?P<day{n}>3[01]|[12]\d|0?[1-9])日|底|末|初|上旬|中旬|下旬)?)"
_POINT_OR_YEAR = rf"(?:{_YEAR}{_POINT}|(?P<bare{{n}}>(?:19|20)\d\d)年(?:年?底|年?末)?|(?P<end{{n}}>年底|年末))"
_TO = r"(?:[-—–~]{1,2}|至|到)"


def _point(number: int, pattern: str = _POINT_OR_YEAR) -> str:
    return pattern.replace("{n}", str(number))


_QUARTERS = r"[一二三四1-4](?:[、和至-][二三四2-4])?"
# Alternatives in the order of their claims: what is longer and says more comes first.
_EXPRESSION = regex.compile(
    "|".join(
        (
            rf"(?P<between>(?:自|从)?{_point(1)}[^,。;:\d\n]{{0,20}}?{_TO}{_point(2)}(?=期间|[,，]|[^\u4e00-\u9fff]|[\u4e00-\u9fff]))",
            rf"(?P<months>{_point(5, _YEAR)}(?P<month5>1[0-2]|0?[1-9]){_TO}(?P<month6>1[0-2]|0?[1-9])月(?:份)?)",
            rf"(?P<days>{_point(7, _YEAR)}(?P<month7>1[0-2]|0?[1-9])月(?P<day7>3[01]|[12]\d|[1-9])日?{_TO}(?P<day8>3[01]|[12]\d|[1-9])日)",
            rf"(?P<until>(?:截[至止]到?|截止至)(?!目前){_point(9)})",
            rf"(?P<since>(?:自|从)?{_point(11)}[^,。;:\d\n]{{0,24}}?(?:以来|起至今|至今))",
            r"(?P<first>前(?P<first_quarters>[二三四两])个?季度|(?P<five>“?十[二三四]五”?|“?[六七八九]五”?(?=普法))(?:规划|普法)?(?:(?P<ongoing>(?:启动|实施|开局)?以来)|期间|时期|(?=累计)))",
            r"(?P<year_end>年末|年底)(?=[全我][省市县区镇]|,)",
            rf"(?P<quarter>(?:(?P<year13>(?:19|20)\d\d)年|今年|本年|全年)?第?(?P<quarters>{_QUARTERS})季度)",
            r"(?P<half>(?:(?P<year14>(?:19|20)\d\d)年|今年|本年)?(?P<which>上半年|下半年))",
            r"(?P<years>(?P<year21>(?:19|20)\d\d)(?:[-—–~]{1,2}|至)(?P<year22>(?:19|20)\d\d)年(?!.{0,4}(?:规划|行动|方案|纲要|计划)))",
            r"(?P<leading>(?:(?P<year23>(?:19|20)\d\d)年|今年|本年)?(?<![满期到提以之日届束])前(?P<leading_months>1[01]|[2-9]|十一?|[两二三四五六七八九])个月)",
            rf"(?P<single>{_point(15, _YEAR)}(?P<month15>1[0-2]|0?[1-9])月(?:份)?(?!\d|[底末初]?之?前))",
            r"(?P<last>去年同期|上年同期|(?:上年度?|上一年度?)(?![末底结])|前一年|(?<=[由从])去年)",
            r"(?P<this>全年|今年以来|今年|本年度?|一年来|年内|当年|截[至止]目前|年底前|[一二两三四五]?年底)",
            r"(?P<plain>(?P<year17>(?:19|20)\d\d)年(?:度|以来|末|底)?(?!\d{1,2}月|[底末初]?之?前))",
        )
    )
)
# Plans of five years, and those for spreading knowledge of the law.
_FIVE_YEARS = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "六五": 2011, "七五": 2016, "八五": 2021, "九五": 2026}
# Every expression begins with one of these; trying it nowhere else is what makes the search quick.
_OPENING = regex.compile(
    r"(?<!\d)\d|[自从](?=[今本当全同\d])|截(?=[至止])|[今本当全同]年|[上去前]一?年|[上下]半年|第?[一二三四](?=季度|[、和至-][二三四]季度)|第(?=\d季度)|一年来|年[内底末]|“?十(?=[二三四]五)|“?[六七八九](?=五”?普法)|前(?=[二三四两]个?季度|(?:\d{1,2}|[一二三四五六七八九十两]{1,2})个月)|[一二两三四五]年底"
)
# A day alone is a date of an event, no period; so is a year inside a title or a comparison.
_COMPARES = ("较", "比", "与", "同", "于", "相比", "继")
# 比2016年的19件 names a figure of that year all the same; 恢复到2019年的83% does not.
_FIGURE_OF = regex.compile(r"的\d[\d,.]*(?P<ratio>%|倍)?")
_REACHES = ("到", "于", "是", "为", "达")
_TITLES = regex.compile(r"《[^《》\n]{1,150}》")


def find_periods(text: str) -> list[Period]:
    """The periods of a view in order of their places."""
    titles = [m.span() for m in _TITLES.finditer(text)]
    found: list[Period] = []
    for match in _expressions(text):
        while titles and titles[0][1] <= match.start():
            titles.pop(0)
        if not (titles and titles[0][0] < match.start()):
            period = _period(match)
            if period and not _is_compared(text, match, period):
                found.append(period)
    return found


def _expressions(text: str) -> Iterator[regex.Match[str]]:
    place = 0
    for opening in _OPENING.finditer(text):
        if opening.start() >= place and (match := _EXPRESSION.match(text, opening.start())):
            place = match.end()
            yield match


def _is_compared(text: str, match: regex.Match[str], period: Period) -> bool:
    before = text[max(0, match.start() - 2) : match.start()]
    if period.kind not in ("year", "last_year"):
        return False
    named = _FIGURE_OF.match(text, match.end())
    return before.endswith(_REACHES) and named is not None and named["ratio"] is not None or before.endswith(_COMPARES) and named is None


def _period(match: regex.Match[str]) -> Period | None:
    span = Span(*match.span())
    said = match.groupdict()
    if said["between"]:
        return Period(span, "range", _moment(said, 1), _moment(said, 2))
    if said["months"]:
        return Period(span, "range", _moment(said, 5), Moment(_moment(said, 5).year, int(said["month6"])))
    if said["days"]:
        return Period(span, "range", _moment(said, 7), Moment(_moment(said, 7).year, int(said["month7"]), int(said["day8"])))
    if said["until"]:
        return Period(span, "until", Moment(), _moment(said, 9))
    if said["since"]:
        return Period(span, "since", _moment(said, 11), Moment())
    return _part_of_year(span, said)


def _part_of_year(span: Span, said: dict[str, str | None]) -> Period | None:
    """A part of a year by its name: quarters, halves, a month, a plan of five years; or else the year itself."""
    if said["first_quarters"]:
        return _months(span, None, 1, 3 * (parse_numeral(said["first_quarters"]) or 1))
    if said["leading_months"]:
        return _months(span, said["year23"], 1, parse_numeral(said["leading_months"]) or int(said["leading_months"]))
    if said["quarter"]:
        quarters = [q if q.isdigit() else str(parse_numeral(q)) for q in regex.findall("[一二三四1-4]", said["quarters"] or "")]
        return _months(span, said["year13"], int(quarters[0]) * 3 - 2, int(quarters[-1]) * 3)
    if said["half"]:
        return _months(span, said["year14"], *((1, 6) if said["which"] == "上半年" else (7, 12)))
    if said["single"]:
        return Period(span, "month", _moment(said, 15), _moment(said, 15))
    return _years(span, said)


def _years(span: Span, said: dict[str, str | None]) -> Period:
    if said["five"]:
        start = _FIVE_YEARS[said["five"].strip("“”")]
        return Period(span, "since", Moment(start), Moment()) if said["ongoing"] else Period(span, "range", Moment(start), Moment(start + 4))
    if said["years"]:
        return Period(span, "range", _moment(said, 21), _moment(said, 22))
    if said["year_end"]:
        return Period(span, "until", Moment(), Moment(None, 12))
    kind = "last_year" if said["last"] else "this_year" if said["this"] else "year"
    year = Moment(int(said["year17"])) if said["year17"] else Moment()
    if said["plain"] and said["plain"][-1] in "底末":
        year = Moment(year.year, 12, 31)
    return Period(span, kind, year, year)


def _months(span: Span, year: str | None, first: int, last: int) -> Period:
    number = int(year) if year else None
    return Period(span, "part", Moment(number, first), Moment(number, last))


def _moment(said: dict[str, str | None], number: int) -> Moment:
    def part(name: str) -> int | None:
        value = said.get(f"{name}{number}")
        return int(value) if value else None

    if said.get(f"end{number}"):
        return Moment(None, 12)
    return Moment(part("year") or part("bare"), part("month"), part("day"))


def resolve(period: Period, reported: Reported) -> tuple[date, date]:
    """The first and the last day of a period told in a report."""
    first, last = period.first, period.last
    if period.kind == "last_year":
        return date(reported.year - 1, 1, 1), date(reported.year - 1, 12, 31)
    if period.kind == "this_year":
        return date(reported.year, 1, 1), date(reported.year, 12, 31)
    if period.kind == "until":
        year = last.year or reported.year
        return date(year, 1, 1), _end(last, year)
    if period.kind == "since":
        year = first.year or reported.year
        return _start(first, year), max(reported.until if first.month else date(reported.year, 12, 31), _start(first, year))
    year = first.year or (last.year if last.year and (last.month or 13) >= (first.month or 0) else None) or reported.year
    return _start(first, year), _end(last, last.year or year)


def _start(moment: Moment, year: int) -> date:
    return _day(moment.year or year, moment.month or 1, moment.day or 1)


def _end(moment: Moment, year: int) -> date:
    month = moment.month or 12
    return _day(moment.year or year, month, moment.day or 31)


def _day(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))
