"""Where reports begin and end on their pages: `⟦` and `⟧` in a page mark what find_body has to find."""

import json
from pathlib import Path
from typing import Any

import pytest

from extractor.document import Document
from extractor.outline.body import Body, find_body

SENTENCE = (
    "全局上下把依法办事的要求落到每一道环节，年初定任务、年中看进度、年底查实效，各项工作都有了新的起色，群众的满意度也逐年走高，队伍的法治素养明显增强。"
)
TEXT = f"一、主要做法\n{SENTENCE}\n二、下一步打算\n{SENTENCE}"
SIGNED = "云溪县林业局\n2022年1月18日"
TITLE = "云溪县林业局2021年度法治政府建设情况报告"

PAGES = {
    "nothing but the report": f"⟦{TITLE}\n{TEXT}\n{SIGNED}⟧",
    "blank lines around it": f"\n\n⟦{TITLE}\n\n{TEXT}\n\n{SIGNED}⟧\n\n",
    "navigation over it, buttons under it": f"首页 > 政务公开 > 年度报告\n⟦{TITLE}\n{TEXT}\n{SIGNED}⟧\n分享到：\n【打印本页】【关闭窗口】",
    "title in a field of the header": f"索引号：K001/2022-0001\n名称：{TITLE}\n发布日期：2022-01-20\n\n⟦{TITLE}\n{TEXT}\n{SIGNED}⟧\n附件：",
    "a cell a line": f"索引号\nK001/2022-0001\n信息名称\n{TITLE}\n发布日期\n2022-01-20\n⟦{TITLE}\n{TEXT}\n{SIGNED}⟧",
    "title twice, share buttons between": f"{TITLE}\n来源：本网 时间：2022-01-20 【字体：大 中 小】\n⟦{TITLE}\n{TEXT}\n{SIGNED}⟧\n相关链接：",
    "title once, fields under it": f"无障碍浏览\n⟦{TITLE}\n发布时间：2022-01-20 10:11 来源：县林业局 浏览次数：35\n{TEXT}\n{SIGNED}⟧\n上一篇：关于放假的通知",
    "title over two lines": f"⟦云溪县林业局\n关于2021年度法治政府建设情况的报告\n{TEXT}\n{SIGNED}⟧",
    "title over three lines": f"⟦云溪县林业局\n\n关于2021年度法治政府建设\n\n情况的报告\n{TEXT}\n{SIGNED}⟧",
    "title cut inside a word": f"⟦云溪县林业局关于2021年度法治政府建设工作情\n况的报告\n{TEXT}\n{SIGNED}⟧",
    "region and office on lines of their own": f"⟦浔阳市云溪县\n林业局\n关于2021年度法治政府建设情况的报告\n{TEXT}\n{SIGNED}⟧",
    "year in brackets under the title": f"⟦云溪县林业局法治政府建设年度报告\n（2021年度）\n{TEXT}\n{SIGNED}⟧",
    "letterhead and number over the title": f"云溪县林业局文件\n云林〔2022〕3号\n\n⟦云溪县林业局\n关于2021年度法治政府建设情况的报告\n县政府：\n{TEXT}\n{SIGNED}⟧\n抄送：县司法局。",
    "number and signer on one line": f"云林〔2022〕3号        签发人：王某\n⟦{TITLE}\n{TEXT}\n{SIGNED}⟧",
    "no title, number first": f"朗读\n⟦云林〔2022〕3号\n县人民政府：\n2021年，我局围绕中心工作，依法履职。\n{TEXT}\n{SIGNED}⟧",
    "no title, salutation first": f"听全文\n⟦县人民政府、市林业局：\n{TEXT}\n{SIGNED}⟧",
    "no title, heading first": f"当前位置：首页 > 正文\n⟦{TEXT}⟧",
    "one line of text": "⟦2021年，我局认真履职，办结案件3件。⟧",
    "all on one line": f"⟦2021年，我局认真履职。一、主要做法{SENTENCE}二、打算{SENTENCE}⟧",
    "flattened page with blanks": f"首页 > 公开 > 报告  ⟦{TITLE}  发布时间：2022-01-20  {SENTENCE}{SENTENCE} 云溪县林业局 2022年1月18日⟧ 上一篇：通知",
    "title run into the text": f"⟦{TITLE}2021年，我局在县委领导下开展工作。{SENTENCE}\n{SENTENCE}⟧",
    "column name over an untitled text": f"法治政府建设年度报告\n发布时间：2022-01-20\n⟦2021年，我局扎实推进各项工作，成效明显。\n{TEXT}⟧\n打印",
    "the column's name is the title": f"⟦法治政府建设年度报告\n{TEXT}\n{SIGNED}⟧",
    "disclaimer over the title": f"{TITLE}\n【免责提示】本页内容转自网络，仅供参考。\n⟦{TITLE}\n{TEXT}\n{SIGNED}⟧\n关于我们",
    "reports of other years in the margin": f"云溪县林业局2019年度法治政府建设情况报告\n云溪县林业局2020年度法治政府建设情况报告\n⟦{TITLE}\n{TEXT}\n{SIGNED}⟧",
    "reports of other years at the foot": f"⟦{TITLE}\n{TEXT}\n{SIGNED}⟧\n相关文章\n云溪县林业局2020年度法治政府建设情况报告 2021-01-15\n云溪县林业局\n2021年1月15日",
    "date in Chinese digits": f"⟦{TITLE}\n{TEXT}\n云溪县林业局\n二〇二二年一月十八日⟧\n（此件公开发布）",
    "date with blanks": f"⟦{TITLE}\n{TEXT}\n云溪县林业局\n2022 年 1 月 18 日⟧\n主办：县政府办公室",
    "page number between issuer and date": f"⟦{TITLE}\n{TEXT}\n云溪县林业局\n\n— 9 —\n\n2022年1月18日⟧\n\n— 10 —",
    "issuer and date on one line": f"⟦{TITLE}\n{TEXT}\n云溪县林业局 2022年1月18日⟧\n版权所有：云溪县",
    "numeric date under the issuer": f"⟦{TITLE}\n{TEXT}\n云溪县林业局\n2022.1.18⟧\n网站地图",
    "no issuer over the date": f"⟦{TITLE}\n{TEXT}\n特此报告。\n2022年1月18日⟧\n分享",
    "joint issuers": f"⟦{TITLE}\n{TEXT}\n云溪县林业局\n云溪县公安局\n2022年1月18日⟧",
    "signature run into the last line": f"⟦{TITLE}\n一、做法\n{SENTENCE}云溪县林业局2022年1月18日⟧",
    "list of annexes before the signature": f"⟦{TITLE}\n{TEXT}\n附件：1.统计表\n{SIGNED}⟧\n附件：统计表.xlsx",
    "dates in the cells of a table": f"⟦{TITLE}\n{TEXT}\n完成时间\n2021年3月1日\n2021年5月1日\n三、建议\n{SENTENCE}\n{SIGNED}⟧",
    "nothing but furniture after an unsigned text": f"⟦{TITLE}\n{TEXT}⟧\n扫一扫在手机打开当前页\n微博\n微信\n部门街镇\n市政府网站",
    "disclaimer after an unsigned text": f"⟦{TITLE}\n{TEXT}⟧\n推荐文章\n本站部分内容来自网络，如有侵权请联系删除。",
    "text that stops at a heading": f"⟦{TITLE}\n{TEXT}\n3.落实备案审查⟧\n热门文章\n常见问题",
    "signature under the title": f"⟦{TITLE}\n云溪县林业局\n2022年1月18日\n{TEXT}⟧\n上一篇：通知",
    "date in brackets under the title": f"⟦{TITLE}\n（2022年1月18日）\n{TEXT}⟧\n上一篇：通知",
    "stamp of printing under the date": f"⟦{TITLE}\n{TEXT}\n{SIGNED}⟧\n云溪县林业局办公室 2022年1月19日印发",
    "page clock over the title": f"云溪县人民政府 2024年5月6日 星期一\n⟦{TITLE}\n{TEXT}\n{SIGNED}⟧",
    "traditional script": f"首頁 > 政務公開\n⟦雲溪縣林業局2021年度法治政府建設情況報告\n{TEXT}\n雲溪縣林業局\n2022年1月18日⟧\n相關鏈接",
    "a summary of work": f"⟦云溪县公安局2016年依法行政工作总结\n{TEXT}⟧",
    "work and plan in one title": f"⟦云溪县教育局2019年法治政府建设工作总结和2020年工作计划\n{TEXT}⟧",
    "masked year": f"⟦云溪县林业局20**年法治政府建设年度报告\n{TEXT}\n{SIGNED}⟧",
    "marks of Markdown": f"⟦{TITLE}\n## 一、做法\n{SENTENCE}\n\n{SIGNED}⟧\n\n* 上一篇：通知".replace("⟦", "# ⟦"),
    "column in brackets before the title": f"【年度报告】⟦{TITLE}\n{TEXT}\n{SIGNED}⟧",
    "seal in brackets after the issuer": f"⟦{TITLE}\n{TEXT}\n云溪县林业局（盖章）\n2022年1月18日⟧\n（联系人：王某）",
    "notice over the report": f"关于公布{TITLE}的公告\n现予公布。\n⟦{TITLE}\n{TEXT}\n{SIGNED}⟧",
    "nothing between page and text": f"首页>公开>⟦{TITLE}发布时间:2022-01-20来源:县林业局{SENTENCE}{SENTENCE}云溪县林业局2022年1月18日⟧上一篇:通知",
    "imprint of an older paper": f"⟦{TITLE}\n{TEXT}\n{SIGNED}⟧\n主题词：依法行政 报告\n抄报：县政府\n云溪县林业局办公室 2022年1月19日印发",
    "office in the navigation": f"云溪县林业局\n首页\n机构职能\n⟦{TITLE}\n{TEXT}\n{SIGNED}⟧",
    "a title that names no office": f"⟦关于2021年度法治政府建设情况的报告\n{TEXT}\n2022年1月18日⟧",
}


