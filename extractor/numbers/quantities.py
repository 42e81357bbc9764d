"""A number with its unit: value, multiplier, qualifier, range.

>>> parse_quantity("罚款3.2万余元", 2)
Quantity(span=Span(start=2, end=8), digits=Span(start=2, end=5), value=Decimal('32000'), value_max=None, unit='元', qualifier='over', in_words=False)
>>> q = parse_quantity("缩短为1至3个工作日", 3); (q.value, q.value_max, q.unit)
(Decimal('1'), Decimal('3'), '工作日')
>>> q = parse_quantity("满意率98.5%以上", 3); (q.value, q.unit, q.qualifier)
(Decimal('98.5'), '%', 'at_least')
"""

from dataclasses import dataclass
from decimal import Context, Decimal

import regex

from extractor.numbers.grammar import DASH, EXCESS, MULTIPLIER, MULTIPLIERS, NUMBER, UNIT
from extractor.numbers.units import dimension_of
from extractor.spans import Span

# The default context rounds to 28 digits; a text may hold more of them, and nothing is ever rounded.
_EXACT = Context(prec=100_000)
# The words of a unit that are no part of it: 5个工作日 are 工作日, 8个百分点 are 百分点, 3个小时 are 小时.
_UNIT_TAIL = rf"(?P<unit>(?:个(?=工作日|百分点|小时|学时))?{UNIT}(?:/(?:[年月人次户亩天日件吨米]|[千万]人|小时|工作日|平方米|立方米|公里|平方公里)){{0,2}})?"
_AMOUNT = regex.compile(
    rf"(?P<fraction>百分之|千分之)?(?P<number>{NUMBER})(?P<over>{EXCESS})? ?(?P<times>{MULTIPLIER})?"
    rf"(?:零?(?P<rest>{NUMBER})(?P<rest_times>{MULTIPLIER})?(?=元))?(?P<over_times>{EXCESS})? ?{_UNIT_TAIL}"
)
_RANGE = regex.compile(
    rf"(?P<number>{NUMBER})(?P<times>{MULTIPLIER})?{_UNIT_TAIL}{DASH}"
    rf"(?P<number_max>{NUMBER})(?P<times_max>{MULTIPLIER})?(?P<unit_max>(?:个(?=工作日|百分点|小时|学时))?{UNIT})"
)

