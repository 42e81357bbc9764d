"""Which division an issuer belongs to. Never by how often one is named: the page may speak of its own city all the time.

>>> text = "徐州市鼓楼区司法局关于2021年度法治政府建设情况的报告"
>>> clues = IssuerClues(text, Span(0, len(text)), text, Span(0, len(text)), 2021)
>>> find_division(find_claims(clues)[0].agencies[0], clues, find_claims(clues)).code
'320302'
"""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import regex

from extractor.masthead.departments import parse_department
from extractor.masthead.issuer_agencies import KINDS, Agency, find_agencies, parse_agency, place_before, read_places
from extractor.masthead.issuer_clues import IssuerClues
from extractor.masthead.issuer_sources import Claim, find_claims, find_pronoun, find_title_place
from extractor.masthead.regions import Division, Divisions, load_regions
from extractor.spans import Span

_ZONES = Path(__file__).parents[1] / "data" / "zones.tsv"
_CREDIT_CODE = regex.compile(r"[0-9A-HJ-NPQRTUWXY]{2}(?P<region>\d{6})[0-9A-HJ-NPQRTUWXY]{9,10}(?![0-9A-Z])")
_BRANCH = regex.compile(r"(?<=[局会委厅])(?P<place>\p{Han}{2,12})分局$")
_AUTHORITY = regex.compile(r"(?:中共)?(?P<place>\p{Han}{2,24}?)(?:委|人民政府|政府|人大|人民代表大会)")
_LEVEL = regex.compile(rf"(?<!\p{{Han}}|各)(?P<kind>[{KINDS}])(?:委|政府|人大)|[、,。;在](?P<after>[{KINDS}])(?:委|政府|人大)|全(?P<whole>[{KINDS}])")
_PLACE_END = regex.compile(f"[{KINDS}]")
_PAPER = regex.compile(r"《")

# Of the divisions that a text names, the lower one is its own: the higher ones guide it.
_LOWEST_FIRST = "县区旗市州盟省"


def find_division(own: Agency, clues: IssuerClues, claims: list[Claim]) -> Division | None:
    """The division of an authority: by its own name, else by what the text says elsewhere; None where that leaves a choice."""
    for find in _EVIDENCE:
        for places in find(own, clues, claims):
            divisions = _named(places, clues.year)
            chosen = _choose(divisions, clues, claims)
            if chosen:
                return _down_to_branch(chosen, own, clues.year)
            if divisions and own.places:
                return None
    return None


def find_kind(own: Agency, clues: IssuerClues) -> str | None:
    """Whether the issuer is one of a 市, a 县 or a 区, by its own name or by whom it speaks of as its leaders.

    >>> find_kind(parse_agency("市财政局"), IssuerClues("", Span(0, 0)))
    '市'
    """
    if own.relative:
        return own.relative
    pronoun = find_pronoun(clues)
    if pronoun and pronoun in KINDS:
        return pronoun
    kinds = {match["kind"] or match["after"] or match["whole"] for match in _LEVEL.finditer(clues.text, *clues.body)}
    return next((kind for kind in _LOWEST_FIRST if kind in kinds), None)


def _in_own_name(own: Agency, clues: IssuerClues, claims: list[Claim]) -> Iterator[tuple[str, ...]]:
    host = _zone_host("".join((*own.places[-1:], own.zone)) if own.zone else "".join(own.places[-1:]), clues.year)
    if host:
        yield (host,)
    if own.places:
        yield own.places
    elif own.zone:
        yield from _stem_of_zone(own.zone)


def _in_other_claims(own: Agency, clues: IssuerClues, claims: list[Claim]) -> Iterator[tuple[str, ...]]:
    """The same department named with its place elsewhere, then any office named so; 市财政局 is not of a 县."""
    department = parse_department(own.office)
    agencies = [agency for claim in claims for agency in claim.agencies if agency.places and _fits(agency.places, own.relative)]
    yield from (agency.places for agency in agencies if parse_department(agency.office) == department)
    yield from (places for places in [find_title_place(clues)] if places)
    yield from (agency.places for claim in claims if claim.source != "cited" for agency in claim.agencies if agency in agencies)


