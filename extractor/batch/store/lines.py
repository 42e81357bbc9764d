"""A report as lines of the tables of a store, without its number, which it gets when it is put in.

>>> set(lines_of.__annotations__) == {"report", "record", "return"}
True
"""

from collections.abc import Iterator
from functools import cache

from extractor.batch.parts import Lines
from extractor.writers.cells import Row
from extractor.writers.columns import columns_of, names_of
from extractor.writers.selection import RowsMaker, rows_maker
from extractor.writers.sqlite import bound
from extractor.writers.wishes import Wishes
from schemas import Report

_ABOUT = names_of(columns_of("checks")).index("indicators")


def lines_of(report: Report, record: bytes) -> dict[str, Lines]:
    """The lines of each table; where the number of the report belongs there is nothing yet. ``record`` is the report as JSON."""
    checks = _rows("checks", report)
    tables: dict[str, list[Row]] = {
        "reports": [(*row, None, record.decode()) for row in _rows("reports", report)],
        "sections": [(*row, None) for row in _rows("sections", report)],
        "indicators": [(*row, None, each.section) for row, each in zip(_rows("indicators", report), report.indicators, strict=True)],
        "numerals": [(*row, None) for row in _rows("numerals", report)],
        "checks": [(*row, None, place) for place, row in enumerate(checks, 1)],
        "check_indicators": list(_links(checks)),
    }
    return {name: [tuple(map(bound, row)) for row in rows] for name, rows in tables.items()}


def _links(checks: list[Row]) -> Iterator[Row]:
    return ((None, place, int(indicator)) for place, row in enumerate(checks, 1) for indicator in str(row[_ABOUT]).split())


def _rows(shape: str, report: Report) -> list[Row]:
    return _maker(shape)(report)


@cache
def _maker(shape: str) -> RowsMaker:
    return rows_maker(shape, Wishes())
