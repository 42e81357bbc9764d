"""What changed between two runs, or two years of one issuer."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from extractor.comparison import compare
from extractor.comparison.figures import paper_of
from extractor.comparison.pairs import find_pairs
from extractor.comparison.shelf import Card, Shelf
from extractor.writers.columns import columns_of, names_of
from extractor.writers.wishes import Wishes
from schemas import Indicator, Period, Report, SpanQuote
from tests.writers.records import REPORT


def figure(number: int, value: object, unit: str = "件", code: str | None = "penalty.filed", **more: Any) -> Indicator:
    evidence = SpanQuote(start=0, end=1, quote=str(value))
    return Indicator(id=number, code=code, name=more.pop("name", "立案数"), value=value, unit=unit, written="", evidence=evidence, **more)


def report(*figures: Indicator, sha256: str = "00", year: int = 2022, path: str = "a.txt", issuer: str = "某县水务局") -> Report:
    source = REPORT.source.model_copy(update={"sha256": sha256, "path": path})
    paper = {"source": source, "year": year, "issuer": REPORT.issuer.model_copy(update={"name": issuer})}
    return REPORT.model_copy(update={"indicators": figures, **paper})


def changes(old: list[Report], new: list[Report], wishes: Wishes | None = None) -> list[dict[str, Any]]:
    names = names_of(columns_of("diff"))
    return [dict(zip(names, row, strict=True)) for row in compare(old, new, wishes or Wishes()).rows]


def told(rows: list[dict[str, Any]], *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in rows]


def test_the_same_record_has_no_changes() -> None:
    assert changes([REPORT], [REPORT]) == []


def test_gone_new_and_changed_by_code() -> None:
    old = report(figure(1, 17), figure(2, 3, code="review.cases"), figure(3, 5, code=None, name="谷坊坝数"))
    new = report(figure(1, 19), figure(2, 8, code="litigation.cases"), figure(3, 5, code=None, name="谷坊坝数"))
    rows = changes([old], [new])
    assert told(rows, "change", "code", "value_old", "value_new", "difference") == [
        ("new", "litigation.cases", None, 8, None),
        ("changed", "penalty.filed", 17, 19, 2),
        ("gone", "review.cases", 3, None, None),
    ]
    assert told(rows[1:2], "quote_old", "quote_new", "source_old", "source_new", "id_old", "id_new") == [("17", "19", "a.txt", "a.txt", 1, 1)]


def test_a_part_is_held_against_a_part() -> None:
    parts: dict[str, Any] = {"part": True, "category": "夜间"}
    rows = changes([report(figure(1, 17), figure(2, 5, **parts))], [report(figure(1, 5, **parts), figure(2, 18))])
    assert told(rows, "change", "part", "value_old", "value_new") == [("changed", False, 17, 18)]


def test_another_unit_is_a_change_without_a_difference() -> None:
    rows = changes([report(figure(1, 17, "件"))], [report(figure(1, 17, "起"))])
    assert told(rows, "change", "unit", "difference") == [("changed", "件→起", None)]


def test_the_same_amount_for_a_part_is_a_change() -> None:
    rows = changes([report(figure(1, 17))], [report(figure(1, 17, part=True))])
    assert told(rows, "change", "part", "value_old", "value_new") == [("changed", True, 17, 17)]


def test_repeats_are_left_out() -> None:
    assert changes([report(figure(1, 17))], [report(figure(1, 17), figure(2, 17, repeats=1))]) == []


def test_days_are_counted_from_the_year_reported_on() -> None:
    def until_november(year: int) -> Period:
        return Period(start=dt.date(year, 1, 1), end=dt.date(year, 11, 30))

    old = report(figure(1, 17, period=until_november(2021)), figure(2, 40), year=2021, sha256="1")
    new = report(figure(1, 44), figure(2, 18, period=until_november(2022)), sha256="2")
    assert told(changes([old], [new]), "year_old", "year_new", "value_old", "value_new") == [(2021, 2022, 17, 18), (2021, 2022, 40, 44)]


def test_exact_to_the_last_digit_and_in_the_unit_that_is_wished() -> None:
    old, new = (report(figure(1, value, "元", "penalty.fines")) for value in ("12345678901234567890123456789.1", "12345678901234567890123456789.3"))
    assert told(changes([old], [new]), "difference") == [(Decimal("0.2"),)]
    assert told(changes([old], [new], Wishes(money="万元")), "difference", "unit") == [(Decimal("0.00002"), "万元")]


def test_reports_without_a_counterpart() -> None:
    old, new = report(figure(1, 17), sha256="1", path="x.txt", issuer="甲局"), report(figure(1, 3), sha256="2", path="y.txt", issuer="乙局")
    assert told(changes([old], [new]), "change", "issuer", "source_old", "source_new") == [
        ("gone", "甲局", "x.txt", None), ("new", "乙局", None, "y.txt"),
    ]  # fmt: skip


def test_reports_belong_together_by_bytes_then_by_issuer_and_year_then_by_path() -> None:
    old = [
        report(figure(1, 1), sha256="1", path="p", issuer="甲局"),
        report(figure(1, 2), sha256="2", path="q"),
        report(figure(1, 3), sha256="3", path="r", issuer="丙局"),
    ]
    new = [
        report(figure(1, 30), sha256="6", path="r", issuer="丁局"),
        report(figure(1, 20), sha256="5", path="z"),
        report(figure(1, 10), sha256="1", path="y", issuer="乙局"),
    ]
    assert told(changes(old, new), "value_old", "value_new") == [(1, 10), (2, 20), (3, 30)]


def test_what_waits_to_be_compared_is_on_disk_and_comes_back_as_it_was() -> None:
    papers = [paper_of(report(figure(1, "17.50", period=None), figure(2, 10**30, "元"), path=path), Wishes()) for path in ("a.txt", "b.txt")]
    with Shelf() as shelf:
        cards = [shelf.put(paper) for paper in papers]
        assert [shelf.take(card) for card in reversed(cards)] == papers[::-1]
    with pytest.raises(ValueError, match="closed"):
        shelf.take(cards[0])


def test_of_many_that_are_alike_each_has_one_counterpart() -> None:
    cards = [Card("a.txt", "1", "甲局", None, 2021, place) for place in range(3)]
    assert [(one and one.place, other and other.place) for one, other in find_pairs(cards[:2], cards)] == [(0, 0), (1, 1), (None, 2)]
