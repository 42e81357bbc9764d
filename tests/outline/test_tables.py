"""Figures of tables with their heads: header, row and number first, then the table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.document import Document
from extractor.layout import Layout, Table
from extractor.outline.tables import Tables, find_tables
from extractor.spans import Span
from tests.table_cases import drawn

Told = tuple[str, str, str]


def tables_of(document: Document) -> Tables:
    return find_tables(document, Span(0, len(document.view.text)))


def cells(text: str) -> list[Told]:
    return heads_and_figures(Document.of(text))


def heads_and_figures(document: Document) -> list[Told]:
    view = document.view.text
    paths = [(cell.headers, cell.heads, (cell.span,)) for cell in tables_of(document).cells]
    return [tuple("/".join(view[span.slice] for span in spans) for spans in each) for each in paths]  # type: ignore[misc]


PORTS: list[Told] = [("立案", "甲港", "12"), ("罚款", "甲港", "3.5"), ("立案", "乙港", "8"), ("罚款", "乙港", "1")]

TABLES = [
    (PORTS, "单位:件、万元\n港区\t立案\t罚款\n甲港\t12\t3.5\n乙港\t8\t1"),
    (PORTS, "单位:件、万元\r\n港区\t立案\t罚款\r\n甲港\t12\t3.5\r\n乙港\t8\t1\r\n"),
    (PORTS, "|港区|立案|罚款|\n|---|---|---|\n|甲港|12|3.5|\n|乙港|8|1|"),
    (PORTS, "港区|立案|罚款\n甲港|12|3.5\n乙港|8|1"),
    (PORTS, "港区\t\t立案\t罚款\n甲港\t12\t\t3.5\n乙港\t8\t1"),
    (PORTS, "│港区│立案│罚款│\n├──┼──┼──┤\n│甲港│12│3.5│\n│乙港│8│1│"),
    (PORTS, "单位:件、万元\n港区\n立案\n罚款\n甲港\n12\n3.5\n乙港\n8\n1"),
    (PORTS, "港区  立案  罚款\n甲港    12   3.5\n乙港     8     1"),
    (PORTS, "港区 立案 罚款\n甲港 12 3.5\n乙港 8 1"),
    ([("立案", "甲港", "12")], "港区\t立案\n甲港\t12"),
    ([("立案", "甲港", "12")], "单位:件\n港区\t立案\t备注\n甲港\t12\t已结"),
    ([("立案", "甲港", "12")], "单位:件\n港区\t立案\t罚款\n甲港\t12\t\n乙港\t\t"),
    ([("立案", "", "12"), ("罚款", "", "3")], "港区\t立案\t罚款\n\t12\t3"),
    ([("", "立案", "12"), ("", "结案", "9")], "立案\t12\n结案\t9"),
    ([("", "立案", "12"), ("", "罚款", "3"), ("", "结案", "9"), ("", "复议", "1")], "立案\t12\t结案\t9\n罚款\t3\t复议\t1"),
    ([("件数", "甲港", "12"), ("件数", "乙港", "3"), ("件数", "丙港", "9"), ("件数", "丁港", "1")], "港区\t件数\t港区\t件数\n甲港\t12\t丙港\t9\n乙港\t3\t丁港\t1"),
    ([("案件/立案", "甲港", "12"), ("案件/结案", "甲港", "9")], "港区\t案件\t\n\t立案\t结案\n甲港\t12\t9"),
    ([("数量", "处罚/警告", "2"), ("数量", "处罚/罚款", "9")], "类别\t项目\t数量\n处罚\t警告\t2\n\t罚款\t9"),
    ([("数量", "警告", "2"), ("数量", "罚款", "9")], "序号\t项目\t数量\n1\t警告\t2\n2\t罚款\t9"),
    ([("数量", "警告", "2"), ("数量", "罚款", "9")], "指标\t代码\t数量\n甲\t乙\t1\n警告\t01\t2\n罚款\t02\t9"),
    ([("数量", "一、处罚/警告", "2"), ("数量", "一、处罚/罚款", "9")], "项目\t数量\n一、处罚\t\n警告\t2\n罚款\t9"),
    ([("立案", "甲港", "12"), ("立案", "乙港", "9")], "港区\t立案\n甲港\t12\n港区\t立案\n乙港\t9"),
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "text"), TABLES)
def test_figures_with_their_heads(wanted: list[Told], text: str) -> None:
    assert sorted(cells(text)) == sorted(wanted)


GRIDS = [
    ([("案件/立案", "甲港", "12"), ("案件/结案", "甲港", "9")], ["港区|案件|<", "^|立案|结案", "甲港|12|9"]),
    ([("数量", "处罚/警告", "2"), ("数量", "处罚/罚款", "9")], ["类别|项目|数量", "处罚|警告|2", "^|罚款|9"]),
    ([("数量", "处罚/警告", "2"), ("数量", "合计", "9")], ["类别|项目|数量", "处罚|警告|2", "合计|<|9"]),
    ([("数量", "警告", "2")], ["2021年处罚情况统计表|<", "单位:件|<", "项目|数量", "警告|2"]),
    ([("数量", "处罚/警告", "2")], ["项目|数量", "处罚|<", "警告|2"]),
    ([("警告", "", "2"), ("罚款", "", "9")], ["警告|罚款", "2|9"]),
    ([("2021年/立案", "甲港", "1"), ("2021年/结案", "甲港", "2"), ("2022年/立案", "甲港", "3"), ("2022年/结案", "甲港", "4")], ["港区|2021年|<|2022年|<", "^|立案|结案|立案|结案", "甲港|1|2|3|4"]),
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "rows"), GRIDS)
def test_drawn_tables_with_merged_cells(wanted: list[Told], rows: list[str]) -> None:
    assert heads_and_figures(drawn("", [row.split("|") for row in rows])) == wanted


def test_a_figure_merged_over_rows_stands_once_with_the_heads_they_share() -> None:
    rows = ["类别|项目|数量|金额", "处罚|警告|2|9", "^|罚款|3|^"]
    assert heads_and_figures(drawn("", [row.split("|") for row in rows])) == [("数量", "处罚/警告", "2"), ("金额", "处罚", "9"), ("数量", "处罚/罚款", "3")]


def test_a_figure_merged_over_two_halves_stands_once() -> None:
    assert heads_and_figures(drawn("", [["项目", "数量", "项目", "数量"], ["甲", "12", "<", "<"], ["乙", "3", "丙", "4"]])).count(("数量", "甲", "12")) == 1
    assert len(heads_and_figures(drawn("", [["甲", "甲", "甲"], ["12", "<", "甲"]]))) == 1


def test_what_is_drawn_goes_before_what_the_text_shows() -> None:
    text = "港区\t立案\n甲港\t12"
    layout = Layout(tables=(Table(((Span(0, 2), Span(3, 5)), (Span(6, 8), Span(9, 11)))),))
    assert len(tables_of(Document.of(text, layout=layout)).tables) == 1


def test_a_cell_that_the_view_changed_is_found() -> None:
    document = drawn("", [["港　区", "立 案（件）"], ["甲　港", "１２"], ["乙\u200b港", " 1 368 "]])
    assert heads_and_figures(document) == [("立案(件)", "甲港", "12"), ("立案(件)", "乙港", "1 368")]


def test_a_table_that_only_places_another_is_none() -> None:
    text = "左栏\t港区\n立案\n甲港\n12"
    outer = Table(((Span(0, 2), Span(3, len(text))),))
    inner = Table(((Span(3, 5), Span(6, 8)), (Span(9, 11), Span(12, 14))))
    assert heads_and_figures(Document.of(text, layout=Layout(tables=(outer, inner)))) == [("立案", "甲港", "12")]


@pytest.mark.parametrize("second", [["乙港|8"], ["港区|立案", "乙港|8"]])
def test_a_table_goes_on_behind_the_end_of_a_page(second: list[str]) -> None:
    first = drawn("", [["港区", "立案"], ["甲港", "12"]])
    both = drawn(f"{first.text}\n— 1 —\n", [row.split("|") for row in second])
    document = Document.of(both.text, layout=Layout(tables=(*first.layout.tables, *both.layout.tables)))
    assert heads_and_figures(document) == [("立案", "甲港", "12"), ("立案", "乙港", "8")]


NONE = [
    "",
    "甲港|12",
    "港区\t立案",
    "2021\t12\t3\n甲港\t12\t3",
    "首页 | 政务公开 | 互动交流",
    "甲港检查12艘次。\n乙港检查8艘次。",
    "\t一、甲港检查 12\n\t二、乙港检查 8",
    "甲港 检查 12 次\n乙港 检查 8 次\n丙港 检查 3 次",
]


@pytest.mark.parametrize("text", NONE)
def test_lines_that_make_no_table(text: str) -> None:
    assert cells(text) == []


def test_rows_and_columns_say_what_they_break_down() -> None:
    document = Document.of("项目\t件数\t其中:夜间\n立案\t12\t3\n其中:食品\t8\t2\n其中:药品\t4\t1")
    (table,) = tables_of(document).tables
    assert [line.within for line in table.rows.values()] == [None, 0, 0]
    assert {number: line.within for number, line in table.columns.items()} == {1: None, 2: 1}


def test_labels_nest_rows() -> None:
    document = Document.of("项目\t件数\n一、处罚\t12\n(一)警告\t8\n(二)罚款\t4\n二、复议\t1")
    (table,) = tables_of(document).tables
    assert [line.within for line in table.rows.values()] == [None, 0, 0, None]


@pytest.mark.parametrize(("kind", "digits"), [("label", "1"), ("date", "2021"), ("label", "2"), ("identifier", "0559-2830")])
def test_numbers_that_are_no_figures_are_marked(kind: str, digits: str) -> None:
    document = Document.of("序号\t港区\t2021\t电话\n1\t甲港\t12\t0559-2830\n2\t乙港\t8\t—")
    view = document.view.text
    assert (digits, kind) in [(view[mark.span.slice], mark.kind) for mark in tables_of(document).marks]


def test_cells_of_text_are_told_apart() -> None:
    document = Document.of("港区\t立案\t说明\n甲港\t12\t另有3件\n乙港\t8\t无")
    assert [document.view.text[span.slice] for span in tables_of(document).told] == ["另有3件"]


def test_a_part_in_brackets_is_a_figure_of_its_own() -> None:
    document = Document.of("港区\t立案\n甲港\t12(3)\n乙港\t8")
    found = tables_of(document).cells
    assert [(document.view.text[cell.span.slice], cell.is_inner) for cell in found] == [("12", False), ("3", True), ("8", False)]


def test_the_caption_is_what_stands_right_above() -> None:
    document = Document.of("全年平稳有序，未发生事故。\n表2 各港区执法情况\n单位:件\n港区\t立案\n甲港\t12")
    (table,) = tables_of(document).tables
    assert document.view.text[table.caption.slice] == "表2各港区执法情况\n单位:件\n"


def test_a_title_within_the_table_is_its_caption() -> None:
    document = drawn("", [row.split("|") for row in ["2021年处罚情况统计表|<", "项目|数量", "警告|2"]])
    (table,) = tables_of(document).tables
    assert document.view.text[table.caption.slice] == "2021年处罚情况统计表"


def test_rows_of_another_width_begin_a_table() -> None:
    text = "港区\t立案\n甲港\t12\n码头\t立案\t罚款\n丙码头\t1\t2\n港区\t结案\n丁港\t5"
    assert cells(text) == [("立案", "甲港", "12"), ("立案", "丙码头", "1"), ("罚款", "丙码头", "2"), ("结案", "丁港", "5")]


def test_only_the_body_is_looked_at() -> None:
    text = "港区\t立案\n甲港\t12\n乙港\t8"
    assert len(find_tables(Document.of(text), Span(0, text.index("乙港"))).cells) == 1


CELLS = st.sampled_from(["甲", "立案", "12", "3.5%", "-", "", "(件)", "其中:乙", "一、丙", "合计", "2021年", "12(3)", "序号", "1"])
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=6), max_size=8)


@given(ROWS, st.sampled_from("\t|"))
def test_a_figure_has_digits_and_stands_once(rows: list[list[str]], mark: str) -> None:
    document = Document.of("\n".join(mark.join(row) for row in rows))
    check_figures(document)


@given(st.lists(st.lists(st.one_of(CELLS, st.sampled_from("<^")), min_size=3, max_size=3), min_size=1, max_size=7))
def test_a_figure_of_a_drawn_table_has_digits_and_stands_once(rows: list[list[str]]) -> None:
    grid = [["甲" if cell == "<" and x == 0 or cell == "^" and y == 0 else cell for x, cell in enumerate(row)] for y, row in enumerate(rows)]
    check_figures(drawn("", grid))


def check_figures(document: Document) -> None:
    view, places = document.view.text, set()
    for cell in tables_of(document).cells:
        assert cell.span.start <= cell.digits < cell.span.end
        assert view[cell.digits].isdigit()
        assert cell.heads or cell.headers
        assert cell.digits not in places
        places.add(cell.digits)
