"""One indicator should have one value: two whole figures of one code and period that differ are shown side by side."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import regex

from extractor.indicators.rules import load_rules
from schemas import Check, Indicator, Report, plain

# What another figure rose or fell from is none of this year's: 罚款由12万元增至15万元.
_FROM = regex.compile(r"[由从]\D{0,6}\d")


def check_rivals(report: Report) -> Iterator[Check]:
    """For every code with different exact values of the same unit, aspect and period that are nobody's part: a failed check."""
    rivals: dict[tuple[object, ...], list[Indicator]] = defaultdict(list)
    for indicator in filter(_can_rival, report.indicators):
        period = indicator.period and (indicator.period.start, indicator.period.end)
        rivals[indicator.code, indicator.unit, period].append(indicator)
    for (code, *_), group in rivals.items():
        if len({indicator.value for indicator in group}) > 1:
            values = ", ".join(f"{plain(i.value)}{i.unit}" for i in group)
            yield Check(check="rivals", status="failed", message=f"{code}: {values}", indicators=tuple(i.id for i in group))


@cache
def _several() -> frozenset[str]:
    """Codes that several whole figures of one report may have: meetings of the party group and of the centre group, steps of one task."""
    return frozenset(rule.code for rule in load_rules() if rule.several)


def _can_rival(indicator: Indicator) -> bool:
    whole = indicator.code and indicator.code not in _several() and not indicator.part and indicator.repeats is None
    stated = indicator.numeral and indicator.aspect == "level" and indicator.qualifier == "exact"
    return bool(whole and stated) and _FROM.search(indicator.evidence.quote) is None
