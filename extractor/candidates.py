"""Which rules came into question for a figure that has been read, and why others with a cue next to it did not.

The same matcher is asked once more for the same frame, so nothing is kept while reports are read.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.indicators.aspects import change_before, change_behind
from extractor.indicators.find import Page, matcher_of
from extractor.indicators.frames import Frame, core_end
from extractor.indicators.match import FAR, Context, Match, Matcher
from extractor.indicators.reading import Denial, Reading
from extractor.indicators.rules import Rule
from extractor.indicators.talk import Words
from extractor.outline.tables import Cell
from extractor.spans import Span

_LEAD_END = 24  # how much of the words before the clause can tell a change


@dataclass(frozen=True, slots=True)
class Refusal:
    """A rule with a cue next to a figure that it cannot take: ``match`` is what it would be if it could, ``reason`` is why not."""

    match: Match
    reason: str


@dataclass(frozen=True, slots=True)
class Scene:
    """A view, what is known of it, and the words of a catalogue found in it."""

    page: Page
    words: Words

    @classmethod
    def of(cls, page: Page, rules: tuple[Rule, ...]) -> "Scene":
        """The scene of a page under a catalogue."""
        matcher = matcher_of(rules)
        return cls(page, Words(page.text, matcher, matcher.vocabulary.find(page.text)))

    def matches(self, reading: Reading) -> list[Match]:
        """The rules that came into question for a figure, best first."""
        ways = (self.words.matcher.matches(frame, self.words.found, self._context(reading), any_unit=_is_change(reading)) for frame in self._frames(reading))
        return next((matches for matches in ways if matches), [])

    def denied(self, denial: Denial) -> list[Match]:
        """The rules whose cues stand in a statement that there was none, best first."""
        return self.words.matcher.within(denial.span, self.words.found, self.page.context(denial.span))

    def refusals(self, reading: Reading) -> list[Refusal]:
        """The rules whose cue stands in the frame of a figure and that did not come into question, best first, each once."""
        rules = {rule.code: rule for rule in self.words.matcher.rules}
        lenient = Matcher([replace(rule, units=frozenset(), topics=(), excludes=(), clause_excludes=()) for rule in rules.values()])
        in_question = {match.rule.code for match in self.matches(reading)}
        refused: dict[str, Refusal] = {}
        for frame in self._frames(reading):
            for match in lenient.matches(frame, self.words.found, self._context(reading), any_unit=True):
                code = match.rule.code
                if code not in in_question and code not in refused:
                    refused[code] = Refusal(match, self._reason(rules[code], match, frame))
        return sorted(refused.values(), key=lambda refusal: refusal.match)

    def cell(self, reading: Reading) -> Cell | None:
        """The cell of a table that a figure stands in."""
        return next((cell for cell in self.page.cells if cell.digits == reading.frame.quantity.digits.start), None)

    def _context(self, reading: Reading) -> Context:
        cell = self.cell(reading)
        if cell is None:
            return self.page.around(reading.frame.sentence).context
        return replace(self.page.context(cell.caption), paragraph=cell.caption.start)

    def _frames(self, reading: Reading) -> list[Frame]:
        """The frames that a figure was read by: its own or the one it shares; for a change, the words in front of 增长; for a cell, header and row."""
        frame, text = reading.frame, self.page.text
        cell = self.cell(reading)
        if cell is not None:
            # The head of a row is asked only where the header says too little; that it was shows in there being a rule.
            return [frame, replace(frame, near=cell.row, lead=cell.row, core=cell.row.end)] if reading.rule else [frame]
        if _is_change(reading):
            subject = Span(frame.near.start, max(frame.near.start, frame.quantity.span.start - change_length(self.words, frame)))
            return [replace(frame, near=subject, core=subject.end)]
        same = reading.near == frame.near
        return [frame if same else replace(frame, near=reading.near, core=core_end(text, reading.near))]

    def _reason(self, rule: Rule, match: Match, frame: Frame) -> str:
        unit = frame.quantity.unit
        if not rule.measures(unit, frame.quantity.dimension):
            return f"its unit is not {unit}" if unit else "it needs a unit"
        if frame.is_mean and rule.dimension in ("count", "money"):
            return "a mean is no count and no sum"
        near = frame.lead if match.zone == FAR else frame.near
        barring = [word for word in rule.excludes if self.words.found.any_within((word,), near.start, frame.tail.end)]
        barring += [word for word in rule.clause_excludes if self.words.found.any_within((word,), frame.clause, near.end)]
        return f"excluded by {'、'.join(barring)}" if barring else "none of its topics is the talk"


def change_length(words: Words, frame: Frame) -> int:
    """How many characters in front of a figure tell that it is a change; 0 where none do."""
    told = change_before(words.at(frame.near)) or change_before(words.at(frame.lead)[-_LEAD_END:]) or change_behind(words.at(frame.tail))
    return told.length if told else 0


def rivals(matches: Sequence[Match]) -> list[str]:
    """The codes of several rules with the same right to a figure, which none of them takes; empty where one has the best."""
    codes = {match.rule.code: None for match in matches if match.rank == matches[0].rank}
    return list(codes) if len(codes) > 1 else []


def _is_change(reading: Reading) -> bool:
    return reading.how == "change"
