"""From tags to lines: what parts a line and what does not, blanks, numbers of lists, looks."""

import pytest

from extractor.document import Document, Source
from extractor.readers.html import read

SENTENCE = "我局认真履职，全年各项工作顺利完成，群众满意度明显提高。"


def read_page(body: str, head: str = "") -> Document:
    return read(f"<html><head>{head}</head><body><div id=zoom>{body}</div></body></html>".encode(), Source())


def lines_of(body: str, head: str = "") -> list[str]:
    return read_page(body, head).text.split("\n")


@pytest.mark.parametrize(
    "markup",
    [
        "受理2,316件",
        "受理<SPAN lang=EN-US>2,3</SPAN><SPAN\nlang=EN-US>16</SPAN>件",
        "受<b>理</b>2<font face=Arial>,</font>3<o:p></o:p>16<a name=_GoBack></a>件",
        "受理2\n,3\r\n  16件",
        "受理\n<span>2,316</span>\n件",
        "受理2,3<!-- 分页 -->16<wbr>件<st1:chsdate w:st=on></st1:chsdate>",
        "受理<![if !supportEmptyParas]>2,316<![endif]>件",
        '受理2,3<?xml:namespace prefix = o ns = "urn:schemas-microsoft-com:office:office" />16件',
        "受理<span class=content>2,3</span>16件",
        "受理2,<span style='display:none'>水印</span>316<span hidden>水印</span><ins>件</ins>",
        "受理2,316<span style='font-size:0px'>水印</span>件",
    ],
)
def test_inline_tags_part_nothing(markup: str) -> None:
    assert lines_of(f"<p>{markup}，均已办结。</p>") == ["受理2,316件，均已办结。"]


@pytest.mark.parametrize(
    "markup",
    ["<p>甲。</p><p>乙。</p>", "<P>甲。<P>乙。", "甲。<br>乙。", "甲。<BR/>\n乙。", "<div>甲。</div>乙。", "甲。<hr>乙。", "<section>甲。</section><section>乙。</section>", "<h3>甲。</h3>乙。",
     "<ul><li>甲。<li>乙。</ul>", "<pre>甲。\n乙。</pre>", "<p style='white-space: pre-wrap'>甲。\n乙。</p>", "<span style='display:block'>甲。</span>乙。", "<table><tr><td>甲。<td>乙。</table>"],
)  # fmt: skip
def test_block_tags_part_lines(markup: str) -> None:
    assert lines_of(markup) == ["甲。", "乙。"]


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("&nbsp;&nbsp;　甲。", "\xa0\xa0　甲。"),
        ("\n\t  甲　乙。 &nbsp;\n", "甲　乙。"),
        ("甲  \n  乙。", "甲乙。"),
        ("PM2.5\nand\n O3 。", "PM2.5 and O3 。"),
        ("“12\n·4”宪法日。", "“12·4”宪法日。"),
        ("时间：2024-01-19\n09:26，会议。", "时间：2024-01-19 09:26，会议。"),
        ("&ldquo;甲&rdquo;&#40;&#x4e59;&#41;&mdash;&hellip;&lt;丙&gt;&amp;。", "“甲”(乙)—…<丙>&。"),
    ],
)
def test_blanks_are_those_that_a_browser_shows(markup: str, line: str) -> None:
    assert lines_of(f"<p>{markup}</p>") == [line]


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<ol><li>甲。<li>乙。</ol>", ["1. 甲。", "2. 乙。"]),
        ("<OL TYPE=a START=2><LI><P>甲。</P><P>丙。</P></LI><LI>乙。</LI></OL>", ["b. 甲。", "丙。", "c. 乙。"]),
        ("<ol type=I><li value=4>甲。<li>乙。</ol>", ["IV. 甲。", "V. 乙。"]),
        ("<ol start=x><li value=y>甲。</ol>", ["1. 甲。"]),
        ("<ol reversed><li>甲。<li>乙。</ol>", ["2. 甲。", "1. 乙。"]),
        ("<ol style='list-style-type: cjk-ideographic'><li>甲。<li>乙。</ol>", ["一、甲。", "二、乙。"]),
        ("<ol style='list-style: trad-chinese-informal outside'><li>甲。</ol>", ["一、甲。"]),
        ("<ol style='list-style-type:simp-chinese-formal' start=12><li>甲。</ol>", ["十二、甲。"]),
        ("<ol class='custom_cn2 list-paddingleft-1'><li class=list-cn-3-1><p>甲。</p></li></ol>", ["（一）甲。"]),
        ("<ol style='list-style-type:none'><li>甲。</ol>", ["甲。"]),
        ("<ol><li style='list-style-type: none'>甲。<li>乙。</ol>", ["甲。", "2. 乙。"]),
        ("<ul><li>甲。<li>乙。</ul>", ["甲。", "乙。"]),
        ("<ol><li>甲。<ol type=i><li>丙。</ol><li>乙。</ol>", ["1. 甲。", "i. 丙。", "2. 乙。"]),
        ("<ol><li>一、甲。<li>（二）乙。<li>3．丙。<li>四是丁。<li>1.5万元。</ol>", ["一、甲。", "（二）乙。", "3．丙。", "四是丁。", "5. 1.5万元。"]),
        ("<ol><li><li>甲。</ol>", ["2. 甲。"]),
        ("<li>甲。</li>", ["甲。"]),
    ],
)
def test_numbers_of_lists_are_written_as_they_are_shown(markup: str, lines: list[str]) -> None:
    assert lines_of(markup) == lines


