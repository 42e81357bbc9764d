"""The order of the stages, from a document to the record of it.

bytes ─ readers ─▶ Document ─ outline ─▶ body, headings ─ numbers ─▶ numerals ─ indicators ─▶ readings ─ checks ─▶ Report
"""

from dataclasses import dataclass

from extractor.checks import check_record
from extractor.document import Document
from extractor.indicators.find import Findings, Page, find_indicators
from extractor.indicators.rules import Rule
from extractor.masthead.find import Masthead, find_masthead
from extractor.numbers.lexer import Numeral, find_numerals
from extractor.numbers.periods import Reported
from extractor.outline.body import Body, find_body
from extractor.outline.heading_set_off import find_set_off
from extractor.outline.headings import Outline
from extractor.outline.tables import Tables, find_tables
from extractor.record import make_report
from schemas import Report


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the stages found in one document, in offsets of its view."""

    document: Document
    body: Body
    outline: Outline
    masthead: Masthead
    tables: Tables
    numerals: list[Numeral]
    findings: Findings


def read(document: Document, rules: tuple[Rule, ...] | None = None) -> Reading:
    """Runs the stages over a document; ``rules`` replaces the packaged catalogue."""
    text = document.view.text
    body = find_body(document)
    tables = find_tables(document, body.span)
    outline = Outline.of(text, body.span, document.view.starts, find_set_off(document, body.below_title), tables.heads)
    masthead = find_masthead(document, body)
    numerals = find_numerals(text, [heading.label for heading in outline.headings], tables)
    reported = Reported(masthead.year, masthead.signed or masthead.published) if masthead.year else None
    findings = find_indicators(Page(text, body.span, outline, reported, tables), numerals, rules)
    return Reading(document, body, outline, masthead, tables, numerals, findings)


def extract(document: Document, rules: tuple[Rule, ...] | None = None) -> Report:
    """The record of a document."""
    reading = read(document, rules)
    report = make_report(reading.document, reading.body, reading.outline, reading.masthead, reading.numerals, reading.findings)
    return report.model_copy(update={"checks": check_record(report)})
