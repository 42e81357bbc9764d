"""Which rule a number belongs to.

A rule comes into question where one of its cues stands in the number's frame and one of its topics in the talk before. Of
those that do, the order is: a cue in the number's own clause before one further off; the cue that ends nearest to the number,
for the head of a Chinese noun phrase stands last; the cue that says more; the topic that stands nearer. Two rules that are
equal in all of this are told as such, and neither is taken.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractor.indicators.frames import Frame
from extractor.indicators.rules import Cue, Rule
from extractor.indicators.vocabulary import Found, Vocabulary
from extractor.spans import Span

NEAR, BEHIND, LISTED, FAR = 0, 1, 2, 3
_NO_TOPIC, _PARAGRAPH, _HEADING = 0, 1_000, 2_000
_UNTOPICAL = 999  # a rule that needs no topic comes behind one whose topic the sentence names


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a sentence: its paragraph, and the titles of the headings above, innermost first."""

    paragraph: int
    headings: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """A rule that comes into question, ordered by its right to the number."""

    zone: int
    distance: int
    lightness: int
    topic: int
    rule: Rule = field(compare=False)
    cue: Cue = field(compare=False)
    span: Span = field(compare=False)

    @property
    def rank(self) -> tuple[int, int, int, int]:
        """What two matches are compared by."""
        return self.zone, self.distance, self.lightness, self.topic

    @property
    def topic_place(self) -> tuple[str, int]:
        """Where its topic stands, and how far off there: in the cue, its sentence, its paragraph or a heading above; none is needed."""
        if self.topic == _UNTOPICAL:
            return "none", 0
        steps = [("cue", _NO_TOPIC), ("sentence", _NO_TOPIC + 1), ("paragraph", _PARAGRAPH), ("heading", _HEADING)]
        place, start = next(step for step in reversed(steps) if self.topic >= step[1])
        return place, self.topic if place == "sentence" else self.topic - start


class Matcher:
    """The rules of a catalogue, ready to be held against frames."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        self.vocabulary = Vocabulary.of(word for rule in rules for word in _words(rule))
        self._by_word_before: dict[str, list[tuple[Rule, Cue]]] = {}
        self._by_word_behind: dict[str, list[tuple[Rule, Cue]]] = {}
        for rule in rules:
            for cue in (*rule.cues, *rule.zero_cues):
                index = self._by_word_before if cue.before else self._by_word_behind
                index.setdefault((cue.before or cue.after)[-1], []).append((rule, cue))

    def matches(self, frame: Frame, found: Found, context: Context, *, any_unit: bool = False) -> list[Match]:
        """The rules that come into question for a frame, each with its best cue, best first."""
        unit, dimension = frame.quantity.unit, frame.quantity.dimension
        placed: dict[str, list[_Placed]] = {}
        for rule, cue in self._candidates(frame, found):
            if any_unit or rule.measures(unit, dimension) and _may_average(rule, frame):
                place = _place(cue, frame, found)
                if place is not None:
                    placed.setdefault(rule.code, []).append(_Placed(*place[:2], -cue.weight, place[2], rule, cue))
        matches = sorted(m for each in placed.values() if (m := _match(sorted(each, key=_Placed.right), frame, found, context)) is not None)
        own = [m for m in matches if m.zone == BEHIND and m.span.end <= frame.tail.end] if frame.opens else []
        return own or matches

    def within(self, stretch: Span, found: Found, context: Context) -> list[Match]:
        """The rules whose cues stand in a stretch, as in the words of a statement that there was none; best first."""
        matches = []
        words = found.within(*stretch)
        for rule, cue in (pair for word in words for index in (self._by_word_before, self._by_word_behind) for pair in index.get(word, ())):
            span = _in_order((*cue.before, *cue.after), stretch.start, stretch.end, found)
            topic = _topic(rule, cue, stretch, found, context)
            if span and topic is not None and rule.dimension == "count" and not found.any_within(rule.excludes, *stretch):
                matches.append(Match(NEAR, stretch.end - span.end, -cue.weight, topic, rule, cue, span))
        return sorted(matches)

    def _candidates(self, frame: Frame, found: Found) -> Iterable[tuple[Rule, Cue]]:
        """The cues whose last word stands where it may: in the clause before the number, or behind it."""
        near = frame.lead if frame.says_little and frame.lead.start <= frame.near.start else frame.near
        for word in found.within(min(near.start, frame.near.start), frame.near.end):
            yield from self._by_word_before.get(word, ())
        for word in found.within(frame.quantity.digits.end, frame.reach.end):
            yield from self._by_word_behind.get(word, ())


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cue that stands in a frame, with its right to the number as far as the topic does not decide."""

    zone: int
    distance: int
    lightness: int
    span: Span
    rule: Rule
    cue: Cue

    def right(self) -> tuple[int, int, int, bool, int]:
        """What the cues of one rule are ordered by: of two that say as much, the stage of a matter, then the one that begins first."""
        return self.zone, self.distance, self.lightness, not self.cue.stage, self.span.start


