"""Whether a figure is a part because of the figures told before it in its sentence."""

from collections.abc import Sequence
from itertools import pairwise

import regex

from extractor.indicators.parts import category_of
from extractor.indicators.reading import Reading
from extractor.indicators.rules import Rule
from extractor.indicators.talk import Look, Talk

# 修改5件,废止21件,宣布失效7件 are ends that papers come to, told one a clause in a word or two.
_VERB = 4
_CASES = ("案件", "行为")
# 抽取的30宗案卷中有4宗: so many of those counted just before.
_AMONG = regex.compile(r"[\u4e00-\u9fff“”]{0,8}[中里],?(?:就|仅|只|共)?有")


def splits(look: Look) -> bool:
    """Whether two figures of one rule stand side by side (人大建议31件、政协提案44件): each is a part of what the rule covers."""
    previous = look.talk.previous
    if previous is None or not _stands_beside(look) or previous.how != "direct" or previous.code != look.reading.code or previous.aspect == "change":
        return False
    if look.frame.quantity.dimension == "rate" and _is_bare_rate(look.reading) and _is_bare_rate(previous):
        return False
    previous.part = True
    return True


def _stands_beside(look: Look) -> bool:
    rule, lead, near = look.reading.rule, look.talk.words.at(look.frame.lead), look.near
    ends = rule is not None and rule.sides_are_parts and lead == f",{near}" and len(near) <= _VERB
    return look.reading.how == "direct" and (lead.startswith("、") or ends)


def _is_bare_rate(reading: Reading) -> bool:
    """完成率97.8%、完结率100% are two rates of one whole: neither has a word beside its cue."""
    return reading.cue is not None and reading.cue.start == reading.near.start


def is_among(look: Look) -> bool:
    """Whether a figure is so many of those told just before: 抽取的30宗案卷中有4宗."""
    previous, quantity = look.talk.previous, look.frame.quantity
    if previous is None or _AMONG.fullmatch(look.talk.words.at(look.frame.lead)) is None:
        return False
    return previous.code == look.reading.code and previous.frame.quantity.unit == quantity.unit and quantity.value <= previous.frame.quantity.value


def follows_part(look: Look) -> bool:
    """Whether a figure goes with the part of its matters told before it: 简易程序5702件,罚款41万元; 检查校园食堂268家次,责令改正42份."""
    rule = look.reading.rule
    previous = _followed(look, rule) if rule is not None else None
    if rule is None or previous is None or ")" in look.talk.words.at(look.frame.lead) or _is_one_of_two(look, previous) or _names_all(look, rule):
        return False
    closed = ";" in look.text[previous.frame.quantity.span.end : look.frame.quantity.span.start]
    root = _root(previous, look.talk.levels)
    if previous.family not in rule.follows:
        return root.part and _reaches(root, look, closed=closed)
    if previous.whole is not None and rule.follows_items and not (_closes_list(look.talk) or _is_weighed(look.talk)):
        return not closed or previous.whole.part or previous.whole.code == rule.code
    return root.part


def _names_all(look: Look, rule: Rule) -> bool:
    """Whether a rate names the matters that it is the rate of: 网上信访89件,信访按期答复率100%."""
    return rule.subject_is_part and any(topic in look.near for topic in rule.topics)


def _reaches(root: Reading, look: Look, *, closed: bool) -> bool:
    """Whether a part that is followed by its code reaches a figure: no rate behind a semicolon; of another theme only one without an object of its own."""
    rule = look.reading.rule
    if rule is not None and root.family == rule.family:
        return not (closed and rule.dimension == "rate")
    return root.category is not None and not closed and not _has_object(look)


def _has_object(look: Look) -> bool:
    """Whether the words of a figure name more than what was done: 查处交通运输违法案件 does, 立案 and 查处违法案件 do not."""
    verb = look.match.cue.before[:1] if look.match else ()
    return bool(verb) and look.near.endswith(_CASES) and category_of(look.near.replace(verb[0], "", 1), ()) is not None


def _followed(look: Look, rule: Rule) -> Reading | None:
    """The last figure before that tells of the same matters."""
    return next((r for r in reversed(look.talk.levels) if rule.goes_with(r.rule)), None)


def _root(reading: Reading, told: Sequence[Reading]) -> Reading:
    """The figure that all of the matters are told by: of an item its whole, of an outcome (查实198件) what it came of."""
    whole = reading.whole or _source(reading, told)
    return reading if whole is None else _root(whole, told)


def _source(outcome: Reading, told: Sequence[Reading]) -> Reading | None:
    """The figure that an outcome came of: one of its code and unit before it, which is no part and large enough."""
    if not outcome.cue_is_stage:
        return None
    quantity = outcome.frame.quantity
    before = (r for r in told if r.frame.quantity.span < quantity.span and r.code == outcome.code and not r.part)
    return next((r for r in before if r.frame.quantity.unit == quantity.unit and r.frame.quantity.value >= quantity.value), None)


def _is_one_of_two(look: Look, previous: Reading) -> bool:
    """Whether a figure before is one of two kinds that are all of them (简易程序12件、普通程序30件)."""
    before = next((earlier for earlier, reading in pairwise(look.talk.levels) if reading is previous), None)
    two = before is not None and before.code == previous.code and before.part and previous.whole is before.whole is None
    return two and look.talk.words.at(previous.frame.lead).startswith("、")


def _is_weighed(talk: Talk) -> bool:
    """Whether the figure just before tells the share of an item, which ends what is said of it: 其中事前处罚912件,占88%,移送21件."""
    previous = talk.previous
    return previous is not None and previous.frame.quantity.unit == "%" and "占" in talk.words.at(previous.frame.near)


def _closes_list(talk: Talk) -> bool:
    """Whether the figure just before is the last item of a list, so that what follows is of the whole again."""
    return len(talk.done) > 1 and talk.done[-2].whole is not None and talk.done[-2].whole is talk.done[-1].whole
