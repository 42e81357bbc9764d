"""Tables that have become text: header, row, number, unit, multiplier first, then the table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.outline.tables import find_cells
from extractor.spans import Span

Told = tuple[str, str, str, str, str]


def cells(text: str) -> list[Told]:
    return [(text[c.header.slice], text[c.row.slice], text[c.span.slice], c.unit, c.times) for c in find_cells(text, Span(0, len(text)))]


PORTS: list[Told] = [("立案", "甲港", "12", "件", ""), ("罚款", "甲港", "3.5", "元", "万"), ("立案", "乙港", "8", "件", ""), ("罚款", "乙港", "1", "元", "万")]

# What names the units: the line above, brackets in the header, the last words of the header.
TABLES = [
    (PORTS, "单位:件、万元\n港区\t立案\t罚款\n甲港\t12\t3.5\n乙港\t8\t1"),
    (PORTS, "单位:件、万元\n|港区|立案|罚款|\n|---|---|---|\n|甲港|12|3.5|\n|乙港|8|1|"),
    (PORTS, "单位:件、万元\n港区|立案|罚款\n甲港|12|3.5\n乙港|8|1"),
    (PORTS, "(单位:件、万元)\n港区\t立案\t罚款\n甲港\t12\t3.5\n乙港\t8\t1"),
    (PORTS, "港区\t立案(件)\t罚款(万元)\n甲港\t12\t3.5\n乙港\t8\t1"),
    (PORTS, "港区\t立案(单位:件)\t罚款(单位:万元)\n甲港\t12\t3.5\n乙港\t8\t1"),
    (PORTS, "单位:件、万元\n港区\n立案\n罚款\n甲港\n12\n3.5\n乙港\n8\n1"),
    ([("登轮人次", "甲港", "30", "人次", ""), ("巡航艘次", "甲港", "7", "", "")], "港区\t登轮人次\t巡航艘次\n甲港\t30\t7"),
    ([("检查户次", "甲港", "30", "户次", "")], "港区\t检查户次\n甲港\t30"),
    ([("滞留率", "甲港", "3.5", "%", ""), ("同比", "甲港", "-2", "%", "")], "单位:艘\n港区\t滞留率\t同比\n甲港\t3.5\t-2"),
    ([("立案", "甲港", "12", "", "")], "港区\t立案\n甲港\t12"),
    ([("立案", "甲港", "12", "件", "")], "单位:件\n港区\t立案\t备注\n甲港\t12\t已结"),
    ([("立案", "甲港", "12", "件", "")], "单位:件\n港区\t立案\t罚款\n甲港\t12\t\n乙港\t\t"),
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "text"), TABLES)
def test_cells_and_their_units(wanted: list[Told], text: str) -> None:
    assert cells(text) == wanted


NONE = [
    "",
    "甲港|12",
    "港区\t立案",
    "2021\t12\t3\n甲港\t12\t3",
    "首页 | 政务公开 | 互动交流",
    "甲港检查12艘次。\n乙港检查8艘次。",
]


@pytest.mark.parametrize("text", NONE)
def test_lines_that_make_no_table(text: str) -> None:
    assert cells(text) == []


@pytest.mark.parametrize("head", ["合计", "总计", "小计", "全市", "合 计"])
def test_a_row_of_totals_is_known_by_its_head(head: str) -> None:
    text = f"港区\t立案\n甲港\t12\n乙港\t8\n{head}\t20"
    assert [cell.is_total for cell in find_cells(text, Span(0, len(text)))] == [False, False, True]


@pytest.mark.parametrize("head", ["计量站", "全能港", "合作港", "总部港"])
def test_other_heads_are_no_totals(head: str) -> None:
    text = f"港区\t立案\n甲港\t12\n{head}\t20"
    assert [cell.is_total for cell in find_cells(text, Span(0, len(text)))] == [False, False]


def test_the_caption_is_what_stands_right_above() -> None:
    text = "全年平稳有序，未发生事故。\n表2 各港区执法情况\n单位:件\n港区\t立案\n甲港\t12"
    (cell,) = find_cells(text, Span(0, len(text)))
    assert text[cell.caption.slice] == "表2 各港区执法情况\n单位:件\n"


def test_rows_of_another_width_end_a_table() -> None:
    text = "港区\t立案\n甲港\t12\n码头\t立案\t罚款\n丙码头\t1\t2"
    assert [cell[:3] for cell in cells(text)] == [("立案", "甲港", "12"), ("立案", "丙码头", "1"), ("罚款", "丙码头", "2")]


def test_only_the_body_is_looked_at() -> None:
    text = "港区\t立案\n甲港\t12\n乙港\t8"
    assert len(find_cells(text, Span(0, text.index("乙港")))) == 1


@given(st.lists(st.lists(st.sampled_from(["甲", "立案", "12", "3.5%", "-", "", "(件)"]), min_size=1, max_size=5).map("\t".join), max_size=8).map("\n".join))
def test_a_cell_lies_in_its_row_below_its_header(text: str) -> None:
    places = set()
    for cell in find_cells(text, Span(0, len(text))):
        assert cell.header.end <= cell.row.start <= cell.row.end <= cell.span.start <= cell.digits < cell.span.end
        assert text[cell.digits].isdigit()
        assert cell.span not in places
        places.add(cell.span)
