"""Which rules came into question for a figure that has been read, and why others with a cue next to it did not.

The same matcher is asked once more for the same frame, so nothing is kept while reports are read.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.indicators.aspects import change_before, change_behind
from extractor.indicators.cell_talk import Question
from extractor.indicators.cells import TableReader
from extractor.indicators.find import NO_YEAR, Page, matcher_of
from extractor.indicators.frames import Frame, core_end
from extractor.indicators.match import FAR, Match, Matcher
from extractor.indicators.reading import Denial, Reading
from extractor.indicators.rules import Rule
from extractor.indicators.talk import Words
from extractor.numbers.periods import Reported
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
        asked = self._asked(reading)
        if self.cell(reading) is not None:
            return next(filter(None, (each.matches(self.words.matcher, any_unit=_is_change(reading)) for each in asked)), [])
        ways = (self.words.matcher.matches(each.frame, each.found, each.context, any_unit=_is_change(reading)) for each in asked)
        return next(filter(None, ways), [])

    def denied(self, denial: Denial) -> list[Match]:
        """The rules whose cues stand in a statement that there was none, best first."""
        return self.words.matcher.within(denial.span, self.words.found, self.page.context(denial.span))

    def refusals(self, reading: Reading) -> list[Refusal]:
        """The rules whose cue stands in the frame of a figure and that did not come into question, best first, each once."""
        rules = {rule.code: rule for rule in self.words.matcher.rules}
        lenient = Matcher([replace(rule, units=frozenset(), topics=(), excludes=(), clause_excludes=()) for rule in rules.values()])
        in_question = {match.rule.code for match in self.matches(reading)}
        refused: dict[str, Refusal] = {}
        for asked in self._asked(reading):
            for match in lenient.matches(asked.frame, asked.found, asked.context, any_unit=True):
                code = match.rule.code
                if code not in in_question and code not in refused:
                    refused[code] = Refusal(match, self._reason(rules[code], match, asked))
        return sorted(refused.values(), key=lambda refusal: refusal.match)

    def cell(self, reading: Reading) -> Cell | None:
        """The cell of a table that a figure stands in."""
        return next((cell for cell in self.page.tables.cells if cell.digits == reading.frame.quantity.digits.start), None)

    def _asked(self, reading: Reading) -> list[Question]:
        """What was held against the catalogue for a figure: its own words or those it shares; for a cell, the heads of its column and row."""
        cell = self.cell(reading)
        if cell is None:
            context = self.page.around(reading.frame.sentence).context
            return [Question(self.page.text, self.words.found, self._frame(reading), context)]
        table = next(table for table in self.page.tables.tables if cell in table.cells)
        around = self.page.around(Span(table.span.start, table.span.start))
        reader = TableReader(self.words, self.page.reported or Reported(NO_YEAR), table, around)
        return list(reader.questions(cell, reading.frame.quantity))

    def _frame(self, reading: Reading) -> Frame:
        """The frame that a figure was read by: its own or the one it shares; for a change, the words in front of 增长."""
        frame, text = reading.frame, self.page.text
        if _is_change(reading):
            subject = Span(frame.near.start, max(frame.near.start, frame.quantity.span.start - change_length(self.words, frame)))
            return replace(frame, near=subject, core=subject.end)
        return frame if reading.near == frame.near else replace(frame, near=reading.near, core=core_end(text, reading.near))

    @staticmethod
    def _reason(rule: Rule, match: Match, asked: Question) -> str:
        frame = asked.frame
        unit = frame.quantity.unit
        if not rule.measures(unit, frame.quantity.dimension):
            return f"its unit is not {unit}" if unit else "it needs a unit"
        if frame.is_mean and rule.dimension in ("count", "money"):
            return "a mean is no count and no sum"
        near = frame.lead if match.zone == FAR else frame.near
        barring = [word for word in rule.excludes if asked.found.any_within((word,), near.start, frame.tail.end)]
        barring += [word for word in rule.clause_excludes if asked.found.any_within((word,), frame.clause, near.end)]
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
    return reading.aspect == "change" if reading.how == "table" else reading.how == "change"
