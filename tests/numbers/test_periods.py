"""Stretches of time: what they resolve to in a report on 2021 first, then the ways to say it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.document import Document
from extractor.numbers.periods import Reported, find_periods, resolve

REPORTED = Reported(2021, date(2021, 12, 20))


def resolved(text: str, reported: Reported = REPORTED) -> list[str]:
    return ["/".join(map(str, resolve(period, reported))) for period in find_periods(Document.of(text).view.text)]


PERIODS = [
    ("2021-01-01/2021-11-30", ["今年1月—11月受理", "今年1月至11月受理", "1—11月受理", "1-11月受理", "2021年1月—11月受理", "2021年1至11月受理", "2021年1月1日—11月30日受理", "2021年1月1日至2021年11月30日受理", "自2021年1月1日起至11月30日受理"]),
    ("2021-01-01/2021-11-23", ["截至11月23日,受理", "截止11月23日,受理", "截止到11月23日,受理", "截至2021年11月23日,受理"]),
    ("2021-01-01/2021-10-31", ["截至10月底,受理", "截至2021年10月底,受理", "截至10月,受理"]),
    ("2016-01-01/2021-12-31", ["2016年以来累计受理", "自2016年以来受理", "2016年至今受理", "2016年以来,受理"]),
    ("2021-11-04/2021-12-20", ["11月4日以来受理", "自11月4日以来受理", "2021年11月4日以来受理"]),
    ("2021-05-01/2021-12-20", ["5月以来受理", "5月份以来受理"]),
    ("2021-01-01/2021-12-31", ["今年以来受理", "全年受理", "本年度受理", "2021年受理", "2021年度受理", "截至目前受理", "年内受理", "2021年以来受理", "今年受理"]),
    ("2020-01-01/2020-12-31", ["2020年受理", "2020年度受理", "上年度受理", "上年同期受理", "去年同期受理"]),
    ("2021-01-01/2021-06-30", ["上半年受理", "今年上半年受理", "2021年上半年受理"]),
    ("2021-07-01/2021-12-31", ["下半年受理", "三、四季度受理", "第三至四季度受理"]),
    ("2020-07-01/2020-12-31", ["2020年下半年受理"]),
    ("2021-07-01/2021-09-30", ["第三季度受理", "三季度受理", "今年三季度受理", "第3季度受理"]),
    ("2021-01-01/2021-09-30", ["前三季度受理", "前三个季度受理", "一至三季度受理", "1-3季度受理"]),
    ("2021-10-01/2021-10-31", ["10月份受理", "今年10月受理", "2021年10月受理"]),
    ("2019-01-01/2021-12-31", ["2019年至2021年受理", "2019—2021年受理", "2019-2021年受理"]),
    ("2021-03-05/2021-03-20", ["3月5日至20日集中整治", "3月5日—20日集中整治", "3月5日至3月20日集中整治"]),
    ("2020-11-01/2021-10-31", ["2020年11月至2021年10月受理"]),
    ("2016-01-01/2020-12-31", ["“十三五”期间受理", "十三五时期受理", "“七五”普法期间受理"]),
    ("2016-01-01/2021-12-31", ["“十三五”以来累计受理", "“七五”普法以来受理", "七五普法启动以来受理"]),
    ("2017-01-01/2021-12-31", ["2017年到2021年受理", "2017至2021年间受理"]),
    ("2021-08-01/2021-10-31", ["今年8月至10月受理", "8月到10月受理", "8月1日至10月31日受理"]),
    ("2020-12-01/2021-11-30", ["2020年12月1日至2021年11月30日受理", "自2020年12月1日至2021年11月30日，受理", "2020年12月-2021年11月受理"]),
    ("2020-07-01/2021-12-20", ["2020年7月至今受理", "自2020年7月开展行动以来受理"]),
    ("2021-01-01/2021-11-30", ["今年前11个月受理", "2021年前十一个月受理"]),
    ("2021-01-01/2021-10-31", ["前10个月受理"]),
    ("2021-01-01/2021-12-31", ["截至年底，受理", "截至2021年末，受理", "截至12月31日，受理"]),
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "text"), [(wanted, text) for wanted, texts in PERIODS for text in texts])
def test_periods(wanted: str, text: str) -> None:
    assert resolved(text) == [wanted]


GAPS = [
    ("2021-08-01/2021-09-30", "8、9月份受理", "of two months in a row only the last is seen"),
    ("2021-09-01/2021-12-20", "自2021年9月起受理", "起 alone does not say that it goes on"),
    ("2021-09-01/2021-12-20", "自9月1日起受理", "起 alone does not say that it goes on"),
    ("2019-01-01/2021-12-31", "近三年来累计受理", "so many years back are not known"),
    ("2017-01-01/2021-12-31", "五年来累计受理", "so many years back are not known"),
    ("2020-01-01/2020-12-31", "去年全年受理", "去年 is passed over and 全年 taken"),
]


@pytest.mark.parametrize(("wanted", "text"), [pytest.param(wanted, text, marks=pytest.mark.xfail(reason=why, strict=True)) for wanted, text, why in GAPS])
def test_periods_not_known_yet(wanted: str, text: str) -> None:
    assert resolved(text) == [wanted]


NONE = [
    "有效期届满前3个月",
    "到期前2个月",
    "受理案件3件",
    "落实《港口规划(2021—2025年)》",
    "落实《2020年工作要点》",
    "较2020年增长3%",
    "比2020年减少7件",
    "与2020年相比持平",
    "每季度学习",
    "共2021件",
    "12345热线",
    "第一时间",
    "一年一度",
    "岁末年初",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_period(text: str) -> None:
    assert resolved(text) == []


SEVERAL = [
    (["2021-01-01/2021-11-23", "2016-01-01/2021-12-31"], "截至11月23日受理5件,2016年以来累计受理57件"),
    (["2020-01-01/2020-12-31", "2021-01-01/2021-12-31"], "2020年受理5件,2021年受理7件"),
    (["2021-01-01/2021-06-30", "2021-07-01/2021-12-31"], "上半年5件,下半年7件"),
]


@pytest.mark.parametrize(("wanted", "text"), SEVERAL)
def test_several_periods_in_one_sentence(wanted: list[str], text: str) -> None:
    assert resolved(text) == wanted


def test_a_report_signed_after_its_year_ends_with_the_year() -> None:
    assert Reported(2021, date(2022, 1, 15)).until == date(2021, 12, 31)
    assert Reported(2021, date(2020, 1, 15)).until == date(2021, 12, 31)
    assert Reported(2021).until == date(2021, 12, 31)
    assert resolved("5月以来受理", Reported(2021, date(2022, 1, 15))) == ["2021-05-01/2021-12-31"]


def test_february_ends_where_the_calendar_says() -> None:
    assert resolved("截至2月底,受理", Reported(2020)) == ["2020-01-01/2020-02-29"]
    assert resolved("截至2月31日,受理", Reported(2021)) == ["2021-01-01/2021-02-28"]


PIECES = st.sampled_from(
    [
        *"0123456789年月日至—-,。、底",
        "2021年",
        "今年",
        "截至",
        "以来",
        "上半年",
        "三季度",
        "自",
        "11月",
        "全年",
        "去年同期",
        "1-",
        "“十三五”期间",
        "年底",
        "《",
        "》",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join), st.integers(2012, 2026), st.none() | st.dates(date(2010, 1, 1), date(2030, 1, 1)))
def test_a_period_is_a_stretch_within_sensible_bounds(text: str, year: int, signed: date | None) -> None:
    reported = Reported(year, signed)
    for period in find_periods(text):
        start, end = resolve(period, reported)
        assert date(1900, 1, 1) <= start <= date(2100, 1, 1)
        assert date(1900, 1, 1) <= end <= date(2100, 1, 1)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_periods_stand_in_order_and_apart(text: str) -> None:
    place = 0
    for period in find_periods(text):
        assert place <= period.span.start < period.span.end <= len(text)
        place = period.span.end
