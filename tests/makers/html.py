"""Web pages: a report set as government sites set it, in the styles of several content systems and decades.

>>> paper = Paper(("某县水利局2022年度法治政府建设工作报告",), ("一、概况", "我局立案12件。"), {"索引号": "K1/2023-1"}, {"一、概况": 1})
>>> page = STYLES["soup"](paper).decode("gb18030")
>>> "<FONT face=黑体" in page, "charset=gb2312" in page
(True, True)
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import groupby
from typing import Any

import regex

from extractor.document import Document
from extractor.spans import Span

Style = Callable[["Paper"], bytes]

_DIGITS = regex.compile(r"\d+")
_BLANKS = regex.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Paper:
    """A report: the lines of its title, its paragraphs (those with tabs are rows of tables), the fields of the page's header.

    ``headings`` has the level of every paragraph that is one, without its blanks.
    """

    title: tuple[str, ...]
    paragraphs: tuple[str, ...]
    fields: Mapping[str, str] = field(default_factory=dict)
    headings: Mapping[str, int] = field(default_factory=dict)

    def level(self, paragraph: str) -> int:
        """The level of a heading, 2 for all below the chapters; 0 for anything else."""
        return min(self.headings.get(_BLANKS.sub("", paragraph), 0), 2)

    @property
    def name(self) -> str:
        """The title on one line."""
        return "".join(self.title)

    @property
    def text(self) -> str:
        """What a reader should find under the title."""
        return "\n".join(self.paragraphs)


def paper_of(text: str, gold: Mapping[str, Any]) -> Paper:
    """A specimen as a paper: its gold record says where the report begins, what its title is, and what the header gives."""
    meta, body = gold["metadata"], gold["body"]
    title = _title_lines(text[body["start"] : body["end"]], meta["title"])
    start = body["start"] + sum(len(line) for line in title)
    given = {"索引号": meta["index_number"], "文号": meta["doc_number"], "成文日期": meta["written"], "发布日期": meta["published"]}
    paragraphs = _paragraphs(text, Span(start, body["end"]))
    fields = {label: value for label, value in given.items() if value and value not in text[start : body["end"]]}
    headings = {_BLANKS.sub("", section["label"] + section["title"]): section["level"] for section in gold["sections"]}
    return Paper(tuple(line.strip() for line in title if line.strip()), tuple(paragraphs), fields, headings)


def _title_lines(body: str, title: str | None) -> list[str]:
    """The lines at the head of a body that hold nothing but its title, line ends included; empty where it has none."""
    left, lines = _BLANKS.sub("", title or ""), []
    for line in body.splitlines(keepends=True):
        words = _BLANKS.sub("", line)
        if not left or not left.startswith(words):
            break
        left = left.removeprefix(words)
        lines.append(line)
    return lines if lines and not left else []


def _paragraphs(text: str, span: Span) -> Iterator[str]:
    """The paragraphs of a text, lines that a page broke put together again."""
    document = Document.of(text)
    broken = [gap for gap in document.view.dropped() if "\n" in text[gap.slice]]
    place = span.start
    pieces = []
    for gap in broken:
        if span.start < gap.start < span.end:
            pieces.append(text[place : gap.start])
            place = gap.end
    pieces.append(text[place : span.end])
    return (line.strip(" \r\f") for line in "".join(pieces).split("\n") if line.strip())


# --- what all styles are made of


def _set(paper: Paper, paragraph: Callable[[str], str], table: Callable[[list[list[str]]], str], between: str = "\n") -> str:
    """The text of a paper, paragraphs and tables each set by its function."""
    parts = []
    for is_table, lines in groupby(paper.paragraphs, key=lambda line: "\t" in line):
        if is_table:
            parts.append(table([line.split("\t") for line in lines]))
        else:
            parts += map(paragraph, lines)
    return between.join(parts)


def _table(rows: list[list[str]], cell: str = "<td>{}</td>", row: str = "<tr>{}</tr>", table: str = '<table border="1"><tbody>{}</tbody></table>') -> str:
    return table.format("".join(row.format("".join(cell.format(escape(text.strip())) for text in cells)) for cells in rows))


def _cut_numbers(text: str, piece: str) -> str:
    """A text whose numbers are cut in two, as editors leave them: `2<span>316</span>`."""
    return _DIGITS.sub(
        lambda digits: digits.group()[:1] + piece.format(digits.group()[1:]) if len(digits.group()) > 1 else digits.group(), escape(text, quote=False)
    )


def _tags(paper: Paper, form: str = '<meta name="{}" content="{}">') -> str:
    """The tags that name an article; a report without a title stands on the page of its column."""
    given = {
        "SiteName": "政府门户网站",
        "ColumnName": "法治政府建设",
        "ArticleTitle": paper.name,
        "PubDate": paper.fields.get("发布日期", ""),
        "ContentSource": "",
    }
    return "\n".join(form.format(name, escape(value)) for name, value in given.items())


_NEIGHBOURS = ("关于印发2019年度普法责任清单的通知", "2019年法治政府建设年度报告", "关于3个项目竣工验收的公示")


def _links(texts: Sequence[str], form: str = '<li><a href="/art/{number}.html" title="{text}">{text}</a><span>2019-0{number}-12</span></li>') -> str:
    return "\n".join(form.format(number=number, text=text) for number, text in enumerate(texts, 1))


# --- the styles


def jcms(paper: Paper) -> bytes:
    """A city's site of the present: header table, spans in every paragraph, comments around the text, related papers beside it."""
    fields = "".join(f"<tr><th>{label}：</th><td>{value}</td><th>有效性：</th><td>有效</td></tr>" for label, value in paper.fields.items())
    heading = '<p style="text-indent: 2em;"><span style="font-family: {}; font-size: 21px;">{}</span></p>'
    faces = {1: "黑体, SimHei", 2: "楷体_GB2312, KaiTi"}

    def paragraph(text: str) -> str:
        if paper.level(text):
            return heading.format(faces[paper.level(text)], escape(text))
        cut = _cut_numbers(text, '<span style="font-family: &#39;Times New Roman&#39;; font-size: 21px;">{}</span>')
        return heading.format("仿宋_GB2312, FangSong", cut)

    page = f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{escape(paper.name) or "法治政府建设年度报告"}-政府信息公开-某市人民政府</title>
{_tags(paper)}
<style>.hide{{display:none}} @media print {{ .top, .content {{ display:none }} }}</style>
<script>var docid = 5187; if (1 < 2) {{ document.write("<p>2018年</p>"); }}</script></head>
<body><div class="top"><span id="today">2024年3月6日 星期三</span> <a href="/">人民政府</a> <a href="javascript:;">无障碍浏览</a></div>
<ul class="nav">{_links(("首页", "政务公开", "办事服务", "互动交流"), '<li><a href="/{number}/">{text}</a></li>')}</ul>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 法治政府建设年度报告</div>
<table class="xxgk-head" width="100%"><tbody>{fields}</tbody></table>
<h1 class="title">{"<br>".join(map(escape, paper.title))}</h1>
<div class="info"><span>浏览次数：<b>1024</b></span> <span class="tools">字号：<a href="javascript:f(18)">大</a> <a href="javascript:f(16)">中</a></span>
<span class="share">分享到：<a class="wx" href="#"></a></span></div>
<div class="content" id="zoom"><!--ZJEG_RSS.content.begin-->
{_set(paper, paragraph, _table)}
<!--ZJEG_RSS.content.end--></div>
<div class="attach">附件：<ul><li><a href="/files/1.xls">1.行政执法情况统计表（2019年）.xls</a></li></ul></div>
<p class="hide">本页内容仅供2017年测试，请勿转载。</p>
<aside class="related"><h3>相关文章</h3><ul>{_links(_NEIGHBOURS)}</ul></aside>
<div class="prevnext"><p>上一篇：<a href="/1.html">{_NEIGHBOURS[0]}</a></p><p>下一篇：无</p></div>
<footer><p>主办单位：某市人民政府　地址：人民路148号　邮编：410004</p><p>网站标识码：bm29180001　湘ICP备19002487号-1</p></footer></body></html>"""
    return page.encode()


def soup(paper: Paper) -> bytes:
    """A county's site of ten years ago: tags in capitals, tables within tables, paragraphs that never end, GB18030 called GB2312."""
    fields = "".join(f'<TR><TD width="50%" Align=left><B>{label}：</B>{value}</TD>' for label, value in paper.fields.items())
    faces = {1: "<P><FONT face=黑体 size=4>　　{}</FONT>", 2: "<P><STRONG>　　{}</STRONG>", 0: "<P>&nbsp;&nbsp;&nbsp;&nbsp;{}"}

    def paragraph(text: str) -> str:
        return faces[paper.level(text)].format(_cut_numbers(text, "<SPAN\nlang=EN-US>{}</SPAN>"))

    def table(rows: list[list[str]]) -> str:
        return _table(rows, "<TD>{}", "<TR>{}", "<TABLE border=1 cellSpacing=0>{}</TABLE>")

    page = f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<HTML><Head><TITLE>{escape(paper.name) or "依法行政"}_依法行政_某县水利局</TITLE>
{_tags(paper, "<META content='{1}' NAME={0}>")}
<META content="text/html; charset=gb2312" http-equiv=Content-Type></Head>
<BODY bgColor=#ffffff topmargin=0><TABLE width=1000 align=center><TR><TD class=nav><A HREF=/a>首页</A>|<A HREF=/b>政务公开</A>|<A HREF=/c>办事服务</A>
<TR><TD class=pos>您现在的位置： <A href="/">首页</A> &gt; <A href="/b/3">依法行政</A> &gt; 正文</TABLE>
<TABLE id=xxgk border=1 align=center width=860>{fields}</TABLE>
<TABLE align=center width=860><TR><TD>
<DIV id=bt align=center><H1><FONT color=#cc0000>{"<BR>".join(map(escape, paper.title))}</FONT></H1></DIV>
<DIV class=tools align=center>【字体：<A href="javascript:doZoom(18)">大</A> <A href="javascript:doZoom(16)">中</A>】 【打印】 【关闭】</DIV>
<!--[if gte mso 9]><xml><w:WordDocument><w:Zoom>100</w:Zoom></w:WordDocument></xml><![endif]-->
<?xml:namespace prefix = o ns = "urn:schemas-microsoft-com:office:office" />
<DIV id=zoom>{_set(paper, paragraph, table)}
</DIV></DIV></TD></TR><TR><TD class=share>分享到： 新浪微博 微信 QQ空间</TD></TR>
<TR><TD>上一篇：<A href=1.htm>{_NEIGHBOURS[0]}</A><BR>下一篇：没有了</TD></TR>
<TR><TD class=xg><B>相关文章</B><BR>{_links(_NEIGHBOURS, '<A href="{number}.htm">{text}</A>[2019-0{number}-28]<BR>')}</TD></TR></TABLE>
<DIV id=foot>主办：某县水利局　电话：0737-0000000<BR>湘ICP备00000000号-1<BR>建议使用1024×768分辨率浏览本站</DIV></BODY></HTML>"""
    return page.encode("gb18030")


def trs(paper: Paper) -> bytes:
    """A province's site on TRS WCM: fields in a list, the text in an editor's container within another, a copy for printing that is hidden."""
    fields = "".join(f"<li><strong>{label}：</strong><span>{value}</span></li>" for label, value in paper.fields.items())

    def paragraph(text: str) -> str:
        strong = "<strong>{}</strong>" if paper.level(text) else "{}"
        return f'<p align="justify" style="text-align: justify; text-indent: 2em;">{strong.format(_cut_numbers(text, "<font>{}</font>"))}</p>'

    text = _set(paper, paragraph, _table)
    page = f"""<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312" />
{_tags(paper, '<meta name="{}" content="{}" />')}<title>{escape(paper.name)}</title></head><body>
<div class="header"><a href="../">首页</a> <a href="../zwgk">政务公开</a><form><input type="text" value="2023"><button>搜索</button></form></div>
<div class="BreadcrumbNav">您的位置：<a href="../">首页</a> > <a href="./">法治政府建设年度报告</a></div>
<ul class="xxgk_top">{fields}</ul>
<div class="xl_title">{"".join(f"<p>{escape(line)}</p>" for line in paper.title)}</div>
<div class="xl_fun">【字体：<a href="javascript:void(0)">大</a> <a href="javascript:void(0)">中</a>】 <a href="javascript:window.print()">打印</a></div>
<div class="pages_content"><div class="view TRS_UEDITOR trs_paper_default trs_word">{text}</div></div>
<div id="print" style="display: none">{text}</div>
<div class="xgwj"><h4>相关链接</h4>{_links(_NEIGHBOURS)}</div><div class="ewm"><p>扫一扫在手机打开当前页</p></div>
<div class="foot">版权所有：某省人民政府办公厅　ICP备案：赣ICP备00000000号</div></body></html>"""
    return page.encode("gb18030")


def word(paper: Paper) -> bytes:
    """A page pasted from Word: a whole document within the page, conditional comments, source lines broken anywhere, numbers in many pieces."""
    fields = "".join(f"<dt>{label}</dt><dd>{value}</dd>" for label, value in paper.fields.items())

    def paragraph(text: str) -> str:
        bold = "<b style='mso-bidi-font-weight:normal'>{}</b>" if paper.level(text) else "{}"
        cut = _cut_numbers(text, "<span\nlang=EN-US>{}<o:p></o:p></span>")
        broken = regex.sub(r"(?<=\p{Han})(?=\p{Han})(?<=^.{60})", "\r\n", cut)
        return f"<p class=MsoNormal style='text-indent:32.0pt'>{bold.format(broken)}<span lang=EN-US><o:p></o:p></span></p>"

    def table(rows: list[list[str]]) -> str:
        cell = "<td width=142 valign=top><p class=MsoNormal align=center>\r\n{}<span lang=EN-US><o:p></o:p></span></p></td>"
        return _table(rows, cell, "<tr>{}</tr>", "<table class=MsoTableGrid border=1 cellspacing=0>{}</table>")

    text = _set(paper, paragraph, table, "\r\n\r\n")
    page = f"""<!DOCTYPE html><html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>{escape(paper.name)}</title>
{_tags(paper)}</head><body><header><a href="/">网站首页</a><a href="/en">English</a></header>
<div class="path"><a href="/">首页</a> / <a href="/x">信息公开</a></div><dl class="xxgk_list">{fields}</dl>
<h2>{escape(paper.name)}</h2><div class="article_con">
<!DOCTYPE html><html><head><meta name=Generator content="Microsoft Word 14"><style><!-- p.MsoNormal {{margin:0cm;}} --></style>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]--></head>
<body lang=ZH-CN><div class=Section1 style='layout-grid:15.6pt'>
{text}
</div></body></html></div>
<div class="bdsharebuttonbox"><a href="#">分享到微信</a></div><p>责任编辑：张三</p></body></html>"""
    return page.encode()


def lines(paper: Paper) -> bytes:
    """A page whose text is one cell, its paragraphs parted by `<br>` and set in with blanks; no tags, no declaration."""
    form = {True: "<b>{}</b>", False: "{}"}
    text = _set(paper, lambda text: "&nbsp;&nbsp;&nbsp; " + form[paper.level(text) > 0].format(escape(text)), _table, "<br />\r\n")
    info = " ".join(f"{label}：{value}" for label, value in paper.fields.items())
    page = f"""<html><head><title>{escape(paper.name)}</title></head><body>
