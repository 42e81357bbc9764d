"""What may be a label by its looks: the labels that are expected first, then the line."""

import pytest

from extractor.outline.labels import Kind, Opening, find_labels, parse_ordinal
from extractor.spans import Span


def labels(text: str) -> list[tuple[str, Kind, int]]:
    return [(text[label.span.slice], label.kind, label.number) for label in find_labels(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (("一、", Kind.HAN, 1), "一、主要做法"),
        (("二十一、", Kind.HAN, 21), "二十一、档案工作"),
        (("一.", Kind.HAN, 1), "一.主要做法"),
        (("(三)", Kind.HAN_PAREN, 3), "(三)抓执法"),
        (("三)", Kind.HAN_PAREN, 3), "三)抓执法"),
        (("㈢", Kind.HAN_PAREN, 3), "㈢抓执法"),
        (("4.", Kind.ARABIC, 4), "4.抓审批"),
        (("4、", Kind.ARABIC, 4), "4、抓审批"),
        (("⒋", Kind.ARABIC, 4), "⒋抓审批"),
        (("1.", Kind.ARABIC, 1), "1.2022年任务"),
        (("1.", Kind.ARABIC, 1), "1.12345热线"),
        (("(5)", Kind.ARABIC_PAREN, 5), "(5)抓培训"),
        (("⑸", Kind.ARABIC_PAREN, 5), "⑸抓培训"),
        (("5)", Kind.ARABIC_HALF, 5), "5)抓培训"),
        (("⑥", Kind.CIRCLED, 6), "⑥抓督导"),
        (("6", Kind.BARE, 6), "6强化督导"),
        (("6", Kind.BARE, 6), "6项目建设提速"),
        (("第二章", Kind.CHAPTER, 2), "第二章 执法"),
        (("第二部分", Kind.CHAPTER, 2), "第二部分 执法"),
        (("第三节", Kind.SECTION, 3), "第三节 应诉"),
        (("一是", Kind.SERIAL, 1), "一是抓学习。"),
        (("二要", Kind.DUTY, 2), "二要抓培训。"),
        (("第三,", Kind.ORDINAL, 3), "第三,抓考核。"),
        (("其二,", Kind.ORDINAL, 2), "其二,抓考核。"),
        (("首先", Kind.ADVERB, 1), "首先,抓学习。"),
        (("最后", Kind.ADVERB, 0), "最后,抓考核。"),
    ],
)
def test_label_of_a_line(expected: tuple[str, Kind, int], text: str) -> None:
    assert labels(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "1.2万元", "1.15宣传日", "12.4宪法日", "3.5%的企业", "2022年", "3名干部", "6月底前", "24小时值班", "11个部门", "2户企业", "1—11月", "[1]含结转", "(2021年)通过",
        "(2015-2020年)", "第五条", "第三方评估", "第一责任人", "第一时间处置", "五一、十一假期", "三、四季度", "一、二审", "七、八月", "一、二、三产业", "十一、国庆假期", "附件1.统计表",
        "表1许可情况", "首先抓学习", "2.许可\t30", "一、合计|30", "(一)项规定的情形", "9:30开始", "100)号", "3多家", "二手车",
    ],
)  # fmt: skip
def test_no_label(text: str) -> None:
    assert labels(text) == []


@pytest.mark.parametrize(
    ("opening", "text"),
    [
        (Opening.STOP, "办件。(二)抓执法"),
        (Opening.STOP, "办件。”(二)抓执法"),
        (Opening.STOP, "(办件!)二、抓执法"),
        (Opening.COLON, "如下:一、做法"),
        (Opening.CLAUSE, "主体;(二)依据"),
    ],
)
def test_label_within_a_line(opening: Opening, text: str) -> None:
    assert [label.opening for label in find_labels(text, Span(0, len(text)))] == [opening]


def test_first_item_behind_a_title() -> None:
    text = "一、工作情况(一)抓审批1.立项"
    assert [label.opening for label in find_labels(text, Span(0, len(text)))] == [Opening.LINE, Opening.TITLE, Opening.TITLE]


@pytest.mark.parametrize("text", ["依照第五条第(一)项", "一、依照第(一)项", "办件(一)抓审批", "一、办件。余量(一)项"])
def test_no_label_within_a_line(text: str) -> None:
    assert [label for label in find_labels(text, Span(0, len(text))) if not label.opens_line] == []


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五"), (7, "7"), (12, "12"), (3, "③"), (4, "⑷"), (5, "⒌"), (6, "㈥"), (None, "三四"), (None, "十十"), (None, "一十二三"), (None, "")],
)  # fmt: skip
def test_ordinal(number: int | None, written: str) -> None:
    assert parse_ordinal(written) == number


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["2."], "注:本期为全年,上年同期为2019年全年。\n2.处理。全年追回基金3万元。"),
        (["1."], "注:统计口径为立案数。\n1.执法。立案3件。"),
        (["1."], "1.甲表\n注:\n1.数据来自台账\n2.立案\n二、打算"),
        ([], "附件:1.统计表\n2.名单\n3.说明"),
        ([], "注:1.甲。2.乙。\n3.丙。"),
    ],
)
def test_items_of_a_note_are_none_and_a_list_above_it_goes_on(expected: list[str], text: str) -> None:
    assert [written for written, kind, _ in labels(text) if kind is Kind.ARABIC] == expected
