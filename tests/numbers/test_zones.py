"""Stretches in which a numeral is not what it looks like: the kind first, then the stretch, marked by ⟦ ⟧."""

import pytest

from extractor.numbers.zones import find_zones

ZONES = [
    ("title", "落实⟦《港口规划(2021—2025年)》⟧要求"),
    ("title", "印发⟦《关于贯彻〈条例〉的18条意见》⟧"),
    ("title", "印发⟦《关于贯彻《条例》的18条意见》⟧的通知"),
    ("quote", "深化⟦“1+3+N”⟧机制"),
    ("quote", '深化⟦"1+3"⟧机制'),
    ("quote", "深化⟦‘1+3’⟧机制"),
    ("identifier", "⟦索引号:000014348/2023-00017⟧"),
    ("identifier", "联系⟦电话:0562-2830000⟧"),
    ("identifier", "⟦网站标识码:3407000001⟧"),
    ("identifier", "见⟦https://example.gov.cn/art/2023/1/16/art_12_345.html⟧"),
    ("identifier", "见⟦www.example.gov.cn/2023⟧"),
    ("identifier", "写信至:⟦port12@example.cn⟧"),
    ("identifier", "写信至⟦port12@example.cn⟧"),
    ("identifier", '⟦<td width="20">⟧内容'),
    ("identifier", "空格⟦&#160;⟧"),
    (None, "⟦受理3件⟧"),
    (None, "⟦电话回访3户⟧"),
    (None, "⟦“未闭合的12件⟧"),
    (None, "⟦《未闭合的12件⟧"),
]


@pytest.mark.parametrize(("kind", "marked"), ZONES)
def test_a_stretch_is_of_its_kind(kind: str | None, marked: str) -> None:
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")
    zones = find_zones(text)
    assert {zones.kind_at(place) for place in range(start, end) if text[place].isdigit()} == {kind}
    if start:
        assert zones.kind_at(start - 1) is None
    if end < len(text):
        assert zones.kind_at(end) is None


def test_a_zone_has_its_edges() -> None:
    text = "依据《规程(2020)》办理"
    zones = find_zones(text)
    place = text.index("2020")
    assert (zones.start_at("title", place), zones.end_at("title", place)) == (2, text.index("办"))
    assert zones.end_at("quote", place) is None


def test_an_identifier_outranks_a_quote() -> None:
    assert find_zones("“电话:0562-2830000”").kind_at(6) == "identifier"


def test_no_zone_runs_over_the_end_of_a_line() -> None:
    zones = find_zones("“甲\n12件”《乙\n13件》")
    assert zones.kind_at(3) is zones.kind_at(10) is None
