"""All indicators of a view: its quantities with their meaning, and its statements that there was none."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from extractor.indicators.aspects import plans_from
from extractor.indicators.bind import Binder, Surroundings
from extractor.indicators.cells import TableReader
from extractor.indicators.frames import find_frames
from extractor.indicators.links import link_repeats
from extractor.indicators.match import Context, Matcher
from extractor.indicators.reading import Denial, Reading
from extractor.indicators.rules import Rule, load_rules
from extractor.indicators.talk import Words
from extractor.indicators.told_for import Calendar
from extractor.indicators.zeros import find_denials
from extractor.numbers.lexer import Numeral
from extractor.numbers.periods import Reported, find_periods
from extractor.numbers.quantities import Quantity
from extractor.outline.headings import Heading, Outline
from extractor.outline.tables import Tables
from extractor.spans import Span

# What a text without any year is read against: no date of it is stated, so none of it leaves the program.
NO_YEAR = 1900
NO_TABLES = Tables()
_NOTE = regex.compile(r"\[\d{1,2}\]|注\d?:|说明:|备注")


@dataclass(frozen=True, slots=True)
class Findings:
    """What a view states, in the order of the text."""

    readings: list[Reading]
    denials: list[Denial]


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of a view before its figures are read: its body and headings, its tables, and what the report is about."""

    text: str
    body: Span
    outline: Outline
    reported: Reported | None
    tables: Tables = NO_TABLES

    def context(self, stretch: Span) -> Context:
        """The paragraph that a stretch stands in, and the titles of the headings above it."""
        path = self.outline.path(stretch.start)
        paragraph = max(self.text.rfind("\n", 0, stretch.start) + 1, self.body.start)
        return Context(paragraph, tuple(heading.title for heading in reversed(path)))

    def around(self, sentence: Span) -> Surroundings:
        """The context of a sentence, and whether it tells plans."""
        path = self.outline.path(sentence.start)
        here = self.context(sentence)
        plans = self._is_chapter_of_plans(path) or self._has_turned_to_plans(sentence, path, here.paragraph)
        return Surroundings(here, plans)

    def _is_chapter_of_plans(self, path: Sequence[Heading]) -> bool:
        """Whether the headings above say so: by their role, or by naming the year after the report's (2025年重点工作)."""
        if not path or path[-1].role == "plans":
            return bool(path)
        following = f"{self.reported.year + 1}年" if self.reported else None
        return following is not None and any(self.text.startswith(following, heading.title.start) for heading in path)

    def _has_turned_to_plans(self, sentence: Span, path: Sequence[Heading], paragraph: int) -> bool:
        """A chapter of shortcomings may turn to plans half-way, and a list of them then runs over its paragraphs."""
        if _NOTE.match(self.text, paragraph):
            return False
        start = path[0].start if path and path[0].role == "shortcomings" else paragraph
        turn = plans_from(self.text[start : sentence.end], self.reported.year if self.reported else None)
        return turn is not None and start + turn <= sentence.start + 2


@cache
def matcher_of(rules: tuple[Rule, ...]) -> Matcher:
    """The rules of a catalogue made ready; once for each catalogue."""
    return Matcher(rules)


def find_indicators(page: Page, numerals: Sequence[Numeral], rules: tuple[Rule, ...] | None = None) -> Findings:
    """The indicators within the body of a view; ``rules`` is the catalogue to hold it to, where it is not the packaged one."""
    matcher = matcher_of(rules if rules is not None else load_rules())
    words = Words(page.text, matcher, matcher.vocabulary.find(page.text))
    readings = _readings(page, words, {n.span.start: n.quantity for n in numerals if n.quantity and page.body.covers(n.span)})
    link_repeats(readings)
    return Findings(readings, [denial for denial in find_denials(words, page.body, page.context) if not _is_in_head(page.tables, denial)])


def _is_in_head(tables: Tables, denial: Denial) -> bool:
    """Whether what looks like a statement names a row or a column of a table: 尚未审结."""
    index = bisect_left(tables.heads, Span(denial.span.end, 0)) - 1
    return index >= 0 and tables.heads[index].overlaps(denial.span)


def _readings(page: Page, words: Words, quantities: dict[int, Quantity]) -> list[Reading]:
    calendar = Calendar(page.text, find_periods(page.text), page.reported or Reported(NO_YEAR))
    readings: list[Reading] = []
    for table in page.tables.tables:
        figures = {cell.digits: quantities.pop(cell.digits) for cell in table.cells if cell.digits in quantities}
        readings += TableReader(words, calendar.reported, table, page.around(Span(table.span.start, table.span.start))).read(figures)
    binder = Binder(words, calendar, page.around)
    for stretch, told in _stretches(page, quantities):
        readings += binder.read(find_frames(page.text, told, stretch))
    return sorted(readings, key=lambda reading: reading.frame.quantity.span)


def _stretches(page: Page, quantities: dict[int, Quantity]) -> Iterator[tuple[Span, list[Quantity]]]:
    """The stretches whose sentences are read by themselves, with their figures: cells that hold text, and all that stands outside of them."""
    starts = [cell.start for cell in page.tables.told]
    inside: dict[Span, list[Quantity]] = {}
    outside = []
    for place, quantity in quantities.items():
        index = bisect_right(starts, place) - 1
        cell = page.tables.told[index] if index >= 0 else None
        if cell is not None and place < cell.end:
            inside.setdefault(cell, []).append(quantity)
        else:
            outside.append(quantity)
    yield from inside.items()
    yield page.body, outside
