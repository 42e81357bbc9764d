"""What the head and the foot of a report say of the paper itself.

>>> from extractor.outline.body import find_body
>>> document = Document.of("发布日期：2023-01-12\\n溪口县水利局2022年法治政府建设年度报告\\n县政府：\\n我局认真履职。\\n溪口县水利局\\n2023年1月10日")
>>> masthead = find_masthead(document, find_body(document))
>>> masthead.title, masthead.year, masthead.addressees
('溪口县水利局2022年法治政府建设年度报告', 2022, ('县政府',))
>>> masthead.published, masthead.signed
(datetime.date(2023, 1, 12), datetime.date(2023, 1, 10))
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

import regex

from extractor.document import Document
from extractor.masthead.addressees import find_addressees
from extractor.masthead.document_number import find_document_number, parse_index_number
from extractor.masthead.fields import Kind, find_field
from extractor.masthead.issuer import Issuer, IssuerClues, find_issuer
from extractor.masthead.page import Page, find_page
from extractor.masthead.paper_dates import parse_date
from extractor.masthead.scripts import to_simplified
from extractor.masthead.title import clean_quote, find_title
from extractor.masthead.year import Evidence, find_year
from extractor.outline.body import Body
from extractor.outline.furniture import is_furniture
from extractor.outline.organs import in_both_scripts, is_organ
from extractor.outline.rows import Row, find_pieces
from extractor.outline.signature import DATE
from extractor.spans import Span

# `2023-01-12 10:20` beside the source, or alone under the title: pages leave the label out.
_STAMP = r"20\d\d(?:[-./]\d{1,2}[-./]\d{1,2}|年\d{1,2}月\d{1,2}日)(?: ?\d{1,2}:\d\d(?::\d\d)?)?"
_STAMPED = regex.compile(rf"[\[(【]?(?P<date>{_STAMP})[\])】]?(?:{in_both_scripts('来源|信息来源|浏览|阅读|点击|字体|作者|编辑|访问')}|【|\[|[|\t]|$)")
_SIGNED = regex.compile(rf"\({DATE}\)")  # under a title the date of the paper
_HAN = regex.compile(r"\p{Han}{2}")
_TOWN = regex.compile(r"\p{Han}{2,12}[县縣市区區旗]\p{Han}{1,6}(?:[镇鎮乡鄉]|街道)")
LONGEST_PUBLISHER = 60

Value = TypeVar("Value")
Found = tuple[Value, Span]


@dataclass(frozen=True, slots=True)
class Masthead:
    """What a paper says of itself; ``evidence`` holds the place in the view of every field that is filled, by the field's name."""

    title: str | None = None
    year: int | None = None
    document_number: str | None = None
    index_number: str | None = None
    written: datetime.date | None = None
    published: datetime.date | None = None
    signed: datetime.date | None = None
    addressees: tuple[str, ...] = ()
    issuer: Issuer | None = None
    evidence: dict[str, Span] = field(default_factory=dict)


def find_masthead(document: Document, body: Body) -> Masthead:
    """The masthead of a report whose body is known."""
    page = find_page(document, body)
    title = find_title(document, body, page.fields)
    written = find_field(page.fields, [Kind.WRITTEN], parse_date)
    published = find_field(page.fields, [Kind.PUBLISHED, Kind.DATED], parse_date) or _stamp(page)
    signed = _signed(page)
    year = find_year(Evidence(document.view.text, body.span, title and title[1], signed, written, published))
    number = find_document_number(page.fields, page.head, page.title_span)
    index = _index_number(page)
    addressees = _addressees(page)
    issuer = _as_written(find_issuer(_clues(page, title, year, number, index, addressees)), document)
    return Masthead(
        title=_value(title),
        year=_value(year),
        document_number=_value(number),
        index_number=_value(index),
        written=_value(written),
        published=_value(published),
        signed=_value(signed),
        addressees=addressees[0] if addressees else (),
        issuer=issuer,
        evidence=_places(
            {
                "title": title,
                "year": year,
                "document_number": number,
                "index_number": index,
                "written": written,
                "published": published,
                "signed": signed,
                "addressees": addressees,
                "issuer": (issuer, issuer.span) if issuer and issuer.span else None,
            }
        ),
    )


