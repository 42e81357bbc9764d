"""Amounts: value, unit and qualifier first, then the ways to write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.document import Document
from extractor.numbers.grammar import MULTIPLIERS
from extractor.numbers.lexer import find_numerals
from extractor.numbers.quantities import Quantity, parse_quantity

Amount = tuple[str, str | None, str, str]


def amounts(text: str) -> list[Amount]:
    view = Document.of(text).view.text
    return [_amount(numeral.quantity) for numeral in find_numerals(view) if numeral.quantity]


def _amount(quantity: Quantity) -> Amount:
    upper = None if quantity.value_max is None else f"{quantity.value_max:f}"
    return f"{quantity.value:f}", upper, quantity.unit, quantity.qualifier


# value, unit, then sentences that state it and nothing else.
EXACT = [
    (
        "1082",
        "件",
        ["全站答复咨询1082件", "全站答复咨询1,082件", "全站答复咨询1，082件", "全站答复咨询１０８２件", "全站答复咨询1082 件", "全站答复咨询1 082件"],
    ),
    ("12345678.9", "元", ["拨付补助12,345,678.9元", "拨付补助1234.56789万元", "拨付补助1,234.56789万元", "拨付补助1234.56789 万元"]),
    ("3210", "人", ["登记船员3 210人", "登记船员3210人", "登记船员3210 人", "登记船员３２１０人", "登记船员3,210人"]),
    ("12560", "起", ["处置警情12 560起", "处置警情1.256万起", "处置警情12560起"]),
    ("2000000", "人次", ["接待旅客200万人次", "接待旅客2百万人次", "接待旅客200 万人次", "接待旅客200万 人次"]),
    ("350000000", "元", ["清缴税款3.5亿元", "清缴税款35000万元", "清缴税款3亿5000万元", "清缴税款３．５亿元"]),
    ("5000", "份", ["分发手册5千份", "分发手册5000份"]),
    ("98.5", "%", ["持证率98.5%", "持证率98.5％", "持证率98.5﹪", "持证率９８．５％", "持证率 98.5 %", "持证率百分之98.5"]),
    ("3.2", "‰", ["差错率3.2‰", "差错率千分之3.2"]),
    ("8.6", "百分点", ["比赛成绩为8.6个百分点", "比赛成绩为8.6百分点"]),
    ("20", "工作日", ["办理用时20个工作日", "办理用时20工作日", "办理用时 20 个工作日"]),
    ("40", "学时", ["学习时长40学时", "学习时长40个学时"]),
    ("5", "个月", ["筹备用了5个月"]),
    ("156", "分", ["机构记分156分"]),
    ("45", "户次", ["巡查渔船45户次"]),
    ("98.5", "公顷", ["修复湿地98.5公顷"]),
    ("0", "件", ["重大事故0件", "重大事故０件"]),
    ("120", "元/年/人", ["补助标准120元/年/人"]),
    ("1.5", "倍", ["订单为原来的1.5倍"]),
    ("7", "", ["结果为7"]),
]


@pytest.mark.parametrize(("value", "unit", "text"), [(value, unit, text) for value, unit, texts in EXACT for text in texts])
def test_exact_amounts(value: str, unit: str, text: str) -> None:
    assert amounts(text) == [(value, None, unit, "exact")]


# qualifier, value, unit, then sentences.
QUALIFIED = [
    ("over", "100", "名", ["招募志愿者100余名", "招募志愿者100多名", "招募志愿者超过100名", "招募志愿者逾100名", "招募志愿者超100名", "招募志愿者突破100名"]),
    ("over", "7000000", "条", ["汇集数据700多万条", "汇集数据700余万条", "汇集数据700万余条", "汇集数据700万多条", "汇集数据700万+条"]),
    ("over", "32000", "元", ["追回欠薪3.2万余元", "追回欠薪3.2万多元", "追回欠薪3.2余万元", "追回欠薪超过3.2万元"]),
    ("nearly", "12000000", "条", ["汇集数据近1200万条", "汇集数据将近1200万条", "汇集数据接近1200万条"]),
    ("about", "300", "家", ["走访企业300家左右", "走访企业约300家", "走访企业大概300家", "走访企业300家上下"]),
    ("at_least", "40", "学时", ["完成不低于40学时", "完成不少于40学时", "完成至少40学时", "完成40学时以上", "完成40个学时及以上"]),
    ("at_least", "50", "%", ["办理时间缩短50%以上", "办理时间缩短50％以上", "办理时间缩短不低于50%", "办理时间至少缩短50%"]),
    ("at_most", "3", "小时", ["响应不超过3小时", "响应3小时以内", "响应3小时内", "响应3小时之内", "响应3个小时以内"]),
    ("at_most", "5", "%", ["误差5%以下", "误差不高于5%", "误差低于5%"]),
    ("exact", "43", "名", ["附近43名船员换证", "最近43名船员换证", "签约43名船员"]),
    ("exact", "6", "家", ["制约6家企业", "节约6家企业"]),
]


@pytest.mark.parametrize(("qualifier", "value", "unit", "text"), [(q, value, unit, text) for q, value, unit, texts in QUALIFIED for text in texts])
def test_qualifiers(qualifier: str, value: str, unit: str, text: str) -> None:
    assert amounts(text) == [(value, None, unit, qualifier)]


# value, value_max, unit, then sentences.
RANGES = [
    (
        "3",
        "5",
        "工作日",
        [
            "办理用3-5个工作日",
            "办理用3—5个工作日",
            "办理用3至5个工作日",
            "办理用3～5个工作日",
            "办理用3到5个工作日",
            "办理用3个工作日至5个工作日",
            "办理用３－５个工作日",
        ],
    ),
    ("20000", "50000", "元", ["每船补助2-5万元", "每船补助2万-5万元", "每船补助2万元—5万元", "每船补助2万至5万元"]),
    ("10", "20", "%", ["涨幅在10%-20%", "涨幅在10%—20%", "涨幅在10—20%", "涨幅在10%至20%"]),
    ("1.5", "2.5", "小时", ["每班1.5-2.5小时", "每班1.5小时至2.5小时"]),
]


@pytest.mark.parametrize(("low", "high", "unit", "text"), [(low, high, unit, text) for low, high, unit, texts in RANGES for text in texts])
def test_ranges(low: str, high: str, unit: str, text: str) -> None:
    assert amounts(text) == [(low, high, unit, "exact")]


SEVERAL = [
    ([("30", None, "家", "exact"), ("156", None, "分", "exact")], "计分30家156分"),
    ([("5", None, "件", "exact"), ("7", None, "人", "exact")], "移送5件7人"),
    ([("82.5", None, "%", "exact"), ("88.2", None, "%", "exact")], "从82.5%提高到88.2%"),
    ([("60", None, "工作日", "exact"), ("30", None, "工作日", "exact")], "时限为60个、30个工作日"),
    ([("45", None, "户次", "exact"), ("584", None, "间次", "exact"), ("7", None, "家", "exact")], "走访码头45户次、船厂584间次、船企7家"),
    ([("1", None, "件", "exact"), ("234", None, "件", "exact")], "甲港1件,234件在乙港"),
    ([("1600", None, "件", "exact"), ("16000", None, "元", "exact")], "售票1600件16000 元"),
]


@pytest.mark.parametrize(("wanted", "text"), SEVERAL, ids=[text for _, text in SEVERAL])
def test_several_amounts_in_one_breath(wanted: list[Amount], text: str) -> None:
    assert amounts(text) == wanted


@pytest.mark.xfail(reason="a letter O among digits makes them part of a name", strict=True)
@pytest.mark.parametrize("text", ["答复咨询1O82件", "答复咨询1０8２件".replace("０", "Ｏ")])
def test_a_letter_o_among_digits_is_a_nought(text: str) -> None:
    assert amounts(text) == [("1082", None, "件", "exact")]


@pytest.mark.xfail(reason="a decimal with a middle dot is taken for a day", strict=True)
def test_a_middle_dot_before_a_unit_is_a_point() -> None:
    assert amounts("拨付3·5万元") == [("35000", None, "元", "exact")]


def test_no_amount_begins_where_there_is_no_digit() -> None:
    assert parse_quantity("件3", 0) is None


def test_the_span_runs_over_the_unit_and_the_digits_do_not() -> None:
    text = "罚款3.2万余元"
    quantity = parse_quantity(text, 2)
    assert quantity is not None
    assert (text[quantity.span.slice], text[quantity.digits.slice]) == ("3.2万余元", "3.2")


def test_a_long_sum_is_no_telephone_number() -> None:
    assert amounts("清缴税款130000000000元") == [("130000000000", None, "元", "exact")]


def test_a_range_of_sums_is_no_range_of_years() -> None:
    assert amounts("每船补助2000—2050元") == [("2000", "2050", "元", "exact")]


def test_a_range_of_long_sums_is_no_identifier() -> None:
    assert amounts("每船补助1000000—2000000元") == [("1000000", "2000000", "元", "exact")]


@pytest.mark.parametrize("text", ["架设110千伏线路", "气压为110千帕"])
def test_the_thousand_of_a_unit_is_no_multiplier(text: str) -> None:
    assert [value for value, *_ in amounts(text)] == ["110"]


def test_a_range_of_sums_is_no_hotline() -> None:
    assert amounts("每船补助11000—12000元") == [("11000", "12000", "元", "exact")]


# --- what is written in any of the forms parses back exactly

WHOLE = st.integers(1, 10**15)
FRACTION = st.decimals("0.01", "999999.99", places=2)


@given(WHOLE)
def test_a_whole_number_parses_back_with_and_without_commas(number: int) -> None:
    for written in (str(number), f"{number:,}", f"{number:,}".replace(",", "，"), str(number).translate({code: code + 0xFEE0 for code in range(0x30, 0x3A)})):
        assert amounts(f"拨付{written}元") == [(str(number), None, "元", "exact")]


@given(FRACTION, st.sampled_from(sorted(set(MULTIPLIERS) - {"百", "千", "十万"})))
def test_a_multiplier_is_multiplied_out_exactly(number: Decimal, times: str) -> None:
    (value, upper, unit, _), *more = amounts(f"拨付{number:f}{times}元")
    assert (Decimal(value), upper, unit, more) == (number * MULTIPLIERS[times], None, "元", [])


@given(st.text("0123456789", min_size=1, max_size=400).filter(lambda digits: digits.strip("0")), st.text("0123456789", min_size=1, max_size=60))
def test_numbers_of_any_length_stay_exact(whole: str, part: str) -> None:
    quantity = parse_quantity(f"{whole}.{part}亿元", 0)
    assert quantity is not None
    assert int(Decimal(f"{quantity.value:f}").as_integer_ratio()[0]) * 10 ** len(part) == int(whole + part) * 10**8 * quantity.value.as_integer_ratio()[1]


@given(st.integers(1, 10**5).filter(lambda low: not 1900 <= low < 2100), st.integers(1, 10**6), st.sampled_from(["-", "—", "至", "~", "–"]))
def test_a_range_has_its_two_ends(low: int, more: int, dash: str) -> None:
    assert amounts(f"补助{low}{dash}{low + more}元") == [(str(low), str(low + more), "元", "exact")]
