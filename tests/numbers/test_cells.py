"""Amounts and units of cells: value, greatest value, unit and qualifier first, then the table."""

from decimal import Decimal

import pytest

from extractor.document import Document
from extractor.numbers.cells import parse_cell, unit_of
from extractor.outline.tables import Cell, find_tables
from extractor.spans import Span


def first_cell(text: str) -> tuple[str, Cell]:
    view = Document.of(text).view.text
    return view, find_tables(Document.of(text), Span(0, len(view))).cells[0]


AMOUNTS = [
    ("12", None, "件", "exact", "12"),
    ("1368", None, "件", "exact", "1,368"),
    ("1368", None, "件", "exact", "1 368"),
    ("12.5", None, "件", "exact", "12.50"),
    ("0", None, "件", "exact", "0"),
    ("-3", None, "件", "exact", "-3"),
    ("-3", None, "件", "exact", "－3"),
    ("-3", None, "件", "exact", "↓3"),
    ("-3", None, "件", "exact", "减少3"),
    ("3", None, "件", "exact", "+3"),
    ("3", None, "件", "exact", "↑3"),
    ("3", "5", "件", "exact", "3-5"),
    ("3", "5", "工作日", "exact", "3—5个工作日"),
    ("30000", "50000", "件", "exact", "3-5万"),
    ("12", None, "户次", "exact", "12户次"),
    ("35000", None, "元", "exact", "3.5万元"),
    ("98.5", None, "%", "exact", "98.5%"),
    ("95", None, "%", "at_least", "95%以上"),
    ("12000", None, "件", "exact", "1.2万"),
    ("12", None, "件", "about", "约12"),
    ("12", None, "件", "over", "12余"),
    ("12", None, "件", "exact", "12(3)"),
]


@pytest.mark.parametrize(("value", "greatest", "unit", "qualifier", "written"), AMOUNTS)
def test_the_amount_of_a_cell(value: str, greatest: str | None, unit: str, qualifier: str, written: str) -> None:
    view, cell = first_cell(f"港区\t立案（件）\n甲港\t{written}\n乙港\t—")
    found = parse_cell(view, cell)
    assert (found.value, found.value_max, found.unit, found.qualifier) == (Decimal(value), greatest and Decimal(greatest), unit, qualifier)
    assert found.digits.start == cell.digits
    assert cell.span.start <= found.span.start <= found.digits.start < found.digits.end <= found.span.end <= cell.span.end


UNITS = [
    ("件", "", "港区\t立案（件）"),
    ("元", "万", "港区\t罚款（万元）"),
    ("元", "万", "港区\t罚款（单位：万元）"),
    ("人次", "", "港区\t登轮人次"),
    ("户次", "", "港区\t监督户次数"),
    ("人", "", "港区\t执法人数"),
    ("件", "", "港区\t结案件数"),
    ("", "", "港区\t结案数"),
    ("", "", "港区\t参加月份"),
    ("%", "", "单位：艘\n港区\t滞留率"),
    ("%", "", "单位：艘\n港区\t占比"),
    ("%", "", "单位：艘\n港区\t增长（%）"),
    ("%", "", "单位：艘\n港区\t同比±%"),
    ("件", "", "单位：艘\n港区\t同比增长（件）"),
    ("件", "", "单位：件、万元\n港区\t立案"),
    ("元", "万", "单位：件、万元\n港区\t罚款"),
    ("人", "", "单位：件、人\n港区\t执法人员"),
    ("件", "", "（单位：件/万元）\n港区\t立案"),
    ("件", "", "计量单位：件\n港区\t立案"),
    ("件", "", "表1 立案情况（单位：件）\n港区\t数量"),
    ("", "", "填报单位：件所镇\n港区\t立案"),
    ("", "", "责任单位：甲处\n港区\t立案"),
    ("元", "", "港区\t处罚\t\n\t金额（元）\t件数"),
]


@pytest.mark.parametrize(("unit", "times", "text"), UNITS)
def test_the_unit_of_a_column(unit: str, times: str, text: str) -> None:
    view, cell = first_cell(f"{text}\n甲港\t12\n乙港\t8")
    assert unit_of(view, cell) == (unit, times)


ROW_UNITS = [
    ("件", "", "指标\t计量单位\t数量\n立案\t件\t12"),
    ("元", "万", "指标\t单位\t数量\n罚款\t万元\t12"),
    ("%", "", "指标\t单位\t增长率\n罚款\t万元\t12"),
    ("元", "万", "指标\t2021年\n罚款（万元）\t12"),
    ("%", "", "指标\t2021年\n滞留率\t12"),
    ("艘次", "", "指标\t2021年\n检查艘次\t12"),
    ("件", "", "指标\t件数\n罚款\t12"),
    ("", "", "单位\t立案\n甲港务局\t12"),
]


@pytest.mark.parametrize(("unit", "times", "text"), ROW_UNITS)
def test_the_unit_of_a_row(unit: str, times: str, text: str) -> None:
    view, cell = first_cell(f"{text}\n其他\t—\t—")
    assert unit_of(view, cell) == (unit, times)
