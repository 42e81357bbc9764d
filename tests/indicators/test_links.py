"""Figures that say the same again: whether they do first, then the sentences."""

import pytest

from tests.indicators.sentences import said

SAME = [
    "检查船舶120艘次。综上，检查船舶120艘次。",
    "检查船舶120艘次。\n全年检查船舶120艘次。",
    "立案3件。综上，立案3件。",
    "罚款3.2万元。综上，罚款32000元。",
    "绿化岸线30公里。综上，绿化岸线30公里。",
    "全年检查船舶120艘次。2021年，检查船舶120艘次。",
]
NOT_SAME = [
    "检查船舶120艘次。检查船舶121艘次。",
    "检查船舶120艘次。立案120件。",
    "检查船舶120艘次。2020年检查船舶120艘次。",
    "检查船舶120艘次。下一步，检查船舶120艘次。",
    "检查船舶120艘次、检查船舶120艘次。",
    "绿化岸线3公里。植树3株。绿化岸线3公里。",
    "持证率达100%。持证率达100%。",
    "检查船舶12艘次，同比增长14%。检查船舶13艘次，同比下降14%。",
    "检查3-5艘次。检查3艘次。",
]


@pytest.mark.parametrize("text", SAME)
def test_the_same_again(text: str) -> None:
    heard = said(text)
    assert heard.readings[-1].repeats is heard.readings[0]


@pytest.mark.parametrize("text", NOT_SAME)
def test_something_else(text: str) -> None:
    assert [reading for reading in said(text).readings if reading.repeats] == []


def test_the_third_repeats_the_first() -> None:
    first, second, third = said("检查船舶120艘次。检查船舶120艘次。检查船舶120艘次。").readings
    assert (first.repeats, second.repeats, third.repeats) == (None, first, first)
