"""Level, change or plan: what it is first, then the words in front of the number."""

import pytest

from extractor.indicators.aspects import change_before, change_behind, is_planned, plans_from

RISES = [
    "同比增长",
    "同比上升",
    "较上年增加",
    "比2020年提高",
    "比上年同期增长了",
    "环比上涨",
    "增幅达",
    "同比增长近",
    "较去年净增",
    "同比增幅为",
    "提高了",
    "比上年多",
]
FALLS = ["同比下降", "较上年减少", "比去年同期降低", "同比回落", "环比下滑", "比2020年减少了", "降幅达", "缩短了", "同比降低约", "较上年少", "同比压减"]
NONE = [
    "",
    "全年检查船舶",
    "提高到",
    "从82.5%提升至",
    "由6个工作日缩短为",
    "下降到",
    "承诺时限压缩",
    "办理时限缩短",
    "期限压缩比例",
    "新增",
    "累计增加",
    "受理投诉",
    "罚款",
    "提高效率",
]


@pytest.mark.parametrize(("sign", "words"), [(1, words) for words in RISES] + [(-1, words) for words in FALLS])
def test_changes(sign: int, words: str) -> None:
    change = change_before(words)
    assert change is not None
    assert change.sign == sign
    assert 0 < change.length <= len(words)


@pytest.mark.parametrize("words", NONE)
def test_levels(words: str) -> None:
    assert change_before(words) is None


@pytest.mark.parametrize(
    ("sign", "words", "unit"),
    [
        (None, "规范提升", "处"),
        (1, "满意率提升", "%"),
        (None, "压缩", "工作日"),
        (-1, "减少", "件"),
        (None, "人均增收", "元"),
        (1, "比上年增收", "元"),
        (-1, "申请材料精简", "%"),
        (None, "精简材料", "份"),
        (-1, "平均缩短受理时间", "工作日"),
        (-1, "压缩船舶通关时限约", "小时"),
        (1, "延长窗口服务时间", "小时"),
        (None, "缩短时间", "件"),
        (None, "节省时间", "工作日"),
    ],
)
def test_a_verb_needs_a_share_or_a_comparison(sign: int | None, words: str, unit: str) -> None:
    change = change_before(words, unit)
    assert (change and change.sign) == sign


@pytest.mark.parametrize(("sign", "words"), [(1, "的增幅"), (1, "增速"), (-1, "的降幅"), (None, "的满意率"), (None, "")])
def test_changes_told_behind(sign: int | None, words: str) -> None:
    change = change_behind(words)
    assert (change and change.sign) == sign


PLANNED = [
    ("考试及格线为", ""),
    ("合格标准为", ""),
    ("泊位使用率不超过核定值的", ""),
    ("排放浓度控制在国家标准的", ""),
    ("计划新建泊位", ""),
    ("力争办结率达到", ""),
    ("拟修订规程", ""),
    ("预计投入", ""),
    ("将新增执法艇", ""),
    ("确保持证率达到", ""),
    ("争取培训", ""),
    ("要求每人每年学习不少于", ""),
    ("每季度开展演练不少于", ""),
    ("法定时限为", ""),
    ("下达检查任务", ""),
    ("全年检查", "艘次的任务数"),
    ("", "的法定时限"),
    ("档案保存期限为", ""),
]
DONE = [
    ("考试及格人数为", ""),
    ("超过核定值的", ""),
    ("全年检查船舶", ""),
    ("完成检查", ""),
    ("计划生育服务", ""),
    ("争取到资金", ""),
    ("拟定方案", ""),
    ("确保了港区", ""),
    ("将案件移送", ""),
    ("承诺时限压缩为", ""),
    ("培训引航员", "目标管理"),
]


@pytest.mark.parametrize(("clause", "behind"), PLANNED)
def test_plans_promises_and_norms(clause: str, behind: str) -> None:
    assert is_planned(clause, behind)


@pytest.mark.parametrize(("clause", "behind"), DONE)
def test_what_was_done(clause: str, behind: str) -> None:
    assert not is_planned(clause, behind)


@pytest.mark.parametrize(
    ("place", "paragraph"),
    [
        ("下一步", "仍有差距。下一步,新建泊位3个。"),
        ("2022年", "仍有差距。2022年,新建泊位3个。"),
        ("今后", "今后,新建泊位3个。"),
        ("明年", "仍有差距;明年新建泊位3个。"),
        ("2022年", "2022年我局将新建泊位3个。"),
    ],
)
def test_where_the_talk_turns_to_plans(place: str, paragraph: str) -> None:
    assert plans_from(paragraph, 2021) == paragraph.index(place)


@pytest.mark.parametrize("paragraph", ["2021年,新建泊位3个。", "新建泊位3个。", "截至2022年1月,新建泊位3个。", "为下一步打好基础,新建泊位3个。", ""])
def test_where_it_does_not(paragraph: str) -> None:
    assert plans_from(paragraph, 2021) is None


def test_without_a_year_no_year_is_the_next() -> None:
    assert plans_from("2022年,新建泊位3个。", None) is None
