"""An indicator a line.

>>> report = Report.model_validate({"source": {"name": "a", "path": "a", "sha256": "", "media_type": "", "characters": 0}, "body": {"start": 0, "end": 0}})
>>> list(indicator_rows(report, Wishes()))
[]
"""

from collections.abc import Iterator
from decimal import Context, Decimal

from extractor.writers.cells import Row
from extractor.writers.shapes.paper import paper_cells, paths_of
from extractor.writers.wishes import MONEY_UNITS, Wishes
from schemas import Indicator, Report

_YUAN, _WAN_YUAN = MONEY_UNITS
_WAN = -4  # places of the decimal mark
_EXACT = Context(prec=1000)


def indicator_rows(report: Report, wishes: Wishes) -> Iterator[Row]:
    """A line for each indicator, in reading order."""
    paper, paths = paper_cells(report), paths_of(report.sections)
    for each in report.indicators:
        period, evidence = each.period, each.evidence
        value, value_max, unit = amount(each, wishes)
        yield (
            *paper, paths.get(each.section, "") if each.section else "", each.code, wishes.name_of(each.code, each.name), value, value_max, unit,
            each.written, each.qualifier, each.aspect, each.part, each.category, period.start if period else None, period.end if period else None,
            each.repeats, each.part_of, evidence.quote, evidence.start, evidence.end, evidence.page, each.rule, each.id, evidence.confidence,
        )  # fmt: skip


def amount(indicator: Indicator, wishes: Wishes) -> tuple[Decimal, Decimal | None, str]:
    """Value, upper value and unit, money in the unit that is asked for."""
    value, value_max, unit = indicator.value, indicator.value_max, indicator.unit
    if unit != _YUAN or wishes.money == _YUAN:
        return value, value_max, unit
    return value.scaleb(_WAN, _EXACT), None if value_max is None else value_max.scaleb(_WAN, _EXACT), _WAN_YUAN
