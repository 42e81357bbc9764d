"""All indicators of a view: its quantities with their meaning, and its statements that there was none."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extractor.indicators.aspects import plans_from
from extractor.indicators.bind import Binder, Surroundings
from extractor.indicators.cells import read_cells
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
from extractor.outline.headings import Outline
from extractor.outline.tables import Cell
from extractor.spans import Span

# What a text without any year is read against: no date of it is stated, so none of it leaves the program.
_NO_YEAR = 1900


@dataclass(frozen=True, slots=True)
class Findings:
    """What a view states, in the order of the text."""

    readings: list[Reading]
    denials: list[Denial]


@cache
def matcher_of(rules: tuple[Rule, ...]) -> Matcher:
    """The rules of a catalogue made ready; once for each catalogue."""
    return Matcher(rules)


def find_indicators(
    text: str,
    numerals: Sequence[Numeral],
    body: Span,
    outline: Outline,
    reported: Reported | None,
    cells: Sequence[Cell] = (),
    rules: tuple[Rule, ...] | None = None,
) -> Findings:
    """The indicators within the body of a view; ``reported`` is what the report is about, ``cells`` the numbers in its tables,
    ``rules`` the catalogue to hold it to.
    """
    matcher = matcher_of(rules if rules is not None else load_rules())
    found = matcher.vocabulary.find(text)
    calendar = Calendar(text, find_periods(text), reported or Reported(_NO_YEAR))

    def context(stretch: Span) -> Context:
        path = outline.path(stretch.start)
        paragraph = max(text.rfind("\n", 0, stretch.start) + 1, body.start)
        return Context(paragraph, tuple(heading.title for heading in reversed(path)))

    def around(sentence: Span) -> Surroundings:
        path = outline.path(sentence.start)
        here = context(sentence)
        # A chapter of shortcomings may turn to plans half-way, and a list of them then runs over its paragraphs.
        start = path[0].start if path and path[0].role == "shortcomings" else here.paragraph
        turn = plans_from(text[start : sentence.end], reported.year if reported else None)
        turned = turn is not None and start + turn <= sentence.start + 2
        return Surroundings(here, turned or bool(path) and path[-1].role == "plans")

    words = Words(text, matcher, found)
    quantities = {n.span.start: n.quantity for n in numerals if n.quantity and body.start <= n.span.start < body.end}
    tabled = [(cell, q) for cell in cells if (q := quantities.pop(cell.digits, None)) is not None]
    readings = Binder(words, calendar, around).read(find_frames(text, list(quantities.values()), body))
    for caption in {cell.caption: None for cell, _ in tabled}:
        readings += read_cells(words, calendar, [pair for pair in tabled if pair[0].caption == caption], context(caption))
    readings.sort(key=lambda reading: reading.frame.quantity.span)
    link_repeats(readings)
    return Findings(readings, list(find_denials(text, body, matcher, found, context)))
