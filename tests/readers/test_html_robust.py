"""Whatever the bytes are: any encoding, any markup, any size; a document comes out or a reason, in linear time."""

import gc
from contextlib import suppress
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.document import Document, Source
from extractor.errors import ReadError
from extractor.readers.html import read
from extractor.readers.html_page import MOST_LINES
from extractor.readers.html_tree import LONGEST

SIMPLE = "<p>一年来，我局认真贯彻落实法治政府建设实施纲要，扎实推进各项工作，全年立案查处案件三件。</p>" * 8
TRADITIONAL = "<p>去年本府認真執行法治政府建設實施綱要，實地推進各項工作，辦理許可案件三百二十件，均依法辦結。</p>" * 8
SCRIPT = "<script>" + "var a = 1;" * 1000 + "</script>"


def page(body: str, declared: str = "", before: str = "") -> str:
    meta = f"<meta http-equiv=Content-Type content='text/html; charset={declared}'>" if declared else ""
    return f"<!DOCTYPE html><html><head>{before}{meta}<title>t</title></head><body><div id=zoom>{body}</div></body></html>"


@pytest.mark.parametrize("before", ["", SCRIPT], ids=["", "script"])
@pytest.mark.parametrize(
    ("body", "declared", "encoding"),
    [
        (SIMPLE, "gb2312", "gb18030"),
        (SIMPLE.replace("案件", "㐂𠮷"), "gb2312", "gb18030"),
        (SIMPLE, "GBK", "gb18030"),
        (SIMPLE, "", "gb18030"),
        (SIMPLE, "utf-8", "gb18030"),
        (SIMPLE, "utf-8", "utf-8"),
        (SIMPLE, "gb2312", "utf-8"),
        (SIMPLE, "", "utf-8-sig"),
        (SIMPLE, "gb2312", "utf-16"),
        (SIMPLE, "", "utf-16-le"),
        (TRADITIONAL, "big5", "cp950"),
        (TRADITIONAL, "", "cp950"),
        (TRADITIONAL, "utf-8", "utf-8"),
    ],
)
def test_any_encoding_declared_or_not(body: str, declared: str, encoding: str, before: str) -> None:
    document = read(page(body, declared, before).encode(encoding), Source())
    assert document.text == body.removeprefix("<p>").removesuffix("</p>").replace("</p><p>", "\n")
    assert document.notices == ()


def test_a_few_broken_bytes_are_told() -> None:
    data = page(SIMPLE, "gb2312").encode("gb18030")
    document = read(data[:300] + b"\xff" + data[300:], Source())
    assert [notice.code for notice in document.notices] == ["undecodable_bytes"]


def test_a_few_null_bytes_are_none() -> None:
    assert read(page(SIMPLE).encode().replace("案件".encode(), "案\0件".encode(), 2), Source()).text.count("案件三件") == 8


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "font", "b", "blockquote", "ul><li", "span style='color:red'"])
def test_deep_nesting_keeps_the_text(tag: str) -> None:
    text = read(f"<p>前文。</p>{f'<{tag}>' * 10_000}正文第12件。<p>后文。".encode(), Source()).text
    assert text.split("\n") == ["前文。", "正文第12件。", "后文。"]


@pytest.mark.parametrize(
    "markup",
    [
        "<", "<p", "<!--", "<![CDATA[", "<html", "<p>甲</p><!-- 乙", "<script>甲", "<style>甲", "<title>甲", "<textarea>甲", "</p></div></table>甲", "<td>甲<td>乙", "<ol></li><li>甲", "<table>甲<tr>乙<td>丙",
        "<p style=>甲", "<p style=';;:;font:;list-style'>甲", "<a href>甲", "<font face>甲", "<li value=>甲", "<h1><h2><h3>甲", "&#0;&#x110000;&#xd800;&bogus;甲", "<ol start=99999999999><li>甲", "<td rowspan=-1>甲",
        "<meta name content>甲", "<meta content=1>甲", "<base><link><input>甲", "<svg><text>甲</text></svg>", "\ufeff\ufeff<p>甲", "甲\x00乙", "<p>\ud7ff\ue000\uffff", "<frameset>甲", "<plaintext>甲", "<table><caption>甲",
    ],
)  # fmt: skip
def test_no_markup_breaks_the_reader(markup: str) -> None:
    try:
        document = read(markup.encode(), Source())
    except ReadError:
        return
    check(document)


