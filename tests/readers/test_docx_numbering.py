"""Automatic numbers, as Word shows them."""

from collections.abc import Sequence

import pytest

from extractor.document import Source
from extractor.readers.docx import read
from extractor.readers.docx_numbering import labelled
from extractor.readers.docx_numerals import number_text
from tests.makers.docx import NAMES, document, package, paragraph, run

FORMS: list[tuple[str, dict[int, str]]] = [
    ("decimal", {0: "0", 1: "1", 12: "12"}),
    ("decimalZero", {1: "01", 12: "12"}),
    ("decimalFullWidth", {12: "１２"}),
    ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
    ("decimalEnclosedParen", {3: "⑶"}),
    ("decimalEnclosedFullstop", {3: "⒊"}),
    ("ideographEnclosedCircle", {2: "㈡", 11: "11"}),
    ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 99: "九十九", 101: "一〇一"}),
    ("chineseCountingThousand", {10: "十", 12: "十二", 101: "一百零一", 110: "一百一十", 1010: "一千零一十", 20010: "二万零一十"}),
    ("japaneseCounting", {10: "十", 21: "二十一", 110: "百十"}),
    ("taiwaneseCountingThousand", {12: "十二"}),
    ("ideographDigital", {10: "一〇", 21: "二一"}),
    ("chineseLegalSimplified", {3: "叁", 10: "壹拾", 12: "壹拾贰"}),
    ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
    ("ideographZodiac", {3: "寅"}),
    ("upperRoman", {4: "IV", 1994: "MCMXCIV"}),
    ("lowerRoman", {9: "ix"}),
    ("upperLetter", {1: "A", 27: "AA", 53: "AAA"}),
    ("lowerLetter", {26: "z"}),
    ("thaiLetters", {3: "3"}),
]


@pytest.mark.parametrize(("form", "number", "shown"), [(form, number, shown) for form, shown_as in FORMS for number, shown in shown_as.items()])
def test_a_number_in_a_form(form: str, number: int, shown: str) -> None:
    assert number_text(number, form) == shown


@pytest.mark.parametrize("form", [form for form, _ in FORMS])
@pytest.mark.parametrize("number", [-1, 0, 40_000, 999_999_999])
def test_a_number_out_of_reach_is_short(form: str, number: int) -> None:
    assert len(number_text(number, form)) < 12


def level(index: int, form: str, text: str, extra: str = "", start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}<w:lvlText w:val="{text}"/></w:lvl>'


THREE = level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3.")


def lists(levels: str, others: str = "", inside: str = "") -> str:
    definition = f'<w:abstractNum w:abstractNumId="0">{inside}{levels}</w:abstractNum>'
    return f'<w:numbering xmlns:w="{NAMES["w"]}" xmlns:mc="{NAMES["mc"]}">{definition}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{others}</w:numbering>'


