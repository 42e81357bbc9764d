"""Who reports: the full official name, its department and its region.

>>> text = "区政府:\\n北碚区卫生健康委2022年依法履职,北碚区没有重大案件。"
>>> issuer = find_issuer(IssuerClues(text, Span(0, len(text)), year=2022, addressees=("区政府",)))
>>> issuer.name, issuer.stated, issuer.department, issuer.region.path
('重庆市北碚区卫生健康委员会', False, '卫生健康', ('重庆市', '北碚区'))
"""

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.masthead.departments import official_offices, parse_department
from extractor.masthead.issuer_agencies import Agency
from extractor.masthead.issuer_clues import IssuerClues as IssuerClues
from extractor.masthead.issuer_region import find_division, find_kind
from extractor.masthead.issuer_sources import find_claims, find_pronoun, find_title_place
from extractor.masthead.issuer_town import find_town
from extractor.masthead.regions import Division, Region, load_regions
from extractor.spans import Span

NATIONAL = ("国家", "中国", "中华人民共和国", "国务院", "最高人民")
NATIONAL_ENDINGS = ("部", "署", "总局")
TOWNS = ("镇", "乡", "街道", "苏木")


@dataclass(frozen=True, slots=True)
class Issuer:
    """An authority that reports.

    ``stated`` tells whether the name stands in the text as it is, ``span`` where it does, or else where the best evidence for it
    stands. Where several report jointly, ``name`` has all of them and the rest is said of the first. A second name in brackets is
    left out. ``region`` is None for authorities of the whole country, and where the text leaves a choice.
    """

    name: str
    stated: bool
    department: str | None
    region: Region | None
    span: Span | None


def find_issuer(clues: IssuerClues) -> Issuer | None:
    """The authority that a report is of; None where it cannot be told."""
    claims = find_claims(clues)
    agencies = claims[0].agencies if claims else _implied(clues)
    if not agencies:
        return None
    first = next((agency for agency in agencies if agency.head != "中共"), agencies[0])
    if _is_national(first):
        return _issuer(clues, agencies, first, None)
    division = find_division(first, clues, claims)
    if division is None and not first.places:
        return None
    return _issuer(clues, agencies, first, division)


def _implied(clues: IssuerClues) -> tuple[Agency, ...]:
    """The government of a town or of an area, where a report speaks of 我镇 or 我县 and names no authority."""
    pronoun = find_pronoun(clues)
    if pronoun in TOWNS:
        town = find_town(clues.text, clues.body, pronoun)
        return (Agency(town, "", (), "", "", clues.text[town.slice] + ("办事处" if pronoun == "街道" else "人民政府")),) if town else ()
    place = find_title_place(clues)
    span = clues.title_span or Span(clues.body.start, clues.body.start)
    if place and not (pronoun and len(pronoun) == 1 and pronoun in "局委厅办"):
        return (Agency(span, "", place, "", "", "人民政府"),)
    nameless = Agency(span, "", (), "", "", "人民政府")
    return (nameless,) if pronoun and pronoun == find_kind(nameless, clues) else ()


def _is_national(agency: Agency) -> bool:
    if agency.places or agency.relative or agency.zone:
        return False
    return agency.office.startswith(NATIONAL) or agency.office.endswith(NATIONAL_ENDINGS)


def _issuer(clues: IssuerClues, agencies: tuple[Agency, ...], first: Agency, division: Division | None) -> Issuer:
    name, span = _joint_name(clues, agencies, division)
    region = load_regions().region(division, clues.year) if division else None
    return Issuer(name, span is not None, parse_department(first.office), region, span or first.span)


def _joint_name(clues: IssuerClues, agencies: tuple[Agency, ...], division: Division | None) -> tuple[str, Span | None]:
    names = [_name(clues, agency, division) for agency in agencies]
    if len(names) == 1:
        return names[0]
    written = clues.text[agencies[0].span.start : agencies[-1].span.end]
    if all(name in written for name, _ in names) and "\n" not in written:
        return written, Span(agencies[0].span.start, agencies[-1].span.end)
    return "、".join(name for name, _ in names), None


def _name(clues: IssuerClues, agency: Agency, division: Division | None) -> tuple[str, Span | None]:
    """The fullest name of an agency that stands in the text, and where; else one that is put together."""
    forms = [chain + agency.zone + office for chain in _chains(agency, division, clues.year) for office in official_offices(agency.office)]
    for form in forms:
        if span := _find(clues, agency.head + form, agency.span):
            return agency.head + form, span
    return agency.head + _assembled(clues, agency, division), None


def _chains(agency: Agency, division: Division | None, year: int | None) -> Iterator[str]:
    """The places that may stand before an office, the fullest chain first."""
    written = "".join(agency.places)
    if division is None or agency.zone:
        yield written
        return
    own = _own_division(agency, division, year)
    above = [parent.name for parent in load_regions().parents(own, year)][-1:]
    if own.name.endswith("区") or own.is_of_municipality:
        yield from (parent + own.name for parent in above)
        yield from (parent + written for parent in above if written and not written.startswith(parent))
    if written:
        yield written
    yield own.name


def _own_division(agency: Agency, division: Division, year: int | None) -> Division:
    """The division whose name stands before the office: that of the city for the branch that it has in a county."""
    if not agency.places:
        return division
    named = load_regions().named_in_chain(agency.places, year)
    return next((place for place in named if place.contains(division)), division)


def _assembled(clues: IssuerClues, agency: Agency, division: Division | None) -> str:
    office = agency.zone + official_offices(agency.office)[0]
    if division is None or agency.zone:
        return "".join(agency.places) + office
    own = _own_division(agency, division, clues.year)
    parents = [parent.name for parent in load_regions().parents(own, clues.year)]
    chain = own.name
    if own.is_of_municipality or parents and parents[-1] + own.name in clues.text[clues.body.slice]:
        chain = parents[-1] + own.name
    written = "".join(agency.places)
    return (written if written.endswith(chain) else chain) + office


def _find(clues: IssuerClues, name: str, near: Span) -> Span | None:
    """Where a name stands: at the place it was taken from, else in the report, else on the page around it."""
    for start, end in (near, clues.body, (0, len(clues.text))):
        place = clues.text.find(name, start, end)
        if place >= 0:
            return Span(place, place + len(name))
    return None
