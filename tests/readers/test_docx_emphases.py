"""Which lines of a Word document are set off as headings."""

import pytest

from extractor.document import Source
from extractor.readers.docx import read
from tests.makers.docx import document, package, paragraph, run, styles, table

TEXT = "2022年，我局认真履行职责，全年检查企业1,086家次，立案17件，罚款23.4万元，没有发生复议和诉讼案件。"
BOLD, SONG, HEI, KAI = "<w:b/>", *(f'<w:rFonts w:eastAsia="{font}"/>' for font in ("仿宋_GB2312", "黑体", "楷体_GB2312"))
CENTRED = '<w:jc w:val="center"/>'


def emphases(body: str) -> list[tuple[str, int | None]]:
    found = read(package(document(body), {"word/styles.xml": styles()}), Source())
    return [(found.text[emphasis.span.slice], emphasis.level) for emphasis in found.layout.emphases]


def text(properties: str = "") -> str:
    return paragraph(run(TEXT, properties))


@pytest.mark.parametrize(
    ("heading", "level"),
    [
        (paragraph(run("普法宣传"), '<w:pStyle w:val="1"/>'), 1),
        (paragraph(run("普法宣传"), '<w:pStyle w:val="3"/>'), 3),
        (paragraph(run("普法宣传"), '<w:outlineLvl w:val="1"/>'), 2),
        (paragraph(run("普法") + run("宣传", BOLD), '<w:pStyle w:val="2"/><w:outlineLvl w:val="0"/>'), 1),
        (paragraph(run("普法", BOLD) + run("宣传", BOLD)), None),
        (paragraph(run("普法宣传", BOLD) + run("  ")), None),
        (paragraph(run("普法宣传", HEI)), None),
        (paragraph(run("普法宣传", KAI), CENTRED), None),
    ],
)
def test_a_heading_is_set_off(heading: str, level: int | None) -> None:
    assert emphases(text(SONG) + heading + text(SONG)) == [("普法宣传", level)]


@pytest.mark.parametrize(
    "line",
    [
        paragraph(run("普法") + run("宣传", BOLD)),
        paragraph(run("普法宣传", SONG)),
        paragraph(run("普法宣传"), '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>'),
        paragraph(run(TEXT, BOLD)),
        paragraph(run("抓好普法。全年讲课3场。", BOLD)),
        paragraph(run("表1  许可情况", HEI), CENTRED),
        paragraph(run("许可办理情况", HEI), CENTRED) + table([["类别", "件数"], ["许可", "86"]]),
        paragraph(run("许可办理情况", HEI), CENTRED) + paragraph(run("单位：件")) + table([["类别", "件数"], ["许可", "86"]]),
    ],
)
def test_a_line_is_not_set_off(line: str) -> None:
    assert emphases(text(SONG) + line + text(SONG)) == []


def test_what_all_of_the_text_is_sets_nothing_off() -> None:
    assert emphases(text(BOLD) + paragraph(run("普法宣传", BOLD)) + text(BOLD)) == []
    assert emphases(text(HEI) + paragraph(run("普法宣传", HEI)) + text(HEI)) == []


def test_the_title_is_no_heading() -> None:
    title = paragraph(run("某县水利局2022年法治政府建设年度报告", BOLD), CENTRED + '<w:outlineLvl w:val="0"/>')
    assert emphases(title + text() + paragraph(run("普法宣传", BOLD)) + text()) == [("普法宣传", None)]


def test_a_style_for_titles_is_no_heading() -> None:
    title = '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>'
    body = text() + paragraph(run("某县水利局年度报告"), '<w:pStyle w:val="t"/>') + text()
    assert not read(package(document(body), {"word/styles.xml": styles().replace("</w:styles>", title)}), Source()).layout.emphases


def test_each_line_of_a_paragraph_stands_for_itself() -> None:
    assert emphases(text() + paragraph(run("普法宣传", BOLD) + "<w:r><w:br/></w:r>" + run("全年讲课3场。")) + text()) == [("普法宣传", None)]


def test_a_bold_character_style_turns_a_bold_paragraph_style_off() -> None:
    more = '<w:style w:type="paragraph" w:styleId="p"><w:name w:val="p"/><w:rPr><w:b/></w:rPr></w:style>'
    more += '<w:style w:type="character" w:styleId="c"><w:name w:val="c"/><w:rPr><w:b/></w:rPr></w:style></w:styles>'
    body = (
        text()
        + paragraph(run("普法宣传"), '<w:pStyle w:val="p"/>')
        + text()
        + paragraph(run("执法监督", '<w:rStyle w:val="c"/>'), '<w:pStyle w:val="p"/>')
        + text()
    )
    found = read(package(document(body), {"word/styles.xml": styles().replace("</w:styles>", more)}), Source())
    assert [found.text[emphasis.span.slice] for emphasis in found.layout.emphases] == ["普法宣传"]
