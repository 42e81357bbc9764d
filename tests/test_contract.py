"""What every record promises, whatever text it comes from."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from extractor import extract_text
from extractor.errors import ReadError
from extractor.writers.exact import report_json
from schemas import Report
from tests.mutations import mutated
from tests.samples import REPORT, Record, as_written, specimens

RUN = regex.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
TEXTS = [REPORT, *(path.read_bytes().decode("utf-8") for path in specimens())]

ODD_TEXTS = [
    "",
    "\n",
    "\ufeff\r\n\t ",
    "3件\x00",
    "\x1b\x01\x02件",
    "\u3000\u200b",
    "0",
    "1.",
    "２０２２",
    "九",
    "%",
    "一、",
    "。" * 50,
    "1" * 400,
    "1,234,567,890.5亿元" * 3,
    "99999999999999999999999999999999999万亿元",
    "2022年13月45日，2022-02-30，24:61",
    "3—5—7件，5-3件，~4件，4~件",
    "共\n\n— 3 —\n\n3\n2 1 0件",
    "((((一)一、（一）1.1.1",
    "其中：1件、2件、3件，其中4件，其中5件",
    "|1|2|3|\n|---|---|\n|4|",
]


def record_of(text: str) -> Record:
    return as_written(extract_text(text))


def spans_with_quotes(record: Record) -> Iterator[Record]:
    yield from (span for span in record["evidence"].values() if span)
    yield from (indicator["evidence"] for indicator in record["indicators"])


def every_quote_is_its_span(text: str, record: Record) -> None:
    for span in spans_with_quotes(record):
        assert 0 <= span["start"] <= span["end"] <= len(text)
        assert text[span["start"] : span["end"]] == span["quote"]
    for numeral in record["numerals"]:
        assert text[numeral["start"] : numeral["end"]] == numeral["text"]


def every_digit_run_is_in_one_numeral(text: str, record: Record) -> None:
    numerals = [(numeral["start"], numeral["end"]) for numeral in record["numerals"]]
    for run in RUN.finditer(text):
        holders = [span for span in numerals if span[0] <= run.start() and run.end() <= span[1]]
        assert len(holders) == 1, (run.group(), run.span(), holders)


def numerals_stand_in_order_and_apart(_: str, record: Record) -> None:
    numerals = record["numerals"]
    assert all(numeral["start"] < numeral["end"] for numeral in numerals)
    for before, after in pairwise(numerals):
        assert before["end"] <= after["start"], (before, after)


def every_quantity_has_its_indicator(_: str, record: Record) -> None:
    indicators = {indicator["id"]: indicator for indicator in record["indicators"]}
    for numeral in record["numerals"]:
        assert (numeral["kind"] == "quantity") == (numeral["indicator"] is not None), numeral
        if numeral["kind"] == "quantity":
            stated = indicators[numeral["indicator"]]["numeral"]
            assert stated["start"] <= numeral["start"], (stated, numeral)
            assert numeral["end"] <= stated["end"], (stated, numeral)


def every_indicator_has_its_numeral(_: str, record: Record) -> None:
    quantities = {numeral["start"] for numeral in record["numerals"] if numeral["kind"] == "quantity"}
    for indicator in record["indicators"]:
        if indicator["numeral"] is None:
            assert indicator["value"] == 0, indicator
        else:
            assert indicator["numeral"]["start"] in quantities, indicator


def every_indicator_can_be_understood(_: str, record: Record) -> None:
    for indicator in record["indicators"]:
        assert indicator["name"], indicator
        assert indicator["rule"] or indicator["code"] is None, indicator
        assert indicator["evidence"]["start"] < indicator["evidence"]["end"], indicator


def evidence_holds_the_numeral(_: str, record: Record) -> None:
    for indicator in record["indicators"]:
        numeral, evidence = indicator["numeral"], indicator["evidence"]
        if numeral is not None:
            assert evidence["start"] <= numeral["start"], indicator
            assert numeral["end"] <= evidence["end"], indicator


def values_are_exact(_: str, record: Record) -> None:
    for indicator in record["indicators"]:
        for value in (indicator["value"], indicator["value_max"]):
            assert value is None or isinstance(value, int | Decimal), indicator
            assert not isinstance(value, bool), indicator
            assert value is None or len(f"{Decimal(value):f}") <= 2 * len(indicator["written"]) + 20, indicator


def ranges_have_two_ends(_: str, record: Record) -> None:
    for indicator in record["indicators"]:
        if indicator["value_max"] is not None:
            assert indicator["value"] <= indicator["value_max"], indicator


def ids_are_unique(_: str, record: Record) -> None:
    for rows in (record["indicators"], record["sections"]):
        ids = [row["id"] for row in rows]
        assert len(ids) == len(set(ids))


def links_lead_somewhere(_: str, record: Record) -> None:
    ids = {indicator["id"] for indicator in record["indicators"]}
    sections = {section["id"] for section in record["sections"]}
    for indicator in record["indicators"]:
        assert indicator["section"] is None or indicator["section"] in sections, indicator
        assert indicator["part_of"] is None or indicator["part_of"] in ids - {indicator["id"]}, indicator
        assert indicator["repeats"] is None or indicator["repeats"] in ids - {indicator["id"]}, indicator
    assert all(set(check["indicators"]) <= ids for check in record["checks"])


def links_make_no_rings(_: str, record: Record) -> None:
    for link in ("part_of", "repeats"):
        above = {indicator["id"]: indicator[link] for indicator in record["indicators"]}
        for start in above:
            steps = _steps_up(start, above)
            assert len(steps) == len(set(steps)), (link, steps)


def _steps_up(start: int, above: dict[int, int | None]) -> list[int]:
    """The ids that a link leads to one after the other, as many as there are rows at most."""
    steps = [start]
    while (place := above[steps[-1]]) is not None and len(steps) <= len(above):
        steps.append(place)
    return steps


def repeats_point_back(_: str, record: Record) -> None:
    places = {indicator["id"]: indicator["evidence"]["start"] for indicator in record["indicators"]}
    for indicator in record["indicators"]:
        if indicator["repeats"] is not None:
            assert places[indicator["repeats"]] <= indicator["evidence"]["start"], indicator


def sections_nest(text: str, record: Record) -> None:
    sections = {section["id"]: section for section in record["sections"]}
    starts = [section["start"] for section in record["sections"]]
    assert starts == sorted(set(starts))
    for section in record["sections"]:
        assert 0 <= section["start"] < section["end"] <= len(text), section
        if section["parent"] is not None:
            parent = sections[section["parent"]]
            assert parent["level"] < section["level"], (parent, section)
            assert parent["start"] <= section["start"], (parent, section)
            assert section["end"] <= parent["end"], (parent, section)


def siblings_do_not_overlap(_: str, record: Record) -> None:
    ends: dict[int | None, int] = {}
    for section in record["sections"]:
        assert ends.get(section["parent"], 0) <= section["start"], section
        ends[section["parent"]] = section["end"]


def an_indicator_stands_in_its_section(_: str, record: Record) -> None:
    sections = {section["id"]: section for section in record["sections"]}
    for indicator in record["indicators"]:
        if indicator["section"] is not None:
            section, place = sections[indicator["section"]], (indicator["numeral"] or indicator["evidence"])["start"]
            assert section["start"] <= place < section["end"], (section, indicator)


def the_body_is_a_span(text: str, record: Record) -> None:
    body = record["body"]
    assert body is None or 0 <= body["start"] <= body["end"] <= len(text)


def dates_and_periods_are_real(_: str, record: Record) -> None:
    for day in filter(None, record["dates"].values()):
        date.fromisoformat(day)
    for indicator in record["indicators"]:
        period = indicator["period"]
        if period is not None:
            assert date.fromisoformat(period["start"]) <= date.fromisoformat(period["end"]), indicator


def the_source_is_told(text: str, record: Record) -> None:
    assert record["schema_version"] == "1"
    assert record["source"]["characters"] == len(text)


def the_record_survives_json(text: str, record: Record) -> None:
    assert Report.model_validate(record) == extract_text(text)


def the_same_text_gives_the_same_record(text: str, record: Record) -> None:
    assert record_of(text) == record


PROMISES: tuple[Callable[[str, Record], None], ...] = (
    every_quote_is_its_span,
    every_digit_run_is_in_one_numeral,
    numerals_stand_in_order_and_apart,
    every_quantity_has_its_indicator,
    every_indicator_has_its_numeral,
    every_indicator_can_be_understood,
    evidence_holds_the_numeral,
    values_are_exact,
    ranges_have_two_ends,
    ids_are_unique,
    links_lead_somewhere,
    links_make_no_rings,
    repeats_point_back,
    sections_nest,
    siblings_do_not_overlap,
    an_indicator_stands_in_its_section,
    the_body_is_a_span,
    dates_and_periods_are_real,
    the_source_is_told,
    the_record_survives_json,
    the_same_text_gives_the_same_record,
)


def keep_every_promise(text: str, record: Record) -> None:
    for promise in PROMISES:
        promise(text, record)


@pytest.mark.parametrize("text", TEXTS, ids=["made here", *(path.stem for path in specimens())])
def test_whole_reports_keep_every_promise(text: str) -> None:
    keep_every_promise(text, record_of(text))


@pytest.mark.parametrize("text", ODD_TEXTS, ids=lambda text: ascii(text[:20]))
def test_odd_texts_keep_every_promise(text: str) -> None:
    keep_every_promise(text, record_of(text))


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
@given(text=mutated(TEXTS))
def test_mutated_reports_keep_each_promise(promise: Callable[[str, Record], None], text: str) -> None:
    promise(text, record_of(text))


@given(text=st.text(st.characters(exclude_categories=["Cs"])))
@example(text="٣ 3 ३ 𝟛")
def test_any_characters_keep_every_promise(text: str) -> None:
    keep_every_promise(text, record_of(text))


def test_half_a_character_is_refused() -> None:
    with pytest.raises(ReadError):
        extract_text("立案3件\ud83d")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("17700", "1.77万元"),
        ("1510365", "151.0365万元"),
        ("1510365.5", "151.03655万元"),
        ("12000000", "1200万元"),
        ("320000000", "3.2亿元"),
        ("1086", "1,086元"),
        ("0.1", "0.1元"),
    ],
)
def test_a_value_is_a_json_number_and_exact(value: str, written: str) -> None:
    report = extract_text(f"某县水务局2022年度法治政府建设工作报告\n\n一、行政处罚\n全年共处罚款{written}。")
    assert regex.search(rf'"value": ?{regex.escape(value)}[,}}]', report_json(report).decode())
