"""Which stretch of time the figures of a table are told for: that of their column, their row, or the caption.

>>> told = told_in_table(None, "2022年1—9月行政处罚情况", Reported(2022), planned=False, stock=False)
>>> str(told.start), str(told.end), told.stated
('2022-01-01', '2022-09-30', True)
"""

from datetime import date
from functools import lru_cache

from extractor.indicators.told_for import Told
from extractor.numbers.periods import Period, Reported, find_periods, resolve

# What a caption may say of all figures below it; the day until which it counts, or since when, is none of a single column.
_IN_CAPTIONS = frozenset({"year", "range", "part", "month", "until", "since"})


def told_in_table(period: Period | None, caption: str, reported: Reported, *, planned: bool, stock: bool) -> Told:
    """The stretch that a figure is told for: the one its heads name, or else the caption, or else the year of the report, or for a plan the next."""
    named = period or (None if planned else _in_caption(caption))
    year = reported.year + planned
    if named is None or named.kind == "this_year":
        return Told(date(year, 1, 1), date(year, 12, 31), named is not None and not planned)
    start, end = resolve(named, reported)
    return Told(end if named.kind == "until" and stock else start, end, True)


@lru_cache(maxsize=256)
def _in_caption(caption: str) -> Period | None:
    found = [period for period in find_periods(caption) if period.kind in _IN_CAPTIONS]
    return found[-1] if found else None
