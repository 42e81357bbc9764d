"""Areas that have an administration but no division code: development zones and most of the new areas.

>>> from extractor.masthead.issuer_agencies import parse_agency
>>> [division.code for division in find_zone_host(parse_agency("湖南桃江经济开发区管理委员会"))]
['430922']
>>> [division.code for division in find_zone_host(parse_agency("重庆两江新区管理委员会"), 2021)]
['500000']
"""

from functools import cache
from pathlib import Path

from extractor.masthead.issuer_agencies import Agency
from extractor.masthead.regions import Divisions, load_regions

_TABLE = Path(__file__).parents[1] / "data" / "zones.tsv"


@cache
def load_zones() -> dict[str, str]:
    """The code of the division around each area of its own name.

    >>> load_zones()["兰州新区"]
    '620100'
    """
    lines = _TABLE.read_text(encoding="utf-8").splitlines()[1:]
    return {zone: host for zone, host, _ in (line.split("\t") for line in lines)}


def find_zone_host(agency: Agency, year: int | None = None) -> Divisions:
    """The division around the zone of an agency; () where it has none, or where its zone is a division in that year."""
    table, name = load_regions(), "".join((*agency.places[-1:], agency.zone))
    is_division = any(division.years_from(year) <= 1 for division in table.named(name, year) if name in table.names)
    host = None if is_division else next((code for zone, code in load_zones().items() if name.endswith(zone)), None)
    division = table.coded(host, year) if host else None
    if division:
        return (division,)
    return table.named_in_chain(_places_at(agency.zone), year) if agency.zone and not agency.places else ()


def is_nameless_zone(zone: str) -> bool:
    """Whether a zone is only called by what it is, so that its city belongs in front of it.

    >>> is_nameless_zone("高新区"), is_nameless_zone("合肥高新区"), is_nameless_zone("兰州新区")
    (True, False, False)
    """
    return not _places_at(zone) and not zone.endswith(tuple(load_zones())) and len(zone) <= len("高新技术产业开发区")


def _places_at(zone: str) -> tuple[str, ...]:
    """The places, by name or stem, that the name of a zone begins with."""
    table, places, start = load_regions(), [], 0
    while place := next((part for end in range(len(zone), start + 1, -1) if (part := zone[start:end]) in table.names or part in table.stems), None):
        places.append(place)
        start += len(place)
    return tuple(places)
