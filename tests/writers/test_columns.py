"""The dictionary of columns, held against what shapes write."""

import datetime as dt
from decimal import Decimal

import pytest

from extractor.writers import SHAPES
from extractor.writers.columns import brief_columns, columns_of, names_of, shapes
from extractor.writers.shapes import ROWS
from extractor.writers.wishes import Wishes
from tests.writers.records import EMPTY, REPORT

TYPES = {"text": str, "id": str, "integer": int, "decimal": Decimal, "real": float, "boolean": bool, "date": dt.date}


def test_every_shape_is_described() -> None:
    assert set(shapes()) == {*SHAPES, "diff", "columns"}
    assert set(ROWS) == set(SHAPES) - {"panel"}


@pytest.mark.parametrize("shape", shapes())
@pytest.mark.parametrize("lang", [None, "zh", "en"])
def test_no_two_columns_of_a_shape_share_a_name(shape: str, lang: None) -> None:
    titles = [column.title(lang) for column in columns_of(shape)]
    assert len(titles) == len(set(titles))
    assert all(titles)


@pytest.mark.parametrize("shape", shapes())
def test_every_column_is_explained_in_both_languages(shape: str) -> None:
    for column in columns_of(shape):
        assert column.type in TYPES
        assert any(character.isascii() and character.isalpha() for character in column.meaning)
        for words in (column.zh, column.meaning_zh):
            assert any("\u4e00" <= character <= "\u9fff" for character in words), column
        assert 4 <= column.width <= 100


@pytest.mark.parametrize("shape", ROWS)
@pytest.mark.parametrize("report", [REPORT, EMPTY], ids=["full", "empty"])
def test_every_line_has_a_cell_of_the_right_type_for_each_column(shape: str, report: object) -> None:
    columns = columns_of(shape)
    for row in ROWS[shape](report, Wishes()):  # type: ignore[arg-type]
        for column, cell in zip(columns, row, strict=True):
            assert cell is None or type(cell) is TYPES[column.type], column


@pytest.mark.parametrize("shape", shapes())
def test_brief_columns_are_columns(shape: str) -> None:
    assert set(brief_columns(shape)) <= set(names_of(columns_of(shape)))


def test_what_a_report_line_says() -> None:
    (row,) = ROWS["reports"](REPORT, Wishes())
    line = dict(zip(names_of(columns_of("reports")), row, strict=True))
    assert [line[name] for name in ("sections", "numerals", "indicators", "coded", "failed_checks")] == [2, 2, 3, 1, 1]
    assert (line["region_path"], line["warnings"], line["signed"]) == ("某市 > 某县", "the encoding is a guess", dt.date(2023, 1, 16))


def test_what_the_other_lines_say() -> None:
    assert [row[7:11] for row in ROWS["sections"](REPORT, Wishes())] == [("一、", "执法", "执法", None), ("(一)", "处罚", "执法 > 处罚", None)]
    assert [row[4:] for row in ROWS["numerals"](REPORT, Wishes())] == [(20, 28, "151.0365", "quantity", 1), (40, 45, "-0.25", "quantity", 2)]
    assert [row[4:] for row in ROWS["checks"](REPORT, Wishes())] == [("breakdown", "failed", "3 is not 4", "1 2"), ("dates", "passed", "all well", "")]
