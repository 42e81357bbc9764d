"""The many forms in which papers write one thing: years, dates of publishing and signing, titles."""

import pytest

from extractor.document import Document
from extractor.masthead.find import find_masthead
from extractor.outline.body import find_body

# Years that no title tells, each with the text that does.
YEARS = [
    (2022, "2022年以来，我局依法履职。\n一、工作\n办件2件。\n二、2023年工作计划\n办件3件。"),
    (2022, "2022年，我局依法履职，现将情况报告如下：\n一、工作\n办件2件。\n二、打算\n2023年办件3件。"),
    (2022, "过去的一年，我局依法履职。\n一、工作\n办件2件。\n甲县水利局\n2023年1月10日"),
    (2022, "今年以来，我局依法履职。\n一、工作\n办件2件。\n甲县水利局\n2022年10月15日"),
    (2021, "一年来，我局依法履职。\n一、工作\n办件2件。\n甲县水利局\n2022年3月15日"),
    (2022, "发布时间：2022-11-30\n今年以来，我局依法履职。\n一、工作\n办件2件。"),
    (2021, "现将有关情况报告如下。\n一、工作\n截至2021年12月底，办件2件，较2020年增长3%。\n二、打算\n2022年，我局将办件3件。"),
    (2020, "甲县水利局“十三五”法治政府建设工作总结\n2016年以来，我局依法履职。\n一、工作\n五年来办件2件。\n甲县水利局\n2020年12月20日"),
    (2018, "2015年，我县获评“法治县”。2018年，依法行政扎实推进。现将情况报告如下：\n一、工作\n2018年办件2件。\n甲县人民政府\n2019年3月1日"),
    (2017, "甲县水利局20**年法治政府建设工作报告\n我局依法履职。\n一、工作\n20**年办件2件。\n甲县水利局\n2017年12月20日"),
]


@pytest.mark.parametrize(("year", "text"), YEARS)
def test_year_of_a_page_without_one_in_its_title(year: int, text: str) -> None:
    document = Document.of(text)
    assert find_masthead(document, find_body(document)).year == year


HEADERS = [
    "发布时间：2023/01/05 10:20",
    "发布日期: 2023 - 01 - 05",
    "发布时间:2023-01-0510:20",
    "[2023-01-05]",
    "2023-01-05 来源：县水利局",
    "来源：县水利局 2023-01-05",
    "发布于 2023-01-05",
    "县水利局 | 2023-01-05 | 浏览 3",
    "作者：县水利局 发布时间：二〇二三年一月五日",
    "发文日期：2023-01-04 发布日期：2023-01-05",
    "字体大小：T|T    2023-01-05 11:31    来源：县水利局",
]


@pytest.mark.parametrize("header", HEADERS)
def test_publishing_date_of_a_header(header: str) -> None:
    document = Document.of(f"甲县水利局2022年度法治政府建设情况的报告\n{header}\n2022年，我局依法履职，现报告如下：\n一、工作\n办件2件。")
    published = find_masthead(document, find_body(document)).published
    assert published is not None
    assert published.isoformat() == "2023-01-05"


SIGNATURES = [
    "甲县水利局　　2023年1月5日",
    "甲县水利局(公章)\n2023年1月5日",
    "单位（盖章）：甲县水利局\n2023年1月5日",
    "报告单位：甲县水利局\n报告时间：2023年1月5日",
    "甲县水利局\n二○二三年元月五日",
    "甲县水利局\n2O23年1月5日",
    "甲县水利局\n2023.1.5",
    "甲县水利局\n2023年一月五日",
    "甲县水利局\n2023年1月5日\n附件1\n统计表\n项目 | 数量\n许可 | 12",
    "中共甲县水利局党组\n甲县水利局\n2023年1月5日",
    "甲县水利局\n2023年1月5日\n抄送：县司法局\n甲县水利局办公室 2023年1月6日印发",
]


@pytest.mark.parametrize("foot", ["", "\n打印本页 关闭\n上一篇：乙县2021年法治政府建设情况报告 2022-01-01"])
@pytest.mark.parametrize("signature", SIGNATURES)
def test_signing_date_of_a_foot(signature: str, foot: str) -> None:
    text = "甲县水利局2022年法治政府建设情况的报告\n2022年，我局依法履职，现报告如下：\n一、工作\n办件2件，没有发生事故。\n二、打算\n办件3件。"
    document = Document.of(f"{text}\n{signature}{foot}")
    signed = find_masthead(document, find_body(document)).signed
    assert signed is not None
    assert signed.isoformat() == "2023-01-05"


TITLES = [
    "甲县水利局关于报送2022年度法治政府建设工作情况的报告",
    "甲县水利局关于2020-2021年度法治政府建设情况的报告",
    "甲县水利局2022年度贯彻落实《法治政府建设实施纲要（2021－2025年）》情况的报告",
    "甲县水利局2022年度行政执法工作总结及2023年工作计划",
    "甲县水利局党组书记、局长张某2022年度述法报告",
    "甲县水利局2022年1-11月法治政府建设工作总结",
    "甲县水利局2022年法治政府建设工作情况的函",
    "甲县水利局2022年法治政府建设工作汇报材料",
    "甲县水利局2022年度法治政府建设情况公示",
    "关于甲县水利局2022年度法治政府建设情况的报告",
]


@pytest.mark.parametrize(
    "page", ["{title}\n{text}", "首页 > 公开\n{title}\n发布时间：2023-01-05 来源：甲县水利局\n{text}", "{title}\n\n{title}\n县政府：\n{text}"]
)
@pytest.mark.parametrize("title", TITLES)
def test_title_of_a_page(title: str, page: str) -> None:
    text = "2022年，我局依法履职，现报告如下：\n一、工作\n办件2件。\n二、打算\n办件3件。"
    document = Document.of(page.format(title=title, text=text))
    assert find_masthead(document, find_body(document)).title == title
