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
    ("货轮、油轮", "货轮、油轮", ()),
    ("通过港务热线", "通过港务热线接到", ()),
]
# 超 约 近 stand in front of numbers, but also at the head of nouns.
CUT = [
    ("超载", "立案查处超载案件", ("立案", "查处")),
    ("超限", "全年查处超限", ("查处",)),
    ("近海", "检查近海船舶", ("检查", "船舶")),
    ("约谈", "开展约谈", ()),
]
NOT_NARROWED = [
    ("“港城海事”微信公众号推送", ("推送",)),
    ("全年检查各类船舶", ("检查", "船舶")),
    ("全市共受理投诉举报", ()),
    ("累计", ()),
    ("2021年1—11月", ()),
    ("", ()),
    ("我局依法组织开展", ()),
    ("较上年增", ()),
    ("货轮、油轮、游艇等", ("船舶",)),
    ("货轮、油轮、游艇等各类船舶", ()),
    ("通过港务热线、局长信箱等渠道共接到", ()),
    ("船舶不低于", ("船舶",)),
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


SUBJECTS = [
    ("拖船", "拖船许可审批时限由15个工作日缩短至12个工作日。"),
    ("危险品申报", "危险品申报承诺时限压缩到12个工作日。"),
    ("船员证换发", "船员证换发由法定的15个工作日缩短至12个工作日。"),
    (None, "审批时限由15个工作日缩短至12个工作日。"),
    (None, "二要使全部审批时限平均压缩到12个工作日。"),
    (None, "持续优化口岸环境审批时限压缩到12个工作日。"),
    (None, "窗口办件45件、审批时限12个工作日。"),
]


@pytest.mark.parametrize(("category", "text"), SUBJECTS)
def test_the_subject_of_the_clause_tells_the_kind(category: str | None, text: str) -> None:
    reading = said(text).by("12")
    assert reading.code == "service.promised"
    assert (reading.category, reading.part) == (category, category is not None)
