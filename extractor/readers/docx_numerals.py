"""Numbers as Word writes them before paragraphs, by the name of the form (``w:numFmt``).

>>> [number_text(12, form) for form in ("decimal", "chineseCounting", "decimalEnclosedCircle", "upperRoman", "lowerLetter")]
['12', '十二', '⑫', 'XII', 'l']
>>> number_text(105, "chineseCountingThousand"), number_text(3, "ideographTraditional"), number_text(21, "decimalEnclosedCircle")
('一百零五', '丙', '21')
"""

from collections.abc import Callable

import regex

GREATEST = 32_767  # that Word counts to
GREATEST_LETTERS = 780  # thirty times Z

_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_A_SINGLE = regex.compile("一(?=[十百千])")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_FORMAL = str.maketrans("〇一二三四五六七八九十百千万", "零壹贰叁肆伍陆柒捌玖拾佰仟万")
_FORMAL_TRADITIONAL = str.maketrans("〇一二三四五六七八九十百千万", "零壹貳參肆伍陸柒捌玖拾佰仟萬")


def number_text(number: int, form: str) -> str:
    """The number in that form; in Arabic digits where the form is unknown or does not reach so far."""
    write = _FORMS.get(form)
    return (write(number) if write and 0 <= number <= GREATEST else "") or str(number)


def _digit_by_digit(number: int) -> str:
    """105 as 一〇五."""
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _counted(number: int, *, leading_one: bool = False) -> str:
    """105 as 一百零五; twelve is 十二, in the formal style 一十二."""
    if number == 0:
        return _DIGITS[0]
    if number >= 10_000:
        rest = number % 10_000
        return _counted(number // 10_000) + "万" + ("零" if 0 < rest < 1000 else "") + (_counted(rest, leading_one=True) if rest else "")
    pieces, gap = "", False
    for unit, value in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = number // value % 10
        if digit:
            pieces += ("零" if gap else "") + _DIGITS[digit] + unit
        gap = not digit and bool(pieces)
    return pieces if leading_one or not pieces.startswith("一十") else pieces[1:]


def _counted_below_hundred(number: int) -> str:
    return _counted(number) if number < 100 else _digit_by_digit(number)


def _japanese(number: int) -> str:
    """105 as 百五: a single hundred or thousand is not counted, and no gap is told."""
    return _A_SINGLE.sub("", _counted(number).replace("零", ""))


def _formal(number: int) -> str:
    return _counted(number, leading_one=True).translate(_FORMAL)


def _formal_traditional(number: int) -> str:
    return _counted(number, leading_one=True).translate(_FORMAL_TRADITIONAL)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _letter(number: int) -> str:
    """A to Z, then AA to ZZ, AAA to ZZZ."""
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 1 <= number <= GREATEST_LETTERS else ""


def _from(characters: str, first: int = 1) -> Callable[[int], str]:
    """A form with a character for each number from ``first`` on."""
    return lambda number: characters[number - first] if first <= number < first + len(characters) else ""


def _stem_and_branch(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if 1 <= number <= 60 else ""


_FORMS: dict[str, Callable[[int], str]] = {
    "decimalZero": "{:02}".format,
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _from("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
    "decimalEnclosedCircleChinese": _from("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
    "decimalEnclosedFullstop": _from("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    "decimalEnclosedParen": _from("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    "ideographEnclosedCircle": _from("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"),
    "numberInDash": "- {} -".format,
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda number: _letter(number).lower(),
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "taiwaneseDigital": _digit_by_digit,
    "chineseCounting": _counted_below_hundred,
    "taiwaneseCounting": _counted_below_hundred,
    "chineseCountingThousand": _counted,
    "taiwaneseCountingThousand": _counted,
    "japaneseCounting": _japanese,
    "chineseLegalSimplified": _formal,
    "ideographLegalTraditional": _formal_traditional,
    "ideographTraditional": _from(_STEMS),
    "ideographZodiac": _from(_BRANCHES),
    "ideographZodiacTraditional": _stem_and_branch,
}
