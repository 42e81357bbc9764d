"""Tables, as a person sees them."""

from collections.abc import Sequence

import pytest

from extractor.document import Document, Source
from extractor.readers.docx import read
from tests.makers.docx import document, package, paragraph, run, table

LONG = "全年检查企业1,086家次，发现问题23个，均已督促整改；立案17件，罚款23.4万元，没有发生复议和诉讼案件，群众满意率98.5%。"


def read_body(body: str) -> Document:
    return read(package(document(body)), Source())


def cell(*texts: str, span: int = 1, merge: str = "", inner: str = "") -> str:
    properties = f'<w:gridSpan w:val="{span}"/>' + {"": "", "first": '<w:vMerge w:val="restart"/>', "rest": "<w:vMerge/>"}[merge]
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}{''.join(paragraph(run(text)) for text in texts or [''])}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def rows(*written: str, widths: Sequence[int] = ()) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(written)}</w:tbl>"


def cells_of(document: Document) -> list[list[list[str]]]:
    return [[[document.text[span.slice] for span in row] for row in table.rows] for table in document.layout.tables]


def test_a_table_is_a_line_a_row() -> None:
    found = read_body(paragraph(run("表1")) + table([["类别", "件数"], ["许可", "86"]]) + paragraph(run("以上。")))
    assert found.text == "表1\n类别\t件数\n许可\t86\n以上。"
    assert cells_of(found) == [[["类别", "件数"], ["许可", "86"]]]


def test_a_cell_is_one_line() -> None:
    found = read_body(rows(row(cell("办结", "数"), cell("12", "3.5"), cell("甲\t乙"))))
    assert found.text == "办结数\t12 3.5\t甲 乙"


def test_cells_merged_beside_each_other_are_written_once_and_stand_everywhere() -> None:
    found = read_body(rows(row(cell("类别"), cell("许可", span=2)), row(cell("甲"), cell("12"), cell("11"))))
    assert found.text == "类别\t许可\t\n甲\t12\t11"
    assert cells_of(found) == [[["类别", "许可", "许可"], ["甲", "12", "11"]]]


def test_cells_merged_below_each_other_are_written_once_and_stand_everywhere() -> None:
    found = read_body(rows(row(cell("许可", merge="first"), cell("受理"), cell("12")), row(cell("旧文", merge="rest"), cell("办结"), cell("11"))))
    assert found.text == "许可\t受理\t12\n\t办结\t11"
    assert cells_of(found) == [[["许可", "受理", "12"], ["许可", "办结", "11"]]]


def test_a_header_of_two_rows() -> None:
    upper = row(cell("类别", merge="first"), cell("许可", span=2), cell("处罚", span=2))
    lower = row(cell(merge="rest"), *map(cell, ("受理", "办结", "立案", "结案")))
    found = read_body(rows(upper, lower, row(*map(cell, ("甲县", "12", "11", "3", "2")))))
    assert found.text.splitlines() == ["类别\t许可\t\t处罚\t", "\t受理\t办结\t立案\t结案", "甲县\t12\t11\t3\t2"]
    assert cells_of(found)[0][:2] == [["类别", "许可", "许可", "处罚", "处罚"], ["类别", "受理", "办结", "立案", "结案"]]


def test_cells_merged_in_the_old_way() -> None:
    old = "<w:tc><w:tcPr><w:hMerge w:val='restart'/></w:tcPr>" + paragraph(run("许可")) + "</w:tc><w:tc><w:tcPr><w:hMerge/></w:tcPr><w:p/></w:tc>"
    found = read_body(rows(row(cell("类别"), old), row(cell("甲"), cell("12"), cell("11"))))
    assert cells_of(found)[0][0] == ["类别", "许可", "许可"]


def test_columns_that_no_row_tells_apart_are_one() -> None:
    found = read_body(rows(row(cell("类别", span=2), cell("件数", span=3)), row(cell("许可", span=2), cell("86", span=3)), row(cell("合计", span=5))))
    assert found.text == "类别\t件数\n许可\t86\n合计"


def test_borders_that_nearly_meet_are_one() -> None:
    moved = [row(cell("类别"), cell("受理", span=2), cell("办结")), row(cell("许可", span=2), cell("86"), cell("85")), row(cell("注：截至年底", span=4))]
    found = read_body(rows(*moved, row(cell("处罚"), cell("3", span=3)), widths=[2000, 80, 2000, 2000]))
    assert found.text.splitlines()[:2] == ["类别\t受理\t办结", "许可\t86\t85"]


def test_a_row_may_begin_later() -> None:
    found = read_body(rows(row(cell("类别"), cell("件数"), cell("率")), row(cell("86"), cell("97%"), properties='<w:gridBefore w:val="1"/>')))
    assert cells_of(found)[0][1] == ["", "86", "97%"]


