"""All checks, in the order in which a reader wants to see them."""

from collections.abc import Callable, Iterator

from extractor.checks.breakdowns import check_breakdowns
from extractor.checks.dates import check_dates
from extractor.checks.rates import check_rates
from extractor.checks.rivals import check_rivals
from extractor.checks.years import check_years
from schemas import Check, Report

CHECKS: tuple[Callable[[Report], Iterator[Check]], ...] = (check_breakdowns, check_rates, check_rivals, check_dates, check_years)


def check_record(report: Report) -> tuple[Check, ...]:
    """The findings of all checks on a record."""
    return tuple(finding for check in CHECKS for finding in check(report))
