"""Names of the figures in tables, put together from the heads of their row and column so that a person understands them alone.

>>> cell_name("公共场所", "立案(件)", "件", is_total=False), cell_name("", "监督户次", "户次", is_total=True)
('公共场所立案件数', '监督户次合计')
>>> caption_subject("表1  2022年某县涉农行政许可办理情况统计表\\n单位:件\\n")
'某县涉农行政许可'
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from extractor.indicators.cell_lanes import Lane
from extractor.indicators.names_clause import joined
from extractor.indicators.names_suffix import counted
from extractor.indicators.reading import Reading
from extractor.indicators.rules import Rule
from extractor.outline.table_words import is_paperwork

# Steps that say nothing without the thing that they are of.
_STEP = regex.compile(r"(?:受理|申请|承办|办结|办理|办件|完成|审结|答复|接收|收到|满意|合格|抽检|通过|(?:不予|撤销|准予|予以)?许可)(?:总?数|数量|总量|量|率)?")
_RATES = frozenset({"%", "‰", "百分点"})
LONGEST_SUBJECT, LONGEST_SECTION = 24, 12  # code points

_COUNT = regex.compile(r"(?:(?<=\p{Han}{2})(?:总数|人数(?=$))|数)$")
_IN_BRACKETS, _BRACKETS = regex.compile(r"\([^()]*\)$"), regex.compile(r"\([^()]*\)")
_LABEL = regex.compile(
    r"^(?:(?:附?[表图]|附件|专栏)\s*[\d一二三四五六七八九十]{0,3}(?:[-—.]\d{1,2})?[:、.]?|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、])"
)
_TIME = regex.compile(
    r"(?:(?:19|20)\d\d(?:[-—~至](?:19|20)?\d\d)?年度?|今年|本年度?|全年|[上下]半年|\d{1,2}[-—~至]?\d{0,2}月(?:份)?|近[\d一二两三四五]年)(?:以来|期间)?"
)
_ENDING = regex.compile(
    r"(?:数据|实施|办理|处理|完成|开展|工作|基本|主要)*(?:情况|数量|[件次宗人户]数|数据|进展)?(?:对比|比较|分析|分布)?(?:年度)?(?:统计|汇总|一览|明细)?(?:年报|报)?表?$"
)
_EACH = regex.compile(r"^各[\p{Han}]{1,4}?(?=行政|执法|立案|案件|许可|处罚|检查|复议|信访|投诉)")


def cell_name(row: str, column: str, unit: str, *, is_total: bool) -> str:
    """The name of a figure in a table: what its row says and then its column; a total has its own word behind."""
    told = counted(_COUNT.sub("", _IN_BRACKETS.sub("", column)), unit)
    return f"{row}{told}合计" if is_total else row + told


def composed(heads: Sequence[str]) -> str:
    """Heads as one phrase, the outermost first; what the next one says again is said once.

    >>> composed(["行政处罚", "行政处罚案件"]), composed(["行政征收", "征收总金额"]), composed(["甲区", "立案"])
    ('行政处罚案件', '行政征收总金额', '甲区立案')
    """
    name = ""
    for head in heads:
        name = head if name in head else joined(name, head)
    return name


@dataclass(frozen=True, slots=True)
class NamedBy:
    """What named the figures of a cell: ``by`` column, row, caption or nothing; their rule; the subject of the caption."""

    by: str
    rule: Rule | None
    subject: str


def figure_name(named: NamedBy, row: Lane, header: Lane, column: Lane, reading: Reading, *, is_inner: bool) -> str:
    """The name of a figure: which one of several it is, and what is counted."""
    heads = (*column.phrase, header.inner) if is_inner else column.phrase
    item, measure = _sides(named, _short(row.phrase), heads)
    if reading.aspect == "target":
        measure = f"计划{measure.removeprefix('实际').removeprefix('完成')}" if header.is_target or row.is_target else measure
    is_sum = (row.is_total or header.is_total) and reading.frame.quantity.unit not in _RATES
    name = cell_name(item, measure, _unit(reading), is_total=is_sum)
    return f"{name}同比变化" if reading.aspect == "change" else name


def _sides(named: NamedBy, row: Sequence[str], column: Sequence[str]) -> tuple[str, str]:
    """The heads that say which one, and those that say what of it is counted."""
    if named.by == "caption":
        return composed([*row, *column]), named.subject
    if named.by == "row" and not (column and _STEP.fullmatch(column[-1])) or not column:
        item, measure = composed(column), composed(row)
    else:
        item, measure = composed(row), composed(column)
    needs_subject = not item and (named.rule is None and named.by != "row" or _STEP.fullmatch(measure) is not None)
    return item, composed([named.subject, measure]) if needs_subject or not measure else measure


def _short(heads: Sequence[str]) -> list[str]:
    """The heads of a row without long ones of sections, which explain."""
    return [head for place, head in enumerate(heads) if len(head) <= LONGEST_SECTION or place == len(heads) - 1]


def _unit(reading: Reading) -> str:
    """The unit that a name tells of; that of a change is none of what changed."""
    if reading.aspect != "change":
        return reading.frame.quantity.unit
    dimension = reading.rule.dimension if reading.rule else ""
    return {"money": "元", "rate": "%"}.get(dimension, "")


@lru_cache(maxsize=1024)
def caption_subject(caption: str) -> str:
    """What a table is about, by the line above it; empty where no line says so."""
    lines = [_BRACKETS.sub("", line.strip(" *#")) for line in caption.split("\n")]
    titles = [line for line in lines if line and not is_paperwork(line) and not line.endswith((":", ";", "。", "年"))]
    subject = _ENDING.sub("", _TIME.sub("", _LABEL.sub("", titles[-1]).replace(" ", ""))) if titles else ""
    subject = _EACH.sub("", subject)
    return subject if 1 < len(subject) <= LONGEST_SUBJECT else ""
