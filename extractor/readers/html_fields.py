"""The labelled fields that a page gives of what it publishes: in the table over it, in the line under the title, in a list beside it.

>>> [(field.label, field.value) for field in fields_in("发布时间：2024-01-19 09:26来源：某县水利局 字号：大 中 小")]
[('发布时间', '2024-01-19 09:26'), ('来源', '某县水利局')]
>>> [field.text for field in find_fields([Line("索 引 号"), Line("K1/2024-3"), Line("文号："), Line("发布机构：县水利局")], range(4), {})]
['索引号：K1/2024-3', '发布机构：县水利局']
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import regex

from extractor.readers.html_furniture import leads_elsewhere
from extractor.readers.html_runs import Line

LONGEST_VALUE = 120  # code points
LONGEST_LINE = 400

_SIMPLE = str.maketrans("發佈來號時間機構關單開編輯責產錄標題稱檔屬與點擊閱讀瀏覽體", "发布来号时间机构关单开编辑责产录标题称档属与点击阅读浏览体")
_DATE_KINDS = "信息发布|信息公开|信息生成|成文|生成|形成|发文|制发|印发|制作|产生|发布|公开|公布|发稿|上网|上传|发表|录入"
_OFFICE_KINDS = "信息发布|信息公开|信息提供|公开责任|发布|公开|发文|责任|制发|制作|编制|提供|生成"
_WANTED = (
    rf"信息索引(?:编?号|码)?|索引(?:编?号|码)|信息编号|(?:发文|文件|公文|发布)(?:字|文)号|文件(?:编号|号)|(?:{_DATE_KINDS})(?:日期|时间)"
    rf"|(?:{_OFFICE_KINDS})(?:机构|机关|单位|部门|主体)|(?:信息|文章|稿件)来源|(?:信息|文件|公文)(?:名称|标题)"
)
_SHORT = "来源|文号|日期|时间|名称|标题"  # words that also end others: the hours of an office, the name of a unit
_OTHERS = "作者|编辑|责任编辑|审核|浏览(?:次数|量)?|点击(?:次数|量|数|率)?|阅读(?:次数|量)?|访问(?:次数|量)?|字[体号]|分享到?|打印|关闭|视力保护色|背景色|保护视力|更新(?:日期|时间)|浏览字号|朗读"


def _spaced(words: str) -> str:
    """A pattern of words whose characters may have blanks between them."""
    return regex.sub(r"(\p{Han})", r"[ \\u3000\\xa0]{0,3}+\1", words)


_LABEL = regex.compile(
    rf"[\[【]?(?:(?P<label>{_spaced(_WANTED)})|(?<!\p{{Han}})(?P<label>{_spaced(_SHORT)})|(?P<other>{_spaced(_OTHERS)}))\s{{0,4}}+(?:[\]】]\s{{0,2}}+[:：]?|[:：])"
)
_ALONE = regex.compile(rf"[\W_]{{0,4}}+(?P<label>{_spaced(_WANTED)}|{_spaced(_SHORT)})[\W_]{{0,3}}+")
# A label that is not listed ends a value too, where a blank or a bracket parts it off.
_CUT = regex.compile(r"[\s\u3000【\[|]\p{Han}{2,8}[:：]|[【|]|[\s\u3000]{3,}|[\s\u3000](?:字[体号]|打印|关闭|分享|收藏|浏览|点击|阅读)")
_STAMP = regex.compile(
    r"[\[(【（]?(?P<stamp>(?:20\d\d|二[〇○零][一二三四五六七八九〇○零]{2})\s?[-./年]\s?[\d一二三四五六七八九十]{1,3}\s?[-./月]\s?[\d一二三四五六七八九十]{1,3}日?(?:\s{0,3}\d{1,2}\s?:\s?\d\d(?:\s?:\s?\d\d)?)?)"
)
_OF_CLOCKS = ("日期", "时间")
_CLOCK = regex.compile("星期|周[一二三四五六日]|今天")
_BLANK = regex.compile(r"[\s\u3000]+")
_EDGES = " \t\xa0\u3000-—|·•【[（(：:,，;；"


class Field(NamedTuple):
    """A label and what stands behind it, with the numbers of the lines that they take up."""

    label: str
    value: str
    lines: range = range(0)

    @property
    def text(self) -> str:
        """The field as a line of text."""
        return f"{self.label}：{self.value}"


def find_fields(lines: Sequence[Line], numbers: Iterable[int], rows: Mapping[int, int]) -> list[Field]:
    """The filled-in fields in lines of those numbers, each label once.

    A value stands behind its label, or in the line to come where this one holds the label alone; ``rows`` has the number of the row of
    every line in a table, which a field never leaves.
    """
    found: dict[str, Field] = {}
    for number in numbers:
        line = lines[number]
        if line.hidden or leads_elsewhere(line) or len(line.text) > LONGEST_LINE:
            continue
        for field in _in_line(lines, number, rows):
            if field.value:
                found.setdefault(field.label, field)
    return list(found.values())


def fields_in(text: str) -> Iterator[Field]:
    """The fields of one line, in order, with those that are empty."""
    labels = list(_LABEL.finditer(text.translate(_SIMPLE)))
    ends = [*(label.start() for label in labels), len(text)]
    for label, end in zip(labels, ends[1:], strict=True):
        if label["label"]:
            word = _BLANK.sub("", label["label"])
            yield Field(word, _value(word, text[label.end() : end]))


def parse_stamp(text: str) -> str | None:
    """The date, with the hour if there is one, that a text begins with; None for that of a clock.

    >>> parse_stamp("2024-01-19 09:26 浏览：5次"), parse_stamp("2024年3月6日 星期三")
    ('2024-01-19 09:26', None)
    """
    found = _STAMP.match(text.strip())
    return found["stamp"] if found and not _CLOCK.search(text) else None


def is_only_fields(text: str) -> bool:
    """Whether a line is fields from its first word on, rather than a sentence that has a colon in it.

    >>> is_only_fields("发布时间：2024-01-19"), is_only_fields("2024-01-19 来源：县局"), is_only_fields("办案的时间：2024年全年。")
    (True, True, False)
    """
    if "。" in text or len(text) > LONGEST_LINE:
        return False
    found = _LABEL.search(text.translate(_SIMPLE))
    return found is not None and (not text[: found.start()].strip(_EDGES) or parse_stamp(text) is not None)


def _in_line(lines: Sequence[Line], number: int, rows: Mapping[int, int]) -> Iterator[Field]:
    text = lines[number].text
    alone = _ALONE.fullmatch(text.translate(_SIMPLE)) if len(text) < 20 else None
    if alone:
        label = _BLANK.sub("", alone["label"])
        yield Field(label, _value(label, _below(lines, number, rows)), range(number, number + 2))
    else:
        yield from (field._replace(lines=range(number, number + 1)) for field in fields_in(text))


def _below(lines: Sequence[Line], number: int, rows: Mapping[int, int]) -> str:
    """The next line where it is the value of a label that stands alone."""
    if number + 1 >= len(lines) or rows.get(number) != rows.get(number + 1):
        return ""
    below = lines[number + 1]
    is_other = below.hidden or below.level or leads_elsewhere(below) or "：" in below.text or _ALONE.fullmatch(below.text.translate(_SIMPLE))
    return "" if is_other else below.text


def _value(label: str, text: str) -> str:
    """The value behind a label, without what else stands on its line; empty for that of a clock."""
    text = text.strip(_EDGES)
    if label in _OF_CLOCKS and _CLOCK.search(text):
        return ""
    if label.endswith(("日期", "时间")) and (stamp := _STAMP.match(text)):
        return stamp["stamp"]
    if cut := _CUT.search(text):
        text = text[: cut.start()]
    ends = (blank.start() for blank in _BLANK.finditer(text) if _STAMP.match(text, blank.end()))
    text = text[: next(ends, len(text))].rstrip(_EDGES + "]】")
    return text if len(text) <= LONGEST_VALUE else ""
