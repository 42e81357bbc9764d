"""What is made of tables, through all stages: the figures of tests/tables, drawn and flattened."""

import pytest

from extractor.pipeline import extract
from tests.table_cases import Case, load_cases, told

CASES = load_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_figures_of_a_table(case: Case) -> None:
    assert told(extract(case.document)) == case.expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_quote_stands_where_it_is_said_to(case: Case) -> None:
    report = extract(case.document)
    for indicator in report.indicators:
        evidence = indicator.evidence
        assert case.document.text[evidence.start : evidence.end] == evidence.quote
        if indicator.numeral:
            assert evidence.start <= indicator.numeral.start < indicator.numeral.end <= evidence.end


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_quantity_is_a_figure(case: Case) -> None:
    report = extract(case.document)
    assert [entry.text for entry in report.numerals if entry.kind == "quantity" and entry.indicator is None] == []


def test_there_are_enough_tables() -> None:
    assert len({case.name.partition(",")[0] for case in CASES}) >= 25
