"""Amounts in Chinese numerals: value and unit first, then the ways to write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.numbers.words import find_worded_quantities, parse_numeral

AMOUNTS = [
    ("2", "起", "exact", ["调处渔事纠纷两起", "调处渔事纠纷二起", "查获假证贰起"]),
    ("12", "次", "exact", ["出海巡查十二次", "夜间巡航十二次"]),
    ("20", "场", "over", ["送法进港二十余场", "送法进港二十多场"]),
    ("95", "%", "exact", ["持证上岗率达百分之九十五"]),
    ("97.3", "%", "exact", ["持证上岗率达百分之九十七点三"]),
    ("30000", "元", "exact", ["船东被罚叁万元", "船东被罚三万元"]),
    ("105", "人", "exact", ["报名船员一百零五人"]),
    ("1050", "份", "exact", ["印发海图一千零五十份"]),
    ("1000", "人", "nearly", ["培训渔民近千人"]),
    ("10000", "人次", "about", ["服务渔民约万人次"]),
    ("100", "名", "over", ["组织船员逾百名"]),
    ("3", "件", "at_least", ["每季度督办至少三件", "每季度督办三件以上"]),
    ("1", "起", "exact", ["仅发生一起", "全年发生碰撞事故一起"]),
    ("1", "件", "exact", ["清理文件9件，修改一件", "复议维持一件", "撤销一件"]),
    ("3", "个月", "exact", ["整治历时三个月"]),
    ("5", "工作日", "exact", ["审核时间为五个工作日"]),
]


@pytest.mark.parametrize(("value", "unit", "qualifier", "text"), [(v, u, q, text) for v, u, q, texts in AMOUNTS for text in texts])
def test_amounts_in_words(value: str, unit: str, qualifier: str, text: str) -> None:
    assert [(f"{q.value:f}", q.unit, q.qualifier, q.in_words) for q in find_worded_quantities(text)] == [(value, unit, qualifier, True)]


@pytest.mark.parametrize("text", ["每季度督办不少于三件", "每季度督办不低于三件"])
def test_a_least_number_is_no_denial(text: str) -> None:
    assert [(str(q.value), q.qualifier) for q in find_worded_quantities(text)] == [("3", "at_least")]


NO_AMOUNTS = [
    "严格执行三重一大决策制度",
    "树牢四个意识,坚定四个自信",
    "锲而不舍落实八项规定精神",
    "第一责任人职责落实到位",
    "第一时间处置险情",
    "七五普法圆满收官",
    "推进一件事一次办改革",
    "开展二次供水检查",
    "召开十九届五中全会精神宣讲会",
    "做到两手抓、两促进",
    "建立三级网络",
    "一件一件抓落实",
    "“两件事”同步推进",
    "依据《一次告知规定》办事",
    "没有发生一起事故",
    "未引发一起复议案件",
    "每一件诉求都有回音",
    "几起纠纷",
    "一处理一回访",
    "一次性告知",
    "一家人",
    "一例外",
]


@pytest.mark.parametrize("text", NO_AMOUNTS)
def test_phrases_are_no_amounts(text: str) -> None:
    assert list(find_worded_quantities(text)) == []


NUMERALS = [
    (2, ["二", "两", "贰"]),
    (10, ["十", "拾", "一十"]),
    (12, ["十二", "一十二"]),
    (20, ["二十", "贰拾"]),
    (105, ["一百零五"]),
    (250, ["二百五十", "两百五十"]),
    (1050, ["一千零五十"]),
    (32000, ["三万二千"]),
    (100003, ["十万零三"]),
    (2022, ["二〇二二", "二零二二"]),
]


@pytest.mark.parametrize(("number", "written"), [(number, written) for number, ways in NUMERALS for written in ways])
def test_numerals_are_numbers(number: int, written: str) -> None:
    assert parse_numeral(written) == number


@pytest.mark.parametrize(("number", "written"), [(120_000_000, "一亿二千万"), (350_060_000, "三亿五千零六万")])
def test_hundreds_of_millions_and_myriads_add_up(number: int, written: str) -> None:
    assert parse_numeral(written) == number


@pytest.mark.parametrize("written", ["十十", "百百", "", "十百"])
def test_what_names_no_number(written: str) -> None:
    assert parse_numeral(written) is None


@pytest.mark.parametrize("written", ["港", "三条", "3", "一二三四x"])
def test_what_is_no_numeral_at_all(written: str) -> None:
    assert parse_numeral(written) is None


DIGITS = "零一二三四五六七八九"


def worded(number: int) -> str:
    """A number below 100 000 000 in Chinese numerals, as it is taught."""
    if number >= 10_000:
        rest = number % 10_000
        return worded(number // 10_000) + "万" + ("零" if 0 < rest < 1000 else "") + (worded(rest) if rest else "")
    words, pending = "", False
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // size % 10
        if digit:
            words += ("零" if pending and words else "") + DIGITS[digit] + name
        pending = not digit
    return words


@given(st.integers(1, 99_999_999))
def test_a_number_in_words_parses_back(number: int) -> None:
    assert parse_numeral(worded(number)) == number