<table width="900"><tr><td colspan="2"><a href="/">首页</a> <a href="/list">通知公告</a> <a href="/mail">局长信箱</a></td></tr>
<tr><td width="200"><ul>{_links(_NEIGHBOURS)}</ul></td><td><table><tr><td align="center"><font size="5">{"<br>".join(map(escape, paper.title))}</font></td></tr>
<tr><td align="center">{info}　点击数：88</td></tr>
<tr><td>{text}</td></tr><tr><td align="right">[<a href="javascript:window.close()">关闭窗口</a>]</td></tr></table></td></tr>
<tr><td colspan="2" align="center">版权所有 某局　技术支持：某公司</td></tr></table></body></html>"""
    return page.encode("gb18030")


def plain(paper: Paper) -> bytes:
    """A page of a single-page site: no names that tell anything, the text in sections, words of a watermark hidden within it."""
    marked = '<span style="display:none">某网</span>'

    def paragraph(text: str) -> str:
        if paper.level(text):
            return f"<h{paper.level(text) + 2}>{escape(text)}</h{paper.level(text) + 2}>"
        return f"<section><p>{escape(text[:8])}{marked}{escape(text[8:])}</p></section>"

    fields = "".join(f"<div><span>{label}</span><span>：{value}</span></div>" for label, value in paper.fields.items())
    page = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta property="og:title" content="{escape(paper.name)}"></head><body><div id="app">
<div class="css-1k2j"><a href="/">首页</a><a href="/zw">政务</a><a href="/fw">服务</a></div>
<div class="css-8d7f"><div class="css-99a"><div class="css-title">{"".join(f"<div>{escape(line)}</div>" for line in paper.title)}</div>{fields}
<div class="css-77c">{_set(paper, paragraph, _table)}</div></div>
<div class="css-44b"><div>推荐阅读</div>{_links(_NEIGHBOURS, '<a href="/d/{number}"><div>{text}</div></a>')}</div></div>
<div class="css-0aa">© 某市大数据中心</div></div></body></html>"""
    return page.encode()


def traditional(paper: Paper) -> bytes:
    """A page in Big5: what the encoding lacks is written as numbers of characters."""
    text = _set(paper, lambda text: f"<p>{escape(text)}</p>", _table)
    title = "".join(f"<h2>{escape(line)}</h2>" for line in paper.title)
    page = f"""<html><head><meta http-equiv="content-type" content="text/html; charset=big5"><title>{escape(paper.name)}</title></head>
<body><p><a href="/">首頁</a></p>{title}<div id="content">{text}</div><p>版權所有</p></body></html>"""
    return page.encode("cp950", "xmlcharrefreplace")


STYLES: dict[str, Style] = {"jcms": jcms, "soup": soup, "trs": trs, "word": word, "lines": lines, "plain": plain, "traditional": traditional}