def marked(page: str) -> tuple[str, int, int]:
    """A page without its marks, and where they stood."""
    start = page.index("⟦")
    return page.replace("⟦", "").replace("⟧", ""), start, page.index("⟧") - 1


def quoted(document: Document, body: Body) -> str:
    return document.quote(body.span)


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_the_body_is_what_is_marked(page: str) -> None:
    text, start, end = marked(page)
    document = Document.of(text)
    assert quoted(document, find_body(document)) == text[start:end]


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_line_ends_of_another_system_make_no_difference(page: str) -> None:
    text, start, end = marked(page)
    document = Document.of(text.replace("\n", "\r\n"))
    assert quoted(document, find_body(document)) == text[start:end].replace("\n", "\r\n")


WIDE = {code: code + 0xFEE0 for code in map(ord, "!\"#%&'()*+,:;<=>?@[]{|}")}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_full_width_punctuation_makes_no_difference(page: str) -> None:
    text, start, end = marked(page)
    document = Document.of(text.translate(WIDE))
    assert quoted(document, find_body(document)) == text[start:end].translate(WIDE)


TITLES = [
    (("云溪县林业局", "关于2021年度法治政府建设情况的报告"), f"云溪县林业局\n关于2021年度法治政府建设情况的报告\n{TEXT}"),
    ((TITLE,), f"局领导\n内设机构\n{TITLE}\n{TEXT}"),
    ((TITLE,), f"来源\n云溪县林业局\n{TITLE}\n{TEXT}"),
    ((TITLE,), f"云林〔2022〕3号 {TITLE}\n{TEXT}"),
    ((TITLE,), f"{TITLE}  发布时间：2022-01-20\n{TEXT}"),
    ((), f"名称：{TITLE}\n{TEXT}"),
    ((), f"现将我局2021年度法治政府建设情况报告如下：\n{TEXT}"),
    ((), f"{TEXT}\n上一篇：{TITLE}"),
    ((), "我局2021年认真履职。\n一、2021年工作情况\n我局认真履职。"),
    ((), ""),
    (("临江镇", "2024年度法治政府建设工作总结"), "临江镇\n2024年度法治政府建设工作总结\n\n今年以来，我镇认真推进法治建设。\n"),
    (("2024年度法治政府建设工作总结",), "临江镇\n\n\n首页\n2024年度法治政府建设工作总结\n\n今年以来，我镇认真推进法治建设。\n"),
]


