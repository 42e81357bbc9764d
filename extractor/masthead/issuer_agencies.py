"""Names of authorities, taken apart: 国家税务总局 | 桃江县 | 税务局.

>>> parse_agency("国家税务总局桃江县税务局")
Agency(span=Span(start=0, end=12), head='国家税务总局', places=('桃江县',), relative='', zone='', office='税务局')
>>> parse_agency("玉环卫健局").places, parse_agency("市市场监管局").relative, parse_agency("市场监管局").relative
(('玉环',), '市', '')
"""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from extractor.masthead.departments import is_core, is_known
from extractor.masthead.regions import load_regions
from extractor.spans import Span

LONGEST_PLACE, LONGEST_CORE = 15, 16
LONGEST_LINE = 120  # code points: what is longer is no line of names
LONGEST_CHAIN = 4  # a province, a city, a county and one written twice
KINDS = "省市县区州旗盟"

_HEAD = regex.compile(
    r"中共|中国共产党|新疆生产建设兵团(?:第\p{Han}{1,3}师)?|中华人民共和国|国家税务总局|国家统计局|国家外汇管理局|中国人民银行|国家矿山安全监察局|国家能源局"
    r"|国家金融监督管理总局|中国银行保险监督管理委员会|中国银保监会|中国证券监督管理委员会|中国证监会"
)
_RELATIVE = regex.compile(rf"(?:我|本)?(?:自治)?[{KINDS}]")
_ZONE = regex.compile(
    r"[\p{Han}()]{0,18}?(?:开发区|高新区|经开区|保税区|度假区|风景名胜区|风景区|管理区|示范区|合作区|试验区|实验区|产业园区?|工业园区?|自贸区|科技城|新区|新城)(?=\p{Han})"
)
_OFFICE_END = regex.compile(r"委员会|委(?!员)|局(?!部|面|限|长)|厅|办公室|办(?!理|法|公|事)|总局|部(?!门|署|分)|署|总队|支队|大队|政府(?!办)")
_OFFICE = regex.compile(r"\p{Han}*(?:[局委厅办署部处队馆站院所会校行社组厂]|政府|中心|办公室|海关|集团|公司)")
_PRONOUN = regex.compile(r"[我本该]\p{Han}{1,2}")
_BETWEEN = regex.compile(r"[、,;/\s]+")
_BRACKETED = regex.compile(r"\([^()]*\)$")
_LEADS = frozenset("在由经向和与对报是为")
# Stems that are words of everyday language too: 平安建设办公室 is no office of 平安.
_ORDINARY = frozenset({"平安", "资源", "惠民", "和平", "通道", "富民", "新华", "东方"})
_VAGUE = frozenset({"城区", "郊区", "矿区", "市中区"})


@dataclass(frozen=True, slots=True)
class Agency:
    """A name as written: ``relative`` is 市 in 市财政局, ``zone`` an area that has no code, ``office`` the rest of the name."""

    span: Span
    head: str
    places: tuple[str, ...]
    relative: str
    zone: str
    office: str


def parse_agency(text: str, span: Span | None = None) -> Agency | None:
    """The authority that a span of a text is the name of; None where it is none.

    >>> parse_agency("内丘县县人民政府").office, parse_agency("关于印发的通知")
    ('人民政府', None)
    """
    start, end = span or Span(0, len(text))
    end -= len(bracketed.group()) if (bracketed := _BRACKETED.search(text[start:end])) else 0
    head = match.group() if (match := _HEAD.match(text, start, end)) and match.end() < end else ""
    places, place = _read_places(text, start + len(head), end, bool(head))
    relative = "" if places or head else _relative_at(text, place, end)
    place += len(relative)
    zone = match.group() if (match := _ZONE.match(text, place, end)) and not is_known(text[place:end]) else ""
    office = text[place + len(zone) : end]
    if not _OFFICE.fullmatch(office) or _PRONOUN.fullmatch(office):
        return None
    return Agency(Span(start, end), head, places, relative.lstrip("我本"), zone, office)


