"""The labelled fields that a page puts over (now and then under) a report: index number, publisher, dates.

Pages write them as `索引号:…`, `[索引号]…`, a cell a line or a cell a column, several on one line. A value reaches to the next
label, so every label that pages use is listed here, also those whose value is of no interest. What the tags of a page say
(`PubDate:…`) comes after what a person sees on it.

>>> text = "[索引号]K123/2022-00032[发文字号]\\n成文日期:2021-05-27发布日期:2021-05-28"
>>> [(field.kind.value, field.text) for field in find_fields(text, [Span(0, len(text))])]
[('index', 'K123/2022-00032'), ('written', '2021-05-27'), ('published', '2021-05-28')]
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

import regex

from extractor.outline.organs import in_both_scripts
from extractor.spans import Span

Value = TypeVar("Value")


class Kind(Enum):
    """What a field tells."""

    INDEX = "index"
    NUMBER = "number"
    WRITTEN = "written"
    PUBLISHED = "published"
    DATED = "dated"
    SITE = "site"
    PUBLISHER = "publisher"
    SOURCE = "source"
    TITLE = "title"
    OTHER = "other"


_LABELS: dict[Kind, str] = {
    Kind.INDEX: "索引号|索取号|信息索引号|信息索引|索引编号|信息编号",
    Kind.NUMBER: "发文字号|发文文号|文件编号|文件字号|文件文号|公文文号|文号|公文字号|发布文号|文件号",
    Kind.WRITTEN: "成文日期|成文时间|生成日期|生成时间|形成日期|发文日期|发文时间|制发日期|印发日期|印发时间|制作日期|产生日期",
    Kind.PUBLISHED: "发布日期|发布时间|公开日期|公开时间|公布日期|公布时间|信息发布日期|信息发布时间|信息公开日期|发稿时间|上网日期|上传时间|上传日期|发表时间|发表日期|录入时间|发布于|发布",
    Kind.DATED: "日期|时间|PubDate",
    Kind.PUBLISHER: "发布机构|发布机关|发布单位|发布部门|发布主体|公开责任单位|公开责任部门|公开责任人单位|责任单位|责任部门|发文机关|发文单位|发文机构|公开机关|公开机构|公开单位|公开主体|制发机关|制发单位|提供单位|编制单位|信息提供单位",
    Kind.SITE: "SiteName",
    Kind.SOURCE: "信息来源|文章来源|稿件来源|来源|ContentSource",
    Kind.TITLE: "信息名称|文件名称|公文名称|信息标题|文件标题|名称|标题|ArticleTitle",
    Kind.OTHER: (
        "组配分类|主题分类|信息分类|公开类别|信息类别|体裁分类|体裁|公文种类|文种|服务对象|服务对象分类|政策类型|适用地区|主题词|主题|关键词|关键字|内容概述|内容摘要|有效性|效力状态|公开方式|公开形式|公开范围|公开时限|公开属性|公开程序"
        "|生效日期|生效时间|实施日期|施行日期|废止日期|失效日期|失效时间|有效期|有效期至|截止日期|截止时间|更新日期|更新时间|下载时间|打印时间|打印日期|当前时间|系统时间|访问时间|办公时间|工作时间|责任编辑|编辑|作者|审核人?|审核|签发人|联系人"
        "|字体大小|字体|字号|浏览量|浏览次数|浏览|点击数|点击量|点击率|点击次数|阅读次数|阅读量|阅读|访问量|访问次数|分享到?|打印|朗读|语音播报|保护视力色|视力保护色|大中小"
    ),
}
_KINDS = {word: kind for kind, words in _LABELS.items() for word in words.replace("?", "").split("|")}
_WORDS = sorted({word for words in _LABELS.values() for word in words.replace("?", "").split("|")}, key=len, reverse=True)
_WORD = "(?:" + "|".join(in_both_scripts(word) for word in _WORDS) + ")"
_BARE = "(?:" + "|".join(in_both_scripts(word) for word in _WORDS if _KINDS[word] in (Kind.INDEX, Kind.WRITTEN, Kind.PUBLISHED)) + ")"
_LABEL = regex.compile(
    rf"[\[【](?P<word>{_WORD})[:]?[\]】][:]?"  # [索引号] 【索引号】:
    rf"|(?P<word>{_WORD})[\])】]?:"  # 索引号:
    rf"|(?<![^\n\t|])[-·•●*]*(?P<word>{_WORD})(?![^\n\t|])"  # a cell of its own
    rf"|(?P<word>{_BARE})(?=[A-Z\d])"  # 发布日期2022-01-10, once its blank is closed
)
_SIMPLE = regex.compile(r"\p{Han}+")
# A label that is not listed: `532822/2020-12公开目录:乡镇`.
_NEXT_LABEL = regex.compile(r"(?<=[^\p{Han}《〈“(、])\p{Han}{2,8}:")
_GAP = " \t|:\n-·•●*"
_BLANKS = frozenset({"", "无", "無", "暂无", "—", "-", "--", "——", "/", "\\", "空", "N/A"})


@dataclass(frozen=True, slots=True)
class Field:
    """A value of the page with what it tells; ``span`` is that of the value, ``is_tag`` where nobody sees it on the page."""

    kind: Kind
    text: str
    span: Span
    is_tag: bool = False


def find_fields(text: str, zones: Iterable[Span]) -> list[Field]:
    """The filled-in fields within some stretches of a view, in order, those of tags last.

    >>> text = "PubDate:2024-01-19\\n日期:2024-01-20"
    >>> [field.text for field in find_fields(text, [Span(0, len(text))])]
    ['2024-01-20', '2024-01-19']
    """
    fields = (field for zone in zones for field in _fields(text, zone) if field.text not in _BLANKS and field.kind is not Kind.OTHER)
    return sorted(fields, key=lambda field: field.is_tag)


def find_field(fields: list[Field], kinds: Iterable[Kind], parse: Callable[[str], Value | None]) -> tuple[Value, Span] | None:
    """The first value, kinds in order of trust, that can be read as what it should be, with its place."""
    values = ((parse(field.text), field.span) for kind in kinds for field in fields if field.kind is kind)
    return next(((value, span) for value, span in values if value is not None), None)


def _fields(text: str, zone: Span) -> Iterator[Field]:
    labels = list(_LABEL.finditer(text, zone.start, zone.end))
    ends = [*(label.start() for label in labels), zone.end]
    for label, end in zip(labels, ends[1:], strict=True):
        yield _field(text, label["word"], Span(label.end(), end))


def _field(text: str, word: str, room: Span) -> Field:
    """The value within the room behind a label: what stands up to the end of its line or cell."""
    kind = _kind(word)
    rest = text[room.slice]
    inner = rest.lstrip(_GAP)
    value = regex.split(r"[\n\t|]", inner, maxsplit=1)[0]
    if kind is not Kind.TITLE and (label := _NEXT_LABEL.search(value)):
        value = value[: label.start()]
    value = value.rstrip(" -·•●*[【(")
    start = room.start + len(rest) - len(inner)
    return Field(kind, value, Span(start, start + len(value)), word.isascii())


def _kind(word: str) -> Kind:
    return _KINDS.get(word) or next(kind for known, kind in _KINDS.items() if regex.fullmatch(in_both_scripts(known), word))
