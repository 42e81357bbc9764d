"""Whether a figure is narrowed down: the words that narrow it first."""

import pytest

from extractor.indicators.parts import category_of
from tests.indicators.sentences import said

NARROWED = [
    ("危险品", "全年危险品船舶", ("船舶",)),
    ("夜间", "组织夜间检查", ("检查",)),
    ("无证", "立案查处无证案件", ("立案", "查处")),
    ("船员", "共接到船员投诉", ()),
    ("油轮", "全市油轮", ()),
]
# 超 约 近 stand in front of numbers, but also at the head of nouns.
CUT = [
    ("超载", "立案查处超载案件", ("立案", "查处")),
    ("超限", "全年查处超限", ("查处",)),
    ("近海", "检查近海船舶", ("检查", "船舶")),
    ("约谈", "开展约谈", ()),
]
NOT_NARROWED = [
    ("全年检查各类船舶", ("检查", "船舶")),
    ("全市共受理投诉举报", ()),
    ("累计", ()),
    ("2021年1—11月", ()),
    ("", ()),
    ("我局依法组织开展", ()),
    ("较上年增", ()),
]


@pytest.mark.parametrize(("category", "words", "whole"), NARROWED)
def test_words_that_narrow(category: str, words: str, whole: tuple[str, ...]) -> None:
    assert category_of(words, whole) == category


@pytest.mark.parametrize(("category", "words", "whole"), CUT)
def test_nouns_that_open_like_a_qualifier(category: str, words: str, whole: tuple[str, ...]) -> None:
    assert category_of(words, whole) == category


@pytest.mark.parametrize(("words", "whole"), NOT_NARROWED)
def test_words_that_do_not(words: str, whole: tuple[str, ...]) -> None:
    found = category_of(words, whole)
    assert found is None


PARTS = [
    "“清港2021”专项行动中立案12件。",
    "开展夜间联合行动，立案12件。",
    "某船务公司无证作业，被立案12件。",
    "甲港海事分局检查船舶12艘次。",
    "在“双随机”抽查中立案12件。",
    "检查油轮12艘次。",
]
WHOLES = [
    "全年立案12件。",
    "结合专项整治，全年立案12件。",
    "以专项行动为抓手，全年立案12件。",
    "我局检查船舶12艘次。",
    "全市各级检查各类船舶12艘次。",
    "截至11月底，立案12件。",
]


@pytest.mark.parametrize("text", PARTS)
def test_one_campaign_one_case_one_kind(text: str) -> None:
    assert said(text).by("12").part


@pytest.mark.parametrize("text", WHOLES)
def test_the_whole_of_an_office(text: str) -> None:
    assert not said(text).by("12").part


def test_one_case_told_by_itself() -> None:
    assert said("1件罚款3万元。").by("3").part
    assert not said("12件罚款3万元。").by("3").part
