"""One-to-one foldings: every character stays one character, so no offset moves.

>>> "（２０２２）年，９８．５％".translate(FOLD)
'(2022)年,98.5%'
>>> "⽂ ⻄ ⻓".translate(FOLD)
'文 西 长'
"""

import unicodedata

import regex

# What is to be dropped altogether is folded to this mark first, so that the folding itself moves nothing.
DROPPED = "\x00"

_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SPACES = {ord(c): " " for c in "\u3000\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\r"}
_BREAKS = {ord(c): "\n" for c in "\u2028\u2029\x0b\x0c\x85"}
_NOTHING = {ord(c): DROPPED for c in "\u200b\u200c\u200d\u2060\ufeff\u00ad"}
_PUNCTUATION = {
    ord("﹪"): "%",
    ord("﹐"): ",",
    ord("﹒"): ".",
    ord("﹑"): "、",
    ord("﹔"): ";",
    ord("﹕"): ":",
    ord("﹙"): "(",
    ord("﹚"): ")",
    ord("｡"): "。",
    ord("∶"): ":",
}
# Unicode folds these to one letter too, but into a Latin or Greek look-alike: they are numbers or marks here.
_DASHES = {ord(c): "-" for c in "‐‑‒−"} | {ord(c): "~" for c in "〜∼"}

# The Kangxi block folds by Unicode's own table; the supplement, which PDF fonts use just as often, does not.
_KANGXI = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_SUPPLEMENT = dict(
    zip(
        map(ord, "⺠⻁⻄⻅⻆⻉⻋⻓⻔⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⺟⻘⻫⻭⻯⻱"),
        "民虎西见角贝车长门韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟母青齐齿龙龟",
        strict=True,
    )
)

FOLD: dict[int, str] = {**_FULL_WIDTH, **_SPACES, **_BREAKS, **_NOTHING, **_PUNCTUATION, **_DASHES, **_KANGXI, **_SUPPLEMENT}

# A full stop of a Latin keyboard: `办结3件.` Behind a Chinese number it may belong to a label, behind a digit to a number.
_FULL_STOP = regex.compile(r"(?<=[[\p{Han}]--[一二三四五六七八九十]]|[%”’》〉])\.(?=\s|\p{Han}|[“”]|$)", regex.V1)


def fold(text: str) -> str:
    """A text with every character folded, and a full stop of a Latin keyboard the Chinese one.

    >>> fold("立案３件．全年罚款1.5万元.")
    '立案3件。全年罚款1.5万元。'
    """
    return _FULL_STOP.sub("。", text.translate(FOLD))
