"""Items of a breakdown should add up to their total."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from schemas import Check, Indicator, Report, plain


def check_breakdowns(report: Report) -> Iterator[Check]:
    """For every total with two or more items of its own unit: whether they add up to it, exceed it, or leave a rest.

    A rest is no failure, for 其中 does not promise all items; a sum above the total is one.
    """
    totals = {indicator.id: indicator for indicator in report.indicators}
    items: dict[int, list[Indicator]] = defaultdict(list)
    for indicator in report.indicators:
        if indicator.part_of is not None and indicator.aspect == "level":
            items[indicator.part_of].append(indicator)
    for total_id, parts in items.items():
        total = totals[total_id]
        yield from (_finding(total, items) for items in _ways(total, parts) if len(items) > 1)


def _ways(total: Indicator, parts: list[Indicator]) -> list[list[Indicator]]:
    """The items of each way in which a total is broken down: 其中夜间5起、昼间7起;按船型分,货船8起、渔船4起 are two of 12起."""
    ways: list[list[Indicator]] = [[]]
    added = Decimal(0)
    for part in (part for part in parts if part.unit == total.unit != "%"):
        if added == total.value:
            ways.append([])
            added = Decimal(0)
        ways[-1].append(part)
        added += part.value
    if len(ways) > 1 and len(ways[-1]) == 1:  # one more is no way of its own, but one too many
        ways[-2:] = [ways[-2] + ways[-1]]
    return ways


def _finding(total: Indicator, parts: list[Indicator]) -> Check:
    added = sum((part.value for part in parts), Decimal(0))
    sum_words = " + ".join(plain(part.value) for part in parts)
    relation = "=" if added == total.value else ">" if added > total.value else "<"
    return Check(
        check="breakdown",
        status="failed" if added > total.value else "passed",
        message=f"{total.name}: {sum_words} = {plain(added)} {relation} {plain(total.value)}",
        indicators=(total.id, *(part.id for part in parts)),
    )
