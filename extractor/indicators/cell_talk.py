"""What the words of a table's heads mean: they are held against the catalogue as if they stood in front of the number.

A cell has its words in several places: its column's header, the head of its row, the caption, the headings above. They are put together to a
text of their own: headings, the other heads of the table and its caption as the talk, then the heads that lead, last those that ought to hold
the cue.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import regex

from extractor.indicators.cell_heads import Head
from extractor.indicators.cell_themes import themes_of
from extractor.indicators.frames import Frame
from extractor.indicators.match import Context, Match, Matcher, best
from extractor.indicators.talk import Words
from extractor.indicators.vocabulary import Found
from extractor.numbers.quantities import Quantity
from extractor.spans import Span

MOST_HEADS, LONGEST_TALK = 60, 300  # heads of the table, and code points of them, that can give the topic

# What a head rules out is no talk: 未经复议直接起诉 are court cases.
_DENIED = regex.compile(r"(?:未经|不经|经)复议|复议后")
_MEAN = regex.compile(r"[人户件案村]均|平均")


@dataclass(frozen=True, slots=True)
class Question:
    """Heads as a text with a number behind it: ``near`` hold the cue, ``lead`` stand before them."""

    text: str
    found: Found
    frame: Frame
    context: Context

    @property
    def near(self) -> str:
        """The words that are to hold the cue."""
        return self.text[self.frame.near.slice]

    def names_topic(self, match: Match) -> bool:
        """Whether the heads themselves hold the topic of a rule, or it needs none."""
        own = self.text[self.text.rfind("\n") + 1 :]
        return match.topic_place[0] in ("none", "cue") or any(topic in own for topic in match.rule.topics)

    def matches(self, matcher: Matcher, *, any_unit: bool = False) -> list[Match]:
        """The rules that come into question, best first; a count without a unit may be any count."""
        bare = self.frame.quantity.unit == ""
        found = matcher.matches(self.frame, self.found, self.context, any_unit=any_unit or bare)
        return found if any_unit else [match for match in found if self._measures(match, bare=bare)]

    def _measures(self, match: Match, *, bare: bool) -> bool:
        quantity, rule = self.frame.quantity, match.rule
        counts = bare and rule.dimension == "count" and not self.frame.is_mean and ("件" in rule.units or "项" not in rule.units or "项" in self.near)
        return counts or rule.measures(quantity.unit, quantity.dimension)


@dataclass(frozen=True, slots=True)
class Answer:
    """The rule that some heads name, the question that it answers, and what the heads were: column, row or caption."""

    match: Match
    question: Question
    by: str

    def reaches(self, head: str) -> bool:
        """Whether the cue goes as far as a head that ends what it stands in."""
        return self.match.span.end > self.question.frame.near.end - len(head)

    @property
    def is_stage(self) -> bool:
        """Whether the cue is that of a step or an outcome."""
        return self.match.cue.stage

    @property
    def names_stage(self) -> bool:
        """Whether the heads hold the cue of a step or an outcome, beside that of the whole."""
        stages = (cue.before for cue in self.match.rule.cues if cue.stage and cue.before)
        return any(all(word in self.question.near for word in words) for words in stages)


@dataclass(slots=True)
class TableTalk:
    """The talk of one table: the headings above it, the heads of its columns and those of its rows, its caption; and the answers given so far."""

    words: Words
    context: Context
    heads: Mapping[str, Sequence[str]]
    caption: str
    _answers: dict[tuple[object, ...], Answer | None] = field(default_factory=dict)
    _reduced: dict[str, str] = field(default_factory=dict)
    _beside: dict[str, str] = field(default_factory=dict)

    def ask(self, near: Sequence[Head], lead: Sequence[str], quantity: Quantity, by: str, *, any_unit: bool = False) -> Answer | None:
        """The rule that the heads near a number name: the innermost first, then with those over it. ``by`` is column, row or caption."""
        telling = self._telling(tuple(lead))
        key = (by, tuple(head.words for head in near), telling, quantity.unit, any_unit)
        if key not in self._answers:
            answer = next(filter(None, self._asked(near, telling, quantity, by, any_unit)), None)
            self._answers[key] = self._of_counting_group(answer, near, telling, quantity) if answer and len(near) > 1 else answer
        return self._answers[key]

    def _of_counting_group(self, answer: Answer, near: Sequence[Head], lead: Sequence[str], quantity: Quantity) -> Answer:
        """An answer, or that of the heads over the innermost one where these count something of another theme: 评查案卷数 › 处罚."""
        if near[-1].counts or not near[-2].counts:
            return answer
        over = self.ask(near[:-1], lead, quantity, answer.by)
        return over if over and over.match.rule.family != answer.match.rule.family and over.reaches(near[-2].words) else answer

    def questions(self, near: Sequence[Head], lead: Sequence[str], quantity: Quantity, by: str) -> Iterator[Question]:
        """The heads as questions, in the order in which they are asked: each first without 数量 at its end."""
        for first in range(len(near) - 1, -1, -1):
            before = (*lead, *(head.words for head in near[:first]))
            plain = _DENIED.sub("", "".join(head.thing for head in near[first:]))
            full = plain.removesuffix(near[-1].thing) + near[-1].words
            yield from (self._question(words, _DENIED.sub("", ",".join(before)), quantity, by) for words in dict.fromkeys((plain, full)))

    def _asked(self, near: Sequence[Head], lead: Sequence[str], quantity: Quantity, by: str, any_unit: bool) -> Iterator[Answer | None]:
        for question in self.questions(near, lead, quantity, by):
            matches = question.matches(self.words.matcher, any_unit=any_unit)
            match = best([match for match in matches if question.names_topic(match) or not self._names_another([*near, *map(Head, lead)], match)])
            yield Answer(match, question, by) if match else None

    def _names_another(self, heads: Sequence[Head], match: Match) -> bool:
        """Whether one of the heads is a word of another theme, and none of that of a rule: what stands further off is not its talk then."""
        by_word = themes_of(self.words.matcher).by_word
        named = {name for head in heads for name in by_word.get(head.thing, ())}
        return bool(named) and match.rule.family not in named

    def is_of_family(self, head: str, family: str) -> bool:
        """Whether a head holds a word by which the rules of a theme are known, so that it names what is counted and not some of it."""
        known = themes_of(self.words.matcher).words[family]
        return any(len(word) > 1 and word in known for word in self.words.matcher.vocabulary.find(head).words)

    def _telling(self, lead: Sequence[str]) -> tuple[str, ...]:
        """The heads that lead as far as they matter."""
        return tuple(filter(None, map(self.reduced, lead)))

    def reduced(self, head: str) -> str:
        """The words of the catalogue that a head holds, without what stands between them: thousands of rows come to a few questions."""
        if head not in self._reduced:
            found = self.words.matcher.vocabulary.find(head)
            covered = {place for start, word in zip(found.places, found.words, strict=True) for place in range(start, start + len(word))}
            kept = "".join(character if place in covered else "," for place, character in enumerate(head))
            self._reduced[head] = ",".join(filter(None, kept.split(",")))
        return self._reduced[head]

    def _question(self, near: str, lead: str, quantity: Quantity, by: str) -> Question:
        titles = [self.words.at(title) for title in self.context.headings]
        above = "".join(f"{title}\n" for title in titles)
        talk = f"{above}{self._telling_heads(by)}\n"
        text = f"{talk}{self.caption}\n{lead}{',' if lead else ''}{near}"
        near_span, end = Span(len(text) - len(near), len(text)), Span(len(text), len(text))
        moved = replace(quantity, span=end, digits=end)
        sentence, is_mean = Span(len(talk), len(text)), _MEAN.search(near) is not None
        frame = Frame(moved, sentence, near_span, near_span, end, end, len(text), len(talk), says_little=False, is_mean=is_mean)
        return Question(text, self.words.matcher.vocabulary.find(text), frame, Context(len(above), tuple(_title_spans(titles))))

    def _telling_heads(self, by: str) -> str:
        """The heads beside those that are asked that hold a word of the catalogue, as many as are worth looking at."""
        if by not in self._beside:
            self._beside[by] = ",".join(self._telling(tuple(dict.fromkeys(self.heads.get(by, ())))[:MOST_HEADS]))[:LONGEST_TALK]
        return self._beside[by]


def _title_spans(titles: Sequence[str]) -> Iterator[Span]:
    start = 0
    for title in titles:
        yield Span(start, start + len(title))
        start += len(title) + 1
