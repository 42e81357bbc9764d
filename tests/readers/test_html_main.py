"""Which lines of a page are its text: by names, by marks, by density; and what broken markup does to all of them."""

import pytest

from extractor.document import Source
from extractor.readers.html import read

PARAGRAPHS = [
    f"{year}年，我局在县委、县政府的正确领导下扎实推进法治政府建设。全年立案查处案件{year % 100 * 7}件，罚款{year % 100}.5万元，办理行政许可{year * 3}件，没有发生行政复议被撤销案件。"
    for year in range(2012, 2024)
]
SIGNATURE = ["某县水利局", "2023年1月10日"]
TITLE = "某县水利局2022年法治政府建设年度报告"
NAVIGATION = "<div class=top><a href=/>首页</a><a href=/a>机构概况</a><a href=/b>政务公开</a></div>"
SIDEBAR = (
    "<div class=column>"
    + "".join(f"<dl><dt><a href=/x{n}>某项工作的动态消息第{n}条</a></dt><dd>近日，某县召开第{n}次会议，要求抓好落实，取得实效。</dd></dl>" for n in range(20))
    + "</div>"
)
FOOT = "<div class=f>主办：某县人民政府 版权所有<br>浙ICP备1234号</div>"


def paragraphs(lines: list[str], form: str = "<p>{}</p>") -> str:
    return "\n".join(form.format(line) for line in lines)


TEXT = paragraphs(["一、主要工作", *PARAGRAPHS, *SIGNATURE])


def lines_of(page: str) -> list[str]:
    return read(f"<html><body>{page}</body></html>".encode(), Source()).text.split("\n")


WHOLE = [TITLE, "一、主要工作", *PARAGRAPHS, *SIGNATURE]