@pytest.mark.parametrize(
    ("heading", "level"),
    [
        ("<p><strong>一、概况</strong></p>", None),
        ("<B><P>一、概况</P></B>", None),
        ("<p style='FONT-WEIGHT: 700'>一、概况</p>", None),
        ("<p><span style='font-weight:bold'>一、</span><span style='font: bold 16pt 宋体'>概况</span></p>", None),
        ("<p><font face=黑体>一、概况</font></p>", None),
        ("<p style='font-family:SimHei,sans-serif'>一、概况</p>", None),
        ("<p><span style=\"font-family: '楷体_GB2312'\">一、</span><span style='font-family:KaiTi'>概况</span></p>", None),
        ("<h2>一、概况</h2>", 2),
        ("<h4><font face=宋体>一、概况</font></h4>", 4),
        ("<p>　　<strong>一、概况</strong><span lang=EN-US><o:p></o:p></span></p>", None),
    ],
)
def test_lines_that_are_set_off_are_emphases(heading: str, level: int | None) -> None:
    document = read_page(f"<p style='font-family:仿宋'>{SENTENCE * 3}</p>{heading}<p style='font-family:仿宋'>{SENTENCE}</p>")
    assert [(document.text[emphasis.span.slice], emphasis.level) for emphasis in document.layout.emphases] == [("一、概况", level)]


@pytest.mark.parametrize(
    "body",
    [
        f"<p><b>一、概况。</b>{SENTENCE}</p>",
        f"<p style='font-weight:normal'>一、概况</p><p>{SENTENCE}</p>",
        f"<b><p>一、概况</p><p>{SENTENCE}</p></b>",
        f"<div style='font-family:黑体'><p>一、概况</p><p>{SENTENCE}</p></div>",
        f"<p>{SENTENCE}</p><p><b>——</b></p>",
        f"<p align=center><b>某县水利局</b></p><p align=center><b>2022年法治政府建设年度报告</b></p><p>{SENTENCE}</p>",
    ],
)
def test_lines_that_look_like_the_text_are_none(body: str) -> None:
    head = "<meta name=ArticleTitle content='某县水利局2022年法治政府建设年度报告'>" if "某县" in body else ""
    assert read_page(body, head).layout.emphases == ()


@pytest.mark.parametrize(
    "hidden",
    [
        "<p style='DISPLAY: none'>{}</p>",
        "<div style='visibility:hidden'><p>{}</p></div>",
        "<p hidden>{}</p>",
        "<p class='a spam'>{}</p>",
        "<p id=spam>{}</p>",
        "<script>document.write('<p>{}</p>')</script>",
        "<style>p:after {{ content: '{}' }}</style>",
        "<noscript><p>{}</p></noscript>",
        "<textarea>{}</textarea>",
        "<select><option>{}</option></select>",
        "<template><p>{}</p></template>",
        "<!-- <p>{}</p> -->",
        "<p style='mso-hide:all'>{}</p>",
    ],
)
def test_what_nobody_sees_is_left_out(hidden: str) -> None:
    head = "<style>.spam, #spam {display:none} @media print { #zoom { display:none } }</style>"
    assert lines_of(f"<p>{SENTENCE}</p>{hidden.format('隐藏的2019年数据。')}<p>{SENTENCE[:9]}。</p>", head) == [SENTENCE, f"{SENTENCE[:9]}。"]


def test_a_text_that_a_script_shows_is_read() -> None:
    page = f"<p>正在加载，请稍候。</p><div id=zoom style='display:none'><p>{SENTENCE * 5}</p></div>"
    assert SENTENCE * 5 in read(page.encode(), Source()).text
