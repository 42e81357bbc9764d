"""Amounts written in Chinese numerals: 叁万元, 两起, 二十余场, 百分之九十五.

Most Chinese numerals in a report are no amounts (三重一大, 第一责任人, 一件事一次办, 四个意识), so only those are taken that a unit
of cases, people, events, papers or money follows, and that stand outside quotes and titles.

>>> [(q.value, q.unit) for q in find_worded_quantities("查处案件两起,罚款叁万元,“一件事”改革,二次供水。")]
[(Decimal('2'), '起'), (Decimal('30000'), '元')]
"""

from collections.abc import Iterator
from decimal import Decimal

import regex

from extractor.numbers.quantities import Quantity
from extractor.spans import Span

_DIGITS = {c: i for i, row in enumerate(("零〇", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")) for c in row}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
_NUMERAL = "[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+"

# 个 项 大 级 方面 are left out: what they count in words is the makeup of a programme (三项制度, 四个意识), never a result.
_UNIT = (
    r"人次|场次|件次|户次|家次|万元|亿元|元|件(?!大?事|套)|宗|起(?!来|点|草|到|步|诉|因|止)|例(?![如外行会])|场(?!所|景|地|合|面|馆)|次(?!供水|分诊|分配|会议|全会|性|生|产业|办)|名(?![录单称])|人(?![民员大口力均才工事性])|"
    r"家(?![庭长属])|户(?![籍外口])|份(?!额)|册|条(?!例|件|块|线|款)|期(?!间|限|末|初|工程|项目|建设)|处(?![理罚置分室于长级])|台(?!账|阶)|辆|批(?!准|复|示|次)|轮|篇|部(?![门署分队委])|座|所(?![有以长在属])|卷|艘|课时|学时|小时|个工作日|个月"
)
_IN_WORDS = regex.compile(
    rf"(?P<percent>百分之)(?P<rate>{_NUMERAL}(?:点{_NUMERAL})?)|"
    rf"(?<![第数几每逐\d余多{_NUMERAL[1:-2]}点成之])(?P<number>{_NUMERAL})(?P<over>余|多)?(?P<unit>{_UNIT})"
)
_QUOTED = regex.compile(r"“[^“”\n]{1,60}”|《[^《》\n]{1,120}》|〈[^〈〉\n]{1,80}〉")
# A bare 万 is the unit of a table header; it is an amount only where it is said to be about one (近千人).
_ROUND, _ABOUT = ("百", "千", "万", "亿"), ("近", "约", "上", "超", "逾", "过", "达")
_DENIED = regex.compile(r"(?:没有|未|无|不(?!少于|低于|超过|多于|高于|足))[^,。;:、]{0,4}$")
# One of a thing is an amount only where it is told as a result.
_TOLD = regex.compile(r"(?:发生|查处|办理|受理|收到|立案|处罚|召开|举办|开展|共|仅|只有|吊销|移送|制定|出台|修改|废止|维持|撤销|驳回)[^,。;:、]{0,12}$")
_BEFORE = (
    ("about", "约"),
    ("nearly", "近"),
    ("over", "超"),
    ("over", "超过"),
    ("over", "逾"),
    ("at_least", "不少于"),
    ("at_least", "至少"),
    ("at_most", "不超过"),
    ("at_least", "不低于"),
)
_AFTER = (("at_least", "以上"), ("at_most", "以内"), ("at_most", "以下"), ("about", "左右"))


def find_worded_quantities(text: str) -> Iterator[Quantity]:
    """The amounts in Chinese numerals of a view, in order."""
    closed = [Span(*m.span()) for m in _QUOTED.finditer(text)]
    at = 0
    for found in _IN_WORDS.finditer(text):
        while at < len(closed) and closed[at].end <= found.start():
            at += 1
        if at < len(closed) and closed[at].start < found.start():
            continue
        quantity = _quantity(text, found)
        if quantity:
            yield quantity


def parse_numeral(written: str) -> int | None:
    """The number that Chinese numerals name; None where they name none.

    >>> parse_numeral("一千零五十"), parse_numeral("三万二千"), parse_numeral("二〇二二"), parse_numeral("十十")
    (1050, 32000, 2022, None)
    """
    if len(written) > 1 and all(c in _DIGITS for c in written):
        return int("".join(str(_DIGITS[c]) for c in written)) if "两" not in written else None
    if any(c not in _DIGITS and c not in _TENS and c not in _MYRIADS for c in written):
        return None
    total = myriads = section = digit = 0
    smallest = 10**5
    for character in written:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _TENS:
            if _TENS[character] >= smallest:
                return None
            smallest = _TENS[character]
            section, digit = section + (digit or 1) * smallest, 0
        elif character == "亿":
            total, myriads, section, digit, smallest = (total + myriads + section + digit) * _MYRIADS["亿"], 0, 0, 0, 10**5
        else:
            myriads, section, digit, smallest = (myriads + section + digit) * _MYRIADS["万"], 0, 0, 10**5
    return total + myriads + section + digit or None


def _quantity(text: str, found: regex.Match[str]) -> Quantity | None:
    name = "rate" if found["percent"] else "number"
    value, before = _decimal(found[name]), text[max(0, found.start() - 16) : found.start()]
    if found[name] in _ROUND and not before.endswith(_ABOUT):
        return None
    if value is None or value == 1 and not _TOLD.search(before) or _DENIED.search(before):
        return None
    unit, times = ("%", 1) if found["percent"] else _unit(found["unit"])
    return Quantity(Span(*found.span()), Span(*found.span(name)), value * times, None, unit, _qualifier(text, found), in_words=True)


def _decimal(written: str) -> Decimal | None:
    whole, _, part = written.partition("点")
    if written in _ROUND:
        return Decimal(_MYRIADS.get(written) or _TENS[written])
    value = parse_numeral(whole)
    if value is None or not part:
        return None if value is None else Decimal(value)
    return Decimal(f"{value}.{''.join(str(_DIGITS[c]) for c in part if c in _DIGITS)}")


def _unit(written: str) -> tuple[str, int]:
    if written in ("万元", "亿元"):
        return "元", _MYRIADS[written[0]]
    return written.removeprefix("个") if written == "个工作日" else written, 1


def _qualifier(text: str, found: regex.Match[str]) -> str:
    if found["over"]:
        return "over"
    before, behind = text[max(0, found.start() - 3) : found.start()], text[found.end() : found.end() + 2]
    names = [name for name, word in _AFTER if behind == word] + [name for name, word in _BEFORE if before.endswith(word)]
    return names[-1] if names else "exact"
