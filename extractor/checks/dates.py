"""Dates of the paper should be in order: reported, signed, published."""

from collections.abc import Iterator

from schemas import Check, Report

LATEST_SIGNED = 2  # years after the one reported on: later papers are about another year


def check_dates(report: Report) -> Iterator[Check]:
    """Whether the paper was signed before it was published, and about the year it reports on."""
    signed, published, year = report.dates.signed, report.dates.published, report.year
    if signed and published:
        passed = signed <= published
        yield Check(check="dates", status="passed" if passed else "failed", message=f"signed {signed}, published {published}")
    if signed and year:
        passed = 0 <= signed.year - year <= LATEST_SIGNED
        yield Check(check="year", status="passed" if passed else "failed", message=f"reports on {year}, signed {signed}")