_LENT = regex.compile(rf"(?:(?:、|和|及){NUMBER}个?){{0,4}}(?:、|和|及){NUMBER}(?P<unit>个(?:工作日|百分点|小时|学时))")
# In front of the number, nearest first. 共 约 may stand between: 超过共计200家 is not said.
_BEFORE = [
    ("at_least", ("不低于", "不少于", "至少", "不得低于", "不得少于", "最少", "起码", "不小于", "最低")),
    ("at_most", ("不足", "不满", "不超过", "不高于", "不多于", "至多", "最多", "不得超过", "不大于", "低于", "少于")),
    ("about", ("约", "大概", "约为", "约占", "约合", "约需", "约计", "约达", "约有")),
    ("nearly", ("将近", "接近", "近", "逼近")),
    ("over", ("超过", "逾", "超", "突破", "多于", "高于", "大于")),
]
# Words that end like a qualifier and are none.
_NO_QUALIFIER = ("附近", "最近", "临近", "邻近", "靠近", "节约", "签约", "履约", "预约", "集约", "公约", "违约", "制约", "契约", "合约", "赴约", "毁约", "续约")
# With words between: 至少开展1次, 不超过核定值的80%, 约占案件的31%.
_FURTHER = (
    ("at_least", regex.compile(r"(?:至少|不少于|不得少于|最少(?!的))[\u4e00-\u9fff]{1,4}$|(?:不低于|不少于)[\u4e00-\u9fff]{1,8}的$")),
    ("at_most", regex.compile(r"(?:不超过|不高于)[\u4e00-\u9fff]{1,8}的$")),
    ("about", regex.compile(r"约占[\u4e00-\u9fff]{1,10}的$")),
)
_REACH = 14
_DEADLINES = ("小时", "工作日", "分钟", "个月", "天", "日")
_AFTER = [
    ("at_least", ("以上", "及以上", "或以上")),
    ("at_most", ("以下", "以内", "之内", "及以下")),
    ("about", ("左右", "上下")),
    ("over", ("余", "多")),
]


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount: ``span`` runs from the number to the end of its unit, ``digits`` is the number alone (view offsets).

    ``value`` is in the base unit, 万 and 亿 multiplied out, % left as percent; ``value_max`` is the upper end of a range. ``unit``
    is as written, without its multiplier, empty where none is. ``qualifier`` is exact, about, nearly, over, at_least or at_most.
    """

    span: Span
    digits: Span
    value: Decimal
    value_max: Decimal | None
    unit: str
    qualifier: str
    in_words: bool = False

    @property
    def dimension(self) -> str:
        """What the unit measures; a unit with a per (元/年/人) measures what its first part does."""
        return dimension_of(self.unit) or dimension_of(self.unit.split("/")[0]) or "number"


def parse_quantity(text: str, place: int) -> Quantity | None:
    """The quantity whose number begins at a place of the view; None where none does."""
    start = place - 3 if text[max(0, place - 3) : place] in ("百分之", "千分之") else place
    found = _RANGE.match(text, place)
    if found and _is_range(found):
        return _ranged(text, found)
    found = _AMOUNT.match(text, start)
    return _single(text, found) if found else None


def _is_range(found: regex.Match[str]) -> bool:
    low, high = (value_of(found[n], None) for n in ("number", "number_max"))
    return low < high or found["times"] is not None


def _ranged(text: str, found: regex.Match[str]) -> Quantity:
    times = found["times"] or found["times_max"]
    unit = _plain_unit(found["unit_max"])
    return Quantity(
        span=Span(*found.span()),
        digits=Span(found.start("number"), found.end("number_max")),
        value=value_of(found["number"], times),
        value_max=value_of(found["number_max"], found["times_max"]),
        unit=unit,
        qualifier=_qualifier(text, found.start(), found.end(), None),
    )


def _single(text: str, found: regex.Match[str]) -> Quantity:
    value = value_of(found["number"], found["times"])
    if found["rest"]:
        value = _EXACT.add(value, value_of(found["rest"], found["rest_times"]))
    end = found.end() if found["unit"] or found["over_times"] or found["times"] else found.end("number")
    unit = {"百分之": "%", "千分之": "‰"}.get(found["fraction"] or "") or _shared_unit(text, found) or _plain_unit(found["unit"] or "")
    return Quantity(
        span=Span(found.start(), end if found["over"] is None else max(end, found.end("over"))),
        digits=Span(found.start("number"), found.end("rest") if found["rest"] else found.end("number")),
        value=_normal(value),
        value_max=None,
        unit=unit,
        qualifier=_qualifier(text, found.start(), end, found["over"] or found["over_times"]),
    )


def _shared_unit(text: str, found: regex.Match[str]) -> str:
    """60个、30个工作日 are both 工作日; empty where no later number lends its unit."""
    lent = _LENT.match(text, found.end()) if found["unit"] == "个" else None
    return _plain_unit(lent["unit"]) if lent else ""


def value_of(number: str, times: str | None = None) -> Decimal:
    """The value of a number as written, with its multiplier."""
    return _normal(_EXACT.multiply(Decimal(number.replace(",", "")), Decimal(MULTIPLIERS.get(times or "", 1))))


def _normal(value: Decimal) -> Decimal:
    """The same value without an exponent or trailing zeros after the point."""
    return _EXACT.quantize(value, Decimal(1)) if value == _EXACT.to_integral_value(value) else _EXACT.normalize(value)


def _plain_unit(written: str) -> str:
    return written[1:] if written.startswith("个") and written[1:] in ("工作日", "百分点", "小时", "学时") else written


def _qualifier(text: str, start: int, end: int, excess: str | None) -> str:
    if excess:
        return "over"
    behind = text[end : end + 3]
    for name, words in _AFTER:
        if behind.startswith(words) and not (name == "over" and behind[:1] == "多" and behind[1:2] in "方部元种"):
            return name
    if behind[:1] == "内" and text[max(0, end - 3) : end].endswith(_DEADLINES):
        return "at_most"
    before = text[max(0, start - 4) : start]
    for name, words in _BEFORE:
        if before.endswith(words) and not before.endswith(_NO_QUALIFIER):
            return name
    return next((name for name, pattern in _FURTHER if pattern.search(text, max(0, start - _REACH), start)), "exact")