def best(matches: Sequence[Match]) -> Match | None:
    """The match with the best right; None where there is none, or where another rule has the same right."""
    if not matches:
        return None
    first = matches[0]
    rivals = {m.rule.code for m in matches if m.rank == first.rank}
    return first if len(rivals) == 1 else None


def _words(rule: Rule) -> Iterable[str]:
    for cue in (*rule.cues, *rule.zero_cues):
        yield from (*cue.before, *cue.after)
    yield from (*rule.topics, *rule.excludes, *rule.clause_excludes)


def _may_average(rule: Rule, frame: Frame) -> bool:
    """A mean (人均, 案均, 平均每村) is no count and no sum."""
    return not frame.is_mean or rule.dimension not in ("count", "money")


def _match(placed: list[_Placed], frame: Frame, found: Found, context: Context) -> Match | None:
    """What one rule has to say of a frame, by the best of its cues that has a topic."""
    zone, rule = placed[0].zone, placed[0].rule
    near = frame.lead if zone == FAR else frame.near
    if found.any_within(rule.excludes, *near) or found.any_within(rule.excludes, *frame.tail):
        return None
    if found.any_within(rule.clause_excludes, frame.clause, frame.near.end):
        return None
    sentence = Span(frame.sentence.start, frame.tail.end)
    for each in placed:
        topic = _topic(rule, each.cue, sentence, found, context, frame.quantity.span.start)
        if topic is not None:
            return Match(each.zone, each.distance, each.lightness, topic, rule, each.cue, each.span)
    return None


def _place(cue: Cue, frame: Frame, found: Found) -> tuple[int, int, Span] | None:
    """Where the words of a cue stand in a frame: zone, distance to the number, span."""
    after = _in_order(cue.after, frame.quantity.digits.end, frame.reach.end, found) if cue.after else None
    if cue.after and after is None:
        return None
    if not cue.before:
        assert after is not None
        return BEHIND, max(0, after.end - frame.quantity.span.end), after
    for zone, start, end, last_from in _stretches(frame):
        before = _backwards(cue.before, start, end, found)
        if before and before.end - len(cue.before[-1]) >= last_from:
            distance = max(0, frame.core - before.end) if after is None else 0
            return zone, distance, Span(before.start, after.end if after else before.end)
    return _themed(cue, frame, found) if after is None and frame.theme.start < frame.theme.end else None


def _themed(cue: Cue, frame: Frame, found: Found) -> tuple[int, int, Span] | None:
    """Where a cue stands whose last word is the number's own, and the others are those of the theme that its sentence is headed by."""
    *above, last = cue.before
    heading = _backwards(tuple(above), *frame.theme, found) if above else None
    own = _backwards((last,), *frame.near, found) if heading else None
    return (LISTED, max(0, frame.core - own.end), own) if own else None


def _stretches(frame: Frame) -> Iterable[tuple[int, int, int, int]]:
    """Where the words before a number are looked for: zone, start, end, and where the last of them must not begin before."""
    yield NEAR, frame.near.start, frame.near.end, frame.near.start
    yield LISTED, frame.clause, frame.near.end, frame.near.start
    if frame.says_little:
        yield FAR, frame.lead.start, frame.lead.end, frame.lead.start


def _backwards(words: tuple[str, ...], start: int, end: int, found: Found) -> Span | None:
    """Words in order within a stretch, as near to its end as they can be."""
    place = last = end
    for word in reversed(words):
        at = found.last_until(word, start, place)
        if at is None:
            return None
        last = at + len(word) if word is words[-1] else last
        place = at
    return Span(place, last)


def _in_order(words: tuple[str, ...], start: int, end: int, found: Found) -> Span | None:
    """Words in order within a stretch, as near to its start as they can be."""
    first, place = None, start
    for word in words:
        at = found.first_from(word, place, end)
        if at is None:
            return None
        first = at if first is None else first
        place = at + len(word)
    return None if first is None else Span(first, place)


def _topic(rule: Rule, cue: Cue, stretch: Span, found: Found, context: Context, place: int | None = None) -> int | None:
    """How far off the nearest topic of a rule is: 0 where it needs none; None where it needs one that does not stand there."""
    if not rule.topics:
        return _UNTOPICAL
    if any(topic in word for topic in rule.topics for word in (*cue.before, *cue.after)):
        return _NO_TOPIC
    place = stretch.end if place is None else place
    distance = found.nearest_before(rule.topics, place, stretch.start)
    if distance is not None:
        return distance
    if found.any_within(rule.topics, place, stretch.end):
        return stretch.end - stretch.start
    distance = found.nearest_before(rule.topics, stretch.start, context.paragraph)
    if distance is not None:
        return _PARAGRAPH + distance
    for depth, title in enumerate(context.headings):
        if found.any_within(rule.topics, *title):
            return _HEADING + depth
    return None
