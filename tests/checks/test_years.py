"""A year that the title or the figures contradict: what comes of it first."""

import pytest

from extractor.checks.years import check_years, years_of
from schemas import Indicator
from tests.checks.records import figure, of_year, report

TITLES = [
    ({2021}, ["某市港航局2021年度法治政府建设情况报告", "某市港航局２０２１年度法治政府建设情况报告", "某市港航局二〇二一年法治政府建设情况报告", "2021某市港航局法治政府建设情况报告"]),
    ({2021}, ["某市港航局2021年法治政府建设总结和2022年工作计划", "某市港航局2021年法治政府建设总结及2022年度打算"]),
    ({2021}, ["某市港航局关于落实《港口纲要(2021—2025年)》2021年度情况的报告"]),
    ({2020, 2021}, ["某市港航局2020年和2021年法治政府建设情况报告"]),
    (set(), ["某市港航局法治政府建设情况报告", "", "某市港航局20**年法治政府建设情况报告", "某市港航局2019—2021年法治政府建设情况报告", "关于《2021年工作要点》的落实情况", "港航发120211号"]),
]  # fmt: skip


@pytest.mark.parametrize(("years", "title"), [(years, title) for years, titles in TITLES for title in titles])
def test_years_of_titles(years: set[int], title: str) -> None:
    assert years_of(title) == years


LATER = figure(1, "a.b", "3", period=of_year(2022))


@pytest.mark.parametrize(
    ("outcome", "year", "title", "figures"),
    [
        (["passed"], 2021, "某市港航局2021年度法治政府建设情况报告", []),
        (["failed"], 2021, "某市港航局2022年度法治政府建设情况报告", []),
        (["passed"], 2021, "某市港航局2020年和2021年法治政府建设情况报告", []),
        ([], 2021, "某市港航局法治政府建设情况报告", []),
        ([], 2021, None, []),
        ([], None, "某市港航局2022年度法治政府建设情况报告", [LATER, LATER]),
        ([], 2021, None, [LATER]),
        (["failed"], 2021, None, [LATER, LATER.model_copy(update={"id": 2})]),
        (["passed", "failed"], 2021, "某市港航局2021年度法治政府建设情况报告", [LATER, LATER]),
        ([], 2021, None, [LATER.model_copy(update={"aspect": "target"})] * 3),
        ([], 2021, None, [figure(1, "a.b", "3", period=of_year(2020))] * 3),
        ([], 2021, None, [figure(1, "a.b", "3", period=of_year(2021))] * 3),
        ([], 2021, None, [figure(1, "a.b", "3", period=of_year(2022, stated=False))] * 3),
    ],
)
def test_years(outcome: list[str], year: int | None, title: str | None, figures: list[Indicator]) -> None:
    found = list(check_years(report(*figures, year=year, title=title)))
    assert [check.status for check in found] == outcome
    assert {check.check for check in found} <= {"year"}
