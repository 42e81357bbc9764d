"""From the characters of a page to the tree of its elements, whatever state the markup is in.

>>> page = parse_tree("<DIV id=zoom><p>甲<p>乙</DIV></body></html><p>丙")
>>> [(element.tag, element.text) for element in page.root.iter("p")]
[('p', '甲'), ('p', '乙'), ('p', '丙')]
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from extractor.document import Notice

if TYPE_CHECKING:
    from lxml.etree import HTMLParser, _Element

LONGEST = 5_000_000  # characters: ten times the largest page of a report, pictures left out
PAGE_CUT = Notice("page_cut", "only the first part of the page was read: it is longer than the page of a report can be")

_PICTURE = regex.compile(r"data:[\w/+.-]{1,40}+;base64,[\w+/=%\s]++")
# The end of a page within it, where a whole document was pasted: what comes after is shown all the same.
_PAGE_END = regex.compile(r"</(?:body|html)\s*+>", regex.I)
# Both are bold, but the parser ends `<b>` where a paragraph begins.
_BOLD = regex.compile(r"<(/?)b(?=[\s>])", regex.I)
_TAG = regex.compile(r"<(?P<end>/?)(?P<name>[a-z][\w:-]*+)[^<>]*+>", regex.I)
# Elements that a flattened page keeps: those of the head, and those that hold no text to be shown.
_KEPT = frozenset("html head meta title script style".split())
_INLINE = frozenset(
    "a abbr acronym b bdo big cite code del em font i img ins kbd label mark nobr q s samp small span strike strong sub sup tt u var wbr".split()
)


@dataclass(frozen=True, slots=True)
class Tree:
    """The tree of a page, None where there is nothing in it; its notices tell what was given up to get it."""

    root: "_Element | None"
    notices: tuple[Notice, ...] = ()


def parse_tree(text: str) -> Tree:
    """The tree of a page. Elements nested too deep for any parser are taken apart: their text stays, in lines."""
    text, notices = _within_bounds(_BOLD.sub(r"<\1strong", _PAGE_END.sub("", text.replace("\0", ""))))
    root, is_cut = _parse(text)
    if is_cut:
        root, _ = _parse(_flattened(text))
    return Tree(root, notices)


def _within_bounds(text: str) -> tuple[str, tuple[Notice, ...]]:
    """A page without the pictures that are stored within it, and no longer than a page can be."""
    if len(text) <= LONGEST:
        return text, ()
    text = _PICTURE.sub("", text)
    if len(text) <= LONGEST:
        return text, ()
    return text[:LONGEST], (PAGE_CUT,)


def _parse(text: str) -> "tuple[_Element | None, bool]":
    """The tree of a text, and whether the parser gave up before its end."""
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None, False
    return root, _has_given_up(parser)


def _has_given_up(parser: "HTMLParser") -> bool:
    return any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


def _flattened(text: str) -> str:
    return _TAG.sub(_line_end, text)


def _line_end(tag: regex.Match[str]) -> str:
    name = tag["name"].lower()
    if name in _KEPT:
        return tag.group()
    return "" if name in _INLINE or ":" in name else "<br>"
