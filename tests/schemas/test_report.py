"""The record has the names and the order of the contract, takes nothing else, and cannot be changed."""

import json
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

import schemas
from schemas import Indicator, Report, Span, json_schema
from tests.writers.records import EMPTY, REPORT

FIELDS = {
    "Report": "schema_version source title year document_number index_number issuer dates addressees body evidence sections numerals indicators checks warnings",
    "Source": "name path sha256 media_type encoding characters pages",
    "Issuer": "name stated department region",
    "Region": "code name level path",
    "Dates": "written published signed",
    "Section": "id parent level label title start end page role",
    "Numeral": "start end text kind indicator",
    "Indicator": "id code name value value_max unit dimension written qualifier aspect part category period section numeral in_words evidence rule repeats part_of",
    "Period": "start end stated",
    "Check": "check status message indicators",
    "Warning": "code message",
    "SpanQuote": "start end quote page box confidence",
    "Span": "start end",
}


def changed(**values: Any) -> dict[str, Any]:
    return REPORT.indicators[0].model_dump() | values


@pytest.mark.parametrize("name", FIELDS)
def test_the_names_and_their_order_are_those_of_the_contract(name: str) -> None:
    model: type[BaseModel] = getattr(schemas, name)
    assert list(model.model_fields) == FIELDS[name].split()
    assert list(json_schema()["$defs"].get(name, json_schema())["properties"]) == FIELDS[name].split()


@pytest.mark.parametrize("name", FIELDS)
def test_every_value_is_described(name: str) -> None:
    definition = json_schema()["$defs"].get(name, json_schema())
    assert definition["description"]
    told = [key for key, field in definition["properties"].items() if {"description", "$ref", "const", "format"} & set(field)]
    assert told == list(definition["properties"])


def test_every_field_is_always_written() -> None:
    schema = json_schema()
    for definition in [schema, *schema["$defs"].values()]:
        assert definition["required"] == list(definition["properties"])
        assert definition["additionalProperties"] is False


@pytest.mark.parametrize("report", [REPORT, EMPTY])
def test_a_record_survives_json(report: Report) -> None:
    assert Report.model_validate_json(report.model_dump_json()) == report
    assert json.loads(report.model_dump_json())["schema_version"] == "1"


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        REPORT.year = 2021  # type: ignore[misc]


@pytest.mark.parametrize(
    "values",
    [
        {"colour": "red"},
        {"qualifier": "maybe"},
        {"aspect": "hope"},
        {"value": None},
        {"value": "NaN"},
        {"id": 0},
        {"evidence": {"start": -1, "end": 2, "quote": ""}},
    ],
)
def test_what_is_no_record_is_refused(values: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Indicator.model_validate(changed(**values))


def test_a_span_is_two_offsets() -> None:
    with pytest.raises(ValidationError):
        Span(start=-1, end=3)


def test_the_public_names() -> None:
    assert {*FIELDS, "ExactNumber", "SCHEMA_VERSION", "json_schema", "plain"} == set(schemas.__all__)