PIECES = (
    "<table> </table> <tr> <td> <td\x20rowspan=3> <td\x20colspan=2> </td> <th> <thead> <tfoot> <caption> <ol> <ol\x20reversed> </ol> <li> <li\x20value=9> <p> </p> <div> </div> <div\x20id=zoom> <div\x20class=share>"
    " <h1> </h1> <b> </b> <br> <pre> <a\x20href=x.doc> <a\x20href=/> </a> <font\x20face=黑体> </font> <!--content\x20begin--> <!--content\x20end--> <!-- --> <style>.a{display:none}</style> <p\x20class=a>"
    " <span\x20style=display:none> </span> <meta\x20name=PubDate\x20content=20230112> <title> </title> &nbsp; \u3000 \n 发布日期： 2023-01-12 索引号 附件： 我局认真履职，立案12件。 一、概况 某县水利局 2023年1月10日 1,2 34 分享到"
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([piece.replace("\x20", " ") for piece in PIECES.split(" ")]), max_size=60))
def test_a_document_holds_whatever_the_markup(pieces: list[str]) -> None:
    try:
        document = read("".join(pieces).encode(), Source())
    except ReadError:
        return
    check(document)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        check(read(b"<html><p>" + data, Source()))
    except ReadError:
        return


def check(document: Document) -> None:
    """Every span lies in the text; cells and emphases keep to their lines; the rows of a table are as long as each other."""
    text, layout = document.text, document.layout
    assert all(line.strip() for line in text.split("\n")) or not text
    for table in layout.tables:
        assert len({len(row) for row in table.rows}) == 1
        assert all(0 <= cell.start <= cell.end <= len(text) and not {"\n", "\t"} & set(text[cell.slice]) for row in table.rows for cell in row)
    for emphasis in layout.emphases:
        words = text[emphasis.span.slice]
        assert words == words.strip() != ""
        assert "\n" not in words
        assert text[emphasis.span.end : emphasis.span.end + 1] in ("", "\n")


@pytest.mark.parametrize(
    "piece",
    ["<p>甲。", "<", "<!--", "<b>", "</b>", "<a href=x>甲</a>", "<td>1", "<tr><td>1<td>2", "<table>", "<br>甲。", "\n 甲", "&nbsp;", "<div class='zoom title share'>甲。</div>", "发布时间：", "<p>发布日期</p>", "<ol><li>甲",
     "<h1>某局报告</h1>", "<!--content begin-->甲。<!--content end-->", "<meta name=title content=报告>", "<p style='color:red;font-family:a'>甲", "<table><tr><td>文号<td>2<tr><td>日期<td>4</table>", "<span class=content>甲", "<style>a{", "<font>", "<td rowspan=99 colspan=99>1</td>", "首 "],
)  # fmt: skip
def test_time_is_linear_in_the_page(piece: str) -> None:
    short, long = (min(_seconds(piece * times) for _ in range(2)) for times in (500, 2_000))
    assert long <= 10 * max(short, 0.005), (short, long)


def _seconds(markup: str) -> float:
    data = f"<html><body>{markup}</body></html>".encode()
    gc.collect()
    start = process_time()
    with suppress(ReadError):
        read(data, Source())
    return process_time() - start


@pytest.mark.slow
def test_a_page_without_end_is_read_to_a_bound() -> None:
    document = read(b"<html><p>a." * (50_000_000 // 11), Source())
    assert [notice.code for notice in document.notices] == ["page_cut"]
    assert len(document.text.split("\n")) == MOST_LINES


def test_pictures_within_a_page_do_not_count() -> None:
    picture = f"<img src='data:image/png;base64,{'A' * LONGEST}'>"
    document = read(f"<html><p>前文。</p>{picture}<p>后文。</p></html>".encode(), Source())
    assert (document.text, document.notices) == ("前文。\n后文。", ())
