"""The year of a report should be the one that its title names, and no figure of it can be of a later one."""

from collections.abc import Iterator

import regex

from extractor.numbers.words import parse_numeral
from schemas import Check, Indicator, Report

FEWEST_LATER = 2  # figures: one of a later year may be a slip of the pen, or a plan told as done

_IN_TITLES = regex.compile(r"《[^《》]{1,150}》")
_RANGE = r"(?:[-—–~～]{1,2}|至|到)"
# Of 2021年总结和2022年打算 only the first year is reported on.
_YEAR = regex.compile(
    rf"(?<!\d|{_RANGE})(?P<digits>(?:19|20)\d\d)(?!\d|{_RANGE})(?!年?度?[^\d年]{{0,4}}(?:计划|打算|安排|要点|思路))|(?P<words>二[〇零○][〇零○一二三四五六七八九]{{2}})(?=年)"
)
_WIDE = {0xFF10 + digit: str(digit) for digit in range(10)} | {ord("○"): "〇"}


def check_years(report: Report) -> Iterator[Check]:
    """Whether the title names the year reported on, where it names any, and whether figures are told for later years."""
    if report.year is None:
        return
    named = years_of(report.title or "")
    if named:
        words = ", ".join(map(str, sorted(named)))
        yield Check(check="year", status="passed" if report.year in named else "failed", message=f"reports on {report.year}, the title names {words}")
    later = [indicator for indicator in report.indicators if _is_of_later_year(indicator, report.year)]
    if len(later) >= FEWEST_LATER:
        message = f"reports on {report.year}, {len(later)} figures are of a later year"
        yield Check(check="year", status="failed", message=message, indicators=tuple(indicator.id for indicator in later))


def years_of(title: str) -> set[int]:
    """The single years that a title names, outside of the titles of other papers and of what is planned.

    >>> sorted(years_of("某县港航局2021年法治政府建设情况和2022年工作打算")), years_of("《港口规划(2021—2025年)》落实情况")
    ([2021], set())
    """
    folded = _IN_TITLES.sub("", title.translate(_WIDE))
    found = [int(match["digits"]) if match["digits"] else parse_numeral(match["words"]) for match in _YEAR.finditer(folded)]
    return {year for year in found if year}


def _is_of_later_year(indicator: Indicator, year: int) -> bool:
    period = indicator.period
    return indicator.aspect == "level" and period is not None and period.stated and period.start.year > year
