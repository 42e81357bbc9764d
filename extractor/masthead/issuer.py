"""Who reports: the full official name, its department and its region.

>>> text = "区政府:\\n北碚区卫生健康委2022年依法履职,北碚区没有重大案件。"
>>> issuer = find_issuer(IssuerClues(text, Span(0, len(text)), year=2022, addressees=("区政府",)))
>>> issuer.name, issuer.stated, issuer.department, issuer.region.path
('重庆市北碚区卫生健康委员会', False, '卫生健康', ('重庆市', '北碚区'))
"""

from dataclasses import dataclass

import regex

from extractor.masthead.departments import is_official, parse_department
from extractor.masthead.issuer_agencies import KINDS, Agency
from extractor.masthead.issuer_clues import IssuerClues
from extractor.masthead.issuer_name import find_name, is_whole_name
from extractor.masthead.issuer_region import Case, find_division, find_kind
from extractor.masthead.issuer_sources import Claim, find_claims, find_pronoun, find_title_place, is_national
from extractor.masthead.issuer_town import find_acting_town, find_town
from extractor.masthead.regions import Division, Region, load_regions
from extractor.spans import Span

__all__ = ["Issuer", "IssuerClues", "find_issuer"]

PARTY = ("中共", "中国共产党")
TOWNS = ("镇", "乡", "街道", "苏木")
FOR_GOVERNMENT = frozenset({"司法", "人民政府办公室", "人民政府办公厅"})  # who publishes what a government reports
_NAMED_TOWN = regex.compile(r"\p{Han}{1,6}(?:(?:镇|乡|苏木)人民政府|街道办事处)")
FULL = frozenset({"title", "signature", "heading"})  # where an authority gives its own name
SIGNED = FULL | {"publisher"}


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
    agencies = _of_area(clues, claims) or (claims[0].agencies if claims else _implied(clues))
    if not agencies:
        return None
    first = next((agency for agency in agencies if agency.head not in PARTY), agencies[0])
    division = None if is_national(first) else find_division(Case(first, clues, claims))
    if division is None and not is_whole_name(first) and not _NAMED_TOWN.fullmatch(first.office):
        return None
    if len(agencies) == 1:
        agencies = (_fullest(first, division, clues, claims),)
        first = agencies[0]
    return _issuer(clues, agencies, first, division, in_passing=bool(claims) and claims[0].source not in SIGNED)


def _fullest(agency: Agency, division: Division | None, clues: IssuerClues, claims: list[Claim]) -> Agency:
    """The same authority as the title or signature names it, where that says in full what is shortened or left out here."""
    signed = [other for claim in claims if claim.source in FULL and len(claim.agencies) == 1 for other in claim.agencies]
    fuller = [other for other in signed if is_official(other.office) and _written(other) > _written(agency) and _is_same(agency, other)]
    same = (other for other in fuller if division is not None and find_division(Case(other, clues, claims)) == division)
    return max(same, key=_written, default=agency)


def _is_same(agency: Agency, other: Agency) -> bool:
    return parse_department(agency.office) == parse_department(other.office) and (agency.head, not agency.zone) == (other.head, not other.zone)


def _written(agency: Agency) -> int:
    """How long an authority's name is as it stands."""
    return agency.span.end - agency.span.start


def _of_area(clues: IssuerClues, claims: list[Claim]) -> tuple[Agency, ...]:
    """The government of the place that a title names without an office, where only the page or the running text names one."""
    if not claims or claims[0].source in FULL or not find_title_place(clues):
        return ()
    pronoun = find_pronoun(clues)
    is_published_for_it = claims[0].source == "publisher" and parse_department(claims[0].agencies[0].office) in FOR_GOVERNMENT
    is_for_area = pronoun in KINDS if pronoun else is_published_for_it
    return _implied(clues) if is_for_area else ()


def _implied(clues: IssuerClues) -> tuple[Agency, ...]:
    """The government of a town or of an area, where a report speaks of 我镇 or 我县 and names no authority."""
    pronoun = find_pronoun(clues)
    if pronoun in TOWNS:
        return _town_government(clues.text, find_town(clues.text, clues.body, pronoun))
    place = find_title_place(clues)
    span = clues.title_span or Span(clues.body.start, clues.body.start)
    if place and not (pronoun and len(pronoun) == 1 and pronoun in "局委厅办"):
        return (Agency(span, "", place, "", "", "人民政府"),)
    nameless = Agency(span, "", (), "", "", "人民政府")
    if pronoun is None:
        return _town_government(clues.text, find_acting_town(clues.text, clues.body))
    return (nameless,) if pronoun == find_kind(nameless, clues) else ()


def _town_government(text: str, town: Span | None) -> tuple[Agency, ...]:
    if town is None:
        return ()
    name = text[town.slice]
    return (Agency(town, "", (), "", "", name + ("办事处" if name.endswith("街道") else "人民政府")),)


def _issuer(clues: IssuerClues, agencies: tuple[Agency, ...], first: Agency, division: Division | None, *, in_passing: bool) -> Issuer:
    name, span = _joint_name(clues, agencies, division, in_passing)
    region = load_regions().region(division, clues.year) if division else None
    return Issuer(name, span is not None, parse_department(first.office), region, span or first.span)


def _joint_name(clues: IssuerClues, agencies: tuple[Agency, ...], division: Division | None, in_passing: bool) -> tuple[str, Span | None]:
    names = [find_name(clues, agency, division, in_passing=in_passing) for agency in agencies]
    if len(names) == 1:
        return names[0]
    written = clues.text[agencies[0].span.start : agencies[-1].span.end]
    is_written_out = agencies[0].places and not any(agency.relative for agency in agencies) and all(is_official(agency.office) for agency in agencies)
    if "\n" not in written and is_written_out:
        return written, Span(agencies[0].span.start, agencies[-1].span.end)
    return "、".join(name for name, _ in names), None
