"""Which figures are marked: those that recognition was not sure of, those with a neighbour that it was not sure of, and those no report has."""

import pytest

from extractor.readers.ocr_doubts import uncertain_figures, weighed
from extractor.readers.ocr_text import Recognised

SURE = 0.9999

DOUBTFUL = [
    ("27.787", "开展培训27.787期"),
    ("4.9", "检查4.9户次"),
    ("06919", "受理投诉06919件"),
    ("511", "截至6月511，"),
    ("51", "51月3日"),
    ("1,08", "1,08件"),
    ("12,3456", "12,3456元"),
    ("88.8..", "满意率88.8..截至"),
    ("8", "8S件"),
    ("2", "A2件"),
]

PLAIN = [
    "立案4,286件",
    "罚款1,234.56万元",
    "发放2.3万件",
    "平均1.5个工作日",
    "提高8.6个百分点",
    "2022年1月31日",
    "1—11月",
    "12月3日至5日",
    "98.5%",
    "〔2022〕6号",
    "12345热线",
]


@pytest.mark.parametrize(("figure", "text"), DOUBTFUL)
def test_a_figure_that_no_report_has_is_marked_however_sure_recognition_was(figure: str, text: str) -> None:
    assert figure in uncertain_figures(weighed(Recognised(text, (SURE,) * len(text))))


@pytest.mark.parametrize("text", PLAIN)
def test_a_figure_as_reports_have_them_is_not_marked(text: str) -> None:
    assert uncertain_figures(weighed(Recognised(text, (SURE,) * len(text)))) == []


@pytest.mark.parametrize("place", range(2, 7))
def test_an_unsure_character_in_or_beside_a_figure_marks_all_of_it(place: int) -> None:
    line = weighed(_unsure("立案1086件结", place))
    assert uncertain_figures(line) == ["1086"]
    assert set(line.certainties[2:6]) == {0.6}


@pytest.mark.parametrize(("text", "place"), [("立案1086件，结案", 7), ("立案，1086件", 2), ("满意率98.5%，比上年", 8), ("立案1,086件", 3)])
def test_an_unsure_mark_that_tells_nothing_of_the_figure_does_not_mark_it(text: str, place: int) -> None:
    assert uncertain_figures(weighed(_unsure(text, place))) == []


@pytest.mark.parametrize(("text", "place"), [("罚款2,787万元", 3), ("罚款27.87万元", 4), ("用时3-5日", 3), ("满意率98%", 5)])
def test_an_unsure_mark_that_tells_how_large_the_figure_is_marks_it(text: str, place: int) -> None:
    assert uncertain_figures(weighed(_unsure(text, place)))


def test_an_unsure_character_far_from_figures_keeps_its_certainty() -> None:
    assert weighed(_unsure("本局立案3件", 1)).certainties == (SURE, 0.6, SURE, SURE, SURE, SURE)


def _unsure(text: str, place: int) -> Recognised:
    return Recognised(text, tuple(0.6 if index == place else SURE for index in range(len(text))))
