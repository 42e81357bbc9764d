"""Dates, months, years, times of day: what in a report looks like a number and is a place in time.

Every pattern is tried where a digit run begins, in order; the first that fits takes the whole of it.

>>> text = "2022年1月1日—11月28日"; match_date(text, 0)
Span(start=0, end=16)
>>> match_date("12.4”宪法日", 0), match_date("2.8万元", 0), match_date("2021.5.27", 0)
(Span(start=0, end=4), None, Span(start=0, end=9))
"""

import regex

from extractor.spans import Span

_YEAR = r"(?:19|20)\d\d"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_CLOCK = r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?"
_TO = r"(?:[-—–~]{1,2}|至|到)"
_MONTH_DAY = rf"{_MONTH}月(?:份|{_DAY}日|(?!龄))"
_FULL = rf"{_YEAR}年{_MONTH}月(?:份|{_DAY}日)?"
# Days that are called by their number: 12·4, “7·15”, 4.15, 6·26; the dot that a decimal has too needs a name behind it.
_NAMED_DAY = rf"{_MONTH}[·•・]{_DAY}|{_MONTH}[.]{_DAY}(?!个|小时|分钟|万|亿|%)(?=[”\"’]?(?:国家|全国|全民|国际|世界|中国)?(?:宪法|法制|法治|消费者|禁毒|防灾|护士|安全|环境|消防|知识产权|宣传|普法|主题|[\u4e00-\u9fff]{{0,8}}(?:日|周|月)[^\u4e00-\u9fff报]|[\u4e00-\u9fff]{{0,6}}宣传))"

_PATTERNS = [
    regex.compile(pattern)
    for pattern in (
        rf"{_YEAR}[-/.]{_MONTH}[-/.]{_DAY}(?!\d)(?:[ T]?{_CLOCK})?",
        rf"{_FULL}(?:{_TO}(?:{_FULL}|{_MONTH_DAY}|{_DAY}日))?(?:[ ]?{_CLOCK})?",
        rf"{_YEAR}年?(?:度)?(?:[、,]{_YEAR}年?度?)*(?:{_TO}{_YEAR})年(?:度)?",
        rf"{_YEAR}(?:年度?)?(?:、{_YEAR})+年(?:度)?",
        rf"{_YEAR}年{_MONTH}(?:{_TO}|、){_MONTH}月份?",
        rf"{_YEAR}(?:年度|年|度)(?:{_TO}{_MONTH_DAY})?",
        rf"{_YEAR}{_TO}{_YEAR}(?!\d|元|万|亿|件|人|户|家|次)",
        r"(?:19|20)[\*×xX]{2}年?",
        rf"{_MONTH}月(?:份|{_DAY}日)?{_TO}{_MONTH}月(?:份|{_DAY}日)?",
        rf"{_MONTH}月{_DAY}日?{_TO}{_DAY}日",
        rf"{_MONTH}月{_DAY}、{_DAY}日",
        rf"{_MONTH}(?:{_TO}|、){_MONTH}月(?:份|{_DAY}日)?",
        rf"{_MONTH_DAY}(?:、{_DAY}日)*",
        r"[1-4](?:[-—、][1-4])?季度(?!末?考)",
        r"(?<=(?<![满期到提以之日届束])前)(?:1[01]|[2-9])个月",  # 今年前11个月
        rf"{_CLOCK}",
        rf"{_NAMED_DAY}",
        rf"{_DAY}(?:{_TO}{_DAY})?日(?!内|以内|之内|前|常|均|拘|罚|游|照|报|间|志|期间)",
        r"(?:[01]?\d|2[0-4])时(?:[0-5]?\d分)?(?![效间限常段候隔事代机])",
        r"20[1-4]\d(?=[\u4e00-\u9fff“《])(?!.?(?:件|家|户|人|名|次|份|条|项|个|元|万|亿|余|多|起|宗|场|期|处|台|间|所|位|例|平|公|吨|米|亩|辆|套|篇|部|批|张|册|本|块|组|分|天|小|艘|株|对|头|只))",
    )
]
# No date has anything else behind its first digits; looking first is what makes the search quick.
_MARKS = frozenset("年月日-/.·•・:、时—–~至到季*×xX度个")
_RUN, _BARE_YEAR = regex.compile(r"\d+"), regex.compile(r"(?:19|20)\d\d")
# Durations, not days: 拘留10日, 10日内, 法定30日.
_NOT_A_DAY = (
    "拘留",
    "拘役",
    "停业",
    "为期",
    "历时",
    "用时",
    "共计",
    "缩短",
    "压缩",
    "压缩为",
    "压缩至",
    "压缩到",
    "缩短为",
    "缩短至",
    "缩短到",
    "压减至",
    "减至",
    "减为",
    "时限为",
    "法定",
    "法定的",
    "承诺",
    "期限为",
)


def match_date(text: str, place: int) -> Span | None:
    """The date that begins at a digit run of a view; None where none does."""
    run = _RUN.match(text, place)
    behind = text[run.end() : run.end() + 1] if run else ""
    if run is None or behind not in _MARKS and not _BARE_YEAR.fullmatch(run.group()) or text[max(0, place - 4) : place].endswith(_NOT_A_DAY):
        return None
    for pattern in _PATTERNS:
        found = pattern.match(text, place)
        if found and not (found.group()[-1].isdigit() and text[found.end() : found.end() + 1].isdigit()):
            return Span(*found.span())
    return None
