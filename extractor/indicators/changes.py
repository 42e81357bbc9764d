"""Rises and falls, and what it is that rose or fell."""

import regex

from extractor.indicators.aspects import Change, change_before, change_behind
from extractor.indicators.frames import JOINTS, Frame
from extractor.indicators.groups import group_from, is_bare
from extractor.indicators.match import Match
from extractor.indicators.names import change_name
from extractor.indicators.parts import category_of
from extractor.indicators.reading import Reading
from extractor.indicators.talk import Talk
from extractor.spans import Span

_RESPECTIVELY = regex.compile(r"分别|依次")
_CUT = regex.compile(r"(?:整体|平均|总体|累计|较法定时限|比法定时限)?(?:压缩|压减|缩短|提速)(?:了|率|比例|幅度)?(?:达|为)?")
_OF_OTHER_YEAR = regex.compile(r"[较比](?:(?:19|20)\d\d年|上年|去年|前年)(?:同期)?的")
_COMPARED_WITH = regex.compile(r"[与同和]?(?:(?:19|20)\d\d年|上年|去年|前年)(?:同期)?的")


def change_of(talk: Talk, frame: Frame) -> Change | None:
    """The change that a figure tells; None where it tells how much there is."""
    text = talk.words.text
    # After one change a verb that alone would tell none tells another: 同比增长7.9%,增收1.09亿元.
    unit = "%" if talk.previous is not None and talk.previous.aspect == "change" else frame.quantity.unit
    told = change_before(talk.words.at(frame.near), unit) or change_before(talk.words.at(frame.lead)[-24:], unit) or _behind(talk, frame)
    previous = talk.previous
    if told and _is_time_cut(talk, frame):
        return None
    if told or previous is None or previous.aspect != "change":
        return told
    follows = is_bare(text, frame) and frame.quantity.unit in (previous.frame.quantity.unit, "百分点")
    return Change(previous.sign, 0) if follows else None


def _behind(talk: Talk, frame: Frame) -> Change | None:
    """The change that the words behind a figure tell; none where it is what another year had: 较上年的11.9万家次增长7.8%."""
    return None if _OF_OTHER_YEAR.fullmatch(talk.words.at(frame.near)) else change_behind(talk.words.at(frame.tail))


def _is_time_cut(talk: Talk, frame: Frame) -> bool:
    """承诺时限压缩到7个工作日,压缩65%: by how much a limit was cut is a figure of its own."""
    previous = talk.previous
    share = previous.rule.share if previous is not None and previous.rule is not None else ""
    return bool(share) and frame.quantity.unit == "%" and _CUT.fullmatch(talk.words.at(frame.near)) is not None


def take_base(talk: Talk, frame: Frame, change: Change, reading: Reading) -> None:
    """Gives a change the code, the part and the name of what changed."""
    subject = Span(frame.near.start, max(frame.near.start, frame.quantity.span.start - change.length))
    base = _base(talk, frame, subject) if not change.of_thing else talk.match(frame, frame.near, any_unit=True)
    reading.how = "change"
    if isinstance(base, Match):
        reading.rule, reading.cue = base.rule, base.span
        reading.part = _goes_with_part(talk, base)
        _give_to_compared(talk, base)
        reading.name = change_name(talk.words.at(subject), talk.words.at(frame.near), base.rule.name)
    elif base is not None:
        reading.rule, reading.part, reading.category, reading.changed = base.rule, base.part, base.category, base
        reading.name, reading.noun = change_name(talk.words.at(subject), talk.words.at(frame.near), base.name), base.noun
    else:
        reading.name = change_name(talk.words.at(subject), talk.words.at(frame.near), "")


def _give_to_compared(talk: Talk, base: Match) -> None:
    """Gives its rule to the figure of another year that a change is told against: 与2018年的480件相比,案件数增长12%."""
    previous = talk.previous
    if previous is None or previous.rule is not None or not _COMPARED_WITH.fullmatch(talk.words.at(previous.frame.near)):
        return
    quantity = previous.frame.quantity
    if talk.words.at(previous.frame.tail) == "相比" and base.rule.measures(quantity.unit, quantity.dimension):
        previous.rule, previous.how = base.rule, "restated"


def _goes_with_part(talk: Talk, base: Match) -> bool:
    """Whether a rate that changed is told with one of a part: 热线工单办结率99%,满意率提高2个百分点."""
    latest = talk.levels[-1] if talk.levels else None
    is_rate = latest is not None and latest.rule is not None and latest.rule.dimension == base.rule.dimension == "rate"
    return is_rate and latest is not None and latest.part and base.rule.goes_with(latest.rule)


def _base(talk: Talk, frame: Frame, subject: Span) -> Reading | Match | None:
    """What changed: the words in front say it, or it is the next of a 分别 list, or the figure told just before."""
    words = talk.words.at(frame.near)
    levels = talk.levels or [r for r in talk.earlier if r.aspect != "change"][-1:]
    if words.startswith(("前者", "后者")) and len(levels) > 1:
        return levels[-2] if words.startswith("前者") else levels[-1]
    if _RESPECTIVELY.search(words):
        size = len(group_from(talk.words.text, talk.frames, talk.index))
        own = [r for r in levels if r.whole is None]
        told = own if len(own) >= size else levels
        return told[-size] if len(told) >= size else None
    if not _says(talk, subject):
        return _following(talk, frame, levels) or _latest(talk.words.text, frame, levels)
    return talk.match(frame, subject, any_unit=True) or _namesake(talk, subject, levels)


def _latest(text: str, frame: Frame, levels: list[Reading]) -> Reading | None:
    """The figure told just before; for a rise in so many, the last that counts the same: 持证31名,占88.6%,比上年净增7名.

    Behind a list that a semicolon ends it is the whole of the list: 事项226项:许可29项、处罚197项;较上年减少13项.
    """
    unit = frame.quantity.unit
    alike = [r for r in levels if r.frame.quantity.unit == unit != "%"]
    latest = (alike or levels)[-1] if levels else None
    closed = latest is not None and latest.whole is not None and text[frame.lead.slice].startswith(";")
    return latest.whole if latest is not None and closed else latest


def _following(talk: Talk, frame: Frame, levels: list[Reading]) -> Reading | None:
    """In 分别下降8.9%、25% the second figure is of the second thing."""
    previous = talk.previous
    joined = talk.words.at(frame.lead).startswith(JOINTS)
    if previous is None or previous.aspect != "change" or not joined or previous.changed not in levels:
        return None
    after = levels.index(previous.changed) + 1
    after += next((n for n, r in enumerate(levels[after:]) if r.whole is None or previous.changed.whole is not None), 0)
    return levels[after] if after < len(levels) else None


def _says(talk: Talk, subject: Span) -> bool:
    return category_of(talk.words.at(subject), ()) is not None or _counts_cases(talk, subject)


def _counts_cases(talk: Talk, subject: Span) -> bool:
    return "案件" in talk.words.at(subject)


def _namesake(talk: Talk, subject: Span, levels: list[Reading]) -> Reading | None:
    """The figure of the sentence that was told in the words of the subject (案件总数, 罚款额)."""
    words = category_of(talk.words.at(subject), ()) or talk.words.at(subject)
    pairs = {words[i : i + 2] for i in range(len(words) - 1)}
    return next((r for r in reversed(levels) if any(pair in r.name for pair in pairs) and not r.part), None)