def parse_agencies(text: str, span: Span) -> tuple[Agency, ...]:
    """The authorities that a line names, with marks between them or none; () where any of it is something else.

    >>> [agency.office for agency in parse_agencies("玉环市司法局、市财政局", Span(0, 11))]
    ['司法局', '财政局']
    >>> [agency.places for agency in parse_agencies("中共内丘县委内丘县人民政府", Span(0, 13))]
    [('内丘县',), ('内丘县',)]
    """
    if span.end - span.start > LONGEST_LINE:
        return ()
    parts = [part for line in _pieces(text, span) for part in _joined_parts(text, line)]
    agencies = [parse_agency(text, part) for part in parts]
    return tuple(agency for agency in agencies if agency) if all(agencies) else ()


def read_places(text: str, span: Span) -> tuple[tuple[str, ...], int]:
    """The places that a span begins with, from above to below, and where they end.

    >>> read_places("重庆市开州区", Span(0, 6)), read_places("内丘县金店镇", Span(0, 6))
    ((('重庆市', '开州区'), 6), (('内丘县',), 3))
    """
    return _read_places(text, span.start, span.end, False)


def find_agencies(text: str, span: Span) -> list[Agency]:
    """The offices of well-known departments, and the governments, that a span names, with the places before them.

    >>> [(agency.places, agency.office) for agency in find_agencies("会同台州市玉环市卫健局和司法局", Span(0, 15))]
    [(('台州市', '玉环市'), '卫健局'), ((), '司法局')]
    """
    found: list[Agency] = []
    for match in _OFFICE_END.finditer(text, span.start, span.end):
        start = _office_start(text, Span(match.start(), match.end()), span.start)
        if start is not None:
            found.append(_agency_ending(text, Span(start, match.end()), span.start))
    heads = {agency.span.start for agency in found if agency.head}
    return [agency for agency in found if agency.head or agency.span.start not in heads]


def find_fields(text: str, span: Span) -> Iterator[Agency]:
    """Departments named by their field only, as in 北碚区卫生健康系统; their office is the core alone.

    >>> [(agency.places, agency.office) for agency in find_fields("北碚区卫生健康系统", Span(0, 9))]
    [(('北碚区',), '卫生健康')]
    """
    for match in regex.finditer("系统", text[: span.end], pos=span.start):
        start = _core_start(text, Span(*match.span()), span.start)
        if start is not None:
            yield _agency_ending(text, Span(start, match.start()), span.start)


def place_before(text: str, end: int, floor: int = 0) -> tuple[tuple[str, ...], int]:
    """The chain of official names of places that ends at an offset, and where it begins.

    >>> place_before("报四川省乐山市市中区", 10)
    (('四川省', '乐山市', '市中区'), 1)
    """
    places: list[str] = []
    names = load_regions().names
    while len(places) < LONGEST_CHAIN and (
        name := next((text[end - length : end] for length in _lengths(end - floor) if text[end - length : end] in names), None)
    ):
        places.insert(0, name)
        end -= len(name)
    return tuple(places), end


def _lengths(room: int) -> range:
    return range(min(LONGEST_PLACE, room), 1, -1)


def _read_places(text: str, start: int, end: int, is_outpost: bool) -> tuple[tuple[str, ...], int]:
    places: list[str] = []
    while len(places) < LONGEST_CHAIN and (name := _place_at(text, start, end, is_outpost)):
        places.append(name)
        start += len(name)
        if text[start : start + 1] == name[-1] and is_known(text[start + 1 : end]) and not is_known(text[start:end]):
            start += 1  # 内丘县县人民政府
    return tuple(places), start


def _place_at(text: str, start: int, end: int, is_outpost: bool) -> str | None:
    table = load_regions()
    lengths = _lengths(end - start)
    official = next((text[start : start + length] for length in lengths if text[start : start + length] in table.names), None)
    if official:
        return official
    if is_known(text[start:end]):
        return None  # 公安局 is no office of 公安县
    stems = (stem for length in lengths if (stem := text[start : start + length]) in table.stems and stem not in _ORDINARY)
    return next((stem for stem in stems if _may_follow_stem(text, start + len(stem), end, is_outpost)), None)


