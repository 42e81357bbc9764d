"""Whole pages: the specimens in the styles of several sites, and what the record says of them."""

import json
from functools import cache
from html import escape
from itertools import cycle
from pathlib import Path

import pytest

from benchmarks.pages import taken
from extractor import extract_text
from extractor.document import Document, Source
from extractor.errors import EmptyFile, ReadError
from extractor.pipeline import extract
from extractor.readers import read_bytes
from extractor.readers.html import read
from tests.agreement import agreement_of
from tests.makers.html import STYLES, Paper, paper_of
from tests.samples import ROOT, specimens

LEAST_AGREEMENT = 0.98
SPECIMENS = [path.stem for path in specimens()]
NEARLY_ALL = 0.995


@cache
def text_of(specimen: str) -> str:
    return (ROOT / "seeds" / f"{specimen}.txt").read_bytes().decode()


@cache
def paper(specimen: str) -> Paper:
    gold = json.loads((ROOT / "tests" / "golden" / "specimens" / f"{specimen}.json").read_text(encoding="utf-8"))
    return paper_of(text_of(specimen), gold)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("specimen", SPECIMENS)
def test_the_report_is_taken_from_its_page(specimen: str, style: str) -> None:
    document = read_bytes(STYLES[style](paper(specimen)))
    found = taken(document.text, paper(specimen))
    assert document.source.media_type == "text/html"
    assert (found.kept >= NEARLY_ALL, found.foreign <= 0.02, found.whole) == (True, True, 1.0), found
    assert document.notices == ()


@pytest.mark.parametrize(("specimen", "style"), list(zip(SPECIMENS, cycle(STYLES), strict=False)))
def test_a_page_says_what_its_text_says(specimen: str, style: str) -> None:
    from_page = extract(read_bytes(STYLES[style](paper(specimen))))
    agreement = agreement_of(extract_text(text_of(specimen)), from_page)
    assert agreement.share >= LEAST_AGREEMENT, agreement.different


@pytest.mark.parametrize("style", STYLES)
def test_nothing_of_the_page_is_handed_on(style: str) -> None:
    text = read_bytes(STYLES[style](paper("d07"))).text
    foreign = ("首页", "分享到", "相关", "上一篇", "ICP", "打印", "字体", "docid", "版权", "二维码", "扫一扫", "某网", "2019年法治政府建设年度报告", "统计表")
    assert [words for words in foreign if words in text] == []


@pytest.mark.parametrize("style", STYLES)
def test_a_page_comes_in_order(style: str) -> None:
    """Tags first, then the fields of the header and the title; the text begins right behind them."""
    lines = read_bytes(STYLES[style](paper("d12"))).text.split("\n")
    head = lines[: lines.index(paper("d12").title[0])]
    assert [line.split(":")[0] for line in head if line[0].isascii()] == [
        name for name in ("ArticleTitle", "PubDate", "SiteName") if f"{name}: " in "\n".join(head)
    ]
    fields = [line for line in lines if line.startswith(("索引号", "文号", "成文日期", "发布日期"))]
    assert fields in ([f"{label}：{value}" for label, value in paper("d12").fields.items()], [])
    assert "市委依法治市办、市司法局:" in [line.strip("\xa0　 ") for line in lines[len(head) : len(head) + 8]]


def test_a_document_of_a_page_has_layout_and_source() -> None:
    page = STYLES["soup"](paper("d05"))
    document = read(page, Source(name="a.html"))
    assert (document.source.encoding, document.source.name, document.source.pages) == ("gb18030", "a.html", None)
    assert len(document.layout.tables) == 2
    assert [document.text[cell.slice] for cell in document.layout.tables[0].rows[1]] == ["农药经营许可", "412", "409", "2"]
    assert "一、主要举措和成效" in [document.text[emphasis.span.slice] for emphasis in document.layout.emphases]


def test_a_field_of_the_page_is_a_line() -> None:
    document = Document.of("发布日期：2024-01-19\n某县水利局2023年法治政府建设年度报告\n我局认真履职。")
    assert extract(document).dates.published == extract(read(STYLES["jcms"](small(发布日期="2024-01-19")), Source())).dates.published


def small(**fields: str) -> Paper:
    return Paper(("某县水利局2023年法治政府建设年度报告",), ("一、工作情况", "我局认真履职，全年立案12件，均已办结，没有发生行政诉讼案件。" * 3), fields)


@pytest.mark.parametrize("style", STYLES)
def test_emphases_are_whole_lines(style: str) -> None:
    document = read_bytes(STYLES[style](paper("d05")))
    lines = set(map(str.strip, document.text.split("\n")))
    assert all(document.text[emphasis.span.slice] in lines for emphasis in document.layout.emphases)
    assert paper("d05").name not in {document.text[emphasis.span.slice] for emphasis in document.layout.emphases}


@pytest.mark.parametrize(
    "page", ["<html><head><script>var a=1;</script></head><body></body></html>", "<html><!-- 正文 --></html>", "<div style='display:none'></div>"]
)
def test_a_page_without_text_is_refused(page: str) -> None:
    with pytest.raises(EmptyFile, match="no text in the page"):
        read(page.encode(), Source())


def test_a_page_of_frames_is_refused_with_the_reason() -> None:
    with pytest.raises(EmptyFile, match="frames"):
        read(b"<html><frameset cols='20%,80%'><frame src=a.htm><frame src=b.htm></frameset></html>", Source())


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(ReadError):
        read(b"<html>" + bytes(range(128, 256)) * 40, Source())


def test_a_page_that_only_names_a_file_keeps_what_it_says_of_it(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(
        "<title>某县水利局2023年法治政府建设年度报告-某县</title><meta name=PubDate content=20240119><p><a href=a.pdf>附件.pdf</a></p>", encoding="utf-8"
    )
    document = read_bytes(page.read_bytes())
    assert document.text == "ArticleTitle: 某县水利局2023年法治政府建设年度报告\nPubDate: 2024-01-19"
    assert [notice.code for notice in document.notices] == ["no_main_text"]


@pytest.mark.parametrize(
    "kept",
    [
        "<textarea style='display:none'>{escaped}</textarea>",
        "<script type='text/html' id=tpl>{text}</script>",
        '<iframe srcdoc="{escaped}"></iframe>',
        '<input type=hidden id=content value="{escaped}">',
        "<noscript>{text}</noscript>",
    ],
)
def test_what_a_page_keeps_for_its_scripts_is_read_where_it_shows_nothing(kept: str) -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in small().paragraphs)
    page = (
        f"<html><h1>{small().name}</h1><p>发布日期：2024-01-19</p>{kept.format(text=text, escaped=escape(text))}<script>show('<p>2019年。</p>')</script></html>"
    )
    assert read(page.encode(), Source()).text.split("\n") == [small().name, "发布日期：2024-01-19", *small().paragraphs]
