"""Figures without words of their own: how they get a rule, and which, first."""

import pytest

from tests.indicators.sentences import said

WAYS = [
    ("pair", "inspection.units", "120", "检查船舶120艘次300处。", "300"),
    ("restated", "inspection.units", "120", "检查船舶120艘次，而2020年是98艘次。", "98"),
    ("restated", "inspection.units", "120", "检查船舶120艘次，上年同期为98艘次。", "98"),
    ("restated", "inspection.units", "120", "检查船舶120艘次，较上年的98艘次增长22.4%。", "98"),
    ("restated", "approval.online_rate", "82.5", "网办率由82.5%提高到88.2%。", "88.2"),
    ("restated", "service.days", "6", "平均用时由6个工作日缩短至2个工作日。", "2"),
    ("rest", "review.cases", "12", "行政复议12件，已结9件，另3件在办。", "3"),
    ("rest", "review.cases", "12", "行政复议12件，已结9件，其余3件在办。", "3"),
    ("share", "approval.online_rate", "120", "受理许可申请120件，占75.4%。", "75.4"),
    ("list", "inspection.units", "45", "检查码头45户次、船厂584家次。", "584"),
    ("list", "inspection.units", "45", "检查码头45户次、船厂584家次和仓库7处。", "7"),
]


@pytest.mark.parametrize(("how", "code", "first", "text", "digits"), WAYS)
def test_ways(how: str, code: str, first: str, text: str, digits: str) -> None:
    heard = said(text)
    assert heard.by(first).code is not None
    assert (heard.by(digits).how, heard.by(digits).code) == (how, code)


NOT_LISTED = [
    ("584", "检查码头45户次，绿化岸线584处。"),
    ("584", "检查码头45户次；绿化岸线584处。"),
    ("584", "检查码头45户次。绿化岸线584处。"),
    ("584", "执法人员45名、公务艇584艘。"),
    ("3.5", "检查码头45户次、投入3.5万元。"),
]


@pytest.mark.parametrize(("digits", "text"), NOT_LISTED)
def test_another_clause_is_no_list(digits: str, text: str) -> None:
    assert said(text).by(digits).code is None


def test_the_figures_of_a_list_are_parts_of_what_is_done() -> None:
    heard = said("检查码头45户次、船厂584家次。")
    assert [(reading.part, reading.category) for reading in heard.readings][1] == (True, "船厂")
    assert heard.by("45").part


def test_what_is_restated_keeps_its_name() -> None:
    heard = said("检查船舶120艘次，而2020年是98艘次。")
    assert heard.by("98").name == heard.by("120").name


def test_the_lists_of_one_subject_are_parts_of_its_figure() -> None:
    heard = said("网办率为95.6%，甲港、乙港分别为98%、94%。")
    assert [(reading.code, reading.part) for reading in heard.readings] == [
        ("approval.online_rate", False),
        ("approval.online_rate", True),
        ("approval.online_rate", True),
    ]
