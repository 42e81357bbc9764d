"""Rates should follow from the two counts told with them: 受理120件,办结114件,办结率95%."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

import regex

from schemas import Check, Indicator, Period, Report, plain


class Ratio(NamedTuple):
    """The codes of the two counts that a rate is made of."""

    part: str
    whole: str


# Only rates that mean one thing whoever reports: 办结率 of complaints may be of those due, 纠错率 of those decided.
RATIOS = {
    "approval.completed_rate": Ratio("approval.completed", "approval.accepted"),
    "mediation.success_rate": Ratio("mediation.succeeded", "mediation.accepted"),
    "officer.certified_rate": Ratio("officer.certified", "officer.total"),
    "penalty.closed_rate": Ratio("penalty.closed", "penalty.filed"),
}
TOLERANCE = Decimal("0.6")  # points: reports round to whole ones
REACH = 80  # code points: further back another sentence begins
_OF_THOSE_DUE = regex.compile(r"按时|按期|及时|限时|准时|提前|当[场日]|即时")


def check_rates(report: Report) -> Iterator[Check]:
    """For every rate that stands right behind both of its counts: whether it is their ratio, give or take the rounding."""
    for index, rate in enumerate(report.indicators):
        ratio = RATIOS.get(rate.code or "")
        if ratio and _is_whole(rate) and not _OF_THOSE_DUE.search(rate.name + rate.evidence.quote):
            before = [other for other in report.indicators[:index] if _stands_with(other, rate)]
            part, whole = _only(before, ratio.part), _only(before, ratio.whole)
            if part and whole and 0 < whole.value >= part.value:
                yield _finding(rate, part, whole)


def _is_whole(indicator: Indicator) -> bool:
    stated = indicator.numeral is not None and indicator.qualifier == "exact" and indicator.value_max is None
    return stated and indicator.aspect == "level" and not indicator.part


def _stands_with(other: Indicator, rate: Indicator) -> bool:
    near = rate.evidence.start - other.evidence.end <= REACH
    return near and other.section == rate.section and _days(other.period) == _days(rate.period)


def _days(period: Period | None) -> tuple[object, object] | None:
    return (period.start, period.end) if period else None


def _only(indicators: list[Indicator], code: str) -> Indicator | None:
    """The figure of a code, if it is exact and there is no other whose rate it could be."""
    found = [each for each in indicators if each.code == code and each.aspect == "level"]
    return found[0] if len(found) == 1 and _is_whole(found[0]) else None


def _finding(rate: Indicator, part: Indicator, whole: Indicator) -> Check:
    follows = 100 * part.value / whole.value
    passed = abs(rate.value - follows) <= TOLERANCE
    return Check(
        check="rate",
        status="passed" if passed else "failed",
        message=f"{rate.name}: {plain(rate.value)}%, {plain(part.value)} / {plain(whole.value)} = {follows:.2f}%",
        indicators=(rate.id, part.id, whole.id),
    )
