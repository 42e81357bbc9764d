"""Where headers end, and what stands side by side: the rows of headers first, then the table."""

import pytest

from extractor.outline.table_grids import drawn_grids
from extractor.outline.table_shape import Shape, shape_of
from extractor.outline.table_sheets import Sheet, sheets_of
from extractor.spans import Span
from tests.table_cases import drawn


def sheets(rows: list[str]) -> list[Sheet]:
    document = drawn("", [row.split("|") for row in rows])
    return [sheet for grid in drawn_grids(document, Span(0, len(document.view.text))) for sheet in sheets_of(grid)]


HEADERS = [
    (1, ["港区|立案", "甲|1"]),
    (0, ["立案|1", "结案|2"]),
    (2, ["港区|案件|<", "^|立案|结案", "甲|1|2"]),
    (3, ["港区|案件|<", "^|立案|<", "^|食品|药品", "甲|1|2"]),
    (2, ["港区|立案|罚款", "|（件）|（万元）", "甲|1|2"]),
    (2, ["港区|立案|罚款", "甲|1|2", "某港|1|2"]),
    (1, ["港区|2021|2022", "甲|1|2"]),
    (2, ["港区|立案|<", "^|2021年|2022年", "甲|1|2"]),
    (1, ["指标|数量", "机构|已设立", "立案|12"]),
    (1, ["指标|数量", "一、处罚|<", "立案|12"]),
    (1, ["2021年统计表|<", "指标|数量", "立案|12"]),
    (2, ["行政处罚数量（宗）|<", "警告|罚款", "1|12"]),
]


@pytest.mark.parametrize(("height", "rows"), HEADERS)
def test_how_high_a_header_is(height: int, rows: list[str]) -> None:
    (sheet,) = sheets(rows)
    assert len(sheet.header) == height


HALVES = [
    ([4], ["项目|数量|项目|数量", "甲港|1|乙港|2", "丙港|3|丁港|4"]),
    ([4], ["序号|项目|数量|序号|项目|数量", "1|甲|1|3|乙|2", "2|丙|3|4|丁|4"]),
    ([2, 2], ["类别|数量|项目|数量", "甲|1|乙|2", "丙|3|丁|4"]),
    ([4], ["立案|1|结案|2", "罚款|3|复议|4"]),
    ([2], ["项目|数量|备注", "甲|1|乙", "丙|3|丁"]),
    ([1], ["复议|<|诉讼|<", "维持|合计|维持|合计", "1|2|3|4"]),
]


@pytest.mark.parametrize(("rows_of_sheets", "rows"), HALVES)
def test_tables_side_by_side(rows_of_sheets: list[int], rows: list[str]) -> None:
    assert [len(sheet.rows) for sheet in sheets(rows)] == rows_of_sheets


SHAPES = [
    (Shape(serials=(), heads=(0,), identifiers=(), unit=None, figures=(1,), told=()), ["项目|数量", "甲|1"]),
    (Shape(serials=(0,), heads=(1,), identifiers=(), unit=None, figures=(2,), told=()), ["序号|项目|数量", "1|甲|1"]),
    (Shape(serials=(0,), heads=(1,), identifiers=(), unit=None, figures=(2,), told=()), ["|项目|数量", "1|甲|8", "2|乙|9"]),
    (Shape(serials=(), heads=(0, 1), identifiers=(), unit=None, figures=(2,), told=()), ["类别|项目|数量", "甲|乙|1"]),
    (Shape(serials=(), heads=(0,), identifiers=(), unit=1, figures=(2,), told=()), ["项目|单位|数量", "甲|件|1"]),
    (Shape(serials=(), heads=(0,), identifiers=(), unit=None, figures=(1,), told=()), ["单位|数量", "甲局|1"]),
    (Shape(serials=(), heads=(0,), identifiers=(1,), unit=None, figures=(2,), told=()), ["项目|代码|数量", "甲|01|1"]),
    (Shape(serials=(), heads=(0,), identifiers=(), unit=None, figures=(1,), told=(2,)), ["项目|数量|备注", "甲|1|3件"]),
    (Shape(serials=(), heads=(0,), identifiers=(), unit=None, figures=(1,), told=()), ["年份|数量", "2021|1", "2022|4"]),
    (Shape(serials=(), heads=(0,), identifiers=(), unit=None, figures=(2,), told=(1,)), ["培训|日期|人数", "甲|5月20日|1"]),
    (Shape(serials=(), heads=(), identifiers=(), unit=None, figures=(0, 1), told=()), ["立案|结案", "3|4"]),
    (Shape(serials=(0,), heads=(), identifiers=(), unit=None, figures=(), told=(1, 2)), ["序号|任务|结果", "1|甲|立案3件"]),
]  # fmt: skip


@pytest.mark.parametrize(("shape", "rows"), SHAPES)
def test_what_the_columns_hold(shape: Shape, rows: list[str]) -> None:
    (sheet,) = sheets(rows)
    assert shape_of(sheet) == shape