@pytest.mark.parametrize(("title", "text"), TITLES)
def test_titles(title: tuple[str, ...], text: str) -> None:
    document = Document.of(text)
    assert tuple(document.quote(span) for span in find_body(document).title) == title


SIGNATURES = [
    ("云溪县林业局", "2022年1月18日", f"{TITLE}\n{TEXT}\n{SIGNED}"),
    ("云溪县林业局\n云溪县公安局", "2022年1月18日", f"{TITLE}\n{TEXT}\n云溪县林业局\n云溪县公安局\n2022年1月18日"),
    ("中共云溪县委 云溪县人民政府", "2022年1月18日", f"{TITLE}\n{TEXT}\n中共云溪县委 云溪县人民政府\n2022年1月18日"),
    ("云溪县林业局", "二○二二年元月十八日", f"{TITLE}\n{TEXT}\n云溪县林业局\n二○二二年元月十八日"),
    ("云溪县林业局", "2022年1月18日", f"{TITLE}\n{TEXT}\n（云溪县林业局 2022年1月18日）"),
    (None, "2022年1月18日", f"{TITLE}\n{TEXT}\n特此报告。\n2022年1月18日"),
    (None, "2022年1月18日", f"{TITLE}\n（2022年1月18日）\n{TEXT}"),
    ("云溪县林业局", "2022年1月", f"{TITLE}\n{TEXT}\n云溪县林业局\n2022年1月"),
    (None, None, f"{TITLE}\n{TEXT}\n信息来源\n云溪县林业局\n2022-01-18"),
    (None, None, f"{TITLE}\n{TEXT}\n发布时间：2022年1月18日"),
    (None, None, f"{TITLE}\n{TEXT}"),
]


