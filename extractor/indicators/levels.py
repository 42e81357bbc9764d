"""How much there is: the ways in which a figure gets its rule, in the order of their claims (``_WAYS``)."""

from collections.abc import Callable
from dataclasses import replace

import regex

from extractor.indicators.breakdown import whole_of
from extractor.indicators.following import follows_part, is_among, splits
from extractor.indicators.frames import Frame
from extractor.indicators.groups import is_bare
from extractor.indicators.match import FAR, NEAR
from extractor.indicators.names import name_of
from extractor.indicators.narrowing import is_narrowed
from extractor.indicators.neighbours import goes_on_from, is_extreme, is_listed, is_of_shared_subject, is_rest, is_share, is_step, restates, sums_up
from extractor.indicators.parts import category_by, category_of_object, category_of_subject
from extractor.indicators.reading import Reading
from extractor.indicators.talk import Look, Talk
from extractor.spans import Span

# 培训班4期,参加960余人次: who came is told of what was held.
_ATTEND = regex.compile(r",?(?:共|累计)?(?:参加|参训|参与|参会)(?:人员|人数)?(?:共|达|约)?")

# 由20个工作日、12个工作日压缩为15个、7个: what stands behind the second is said of both.
_ONWARD = regex.compile(r"[、和及与以]*(?:(?:压缩|缩短|压减|减少|降低|提高|提升|增加|调整)[到至为])?")

_DONE_WITH = regex.compile(
    r"(?:全年|年内|今年|本年)?(?:共|累计|已|新)?(?:收到|接收|接到|接|受理|办理|处理|处置|开展|组织|举办|完成|实施|自查|抽查|申请|承办|评查|新收|接待|参加)(?:活动|申请|各类)?(?:共|了)?"
)

_OF_YEAR = regex.compile(r"(?:(?:19|20)\d\d年度?|今年|本年度?|当年)")

# How long a noun is that is said again, and how far before it its full name can begin.
_NOUN, _NAMED = range(2, 6), 12
_PHRASE = regex.compile(r"[^,;:。\d]+$")


def read_level(talk: Talk, frame: Frame, reading: Reading) -> None:
    """Gives a figure its rule, its part, its whole and its name."""
    frame = _paired(talk, frame, reading)
    look = Look(talk, frame, reading, whole_of(talk, frame), talk.match(frame))
    if not any(way(look) for way in _WAYS) and look.whole is not None:
        reading.part, reading.whole, reading.how = True, look.whole, "breakdown"
    _name(talk, reading, frame)


def _paired(talk: Talk, frame: Frame, reading: Reading) -> Frame:
    """Two figures for one noun (30家156分): the second is read by the words of the first."""
    previous = talk.previous
    if previous is None or not (_ATTEND.fullmatch(talk.words.at(frame.lead)) or frame.near.start == frame.near.end and is_bare(talk.words.text, frame)):
        return frame
    alike = frame.quantity.unit == previous.frame.quantity.unit
    paired = replace(frame, near=previous.near, core=previous.core)
    if not _ONWARD.fullmatch(talk.words.at(frame.tail)) and (alike or _opens_anew(talk, frame, paired)):
        return frame
    reading.near, reading.how = previous.near, "pair"
    if alike and previous.aspect != "change":
        reading.part = previous.part = True
    return paired


def _opens_anew(talk: Talk, frame: Frame, paired: Frame) -> bool:
    """Whether a figure behind a comma has its own words behind it, and not the noun of the figure before: 时限压缩60%,30项事项实现即办."""
    if talk.words.at(frame.lead) != "," or talk.match(frame) is None or talk.previous is None:
        return False
    return talk.previous.frame.quantity.dimension in ("rate", "duration") or talk.match(paired) is None


def _is_item(look: Look) -> bool:
    """Whether a figure is an item of a breakdown, whose words only say which part it is."""
    if look.whole is None or _speaks_for_itself(look, look.whole):
        return False
    look.take(look.whole, "breakdown", part=True)
    if _OF_YEAR.fullmatch(look.near) and look.whole.told != look.reading.told:
        look.reading.part = look.whole.part  # 2016年以来累计210场,其中2020年46场: all that there were in that year
    look.reading.whole = look.whole
    look.reading.category = look.near.strip("、,和及 ") or None
    return True


