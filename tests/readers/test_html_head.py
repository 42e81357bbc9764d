"""What a page says of its text: tags, fields in tables, lists and lines, the visible title."""

import pytest

from extractor.document import Source
from extractor.readers.html import read

TITLE = "某县水利局2022年法治政府建设年度报告"
SENTENCE = "我局认真履职，全年立案查处案件12件，罚款3.5万元，没有发生行政复议被撤销案件。" * 3


def lines_of(body: str, head: str = "") -> list[str]:
    return read(f"<html><head>{head}</head><body><p><a href=/>首页</a></p>{body}<p>主办：某县</p></body></html>".encode(), Source()).text.split("\n")


def head_of(head: str, title: str = "") -> list[str]:
    *lines, text = lines_of(f"{title}<div id=zoom><p>{SENTENCE}</p></div>", head)
    assert text == SENTENCE
    return lines


@pytest.mark.parametrize(
    ("tags", "lines"),
    [
        (f'<meta name="ArticleTitle" content="{TITLE}">', [f"ArticleTitle: {TITLE}"]),
        (f"<META content='{TITLE}' NAME=articletitle>", [f"ArticleTitle: {TITLE}"]),
        (f'<meta property="og:title" content="{TITLE}"/>', [f"ArticleTitle: {TITLE}"]),
        (f"<TITLE>\n {TITLE}_依法行政_某县水利局</TITLE>", [f"ArticleTitle: {TITLE}"]),
        (f"<title>某县人民政府 - 政务公开 - {TITLE}</title>", [f"ArticleTitle: {TITLE}"]),
        ("<title>法治政府建设年度报告-政府信息公开-某县人民政府</title>", []),
        (f"<title>{TITLE}</title><meta name=ArticleTitle content='法治政府'>", [f"ArticleTitle: {TITLE}"]),
        ("<meta name=ArticleTitle content=''><meta name=PubDate content=' '><meta name=ContentSource content=无>", []),
        ("<meta name=PubDate content='2024-01-19 09:26'>", ["PubDate: 2024-01-19 09:26"]),
        ("<meta name=publishdate content=20240119><meta name=Maketime content='2024-02-01'>", ["PubDate: 2024-01-19"]),
        ("<meta itemprop=datePublished content=2024-01-19T09:26:00+08:00>", ["PubDate: 2024-01-19T09:26:00+08:00"]),
        ("<meta name=SiteName content=某县人民政府><meta name=ContentSource content=县水利局>", ["ContentSource: 县水利局", "SiteName: 某县人民政府"]),
        ("<meta name=Keywords content='2019年'><meta name=SiteIDCode content=4309230000><meta name=ColumnName content=法治>", []),
        ("<meta name=pubdate content='2024-01-19'><meta name=PubDate content='2024-02-02'>", ["PubDate: 2024-01-19"]),
    ],
)
def test_tags_are_lines_whatever_their_spelling(tags: str, lines: list[str]) -> None:
    assert head_of(tags) == lines


@pytest.mark.parametrize(
    "header",
    [
        "<table><tr><th>索引号：</th><td>K1/2024-3</td><th>公开类别：</th><td>水利</td></tr><tr><th>发布机构：</th><td>某县水利局</td><th>文号：</th><td>&nbsp;</td></tr></table>",
        "<TABLE><TR><TD><B>索 引 号：</B>K1/2024-3<TD><B>公开类别：</B>水利<TR><TD><B>发布机构：</B>某县水利局<TD><B>文　　号：</B></TABLE>",
        "<table><tr><td>索引号</td><td>K1/2024-3</td><td>公开类别</td><td>水利</td></tr><tr><td>发布机构</td><td colspan=3>某县水利局</td></tr></table>",
        "<ul><li>索引号：K1/2024-3</li><li>公开类别：水利</li><li><b>发布机构</b>：<span>某县水利局</span></li><li>有效性：</li></ul>",
        "<dl><dt>索引号：</dt><dd>K1/2024-3</dd><dt>公开类别：</dt><dd>水利</dd><dt>发布机构：</dt><dd>某县水利局</dd></dl>",
        "<p>[索引号] K1/2024-3　[公开类别] 水利</p><p>【发布机构】某县水利局</p>",
        "<div><span>索引号：K1/2024-3</span>\n<span>公开类别：水利</span>\n<span>发布机构：某县水利局</span></div>",
    ],
)
def test_fields_come_a_line_each(header: str) -> None:
    assert head_of("", f"{header}<h1>{TITLE}</h1>") == ["索引号：K1/2024-3", "公开类别：水利", "发布机构：某县水利局", TITLE]