@pytest.mark.parametrize(("issuer", "date", "text"), SIGNATURES)
def test_signatures(issuer: str | None, date: str | None, text: str) -> None:
    document = Document.of(text)
    body = find_body(document)
    assert (body.signature and document.quote(body.signature), body.signed and document.quote(body.signed)) == (issuer, date)


def test_many_furniture_lines_take_no_more_than_linear_time() -> None:
    document = Document.of("相关链接：\n2022年1月18日\n云溪县林业局\n" * 4000)
    assert find_body(document).title == ()


def gold(shared: Path) -> list[tuple[dict[str, Any], str]]:
    folders = [(shared / "gold" / "records", shared / "seeds"), (shared / "gold" / "more" / "records", shared / "gold" / "more" / "docs")]
    return [
        (record, (texts / f"{path.stem}.txt").read_bytes().decode())
        for records, texts in folders
        for path in sorted(records.glob("*.json"))
        if (record := json.loads(path.read_text(encoding="utf-8")))
    ]


def test_bodies_of_labelled_reports(shared: Path) -> None:
    found = {}
    for record, text in gold(shared):
        document = Document.of(text)
        start, end = document.view.source(find_body(document).span)
        if {"start": start, "end": end} != record["body"]:
            found[record["file"]] = (start, end, record["body"])
    assert not found