def _in_addressees(own: Agency, clues: IssuerClues, claims: list[Claim]) -> Iterator[tuple[str, ...]]:
    """The lowest party committee or government that is written to; one's own department elsewhere is the one above."""
    found = [places for addressee in clues.addressees if (places := _addressed_place(addressee)) and _fits(places, own.relative)]
    yield from sorted(found, key=lambda places: _LOWEST_FIRST.find(places[-1][-1]) // 3)


def _addressed_place(addressee: str) -> tuple[str, ...]:
    match = _AUTHORITY.match(addressee)
    return read_places(addressee, Span(*match.span("place"))) if match else ()


def _in_body(own: Agency, clues: IssuerClues, claims: list[Claim]) -> Iterator[tuple[str, ...]]:
    """An office of the same field, then a party committee or government, a cited paper, any place; all of the issuer's own kind."""
    kind, department = find_kind(own, clues), parse_department(own.office)
    agencies = [agency for agency in find_agencies(clues.text, clues.body) if agency.places and _fits(agency.places, kind)]
    yield from (agency.places for agency in agencies if parse_department(agency.office) == department)
    yield from (agency.places for agency in agencies if agency.office in ("人民政府", "政府"))
    yield from (places for places in _places_of_papers(clues) if _fits(places, kind))
    yield from (places for places, _ in _places_in_body(clues) if kind and _fits(places, kind))


def _places_of_papers(clues: IssuerClues) -> Iterator[tuple[str, ...]]:
    starts = {match.end() for match in _PAPER.finditer(clues.text, *clues.body)}
    return (places for places, start in _places_in_body(clues) if start in starts)


def _places_in_body(clues: IssuerClues) -> Iterator[tuple[tuple[str, ...], int]]:
    for match in _PLACE_END.finditer(clues.text, *clues.body):
        places, start = place_before(clues.text, match.end(), clues.body.start)
        if places and len(places[0]) > 2:
            yield places, start


_EVIDENCE: tuple[Callable[[Agency, IssuerClues, list[Claim]], Iterator[tuple[str, ...]]], ...] = (
    _in_own_name,
    _in_other_claims,
    _in_addressees,
    _in_body,
)


def _fits(places: tuple[str, ...], kind: str | None) -> bool:
    return not kind or places[-1].endswith(kind) or any(division.name.endswith(kind) for division in load_regions().named(places[-1]))


def _named(places: tuple[str, ...], year: int | None) -> Divisions:
    if len(places) == 1 and places[0].isdigit():
        division = load_regions().coded(places[0], year)
        return (division,) if division else ()
    return load_regions().named_in_chain(places, year)


def _choose(divisions: Divisions, clues: IssuerClues, claims: list[Claim]) -> Division | None:
    """The one of several divisions of a name that the context speaks for: the surest context first."""
    if len(divisions) < 2:
        return next(iter(divisions), None)
    for places in _context(clues, claims):
        above = _named(places, clues.year)
        within = [division for division in divisions if any(high.contains(division) and high != division for high in above)]
        if len(within) == 1:
            return within[0]
    return _by_index_number(divisions, clues) or _by_parent(divisions, clues, clues.body) or _by_parent(divisions, clues, Span(0, len(clues.text)))


def _context(clues: IssuerClues, claims: list[Claim]) -> Iterator[tuple[str, ...]]:
    yield from (agency.places for claim in claims for agency in claim.agencies if agency.places)
    yield from (places for places in [find_title_place(clues)] if places)
    yield from (places for addressee in clues.addressees if (agency := parse_agency(addressee)) and (places := agency.places))


def _by_index_number(divisions: Divisions, clues: IssuerClues) -> Division | None:
    match = _CREDIT_CODE.match(clues.index_number or "")
    within = [division for division in divisions if match and match["region"].startswith((division.code, division.code[:4] + "00"))]
    return within[0] if len(within) == 1 else None


def _by_parent(divisions: Divisions, clues: IssuerClues, span: Span) -> Division | None:
    """The only one whose city is named in a span, else the only one whose province is."""
    text, table = clues.text[span.slice], load_regions()
    for level in (-1, 0):
        named = [division for division in divisions if (above := table.parents(division, clues.year)) and above[level].name in text]
        if len(named) == 1:
            return named[0]
    return None


def _down_to_branch(division: Division, own: Agency, year: int | None) -> Division:
    """The county of 台州市生态环境局玉环分局; a branch for an area without a code stays with its city."""
    match = _BRANCH.search(own.office)
    lower = load_regions().named(match["place"], year) if match else ()
    return next((low for low in lower if division.contains(low)), division)


@cache
def load_zones() -> dict[str, str]:
    """The code of the division around each area that has none of its own.

    >>> load_zones()["兰州新区"]
    '620100'
    """
    lines = _ZONES.read_text(encoding="utf-8").splitlines()[1:]
    return {zone: host for zone, host, _ in (line.split("\t") for line in lines)}


def _zone_host(name: str, year: int | None) -> str | None:
    """The code around an area; None once the area is a division itself."""
    own = load_regions().names.get(name)
    if own and all(division.years_from(year) <= 1 for division in load_regions().named(name, year)):
        return None
    return next((host for zone, host in load_zones().items() if name.endswith(zone)), None)


def _stem_of_zone(zone: str) -> Iterator[tuple[str, ...]]:
    table = load_regions()
    starts = (zone[:length] for length in range(len(zone), 1, -1))
    yield from ((start,) for start in starts if start in table.stems or start in table.names)
