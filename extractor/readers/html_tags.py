"""What the head of a page says of it: the tags that content systems write, each as a line of text that can be quoted.

>>> from extractor.readers.html_tree import parse_tree
>>> root = parse_tree("<TITLE>2023年工作报告_某县水利局</TITLE><META content='2024-01-19 09:26' NAME=pubdate>").root
>>> [tag.text for tag in find_tags(root)]
['ArticleTitle: 2023年工作报告', 'PubDate: 2024-01-19 09:26']
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import regex

from extractor.readers.html_runs import close_up

if TYPE_CHECKING:
    from lxml.etree import _Element

# What the tags of a name tell; of those that tell the same the first one counts.
_TITLES = "articletitle og:title dc.title dcterms.title article:title twitter:title title contenttitle doctitle"
_DATES = "pubdate publishdate publish-date publish_date publishtime publish_time pubtime article:published_time datepublished og:release_date firstpublishedtime publishedtime dc.date dcterms.created releasedate docreltime maketime createdate"
_SOURCES = "contentsource article:source source articlesource og:article:author docsource"
_SITES = "sitename og:site_name application-name"
LABELS = {"ArticleTitle": _TITLES.split(), "PubDate": _DATES.split(), "ContentSource": _SOURCES.split(), "SiteName": _SITES.split()}

LONGEST = 200  # code points of a value
_REPORT = regex.compile("报告|報告|总结|總結|汇报|匯報|情况|情況|公报|年报")
# What tells the title of one report from the name of a column of reports.
_YEAR = regex.compile(r"[12][09]\d\d|二[〇○零]")
_OWN = regex.compile("[12][09]\\d\\d|二[〇○零]|^(?!法治|依法).*(?:[局委厅办院镇乡县市区省]|政府|中心|街道)")
_PARTS = regex.compile(r"\s*[-_|–—»>＞]{1,3}\s*")
_COMPACT_DATE = regex.compile(r"(20\d\d)(\d\d)(\d\d)(?:\d{4,6})?")
_BLANK_VALUES = frozenset({"", "无", "暂无", "null", "undefined", "-", "/"})


class Tag(NamedTuple):
    """One fact by the name of its tag."""

    name: str
    value: str

    @property
    def text(self) -> str:
        """The tag as a line of text."""
        return f"{self.name}: {self.value}"


def find_tags(root: "_Element") -> list[Tag]:
    """The title, date, source and site that the head of a page gives, in this order; what it leaves blank is left out."""
    values = dict(reversed(list(_values(root))))
    tags = []
    for name, words in LABELS.items():
        given = [values[word] for word in words if word in values]
        value = _title(given, _page_title(root)) if name == "ArticleTitle" else next(iter(given), "")
        if value:
            tags.append(Tag(name, _COMPACT_DATE.sub(r"\1-\2-\3", value) if name == "PubDate" else value))
    return tags


def names_report(text: str) -> bool:
    """Whether a title may be that of a report: it says so, or names a year.

    >>> names_report("依法行政工作总结"), names_report("某县人民政府")
    (True, False)
    """
    return _REPORT.search(text) is not None or _YEAR.search(text) is not None


def squeezed(text: str) -> str:
    """A text without blanks of any kind."""
    return "".join(text.split())


def _values(root: "_Element") -> Iterator[tuple[str, str]]:
    """The filled-in tags of a page by their names in lower case."""
    for element in root.iter("meta"):
        value = close_up(element.get("content") or "").strip()
        if value.lower() not in _BLANK_VALUES and len(value) <= LONGEST:
            yield (element.get("name") or element.get("property") or element.get("itemprop") or "").strip().lower(), value


def _page_title(root: "_Element") -> str:
    titles = (close_up("".join(map(str, element.itertext()))).strip() for element in root.iter("title"))
    return next(filter(None, titles), "")


def _title(given: list[str], page_title: str) -> str:
    """The title that names a report; systems that were set up carelessly give that of the column or the site in its place."""
    parts = sorted(_PARTS.split(page_title[:LONGEST]), key=len, reverse=True)
    reports = [one for one in given if _REPORT.search(one)] + [part for part in parts if _REPORT.search(part) and _OWN.search(part)]
    return next(iter([*reports, *given]), "")
