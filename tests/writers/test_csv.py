"""CSV: the columns of the contract, and cells that a spreadsheet shows as they are."""

import csv
import io
from codecs import BOM_UTF8

import pytest

from extractor.writers import Target, load_writer
from extractor.writers.csv_rows import cell_text
from extractor.writers.rows import COLUMNS, rows_of
from schemas import Report
from tests.writers.records import EMPTY, REPORT

CONTRACT = (
    "source, title, issuer, region_code, year, section, code, name, value, value_max, unit, written, qualifier, aspect, part, category, "
    "period_start, period_end, repeats, part_of, quote, start, end, page, rule, id, confidence"
)


def written(reports: list[Report], target: Target | None = None) -> bytes:
    return b"".join(load_writer("csv")(reports, target or Target()))


def table(reports: list[Report]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(reports).decode(), newline="")))


def test_the_columns_are_those_of_the_contract() -> None:
    assert ", ".join(COLUMNS) == CONTRACT
    assert written([]).decode() == ",".join(COLUMNS) + "\r\n"


def test_every_indicator_has_a_line() -> None:
    assert [row["id"] for row in table([REPORT, EMPTY, REPORT])] == ["1", "2", "3", "1", "2", "3"]


def test_a_line_says_all_that_the_record_says() -> None:
    assert table([REPORT])[0] == {
        "source": "in/a.txt", "title": "某县水务局2022年度报告", "issuer": "某县水务局", "region_code": "500154", "year": "2022",
        "section": "执法 > 处罚", "code": "penalty.fines", "name": "罚款金额", "value": "1510365", "value_max": "", "unit": "元",
        "written": "151.0365万元", "qualifier": "about", "aspect": "level", "part": "false", "category": "", "period_start": "2022-01-01",
        "period_end": "2022-11-30", "repeats": "", "part_of": "", "quote": "约151.0365万元,\n“其中”", "start": "12", "end": "30", "page": "4",
        "rule": "penalty.fines", "id": "1", "confidence": "0.875",
    }  # fmt: skip


def test_words_do_not_run_as_a_formula_and_numbers_stay_numbers() -> None:
    row = table([REPORT])[1]
    assert (row["name"], row["category"], row["written"], row["quote"]) == ("'=投诉下降", "'@来信", "'-0.25%", "'-0.25%")
    assert (row["value"], row["value_max"]) == ("-0.25", "10")


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@A1", "＝1", "＋1", "－1", "＠1", "\t=1", "\r=1"])
def test_every_mark_of_a_formula_is_disarmed(text: str) -> None:
    assert cell_text(text) == "'" + text


@pytest.mark.parametrize("text", ["3-5个", "a=b", "", "（-1）", "'quoted"])
def test_other_words_are_left_alone(text: str) -> None:
    assert cell_text(text) == text


def test_a_file_has_the_mark_by_which_a_spreadsheet_knows_utf8_and_a_pipe_has_none() -> None:
    assert written([REPORT], Target(is_file=True)) == BOM_UTF8 + written([REPORT])
    assert not written([REPORT]).startswith(BOM_UTF8)


@pytest.mark.parametrize("title", ['双引号"', "逗,号", "line\nend", "line\r\nend", "line\rend", "\\", "' '"])
def test_odd_characters_come_back(title: str) -> None:
    report = REPORT.model_copy(update={"title": title})
    assert {row["title"] for row in table([report])} == {title}


def test_rows_keep_the_types_of_the_record() -> None:
    row = next(rows_of(REPORT))
    assert (row["value"], row["part"], row["page"]) == (1510365, False, 4)
    assert list(row) == list(COLUMNS)
