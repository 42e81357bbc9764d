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
        named = [p for p in self._periods if frame.near.start <= p.span.start and p.span.end <= frame.quantity.span.start]
        start, end = resolve(named[-1], self.reported) if named else (date(year, 1, 1), date(year, 12, 31))
        return Told(start, end, bool(named))

    def _governing(self, frame: Frame) -> Period | None:
        first = bisect_left(self._starts, frame.sentence.start)
        last = bisect_right(self._starts, frame.quantity.span.start)
        before = self._from_year(frame, first, last)
        if before is not None:
            return before
        here = [p for p in self._periods[first:last] if p.span.end <= frame.quantity.span.start]
        return next((p for p in reversed(here) if self._holds(p, frame)), None)

    def _holds(self, period: Period, frame: Frame) -> bool:
        if period.kind not in ("year", "last_year", "month"):
            return self.text[period.span.start - 1 : period.span.start] not in _OBJECT or period.kind != "since"
        between = self.text[period.span.end : frame.quantity.span.start]
        if period.kind == "year" and period.first.year == self.reported.year:
            return True
        leads = period.span.start == frame.sentence.start and between.startswith(",") or period.kind == "month" and "当月" in between
        return not _MARK.search(between) and not any(c.isdigit() for c in between) or leads

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
        return _STOCK.search(opening) is not None
