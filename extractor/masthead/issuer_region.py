"""Which division an issuer belongs to. Never by how often one is named: the page may speak of its own city all the time.

>>> text = "徐州市鼓楼区司法局关于2021年度法治政府建设情况的报告"
>>> clues = IssuerClues(text, Span(0, len(text)), text, Span(0, len(text)), 2021)
>>> find_division(Case(parse_agency("徐州市鼓楼区司法局"), clues, [])).code
'320302'
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import regex

from extractor.masthead.departments import parse_department
from extractor.masthead.issuer_agencies import KINDS, Agency, find_agencies, parse_agency, place_before, read_places
from extractor.masthead.issuer_clues import IssuerClues
from extractor.masthead.issuer_sources import Claim, find_pronoun, find_title_place
from extractor.masthead.issuer_zone import find_zone_host
from extractor.masthead.regions import Division, Divisions, load_regions
from extractor.spans import Span

_CREDIT_CODE = regex.compile(r"[0-9A-HJ-NPQRTUWXY]{2}(?P<region>\d{6})[0-9A-HJ-NPQRTUWXY]{9,10}(?![0-9A-Z])")
_BRANCH = regex.compile(r"(?<=[局会委厅])(?P<place>\p{Han}{2,12})(?:分|管理)局$")
_AUTHORITY = regex.compile(r"(?:中共)?(?P<place>\p{Han}{2,24}?)(?:委|人民政府|政府|人大|人民代表大会)")
_LEVEL = regex.compile(rf"(?<!\p{{Han}}|各)(?P<kind>[{KINDS}])(?:委|政府|人大)|[、,。;在](?P<after>[{KINDS}])(?:委|政府|人大)|全(?P<whole>[{KINDS}])")
_PLACE_END = regex.compile(f"[{KINDS}]")

# Of the divisions that a text names, the lower one is its own: the higher ones guide it.
_LOWEST_FIRST = "县区旗市州盟省"


@dataclass(frozen=True, slots=True)
class Case:
    """An authority whose division is wanted, and all that the text claims of its issuer."""

    own: Agency
    clues: IssuerClues
    claims: list[Claim]


def find_division(case: Case) -> Division | None:
    """The division of an authority: by its own name, else by what the text says elsewhere; None where that leaves a choice."""
    for find in _EVIDENCE:
        for divisions in find(case):
            if chosen := _choose(divisions, case):
                return _down_to_branch(chosen, case)
            if divisions and case.own.places:
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


def _in_own_name(case: Case) -> Iterator[Divisions]:
    own, year = case.own, case.clues.year
    yield find_zone_host(own, year)
    yield load_regions().named_in_chain(own.places, year)


def _in_other_claims(case: Case) -> Iterator[Divisions]:
    """The same department named with its place elsewhere, then any office named so; 市财政局 is not of a 县."""
    department = parse_department(case.own.office)
    agencies = [agency for claim in case.claims for agency in claim.agencies if agency.places and _fits(agency.places, case.own.relative)]
    chains = [agency.places for agency in agencies if parse_department(agency.office) == department]
    chains.append(find_title_place(case.clues))
    chains += (agency.places for claim in case.claims if claim.source != "cited" for agency in claim.agencies if agency in agencies)
    return _named(chains, case)


def _in_addressees(case: Case) -> Iterator[Divisions]:
    """The lowest party committee or government that is written to; to a government, it is the one above."""
    if case.own.office == "人民政府":
        return iter(())
    chains = map(_addressed_place, case.clues.addressees)
    return _lowest_first(_named((places for places in chains if places and _fits(places, case.own.relative)), case))


def _addressed_place(addressee: str) -> tuple[str, ...]:
    match = _AUTHORITY.match(addressee)
    if not match:
        return ()
    places, end = read_places(addressee, Span(*match.span("place")))
    return places if end == match.end("place") else ()


def _in_body(case: Case) -> Iterator[Divisions]:
    """An office of the same field, then the lowest of governments and cited papers, any place; all of the issuer's own kind."""
    clues, department = case.clues, parse_department(case.own.office)
    kind = find_kind(case.own, clues)
    agencies = [agency for agency in find_agencies(clues.text, clues.body) if agency.places and _fits(agency.places, kind)]
    named = [(places, start) for places, start in _places_in_body(clues) if _fits(places, kind)]
    cited = [places for places, start in named if clues.text[start - 1 : start] == "《"]
    governments = [agency.places for agency in agencies if agency.office.endswith("政府")]
    same = (agency.places for agency in agencies if parse_department(agency.office) == department and agency.places not in cited)
    yield from _named(same, case)
    yield from _lowest_first(_named([*governments, *cited], case))
    yield from _named((places for places, _ in named if kind), case)


def _places_in_body(clues: IssuerClues) -> Iterator[tuple[tuple[str, ...], int]]:
    for match in _PLACE_END.finditer(clues.text, *clues.body):
        places, start = place_before(clues.text, match.end(), clues.body.start)
        if places and len(places[0]) > 2:
            yield places, start


def _on_site(case: Case) -> Iterator[Divisions]:
    """The place that the site is of, where the issuer says that it is of such a one: a 县水利局 on the site of a 县."""
    kind = find_kind(case.own, case.clues)
    if case.clues.site and kind:
        places, _ = read_places(case.clues.text, case.clues.site[1])
        yield from _named((places,) if places and _fits(places, kind) else (), case)


# The site last: it may be that of another authority.
_EVIDENCE: tuple[Callable[[Case], Iterator[Divisions]], ...] = (_in_own_name, _in_other_claims, _in_addressees, _in_body, _on_site)


def _named(chains: Iterable[tuple[str, ...]], case: Case) -> Iterator[Divisions]:
    return (load_regions().named_in_chain(places, case.clues.year) for places in chains)


def _lowest_first(found: Iterable[Divisions]) -> Iterator[Divisions]:
    """Of places of which one guides the other, the guided one first; the order of the text otherwise."""
    levels = ("county", "city", "province")
    return iter(sorted(found, key=lambda divisions: min((levels.index(division.level) for division in divisions), default=len(levels))))


def _fits(places: tuple[str, ...], kind: str | None) -> bool:
    """Whether a place is a 市, a 县 or a 区; the 区 of an autonomous 区 is another one."""
    return not kind or any(_kind_of(division.name) == kind for division in load_regions().named(places[-1]))


def _kind_of(name: str) -> str:
    return "自治区" if name.endswith("自治区") else name[-1]


def _choose(divisions: Divisions, case: Case) -> Division | None:
    """The one of several divisions of a name that the context speaks for: the surest context first."""
    if len(divisions) < 2:
        return next(iter(divisions), None)
    for above in _named(_context(case), case):
        within = [division for division in divisions if any(high.contains(division) and high != division for high in above)]
        if len(within) == 1:
            return within[0]
    page = Span(0, len(case.clues.text))
    return _by_index_number(divisions, case.clues) or _by_parent(divisions, case.clues, case.clues.body) or _by_parent(divisions, case.clues, page)


def _context(case: Case) -> Iterator[tuple[str, ...]]:
    yield from (agency.places for claim in case.claims for agency in claim.agencies)
    yield find_title_place(case.clues)
    yield from (agency.places for addressee in case.clues.addressees if (agency := parse_agency(addressee)))


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


def _down_to_branch(division: Division, case: Case) -> Division:
    """The county of 台州市生态环境局玉环分局; a branch for an area without a code stays with its city."""
    match = _BRANCH.search(case.own.office)
    lower = load_regions().named(match["place"], case.clues.year) if match else ()
    return next((low for low in lower if division.contains(low)), division)
