"""What the head of a row or column says: the thing that is counted, a stretch of time, a total, a change, a plan, a part.

>>> parse_head("(一)罚款(万元)").words, parse_head("其中:女").of_which, parse_head("合 计(宗)").is_total
('罚款', True, True)
>>> parse_head("上年同期").period.kind, parse_head("2021年立案数").words, parse_head("立案数同比增减%").words, parse_head("年度计划").is_target
('last_year', '立案数', '立案数', True)
>>> parse_head("罚款较上年(±%)").is_change, parse_head("罚款较上年(±%)").words
(True, '罚款')
>>> parse_head("数量(件)").words, parse_head("行政处罚实施数量(宗)").thing
('', '行政处罚')
"""

from dataclasses import dataclass
from functools import lru_cache

import regex

from extractor.numbers.grammar import MULTIPLIER, UNIT
from extractor.numbers.periods import Moment, Period, find_periods
from extractor.outline.table_words import OF_WHICH, is_year, label_end
from extractor.spans import Span

LONGEST_BRACKET = 8  # code points: a longer one explains

_OF_WHICH = regex.compile(OF_WHICH)
_INNER = regex.compile(rf"\((?:{OF_WHICH})(?P<inner>[^()]{{1,12}})\)")
_UNIT = rf"(?:{MULTIPLIER})?{UNIT}"
_UNIT_BRACKETS = regex.compile(rf"\((?:计量)?(?:单位)?[:是为]?\s?{_UNIT}(?:[、,/;和及或 ]+{_UNIT})*\)")
_SIGNS = regex.compile(r"\([增减升降]?[±+\-,、/]+[增减升降]?[+\-]?[%‰]?\)")
_BRACKETS = regex.compile(r"\([^()]*\)$")
_BLANKS = regex.compile(r"\s+")
_TOTAL = regex.compile(
    r"(?:本[级年]|全[年部])?(?:合计|总计|总数|总量|共计|小计|累计|总和)(?:数|[宗件人次户家]数?)?|全[省市县区州盟旗镇乡街局系]{1,2}统?(?:合计|总计|小计)?"
)
_SUBTOTAL = regex.compile(r"小计|.{0,4}小计")
_NOW = regex.compile(r"(?:本[年期]度?|今年|当[年期]|报告期|全年)(?:数|实际|累计|完成|发生|情况|合计)*")
_THEN = regex.compile(r"(?:上[年期]度?|上一年度?|去年|前一年)(?:同期)?(?:数|实际|累计|完成|发生|情况|合计)*|同期数?")
_CHANGE = regex.compile(
    r"(?:[,、]?(?:同比|环比|(?:比|较|与)(?:上年|去年|同期|上期|上月|上一年)(?:同期)?(?:相比)?))?(?:增减|增长|增幅|增速|升降|变化|变动|涨跌|增\(?[+]?\)?减|±|\+[/、]?-)(?:率|幅度?|数|量|额|值|情况|百分比)*[±%‰]*$|"
    r"[,、]?(?:同比|环比|(?:比|较|与)(?:上年|去年|同期|上期|上一年)(?:同期)?(?:相比)?)(?:率|数|情况)*[±%‰]*$"
)
_TARGET = regex.compile(r"(?:年度|全年|年初|本年度?)?(?:计划|目标|任务|预期|预定)(?:任务|目标|完成|安排|检查)?(?:数量|数|值|量)?")
_GENERAL = regex.compile(
    r"(?:办理|实施|处理|完成|发生|统计|实际|累计|本年|决定)*(?:数量|件数|宗数|起数|次数|数值|数据|数|值|人数|户数|家数|金额|总额|总金额|数额|情况|结果|内容|项目|指标|类别|种类|事项|名称|指标值|完成情况|单位|实际|累计|合计数|申请人情况|申请人|幅度)?"
)
_COUNTING = regex.compile(r"(?<=[\p{Han}]{2})(?:实施|办理|处理|完成)?(?:数量|情况|总数|宗数|件数)$")
_COUNTS = regex.compile(r"(?:数|数量|量|率|金额|总额)$")
_STATED = frozenset({"year", "range", "part", "month", "until", "since"})


@dataclass(frozen=True, slots=True)
class Head:
    """A head by what it says; ``words`` are those on the thing that is counted, empty where it only says when, how many or of all.

    ``has_unit`` says that brackets name its unit, ``inner`` names the part whose figure stands in brackets behind that of the whole: 立案(其中:涉企).
    """

    words: str
    period: Period | None = None
    is_total: bool = False
    is_subtotal: bool = False
    is_change: bool = False
    is_target: bool = False
    of_which: bool = False
    has_unit: bool = False
    inner: str = ""

    @property
    def counts(self) -> bool:
        """Whether it says that something is counted, and in which unit."""
        return self.has_unit or _COUNTS.search(self.words) is not None

    @property
    def thing(self) -> str:
        """The words without those that only say that it is counted."""
        return _COUNTING.sub("", self.words)


@lru_cache(maxsize=8192)
def parse_head(written: str) -> Head:
    """What the cell of a header, or of the head of a row, says."""
    words = _BLANKS.sub("", written[label_end(written) :])
    of_which = _OF_WHICH.match(written) is not None
    words = _OF_WHICH.sub("", words, count=1) if of_which else words
    inner, has_unit = _INNER.search(words), _UNIT_BRACKETS.search(words) is not None
    words = _without_brackets(words)
    if _TOTAL.fullmatch(words):
        return Head("", is_total=True, is_subtotal=_SUBTOTAL.fullmatch(words) is not None, of_which=of_which)
    change = _CHANGE.search(words)
    words = words[: change.start()] if change else words
    period, words = _period(words)
    is_target = _TARGET.fullmatch(words) is not None
    words = "" if is_target or _GENERAL.fullmatch(words) else words
    said = inner["inner"] if inner else ""
    return Head(words, period, is_change=change is not None, is_target=is_target, of_which=of_which, has_unit=has_unit, inner=said)


def _without_brackets(words: str) -> str:
    """Words without brackets that name a unit, a part or an explanation."""
    plain = _INNER.sub("", _SIGNS.sub("", _UNIT_BRACKETS.sub("", words)))
    found = _BRACKETS.search(plain)
    return plain[: found.start()] if found and len(found.group()) > LONGEST_BRACKET else plain


def _period(words: str) -> tuple[Period | None, str]:
    """The stretch of time that a head names by itself or in front of its words, and those words."""
    for kind, pattern in (("this_year", _NOW), ("last_year", _THEN)):
        if pattern.fullmatch(words):
            return Period(Span(0, len(words)), kind, Moment(), Moment()), ""
    if is_year(words):
        return Period(Span(0, 4), "year", Moment(int(words)), Moment(int(words))), ""
    found = next((period for period in find_periods(words) if period.kind in _STATED), None)
    if found is None or found.span.start > 0:
        return None, words
    return found, words[found.span.end :].lstrip("的,度")
