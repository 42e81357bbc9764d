"""The dates of a paper, in Arabic or Chinese digits.

>>> parse_date("2024-01-19 09:26"), parse_date("二〇二二年一月十日")
(datetime.date(2024, 1, 19), datetime.date(2022, 1, 10))
>>> parse_date("2023年月日") is None, parse_date("2023年2月30日") is None
(True, True)
"""

import datetime

import regex

_DIGITS = {char: value for value, chars in enumerate(("〇○◯零ОO0o", "一1", "二2", "三3", "四4", "五5", "六6", "七7", "八8", "九9")) for char in chars} | {
    "元": 1
}
_CHINESE_YEAR = r"二[〇○◯零ОO0o][〇○◯零ОO0o一二三四五六七八九]{2}"
YEAR = rf"(?:(?<!\d)(?:20[0-4]\d|2 0 [0-4] \d)(?!\d)|{_CHINESE_YEAR})"
_PART = r"\d{1,2}(?!\d)|\d\d(?=\d\d?:\d\d)|元|[一二三四五六七八九十廿]{1,4}"
_DATE = regex.compile(rf"(?P<year>2 ?[0OoО] ?\d ?\d|{_CHINESE_YEAR}) ?(?:[年./-]) ?(?P<month>\d \d|{_PART}) ?(?:[月./-]) ?(?P<day>\d \d|{_PART})")


def parse_date(text: str) -> datetime.date | None:
    """The first day that a text names in full; None where there is none, or none that the calendar has.

    >>> parse_date("2022年元月5日"), parse_date("2 0 2 3年1月1 0日")
    (datetime.date(2022, 1, 5), datetime.date(2023, 1, 10))
    """
    match = _DATE.search(text)
    if not match:
        return None
    try:
        return datetime.date(parse_year(match["year"]), _number(match["month"]), _number(match["day"]))
    except ValueError:
        return None


def parse_year(text: str) -> int:
    """The year that four digits, Arabic or Chinese, stand for.

    >>> parse_year("2018"), parse_year("二○一八")
    (2018, 2018)
    """
    return int("".join(str(_DIGITS.get(char, char)) for char in text if char != " "))


def _number(text: str) -> int:
    """A month or a day: 12, 十二, 二十八, 廿三.

    >>> [_number(text) for text in ("12", "十", "十二", "二十", "二十八", "廿三", "元")]
    [12, 10, 12, 20, 28, 23, 1]
    """
    text = text.replace(" ", "").replace("廿", "二十")
    if text.isascii():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (_DIGITS.get(tens, 1) if ten else 0) * 10 + (_DIGITS[ones] if ones else 0)
