r"""The quantity in a cell of a table: its number, and the unit that the cell, its row, its column or the line above the table names.

>>> from extractor.document import Document
>>> from extractor.outline.tables import find_tables
>>> text = "单位:件、万元\n项目\t立案\t罚没款\t办结率\n食品\t12\t3.5\t-2\n药品\t7起\t3千\t96.5"
>>> [(str(q.value), q.unit) for q in (parse_cell(text, cell) for cell in find_tables(Document.of(text), Span(0, len(text))).cells)]
[('12', '件'), ('35000', '元'), ('-2', '%'), ('7', '起'), ('3000', '元'), ('96.5', '%')]
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

import regex

from extractor.numbers.grammar import DASH, MULTIPLIER, NUMBER, UNIT
from extractor.numbers.quantities import Quantity, parse_quantity, value_of
from extractor.outline.tables import Cell
from extractor.spans import Span

_SPACED = regex.compile(r"\d{1,3}(?: \d{3})+(?:\.\d+)?(?![\d ])")
_RANGE = regex.compile(rf"(?P<low>{NUMBER})%? ?{DASH} ?(?P<high>{NUMBER})(?![\d,]) ?(?P<times>{MULTIPLIER})?")
_MULTIPLIED = regex.compile(rf" ?{MULTIPLIER}")
_AT_LEAST, _AT_MOST = regex.compile("[≥>]"), regex.compile("[≤<]")
_FALLS = regex.compile(r"[-–—↓▼]|下降|减少|降低")

_UNIT = regex.compile(rf"(?P<times>{MULTIPLIER})?(?P<unit>{UNIT})")
_PARTED = regex.compile(r"[、,/;和及或 ]+")
_UNITS = rf"(?:{MULTIPLIER})?{UNIT}(?:{_PARTED.pattern}(?:{MULTIPLIER})?{UNIT}){{0,8}}"
_BRACKETS = regex.compile(r"\([^()]*\)$")
_IN_BRACKETS = regex.compile(rf"\((?:计量)?(?:单位)?[:是为]?\s?(?P<all>{_UNITS})\)")
_ABOVE = regex.compile(rf"(?<!填报|编制|报送|责任|实施|统计)单位[:是为]\s?(?P<all>{_UNITS})(?!\p{{Han}})")
# What a header ends with says how its figures are counted: 合格率, 监督户次, 案件数, 人数. 数 is needed where the word alone is that of a thing.
_RATE = regex.compile(r"(?:率|比例|占比|比重|百分比|同比|环比|增幅|增速|增长|%)$")
_COUNTED = regex.compile(
    r"(?:(?P<unit>人次|户次|家次|间次|件次|场次|台次|辆次|艘次|架次|批次|班次|件|(?<![年月日身省股])份)数?|(?P<unit>宗|起|人|户|家|条|项|个|台|辆|册|场|期|次)数)$"
)
# Of several units named above a table, which a column is in.
_KINDS = (
    (regex.compile(r"款|金额|资金|经费|元|价值|收入|支出|损失|没收|投入|补偿|费"), ("元",)),
    (regex.compile(r"人[数次员]|民警|干部"), ("人", "名", "人次")),
    (regex.compile(r"案|受理|办结|处罚|许可|申请|复议|移送|强制|投诉|件"), ("件", "宗", "起")),
    (regex.compile(r"文书|通知书|意见书|合同|资料|材料"), ("份", "册")),
    (regex.compile(r"隐患|问题|线索|信息|意见|建议"), ("条", "处", "项", "个")),
    (regex.compile(r"培训|活动|宣传|会议|讲座"), ("次", "场", "场次", "期")),
    (regex.compile(r"检查|巡查|抽查|监督|企业|单位|场所|户"), ("户次", "家次", "家", "户", "个", "次")),
)


class Unit(NamedTuple):
    """A unit and its multiplier, as written; both empty where none is."""

    unit: str = ""
    times: str = ""


def parse_cell(text: str, cell: Cell) -> Quantity:
    """The quantity in a cell of a table; the unit that stands in the cell itself goes before all others."""
    words, place = text[cell.span.slice], cell.digits - cell.span.start
    found = _in_range(words, place) or _spaced(words, place) or parse_quantity(words, place)
    assert found is not None  # a cell is known by its number
    if not found.unit:
        unit = unit_of(text, cell)
        found = _in_unit(found, unit._replace(times="") if _MULTIPLIED.match(words, found.digits.end) else unit)
    if _FALLS.search(words, 0, place):
        found = replace(found, value=found.value.copy_negate())
    for sign, qualifier in ((_AT_LEAST, "at_least"), (_AT_MOST, "at_most")):
        if sign.search(words, 0, place):
            found = replace(found, qualifier=qualifier)
    return replace(found, span=cell.span, digits=Span(found.digits.start + cell.span.start, found.digits.end + cell.span.start))


def _in_range(words: str, place: int) -> Quantity | None:
    """3-5: two ends, with or without a unit behind them."""
    found = _RANGE.match(words, place)
    high = parse_quantity(words, found.start("high")) if found else None
    if found is None or high is None:
        return None
    low = value_of(found["low"], found["times"])
    digits = Span(found.start("low"), found.end("high"))
    return replace(high, digits=digits, value=low, value_max=high.value, qualifier="exact") if low < high.value else None


def _spaced(words: str, place: int) -> Quantity | None:
    """1 368 in a cell of its own is one number, whatever follows."""
    found = _SPACED.match(words, place)
    closed = parse_quantity(found.group().replace(" ", "") + words[found.end() :], 0) if found else None
    return replace(closed, digits=Span(*found.span())) if found and closed else None


def _in_unit(quantity: Quantity, unit: Unit) -> Quantity:
    value_max = None if quantity.value_max is None else value_of(f"{quantity.value_max:f}", unit.times)
    return replace(quantity, unit=unit.unit, value=value_of(f"{quantity.value:f}", unit.times), value_max=value_max)


# --- units


def unit_of(text: str, cell: Cell) -> Unit:
    """The unit of a cell as its surroundings name it: a header of rates, the unit of its row, brackets, last words, the line above the table."""
    headers = [text[head.slice] for head in reversed(cell.headers)]
    heads = [text[head.slice] for head in reversed(cell.heads)]
    return (
        _first(_rate, headers)
        or _whole(text[cell.unit.slice])
        or _first(_rate, heads)
        or _bracketed(headers + heads)
        or _first(_whole, headers)
        or _first(_counted, headers + heads)
        or _above(text, cell.caption, headers + heads)
        or Unit()
    )


def _first(way: Callable[[str], Unit | None], words: Sequence[str]) -> Unit | None:
    return next(filter(None, map(way, words)), None)


def _rate(words: str) -> Unit | None:
    """The unit of a rate or a change: % where no brackets name another one."""
    found = _IN_BRACKETS.search(words)
    if not _RATE.search(_BRACKETS.sub("", words)) and not words.endswith("%)"):
        return None
    return _listed(found["all"])[0] if found else Unit("%")


def _whole(words: str) -> Unit | None:
    """The unit that a cell is: 万元, (件)."""
    found = _UNIT.fullmatch(words.strip("()"))
    return Unit(found["unit"], found["times"] or "") if found else None


def _bracketed(words: Sequence[str]) -> Unit | None:
    found = next(filter(None, map(_IN_BRACKETS.search, words)), None)
    return _fitting(_listed(found["all"]), words) if found else None


def _counted(words: str) -> Unit | None:
    found = _COUNTED.search(_BRACKETS.sub("", words))
    return Unit(found["unit"]) if found else None


def _above(text: str, caption: Span, words: Sequence[str]) -> Unit | None:
    found = _ABOVE.search(text, *caption) or _IN_BRACKETS.search(text, *caption)
    return _fitting(_listed(found["all"]), words) if found else None


def _listed(units: str) -> list[Unit]:
    found = (_UNIT.fullmatch(part) for part in _PARTED.split(units) if part)
    return [Unit(unit["unit"], unit["times"] or "") for unit in found if unit]


def _fitting(units: Sequence[Unit], words: Sequence[str]) -> Unit | None:
    """Of several units the one that fits the words of a figure: money for sums of money, people for people; else the one that is no money, if it is one."""
    subject = " ".join(_BRACKETS.sub("", each) for each in words)
    kinds = [names for pattern, names in _KINDS if pattern.search(subject)]
    suited = [unit for names in kinds for unit in units if unit.unit in names]
    others = [unit for unit in units if unit.unit != "元"]
    return next(iter([*suited, *(others if len(others) == 1 else []), *([] if kinds or others else units)]), None)
