"""What in its sentence makes a figure a part: one campaign, one case, one institution, one kind of offender."""

import pytest

from tests.indicators.sentences import said

PARTS = [
    "“清港2021”专项行动中立案12件。",
    "开展夜间联合行动，立案12件。",
    "某船务公司无证作业，被立案12件。",
    "甲港海事分局检查船舶12艘次。",
    "在“双随机”抽查中立案12件。",
    "检查油轮12艘次。",
    "对30艘老旧油轮开展拉网式检查，发现问题9个，立案12件。",
    "对港口4起碰撞事故组织调查，立案12件。",
    "对擅自抛锚行为立案12件。",
    "对甲级码头增加检查频次，全年检查12家次。",
    "对12艘油轮逐一开展检查。",
]
WHOLES = [
    "全年立案12件。",
    "结合专项整治，全年立案12件。",
    "以专项行动为抓手，全年立案12件。",
    "我局检查船舶12艘次。",
    "全市各级检查各类船舶12艘次。",
    "截至11月底，立案12件。",
    "对全市各类单位开展检查，立案12件。",
    "对发现的问题逐一处罚款12万元。",
    "对30起轻微违法行为不予处罚；立案12件。",
    "对老旧油轮开展宣传；立案12件。",
    "针对油轮事故多发，全年立案12件。",
    "对12艘船舶逐一开展检查。",
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
