"""The numbers that a browser writes before the items of an ordered list.

>>> items = Numbering.of("1", start="3")
>>> items.label(), items.label()
('3. ', '4. ')
>>> Numbering.of("cjk-ideographic").label(), Numbering.of("none").label()
('一、', '')
"""

from collections.abc import Callable
from dataclasses import dataclass

import regex

_DIGITS = "〇一二三四五六七八九"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_INTEGER = regex.compile(r"\s*([+-]?\d{1,6})")
# An item that was numbered by hand, in a list left over from an editor, keeps its own label alone.
_OWN_LABEL = regex.compile(
    r"\s*(?:[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|第[一二三四五六七八九十]{1,3}[章节部条]|[(（]?\d{1,2}(?:[)）、．]|\.(?!\d))|[①-⑳⑴-⒇㈠-㈩]|[一二三四五六七八九十]{1,2}[是要])"
)


def has_label(text: str) -> bool:
    """Whether a text opens with a label of its own.

    >>> has_label("（一）依法行政"), has_label("1.5万元")
    (True, False)
    """
    return _OWN_LABEL.match(text) is not None


@dataclass(slots=True)
class Numbering:
    """Counts the items of one list; ``write`` turns a number into the label of its item."""

    write: Callable[[int], str]
    next: int = 1
    step: int = 1

    @classmethod
    def of(cls, marker: str, start: str | None = None, length: int | None = None) -> "Numbering":
        """The numbering of a list with that marker, by the name of its attribute or style; ``length`` is given where it counts down."""
        first = parse_integer(start)
        if length is not None:
            return cls(_writer(marker), length if first is None else first, -1)
        return cls(_writer(marker), 1 if first is None else first)

    def label(self, value: str | None = None) -> str:
        """The label of the next item, or of the one with that value."""
        stated = parse_integer(value)
        number = self.next if stated is None else stated
        self.next = number + self.step
        return self.write(number)


def parse_integer(text: str | None) -> int | None:
    """The whole number that an attribute begins with.

    >>> parse_integer("3."), parse_integer("x"), parse_integer(None)
    (3, None, None)
    """
    found = _INTEGER.match(text or "")
    return int(found[1]) if found else None


def _writer(marker: str) -> Callable[[int], str]:
    """How the items of a list with that marker are written: the whole words of a style shorthand are tried, the first known one counts."""
    known = (_WRITERS[word] for word in (marker, *marker.lower().split()) if word in _WRITERS)
    return next(known, _decimal)


def _decimal(number: int) -> str:
    return f"{number}. "


def _padded(number: int) -> str:
    return f"{number:02d}. "


def _nothing(_number: int) -> str:
    return ""


def _letters(number: int) -> str:
    letters = ""
    while number > 0:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("a") + place) + letters
    return letters


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written


def _chinese(number: int) -> str:
    """A number up to 99 as headings have it.

    >>> [_chinese(number) for number in (1, 10, 12, 20, 35)]
    ['一', '十', '十二', '二十', '三十五']
    """
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return (_DIGITS[tens] if tens > 1 else "") + "十" * (tens > 0) + (_DIGITS[ones] if ones else "")


def _pointed(write: Callable[[int], str]) -> Callable[[int], str]:
    """Letters as a browser sets them; a number that has none is written in digits."""
    return lambda number: f"{write(number) if 0 < number < 4000 else number}. "


def _bracketed(opening: str, write: Callable[[int], str]) -> Callable[[int], str]:
    return lambda number: f"{opening}{write(number)}）"


def _listed(number: int) -> str:
    return f"{_chinese(number)}、"


_CHINESE_MARKERS = (
    "cjk-ideographic cjk-decimal simp-chinese-informal simp-chinese-formal trad-chinese-informal trad-chinese-formal japanese-informal 一 custom_cn"
)
# The attribute's letters count with their case; `custom_…` are the lists of the editor UEditor, drawn as pictures.
_WRITERS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(_CHINESE_MARKERS.split(), _listed),
    **dict.fromkeys("none disc circle square".split(), _nothing),
    "a": _pointed(_letters),
    "lower-alpha": _pointed(_letters),
    "lower-latin": _pointed(_letters),
    "A": _pointed(lambda number: _letters(number).upper()),
    "upper-alpha": _pointed(lambda number: _letters(number).upper()),
    "upper-latin": _pointed(lambda number: _letters(number).upper()),
    "i": _pointed(_roman),
    "lower-roman": _pointed(_roman),
    "I": _pointed(lambda number: _roman(number).upper()),
    "upper-roman": _pointed(lambda number: _roman(number).upper()),
    "decimal-leading-zero": _padded,
    "custom_num1": _bracketed("", str),
    "custom_num2": _bracketed("（", str),
    "custom_cn1": _bracketed("", _chinese),
    "custom_cn2": _bracketed("（", _chinese),
}