def _may_follow_stem(text: str, start: int, end: int, is_outpost: bool) -> bool:
    rest = text[start:end]
    if rest == "街道办事处":
        return False
    if is_known(rest) or is_outpost and _OFFICE.fullmatch(rest) is not None:
        return True
    return any(text[start : start + length] in load_regions().names for length in _lengths(end - start))


def _relative_at(text: str, start: int, end: int) -> str:
    match = _RELATIVE.match(text, start, end)
    return match.group() if match and not is_known(text[start:end]) and end - match.end() > 1 else ""


def _pieces(text: str, span: Span) -> Iterator[Span]:
    place = span.start
    for match in _BETWEEN.finditer(text, span.start, span.end):
        if place < match.start():
            yield Span(place, match.start())
        place = match.end()
    if place < span.end:
        yield Span(place, span.end)


def _joined_parts(text: str, span: Span) -> Iterator[Span]:
    """A run of names cut before every place or 和 that follows a whole name."""
    place = span.start
    for match in regex.finditer(r"(?<=[局委厅会府室])[和与]?", text[: span.end], pos=span.start + 2):
        agency = parse_agency(text, Span(match.end(), span.end))
        left = parse_agency(text, Span(place, match.start()))
        if agency and left and _is_whole(left) and (agency.places or match.group() and is_known(agency.office)) and agency.office != "分局":
            yield Span(place, match.start())
            place = match.end()
    yield Span(place, span.end)


def _is_whole(agency: Agency) -> bool:
    return bool(agency.places or agency.relative) and is_known(agency.office)


def _core_start(text: str, suffix: Span, floor: int) -> int | None:
    """Where the name of a department begins that a last word follows; 系统 follows all that 局 does."""
    word = text[suffix.slice] if text[suffix.slice] != "系统" else "局"
    lengths = range(min(LONGEST_CORE, suffix.start - floor), 0, -1)
    return next((suffix.start - length for length in lengths if is_core(text[suffix.start - length : suffix.start], word)), None)


def _office_start(text: str, suffix: Span, floor: int) -> int | None:
    """Where the name of an office begins whose last word is given; None where it is of no department."""
    if text[suffix.slice] == "政府":
        return suffix.start - 2 if text.endswith("人民", floor, suffix.start) else suffix.start
    return _core_start(text, suffix, floor)


def _agency_ending(text: str, office: Span, floor: int) -> Agency:
    places, start = _places_of_office(text, office.start, floor)
    relative = text[office.start - 1] if not places and office.start > floor and text[office.start - 1] in KINDS else ""
    head = next((match.group() for match in _HEAD.finditer(text, max(floor, start - 16), start) if match.end() == start and places), "")
    return Agency(Span(start - len(head) - len(relative), office.end), head, places, relative, "", text[office.slice])


def _places_of_office(text: str, end: int, floor: int) -> tuple[tuple[str, ...], int]:
    places, start = place_before(text, end, floor)
    if not places and end - 2 >= floor and text[end - 1] == text[end - 2] and text[end - 1] in KINDS:
        places, start = place_before(text, end - 1, floor)
    if not places:
        places, start = _stem_before(text, end, floor)
    if places and places[0] in _VAGUE and start > floor and "一" <= text[start - 1] <= "龥":
        return (), end
    return (places, start) if places else ((), end)


def _stem_before(text: str, end: int, floor: int) -> tuple[tuple[str, ...], int]:
    stems = load_regions().stems
    for length in _lengths(end - floor):
        stem, start = text[end - length : end], end - length
        above, place = place_before(text, start, floor)
        alone = start == floor or not "一" <= text[start - 1] <= "龥" or text[start - 1] in _LEADS
        if stem in stems and stem not in _ORDINARY and (above or alone):
            return (*above, stem), place
    return (), end
