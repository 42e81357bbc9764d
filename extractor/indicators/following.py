"""Whether a figure is a part because of the figures told before it in its sentence."""

from extractor.indicators.reading import Reading
from extractor.indicators.talk import Look, Talk

# What goes with the part told just before it, rather than with the whole: 简易程序5702件,罚款41万元.
_FOLLOWING = frozenset({"penalty", "complaint", "review", "litigation"})
# Of these, what tells how matters ended says nothing of the figures behind it.
_STAGED = frozenset({"review", "litigation"})
# 修改5件,废止21件,宣布失效7件 are ends that papers come to, told one a clause in a word or two.
_ENDS, _VERB = frozenset({"rule.repealed"}), 4


def splits(look: Look) -> bool:
    """Whether two figures of one rule stand side by side (人大建议31件、政协提案44件): each is a part of what the rule covers."""
    previous = look.talk.previous
    lead, near = look.talk.words.at(look.frame.lead), look.near
    joined = (lead.startswith("、") or look.reading.code in _ENDS and lead == f",{near}" and len(near) <= _VERB) and look.reading.how == "direct"
    if previous is None or not joined or previous.how != "direct" or previous.code != look.reading.code or previous.aspect == "change":
        return False
    previous.part = True
    return True


def follows_part(look: Look) -> bool:
    """Whether a figure goes with the part of its theme told before it: 简易程序5702件,罚款41万元; 物业投诉87件,办结率98%."""
    family = look.reading.family
    kin = (family, "petition") if family == "complaint" else (family,)
    previous = next((r for r in reversed(look.talk.levels) if r.family in kin), None)
    if look.reading.code == "inspection.opinions" or family == "penalty" and previous is None:
        return _inspected(look)
    if previous is None or family not in _FOLLOWING or ")" in look.talk.words.at(look.frame.lead) or _is_outcome(look, previous):
        return False
    if previous.whole is None:
        return previous.part
    return previous.whole.part if family != "penalty" or _closes_list(look.talk) else True


def _inspected(look: Look) -> bool:
    """Whether a sentence tells of one kind of premises: 检查校园食堂268家次,责令改正42份,立案3件."""
    inspected = [r for r in look.talk.levels if r.code == "inspection.units"]
    if len(inspected) != 1 or not inspected[0].category:
        return False
    return ";" not in look.text[inspected[0].frame.quantity.span.end : look.frame.quantity.span.start]


def _is_outcome(look: Look, previous: Reading) -> bool:
    """Whether a figure before tells only how some of the matters ended (查实198件), or is one of two kinds that are all of them."""
    if previous.cue_is_stage and previous.family in _STAGED:
        return True
    levels = look.talk.levels
    others = [r for r in levels[:-1][-1:] if previous is levels[-1] and r.code == previous.code and r.part and previous.whole is r.whole is None]
    return bool(others) and look.talk.words.at(previous.frame.lead).startswith("、")


def _closes_list(talk: Talk) -> bool:
    """Whether the figure just before is the last item of a list, so that what follows is of the whole again."""
    return len(talk.done) > 1 and talk.done[-2].whole is not None and talk.done[-2].whole is talk.done[-1].whole
