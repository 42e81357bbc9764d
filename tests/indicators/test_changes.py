"""Rises and falls: value with its sign, code and what changed first."""

import pytest

from tests.indicators.sentences import said

# digits, value, code, and the digits of the figure that changed (None where the sentence does not state it).
CHANGES = [
    ("14", "14", "inspection.units", "120", "检查船舶120艘次，同比增长14%。"),
    ("14", "-14", "inspection.units", "120", "检查船舶120艘次，同比下降14%。"),
    ("37", "-37", "penalty.filed", "120", "立案120件，较上年减少37件。"),
    ("1.2", "1.2", "penalty.fines", "60", "罚款60万元，比2020年增长1.2倍。"),
    ("8.6", "8.6", "approval.online_rate", "91", "网办率91%，较上年提高8.6个百分点。"),
    ("14", "14", "inspection.units", None, "检查船舶艘次同比增长14%。"),
    ("14", "-14", "penalty.filed", None, "全年立案数同比下降14%。"),
    ("24", "-24", "penalty.fines", None, "罚款金额同比下降24%。"),
    ("5", "5", "penalty.filed", "12", "检查船舶120艘次、立案12件，同比分别增长8%、5%。"),
    ("8", "8", "inspection.units", "120", "检查船舶120艘次、立案12件，同比分别增长8%、5%。"),
    ("7", "-7", "penalty.filed", "60", "立案60件：超载类40件、无证类20件；较上年减少7件。"),
    ("7", "-7", "penalty.filed", "20", "立案60件：超载类40件、无证类20件，较上年减少7件。"),
    ("7", "-7", "penalty.filed", None, "立案12件，结案9件，立案数同比减少7件。"),
]


COMPARED = [
    ("penalty.filed", "与2019年的480件相比，立案数增长12%。"),
    ("penalty.filed", "同上年的480件相比，全年立案数下降12%。"),
    (None, "与2019年的480件相比，罚款金额增长12%。"),
    (None, "与邻港的480件相比，立案数增长12%。"),
]


@pytest.mark.parametrize(("code", "text"), COMPARED)
def test_the_figure_that_a_change_is_told_against(code: str | None, text: str) -> None:
    assert said(text).by("480").code == code


@pytest.mark.parametrize(("digits", "value", "code", "base", "text"), CHANGES)
def test_changes(digits: str, value: str, code: str, base: str | None, text: str) -> None:
    heard = said(text)
    reading = heard.by(digits)
    assert (reading.aspect, f"{reading.value:f}", reading.code) == ("change", value, code)
    if base:
        changed = reading.changed
        assert changed is not None
        assert heard.at(changed.frame.quantity.digits) == base


LEVELS = [
    ("88.2", "网办率从82.5%提高到88.2%。"),
    ("82.5", "网办率从82.5%提高到88.2%。"),
    ("2", "平均用时由6个工作日缩短至2个工作日。"),
    ("50", "承诺时限压缩50%。"),
    ("12", "新增执法人员12名。"),
    ("120", "检查船舶120艘次，同比增长14%。"),
]


@pytest.mark.parametrize(("digits", "text"), LEVELS)
def test_levels(digits: str, text: str) -> None:
    assert said(text).by(digits).aspect == "level"


def test_a_change_of_a_part_is_one_of_a_part() -> None:
    heard = said("立案120件，其中超载类90件，同比下降14%。")
    assert heard.by("14").part
    assert heard.by("14").changed is heard.by("90")


def test_a_name_says_what_changed() -> None:
    assert "检查" in said("检查船舶120艘次，同比增长14%。").by("14").name


@pytest.mark.parametrize("text", ["立案12件，结案9件，前者同比增长14%。", "立案12件，结案9件，立案同比增长14%。"])
def test_the_words_say_which_of_two_changed(text: str) -> None:
    assert said(text).by("14").code == "penalty.filed"
