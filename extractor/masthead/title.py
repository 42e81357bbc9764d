"""The report's title as a value.

>>> from extractor.outline.body import find_body
>>> document = Document.of("溪口县水利局 \\n关于2022年度 法治政府建设情况的报告\\n2022年，我局认真履职。")
>>> title, span = find_title(document, find_body(document), [])
>>> title, tuple(span)
('溪口县水利局关于2022年度法治政府建设情况的报告', (0, 26))
"""

import regex

from extractor.document import Document
from extractor.folding import DROPPED, FOLD
from extractor.masthead.fields import Field, Kind, find_field
from extractor.outline.body import Body
from extractor.outline.organs import in_both_scripts
from extractor.spans import Span

# A typesetter's radicals stand for the letters they look like; other characters stay as they were written.
_RADICALS = {code: letter for code, letter in FOLD.items() if 0x2E80 <= code < 0x2FE0}
_NOTHING = {code: "" for code, letter in FOLD.items() if letter == DROPPED}
_TITLE = regex.compile(rf".{{0,80}}(?:{in_both_scripts('报告|总结|汇报|情况(?:的?(?:公示|公告|通报|说明))?')})(?:\(.{{1,14}}\))?")


def find_title(document: Document, body: Body, fields: list[Field]) -> tuple[str, Span] | None:
    """The title over the text, else the one that the page's header gives, with its place in the view."""
    if body.title:
        value = "".join(clean_quote(document, span) for span in body.title)
        return value, Span(body.title[0].start, body.title[-1].end)
    return find_field(fields, [Kind.TITLE], parse_title)


def parse_title(text: str) -> str | None:
    """A field's value where it is the title of a report."""
    return "".join(text.split()) if _TITLE.fullmatch(text) else None


def clean_quote(document: Document, span: Span) -> str:
    """What stands in the source at a span of the view, without blanks, line ends and characters that have no width."""
    return "".join(document.quote(span).split()).translate(_RADICALS | _NOTHING)
