"""What is made of tables, through all stages: the figures of tests/tables in the forms that tables have."""

from functools import cache

import pytest

from extractor.pipeline import extract
from schemas import Report
from tests.table_cases import Case, load_cases, told

CASES = load_cases()


@cache
def report_of(name: str) -> Report:
    return extract(next(case.document for case in CASES if case.name == name))


each = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


@each
def test_the_figures_of_a_table(case: Case) -> None:
    assert told(report_of(case.name)) == case.expected


@each
def test_every_quote_stands_where_it_is_said_to(case: Case) -> None:
    for indicator in report_of(case.name).indicators:
        evidence, numeral = indicator.evidence, indicator.numeral
        assert case.document.text[evidence.start : evidence.end] == evidence.quote
        assert numeral is None or evidence.start <= numeral.start < numeral.end <= evidence.end


@each
def test_every_quantity_is_a_figure(case: Case) -> None:
    assert [entry.text for entry in report_of(case.name).numerals if entry.kind == "quantity" and entry.indicator is None] == []


def test_a_table_heads_no_sections() -> None:
    assert {len(report_of(case.name).sections) for case in CASES if "with units, serial numbers and a section" in case.name} == {2}


def test_names_are_unique_enough() -> None:
    assert len({case.name for case in CASES}) == len(CASES) > 100
