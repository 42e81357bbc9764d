"""The shapes that reports take in flat outputs: for each a function that makes the lines of one report.

- ``indicators``, ``reports``, ``sections``, ``numerals``, ``checks``: a line for each of them
- ``panel``: issuer and year a line, an indicator code a column; made of the lines of ``indicators``
- ``paper``: what all lines of a report have in common
"""

from collections.abc import Callable, Iterator

from extractor.writers.cells import Row
from extractor.writers.shapes.checks import check_rows
from extractor.writers.shapes.indicators import indicator_rows
from extractor.writers.shapes.numerals import numeral_rows
from extractor.writers.shapes.reports import report_rows
from extractor.writers.shapes.sections import section_rows
from extractor.writers.unread import Outcome
from extractor.writers.wishes import Wishes
from schemas import Report

RowsOfReport = Callable[[Report, Wishes], Iterator[Row]]
Rows = Callable[[Outcome, Wishes], Iterator[Row]]


def _of_reports(make: RowsOfReport) -> Rows:
    """Lines that only a report has."""
    return lambda outcome, wishes: make(outcome, wishes) if isinstance(outcome, Report) else iter(())


ROWS: dict[str, Rows] = {
    "indicators": _of_reports(indicator_rows),
    "reports": report_rows,
    "sections": _of_reports(section_rows),
    "numerals": _of_reports(numeral_rows),
    "checks": _of_reports(check_rows),
}

__all__ = ["ROWS"]
