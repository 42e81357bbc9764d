"""Quantities to meanings, sentence by sentence, each figure in the light of those before it.

The order in which a figure looks for its rule: a change takes that of what changes; a figure of a breakdown takes that of its
whole, unless words of its own say otherwise; then its own words; then the verb that governs the list it stands in.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from extractor.indicators.aspects import change_before, change_behind, is_planned, tells_plans
from extractor.indicators.breakdown import whole_of
from extractor.indicators.frames import Frame
from extractor.indicators.groups import group_from, is_bare, is_respective, nouns_before
from extractor.indicators.match import FAR, Context, Match, Matcher, best
from extractor.indicators.names import change_name, name_of
from extractor.indicators.parts import category_of, is_of_a_case
from extractor.indicators.reading import Reading
from extractor.indicators.told_for import Calendar
from extractor.indicators.vocabulary import Found
from extractor.spans import Span

_CLAUSE = regex.compile(r"[^,;:。]*$")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a sentence stands in: its context for topics, and whether its chapter tells plans."""

    context: Context
    plans: bool


class Binder:
    """Reads the figures of one view."""

    def __init__(self, text: str, matcher: Matcher, found: Found, calendar: Calendar, around: Callable[[Span], Surroundings]) -> None:
        self.text, self.matcher, self.found, self.calendar, self.around = text, matcher, found, calendar, around

    def read(self, frames: Sequence[Frame]) -> list[Reading]:
        """The readings of all frames, in order."""
        done: list[Reading] = []
        for sentence in _by_sentence(frames):
            done += self._read_sentence(sentence, done[-1:])
        return done

    def _read_sentence(self, frames: list[Frame], before: list[Reading]) -> list[Reading]:
        around = self.around(frames[0].sentence)
        plans = around.plans or tells_plans(self.text[frames[0].sentence.slice], self.calendar.reported.year)
        nears = self._shared_nears(frames)
        done: list[Reading] = []
        for index, frame in enumerate(frames):
            own = replace(frame, near=nears[index], core=nears[index].end) if index in nears else frame
            done.append(self._read(own, done, before, around.context, plans, frames, index))
        return done

    def _shared_nears(self, frames: list[Frame]) -> dict[int, Span]:
        """For the figures of 分别为 lists, the nouns that they belong to."""
        nears: dict[int, Span] = {}
        for index, frame in enumerate(frames):
            if is_respective(self.text, frame) and not change_before(self.text[frame.near.slice]):
                group = group_from(self.text, frames, index)
                nears.update({index + i: noun for i, noun in enumerate(nouns_before(self.text, frame, len(group)))})
        return nears

    def _read(self, frame: Frame, done: list[Reading], before: list[Reading], context: Context, plans: bool, frames: list[Frame], index: int) -> Reading:
        change = self._change(frame, done, before, frames, index, context)
        reading = change or self._level(frame, done, context)
        planned = plans or is_planned(self._clause(frame), self.text[frame.quantity.span.end : frame.quantity.span.end + 24])
        if planned and not (change and not plans) and not self._is_task_of_list(reading):
            reading.aspect = "target"
        reading.told = self.calendar.told_for(frame, planned=plans, stock=bool(reading.rule and reading.rule.stock))
        if reading.how == "change" and reading.whole is None and done and not reading.told.stated:
            reading.told = done[-1].told
        return reading

    def _clause(self, frame: Frame) -> str:
        found = _CLAUSE.search(self.text, frame.lead.start, frame.quantity.span.start)
        return found.group() if found else ""

    @staticmethod
    def _is_task_of_list(reading: Reading) -> bool:
        return reading.code is not None and reading.code.startswith("inspection.random")

    # --- changes

    def _change(self, frame: Frame, done: list[Reading], before: list[Reading], frames: list[Frame], index: int, context: Context) -> Reading | None:
        words = self.text[frame.near.slice]
        change = change_before(words) or change_before(self.text[frame.lead.slice][-24:]) or change_behind(self.text[frame.tail.slice])
        if change is None:
            return self._next_change(frame, done)
        subject = Span(frame.near.start, max(frame.near.start, frame.quantity.span.start - change.length))
        base = self._changed(frame, subject, done, before, frames, index, context)
        reading = self._new(frame, aspect="change", sign=change.sign, how="change")
        self._take(reading, base, self.text[subject.slice])
        return reading

    def _next_change(self, frame: Frame, done: list[Reading]) -> Reading | None:
        """同比分别下降8.9%、25%: a bare figure after a change is a change of the next thing."""
        if not (done and done[-1].aspect == "change" and is_bare(self.text, frame) and frame.quantity.unit == done[-1].frame.quantity.unit):
            return None
        reading = self._new(frame, aspect="change", sign=done[-1].sign, how="change")
        levels = [r for r in done if r.aspect != "change"]
        at = next((i for i, r in enumerate(levels) if r is done[-1].whole), None)
        self._take(reading, levels[at + 1] if at is not None and at + 1 < len(levels) else None, "")
        return reading

    def _changed(self, frame: Frame, subject: Span, done: list[Reading], before: list[Reading], frames: list[Frame], index: int, context: Context) -> Reading | Match | None:
        """What changes: what the words say, or the figure told just before."""
        levels = [r for r in done if r.aspect != "change"] or before
        if is_respective(self.text, frame) or "分别" in self.text[frame.near.slice]:
            size = len(group_from(self.text, frames, index))
            return levels[-size] if len(levels) >= size else None
        if done and done[-1].aspect == "change" and self.text[frame.lead.start : frame.lead.start + 1] in "、和" and done[-1].whole in levels:
            following = levels[levels.index(done[-1].whole) + 1 :] if done[-1].whole else []
            if following and not self._says(subject):
                return following[0]
        if self._says(subject):
            named = best(self.matcher.matches(replace(frame, near=subject, core=subject.end), self.found, context, any_unit=True))
            return named or next((r for r in levels if self._same_noun(r, subject)), None)
        return levels[-1] if levels else None

    def _says(self, subject: Span) -> bool:
        return category_of(self.text, subject, None, ()) is not None

    def _same_noun(self, reading: Reading, subject: Span) -> bool:
        noun = category_of(self.text, subject, None, ())
        return bool(noun) and noun in reading.name

    def _take(self, reading: Reading, base: Reading | Match | None, words: str) -> None:
        if isinstance(base, Match):
            reading.rule, reading.cue, reading.name = base.rule, base.span, change_name(base.rule.name)
        elif base is not None:
            reading.rule, reading.part, reading.category, reading.whole = base.rule, base.part, base.category, base
            reading.name, reading.noun = change_name(base.name), base.noun
        else:
            reading.name = change_name(words.strip(",;:、") or (""))

    # --- levels

    def _level(self, frame: Frame, done: list[Reading], context: Context) -> Reading:
        reading = self._new(frame)
        previous = done[-1] if done else None
        if previous and is_bare(self.text, frame) and frame.near.end == frame.near.start:
            reading.near, reading.how = previous.near, "pair"
            frame = replace(frame, near=previous.near, core=previous.frame.core)
        whole = whole_of(self.text, frame, done)
        match = best(self.matcher.matches(frame, self.found, context))
        if whole is not None and not self._speaks_for_itself(match, whole, frame):
            reading.rule, reading.part, reading.whole, reading.how = whole.rule, True, whole, "breakdown"
        elif match:
            self._accept(reading, match, frame, whole, previous)
        elif previous and self._continues(frame, previous):
            reading.rule, reading.part, reading.how = previous.rule, True, "list"
            previous.part = True
        elif whole is not None:
            reading.part, reading.whole = True, whole
        return self._named(reading, frame, done)

    def _accept(self, reading: Reading, match: Match, frame: Frame, whole: Reading | None, previous: Reading | None) -> None:
        reading.rule, reading.cue, reading.how = match.rule, match.span, reading.how or "direct"
        if reading.how == "pair" and previous and previous.code == match.rule.code:
            reading.part = previous.part
        reading.category = category_of(self.text, frame.near, match.span, match.rule.whole) if match.rule.modifier_is_part else None
        same = whole is not None and whole.code == match.rule.code
        reading.part = match.cue.stage or same or reading.category is not None or is_of_a_case(self.text, frame, match.rule.code)
        reading.whole = whole if same else None

    def _speaks_for_itself(self, match: Match | None, whole: Reading, frame: Frame) -> bool:
        """Whether the words of an item of a breakdown give it a rule of its own, rather than only say which part it is."""
        if match is None or match.zone == FAR:
            return False
        if whole.code is None or match.rule.code.split(".")[0] == whole.code.split(".")[0]:
            return True
        return category_of(self.text, frame.near, match.span, match.rule.whole) is None and not self.text[frame.near.slice].endswith("类")

    def _continues(self, frame: Frame, previous: Reading) -> bool:
        """Whether a figure is the next object of the verb that governs the one before: 检查公共场所45户次、医疗机构584间次."""
        words = self.text[frame.lead.slice]
        joined = words.startswith(("、", "和", "及", "以及")) and not any(c in words for c in ",;:(")
        same = frame.quantity.dimension == previous.frame.quantity.dimension and previous.aspect == "level"
        return joined and same and previous.rule is not None and previous.rule.modifier_is_part

    def _named(self, reading: Reading, frame: Frame, done: list[Reading]) -> Reading:
        previous = done[-1] if done else None
        verb = ""
        subject = previous.noun if previous else ""
        named = name_of(self.text, frame, reading.near, subject, verb)
        reading.name, reading.noun = named.name or (reading.rule.name if reading.rule else ""), named.noun
        return reading

    def _new(self, frame: Frame, aspect: str = "level", sign: int = 1, how: str = "") -> Reading:
        return Reading(frame, frame.near, self.calendar.told_for(frame, planned=False, stock=False), aspect, sign, how=how)


def _by_sentence(frames: Sequence[Frame]) -> Iterator[list[Frame]]:
    group: list[Frame] = []
    for frame in frames:
        if group and frame.sentence != group[0].sentence:
            yield group
            group = []
        group.append(frame)
    if group:
        yield group
