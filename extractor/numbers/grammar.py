"""The fragments that patterns of numbers are built from.

>>> regex.fullmatch(NUMBER, "1,386.5") is not None
True
"""

import regex

from extractor.numbers.units import load_units

NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
MULTIPLIER = r"(?:万亿|千万|百万|十万|亿|万|千(?!米|克|瓦|里|字|伏|帕|卡)|百(?!分))"
EXCESS = r"(?:余|\+(?=$|[,;。!\n)”人次个条件])|多(?!方|元化|部门|家企业)|来(?=[个名人件次家]))"
DASH = r"(?:[-–—―~]{1,2}|至|到)"
UNIT = r"(?:" + "|".join(map(regex.escape, sorted(load_units(), key=len, reverse=True))) + r")"

MULTIPLIERS = {"百": 10**2, "千": 10**3, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
