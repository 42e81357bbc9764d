"""JSON and JSON Lines: exact numbers, the order of the contract, one report at a time."""

import json
from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.writers import Target, load_writer
from extractor.writers.exact import json_bytes, report_json
from schemas import Report
from tests.writers.records import EMPTY, REPORT

HERE = Target()


def parsed(data: bytes) -> object:
    return json.loads(data, parse_float=Decimal)


@pytest.mark.parametrize("name", ["jsonl", "json"])
@pytest.mark.parametrize("reports", [[], [REPORT], [REPORT, EMPTY, REPORT]])
def test_every_report_comes_back(name: str, reports: list[Report]) -> None:
    data = b"".join(load_writer(name)(reports, HERE))
    records = json.loads(data, parse_float=Decimal) if name == "json" else [parsed(line) for line in data.splitlines()]
    assert [Report.model_validate(record) for record in records] == reports


@pytest.mark.parametrize("name", ["jsonl", "json"])
def test_a_report_leaves_before_the_next_is_asked_for(name: str) -> None:
    asked: list[Report] = []

    def reports() -> Iterator[Report]:
        for report in (REPORT, EMPTY):
            asked.append(report)
            yield report

    pieces = load_writer(name)(reports(), HERE)
    assert b"a.txt" in next(pieces)
    assert asked == [REPORT]


def test_lines_hold_no_line_end_but_their_own() -> None:
    (line,) = load_writer("jsonl")([REPORT], HERE)
    assert line.count(b"\n") == 1
    assert line.endswith(b"}\n")


def test_characters_are_written_as_they_are() -> None:
    assert "罚款金额".encode() in report_json(REPORT)


def test_numbers_are_plain() -> None:
    data = report_json(REPORT).decode()
    assert '"value":1510365,"value_max":null' in data
    assert '"value":-0.25,"value_max":10,' in data


@given(value=st.decimals(allow_nan=False, allow_infinity=False, min_value=Decimal("-1E+30"), max_value=Decimal("1E+30"), places=9))
def test_any_decimal_is_exact(value: Decimal) -> None:
    written = json_bytes(value)
    assert Decimal(written.decode()) == value
    assert b"e" not in written.lower()
    assert not written.endswith((b".0", b"."))
    assert b"." not in written or not written.endswith(b"0")


def test_dates_are_iso() -> None:
    assert b'"period":{"start":"2022-01-01","end":"2022-11-30","stated":true}' in report_json(REPORT)


def test_what_is_no_record_is_refused() -> None:
    with pytest.raises(TypeError):
        json_bytes(object())
