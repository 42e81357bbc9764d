"""A panel: the office's own figure in each cell, and nothing chosen in silence."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from extractor.writers.columns import names_of
from extractor.writers.tables import table_of
from extractor.writers.wishes import Condition, Wishes
from schemas import Indicator, Period, Region, Report, SpanQuote, Warning  # noqa: A004
from tests.writers.records import REPORT


def figure(number: int, value: object, unit: str = "件", code: str = "penalty.filed", **more: Any) -> Indicator:
    confidence = more.pop("confidence", None)
    evidence = SpanQuote(start=0, end=1, quote="…", confidence=confidence)
    return Indicator(id=number, code=code, name=more.pop("name", "立案数"), value=value, unit=unit, written="", evidence=evidence, **more)


def report(*figures: Indicator, path: str = "a.txt", issuer: str | None = "某县水务局", year: int | None = 2022, **more: Any) -> Report:
    source = REPORT.source.model_copy(update={"path": path})
    paper = {"source": source, "year": year, "issuer": REPORT.issuer.model_copy(update={"name": issuer}), "warnings": (), **more}
    return REPORT.model_copy(update={"indicators": figures, **paper})


def panel(*reports: Report, **wishes: Any) -> list[dict[str, Any]]:
    table = table_of(reports, Wishes(shape="panel", **wishes))
    return [dict(zip(names_of(table.columns), row, strict=True)) for row in table.rows]


def cell(*figures: Indicator) -> tuple[Any, ...]:
    (row,) = panel(report(*figures))
    return row["penalty.filed"], row["rivals"], row["notes"]


def days(start: tuple[int, int, int], end: tuple[int, int, int]) -> Period:
    return Period(start=dt.date(*start), end=dt.date(*end))


YEAR = days((2022, 1, 1), (2022, 12, 31))
TO_NOVEMBER = days((2022, 1, 1), (2022, 11, 30))
LAST_DAY = days((2022, 12, 31), (2022, 12, 31))
APRIL = days((2022, 4, 1), (2022, 4, 30))
LAST_YEAR = days((2021, 1, 1), (2021, 12, 31))


class TestCells:
    @pytest.mark.parametrize("period", [None, YEAR, TO_NOVEMBER, LAST_DAY])
    def test_a_whole_of_the_year_is_shown(self, period: Period | None) -> None:
        assert cell(figure(1, 17, period=period)) == (17, None, None)

    @pytest.mark.parametrize(
        ("more", "note"),
        [
            ({"part": True}, "only of a part"),
            ({"aspect": "change"}, "only as a change"),
            ({"aspect": "target"}, "only as a target"),
            ({"period": APRIL}, "only for another time"),
            ({"period": LAST_YEAR}, "only for another time"),
            ({"aspect": "change", "part": True, "period": LAST_YEAR}, "only as a change"),
        ],
    )
    def test_anything_else_is_a_mention_and_no_value(self, more: dict[str, Any], note: str) -> None:
        assert cell(figure(4, 17, **more)) == (None, None, f"penalty.filed: {note} (#4)")

    def test_what_is_said_first_is_shown_and_its_rivals_are_told(self) -> None:
        shown = cell(figure(3, 17), figure(5, 19), figure(6, 19), figure(8, 23, "起"))
        assert shown == (17, "penalty.filed", "penalty.filed: 17件 (#3), also 19件 (#5), also 23起 (#8)")

    def test_the_same_value_again_is_no_rival(self) -> None:
        assert cell(figure(3, 17), figure(5, "17.0"), figure(6, 40, repeats=3), figure(7, 5, part=True)) == (17, None, None)

    def test_a_figure_of_the_year_comes_before_one_of_a_day(self) -> None:
        assert cell(figure(1, 5, period=LAST_DAY), figure(2, 7, period=LAST_DAY), figure(3, 17)) == (17, None, None)

    @pytest.mark.parametrize(
        ("more", "note"),
        [
            ({"qualifier": "about"}, "17件 about (#1)"),
            ({"qualifier": "at_least"}, "17件 at least (#1)"),
            ({"value_max": Decimal(20)}, "17件 the lower end of a range (#1)"),
            ({"confidence": 0.5}, "17件 read with little confidence (#1)"),
        ],
    )
    def test_a_figure_that_is_not_exact_says_so(self, more: dict[str, Any], note: str) -> None:
        assert cell(figure(1, 17, **more)) == (17, None, f"penalty.filed: {note}")

    def test_another_unit_than_most_is_told(self) -> None:
        rows = panel(*(report(figure(1, 17, unit), issuer=issuer) for unit, issuer in (("件", "甲局"), ("件", "乙局"), ("起", "丙局"))))
        assert {row["issuer"]: row["notes"] for row in rows} == {"甲局": None, "乙局": None, "丙局": "penalty.filed: 17起 (#1)"}


class TestBlanks:
    def test_none_not_mentioned_and_not_read_are_three_things(self) -> None:
        lost = (Warning(code="undecodable_bytes", message="in 3 places the bytes are no utf-8"),)
        harmless = (Warning(code="no-issuer", message="the issuer could not be told"),)
        rows = panel(
            report(figure(1, 0), issuer="甲局"), report(figure(1, 3, code="review.cases"), issuer="乙局", warnings=harmless), report(issuer="丙局", warnings=lost)
        )  # fmt: skip
        assert {row["issuer"]: (row["penalty.filed"], row["unread"]) for row in rows} == {
            "甲局": (0, None), "乙局": (None, None), "丙局": (None, "in 3 places the bytes are no utf-8"),
        }  # fmt: skip

    def test_a_code_that_is_asked_for_by_name_has_a_column_though_nobody_mentions_it(self) -> None:
        (row,) = panel(report(figure(1, 17)), codes=("review.cases", "penalty.*"))
        assert list(row)[4:6] == ["review.cases", "penalty.filed"]
        assert row["review.cases"] is None


class TestLines:
    def test_reports_of_one_issuer_and_year_are_one_line(self) -> None:
        (row,) = panel(report(figure(1, 17), path="a.txt"), report(figure(1, 18), path="b.html"))
        assert (row["sources"], row["penalty.filed"], row["rivals"]) == ("a.txt；b.html", 17, "penalty.filed")
        assert row["notes"] == "penalty.filed: 17件 (a.txt #1), also 18件 (b.html #1)"

    def test_other_years_and_issuers_are_other_lines_in_order(self) -> None:
        def of_region(code: str, **more: Any) -> Report:
            found = report(**more)
            issuer = found.issuer.model_copy(update={"region": Region(code=code, name="", level="county")})
            return found.model_copy(update={"issuer": issuer})

        reports = (("a", 2022, "510000"), ("b", 2023, "110000"), ("c", 2021, "110000"))
        rows = panel(*(of_region(code, path=path, year=year) for path, year, code in reports))
        assert [row["sources"] for row in rows] == ["c", "b", "a"]

    @pytest.mark.parametrize("unknown", [{"issuer": None}, {"year": None}])
    def test_reports_of_which_the_issuer_or_year_is_unknown_have_their_own_lines(self, unknown: dict[str, Any]) -> None:
        assert len(panel(report(path="a", **unknown), report(path="b", **unknown), report())) == 3

    def test_a_report_without_figures_has_a_line(self) -> None:
        assert [row["sources"] for row in panel(report())] == ["a.txt"]


class TestWishes:
    def test_columns_that_are_chosen_keep_what_tells_of_rivals(self) -> None:
        (row,) = panel(report(figure(1, 17), figure(2, 18)), columns=("year", "penalty.filed"))
        assert list(row) == ["year", "penalty.filed", "rivals", "unread", "notes"]

    def test_a_code_among_the_columns_has_a_column_though_nobody_mentions_it(self) -> None:
        (row,) = panel(report(figure(1, 17)), columns=("year", "review.cases"))
        assert list(row.items())[:2] == [("year", 2022), ("review.cases", None)]

    def test_money(self) -> None:
        (row,) = panel(report(figure(1, "17700.5", "元", "penalty.fines"), figure(2, 1, "元", "penalty.fines")), money="万元")
        assert (row["penalty.fines"], row["notes"]) == (Decimal("1.77005"), "penalty.fines: 1.77005万元 (#1), also 0.0001万元 (#2)")

    def test_conditions_on_lines_and_on_reports(self) -> None:
        rows = panel(
            report(figure(1, 17), figure(2, 5, code="review.cases")),
            report(figure(1, 3), issuer="乙局", year=2019),
            where=(Condition("year", ">", "2020"), Condition("value", ">", "9")),
        )
        assert [(row["issuer"], row["penalty.filed"], "review.cases" in row) for row in rows if row["penalty.filed"]] == [("某县水务局", 17, False)]

    def test_names_in_chinese_and_english_two_of_one_name_told_apart(self) -> None:
        names = {"penalty.filed": ("立案数", "cases opened"), "penalty.other": ("立案数", "other cases")}
        figures = figure(1, 17), figure(2, 3, code="penalty.other"), figure(3, 5, code="own.code", name="自定")
        for lang, expected in (("zh", ["自定", "立案数（penalty.filed）", "立案数（penalty.other）"]), ("en", ["own.code", "cases opened", "other cases"])):
            table = table_of([report(*figures)], Wishes(shape="panel", lang=lang, names=names))  # type: ignore[arg-type]
            assert [column.title(lang) for column in table.columns][4:7] == expected  # type: ignore[arg-type]

    def test_notes_in_chinese(self) -> None:
        (row,) = panel(report(figure(1, 17, qualifier="about"), figure(2, 19), figure(3, 2, code="review.cases", part=True)), lang="zh")
        assert row["notes"] == "penalty.filed: 17件 约 (#1), 又作 19件 (#2)；review.cases: 仅有 部分数 (#3)"
