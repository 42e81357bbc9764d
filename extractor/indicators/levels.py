"""How much there is: the ways in which a figure gets its rule, in the order of their claims.

1. A figure of a breakdown takes the rule of its whole, unless its own words say otherwise.
2. Its own words.
3. The figure it restates (由268户次压减到213户次, 而2017年是2965户次).
4. What is left of a whole (另2件), its share (即办件32项,占33%), a noun before 分别为.
5. The verb that governs the list it stands in (检查公共场所45户次、医疗机构584间次).
"""

from dataclasses import replace

import regex

from extractor.indicators.breakdown import rest_of, whole_of
from extractor.indicators.frames import Frame
from extractor.indicators.groups import is_bare
from extractor.indicators.match import FAR, Match
from extractor.indicators.names import name_of
from extractor.indicators.parts import category_of, is_narrowed
from extractor.indicators.reading import Reading
from extractor.indicators.talk import Talk

_UP_OR_DOWN = r"(?:提高|提升|增加|增长|上升|扩大|增|升|压缩|压减|减少|降低|下降|缩短|缩减|精简|调减|调增|调整|减|降|缩|改|变)"
_RESTATES = regex.compile(
    rf"(?:[,;(]?(?:而|其中)?(?:(?:19|20)\d\d年|上年|去年|今年|前年|上年同期|去年同期)(?:同期|则|末)?(?:为|是|有|只有|仅为|仅|达)|[,]?{_UP_OR_DOWN}[\u4e00-\u9fff]{{0,2}}(?:到|至|为|成)(?:(?:19|20)\d\d年|今年|目前)?的?)"
)
_REST = regex.compile(r"(?:,|;|、)?(?:另有|另外|另|其余|其他|余|剩余|还有|尚有|余下)(?:的)?(?:有)?")
_SHARE = regex.compile(r"(?:占|占比|占总数的?|约占|占全部[^,;:。率]{0,8}|[^,;:。率]{0,8}的|[^,;:。率\d]{2,4})")
_JOINTS = ("、", "和", "及", "以及", "与")


def read_level(talk: Talk, frame: Frame, reading: Reading) -> None:
    """Gives a figure its rule, its part, its whole and its name."""
    frame = _paired(talk, frame, reading)
    whole = whole_of(talk, frame)
    match = talk.match(frame)
    if whole is not None and not _speaks_for_itself(talk, match, whole, frame):
        reading.rule, reading.part, reading.whole, reading.how = whole.rule, True, whole, "breakdown"
        reading.category = talk.words.at(frame.near).strip("、,和及 ") or None
    elif (
        match is not None
        and match.zone != FAR
        or not any(way(talk, frame, reading) for way in (_restated, _rest, _shared, _share_of, _listed))
        and match is not None
    ):
        _accept(talk, reading, match, frame, whole)
    if whole is not None and reading.rule is None:
        reading.part, reading.whole, reading.how = True, whole, "breakdown"
    _name(talk, reading, frame)


def _paired(talk: Talk, frame: Frame, reading: Reading) -> Frame:
    """Two figures for one noun (30家156分): the second is read by the words of the first."""
    previous = talk.previous
    if previous is None or frame.near.start < frame.near.end or not is_bare(talk.words.text, frame):
        return frame
    if frame.tail.start < frame.tail.end and frame.quantity.unit == previous.frame.quantity.unit:
        return frame
    reading.near, reading.how = previous.near, "pair"
    return replace(frame, near=previous.near, core=previous.core)


def _speaks_for_itself(talk: Talk, match: Match | None, whole: Reading, frame: Frame) -> bool:
    """Whether the words of an item of a breakdown give it a rule of its own, rather than only say which part it is."""
    if match is None or match.zone == FAR:
        return False
    if ";" in talk.words.text[whole.frame.quantity.span.end : frame.quantity.span.start] and whole.code != match.rule.code:
        return True
    if whole.code is None or match.rule.code.split(".")[0] == whole.code.split(".")[0]:
        return True
    narrowed = category_of(talk.words.text, frame.near, match.span, match.rule.whole)
    return narrowed is None and not match.cue.stage and not talk.words.at(frame.near).endswith("类")


def _accept(talk: Talk, reading: Reading, match: Match, frame: Frame, whole: Reading | None) -> None:
    reading.rule, reading.cue, reading.how = match.rule, match.span, reading.how or "direct"
    reading.cue_is_stage = match.cue.stage
    if match.rule.modifier_is_part:
        reading.category = category_of(talk.words.text, frame.near, match.span, match.rule.whole)
    same = whole is not None and whole.code == match.rule.code and whole.told == reading.told
    follows = _follows_part(talk, frame, reading)
    reading.part = match.cue.stage or same or reading.category is not None or follows or is_narrowed(talk.words.text, frame, match.rule.code)
    reading.whole = whole if same else None


