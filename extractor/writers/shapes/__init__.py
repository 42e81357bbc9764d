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
from extractor.writers.wishes import Wishes
from schemas import Report

ROWS: dict[str, Callable[[Report, Wishes], Iterator[Row]]] = {
    "indicators": indicator_rows,
    "reports": report_rows,
    "sections": section_rows,
    "numerals": numeral_rows,
    "checks": check_rows,
}

__all__ = ["ROWS"]