def item(text: str, at: int, number: int = 1) -> str:
    return paragraph(run(text), f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>')


def labels(numbering: str, places: Sequence[int | tuple[int, int]]) -> list[str]:
    body = "".join(item("项", *(place if isinstance(place, tuple) else (place,))) for place in places)
    text = read(package(document(body), {"word/numbering.xml": numbering}), Source()).text
    return [line.removesuffix("项").strip() for line in text.splitlines()]


def test_levels_count_and_start_anew_below_a_higher_one() -> None:
    assert labels(lists(THREE), [0, 1, 1, 2, 2, 1, 2, 0, 1]) == ["一、", "（一）", "（二）", "1.", "2.", "（三）", "1.", "二、", "（一）"]


def test_a_level_may_never_start_anew() -> None:
    never = THREE.replace('<w:lvlText w:val="%3."/>', '<w:lvlRestart w:val="0"/><w:lvlText w:val="%3."/>')
    assert labels(lists(never), [0, 2, 2, 0, 2]) == ["一、", "1.", "2.", "二、", "3."]


def test_a_level_may_start_anew_behind_the_highest_only() -> None:
    highest = THREE.replace('<w:lvlText w:val="%3."/>', '<w:lvlRestart w:val="1"/><w:lvlText w:val="%3."/>')
    assert labels(lists(highest), [0, 1, 2, 1, 2, 0, 2]) == ["一、", "（一）", "1.", "（二）", "2.", "二、", "1."]


def test_a_label_names_the_levels_above_it() -> None:
    assert labels(lists(level(0, "decimal", "%1") + level(1, "decimal", "%1.%2")), [0, 1, 1, 0, 1]) == ["1", "1.1", "1.2", "2", "2.1"]


def test_legal_numbers_are_arabic() -> None:
    legal = level(0, "chineseCounting", "第%1章") + level(1, "chineseCounting", "%1.%2", "<w:isLgl/>")
    assert labels(lists(legal), [0, 1, 0, 1, 1]) == ["第一章", "1.1", "第二章", "2.1", "2.2"]


def test_lists_of_one_definition_count_on_and_an_override_starts_anew_once() -> None:
    others = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    others += '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    assert labels(lists(THREE, others), [0, (0, 2), (0, 3), (0, 3), (0, 1)]) == ["一、", "二、", "五、", "六、", "七、"]


def test_a_list_may_change_a_level() -> None:
    own = f'<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1">{level(1, "decimal", "%2)")}</w:lvlOverride></w:num>'
    assert labels(lists(THREE, own), [0, (1, 2), (1, 1)]) == ["一、", "1)", "（二）"]


def test_a_definition_may_be_that_of_a_list_style() -> None:
    styled = f'<w:abstractNum w:abstractNumId="9"><w:styleLink w:val="s"/>{THREE}</w:abstractNum>'
    linked = lists("", inside='<w:numStyleLink w:val="s"/>').replace("<w:abstractNum ", styled + "<w:abstractNum ", 1)
    assert labels(linked, [0, 1]) == ["一、", "（一）"]


@pytest.mark.parametrize("text", ["●", "\uf06c", "-", "n"])
def test_bullets_are_no_text(text: str) -> None:
    assert labels(lists(level(0, "bullet", text)), [0, 0]) == ["", ""]


def test_a_form_of_a_newer_word_has_an_older_one_beside_it() -> None:
    choice = '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001"/></mc:Choice>'
    newer = f'<w:lvl w:ilvl="0">{choice}<mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl>'
    assert labels(lists(newer), [0, 0]) == ["01.", "02."]


@pytest.mark.parametrize("place", [(0, 7), (5, 1), (0, 0)])
def test_an_unknown_list_gives_no_number(place: tuple[int, int]) -> None:
    assert labels(lists(THREE), [place]) == [""]


def styled(*styles: str) -> str:
    return f'<w:styles xmlns:w="{NAMES["w"]}">{"".join(styles)}</w:styles>'


def style(number: str, name: str, properties: str, base: str = "") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return f'<w:style w:type="paragraph" w:styleId="{number}"><w:name w:val="{name}"/>{based}<w:pPr>{properties}</w:pPr></w:style>'


def test_styles_number_and_inherit_and_may_be_taken_out() -> None:
    bound = THREE.replace('<w:lvlText w:val="（%2）"/>', '<w:pStyle w:val="2"/><w:lvlText w:val="（%2）"/>')
    headings = styled(
        style("1", "heading 1", '<w:numPr><w:numId w:val="1"/></w:numPr>'),
        style("2", "heading 2", '<w:numPr><w:numId w:val="1"/></w:numPr>'),
        style("b", "Mine", "", base="2"),
    )
    rows = [("1", "概况", ""), ("2", "普法", ""), ("b", "执法", ""), ("2", "无号", '<w:numPr><w:numId w:val="0"/></w:numPr>'), ("1", "问题", "")]
    body = "".join(paragraph(run(text), f'<w:pStyle w:val="{number}"/>{own}') for number, text, own in rows)
    text = read(package(document(body), {"word/styles.xml": headings, "word/numbering.xml": lists(bound)}), Source()).text
    assert text.splitlines() == ["一、概况", "（一）普法", "（二）执法", "无号", "二、问题"]


def test_an_empty_paragraph_counts_and_leaves_no_line_unless_its_end_is_hidden() -> None:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = item("甲", 0) + paragraph("", number) + paragraph("", number + "<w:rPr><w:vanish/></w:rPr>") + item("乙", 0)
    assert read(package(document(body), {"word/numbering.xml": lists(THREE)}), Source()).text == "一、甲\n三、乙"


def test_a_deleted_paragraph_does_not_count() -> None:
    gone = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr>'
    body = item("甲", 0) + paragraph('<w:del w:id="1"><w:r><w:delText>丙</w:delText></w:r></w:del>', gone) + item("乙", 0)
    assert read(package(document(body), {"word/numbering.xml": lists(THREE)}), Source()).text == "一、甲\n二、乙"


@pytest.mark.parametrize(
    ("label", "text", "shown"),
    [
        ("一、", "2022年工作", "一、2022年工作"),
        ("1.", "压减时限", "1.压减时限"),
        ("1.", "2022年", "1. 2022年"),
        ("1.1", "概况", "1.1 概况"),
        ("1", "2022年", "1 2022年"),
        ("（3）", "36家", "（3）36家"),
        ("①", "36家", "①36家"),
        ("第一章", "总则", "第一章 总则"),
        ("", "总则", "总则"),
        ("1.", "", "1."),
    ],
)
def test_a_number_does_not_run_into_the_text(label: str, text: str, shown: str) -> None:
    assert labelled(label, text) == shown
