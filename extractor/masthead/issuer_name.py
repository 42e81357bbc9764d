"""The full official name of an authority, as the text has it or put together from its parts.

>>> from extractor.masthead.issuer_agencies import parse_agency
>>> clues = IssuerClues("区卫健委, 重庆市璧山区卫生健康委员会", Span(0, 22))
>>> find_name(clues, parse_agency("璧山区卫健委"), load_regions().coded("500120"))
('重庆市璧山区卫生健康委员会', Span(start=6, end=19))
"""

from extractor.masthead.departments import is_known, official_offices, parse_department
from extractor.masthead.issuer_agencies import Agency
from extractor.masthead.issuer_clues import IssuerClues
from extractor.masthead.issuer_zone import is_nameless_zone
from extractor.masthead.regions import Division, load_regions
from extractor.spans import Span


def find_name(clues: IssuerClues, agency: Agency, division: Division | None, *, in_passing: bool = False) -> tuple[str, Span | None]:
    """The fullest name of an agency that stands in the text, and where; else one that is put together, and None.

    A district of a municipality that is only named in passing, in running text, is not named in full without its city.
    """
    offices = official_offices(agency.office)
    for chain in _chains(agency, division, clues.year):
        if in_passing and not _is_full_chain(chain, agency, division, clues.year):
            continue
        for office in offices:
            name = agency.head + chain + agency.zone + office
            if span := _find(clues, name, agency.span):
                return name, span
    return agency.head + _assembled_chain(clues, agency, division) + agency.zone + offices[0], None


def is_whole_name(agency: Agency) -> bool:
    """Whether a name needs no place in front of it: it has one, or is none of the usual offices of a place.

    >>> from extractor.masthead.issuer_agencies import parse_agency
    >>> is_whole_name(parse_agency("财政局")), is_whole_name(parse_agency("金店镇人民政府")), is_whole_name(parse_agency("司法部"))
    (False, False, True)
    """
    if agency.places or agency.zone:
        return not is_nameless_zone(agency.zone) or bool(agency.places)
    is_town = (parse_department(agency.office) or "").endswith(("人民政府", "街道办事处"))
    return not (agency.relative or is_town or is_known(agency.office)) or agency.office.endswith(("部", "署", "总局"))


def _chains(agency: Agency, division: Division | None, year: int | None) -> list[str]:
    """The places that may stand before an office, the fullest chain first."""
    written = "".join(agency.places)
    if division is None:
        return [written]
    own = _own_division(agency, division, year)
    chains = {written, own.name} - {""}
    if own.name.endswith("区") or own.is_of_municipality:
        chains |= {parent.name + chain for parent in load_regions().parents(own, year)[-1:] for chain in chains if not chain.startswith(parent.name)}
    if is_whole_name(agency):
        chains.add(written)
    return sorted(chains, key=len, reverse=True)


def _is_full_chain(chain: str, agency: Agency, division: Division | None, year: int | None) -> bool:
    own = _own_division(agency, division, year) if division else None
    return own is None or not own.is_of_municipality or chain.startswith(load_regions().parents(own, year)[0].name)


def _own_division(agency: Agency, division: Division, year: int | None) -> Division:
    """The division whose name stands before the office: that of the city for the branch that it has in a county."""
    if not agency.places:
        return division
    named = load_regions().named_in_chain(agency.places, year)
    return next((place for place in named if place.contains(division)), division)


def _assembled_chain(clues: IssuerClues, agency: Agency, division: Division | None) -> str:
    """The places to be put before an office: a municipality before its districts, a city where the text puts it there."""
    written = "".join(agency.places)
    if division is None or is_whole_name(agency) and not written or agency.zone and written:
        return written
    own = _own_division(agency, division, clues.year)
    parents = load_regions().parents(own, clues.year)
    chain = parents[-1].name + own.name if parents else own.name
    if not own.is_of_municipality and chain not in clues.text[clues.body.slice]:
        chain = own.name
    return written if written.endswith(chain) else chain


def _find(clues: IssuerClues, name: str, near: Span) -> Span | None:
    """Where a name stands: at the place it was taken from, else in the report, else on the page around it."""
    for start, end in (near, clues.body, Span(0, len(clues.text))):
        place = clues.text.find(name, start, end)
        if place >= 0:
            return Span(place, place + len(name))
    return None
