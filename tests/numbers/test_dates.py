"""Dates: the whole of it first, then what stands around it."""

import pytest

from extractor.numbers.dates import match_date

# Written as it stands; what follows is no part of it.
DATES = [
    ("2021年", ",全站履职"),
    ("2021年度", "工作总结"),
    ("2021年3月", "起施行"),
    ("2021年3月15日", "召开会议"),
    ("2021年1月1日—10月31日", "受理"),
    ("2021年1月至10月", ",受理"),
    ("2021年1-10月", "受理"),
    ("2019年至2021年", "累计"),
    ("2019—2021年", "累计"),
    ("2019-2021年度", "规划"),
    ("2019、2020、2021年度", "三年"),
    ("2020、2021年", "两年"),
    ("2021.5.27", "印发"),
    ("2021-05-27", "印发"),
    ("2021/5/27", "印发"),
    ("2021-05-27 08:30", "来源"),
    ("2021年5月27日08:30", "来源"),
    ("1月—11月", "受理"),
    ("1—10月", "受理"),
    ("3月15日", "当天"),
    ("3月5日至8日", "集训"),
    ("12月", "完成"),
    ("20**年", "度报告"),
    ("20xx年", "度报告"),
    ("12·4", "宪法日"),
    ("6·26", "国际禁毒日"),
    ("12.4", "”国家宪法日"),
    ("12.4", "宪法宣传周"),
    ("5.12", "防灾减灾日"),
    ("11:44", "发布"),
    ("1-3季度", "受理"),
    ("9时30分", "到场"),
]


@pytest.mark.parametrize(("written", "behind"), DATES)
def test_the_whole_of_a_date_is_taken(written: str, behind: str) -> None:
    span = match_date(written + behind, 0)
    assert span is not None
    assert (written + behind)[span.slice] == written


NO_DATES = [
    "2.8万元",
    "12.4万元",
    "12.4个百分点",
    "3.5小时",
    "2021件",
    "2021家企业",
    "2022万元",
    "12月龄",
    "13月",
    "32日内",
    "15日内答复",
    "10日拘留",
    "5日游",
    "3年",
    "25:61",
    "1:3",
    "100日行动",
    "2030.5吨",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert match_date(text, 0) is None


@pytest.mark.parametrize("before", ["行政拘留", "停业", "为期", "缩短", "缩短为", "压减至", "办理时限为"])
def test_a_duration_is_no_day(before: str) -> None:
    assert match_date(f"{before}10日", len(before)) is None


def test_no_date_begins_where_there_is_no_digit() -> None:
    assert match_date("年2021", 0) is None
