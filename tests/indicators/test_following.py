"""Figures that go with the part told before them in their sentence: which of the sentence are parts, first."""

import pytest

from tests.indicators.sentences import said

FOLLOW = [
    ("12 3 3.5", "检查油轮12艘次，立案3件，罚款3.5万元。"),
    ("3 3.5", "立案查处无证案件3件，罚款3.5万元。"),
    ("12", "检查油轮12艘次；立案3件，罚款3.5万元。"),
    ("12 30", "检查油轮12艘次、货轮30艘次，立案3件。"),
    ("5 4", "立案9件，其中无证5件、超载4件；结案9件，罚款3.5万元。"),
    ("5 3.5", "立案9件，其中无证5件，罚款3.5万元。"),
    ("18", "受理投诉20件，按期答复18件，满意率98%。"),
    ("8", "受理投诉20件，其中船员投诉8件，满意率98%。"),
    ("20 98", "受理船员投诉20件，满意率98%。"),
    ("20 30", "船员投诉20件、旅客投诉30件，满意率98%。"),
    ("12 10 2", "受理拖船许可12件，准予10件，不予许可2件。"),
    ("12 98", "受理拖船许可12件，网办率98%。"),
    ("12", "受理拖船许可12件；网办率98%。"),
    ("8", "受理许可20件，其中拖船8件，网办率98%。"),
    ("", "受理许可20件，准予18件，不予许可2件。"),
    ("", "行政复议9件，撤销2件，行政诉讼4件。"),
]


@pytest.mark.parametrize(("parts", "text"), FOLLOW)
def test_what_is_a_part(parts: str, text: str) -> None:
    heard = said(text)
    assert " ".join(heard.at(reading.frame.quantity.digits) for reading in heard.readings if reading.part) == parts