def test_caption_and_note_within_a_table_stand_above_and_below_it() -> None:
    found = read_body(
        rows(row(cell("表1 许可情况", span=2)), row(cell("类别"), cell("件数")), row(cell("许可"), cell("86")), row(cell("注：含撤回2件。", span=2)))
    )
    assert found.text == "表1 许可情况\n类别\t件数\n许可\t86\n注：含撤回2件。"
    assert len(cells_of(found)[0]) == 2


def test_empty_rows_and_columns_are_left_out() -> None:
    found = read_body(rows(row(cell("类别"), cell(), cell("件数")), row(cell(), cell(), cell()), row(cell("许可"), cell(), cell("86"))))
    assert found.text == "类别\t件数\n许可\t86"


def test_an_empty_cell_stays_in_its_place() -> None:
    found = read_body(rows(row(cell("类别"), cell("受理"), cell("备注")), row(cell("许可"), cell(), cell()), row(cell("处罚"), cell("3"), cell())))
    assert found.text == "类别\t受理\t备注\n许可\t\t\n处罚\t3\t"
    assert cells_of(found)[0][1] == ["许可", "", ""]


def test_deleted_rows_are_gone() -> None:
    gone = row(cell("旧"), cell("1"), properties='<w:del w:id="1"/>')
    assert read_body(rows(row(cell("类别"), cell("件数")), gone, row(cell("许可"), cell("86")))).text == "类别\t件数\n许可\t86"


def wrapped(content: str) -> str:
    return f"<w:sdt><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def test_rows_and_cells_may_be_wrapped() -> None:
    body = rows(row(cell("类别"), cell("件数")), wrapped(row(cell("许可"), wrapped(cell("86")))))
    assert read_body(body).text == "类别\t件数\n许可\t86"


@pytest.mark.parametrize(
    "layout",
    [
        rows(row(cell("一、概况", LONG))),
        rows(row(cell("一、概况")), row(cell(LONG))),
        rows(row(cell("一、概况", LONG, LONG, LONG), cell("附图"))),
        rows(row(cell(inner=rows(row(cell("一、概况", LONG, LONG, LONG)))))),
    ],
)
def test_a_table_that_only_sets_a_text_is_its_paragraphs(layout: str) -> None:
    found = read_body(layout)
    assert found.text.splitlines()[:2] == ["一、概况", LONG]
    assert found.layout.tables == ()


def test_fields_over_a_text_that_a_table_sets() -> None:
    found = read_body(rows(row(cell("索引号"), cell("000/2022-1")), row(cell("发布机构"), cell("某县水利局")), row(cell("一、概况", LONG, LONG, LONG, span=2))))
    assert found.text.splitlines()[:4] == ["索引号\t000/2022-1", "发布机构\t某县水利局", "一、概况", LONG]
    assert cells_of(found) == [[["索引号", "000/2022-1"], ["发布机构", "某县水利局"]]]


def test_a_table_within_a_table_is_one_of_its_own() -> None:
    found = read_body(rows(row(cell("情况如下"), cell(inner=table([["类别", "件数"], ["许可", "86"]])))))
    assert found.text == "情况如下\n类别\t件数\n许可\t86"
    assert cells_of(found) == [[["类别", "件数"], ["许可", "86"]]]


def test_serial_numbers_that_word_counts() -> None:
    numbers = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
    numbers += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    counted = "<w:tc>" + paragraph("", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') + "</w:tc>"
    body = rows(row(cell("序号"), cell("事项")), row(counted, cell("许可")), row(counted, cell("处罚")))
    part = f'<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{numbers}</w:numbering>'
    assert read(package(document(body), {"word/numbering.xml": part}), Source()).text == "序号\t事项\n1\t许可\n2\t处罚"


@pytest.mark.parametrize("span", ["0", "-3", "999999999", "x", ""])
def test_an_impossible_span_does_no_harm(span: str) -> None:
    odd = f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{paragraph(run("甲"))}</w:tc>'
    assert "甲" in read_body(rows(row(odd, cell("乙")), row(cell("丙"), cell("3"), cell("4")))).text


def test_lines_set_with_tabs_are_rows() -> None:
    tabs = "<w:r><w:tab/></w:r>"
    body = "".join(paragraph(tabs.join(map(run, cells))) for cells in (("类别", "受理", "办结"), ("许可", "86", "85")))
    assert read_body(paragraph(run("全年受理") + tabs + run("86件。")) + body).text == "全年受理 86件。\n类别\t受理\t办结\n许可\t86\t85"
