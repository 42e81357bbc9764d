"""What a unit measures: the dimension first, then the units of it."""

import pytest
import regex

from extractor.numbers.grammar import MULTIPLIERS, UNIT
from extractor.numbers.units import dimension_of, load_units

DIMENSIONS = [
    ("count", "件 宗 起 例 家 户 户次 家(户)次 辆(艘)次 家次 间次 人 名 人次 场 场次 次 期 项 条 份 册 本 批次 台次 辆 艘 袋 只 株"),
    ("money", "元 元/年/人 元/平方米"),
    ("rate", "% ‰ 百分点 倍 成"),
    ("duration", "天 日 工作日 小时 学时 课时 分钟 个月 年"),
    ("area", "亩 公顷 平方米 平方公里"),
    ("length", "米 公里 千米"),
    ("mass", "吨 公斤 千克"),
    ("volume", "立方米 升"),
    ("score", "分"),
]


@pytest.mark.parametrize(("dimension", "units"), DIMENSIONS, ids=lambda value: value.split()[0])
def test_a_unit_has_its_dimension(dimension: str, units: str) -> None:
    assert {unit: dimension_of(unit) for unit in units.split()} == dict.fromkeys(units.split(), dimension)


@pytest.mark.parametrize("unit", ["号", "届", "万户", "万元", "亿", "年度", "kg件", "第", "％"])
def test_what_is_no_unit_has_no_dimension(unit: str) -> None:
    assert dimension_of(unit) is None


def test_a_bare_number_is_a_number() -> None:
    assert dimension_of("") == "number"


@pytest.mark.parametrize("unit", sorted(load_units()))
def test_patterns_take_the_whole_of_a_unit(unit: str) -> None:
    found = regex.match(UNIT, unit)
    assert found is not None
    assert found.group() == unit


def test_no_unit_is_a_multiplier() -> None:
    assert not set(load_units()) & set(MULTIPLIERS)
