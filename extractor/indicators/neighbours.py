"""Ways in which a figure without words of its own gets its rule from the figures before it.

Each takes a look at the figure and says whether it gave it a rule.
"""

from dataclasses import replace

import regex

from extractor.indicators.breakdown import rest_of
from extractor.indicators.frames import JOINTS
from extractor.indicators.reading import Reading
from extractor.indicators.talk import Look
from extractor.spans import Span

_UP_OR_DOWN = r"(?:提高|提升|增加|增长|上升|扩大|增|升|压缩|压减|减少|降低|下降|缩短|缩减|核减|核增|精减|精简|调减|调增|调整|减|降|缩|改|变)"
_OTHER_TIME = r"(?:(?:19|20)\d\d年|上年同期|去年同期|上年|去年|今年|前年|[上下]半年|第?[一二三四]季度)"
_RESTATES = regex.compile(
    rf"[,;(]?(?:而|其中)?{_OTHER_TIME}(?:同期|则|末)?(?:{_UP_OR_DOWN}?[到至为]|为|是|有|只有|仅有|仅为|仅|达)?|[较比]{_OTHER_TIME}的|"
    rf"(?:\([^()]{{1,12}}\))?,?{_UP_OR_DOWN}[\u4e00-\u9fff]{{0,2}}[到至为成](?:(?:19|20)\d\d年|今年|目前)?的?"
)
_FROM = regex.compile(r"[由从]")
_REST = regex.compile(r"[,;、]?(?:另有|另外|另|其余|其他|余下|余|剩余|还有|尚有)的?有?")
_EXTREME = regex.compile(r"[,;]?(?:其中)?最[多少高低大小]的(?:[一1](?:个|件|起|家|户|宗|例)?[\u4e00-\u9fff]{0,5})?(?:仅有?|只有|就有|达到?|为|有|高达|超过)?")
_MEAN = regex.compile(r"[案人户件起宗]均|平均每?[案人户件起宗]?")
_IN_ALL = regex.compile(r",?(?:全年|两项|三项|以上|上述)?(?:合计|共计|总计|共)")
_SHARE = regex.compile(
    r"(?:整体|平均|总体|累计|较法定时限|比法定时限)?(?:压缩|压减|缩短|提速)(?:了|率|比例|幅度)?(?:达|为)?|占比?|占总数的?|约占|占全部[^,;:。率]{0,8}|[^,;:。率]{0,8}的|[^,;:。率\d]{2,4}"
)


def goes_on_from(look: Look) -> bool:
    """Whether a figure is what another went up or down to: 平均用时由6个工作日缩短至2个工作日. A legal limit is no such other."""
    previous = look.talk.previous
    if previous is None or previous.aspect == "target" or not _FROM.search(look.talk.words.at(previous.near)):
        return False
    return restates(look)


def restates(look: Look) -> bool:
    """Whether a figure tells the one before for another time: 监督3482户次,而2017年是2965户次."""
    previous = next((r for r in reversed(look.talk.done) if r.aspect != "change"), None)
    if previous is None or look.frame.quantity.unit != previous.frame.quantity.unit or not _RESTATES.fullmatch(look.near):
        return False
    look.take(previous, "restated", part=previous.part)
    reading = look.reading
    reading.category, reading.near, reading.name, reading.noun = previous.category, previous.near, previous.name, previous.noun
    return True


def sums_up(look: Look) -> bool:
    """Whether a figure is the sum of those of its unit before it: 网约车42件、出租车31件,合计73件."""
    if not _IN_ALL.fullmatch(look.near):
        return False
    parts = [r for r in look.talk.levels if r.frame.quantity.unit == look.frame.quantity.unit]
    if len(parts) < 2 or sum(r.frame.quantity.value for r in parts) != look.frame.quantity.value or len({r.code for r in parts}) > 1:
        return False
    if len({r.told for r in parts}) > 1:  # stretches of a year, not kinds of a thing
        look.take(parts[0], "sum", part=parts[0].part)
        return True
    look.take(parts[0], "sum", part=False)
    for reading in parts:
        reading.part, reading.whole = True, look.reading
    return True


def is_rest(look: Look) -> bool:
    """Whether a figure is what is left of a whole: 行政诉讼5件,已判3件,另2件尚未审结."""
    whole = rest_of(look.frame, look.talk.levels) if _REST.fullmatch(look.near) else None
    if whole is not None:
        look.take(whole, "rest", part=True)
        look.reading.whole = whole
    return whole is not None


def is_step(look: Look) -> bool:
    """Whether a figure tells a step of the one before by a word alone that its rule knows: 参加执法考试46名,通过21名."""
    previous, quantity = look.talk.previous, look.frame.quantity
    if previous is None or previous.rule is None or previous.aspect == "change" or look.near.strip("已均共有,") not in previous.rule.steps:
        return False
    if quantity.unit != previous.frame.quantity.unit or quantity.value > previous.frame.quantity.value:
        return False
    look.take(previous, "breakdown", part=True)
    look.reading.whole = previous.whole or previous
    return True


def is_extreme(look: Look) -> bool:
    """Whether a figure is the largest or smallest of those that the one before counts or averages: 立案83件,最多的一个镇27件."""
    previous = next((r for r in reversed(look.talk.levels) if r.frame.quantity.unit == look.frame.quantity.unit), None)
    if previous is None or not _EXTREME.fullmatch(look.near):
        return False
    look.take(previous, "breakdown", part=True)
    if previous.rule is not None and previous.frame.quantity.value > look.frame.quantity.value:
        look.reading.whole = previous
    if previous.frame.is_mean:
        start = _MEAN.match(look.text, *previous.frame.near)
        averaged = look.talk.match(replace(previous.frame, is_mean=False), Span(start.end(), previous.frame.near.end) if start else None)
        look.reading.rule = averaged.rule if averaged else None
    return look.reading.rule is not None


def is_of_shared_subject(look: Look) -> bool:
    """Whether a figure of a 分别为 list breaks down the figure of its unit told before: 全省为95.6%,市、县分别为98%、94%."""
    unit = look.frame.quantity.unit
    whole = next((r for r in reversed(look.talk.levels) if r.frame.quantity.unit == unit and not r.frame.shared and r.rule), None)
    if not look.frame.shared or whole is None:
        return False
    look.take(whole, "breakdown", part=True)
    look.reading.category, look.reading.whole = look.near, whole if unit != "%" else None
    return True


def is_share(look: Look) -> bool:
    """Whether a percentage is the share that the figure before has in its whole, where that is an indicator of its own."""
    previous = look.talk.previous
    share = previous.rule.share if previous and previous.rule else ""
    if previous is None or not share or look.frame.quantity.unit != "%" or not _SHARE.fullmatch(look.near):
        return False
    look.take(previous, "share", part=previous.part)
    look.reading.rule = next((rule for rule in look.talk.words.matcher.rules if rule.code == share), None)
    return look.reading.rule is not None


def is_listed(look: Look) -> bool:
    """Whether a figure is the next object of the verb that governs the one before: 检查旅店12户次、学校7户次."""
    previous = look.talk.previous
    words = look.talk.words.at(look.frame.lead)
    if previous is None or not words.startswith(JOINTS) or any(c in words for c in ",;:(") or not _governs(previous, look):
        return False
    look.take(previous, "list", part=True)
    look.reading.category = look.near or None
    previous.part = True
    return True


def _governs(previous: Reading, look: Look) -> bool:
    of_kind = previous.frame.quantity.dimension == look.frame.quantity.dimension
    return previous.rule is not None and previous.rule.modifier_is_part and previous.aspect != "change" and of_kind
