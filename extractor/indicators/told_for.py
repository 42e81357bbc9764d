"""Which stretch of time a figure is told for.

Within a sentence the last expression before a figure holds for it: one that names a stretch (截至11月23日, 1—9月, 上半年) for all
that follows, one that names another year (2019年执法满意度达95%) only within its clause.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import regex

from extractor.indicators.frames import Frame
from extractor.numbers.periods import Period, Reported, resolve

_MARK = regex.compile(r"[,;:]")
# What exists at a day, rather than what was done up to it.
_STOCK = regex.compile(r"现有|共有|实有|[省市县区镇局乡]有(?!关|效整)|在监|余额|在册|在岗|登记社会|登记在册|存量|参保|拥有|保有|持有|持证|现存|结余|留存")
# 对2012年以来印发的文件开展清理: the time is that of the thing, not of what was done.
_OBJECT = ("对", "将", "就", "把")
_BEHIND_FIGURE = regex.compile(r"\d[^\s,;:。\d]{0,5}\($")
_NAMED_TIME = regex.compile(r"(?:以来|期间|当[年月日天周]|时期)\($")
_OF_PAPERS = regex.compile(r"(?:期间)?(?:的|印发|制发|制定|出台|发布)?[\u4e00-\u9fff]{0,8}文件")
# What is done, up to a day; anything else is what there is on that day.
_DONE = regex.compile(
    r"作出|下达|出具|移送|查获|收缴|评查|采纳|承办|公示|评定|评选|创建|命名|惠及|救助|签订|征收|到位|调成|累计|受理|办理|办结|立案|查处|检查|巡查|开展|出动|完成|发放|接到|收到|拆除|化解|举办|培训|清理|规范(?!性)|新增|投入|征缴|发现|处置|报告|接收|调解|审查|审核|核发|实施|推送|宣传|处罚|整改|解决|兑现|追回|支出|入账|拨付|缴|建成|实现|制定|出台|公开|召开|调处|服务|接待|答复|破获|抓获"
)
# 12月份启动预警2次,…: a month opens its sentence for figures where its own clause holds one; else it dates an event.
_ALL_MONTH = regex.compile(r"当月|^[^,;。]{0,24}(?:期间|中),")
_COUNTS = regex.compile(r"[^,;:]*\d")
_FROM = regex.compile(r"(?:由|从)[^,;:。]*$")
_TO = regex.compile(
    r"(?:[^,;:。\d]{0,3})(?:提高|提升|增加|增长|增|扩大|上升|升|压缩|压减|减少|减|降低|降|下降|缩短|缩减|调减|调整|改|精简)[^,;:。\d]{0,2}(?:到|至|为)"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A stretch of time, both days inclusive; ``stated`` says that the text names it."""

    start: date
    end: date
    stated: bool


class Calendar:
    """The period expressions of a view, with the year that the report is about."""

    def __init__(self, text: str, periods: Sequence[Period], reported: Reported) -> None:
        self.text, self.reported = text, reported
        self._periods = list(periods)
        self._starts = [p.span.start for p in periods]

    def told_for(self, frame: Frame, *, planned: bool, stock: bool) -> Told:
        """The stretch that a figure is told for; the year after the report's for a plan, the report's own where nothing is said."""
        period = self._governing(frame)
        year = self.reported.year + planned
        if period is None or period.kind == "this_year" or planned and not self._is_part_of_plan(period, frame):
            return Told(date(year, 1, 1), date(year, 12, 31), period is not None and not planned)
        start, end = resolve(period, Reported(year) if planned else self.reported)
        if period.kind == "until" and (stock or self._is_stock(period, frame)):
            start = end
        return Told(start, end, True)

    def told_in_clause(self, frame: Frame) -> Told:
        """The year that a figure's own clause names, or else the report's own: what 提高到 tells is of no earlier stretch."""
        year = self.reported.year
        here = [p for p in self._periods if frame.near.start <= p.span.start and p.span.end <= frame.quantity.span.start]
        named = [p for p in here if not self._is_bracketed(p)]
        start, end = resolve(named[-1], self.reported) if named else (date(year, 1, 1), date(year, 12, 31))
        return Told(start, end, bool(named))

    def _governing(self, frame: Frame) -> Period | None:
        first = bisect_left(self._starts, frame.sentence.start)
        last = bisect_right(self._starts, frame.quantity.span.start)
        before = self._from_year(frame, first, last)
        behind = next((p for p in self._periods if p.span.start == frame.quantity.span.end + 1 and self._is_bracketed(p)), None)
        if before is not None or behind is not None:
            return behind or before
        here = [p for p in self._periods[first:last] if p.span.end <= frame.quantity.span.start]
        return next((p for p in reversed(here) if self._holds(p, frame)), None)

    def _holds(self, period: Period, frame: Frame) -> bool:
        if self._is_of_object(period) or self._is_bracketed(period):
            return False
        between = self.text[period.span.end : frame.quantity.span.start]
        if self._is_aside(period):
            return ";" not in between
        if period.kind not in ("year", "last_year", "month"):
            return True
        if period.kind == "year" and period.first.year == self.reported.year:
            return True
        leads = period.span.start == frame.sentence.start and (between.startswith(",") or period.kind == "month" and _COUNTS.match(between) is not None)
        leads = leads or period.kind == "month" and _ALL_MONTH.search(between) is not None
        return not _MARK.search(between) and not any(c.isdigit() for c in between) or leads

    def _is_of_object(self, period: Period) -> bool:
        """对2012年以来印发的文件开展清理, 清理2010年以来文件: the time is that of the thing, not of what was done."""
        end = period.span.end
        attributive = period.kind == "since" and self.text.startswith("的", end)
        return attributive or self.text[max(0, period.span.start - 1) : period.span.start] in _OBJECT or _OF_PAPERS.match(self.text, end) is not None

    def _is_bracketed(self, period: Period) -> bool:
        """Whether an expression stands in brackets right behind a figure, which it alone is told for: 189项(2018年)."""
        start, end = period.span
        return self.text.startswith(")", end) and _BEHIND_FIGURE.search(self.text, max(0, start - 8), start) is not None

    def _is_aside(self, period: Period) -> bool:
        """Whether an expression in brackets says when something was that the words before it name: 推行以来(7月至12月), 宣传月当月(5月)."""
        start, end = period.span
        return self.text.startswith(")", end) and _NAMED_TIME.search(self.text, max(0, start - 8), start) is not None

    def _from_year(self, frame: Frame, first: int, last: int) -> Period | None:
        """从9大类扩大到13大类 takes the year of the pair before it: 由2009年的15元提高到74元."""
        if not (_FROM.search(self.text, frame.lead.start, frame.quantity.span.start) and _TO.match(self.text, frame.quantity.span.end)):
            return None
        if any(p.span.start >= frame.near.start for p in self._periods[first:last]):
            return None
        years = [p for p in self._periods[first:last] if p.kind in ("year", "last_year") and p.first.year != self.reported.year]
        return next((p for p in reversed(years) if _FROM.search(self.text, max(0, p.span.start - 4), p.span.start)), None)

    def _is_part_of_plan(self, period: Period, frame: Frame) -> bool:
        return period.kind == "part" and ";" not in self.text[period.span.end : frame.quantity.span.start]

    def _is_stock(self, period: Period, frame: Frame) -> bool:
        """Decided once for all that follows the expression, by the words up to its first figure."""
        between = self.text[period.span.end : frame.quantity.span.start]
        opening = regex.split(r"\d", between, maxsplit=1)[0]
        return (_STOCK.search(opening) is not None or not _DONE.search(opening)) and not _DONE.search(self.text[frame.near.slice])
