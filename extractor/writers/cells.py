"""What stands in a cell, and how it is written as text.

>>> cell_text(Decimal("1.50")), cell_text(True), cell_text(None), cell_text("=1+1")
('1.5', 'true', '', "'=1+1")
"""

import datetime as dt
from decimal import Decimal

import regex

from schemas import plain

Cell = str | int | float | bool | Decimal | dt.date | None
Row = tuple[Cell, ...]

# A spreadsheet runs a cell that begins with one of these, in full width too where it runs in Chinese or Japanese.
FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

_LEADING_ZEROS = r"0\d[\d,.]*"
_TOO_MANY_DIGITS = r"\d[\d,]{11,}[\d,.]*"  # a spreadsheet shows twelve as 1.23E+11, and keeps no more than fifteen
_EXPONENT = r"\d[\d.]*[eE][+-]?\d+"
# 3-5 is the fifth of March to a spreadsheet, and so are 3/5 and 3月5日; 10:30 is a time.
_DATE = r"\d{1,4}[-/:年月时][\d年月日时分秒]{1,5}(?:[-/: ][\d年月日时分秒:./ -]*)?"
_TAKEN_FOR_A_NUMBER = regex.compile(rf"\s*(?:{_LEADING_ZEROS}|{_TOO_MANY_DIGITS}|{_EXPONENT}|{_DATE})\s*")
_LONGEST_NUMBER = 100


def cell_text(cell: Cell, decimal: str = ".", *, guarded: bool = True) -> str:
    """A cell as text: numbers in plain digits with the ``decimal`` mark, no exponent and no thousands.

    ``guarded``: an apostrophe stands before words that a spreadsheet would run as a formula or take for a number or date.
    """
    match cell:
        case None:
            return ""
        case str():
            return guard(cell) if guarded else cell
        case bool():
            return "true" if cell else "false"
        case Decimal():
            return plain(cell).replace(".", decimal)
        case float():
            return plain(Decimal(repr(cell))).replace(".", decimal)
        case _:
            return str(cell)


def guard(words: str) -> str:
    """Words that a spreadsheet leaves as they are.

    >>> guard("@x"), guard("007"), guard("123456789012345678"), guard("3-5"), guard("1月2日")
    ("'@x", "'007", "'123456789012345678", "'3-5", "'1月2日")
    >>> guard("500154"), guard("3-5个"), guard("98.2%"), guard("桓政〔2025〕3号"), guard("-")
    ('500154', '3-5个', '98.2%', '桓政〔2025〕3号', '-')
    """
    if len(words) < 2:  # a mark alone is no formula
        return words
    if words.startswith(FORMULA_MARKS):
        return "'" + words
    is_number = words[0].isdigit() or words[0].isspace()
    return "'" + words if is_number and len(words) <= _LONGEST_NUMBER and _TAKEN_FOR_A_NUMBER.fullmatch(words) else words
