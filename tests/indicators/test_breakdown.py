"""Items and their whole: the digits of the items and of the whole first."""

import pytest

from tests.indicators.sentences import said

BREAKDOWNS = [
    ("120", ["87", "33"], "受理投诉120件，其中噪声类87件、粉尘类33件。"),
    ("120", ["87", "33"], "受理投诉120件，其中：噪声类87件，粉尘类33件。"),
    ("120", ["87", "33"], "受理投诉120件（噪声类87件、粉尘类33件）。"),
    ("120", ["87", "33"], "受理投诉120件：噪声类87件、粉尘类33件。"),
    ("120", ["87", "33"], "受理投诉120件。其中噪声类87件，粉尘类33件。"),
    ("120", ["87", "33"], "受理投诉120件，按类型分，噪声类87件、粉尘类33件。"),
    ("120", ["87", "33"], "受理投诉120件，包括噪声类87件、粉尘类33件。"),
    ("120", ["87"], "受理投诉120件，其中噪声类87件，罚款3万元。"),
    ("17", ["9", "8"], "立案17件，结案11件，其中超载类9件、无证类8件。"),
    ("11", ["6", "5"], "立案17件，结案11件，其中超载类6件、无证类5件。"),
    ("3.5", ["2", "1.5"], "罚款3.5万元，其中超载类2万元、无证类1.5万元。"),
]


@pytest.mark.parametrize(("whole", "items", "text"), BREAKDOWNS)
def test_items_have_their_whole(whole: str, items: list[str], text: str) -> None:
    heard = said(text)
    parts = [reading for reading in heard.readings if reading.whole is not None]
    assert [heard.at(reading.frame.quantity.digits) for reading in parts] == items
    assert {heard.at(reading.whole.frame.quantity.digits) for reading in parts if reading.whole} == {whole}
    assert all(reading.part for reading in parts)
    assert {reading.code for reading in parts} == {heard.by(whole).code}


def test_an_item_says_which_part_it_is() -> None:
    heard = said("受理投诉120件，其中噪声类87件、粉尘类33件。")
    assert [reading.category for reading in heard.readings] == [None, "噪声类", "粉尘类"]


NO_ITEMS = [
    "受理投诉120件，立案87件。",
    "受理投诉120件。立案87件。",
    "受理投诉120件，其中噪声类占87%。",
    "立案12件，其中噪声类87件。",
    "受理投诉120件（同比增长14%），立案87件。",
    "受理投诉120件，其中噪声类最多，主要集中在夜间。立案87件。",
]


@pytest.mark.parametrize("text", NO_ITEMS)
def test_what_is_no_item(text: str) -> None:
    assert [reading.whole for reading in said(text).readings if reading.whole] == []


@pytest.mark.parametrize("text", ["立案17件，其中超载类9件、无证类12件。", "立案17件（超载类9件、无证类12件）。", "立案17件，其中超载类9件、无证类18件。"])
def test_items_that_do_not_add_up_are_items_all_the_same(text: str) -> None:
    heard = said(text)
    assert [reading.whole for reading in heard.readings] == [None, heard.by("17"), heard.by("17")]


def test_the_rest_belongs_to_the_whole() -> None:
    heard = said("行政复议12件，已结9件，其余3件正在审理。")
    rest = heard.by("3")
    assert (rest.part, rest.whole) == (True, heard.by("12"))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("penalty.fines", "立案17件，其中超载类9件，罚款3万元。"),
        ("penalty.closed", "立案17件，其中结案9件。"),
    ],
)
def test_an_item_may_speak_for_itself(code: str, text: str) -> None:
    assert said(text).readings[-1].code == code
