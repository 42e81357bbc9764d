"""The whole that a figure is an item of: after 其中, in brackets, after a colon, after 按类型分.

>>> OPENS.search("件,其中食品类") is not None, OPENS.search("件,结案") is not None
(True, False)
"""

from collections.abc import Sequence

import regex

from extractor.indicators.frames import Frame
from extractor.indicators.reading import Reading

OPENS = regex.compile(r"其中|\([^)]*$|:|按[^,;。]{1,8}分(?:类|为)?|分(?:别|类型|领域|类别|行业)来?[看是]?|包括")
_CLOSES = regex.compile(r"\)")


def whole_of(text: str, frame: Frame, done: Sequence[Reading]) -> Reading | None:
    """The reading of the same sentence that a figure is an item of; None where it is an item of none."""
    for reading in reversed(done):
        if reading.aspect == "change" or not _same_kind(frame, reading):
            continue
        if reading.whole is not None and reading.how != "change":
            if _is_open(text, reading.whole.frame.quantity.span.end, frame):
                return reading.whole
            continue
        if _is_open(text, reading.frame.quantity.span.end, frame):
            return reading
    return None


def _same_kind(frame: Frame, reading: Reading) -> bool:
    """Whether two figures can be whole and part: the same unit, or money for money."""
    other = reading.frame.quantity
    return frame.quantity.unit == other.unit and frame.quantity.unit not in ("%", "", "百分点") and frame.quantity.value <= other.value


def _is_open(text: str, end: int, frame: Frame) -> bool:
    """Whether words between a figure and a later one open a breakdown of the first that is not closed yet."""
    between = text[end : frame.quantity.span.start]
    opened = OPENS.search(between)
    if opened is None:
        return False
    if opened.group().startswith("("):
        return _CLOSES.search(between, opened.start()) is None
    brackets = regex.sub(r"\([^)]*\)", "", between)
    return OPENS.search(brackets) is not None
