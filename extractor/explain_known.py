"""A document that was read, with its record: what stands at a place of it, and how it is quoted.

>>> from extractor.document import Document
>>> from extractor.indicators.rules import load_rules
>>> document = Document.of("某县水务局2022年度法治政府建设报告\\n一、执法\\n全年立案17件。")
>>> known = Known.of(document, load_rules())
>>> indicator, entry = known.standing(document.text.index("17"))
>>> indicator.code, entry.text, known.marked(entry)
('penalty.filed', '17', '全年立案【17】件')
"""

from dataclasses import dataclass

import regex

from extractor.candidates import Scene
from extractor.document import Document
from extractor.errors import FazhiError
from extractor.indicators.find import Page
from extractor.indicators.reading import Denial, Reading
from extractor.indicators.rules import Rule
from extractor.numbers.lexer import Numeral
from extractor.numbers.periods import Reported
from extractor.pipeline import Reading as Pages
from extractor.pipeline import read
from extractor.record import make_report
from extractor.spans import Span
from schemas import Indicator, Report
from schemas import Numeral as Entry
from schemas import Span as Place

_SENTENCE = regex.compile(r"[^。!?！？\r\n]+")
_SPACE = regex.compile(r"\s+")
_SHOWN = 8  # characters of the text at an offset where no number stands


class NothingThere(FazhiError):
    """No number stands at the place that was asked for, or no indicator has the number."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the stages found in a document, its record, and the scene in which its rules can be asked once more."""

    pages: Pages
    report: Report
    scene: Scene

    @classmethod
    def of(cls, document: Document, rules: tuple[Rule, ...]) -> "Known":
        """Everything about a document under a catalogue."""
        pages = read(document, rules)
        paper, text = pages.masthead, document.view.text
        report = make_report(document, pages.body, pages.outline, paper, pages.numerals, pages.findings)
        reported = Reported(paper.year, paper.signed or paper.published) if paper.year else None
        page = Page(text, pages.body.span, pages.outline, reported, pages.tables)
        return cls(pages, report, Scene.of(page, rules))

    def numbered(self, number: int) -> Indicator:
        """The indicator of the record with a number. Raises NothingThere."""
        found = next((indicator for indicator in self.report.indicators if indicator.id == number), None)
        if found is None:
            raise NothingThere(f"there is no indicator {number}: the record has {len(self.report.indicators)}")
        return found

    def standing(self, at: int) -> tuple[Indicator | None, Entry | None]:
        """The indicator and the entry of the ledger at an offset: of digits, of their unit, of words that say there was none. Raises NothingThere."""
        found = next((entry for entry in self.report.numerals if entry.start <= at < entry.end), None) or self._with_unit(at)
        if found is not None:
            return next((i for i in self.report.indicators if i.id == found.indicator), None), found
        denied = next((i for i in self.report.indicators if i.numeral is None and i.evidence.start <= at < i.evidence.end), None)
        if denied is None:
            raise NothingThere(self._nothing_at(at))
        return denied, None

    def entry(self, start: int) -> Entry | None:
        """The entry of the ledger that begins at an offset."""
        return next((entry for entry in self.report.numerals if entry.start == start), None)

    def numeral(self, entry: Entry) -> Numeral | None:
        """What the lexer found of an entry; None where the view leaves it out."""
        return next((numeral for numeral in self.pages.numerals if self._source(numeral.span).start == entry.start), None)

    def reading(self, entry: Entry) -> Reading | None:
        """The reading of an entry; None where it is no amount."""
        return next((r for r in self.pages.findings.readings if self._source(r.frame.quantity.digits).start == entry.start), None)

    def denial(self, stated: Indicator) -> Denial | None:
        """The statement that an indicator without a numeral comes from."""
        denials = (d for d in self.pages.findings.denials if self._source(d.span).start == stated.evidence.start)
        return next((denial for denial in denials if denial.code == stated.code), None)

    def quote(self, span: Span) -> str:
        """The words of the text at a span of the view, without white space."""
        return _SPACE.sub("", self.pages.document.quote(span))

    def marked(self, place: Entry | Place) -> str:
        """The sentence that a stretch of the text stands in, or the line, as of a table, with the stretch in 【】."""
        text = self.pages.document.text
        reading = self.reading(place) if isinstance(place, Entry) else None
        first, last = self._source(reading.frame.sentence) if reading and reading.how != "table" else _line_around(text, place)
        marked = f"{text[first : place.start]}【{text[place.start : place.end]}】{text[place.end : max(place.end, last)]}"
        return _SPACE.sub(" ", marked).strip()

    def _source(self, span: Span) -> Span:
        return self.pages.document.view.source(span)

    def _with_unit(self, at: int) -> Entry | None:
        quantities = (reading.frame.quantity for reading in self.pages.findings.readings)
        spans = ((self._source(quantity.span), self._source(quantity.digits)) for quantity in quantities)
        return next((self.entry(digits.start) for span, digits in spans if span.start <= at < span.end), None)

    def _nothing_at(self, at: int) -> str:
        text = self.pages.document.text
        if not 0 <= at < len(text):
            return f"there is no offset {at}: the text has {len(text)} characters"
        here = f"there is no number at {at}, where “{_SPACE.sub(' ', text[at : at + _SHOWN]).strip()}” begins"
        nearest = min(self.report.numerals, key=lambda entry: abs(entry.start - at), default=None)
        return f"{here}; the nearest is “{nearest.text}” at {nearest.start}" if nearest else f"{here}, and none anywhere in the text"


def _line_around(text: str, place: Entry | Place) -> tuple[int, int]:
    spans = (found.span() for found in _SENTENCE.finditer(text))
    return next(((start, end) for start, end in spans if start <= place.start < end), (place.start, place.end))