def _speaks_for_itself(look: Look, whole: Reading) -> bool:
    """Whether the words of an item of a breakdown give it a rule of its own."""
    match = look.match
    if match is None or match.zone == FAR:
        return False
    if ";" in look.text[whole.frame.quantity.span.end : look.frame.quantity.span.start] and whole.code != match.rule.code:
        return True
    if whole.code is None or whole.family == match.rule.family:
        return True
    if not {whole.code, whole.family}.isdisjoint(match.rule.yields_to):
        return False
    if _is_own_item(look):
        return True
    narrowed = category_by(match, look.text, look.frame)
    return narrowed is None and not match.cue.stage and not look.near.endswith("类")


def _is_own_item(look: Look) -> bool:
    """Whether an item of a breakdown has a rule of its own, and is a part all the same: 热线来电56万件,其中咨询类31万件."""
    whole = look.whole
    return whole is not None and look.match is not None and not {whole.code, whole.family}.isdisjoint(look.match.rule.item_of)


def _by_own_words(look: Look) -> bool:
    return look.match is not None and look.match.zone != FAR and _accept(look)


def _by_noun_before(look: Look) -> bool:
    """Whether a noun alone says again what the clause before named in full: 开展执法满意度回访200户,满意度97.5%."""
    frame, text = look.frame, look.text
    noun = text[frame.near.start : frame.core]
    start = text.rfind(";", frame.sentence.start, frame.near.start) + 1 or frame.sentence.start
    place = text.rfind(noun, start, frame.lead.start) if look.match is None and len(noun) in _NOUN else -1
    named = _PHRASE.search(text, max(start, place - _NAMED), place) if place >= 0 else None
    if named is None:
        return False
    match = look.talk.match(frame, Span(named.start(), place + len(noun)))
    return match is not None and match.zone == NEAR and _accept(replace(look, match=match))


def _by_theme(look: Look) -> bool:
    """Whether a figure only says what was done with what its sentence is headed by: 信访:受理36件; 案卷评查:自查40卷."""
    if look.match is not None and look.match.zone != FAR or look.frame.theme.start == look.frame.theme.end or not _DONE_WITH.fullmatch(look.near):
        return False
    match = look.talk.match(look.frame, look.frame.theme)
    return match is not None and match.zone == NEAR and _accept(replace(look, match=match))


def _accept(look: Look) -> bool:
    """Takes the rule that a figure's words match; always True, once there is one."""
    match, reading = look.match, look.reading
    if match is None:
        return False
    reading.rule, reading.cue, reading.how = match.rule, match.span, reading.how or "direct"
    reading.cue_is_stage = match.cue.stage
    if match.rule.modifier_is_part and not look.near.startswith(("占总", "占全")):
        reading.category = category_by(match, look.text, look.frame)
    if match.rule.object_is_part:
        reading.category = category_of_object(match, look.text, look.frame)
    if match.rule.subject_is_part:
        reading.category = category_of_subject(match, look.text, look.frame)
    same = look.whole is not None and look.whole.code == match.rule.code and look.whole.told == reading.told
    narrowed = reading.category is not None or is_narrowed(look.text, look.frame, match.rule)
    reading.part |= splits(look) or match.cue.stage or same or narrowed or _is_own_item(look) or is_among(look) or follows_part(look)
    reading.whole = look.whole if same else None
    return True


_WAYS: tuple[Callable[[Look], bool], ...] = (
    _is_item,
    goes_on_from,
    _by_own_words,
    restates,
    sums_up,
    is_rest,
    is_extreme,
    is_step,
    is_of_shared_subject,
    is_share,
    is_listed,
    _by_noun_before,
    _by_theme,
    _accept,
)


def _name(talk: Talk, reading: Reading, frame: Frame) -> None:
    if reading.name:
        return
    named = name_of(talk, frame, reading)
    reading.name, reading.noun, reading.verb = named.name or (reading.rule.name if reading.rule else ""), named.noun, named.verb
