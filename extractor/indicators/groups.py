"""Figures that stand together: 分别为 lists, and pairs of two figures for one noun.

>>> share("社会保险费、非税收入", 0, 2)
[Span(start=0, end=5), Span(start=6, end=10)]
"""

from collections.abc import Sequence

import regex

from extractor.indicators.frames import JOINTS, Frame
from extractor.spans import Span

_RESPECTIVELY = regex.compile(r"(?:分别|依次)(?:为|是|占|达到?|分为)?[\u4e00-\u9fff]{0,8}$")
_NO_WORDS_BEHIND = 4  # 分别为, 分别达到; more are words of their own
_JOINS = regex.compile(r"(?:、|和|及|与|以及|,|/)?")
_NOUN_MARK = regex.compile(r"\([^()]*\)(*SKIP)(*FAIL)|以及|、|和|及|与")
_SUBJECT = regex.compile(r"(?:\([^()]*\)|[^,;:。(])*+$")


def is_of_nouns(text: str, frame: Frame) -> bool:
    """Whether the figures of a 分别 list belong to nouns before it, rather than share the words behind it (分别受理纠纷)."""
    found = _RESPECTIVELY.search(text, *frame.near)
    return found is not None and len(found.group()) <= _NO_WORDS_BEHIND


def group_from(text: str, frames: Sequence[Frame], index: int) -> list[Frame]:
    """The figures of one list, from the one at ``index`` on: those that only 、 or 和 parts from it."""
    group = [frames[index]]
    for frame in frames[index + 1 :]:
        words = text[frame.lead.slice]
        if frame.sentence != group[0].sentence or any(c in ";:。(" for c in words) or not words.startswith(JOINTS):
            break
        group.append(frame)
    return group


def is_bare(text: str, frame: Frame) -> bool:
    """Whether nothing but a joint stands between a figure and the one before it."""
    return frame.lead.start > frame.sentence.start and _JOINS.fullmatch(text, *frame.lead) is not None


def share(text: str, start: int, wanted: int) -> list[Span]:
    """The nouns that the figures of a 分别为 list belong to, if there are as many as are wanted; else none."""
    spans, place = [], start
    for mark in [*_NOUN_MARK.finditer(text, start), None]:
        spans.append(Span(place, mark.start() if mark else len(text)))
        place = mark.end() if mark else place
    return spans if len(spans) == wanted and all(s.start < s.end for s in spans) else []


def nouns_before(text: str, frame: Frame, wanted: int) -> list[Span]:
    """The nouns that stand before 分别为, one a figure; none where their number does not fit."""
    found = _RESPECTIVELY.search(text, *frame.near)
    end = found.start() if found else frame.near.end
    subject = _SUBJECT.search(text, frame.lead.start, end)
    return [] if subject is None else share(text[:end], subject.start(), wanted)
