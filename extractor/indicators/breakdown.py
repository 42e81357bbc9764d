"""The whole that a figure is an item of: after 其中, in brackets, after a colon, after 按类型分.

Where several figures could be the whole, it is the one that the items add up to: 立案9起,结案7起,其中露天焚烧3起、占道经营6起 breaks
down the 9. Where none adds up, it is the nearest that is large enough.

>>> OPENS.search("件,其中食品类") is not None, OPENS.search("件,结案") is not None
(True, False)
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import accumulate

import regex

from extractor.indicators.frames import JOINTS, Frame
from extractor.indicators.reading import Reading
from extractor.indicators.talk import Talk

_BY = r"(?:按|从|分)[^,;。:]{0,8}(?:分(?:类)?|看|统计|划分)"
OPENS = regex.compile(rf"其中|:|{_BY}|包括|分别为|分为|主要(?:反映|涉及|为|是|集中在)|^[\u4e00-\u9fff]{{0,6}}中,|(?:里|当中|之中)(?:仅|只|就)?有$|\([^()]*$")
# What is done with some of the whole is no item of its makeup, once the list of items is over.
_ACTS = regex.compile(r"(?:并|共|先后|及时)?(?:发现|列入|约谈|责令|移送|立案|整改|办结|取缔|关停|查处|处罚|吊销|督促|挽回|追回|暂停|解除)")
_OPENS_SENTENCE = regex.compile(rf"\s*(?:其中|{_BY})")
_BRACKETS = regex.compile(r"\([^()]*\)")
_ITEMS = frozenset({"breakdown", "direct", "pair"})
_MOST = 40  # figures: no list of items is longer
_NO_PARTS = frozenset({"%", "", "百分点", "‰", "倍", "分"})


def whole_of(talk: Talk, frame: Frame) -> Reading | None:
    """The reading that a figure is an item of, in its sentence or, where the sentence opens with 其中, in the one before."""
    text = talk.words.text
    if frame.is_mean or _ACTS.match(text, *frame.near) and OPENS.search(text, *frame.lead) is None and "、" not in text[frame.lead.slice]:
        return None
    opens_here = OPENS.search(text, *frame.lead) is not None
    starts_anew = opens_here and talk.levels and _can_hold(frame, talk.levels[-1], loosely=False)
    running = None if starts_anew else _running(talk, frame)
    if running is not None:
        return running
    wholes = [r for r in talk.levels[-_MOST:] if _can_hold(frame, r, loosely=opens_here)]
    wholes = [r for r in wholes if _is_open(text, r.frame.quantity.span.end, frame)]
    wholes = [r for r in wholes if not _is_full(talk, frame, r)]
    if not wholes and _OPENS_SENTENCE.match(text, frame.sentence.start):
        wholes = [r for r in talk.earlier if r.aspect != "change" and _can_hold(frame, r, loosely=False)]
    if len(wholes) < 2:
        return wholes[0] if wholes else None
    sums = _sums(talk, frame)
    exact = next((r for added in sums for r in reversed(wholes) if r.frame.quantity.value == added), None)
    return exact or min(reversed(wholes), key=lambda r: _misses(r.frame.quantity.value, sums))


def _misses(value: Decimal, sums: list[Decimal]) -> Decimal:
    """How far the items stay below a figure; one that they exceed is the last to be taken."""
    rest = value - (sums[0] if sums else value)
    return rest if rest >= 0 else value - rest


def _running(talk: Talk, frame: Frame) -> Reading | None:
    """The whole of an item before this one, while its list goes on."""
    for reading in reversed(talk.levels):
        if reading.whole is not None and reading.how in _ITEMS and frame.quantity.unit == reading.frame.quantity.unit:
            opening = reading.whole.frame.quantity.span.end
            far = reading.whole.frame.sentence != frame.sentence
            goes_on = (far or _is_open(talk.words.text, opening, frame)) and not _is_full(talk, frame, reading.whole)
            return reading.whole if goes_on else None
    return None


def _is_full(talk: Talk, frame: Frame, whole: Reading) -> bool:
    """Whether the items told so far leave no room for another, and nothing opens a second way of breaking the whole down."""
    unit = whole.frame.quantity.unit
    items = [r for r in talk.levels if r.whole is whole and r.frame.quantity.unit == unit]
    added = sum((r.frame.quantity.value for r in items), frame.quantity.value)
    words = talk.words.at(frame.lead)
    return (
        unit not in _NO_PARTS
        and added > whole.frame.quantity.value
        and not words.startswith(JOINTS)
        and not words.endswith("类")
        and OPENS.search(words) is None
    )


def _can_hold(frame: Frame, reading: Reading, *, loosely: bool) -> bool:
    loose = reading.whole is None or reading.how not in _ITEMS
    kind = _same_kind(frame, reading.frame) if loosely else frame.quantity.unit == reading.frame.quantity.unit not in _NO_PARTS
    return loose and kind and frame.quantity.value <= reading.frame.quantity.value


def _same_kind(frame: Frame, other: Frame) -> bool:
    """Whether two figures can be whole and part: of one unit, where 件次 is as good as 件."""
    a, b = frame.quantity.unit, other.quantity.unit
    counted = frame.quantity.dimension == other.quantity.dimension == "count"
    return a not in _NO_PARTS and (a == b or counted and (a.removesuffix("次") or a) == (b.removesuffix("次") or b))


def _is_open(text: str, end: int, frame: Frame) -> bool:
    """Whether words between a figure and a later one open a breakdown of the first that is not closed yet."""
    between = _BRACKETS.sub("", text[end : frame.quantity.span.start])
    opened = OPENS.search(between)
    return opened is not None and (opened.group()[0] != "(" or ")" not in between)


def _sums(talk: Talk, frame: Frame) -> list[Decimal]:
    """What the figure and those of its kind that follow in the sentence add up to: all of them first, then ever fewer."""
    values = [other.quantity.value for other in _following(talk, frame)]
    return list(accumulate(values))[:0:-1]


def _following(talk: Talk, frame: Frame) -> Iterable[Frame]:
    return (other for other in talk.frames[talk.index :] if _same_kind(frame, other))


def rest_of(frame: Frame, candidates: Sequence[Reading]) -> Reading | None:
    """What 其余3件, 另2件 are the rest of: the first figure of their kind in the sentence that is nobody's part."""
    return next((r for r in candidates if not r.part and _same_kind(frame, r.frame) and frame.quantity.value <= r.frame.quantity.value), None)
