"""The document number (发文字号) and the index number (索引号) of a paper.

>>> parse_document_number("溪水发[2021]18号"), parse_document_number("某某处")
('溪水发〔2021〕18号', None)
>>> parse_index_number("003008036/2021-00123"), parse_index_number("发布机构")
('003008036/2021-00123', None)
"""

import regex

from extractor.masthead.fields import Field, Kind, find_field
from extractor.outline.organs import DOCUMENT_NUMBER, ORGAN, is_document_number
from extractor.outline.rows import Row
from extractor.spans import Span

_NUMBER = regex.compile(DOCUMENT_NUMBER)
_LETTERHEAD = regex.compile(rf".{{0,40}}文件(?P<number>{DOCUMENT_NUMBER})(?:签发人.{{0,12}})?")
_BEFORE_TITLE = regex.compile(rf"(?:.{{0,40}}文件)?\(?(?P<number>{DOCUMENT_NUMBER})\)?")
_BEFORE_ISSUER = regex.compile(rf"(?P<number>{DOCUMENT_NUMBER}){ORGAN}")
_REST = regex.compile(r"[;,。].*$")
_PARTS = regex.compile(r"(?:发文字号|发文文号|文号|文件编号)?+(?P<code>.+?)[〔﹝\[(【<{](?P<year>\d{4})年?[〕﹞\])】>}](?P<number>.+)")
_INDEX_NUMBER = regex.compile(r"\p{Han}{0,6}[A-Za-z0-9][\p{Han}A-Za-z0-9/_.,()〔〕\[\]\\ -]{2,59}")
_DIGITS = regex.compile(r"\d{2}")


def find_document_number(fields: list[Field], head: list[Row], title: Span | None) -> tuple[str, Span] | None:
    """The paper's own number: from the page's field, or alone on a line above or below the title; never a cited paper's."""
    return find_field(fields, [Kind.NUMBER], parse_document_number) or next((found for row in head if (found := _in_row(row, title))), None)


def parse_document_number(text: str) -> str | None:
    """A document number in its official form, whatever brackets it is written with; None where the text is none."""
    text = _REST.sub("", text).strip(" ()")
    return _normal(text) if _NUMBER.fullmatch(text) else None


def parse_index_number(text: str) -> str | None:
    """An index number as it is written; None where the text is none."""
    return text if _INDEX_NUMBER.fullmatch(text) and _DIGITS.search(text) else None


def _in_row(row: Row, title: Span | None) -> tuple[str, Span] | None:
    match = _match(row, title)
    if not match:
        return None
    place = "number" if "number" in match.groupdict() else 0
    return _normal(match[place]), Span(row.span.start + match.start(place), row.span.start + match.end(place))


def _match(row: Row, title: Span | None) -> regex.Match[str] | None:
    if is_document_number(row.text) and "文件" not in row.text:
        return _NUMBER.search(row.text)
    if title and row.span.start < title.start < row.span.end:
        return _BEFORE_TITLE.fullmatch(row.text[: title.start - row.span.start])
    return (_LETTERHEAD.fullmatch(row.text) or _BEFORE_ISSUER.fullmatch(row.text)) if len(row.text) <= 120 else None


def _normal(text: str) -> str:
    parts = _PARTS.fullmatch(text)
    return f"{parts['code']}〔{parts['year']}〕{parts['number'].replace('號', '号')}" if parts else text
