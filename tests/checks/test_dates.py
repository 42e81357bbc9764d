"""Dates of the paper: what comes of the checks first."""

from datetime import date

import pytest

from extractor.checks.dates import check_dates
from tests.checks.records import report


def day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


@pytest.mark.parametrize(
    ("outcome", "year", "signed", "published"),
    [
        ([], None, "", ""),
        ([], 2021, "", "2022-01-20"),
        (["year passed"], 2021, "2022-01-16", ""),
        (["year passed"], 2021, "2021-12-16", ""),
        (["dates passed"], None, "2022-01-16", "2022-01-16"),
        (["dates passed", "year passed"], 2021, "2022-01-16", "2022-10-20"),
        (["dates failed", "year passed"], 2021, "2022-01-16", "2022-01-15"),
        (["year failed"], 2021, "2020-12-31", ""),
        (["year failed"], 2021, "2025-01-16", ""),
        (["dates failed", "year failed"], 2021, "2026-01-16", "2022-01-20"),
    ],
)
def test_dates(outcome: list[str], year: int | None, signed: str, published: str) -> None:
    found = check_dates(report(year=year, signed=day(signed), published=day(published)))
    assert [f"{check.check} {check.status}" for check in found] == outcome
