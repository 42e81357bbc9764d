"""Labels and values on one line of a page: `发布时间：2024-01-19 09:26 来源：某县水利局 字号：大 中 小`.

>>> [(field.label, field.value, field.is_wanted) for field in fields_in("发布时间：2024-01-19 09:26来源：某县水利局 作者：张三 字号：大 中 小")]
[('发布时间', '2024-01-19 09:26', True), ('来源', '某县水利局', True), ('作者', '张三', False)]
"""

from collections.abc import Iterator
from typing import NamedTuple

import regex

LONGEST_VALUE, LONGEST_LABEL, LONGEST_LINE = 120, 12, 400  # code points

_SIMPLE = str.maketrans("發佈來號時間機構關單開編輯責產錄標題稱檔屬與點擊閱讀瀏覽體", "发布来号时间机构关单开编辑责产录标题称档属与点击阅读浏览体")
_DATES = "信息发布|信息公开|信息生成|成文|生成|形成|发文|制发|印发|制作|产生|发布|公开|公布|发稿|上网|上传|发表|录入"
_OFFICES = "信息发布|信息公开|信息提供|公开责任|发布|公开|发文|责任|制发|制作|编制|提供|生成"
# What identifies a paper: these make a line, a list or a table one of fields.
_WANTED = (
    rf"信息索引(?:编?号|码)?|索引(?:编?号|码)|信息编号|(?:发文|文件|公文|发布)(?:字|文)号|文件(?:编号|号)|(?:{_DATES})(?:日期|时间)"
    rf"|(?:{_OFFICES})(?:机构|机关|单位|部门|主体)|(?:信息|文章|稿件)来源|(?:信息|文件|公文)(?:名称|标题)"
)
_SHORT = "来源|文号|日期|时间|名称|标题"  # words that others end in: the hours of an office, the name of a unit
_BESIDE = "作者|责任编辑|编辑|审核|浏览(?:次数|量)|点击(?:次数|量|数|率)|阅读(?:次数|量)|访问(?:次数|量)|更新(?:日期|时间)"  # stand on the same line, now and then without a blank
_TOOLS = "字体(?:大小)?|字号|分享到?|打印|关闭|视力保护色|背景色|保护视力色?|朗读|语音播报|扫一扫"  # that look like labels

_ANY = r"\p{Han}{2,8}"  # a label that is not listed

_LABEL = regex.compile(
    rf"[\[【]?(?:(?P<wanted>{_WANTED})|(?<!\p{{Han}})(?P<wanted>{_SHORT})|(?P<tool>{_TOOLS})|(?P<other>{_BESIDE})|(?<![^\s|】\][【])(?P<other>{_ANY}))"
    r"\s{0,4}+(?:[\]】]\s{0,2}+[:：]?|[:：])"
)
_ALONE = regex.compile(rf"[\W_]{{0,4}}+(?:(?P<wanted>{_WANTED}|{_SHORT})|(?P<other>{_ANY}))[\W_]{{0,3}}+")
# `索 引 号：`, set as wide as its neighbours.
_SPREAD = regex.compile(r"(?<!\p{Han})\p{Han}(?:[ \u3000\xa0]{1,4}+\p{Han}(?!\p{Han})){1,3}+(?=[\s\]】]{0,3}(?:[:：\]】]|$))")
_CUT = regex.compile(r"[【|]|[\s\u3000]{3,}|[\s\u3000](?:字[体号]|打印|关闭|分享|收藏)")
_STAMP = regex.compile(
    r"[\[(【（]?(?P<stamp>(?:20\d\d|二[〇○零][一二三四五六七八九〇○零]{2})\s?[-./年]\s?[\d一二三四五六七八九十]{1,3}\s?[-./月]\s?[\d一二三四五六七八九十]{1,3}日?(?:\s{0,3}\d{1,2}\s?:\s?\d\d(?:\s?:\s?\d\d)?)?)"
)
_OF_CLOCKS = ("日期", "时间")
_CLOCK = regex.compile("星期|周[一二三四五六日]|今天")
_BLANK = regex.compile(r"[\s\u3000]+")
_EDGES = " \t\xa0\u3000-—|·•【[（(：:，,;；"


