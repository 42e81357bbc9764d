"""The door: what the stages found in a view becomes the record, in offsets of the source text.

Only here are pydantic models made, and only here do offsets of the view become offsets of the source.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from extractor.document import Document
from extractor.indicators.find import Findings
from extractor.indicators.reading import Denial, Reading
from extractor.indicators.told_for import Told
from extractor.masthead.find import Masthead
from extractor.numbers.lexer import Numeral
from extractor.outline.body import Body
from extractor.outline.headings import Heading, Outline
from extractor.spans import Span
from schemas import Dates, Indicator, Issuer, Period, Region, Report, Section, Source, SpanQuote
from schemas import Numeral as Entry
from schemas import Span as Place
from schemas import Warning as Doubt

_DIGITS = regex.compile(r"\d+(?:[.,．，]\d+)*")
_UNNAMED = "未说明的数"
_SPACE = regex.compile(r"\s+")


def make_report(document: Document, body: Body, outline: Outline, masthead: Masthead, numerals: Sequence[Numeral], findings: Findings) -> Report:
    """The record of a document; its checks are still to be made."""
    door = _Door(document, outline, masthead.year)
    indicators = door.indicators(findings)
    return Report(
        source=_source(document),
        title=masthead.title,
        year=masthead.year,
        document_number=masthead.document_number,
        index_number=masthead.index_number,
        issuer=_issuer(masthead),
        dates=Dates(written=masthead.written, published=masthead.published, signed=masthead.signed),
        addressees=masthead.addressees,
        body=door.place(body.span),
        evidence={name: door.quote(span) for name, span in masthead.evidence.items()},
        sections=tuple(map(door.section, outline.headings)),
        numerals=tuple(door.entries(numerals, body.span, {i.numeral.start: i.id for i in indicators if i.numeral})),
        indicators=indicators,
        warnings=tuple(Doubt(code=notice.code, message=notice.message) for notice in document.notices) + _doubts(masthead),
    )


def _source(document: Document) -> Source:
    source = document.source
    return Source(
        name=source.name,
        path=source.path,
        sha256=source.sha256,
        media_type=source.media_type,
        encoding=source.encoding,
        characters=len(document.text),
        pages=source.pages,
    )


def _issuer(masthead: Masthead) -> Issuer:
    issuer = masthead.issuer
    if issuer is None:
        return Issuer()
    region = issuer.region and Region(code=issuer.region.code, name=issuer.region.name, level=issuer.region.level, path=issuer.region.path)
    return Issuer(name=issuer.name, stated=issuer.stated, department=issuer.department, region=region)


def _doubts(masthead: Masthead) -> tuple[Doubt, ...]:
    missing = [("year", "the year reported on could not be told", masthead.year), ("issuer", "the issuer could not be told", masthead.issuer)]
    return tuple(Doubt(code=f"no-{name}", message=message) for name, message, value in missing if value is None)


@dataclass(frozen=True, slots=True)
class _Door:
    """Makes parts of the record from parts of the view."""

    document: Document
    outline: Outline
    year: int | None

    def place(self, span: Span) -> Place:
        start, end = self.document.view.source(span)
        return Place(start=start, end=end)

    def quote(self, span: Span) -> SpanQuote:
        place = self.document.view.source(span)
        quote = self.document.text[place.slice]
        printed = self.document.layout.printed(place)
        if printed is None:
            return SpanQuote(start=place.start, end=place.end, quote=quote)
        return SpanQuote(start=place.start, end=place.end, quote=quote, page=printed.page, box=printed.box, confidence=printed.confidence)

    def words(self, span: Span) -> str:
        return _SPACE.sub("", self.document.quote(span))

    def section(self, heading: Heading) -> Section:
        """A heading begins with its label; one with a drawn number, which nobody wrote, with its words."""
        place = self.place(Span(heading.start, heading.end))
        if self.document.layout.is_drawn(place.start):
            place = self.place(Span(heading.title.start, heading.end))
        return Section(
            id=heading.number,
            parent=heading.parent,
            level=heading.level,
            label=self.words(heading.label) if heading.label.start < heading.label.end else "",
            title=self.words(heading.title),
            start=place.start,
            end=place.end,
            page=self.document.layout.page_at(place.start),
            role=heading.role,
        )

    def section_at(self, offset: int) -> int | None:
        heading = self.outline.at(offset)
        return heading.number if heading else None

    def _title_at(self, offset: int) -> str:
        """What a figure with no words of its own is about, as far as can be told: the title of its section."""
        heading = self.outline.at(offset)
        return (self.words(heading.title) if heading else "") or _UNNAMED

    # --- the ledger

    def entries(self, numerals: Sequence[Numeral], body: Span, indicators: dict[int, int]) -> Iterator[Entry]:
        """Every numeral of the text: those of the view, and those of page numbers that the view leaves out."""
        view = self.document.view
        seen = [(view.source(numeral.span), self._kind(numeral, body)) for numeral in numerals]
        left = [(span, "label") for gap in view.dropped() for span in self._digits(gap) if not any(s.covers(span) for s, _ in seen)]
        for span, kind in sorted([*seen, *left]):
            indicator = indicators.get(span.start) if kind == "quantity" else None
            yield Entry(start=span.start, end=span.end, text=self.document.text[span.slice], kind=kind, indicator=indicator)

    def _digits(self, gap: Span) -> Iterator[Span]:
        return (Span(*found.span()) for found in _DIGITS.finditer(self.document.text, *gap))

    @staticmethod
    def _kind(numeral: Numeral, body: Span) -> str:
        """Outside of the report there are no amounts: what the page says of itself identifies something."""
        inside = body.start <= numeral.span.start < body.end
        return "identifier" if numeral.kind == "quantity" and not inside else numeral.kind

    # --- indicators

    def indicators(self, findings: Findings) -> tuple[Indicator, ...]:
        """All indicators in the order of the text, numbered from 1."""
        stated: list[Reading | Denial] = sorted([*findings.readings, *findings.denials], key=_order)
        numbers = {id(each): number for number, each in enumerate(stated, 1)}
        return tuple(self._stated(each, numbers) if isinstance(each, Reading) else self._denied(each, numbers) for each in stated)

    def _stated(self, reading: Reading, numbers: dict[int, int]) -> Indicator:
        quantity = reading.frame.quantity
        part_of = reading.whole
        return Indicator(
            id=numbers[id(reading)],
            code=reading.code,
            name=reading.name or (reading.rule.name if reading.rule else self._title_at(quantity.span.start)),
            value=reading.value,
            value_max=quantity.value_max,
            unit=quantity.unit,
            dimension=quantity.dimension,
            written=self.words(quantity.span),
            qualifier=quantity.qualifier,
            aspect=reading.aspect,
            part=reading.part,
            category=reading.category,
            period=self._period(reading.told),
            section=self.section_at(quantity.span.start),
            numeral=self.place(quantity.digits),
            in_words=quantity.in_words,
            evidence=self.quote(Span(min(reading.near.start, quantity.span.start), max(quantity.span.end, reading.frame.tail.end))),
            rule=f"{reading.code}:{reading.how}" if reading.rule else None,
            repeats=numbers[id(reading.repeats)] if reading.repeats else None,
            part_of=numbers[id(part_of)] if part_of else None,
        )

    def _denied(self, denial: Denial, numbers: dict[int, int]) -> Indicator:
        return Indicator(
            id=numbers[id(denial)],
            code=denial.code,
            name=denial.name,
            value=0,
            unit="",
            dimension="count",
            written=self.words(denial.span),
            section=self.section_at(denial.span.start),
            evidence=self.quote(denial.span),
            rule=f"{denial.code}:denial" if denial.rule else None,
        )

    def _period(self, told: Told) -> Period | None:
        if self.year is None or not told.stated and told.start.year == self.year:
            return None
        return Period(start=told.start, end=told.end, stated=told.stated)


def _order(stated: Reading | Denial) -> tuple[int, int]:
    return (stated.frame.quantity.span if isinstance(stated, Reading) else stated.span)[:2]
