"""Breakdowns: what comes of them first, then the total and its items."""

import pytest

from extractor.checks.breakdowns import check_breakdowns
from schemas import Report
from tests.checks.records import figure, report


def broken_down(total: str, *items: str, unit: str = "件") -> Report:
    return report(figure(1, "a.b", total, unit), *(figure(number, "a.b", item, unit, part=True, part_of=1) for number, item in enumerate(items, 2)))


@pytest.mark.parametrize(
    ("status", "relation", "total", "items"),
    [
        ("passed", "9 + 8 = 17 = 17", "17", ["9", "8"]),
        ("passed", "1 + 2 + 3 = 6 = 6", "6", ["1", "2", "3"]),
        ("passed", "9 + 7 = 16 < 17", "17", ["9", "7"]),
        ("failed", "9 + 9 = 18 > 17", "17", ["9", "9"]),
        ("passed", "0.1 + 0.2 = 0.3 = 0.3", "0.3", ["0.1", "0.2"]),
        ("passed", "0 + 17 = 17 = 17", "17", ["0", "17"]),
        ("failed", "1 + 0 = 1 > 0", "0", ["1", "0"]),
    ],
)
def test_a_breakdown(status: str, relation: str, total: str, items: list[str]) -> None:
    (check,) = check_breakdowns(broken_down(total, *items))
    assert (check.check, check.status, check.message) == ("breakdown", status, f"a.b: {relation}")
    assert check.indicators == tuple(range(1, len(items) + 2))


def test_one_item_is_no_breakdown() -> None:
    assert list(check_breakdowns(broken_down("17", "9"))) == []


def test_a_record_without_parts_has_none() -> None:
    assert list(check_breakdowns(report(figure(1, "a.b", "3"), figure(2, "a.b", "4")))) == []


def test_the_change_of_a_part_is_no_item() -> None:
    parts = [figure(2, "a.b", "9", part_of=1), figure(3, "a.b", "8", part_of=1), figure(4, "a.b", "5", part_of=1, aspect="change")]
    assert [check.status for check in check_breakdowns(report(figure(1, "a.b", "17"), *parts))] == ["passed"]


def test_every_total_is_checked_for_itself() -> None:
    first = [figure(1, "a.b", "5"), figure(2, "a.b", "2", part_of=1), figure(3, "a.b", "3", part_of=1)]
    second = [figure(4, "a.c", "5"), figure(5, "a.c", "4", part_of=4), figure(6, "a.c", "3", part_of=4)]
    assert [check.status for check in check_breakdowns(report(*first, *second))] == ["passed", "failed"]


def test_a_total_broken_down_in_two_ways_is_no_failure() -> None:
    """全年救助12起,其中夜间5起、昼间7起;按船型分,货船8起、渔船4起。"""
    by_hour = [figure(2, "a.b", "5", part_of=1), figure(3, "a.b", "7", part_of=1)]
    by_ship = [figure(4, "a.b", "8", part_of=1), figure(5, "a.b", "4", part_of=1)]
    assert "failed" not in {check.status for check in check_breakdowns(report(figure(1, "a.b", "12"), *by_hour, *by_ship))}


def test_only_items_of_the_unit_of_the_total_are_added() -> None:
    parts = [figure(2, "a.b", "9", part_of=1), figure(3, "a.b", "8", part_of=1), figure(4, "a.b", "50", "%", part_of=1)]
    assert [check.status for check in check_breakdowns(report(figure(1, "a.b", "17"), *parts))] == ["passed"]