@pytest.mark.parametrize(
    ("info", "above", "below"),
    [
        ("<div>发布时间：2024-01-19 09:26 来源：某县水利局 字号：<a href=#>大</a> 小 打印</div>", [], ["发布时间：2024-01-19 09:26", "来源：某县水利局"]),
        ("<div><span>2024-01-19</span>\n<span>09:26</span>　来源：某县水利局　浏览：88次</div>", ["浏览：88次"], ["2024-01-19 09:26", "来源：某县水利局"]),
        ("<div>2024年01月19日</div>", [], ["2024年01月19日"]),
        ("<div>【发布日期：2024/1/19】【字体：大 中 小】</div>", [], ["发布日期：2024/1/19"]),
        ("<div>某水〔2024〕3号</div>", [], ["某水〔2024〕3号"]),
        ("<div>今天是2024年3月6日 星期三</div>", [], []),
        ("<div>日期：2024年3月6日 星期三</div>", [], []),
        ("<div>作者：张三 审核：李四 來源：縣局 發佈日期：2024-01-19</div>", ["作者：张三", "审核：李四"], ["来源：縣局", "发布日期：2024-01-19"]),
        ("<div>分享到：<a href=#>微信</a> 微博</div>", [], []),
    ],
)
def test_date_and_source_stand_under_the_title(info: str, above: list[str], below: list[str]) -> None:
    assert head_of("", f"<h1>{TITLE}</h1>{info}") == [*above, TITLE, *below]


@pytest.mark.parametrize(
    "heading",
    [
        f"<h1>{TITLE}</h1>", f"<H2 align=center><FONT color=red>{TITLE}</FONT></H2>", f"<div class=xl_title>{TITLE}</div>", f"<td id=bt>{TITLE}</td>", f"<p class=tit>{TITLE}</p>",
        f"<div class='article-title'>{TITLE}</div>", f"<div id=title><span>{TITLE}</span></div>",
    ],
)  # fmt: skip
def test_the_visible_title_is_kept(heading: str) -> None:
    assert head_of("", f"<h1>某县人民政府</h1>{heading}<p>打印</p>") == [TITLE]


def test_a_title_without_any_name_is_told_by_the_tags() -> None:
    assert head_of(f"<title>{TITLE}</title>", f"<div><font size=5>{TITLE}</font></div><p>打印</p>") == [f"ArticleTitle: {TITLE}", TITLE]


def test_a_title_keeps_its_lines() -> None:
    assert head_of("", "<h1>某县水利局<BR>2022年法治政府建设年度报告</h1>") == ["某县水利局", "2022年法治政府建设年度报告"]


def test_the_name_of_the_site_is_no_title() -> None:
    assert head_of("", "<h1>某县人民政府</h1><h2>通知公告</h2>") == []


def test_fields_within_the_text_stand_above_the_title() -> None:
    within = "<table><tr><td>索引号</td><td>K1/2024-3</td></tr><tr><td>文号</td><td>某水〔2024〕3号</td></tr></table><p>发布日期：2024-01-19</p>"
    assert lines_of(f"<h1>{TITLE}</h1><div id=zoom>{within}<p>{SENTENCE}</p></div>") == [
        "索引号：K1/2024-3",
        "文号：某水〔2024〕3号",
        "发布日期：2024-01-19",
        TITLE,
        SENTENCE,
    ]


def test_a_list_of_fields_below_the_text_stands_above_it() -> None:
    below = "<ul><li>发布机构：某县水利局</li><li>发布日期：2024-01-19</li></ul>"
    assert lines_of(f"<h1>{TITLE}</h1><div id=zoom><p>{SENTENCE}</p></div><p>打印</p>{below}") == [
        "发布机构：某县水利局",
        "发布日期：2024-01-19",
        TITLE,
        SENTENCE,
    ]


def test_dates_of_other_papers_are_none_of_this_one() -> None:
    others = "".join(f"<li><a href={n}.htm>某县水利局20{n}年法治政府建设年度报告</a> 发布日期：20{n}-01-03</li>" for n in range(14, 22))
    assert lines_of(f"<h1>{TITLE}</h1><div id=zoom><p>{SENTENCE}</p></div><ul>{others}</ul>") == [TITLE, SENTENCE]
