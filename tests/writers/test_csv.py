"""CSV: the columns of the contract, and cells that a spreadsheet shows as they are."""

import csv
import io
from codecs import BOM_UTF8

import pytest

from extractor.writers import Target, load_writer
from extractor.writers.cells import cell_text
from extractor.writers.columns import columns_of, names_of
from extractor.writers.errors import WishError
from extractor.writers.wishes import Condition, Wishes
from schemas import Report
from tests.samples import ROOT
from tests.writers.records import EMPTY, REPORT

CONTRACT = (
    "source, title, issuer, region_code, year, section, code, name, value, value_max, unit, written, qualifier, aspect, part, category, "
    "period_start, period_end, repeats, part_of, quote, start, end, page, rule, id, confidence"
)


COLUMNS = names_of(columns_of("indicators"))


def written(reports: list[Report], target: Target | None = None, wishes: Wishes | None = None) -> bytes:
    return b"".join(load_writer("csv")(reports, target or Target(), wishes))


def table(reports: list[Report]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(reports).decode(), newline="")))


def test_the_columns_are_those_of_the_contract() -> None:
    assert ", ".join(COLUMNS) == CONTRACT
    assert written([]).decode() == ",".join(COLUMNS) + "\n"


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


def test_a_file_has_the_mark_and_the_line_ends_of_spreadsheets_and_a_pipe_has_neither() -> None:
    file, pipe = written([REPORT], Target(is_file=True)), written([REPORT])
    assert (file.startswith(BOM_UTF8), pipe.startswith(BOM_UTF8)) == (True, False)
    assert (file.count(b"\r\n"), pipe.count(b"\r")) == (4, 0)
    assert list(csv.reader(io.StringIO(file.decode("utf-8-sig"), newline=""))) == list(csv.reader(io.StringIO(pipe.decode(), newline="")))


@pytest.mark.parametrize("title", ['双引号"', "逗,号", "line\nend", "line\r\nend", "line\rend", "\\", "' '"])
def test_odd_characters_come_back(title: str) -> None:
    report = REPORT.model_copy(update={"title": title})
    assert {row["title"] for row in table([report])} == {title}


@pytest.mark.parametrize(
    "text",
    ["007", "00.5", "123456789012", "350182199001011234", "1,234,567,890,123", "1E5", "1.5e-3", "3-5", "1/3", "2022-1", "3月5日", "10:30", "2022年1月2日"],
)
def test_what_a_spreadsheet_would_take_for_a_number_or_date_is_told_to_be_text(text: str) -> None:
    assert cell_text(text) == "'" + text


@pytest.mark.parametrize("text", ["500154", "98.2%", "1,086处次", "3—5个工作日", "12", "1.77", "2022年", "10", "0", "2022〕12号", "1" * 5 + "件"])
def test_what_it_shows_as_it_is_stays_as_it_is(text: str) -> None:
    assert cell_text(text) == text


def test_a_long_run_of_digits_takes_no_time() -> None:
    assert cell_text("1" * 100_000 + "x") == "1" * 100_000 + "x"


def test_without_apostrophes() -> None:
    row = next(csv.DictReader(io.StringIO(written([REPORT], wishes=Wishes(plain=True, where=(Condition("id", "=", "2"),))).decode())))
    assert (row["name"], row["written"]) == ("=投诉下降", "-0.25%")


def test_a_comma_as_decimal_mark_needs_semicolons_between_cells() -> None:
    wishes = Wishes(columns=("value", "confidence", "name"), decimal=",", header=False)
    assert written([REPORT], wishes=wishes).decode().splitlines()[:2] == ["1510365;0,875;罚款金额", "-0,25;;'=投诉下降"]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8"])
def test_another_encoding_has_the_mark_that_is_its_own_and_no_other(encoding: str) -> None:
    data = written([REPORT], wishes=Wishes(encoding=encoding))
    assert data.decode(encoding) == written([REPORT]).decode()


def test_an_encoding_without_a_character_is_told() -> None:
    with pytest.raises(WishError, match="gb18030 have every character"):
        written([REPORT.model_copy(update={"title": "𠮷"})], wishes=Wishes(encoding="gbk"))


def test_tsv_is_the_same_between_tabs() -> None:
    data = b"".join(load_writer("tsv")([REPORT], Target())).decode()
    assert list(csv.reader(io.StringIO(data, newline=""), delimiter="\t")) == list(csv.reader(io.StringIO(written([REPORT]).decode(), newline="")))


def test_codes_of_divisions_lose_nothing_where_they_are_taken_for_numbers() -> None:
    codes = [line.split("\t")[0] for line in (ROOT / "extractor/data/regions.tsv").read_text(encoding="utf-8").splitlines() if line[:1].isdigit()]
    assert len(codes) > 3000
    for code in codes:
        assert len(code) == 6
        assert cell_text(code) == str(int(code)) == code
