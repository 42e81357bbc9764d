"""What the words of one cell are: a value, nothing, a year, a label, or the name of a column.

>>> [kind_of(words).name for words in ("1,368", "约12件", "12(3)", "3-5", "98.5%", "—", "", "2022年", "3月", "立案数", "007")]
['VALUE', 'VALUE', 'VALUE', 'VALUE', 'VALUE', 'NOTHING', 'EMPTY', 'TEXT', 'TEXT', 'TEXT', 'TEXT']
>>> label_rank("(一)予以公开"), label_rank("其中:1.当面申请"), label_rank("立案")
(2, 3, None)
"""

from enum import Enum

import regex


class Kind(Enum):
    """What a cell holds; ``NOTHING`` is a mark for a figure that there is not."""

    EMPTY = 0
    NOTHING = 1
    VALUE = 2
    TEXT = 3


_NOTHING = regex.compile(r"[-—–―/\\|*·…○×xX√✓✔无]{1,4}|\.{2,6}|N/?A|不适用|未统计|无数据")
_NUMBER = r"(?:\d{1,3}(?:[, ]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
_UNIT = r"[余多]?[万亿千百]{0,2}[余多]?[\p{Han}%‰㎡/·]{0,5}(?:\(次\))?"
_SIGN = r"(?:[-+—–↑↓▲▼±]|增长|增加|上升|提高|下降|减少|降低)?"
_ABOUT = r"(?:约|近|超过?|逾|不足|不低于|不少于|累计|共计?|达|[≥>≤<])?"
_NOTED = r"(?:[*①-⑨]|\[\d{1,2}\])?"  # the mark of a footnote
# Of `12(其中:3)` the value is 12; 3 is a part of it.
_VALUE = regex.compile(
    rf"(?P<main>{_SIGN} ?{_ABOUT}(?P<digits>{_NUMBER})%?(?: ?[-–—~至] ?{_NUMBER})? ?{_UNIT})"
    rf"(?: ?\((?:其中[:,、]?)?[^\d()]{{0,12}}(?P<inner>{_NUMBER} ?{_UNIT})\))?{_NOTED}"
)
# Whole cells that begin like a value: dates, codes, numbers of telephones, classes.
_NO_VALUE = regex.compile(r"(?:19|20)\d\d年\p{Han}*|\d+号\p{Han}+|\d{1,2}月份?|\d{1,2}[日号]|(?:19|20)\d\d[年.]\d{1,2}月?|\d季度|0\d+|\d{12,}|[^%]*以[上下内]")
_YEAR = regex.compile(r"(?:19|20)\d\d")

# 一、 (一) 1. (1) ①: each may be broken down by those after it.
_LABELS = (r"[一二三四五六七八九十]{1,3}[、.]", r"\([一二三四五六七八九十]{1,3}\)", r"\d{1,2}(?:[.、](?!\d)|\))", r"\(\d{1,2}\)", "[①-⑳]")
OF_WHICH = r"其中[:,、的]?"
_LABEL = regex.compile(rf"(?:{OF_WHICH})?(?:" + "|".join(f"({pattern})" for pattern in _LABELS) + ")")

_SERIAL = regex.compile(r"(?:序\s*号|编\s*号|序|项次|栏次|行次|行号|序列|[Nn][Oo]\.?|#)")
_IDENTIFIER = regex.compile(r"(?:[\p{Han}()]*(?:电话|手机|传真|邮编|邮箱|证号|文号|案号|字号|代码|编码|号码|网址|账号))|代码|编号")
_WHEN_WHERE = regex.compile(r"\p{Han}{0,6}(?:时间|日期|地点)")
_UNIT_COLUMN = regex.compile(r"计[量算]\s*单位|单\s*位|度量单位")
_REMARKS = regex.compile(r"备\s*注|附\s*注|注|说\s*明|情况说明|填报说明|备注说明")
_NUMBERING = regex.compile(r"[甲乙丙丁戊己]|栏次|\(?\d{1,2}\)?|[①-⑳]|\d{1,2}=[\d+\-()]+")
# Words that a column of units holds; the units of amounts are told where amounts are read.
_UNIT_WORD = regex.compile(
    r"(?:[万亿千百]?(?:元|美元|人|名|位|件|宗|起|例|户|家|间|个|项|条|份|次|场|期|批|台|辆|套|艘|册|本|卷|篇|部|张|处|所|座|支|亩|公顷|平方米|平方公里|立方米|吨|公斤|公里|米|年|月|天|日|工作日|小时|学时|课时|分|班|节|车|%|‰|百分点)[次数]?[、,/·()或]?){1,3}"
)
_PAPERWORK = regex.compile(
    r"(?:填[报表]|编[制报]|报送|统计|计量|制表)?(?:单位|时间|日期|机关|人|部门|期间?|年度)(?:\(.{1,6}\))?:.*|\(?单位[:为].{1,20}\)?|单位"
)

LONGEST_NAME = 40  # code points: what is longer tells something


def kind_of(words: str) -> Kind:
    """What the words of a cell are."""
    if not words:
        return Kind.EMPTY
    if _NOTHING.fullmatch(words):
        return Kind.NOTHING
    return Kind.VALUE if parse_value(words) else Kind.TEXT


def parse_value(words: str) -> regex.Match[str] | None:
    """The groups ``main``, ``digits`` and, for a part in brackets, ``inner`` of a cell that holds an amount and nothing else; or None."""
    return None if len(words) > LONGEST_NAME or _NO_VALUE.fullmatch(words) else _VALUE.fullmatch(words)


def is_year(words: str) -> bool:
    """Whether a cell holds a bare year."""
    return _YEAR.fullmatch(words) is not None


def label_rank(words: str) -> int | None:
    """How deep the label is that a head begins with: 1 for 一、, 2 for (一), 3 for 1. and so on; None where it has none."""
    found = _LABEL.match(words)
    return found.lastindex if found else None


def label_end(words: str) -> int:
    """Where the label of a head ends; 0 where it has none."""
    found = _LABEL.match(words)
    return found.end() if found else 0


def is_serial_header(words: str) -> bool:
    """Whether a column so headed numbers the rows."""
    return _SERIAL.fullmatch(words) is not None


def is_identifier_header(words: str) -> bool:
    """Whether the numbers below are telephones, codes and the like."""
    return _IDENTIFIER.fullmatch(words) is not None


def is_date_header(words: str) -> bool:
    """Whether a column so headed says when or where, and names nothing."""
    return _WHEN_WHERE.fullmatch(words) is not None


def is_unit_header(words: str) -> bool:
    """Whether a column so headed may hold the units of the rows."""
    return _UNIT_COLUMN.fullmatch(words) is not None


def is_remarks_header(words: str) -> bool:
    """Whether the column below holds remarks."""
    return _REMARKS.fullmatch(words) is not None


def may_be_unit(words: str) -> bool:
    """Whether a cell can hold a unit.

    >>> [may_be_unit(words) for words in ("件", "万元", "件/人次", "甲所", "法规科")]
    [True, True, True, False, False]
    """
    return _UNIT_WORD.fullmatch(words) is not None


def is_numbering(words: str) -> bool:
    """Whether a cell can belong to a row that numbers the columns: 甲 乙 1 2 3."""
    return _NUMBERING.fullmatch(words) is not None


def is_paperwork(words: str) -> bool:
    """Whether a cell says who filled the table in, when, or in which unit."""
    return _PAPERWORK.fullmatch(words) is not None


def is_prose(words: str) -> bool:
    """Whether a cell tells something, where others only name it."""
    return len(words) > LONGEST_NAME or "。" in words or ";" in words
