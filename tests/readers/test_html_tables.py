"""Tables of pages: those of data become rows and a grid, those of layout paragraphs."""

from collections.abc import Sequence

import pytest

from extractor.document import Document, Source
from extractor.readers.html import read

SENTENCE = "我局认真履职，全年各项工作顺利完成，群众满意度明显提高。"


def read_page(body: str) -> Document:
    return read(f"<html><body><div id=zoom><p>{SENTENCE}</p>{body}<p>{SENTENCE[:10]}。</p></div></body></html>".encode(), Source())


def lines_of(body: str) -> list[str]:
    first, *lines, last = read_page(body).text.split("\n")
    assert (first, last) == (SENTENCE, f"{SENTENCE[:10]}。")
    return lines


def grids(document: Document) -> list[list[list[str]]]:
    return [[[document.text[cell.slice] for cell in row] for row in table.rows] for table in document.layout.tables]


PLAIN: Sequence[Sequence[str]] = [["类别", "受理", "办结"], ["许可", "1,234", "12.5%"], ["处罚", "8", ""]]


@pytest.mark.parametrize(
    "table",
    [
        "<table border=1><thead><tr><th>类别</th><th>受理</th><th>办结</th></tr></thead><tbody><tr><td>许可</td><td>1,234</td><td>12.5%</td></tr><tr><td>处罚</td><td>8</td><td>&nbsp;</td></tr></tbody></table>",
        "<TABLE><TR><TD>类别<TD>受理<TD>办结<TR><TD>许可<TD>1,234<TD>12.5%<TR><TD>处罚<TD>8<TD></TABLE>",
        "<table><tr><td><p class=MsoNormal>类<br>别</p></td><td>受\n理</td><td> 办结　</td></tr><tr><td>许可</td><td>1,<span>23</span>4</td><td><p>12.5</p><p>%</p></td></tr><tr><td>处罚</td><td><div>8</div></td></tr></table>",
        "<table><tbody><tr><td>许可</td><td>1,234</td><td>12.5%</td></tr></tbody><tfoot><tr><td>处罚</td><td>8</td><td></td></tr></tfoot><thead><tr><th>类别</th><th>受理</th><th>办结</th></tr></thead></table>",
        "<table><tr><td colspan=2>类别</td><td>受理</td><td colspan=3>办结</td></tr><tr><td colspan=2>许可</td><td>1,234</td><td colspan=3>12.5%</td></tr><tr></tr><tr><td colspan=2>处罚</td><td>8</td><td colspan=3></td></tr></table>",
    ],
)
def test_a_table_of_data_is_a_line_a_row(table: str) -> None:
    document = read_page(table)
    assert document.text.split("\n")[1:-1] == ["类别\t受理\t办结", "许可\t1,234\t12.5%", "处罚\t8\t"]
    assert grids(document) == [PLAIN]


def test_a_merged_cell_is_written_once_and_stands_in_every_place_it_covers() -> None:
    document = read_page(
        "<table><tr><th rowspan=2>类别</th><th colspan=2>案件</th></tr><tr><th>立案</th><th>结案</th></tr><tr><td>食品</td><td>12</td><td rowspan=2>9</td></tr><tr><td>药品</td><td>3</td></tr></table>"
    )
    assert document.text.split("\n")[1:-1] == ["类别\t案件\t", "\t立案\t结案", "食品\t12\t9", "药品\t3\t"]
    assert grids(document) == [[["类别", "案件", "案件"], ["类别", "立案", "结案"], ["食品", "12", "9"], ["药品", "3", "9"]]]
    table = document.layout.tables[0].rows
    assert (table[0][1], table[2][2]) == (table[0][2], table[3][2])


def test_caption_unit_and_notes_stand_above_and_below() -> None:
    rows = "<tr><td colspan=2>表1 执法情况</td></tr><tr><td colspan=2>单位：件</td></tr><tr><td>立案</td><td>结案</td></tr><tr><td>12</td><td>9</td></tr><tr><td colspan=2>注：含移送案件。</td></tr>"
    assert lines_of(f"<table><caption>附表</caption>{rows}</table>") == ["附表", "表1 执法情况", "单位：件", "立案\t结案", "12\t9", "注：含移送案件。"]


def test_a_row_across_the_middle_is_a_row() -> None:
    rows = "<tr><td>类别</td><td>件数</td></tr><tr><td colspan=2>一、许可</td></tr><tr><td>新办</td><td>9</td></tr>"
    assert lines_of(f"<table>{rows}</table>") == ["类别\t件数", "一、许可\t", "新办\t9"]


@pytest.mark.parametrize(
    "table",
    [
        f"<table><tr><td>甲。</td></tr><tr><td>{SENTENCE}</td></tr></table>",
        f"<table><tr><td>甲。</td><td>{SENTENCE}</td></tr></table>",
        f"<table><tr><td><table><tr><td>甲。</td></tr></table></td></tr><tr><td><table><tr><td>{SENTENCE}</td></tr></table></td></tr></table>",
        f"<TABLE><TR><TD>甲。<TR><TD>&nbsp;<TD>{SENTENCE}</TABLE>",
    ],
)
def test_a_table_of_layout_is_paragraphs(table: str) -> None:
    document = read_page(table)
    assert document.text.split("\n")[1:-1] == ["甲。", SENTENCE]
    assert document.layout.tables == ()


def test_a_table_that_holds_a_whole_text_is_paragraphs() -> None:
    text = "".join(f"<p>{SENTENCE}</p>" for _ in range(30))
    assert "\t" not in read_page(f"<table><tr><td>左栏</td><td>右栏</td></tr><tr><td>{text}</td><td>某县</td></tr></table>").text


def test_data_within_layout_is_data() -> None:
    inner = "<table><tr><td>类别</td><td>件数</td></tr><tr><td>许可</td><td>9</td></tr></table>"
    assert lines_of(f"<table><tr><td>甲。</td></tr><tr><td>{inner}</td></tr></table>") == ["甲。", "类别\t件数", "许可\t9"]


@pytest.mark.parametrize("span", ["rowspan=99999999 colspan=1", "colspan=99999999", "rowspan=0", "colspan=-3", "rowspan=x colspan=", "colspan=2.5"])
def test_spans_out_of_all_measure_do_no_harm(span: str) -> None:
    document = read_page(f"<table><tr><td {span}>类别</td><td>件数</td></tr><tr><td>许可</td><td>9</td></tr><tr><td>处罚</td><td>3</td></tr></table>")
    assert all(cell in document.text for cell in ("类别", "件数", "许可", "处罚"))
    assert all(len(row) == len(table.rows[0]) for table in document.layout.tables for row in table.rows)


def test_cells_keep_words_and_numbers_apart() -> None:
    assert lines_of("<table><tr><td>A<br>B</td><td>件<br>数</td></tr><tr><td>12<br>34</td><td>共<br>9</td></tr></table>") == ["A B\t件数", "12 34\t共9"]
