"""What the words of a cell are."""

import pytest

from extractor.outline.table_words import Kind, is_numbering, is_paperwork, is_prose, kind_of, label_end, label_rank, may_be_unit

KINDS = [
    (Kind.EMPTY, [""]),
    (Kind.NOTHING, ["—", "-", "/", "——", "*", "无", "…", "不适用"]),
    (Kind.VALUE, ["0", "12①", "12*", "12[1]", "≥95%", "1,368", "1 368", "3.5", "98.5%", "-3", "+3", "↓3", "下降3", "12件", "3.5万元", "约12", "3-5", "3—5天", "12(3)", "12(其中:3)", "12(其中涉企3件)"]),
    (
        Kind.TEXT,
        ["立案", "2021年", "3月", "12日", "2021.5", "007", "5万元以上", "第3名", "12345678901234", "甲3乙", "12、13", "12;13", "一", "(一)", "1.", "2021年5月", "1季度", ".5"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "words"), [(kind, each) for kind, listed in KINDS for each in listed])
def test_what_a_cell_holds(kind: Kind, words: str) -> None:
    assert kind_of(words) is kind


LABELS = [(1, "一、处罚"), (1, "十二、处罚"), (2, "(一)处罚"), (3, "1.处罚"), (3, "1、处罚"), (3, "1)处罚"), (4, "(1)处罚"), (5, "①处罚"), (3, "其中:1.处罚"), (None, "处罚"), (None, "1.5米"), (None, "其中:处罚")]  # fmt: skip


@pytest.mark.parametrize(("rank", "words"), LABELS)
def test_how_deep_a_label_is(rank: int | None, words: str) -> None:
    assert label_rank(words) == rank
    assert words[label_end(words) :] == (words if rank is None else "处罚")


@pytest.mark.parametrize("words", ["甲", "1", "(2)", "③", "栏次", "3=1+2"])
def test_numbers_of_columns(words: str) -> None:
    assert is_numbering(words)


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("件", True),
        ("万元", True),
        ("平方米", True),
        ("甲所", False),
        ("小计", False),
        ("人次", True),
        ("件、宗", True),
        ("市场监管局", False),
        ("执法大队", False),
        ("一个很长的词语", False),
    ],
)
def test_what_can_be_a_unit(words: str, unit: bool) -> None:
    assert may_be_unit(words) is unit


@pytest.mark.parametrize("words", ["单位:件", "(单位:万元)", "填报单位:某局", "填表人:张某", "统计时间:2021年", "报送日期:1月"])
def test_who_filled_it_in(words: str) -> None:
    assert is_paperwork(words)


@pytest.mark.parametrize(("words", "prose"), [("处罚", False), ("处罚3件。", True), ("处罚3件;复议1件", True), ("处" * 41, True)])
def test_what_tells_something(words: str, prose: bool) -> None:
    assert is_prose(words) is prose
