"""A report as lines with an indicator each, for every flat format.

>>> COLUMNS[:3]
('source', 'title', 'issuer')
"""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from schemas import Indicator, Report, Section

COLUMNS = (
    "source", "title", "issuer", "region_code", "year", "section", "code", "name", "value", "value_max", "unit", "written", "qualifier", "aspect",
    "part", "category", "period_start", "period_end", "repeats", "part_of", "quote", "start", "end", "page", "rule", "id",
    "confidence",
)  # fmt: skip

_SAME_NAME = tuple(column for column in COLUMNS if column in Indicator.model_fields and column != "section")

Cell = str | int | float | bool | Decimal | dt.date | None


def rows_of(report: Report) -> Iterator[dict[str, Cell]]:
    """A line for each indicator, with a value for each of the columns, in their order."""
    sections = {section.id: section for section in report.sections}
    paper = _paper_cells(report)
    for indicator in report.indicators:
        cells = _indicator_cells(indicator) | _section_cells(indicator, sections) | paper
        yield {column: cells[column] for column in COLUMNS}


def section_path(section: Section | None, sections: dict[int, Section]) -> str:
    """The titles from the top down to a section.

    >>> top = Section(id=1, level=1, label="一、", title="执法", start=0, end=9)
    >>> below = Section(id=2, parent=1, level=2, label="(一)", title="检查", start=3, end=9)
    >>> section_path(below, {1: top, 2: below})
    '执法 > 检查'
    """
    titles: list[str] = []
    while section is not None:
        titles.append(section.title)
        section = sections.get(section.parent) if section.parent else None
    return " > ".join(reversed(titles))


def _paper_cells(report: Report) -> dict[str, Cell]:
    region = report.issuer.region
    return {
        "source": report.source.path,
        "title": report.title,
        "issuer": report.issuer.name,
        "region_code": region.code if region else None,
        "year": report.year,
    }


def _section_cells(indicator: Indicator, sections: dict[int, Section]) -> dict[str, Cell]:
    section = sections.get(indicator.section) if indicator.section else None
    return {"section": section_path(section, sections)}


def _indicator_cells(indicator: Indicator) -> dict[str, Cell]:
    period, evidence = indicator.period, indicator.evidence
    return {column: getattr(indicator, column) for column in _SAME_NAME} | {
        "period_start": period.start if period else None,
        "period_end": period.end if period else None,
        "quote": evidence.quote,
        "start": evidence.start,
        "end": evidence.end,
        "page": evidence.page,
        "confidence": evidence.confidence,
    }