@pytest.mark.parametrize(
    "container",
    [
        "<div id=zoom>{}</div>", "<DIV ID=Zoom>{}</DIV>", "<div class='view TRS_UEDITOR trs_paper_default trs_word'>{}</div>", "<div class=TRS_Editor>{}</div>",
        "<td id=UCAP-CONTENT>{}</td>", "<div class=pages_content>{}</div>", "<div class='article-content clearfix'>{}</div>", "<font id=Zoom>{}</font>",
        "<div class=con_text>{}</div>", "<div class=conTxt>{}</div>", "<div class=news_content>{}</div>", "<div class=detail-content>{}</div>", "<article>{}</article>",
        "<div id=content>{}</div>", "<!--ZJEG_RSS.content.begin-->{}<!--ZJEG_RSS.content.end-->", "<!-- 正文开始 -->{}<!-- 正文结束 -->",
        "<div class=css-1a2b>{}</div>", "<div>{}</div>", "<table><tr><td>{}</td></tr></table>", "<div id=zoom><div class=TRS_Editor><div class=Section0>{}</div></div></div>",
        "<ucapcontent>{}</ucapcontent>", "<div class=share-content>{}</div>", "<div class='print'>{}</div>",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "around", ["{}", f"{SIDEBAR}{{}}", f"<div class=wrap><div class=left>{SIDEBAR}</div><div class=right>{{}}</div></div>", f"{{}}{SIDEBAR}"]
)
def test_the_text_is_found_in_any_container(container: str, around: str) -> None:
    body = f"<h1>{TITLE}</h1>{container.format(TEXT)}<div class=share>分享到：<a href=#>微信</a></div>"
    assert lines_of(NAVIGATION + around.format(f"<div>{body}</div>") + FOOT) == WHOLE


@pytest.mark.parametrize("cut", [1, 4, 9])
@pytest.mark.parametrize("ends", ["</div>", "</div></div>", "</div></div></div>"])
def test_a_container_that_ends_too_early_loses_nothing(cut: int, ends: str) -> None:
    lines = ["一、主要工作", *PARAGRAPHS]
    body = f"<h1>{TITLE}</h1><div class=a><div class=b><div id=zoom>{paragraphs(lines[:cut])}{ends}{paragraphs(lines[cut:] + SIGNATURE)}</div></div></div>"
    assert lines_of(f"{NAVIGATION}<div>{body}</div><div class=share>分享到：<a href=#>微信</a></div>{SIDEBAR}{FOOT}") == WHOLE


@pytest.mark.parametrize("form", ["<tr><td>{}</td></tr>", "<TR><TD>{}", "<tr><td>　{}</td><td></td></tr>"])
def test_a_text_in_the_rows_of_a_table(form: str) -> None:
    page = f"{NAVIGATION}<table><tr><td align=center><h1>{TITLE}</h1></td></tr>{paragraphs(['一、主要工作', *PARAGRAPHS, *SIGNATURE], form)}</table>{FOOT}"
    assert [line.strip("　") for line in lines_of(page)] == WHOLE


def test_a_text_without_a_heading_tag_keeps_title_and_salutation() -> None:
    head = "<p align=center><b>某县水利局</b></p><p align=center><b>2022年法治政府建设年度报告</b></p><p>县人民政府：</p>"
    assert lines_of(f"{NAVIGATION}<div><div class=x>{head}<div>{TEXT}</div></div></div>{FOOT}")[:4] == [
        "某县水利局",
        "2022年法治政府建设年度报告",
        "县人民政府：",
        "一、主要工作",
    ]


def test_a_copy_for_small_screens_is_read_once() -> None:
    page = f"<h1>{TITLE}</h1><div class={{}}>{TEXT}</div>"
    assert lines_of(f"{NAVIGATION}<div>{page.format('pc')}</div><div>{page.format('mobile')}</div>{FOOT}") == WHOLE


def test_a_link_that_is_never_closed_hides_nothing() -> None:
    assert lines_of(f"{NAVIGATION}<h1>{TITLE}</h1><div id=zoom><a href='http://a.gov.cn/'>{TEXT}</div>{FOOT}") == WHOLE


def test_a_report_that_is_one_column_of_text_and_nothing_else() -> None:
    assert lines_of("<br><br>".join(WHOLE)) == WHOLE


def test_tables_of_figures_are_of_the_text() -> None:
    rows = "".join(f"<tr><td>第{n}项</td><td>{n * 37}</td><td>{n}.5</td></tr>" for n in range(40))
    table = f"<table border=1><tr><td>类别</td><td>件数</td><td>金额</td></tr>{rows}</table>"
    found = lines_of(
        f"{NAVIGATION}<h1>{TITLE}</h1><div class=q><div class=r>{paragraphs(PARAGRAPHS[:3])}</div>{table}</div><p><a href=1.htm>下一篇</a></p>{FOOT}"
    )
    assert found[4:6] == ["类别\t件数\t金额", "第0项\t0\t0.5"]
    assert len(found) == 45


@pytest.mark.parametrize(
    "foreign",
    [
        "<p>【字体：<a href=#>大</a> 中 小】 打印 关闭</p>", "<p>责任编辑：张三</p>", "<p>上一篇：<a href=1.htm>关于2019年放假的通知</a></p>", "<div class=share>分享到：微信 微博</div>",
        "<p>附件：<a href=/a.xls>1.统计表（2019年）.xls</a></p>", "<p>附件：</p><p><a href=/download?id=1>1.统计表（2019年）.xls</a></p>", "<p>扫一扫在手机打开当前页</p>",
        "<ul><li><a href=1.htm>某县水利局2019年法治政府建设年度报告</a></li></ul>", "<div class=xgwz><h3>相关文章</h3><p>2019年工作要点</p></div>", "<p>浏览次数：1024次</p>",
        "<p>【<a href='javascript:window.print()'>打印本页</a>】【关闭窗口】</p>", "<div class=erweima>手机浏览</div>", "<p>相关链接：</p>", "<p>中文域名：某县水利局.政务　ICP备案：浙ICP备1号</p>",
    ],
)  # fmt: skip
@pytest.mark.parametrize("place", [0, 5, -1])
def test_what_is_of_the_page_is_left_out_within_the_text(foreign: str, place: int) -> None:
    lines = [f"<p>{line}</p>" for line in ["一、主要工作", *PARAGRAPHS, *SIGNATURE]]
    lines.insert(place if place >= 0 else len(lines), foreign)
    assert lines_of(f"<h1>{TITLE}</h1><div id=zoom>{''.join(lines)}</div>") == WHOLE


@pytest.mark.parametrize(
    "own",
    [
        "附件：1.行政执法情况统计表",
        "表1 打印店检查情况",
        "（联系人：张三，联系电话：0000-1234567）",
        "相关工作稳步推进，来源可查、去向可追。",
        "二、分享经验",
        "特此报告。",
        "（此件公开发布）",
    ],
)
def test_what_only_looks_like_it_stays(own: str) -> None:
    assert lines_of(f"<h1>{TITLE}</h1><div id=zoom>{paragraphs([*PARAGRAPHS, own, *SIGNATURE])}</div>") == [TITLE, *PARAGRAPHS, own, *SIGNATURE]


@pytest.mark.parametrize("name", ["bottom", "foot", "right-side", "print"])
def test_a_signature_stays_whatever_its_element_is_called(name: str) -> None:
    page = f"<h1>{TITLE}</h1><div id=zoom>{paragraphs(['一、主要工作', *PARAGRAPHS])}<div class={name} style='text-align:right'>{paragraphs(SIGNATURE)}</div></div>"
    assert lines_of(page) == WHOLE
