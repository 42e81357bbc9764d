"""Stretches of a text in which a numeral is not what it looks like elsewhere: markup, identifiers, quotes, titles of papers.

>>> zones = find_zones("《规划(2021—2025年)》,电话:0562-2830000")
>>> zones.kind_at(4), zones.kind_at(23)
('title', 'identifier')
"""

from bisect import bisect_right
from dataclasses import dataclass

import regex

_MARKUP = r"<[^<>\n]{1,300}>|(?:https?://|www\.)[!-~]+|(?<![A-Za-z\d._%+-])[A-Za-z\d._%+-]{1,64}@[A-Za-z\d.-]{1,100}|&#?\w+;"
_FIELD = r"(?:索引号|索书号|网站标识码|标识码|备案序?号|ICP备|公网安备|信用代码|证号|邮编|邮政编码|电话|传真|手机号?|报障|QQ群?|微信号|客服热线|联系方式|文件编号|流水号)"
# What may stand between the name of a field and its digits, and the digits with their dashes and letters.
# 接听咨询电话5630个 is a count of calls.
_COUNTED = r"(?!\d[\d,.]*[余多]?万?[余多]?(?:个|次|件|人次|通|起|条|部|台|户))"
_IDENTIFIER = rf"{_FIELD}[\])】:是为第(]{{0,3}}[A-Za-z]{{0,3}}[A-Za-z\-/—()]{{0,14}}?{_COUNTED}\d[A-Z\d\-/—;、转]*"
_CASE = r"[(\[〔](?:19|20)\d\d[)\]〕][\u4e00-\u9fff]{1,3}\d{0,4}(?:行|民|刑|执|知|破|赔|司)[\u4e00-\u9fff]{0,4}\d{1,6}号"
_QUOTE = r"“[^“”\n]{1,24}”|\"[^\"\n]{1,24}\"|‘[^‘’\n]{1,24}’"
_TITLE = r"《[^《》\n]{1,150}(?:《[^《》\n]{1,100}》[^《》\n]{0,100})?》|〈[^〈〉\n]{1,100}〉"

_ZONES = (
    ("identifier", regex.compile(_MARKUP)),
    ("identifier", regex.compile(_IDENTIFIER)),
    ("identifier", regex.compile(_CASE)),
    ("title", regex.compile(_TITLE)),
    ("quote", regex.compile(_QUOTE)),
)


@dataclass(frozen=True, slots=True)
class Zones:
    """Which zone a place lies in: identifier, title, quote; where two overlap the earlier named one holds."""

    starts: dict[str, list[int]]
    ends: dict[str, list[int]]

    def kind_at(self, place: int) -> str | None:
        """The kind of the zone that covers a view offset; None outside of all."""
        return next((kind for kind in self.starts if self.end_at(kind, place) is not None), None)

    def end_at(self, kind: str, place: int) -> int | None:
        """Where the zone of a kind that covers a place ends."""
        index = bisect_right(self.starts[kind], place) - 1
        if index < 0 or place >= self.ends[kind][index]:
            return None
        return self.ends[kind][index]

    def start_at(self, kind: str, place: int) -> int:
        """Where the zone of a kind that covers a place begins."""
        return self.starts[kind][bisect_right(self.starts[kind], place) - 1]


def find_zones(text: str) -> Zones:
    """The zones of a view."""
    found: dict[str, list[tuple[int, int]]] = {kind: [] for kind, _ in _ZONES}
    for kind, pattern in _ZONES:
        found[kind] += [m.span() for m in pattern.finditer(text)]
    ordered = {kind: sorted(spans) for kind, spans in found.items()}
    return Zones({k: [s for s, _ in v] for k, v in ordered.items()}, {k: [e for _, e in v] for k, v in ordered.items()})
