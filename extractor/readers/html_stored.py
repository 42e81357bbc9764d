"""The text that a page keeps for its scripts to show: in a field of a form, in a template, in a frame written into the page.

>>> from extractor.readers.html_tree import parse_tree
>>> find_stored(parse_tree("<textarea id=content>&lt;p&gt;我局认真履职。&lt;/p&gt;</textarea><script>var a='<p>';</script>").root)
['<p>我局认真履职。</p>']
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from lxml.etree import _Element

_MARKUP = regex.compile(r"<(?:p|div|br|span|table|section|article)[\s/>]", regex.I)
_TEMPLATE = regex.compile(r"text/(?:html|plain|template|x-template)|application/xhtml", regex.I)


def find_stored(root: "_Element") -> list[str]:
    """The markup that a page keeps without showing it, in the order of the page."""
    return [text for text in _kept(root) if _MARKUP.search(text)]


def _kept(root: "_Element") -> Iterator[str]:
    for element in root.iter("textarea", "script", "noscript", "iframe", "input"):
        if element.tag == "textarea" or element.tag == "script" and _TEMPLATE.match(element.get("type", "")):
            yield "".join(map(str, element.itertext()))
        elif element.tag == "noscript":
            yield _inner(element)
        elif element.tag in ("iframe", "input"):
            yield element.get("srcdoc", "") or element.get("value", "")


def _inner(element: "_Element") -> str:
    from lxml import etree

    return (element.text or "") + "".join(etree.tostring(child, encoding="unicode", method="html") for child in element)
