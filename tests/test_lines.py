"""Line ends that are none: the text with its lines joined first, then the text as a page broke it."""

from itertools import pairwise

import pytest

from extractor.folding import FOLD
from extractor.lines import joints

LONG = "港区各码头企业对照年度安全生产责任清单逐条逐项开展自查自纠并将自查情况按月报送属地海事部门汇总研判形成问题整改台账实行动态销号"


def joined(source: str) -> str:
    text, place = "", 0
    for gap in joints(source, source.translate(FOLD)):
        text, place = text + source[place : gap.start], gap.end
    return text + source[place:]


JOINED = [
    ("甲港，乙港均已达标。", "甲港，\n乙港均已达标。"),
    ("甲港，乙港均已达标。", "甲港，\n\n乙港均已达标。"),
    ("甲港、乙港均已达标。", "甲港、\r\n乙港均已达标。"),
    ("检查码头（含乙港）3座。", "检查码头（\n含乙港）3座。"),
    ("落实“放管服”改革。", "落实“\n放管服”改革。"),
    (LONG + "管理", LONG + "\n管理"),
    (LONG + "管理", LONG + "\n\n管理"),
    (LONG + "管理", LONG + "\n— 3 —\n管理"),
    (LONG + "管理", LONG + "\n3\n管理"),
    (LONG + "管理", LONG + "\n第3页 共9页\n管理"),
    (LONG + "，指挥部下设", LONG + "，指挥\n\n部下设"),
]

# A line end that stays, though it looks like one of those above.
KEPT = [
    "一、港口安全\n全年检查码头3座。",
    "（一）港口安全\n全年检查码头3座。",
    "全年检查码头3座。\n全年立案5件。",
    "索引号：000014348\n发布日期：2023年",
    LONG + "。\n管理",
    LONG + "；\n管理",
    LONG + "：\n管理",
    LONG + "\n二、执法情况",
    LONG + "\n（二）执法情况",
    LONG + "\n3.执法情况",
    LONG + "\n附件：检查情况表",
    "某港航局\n2023年1月16日",
    "联系人：，\n甲",
    "码头\t立案，\n甲港\t3",
    "|码头|立案，\n|甲港|3|",
]


@pytest.mark.parametrize(("wanted", "source"), JOINED)
def test_broken_lines_are_joined(wanted: str, source: str) -> None:
    assert joined(source) == wanted


@pytest.mark.parametrize("source", KEPT)
def test_ends_of_paragraphs_stay(source: str) -> None:
    assert joined(source) == source


SET = "港区各码头企业对照年度安全生产责任清单，逐条逐项开展自查自纠，并将自查情况按月报送属地海事部门汇总研判，形成问题整改台账，实行动态销号。海事部门会同港航部门定期开展联合检查，对发现的隐患限期整改，对逾期不改的依法立案查处，全年共排查隐患三百余处，均已整改到位。"


@pytest.mark.parametrize("width", [18, 20, 24, 28])
def test_a_set_text_is_whole_again(width: int) -> None:
    text = SET * 3
    assert joined("\n".join(text[i : i + width] for i in range(0, len(text), width))).replace("\n", "") == text
    assert joined("\n".join(text[i : i + width] for i in range(0, len(text), width))).count("\n") <= 3


@pytest.mark.parametrize("source", ["", "\n", "\n\n\n", "甲", "甲\n", "\n甲", "3\n", "— 3 —\n"])
def test_texts_without_two_lines_have_nothing_to_join(source: str) -> None:
    assert joined(source) == source


def test_joints_stand_in_order_and_apart() -> None:
    source = f"甲，\n乙，\n{LONG}\n丙\n丁，\n戊"
    gaps = joints(source, source.translate(FOLD))
    assert all(before.end < after.start for before, after in pairwise(gaps))
    assert all(not source[gap.slice].strip() for gap in gaps)
