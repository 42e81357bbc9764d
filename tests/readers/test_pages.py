"""From printed lines to a document: paragraphs over line and page ends, titles, signatures, where everything is printed."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.document import Document, Notice, Source
from extractor.readers.pages import PrintedLine, document_of_pages
from extractor.spans import Span
from tests.makers.pages import Setting, at, typeset
from tests.makers.pdf import unbroken
from tests.samples import specimens

SHEET = (595.0, 842.0)


def read(lines: list[PrintedLine], pages: int = 1) -> Document:
    return document_of_pages(lines, [SHEET] * pages, Source(name="a.pdf"))


def prose(length: int) -> str:
    return ("全年共受理行政许可申请四百一十七件，办结四百零九件，不予许可三件" * 9)[:length] + "。"


SETTINGS = {
    "official": Setting(),
    "ragged": Setting(ragged=True),
    "spaced, not indented": Setting(indent=0, spacing=14, ragged=True),
    "blank lines, not indented": Setting(indent=0, spacing=28),
    "small type": Setting(width=44, size=10.5, pitch=17, left=60, rows=40),
}


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=SETTINGS)
@pytest.mark.parametrize("specimen", [path for path in specimens() if path.stem in ("d01", "d06", "d08", "s02", "d07")], ids=lambda path: path.stem)
def test_a_report_has_its_paragraphs_however_it_is_set(specimen: Path, setting: Setting) -> None:
    text = unbroken(specimen.read_text(encoding="utf-8"))
    paragraphs = ["".join(line.split()) for line in text.splitlines() if line.strip() and "\t" not in line]
    lines, sizes = typeset(paragraphs, setting)
    assert document_of_pages(lines, sizes, Source()).text.splitlines() == paragraphs


@st.composite
def paragraphs(draw: st.DrawFn) -> list[str]:
    words = st.text(alphabet="办法政府案件许可处罚水利局执行检查", min_size=3, max_size=12)
    clause = st.one_of(words, words.map("“{}”".format), st.integers(1, 99999).map("{}件".format), st.floats(0, 99).map("{:.2f}万元".format))
    sentence = st.lists(clause, min_size=1, max_size=9).map(lambda clauses: "，".join(clauses) + "。")
    return draw(st.lists(st.lists(sentence, min_size=1, max_size=6).map("".join), min_size=12, max_size=20))


@given(paragraphs(), st.sampled_from([SETTINGS["official"], replace(SETTINGS["spaced, not indented"], rows=999), SETTINGS["small type"]]))
@settings(max_examples=60, deadline=None)
def test_any_paragraphs_come_back(given_text: list[str], setting: Setting) -> None:
    given_text = [prose(150), *given_text, prose(100)]
    lines, sizes = typeset(given_text, setting)
    assert document_of_pages(lines, sizes, Source()).text.splitlines() == given_text


@given(paragraphs(), st.randoms(use_true_random=False))
@settings(max_examples=20, deadline=None)
def test_the_order_of_the_lines_does_not_matter(given_text: list[str], random: Random) -> None:
    lines, sizes = typeset(given_text)
    in_order = document_of_pages(lines, sizes, Source())
    random.shuffle(lines)
    assert document_of_pages(lines, sizes, Source()) == in_order


def test_a_number_broken_at_the_end_of_a_page_is_whole() -> None:
    lines, sizes = typeset([prose(100), prose(60)], Setting(rows=3))
    first, second = lines[2], lines[3]
    assert (first.page, second.page) == (1, 2)
    broken = [replace(first, text=first.text[:-1] + "6"), replace(second, text="4.8万元" + second.text[5:])]
    assert "64.8万元" in document_of_pages([*lines[:2], *broken, *lines[4:]], sizes, Source()).text


def test_every_character_knows_where_it_is_printed() -> None:
    lines, sizes = typeset([prose(70), prose(90)], Setting(rows=3))
    document = document_of_pages(lines, sizes, Source())
    for line in document.layout.lines:
        same = next(each for each in lines if each.box == line.box and each.page == line.page)
        assert document.text[line.span.slice] == same.text
    assert len(document.layout.lines) == len(lines)
    assert [document.layout.page_at(offset) for offset in (0, len(document.text) - 1)] == [1, 3]


def test_what_is_said_of_recognition_is_kept() -> None:
    line = replace(at("立案3件。", 80, 100), confidence=0.9, certainties=(0.9, 0.8, 0.4, 0.9, 1.0))
    document = read([line])
    assert (found := document.layout.printed(Span(2, 3))) is not None
    assert found.confidence == 0.4


def test_the_source_knows_its_pages_and_notices_are_kept() -> None:
    notice = Notice("x", "y")
    document = document_of_pages([at("立案", 80, 100, page=2)], [SHEET] * 3, Source(name="a.pdf"), (notice,))
    assert (document.source.pages, document.source.name, document.notices) == (3, "a.pdf", (notice,))


def test_a_title_on_two_lines_stays_on_two() -> None:
    title = [at("某市水利局", 240, 100, size=22), at("2022年法治政府建设年度报告", 150, 134, size=22)]
    text, _ = typeset([prose(90), prose(80)], Setting(top=190))
    assert read([*title, *text]).text.splitlines()[:2] == ["某市水利局", "2022年法治政府建设年度报告"]


def test_a_title_that_was_too_long_for_its_line_is_whole() -> None:
    title = [at("关于2022年度全市法治政府建设工作情况的报", 84, 100, size=22), at("告", 293, 134, size=22)]
    text, _ = typeset([prose(90), prose(80)], Setting(top=190))
    assert read([*title, *text]).text.splitlines()[0] == "关于2022年度全市法治政府建设工作情况的报告"


def test_a_signature_is_no_part_of_the_text_before_or_behind() -> None:
    text, _ = typeset([prose(90), prose(20), prose(25)])
    y = text[-1].box[3] + 20
    signature = [at("某市水利局", 420, y), at("2023年1月10日", 408, y + 28), at("抄送：市政府办公室", 80, y + 56)]
    assert read([*text, *signature]).text.splitlines()[-3:] == ["某市水利局", "2023年1月10日", "抄送：市政府办公室"]


def test_a_heading_as_wide_as_the_page_is_no_part_of_its_paragraph() -> None:
    lines, sizes = typeset(["（一）" + "依法全面履行政府职能持续优化法治化营商环境取得成效"[:23], prose(60), prose(70)])
    assert lines[0].right == pytest.approx(80 + 28 * 16)
    assert len(document_of_pages(lines, sizes, Source()).text.splitlines()) == 3


def test_an_enumeration_within_a_paragraph_goes_on() -> None:
    clauses = "主要做法有：" + "；".join(f"（{number}）" + "加强行政执法监督工作" for number in "一二三四五六七")
    lines, sizes = typeset(["一、概况", prose(50), clauses + "。", "二、问题", prose(50)])
    assert document_of_pages(lines, sizes, Source()).text.splitlines()[2] == clauses + "。"


def test_items_with_hanging_lines_are_whole() -> None:
    lines = [at("1.加强行政执法监督，全年检查三百", 112, 100), at("家次，发现问题二十个。", 128, 128), at("2.清理文件十件。", 112, 156)]
    text, _ = typeset([prose(90), prose(90)], Setting(top=300, width=18))
    assert read([*lines, *text]).text.splitlines()[:2] == ["1.加强行政执法监督，全年检查三百家次，发现问题二十个。", "2.清理文件十件。"]


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("annual", "report", "annual report"),
        ("2022年", "12月", "2022年12月"),
        ("共3", "5件", "共35件"),
        ("soft\u00ad", "ware", "soft\u00adware"),
        ("e-", "mail", "e-mail"),
    ],
)
def test_words_in_latin_script_are_parted_and_numbers_are_not(above: str, below: str, joined: str) -> None:
    text = "全年工作取得新进展" * 4
    lines = [at(text[: int(28 - len(above) / 2)] + above, 80, 100), at(below + "全年工作，", 80, 128)]
    full = replace(lines[0], box=(80, 100, 528, 116))
    others = [at(prose(27), 80, 156 + 28 * row) for row in range(4)]
    assert joined in read([full, lines[1], *others]).text


def test_rows_beside_each_other_are_cells() -> None:
    lines = [
        at(text, x, 100 + 30 * row)
        for row, texts in enumerate((("发布机构：某局", "成文日期：2022年"), ("文号：无", "有效性：有效")))
        for x, text in zip((80, 350), texts, strict=True)
    ]
    assert read(lines).text == "发布机构：某局\t成文日期：2022年\n文号：无\t有效性：有效"


def test_nothing_printed_is_an_empty_text() -> None:
    assert read([]).text == ""
    assert read([at(" ", 80, 100)]).text == ""
