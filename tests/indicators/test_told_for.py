"""The stretch that a figure is told for: the days first, then the sentence of a report on 2021."""

from datetime import date

import pytest

from tests.indicators.sentences import said

YEAR = "2021-01-01/2021-12-31"


def told(text: str, digits: str, year: int | None = 2021, signed: date | None = None) -> str:
    found = said(text, year, signed).by(digits).told
    return f"{found.start}/{found.end}"


FIGURES = [
    (YEAR, "12", "立案12件。"),
    (YEAR, "12", "今年以来立案12件。"),
    (YEAR, "12", "2021年，立案12件。"),
    ("2021-01-01/2021-11-30", "12", "今年1—11月，立案12件。"),
    ("2021-01-01/2021-11-30", "9", "今年1—11月，立案12件，结案9件。"),
    ("2021-01-01/2021-11-23", "12", "截至11月23日，共立案12件。"),
    ("2021-01-01/2021-11-23", "9", "截至11月23日，立案12件，结案9件。"),
    ("2021-11-23/2021-11-23", "12", "截至11月23日，现有执法人员12人。"),
    ("2021-11-23/2021-11-23", "12", "截至11月23日，全局共有执法人员12人。"),
    ("2018-01-01/2021-12-31", "57", "2018年以来，累计立案57件。"),
    ("2020-01-01/2020-12-31", "95", "2020年满意率达95%。"),
    ("2020-01-01/2020-12-31", "98", "检查船舶120艘次，而2020年为98艘次。"),
    (YEAR, "120", "检查船舶120艘次，而2020年为98艘次。"),
    (YEAR, "12", "2020年满意率达95%，立案12件。"),
    ("2021-01-01/2021-06-30", "12", "上半年，立案12件。"),
    ("2021-07-01/2021-12-31", "9", "上半年立案12件，下半年立案9件。"),
    ("2021-01-01/2021-06-30", "12", "上半年立案12件，下半年立案9件。"),
    (YEAR, "9", "上半年立案12件。全年结案9件。"),
    (YEAR, "9", "上半年立案12件。结案9件。"),
    ("2021-10-01/2021-10-31", "12", "10月份立案12件。"),
    ("2017-01-01/2017-12-31", "82.5", "网办率由2017年的82.5%提高到88.2%。"),
    (YEAR, "88.2", "网办率由2017年的82.5%提高到88.2%。"),
    ("2020-01-01/2020-12-31", "189", "权力事项189项(2020年)、检查船舶120艘次。"),
    (YEAR, "120", "权力事项189项(2020年)、检查船舶120艘次。"),
    (YEAR, "12", "对2018年以来印发的文件开展清理，立案12件。"),
    ("2021-01-01/2021-11-30", "9", "1—11月受理投诉12件，其中噪声类9件。"),
    ("2020-01-01/2020-12-31", "45", "立案由上年的45件减少到38件。"),
    ("2021-07-01/2021-12-31", "9", "新规施行以来（7月至12月），立案12件，结案9件。"),
    (YEAR, "9", "新规施行以来（7月至12月），立案12件；全港结案9件。"),
    ("2021-06-01/2021-06-30", "9", "“航运宣传月”当月（6月）检查船舶12艘次，立案9件。"),
    (YEAR, "9", "“航运宣传月”当月（6月）检查船舶12艘次；立案9件。"),
    ("2021-03-01/2021-09-30", "9", "3月至9月，“清港行动”检查船舶12艘次。上述行动共立案9件。"),
    (YEAR, "9", "3月至9月，“清港行动”检查船舶12艘次。全年立案9件。"),
    ("2022-01-01/2022-12-31", "12", "2022年，检查船舶12艘次。"),
    ("2022-01-01/2022-12-31", "12", "三、2022年工作打算\n检查船舶12艘次。"),
    ("2022-01-01/2022-06-30", "12", "三、2022年工作打算\n上半年检查船舶12艘次。"),
]


@pytest.mark.parametrize(("days", "digits", "text"), FIGURES)
def test_figures(days: str, digits: str, text: str) -> None:
    assert told(text, digits) == days


GAPS = [
    ("2022-01-01/2022-12-31", "12", "我局计划于2022年检查船舶12艘次。", "a year behind 于 is taken for one compared with"),
    ("2020-01-01/2020-12-31", "45", "与2020年相比，立案由45件减少到38件。", "what is compared with names the year of the earlier figure"),
]


@pytest.mark.parametrize(("days", "digits", "text"), [pytest.param(*case, marks=pytest.mark.xfail(reason=why, strict=True)) for *case, why in GAPS])
def test_figures_not_told_right_yet(days: str, digits: str, text: str) -> None:
    assert told(text, digits) == days


def test_the_signature_ends_what_goes_on() -> None:
    assert told("5月以来，立案12件。", "12", signed=date(2021, 12, 3)) == "2021-05-01/2021-12-03"
    assert told("5月以来，立案12件。", "12", signed=date(2022, 1, 20)) == "2021-05-01/2021-12-31"


@pytest.mark.parametrize(
    ("stated", "text"), [(True, "2021年立案12件。"), (True, "截至11月23日立案12件。"), (False, "立案12件。"), (False, "三、下一步打算\n检查船舶12艘次。")]
)
def test_whether_the_text_says_so(stated: bool, text: str) -> None:
    assert said(text).by("12").told.stated is stated


def test_a_change_is_told_for_the_stretch_of_its_figure() -> None:
    assert told("1—11月检查船舶120艘次，同比增长14%。", "14") == "2021-01-01/2021-11-30"


def test_without_a_year_what_is_stated_still_is() -> None:
    assert told("2020年立案12件。", "12", year=None) == "2020-01-01/2020-12-31"
