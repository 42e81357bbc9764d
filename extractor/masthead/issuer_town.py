"""The name of the town that speaks of itself as 我镇: a word before 镇 that is no other word.

>>> text = "我镇新建站所,组建金店镇执法队,金店镇全体干部参加。"
>>> text[find_town(text, Span(0, len(text)), "镇").slice]
'金店镇'
"""

from itertools import islice

import regex

from extractor.spans import Span

# Where a subject may stand, and what follows one.
CLAUSE_BEGINS = r"(?:^|(?<=[,。:;、\n]))(?:现将)?+"
ACTS = r"(?:坚持|始终|深入|认真|全面(?!依法)|严格|积极|坚决|切实|不断|继续|大力|着力|扎实|持续|贯彻|落实|推进|推动|依法|围绕|聚焦|紧紧|紧扣|按照|根据|结合|立足|高度|党委|党工委|20\d\d年)"

# What stands before 镇, 乡 or 街道 without being a name: 各镇, 乡镇, 城镇, 全镇.
_NO_NAME = regex.compile(r"[我全各本该乡城村集市县区两每建小古名强重一二三四五六七八九十个为是和与在及或等的了]")
# Of a word that acts like one, or that comes back, less is asked: 城关镇 and 小营街道 are towns.
_NO_TOWN = regex.compile(r"^(?:[我全各本该每两几]|建制|中心|重点|特色|所有|其他|多个)|(?:[城乡村集小强级个各全我本该色心点]|法治)(?:镇|乡|街道)")
_AFTER_YEAR = regex.compile(r"年(?:度|以?来)?,$")
FIRST_SENTENCE = 60
MOST_CANDIDATES = 40  # each is counted in the whole text
_LONGEST = 4
_SUBJECT = regex.compile(rf"{CLAUSE_BEGINS}(?P<town>\p{{Han}}{{2,4}}?(?:镇|乡|街道))(?P<office>办事处|人民政府)?(?={ACTS})")


def find_town(text: str, span: Span, kind: str) -> Span | None:
    """Where a town or street office is named for the first time, by a name that more than one context, or an edge, sets off."""
    text = text[: span.end]
    names = (_name_before(text, match.start(), span.start, kind) for match in regex.finditer(kind, text, pos=span.start))
    return next(filter(None, names), None) or _recurring(text, span, kind)


def _recurring(text: str, span: Span, kind: str) -> Span | None:
    """The first town of a name with an ordinary word in it (城关镇) that comes back."""
    for match in islice(regex.finditer(rf"\p{{Han}}{{2}}{kind}", text, pos=span.start, overlapped=True), MOST_CANDIDATES):
        if text.count(match.group(), *span) > 1 and not _NO_TOWN.search(match.group()):
            return Span(*match.span())
    return None


def find_acting_town(text: str, span: Span) -> Span | None:
    """The town that a report speaks of as the one that acts, more than once or as an authority.

    >>> text = "2021年,金店镇坚持依法治镇。金店镇制定制度3项。"
    >>> text[find_acting_town(text, Span(0, len(text))).slice]
    '金店镇'
    """
    for match in islice(_SUBJECT.finditer(text, *span), MOST_CANDIDATES):
        town = Span(*match.span("town"))
        is_first = town.start < span.start + FIRST_SENTENCE and _AFTER_YEAR.search(text, span.start, town.start) is not None
        is_sure = match["office"] is not None or is_first or text.count(match["town"], *span) > 1
        if is_sure and not _NO_TOWN.search(match["town"]):
            return town
    return None


def _name_before(text: str, end: int, floor: int, kind: str) -> Span | None:
    """The longest run before 镇 that recurs with 镇 elsewhere, at least two characters of no common word."""
    start = end - 2
    if start < floor or not all("一" <= character <= "龥" for character in text[start:end]) or _NO_NAME.search(text[start:end]) or text[start:end] == "法治":
        return None
    for length in range(_LONGEST, 2, -1):
        name = text[end - length : end]
        if end - length >= floor and text.count(name + kind, floor) > 1 and text.count(name + kind, floor) == text.count(text[start:end] + kind, floor):
            start = end - length
            break
    return Span(start, end + len(kind))
