"""Of a report what is compared: who reports on which year, and its figures, those that only repeat another left out."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from extractor.writers.columns import columns_of, names_of
from extractor.writers.shapes.indicators import indicator_rows
from extractor.writers.wishes import Wishes
from schemas import Report

_PLACES = [
    names_of(columns_of("indicators")).index(name)
    for name in ("code", "name", "value", "value_max", "unit", "aspect", "part", "category", "period_start", "period_end", "repeats", "quote", "id")
]


class Figure(NamedTuple):
    """A figure, with the parts of its line that say which figure it is and how much."""

    code: str | None
    name: str
    value: Decimal
    value_max: Decimal | None
    unit: str
    aspect: str
    part: bool
    category: str | None
    start: dt.date | None
    end: dt.date | None
    repeats: int | None
    quote: str
    id: int

    @property
    def subject(self) -> str:
        """What it is about: its code, or where it has none its name."""
        return self.code or self.name


@dataclass(frozen=True, slots=True)
class Paper:
    """A report as it is compared."""

    source: str
    sha256: str
    issuer: str | None
    region_code: str | None
    year: int | None
    figures: tuple[Figure, ...]

    def days_of(self, figure: Figure) -> tuple[object, ...] | None:
        """The days that a figure is about, counted from the year reported on: those of this year and of the next are alike. None for the whole year."""
        if figure.start is None or figure.end is None or self.year is None:
            return None
        days = tuple((day.year - self.year, day.month, day.day) for day in (figure.start, figure.end))
        return None if days == ((0, 1, 1), (0, 12, 31)) else days


def paper_of(report: Report, wishes: Wishes) -> Paper:
    """What of a report is compared."""
    figures = (Figure._make(row[place] for place in _PLACES) for row in indicator_rows(report, wishes))
    region = report.issuer.region
    return Paper(
        source=report.source.path,
        sha256=report.source.sha256,
        issuer=report.issuer.name,
        region_code=region.code if region else None,
        year=report.year,
        figures=tuple(figure for figure in figures if figure.repeats is None),
    )