def _stamp(page: Page) -> Found[datetime.date] | None:
    """The date that stands without a label beside the source, between fields, or alone on a line under the title."""
    begins = page.repeats_from
    stamped = (found for row in page.head for part in _parts(page, row) if (found := _stamp_at_start(page, part, row.span.start >= begins)))
    date, span = next(stamped, (None, page.body.span))
    return (date, span) if date else None


def _parts(page: Page, row: Row) -> list[Row]:
    is_header = row.span.start >= page.body.span.start and ("|" in row.text or is_furniture(row.text))
    return [row, *find_pieces(page.document, row)] if is_header else [row]


def _stamp_at_start(page: Page, part: Row, is_below: bool) -> tuple[datetime.date | None, Span] | None:
    match = _STAMPED.match(part.text)
    if not match or _SIGNED.fullmatch(part.text):
        return None
    span = Span(part.span.start + match.start("date"), part.span.start + match.end("date"))
    is_own = is_below or match.end() < len(part.text)
    return (parse_date(match["date"]), span) if is_own and span != page.body.signed else None


def _signed(page: Page) -> Found[datetime.date] | None:
    span = page.body.signed
    date = parse_date(page.document.view.text[span.slice]) if span else None
    return (date, span) if date and span else None


def _index_number(page: Page) -> Found[str] | None:
    found = find_field(page.fields, [Kind.INDEX], parse_index_number)
    return (page.document.quote(found[1]).strip(), found[1]) if found else None


def _addressees(page: Page) -> Found[tuple[str, ...]] | None:
    spans = [span for _, span in find_addressees(page.opening)]
    names = tuple(clean_quote(page.document, span) for span in spans)
    return (names, Span(spans[0].start, spans[-1].end)) if names else None


def _clues(
    page: Page,
    title: Found[str] | None,
    year: Found[int] | None,
    number: Found[str] | None,
    index: Found[str] | None,
    addressees: Found[tuple[str, ...]] | None,
) -> IssuerClues:
    text = to_simplified(page.document.view.text)
    signature = page.body.signature
    publisher = find_field(page.fields, [Kind.PUBLISHER], _parse_publisher) or find_field(page.fields, [Kind.SOURCE], _parse_source)
    return IssuerClues(
        text=text,
        body=page.body.span,
        title=text[title[1].slice].replace("\n", "") if title else None,
        title_span=title[1] if title else None,
        year=_value(year),
        publisher=(text[publisher[1].slice], publisher[1]) if publisher else None,
        site=find_field(page.fields, [Kind.SITE], _parse_publisher),
        signature=(text[signature.slice], signature) if signature else None,
        addressees=tuple(map(to_simplified, addressees[0])) if addressees else (),
        index_number=_value(index),
        document_number=_value(number),
    )


def _as_written(issuer: Issuer | None, document: Document) -> Issuer | None:
    """An issuer under the name that stands in the text, in the script of the text."""
    return replace(issuer, name=document.view.text[issuer.span.slice]) if issuer and issuer.stated and issuer.span else issuer


def _parse_publisher(text: str) -> str | None:
    return text if len(text) <= LONGEST_PUBLISHER and _HAN.search(text) else None


def _parse_source(text: str) -> str | None:
    """A source is often another site: only an authority, or a town, may be taken for the publisher."""
    return text if is_organ(text) or _TOWN.fullmatch(text) else None


def _value(found: Found[Value] | None) -> Value | None:
    return found[0] if found else None


def _places(found: Mapping[str, Found[object] | None]) -> dict[str, Span]:
    return {name: one[1] for name, one in found.items() if one}