_FOLLOWING = frozenset({"penalty", "complaint", "review", "litigation"})


def _follows_part(talk: Talk, frame: Frame, reading: Reading) -> bool:
    """Whether a figure goes with the part told just before: 简易程序5702件,罚款41万元; 物业投诉87件,办结率98%."""
    previous = talk.previous
    if previous is None or previous.rule is None or reading.rule is None or previous.aspect == "change" or previous.cue_is_stage:
        return False
    family = reading.rule.code.split(".")[0]
    if family not in _FOLLOWING or previous.rule.code.split(".")[0] not in (family, "petition") or ")" in talk.words.at(frame.lead):
        return False
    if previous.how != "breakdown" or previous.whole is None:
        return previous.part
    return previous.whole.part if family != "penalty" or _closes_list(talk) else True


def _closes_list(talk: Talk) -> bool:
    """Whether the figure just before is the last item of a list, so that what follows is of the whole again."""
    return len(talk.done) > 1 and talk.done[-2].how == "breakdown" and talk.done[-2].whole is talk.done[-1].whole


def _restated(talk: Talk, frame: Frame, reading: Reading) -> bool:
    previous = next((r for r in reversed(talk.done) if r.aspect != "change"), None)
    if previous is None or frame.quantity.unit != previous.frame.quantity.unit or not _RESTATES.fullmatch(talk.words.at(frame.near)):
        return False
    reading.rule, reading.part, reading.category, reading.how = previous.rule, previous.part, previous.category, "restated"
    reading.near = previous.near
    reading.name, reading.noun = previous.name, previous.noun
    return True


def _rest(talk: Talk, frame: Frame, reading: Reading) -> bool:
    if not _REST.fullmatch(talk.words.at(frame.near)):
        return False
    whole = rest_of(frame, talk.levels)
    if whole is None:
        return False
    reading.rule, reading.part, reading.whole, reading.how = whole.rule, True, whole, "rest"
    return True


def _shared(talk: Talk, frame: Frame, reading: Reading) -> bool:
    """Whether a figure of a 分别为 list breaks down the figure of its unit told before: 全省为95.6%,市、县分别为98%、94%."""
    if not frame.shared:
        return False
    whole = next((r for r in reversed(talk.levels) if r.frame.quantity.unit == frame.quantity.unit and not r.frame.shared and r.rule), None)
    if whole is None:
        return False
    reading.rule, reading.part, reading.how = whole.rule, True, "breakdown"
    reading.category = talk.words.at(frame.near)
    reading.whole = whole if frame.quantity.unit != "%" else None
    return True


def _share_of(talk: Talk, frame: Frame, reading: Reading) -> bool:
    """Whether a percentage is the share that the figure before has in its whole, where that is an indicator of its own."""
    previous = talk.previous
    if previous is None or previous.rule is None or not previous.rule.share or frame.quantity.unit != "%":
        return False
    words = talk.words.at(frame.near)
    if not _SHARE.fullmatch(words):
        return False
    reading.rule = next((r for r in talk.words.matcher.rules if r.code == previous.rule.share), None)
    reading.part, reading.how = previous.part, "share"
    return reading.rule is not None


def _listed(talk: Talk, frame: Frame, reading: Reading) -> bool:
    """Whether a figure is the next object of the verb that governs the one before."""
    words, previous = talk.words.at(frame.lead), talk.previous
    if previous is None or previous.rule is None or not words.startswith(_JOINTS) or any(c in words for c in ",;:("):
        return False
    if not (previous.rule.modifier_is_part and previous.aspect != "change" and frame.quantity.dimension == previous.frame.quantity.dimension):
        return False
    reading.rule, reading.part, reading.how = previous.rule, True, "list"
    reading.category = talk.words.at(frame.near) or None
    previous.part = True
    return True


def _name(talk: Talk, reading: Reading, frame: Frame) -> None:
    if reading.name:
        return
    previous = talk.previous
    governor = previous.verb if previous and reading.how in ("list", "breakdown") else ""
    named = name_of(talk.words.text, frame, reading.near, previous.noun if previous else "", governor)
    reading.name, reading.noun = named.name or (reading.rule.name if reading.rule else ""), named.noun
