"""Quantities to meanings, sentence by sentence, each figure in the light of those before it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from extractor.indicators.aspects import change_before, is_planned
from extractor.indicators.changes import change_of, take_base
from extractor.indicators.frames import Frame
from extractor.indicators.groups import group_from, is_bare, is_of_nouns, nouns_before
from extractor.indicators.levels import read_level
from extractor.indicators.match import Context
from extractor.indicators.reading import Reading
from extractor.indicators.talk import Talk, Words
from extractor.indicators.told_for import Calendar, Told
from extractor.spans import Span

_CLAUSE = regex.compile(r"[^,;:。]*$")
_OF_GOAL = regex.compile(r"(?:完成|达到?|占)[^,;:。]{0,8}(?:目标|任务|计划|指标)[^,;:。]{0,4}的?$")
_MEANWHILE = regex.compile(r"(?<![上去]年|比|较)同期(?!相比|增|下|上升|减|多|少)|同一时期|上述(?:专项)?(?:行动|检查|整治|活动)")
# 起草并经县政府印发规范性文件1件 has left the desk.
_ISSUED = regex.compile(r"(?<!拟|待|未|计划)(?:印发|发布|出台|公布|颁布)(?!前)")
_DRAFTS = regex.compile(r"起草|草拟|拟订")
_BEHIND = 24


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a sentence stands in: its context for topics, whether it tells plans, and its paragraph."""

    context: Context
    plans: bool


class Binder:
    """Reads the figures of one view."""

    def __init__(self, words: Words, calendar: Calendar, around: Callable[[Span], Surroundings]) -> None:
        self.words, self.calendar, self.around = words, calendar, around

    def read(self, frames: Sequence[Frame]) -> list[Reading]:
        """The readings of all frames, in order."""
        done: list[Reading] = []
        earlier: list[Reading] = []
        for sentence in _by_sentence(frames):
            start = sentence[0].sentence.start
            if earlier and "\n" in self.words.text[earlier[-1].frame.sentence.end : start]:
                earlier = []
            earlier = self._read_sentence(sentence, earlier)
            done += earlier
        return done

    def _read_sentence(self, frames: list[Frame], earlier: list[Reading]) -> list[Reading]:
        around = self.around(frames[0].sentence)
        talk = Talk(self.words, self._with_shared_nears(frames), around.context, earlier)
        for frame in talk.frames:
            talk.done.append(self._read(talk, frame, around.plans))
        return talk.done

    def _with_shared_nears(self, frames: list[Frame]) -> list[Frame]:
        """The frames, those of 分别为 lists with the nouns that they belong to for their own words."""
        shared = list(frames)
        for index, frame in enumerate(frames):
            if is_of_nouns(self.words.text, frame) and not change_before(self.words.at(frame.near)):
                group = group_from(self.words.text, frames, index)
                for offset, noun in enumerate(nouns_before(self.words.text, frame, len(group))):
                    shared[index + offset] = replace(frames[index + offset], near=noun, core=noun.end, shared=True)
        return shared

    def _read(self, talk: Talk, frame: Frame, plans: bool) -> Reading:
        reading = Reading(frame, frame.near, self.calendar.told_for(frame, planned=plans, stock=False), frame.core)
        change = change_of(talk, frame)
        if change:
            reading.aspect, reading.sign = "change", change.sign
            take_base(talk, frame, change, reading)
        else:
            read_level(talk, frame, reading)
        if plans or change is None and (self._is_planned(frame, reading) or self._goes_with_plan(talk, frame)):
            reading.aspect = "target"
        reading.told = self._told(talk, frame, reading, plans)
        return reading

    def _goes_with_plan(self, talk: Talk, frame: Frame) -> bool:
        """法定的60个、30个工作日: the second is as legal as the first."""
        return talk.previous is not None and talk.previous.aspect == "target" and frame.lead.start < frame.lead.end and is_bare(self.words.text, frame)

    def _is_planned(self, frame: Frame, reading: Reading) -> bool:
        if reading.rule is not None and reading.rule.unplanned:
            return False
        found = _CLAUSE.search(self.words.text, frame.lead.start, frame.quantity.span.start)
        clause, end = found.group() if found else "", frame.quantity.span.end
        if self._is_share_of_goal(frame, clause):
            return False
        drafted = reading.rule is not None and reading.rule.drafts_are_plans and _DRAFTS.search(clause) is not None
        drafted = drafted and _ISSUED.search(clause + self.words.text[end : end + _BEHIND].split("。")[0]) is None
        return drafted or is_planned(clause, self.words.text[end : end + _BEHIND])

    @staticmethod
    def _is_share_of_goal(frame: Frame, clause: str) -> bool:
        """完成年度目标的106.9% was done, though a goal is named."""
        return frame.quantity.unit == "%" and _OF_GOAL.search(clause) is not None

    def _told(self, talk: Talk, frame: Frame, reading: Reading, plans: bool) -> Told:
        told = self.calendar.told_for(frame, planned=plans, stock=bool(reading.rule and reading.rule.stock))
        if reading.how == "restated" and not plans:
            return self.calendar.told_in_clause(frame)
        if plans or told.stated and not _MEANWHILE.search(self.words.at(frame.lead)):
            return told
        if talk.earlier and _MEANWHILE.search(self.words.text, frame.sentence.start, frame.quantity.span.start):
            return talk.earlier[-1].told
        if told.stated:
            return told
        if reading.how == "breakdown" and reading.whole is not None:
            return reading.whole.told
        before = talk.previous.told if talk.previous else told
        return before if reading.aspect == "change" and before.start.year == told.start.year else told


def _by_sentence(frames: Sequence[Frame]) -> Iterator[list[Frame]]:
    group: list[Frame] = []
    for frame in frames:
        if group and frame.sentence != group[0].sentence:
            yield group
            group = []
        group.append(frame)
    if group:
        yield group