class Field(NamedTuple):
    """A label and what stands behind it; ``is_wanted`` where that identifies the paper. ``lines`` are the numbers of those that it takes up."""

    label: str
    value: str
    is_wanted: bool = True
    lines: range = range(0)

    @property
    def text(self) -> str:
        """The field as a line of text."""
        return f"{self.label}：{self.value}"


def fields_in(text: str) -> Iterator[Field]:
    """The fields of a line, in order, those without a value too."""
    text = _closed(text)
    labels = list(_LABEL.finditer(text.translate(_SIMPLE)))
    ends = [*(label.start() for label in labels), len(text)]
    for label, end in zip(labels, ends[1:], strict=True):
        if not label["tool"]:
            word = label["wanted"] or label["other"]
            yield Field(word, parse_value(word, text[label.end() : end]), bool(label["wanted"]))


def _closed(text: str) -> str:
    """A line without the blanks within its labels."""
    return _SPREAD.sub(lambda label: _BLANK.sub("", label.group()), text)


def parse_label(text: str) -> Field | None:
    """The field without a value whose label stands alone in a line or cell; None where something else stands there.

    >>> parse_label("索 引 号："), parse_label("2024年")
    (Field(label='索引号', value='', is_wanted=True, lines=range(0, 0)), None)
    """
    found = _ALONE.fullmatch(_closed(text).translate(_SIMPLE)) if len(text) <= 2 * LONGEST_LABEL else None
    return Field(found["wanted"] or found["other"], "", bool(found["wanted"])) if found else None


def parse_value(label: str, text: str) -> str:
    """The value behind a label, without what else stands on its line; empty for that of a clock."""
    text = text.strip(_EDGES)
    if label in _OF_CLOCKS and _CLOCK.search(text):
        return ""
    if label.endswith(_OF_CLOCKS) and (stamp := _STAMP.match(text)):
        return stamp["stamp"]
    if cut := _CUT.search(text):
        text = text[: cut.start()]
    ends = (blank.start() for blank in _BLANK.finditer(text) if _STAMP.match(text, blank.end()))
    text = text[: next(ends, len(text))].rstrip(_EDGES + "]】")
    return text if len(text) <= LONGEST_VALUE else ""


def parse_stamp(text: str) -> str | None:
    """The date, with the hour if there is one, that a text begins with; None for that of a clock.

    >>> parse_stamp("2024-01-19 09:26 浏览：5次"), parse_stamp("2024年3月6日 星期三")
    ('2024-01-19 09:26', None)
    """
    found = _STAMP.match(text.strip())
    return found["stamp"] if found and not _CLOCK.search(text) else None


def begins_with_label(text: str) -> bool:
    """Whether the first words of a line are a label, or a date before one.

    >>> begins_with_label("发布时间：2024-01-19"), begins_with_label("2024-01-19 来源：县局"), begins_with_label("另见本页，来源：县局")
    (True, True, False)
    """
    text = _closed(text)
    found = _LABEL.search(text.translate(_SIMPLE))
    return found is not None and (not text[: found.start()].strip(_EDGES) or parse_stamp(text) is not None)


def is_only_fields(text: str) -> bool:
    """Whether a line is fields of a paper rather than a sentence that has a colon in it.

    >>> is_only_fields("发布时间：2024-01-19"), is_only_fields("县人民政府："), is_only_fields("办案的时间：2024年全年。")
    (True, False, False)
    """
    if "。" in text or len(text) > LONGEST_LINE or not begins_with_label(text):
        return False
    return any(label["wanted"] for label in _LABEL.finditer(_closed(text).translate(_SIMPLE)))
