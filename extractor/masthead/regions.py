"""The administrative divisions of 2012 to 2026: which code a name had in which year.

>>> table = load_regions()
>>> [table.region(division, 2015).path for division in table.named("开县", 2015)]
[('重庆市', '开县')]
>>> [(division.code, division.name) for division in table.named("玉环市", 2020)]
[('331083', '玉环市')]
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, cast

Level = Literal["province", "city", "county"]
_DATA = Path(__file__).parents[1] / "data"

STILL = 9999  # last year of a division that there is to this day
MUNICIPALITIES = frozenset({"11", "12", "31", "50"})


@dataclass(frozen=True, slots=True)
class Region:
    """A division as it was in one year: ``name`` is the official one, ``path`` goes from the province down to it."""

    code: str
    name: str
    level: Level
    path: tuple[str, ...]


class Division(NamedTuple):
    """A line of the table: a code and the name it had from ``first`` to ``last``; ``successor`` is the code that took over."""

    code: str
    name: str
    level: Level
    first: int
    last: int
    successor: str

    @property
    def prefix(self) -> str:
        """The digits that the codes of all divisions in it begin with."""
        return self.code[: {"province": 2, "city": 4, "county": 6}[self.level]]

    @property
    def is_of_municipality(self) -> bool:
        """Whether it is a district or county right under one of the four cities that rank as provinces."""
        return self.level == "county" and self.code[:2] in MUNICIPALITIES

    def contains(self, other: "Division") -> bool:
        """Whether ``other`` lies within, or is the same."""
        return other.code.startswith(self.prefix)

    def years_from(self, year: int | None) -> int:
        """How far a year lies outside the time of this line; 0 within it, and for no year the time since it ended."""
        return max(self.first - year, year - self.last, 0) if year is not None else STILL - self.last


Divisions = tuple[Division, ...]


@dataclass(frozen=True, slots=True)
class RegionTable:
    """The lines of all divisions by code, by name in full (with the shorter names of autonomous ones) and by stem (``玉环``).

    A line is taken apart only when it is asked for: a report needs a dozen of three thousand.
    """

    codes: dict[str, list[str]]
    names: dict[str, list[str]]
    stems: dict[str, list[str]]

    def named(self, name: str, year: int | None = None) -> Divisions:
        """The divisions of a name that fit a year best; of a stem only where nothing has it as its name.

        >>> [division.code for division in load_regions().named("公主岭市", 2018)]
        ['220381']
        >>> [division.code for division in load_regions().named("恩施州")]
        ['422800']
        """
        return _nearest(self._lines_named(name), year)

    def coded(self, code: str, year: int | None = None) -> Division | None:
        """The division of a code in a year."""
        return next(iter(_nearest(tuple(map(_parse_division, self.codes.get(code, ()))), year)), None)

    def named_in_chain(self, places: tuple[str, ...], year: int | None = None) -> Divisions:
        """What a chain of names from above to below may mean.

        >>> [division.code for division in load_regions().named_in_chain(("徐州市", "鼓楼区"))]
        ['320302']
        """
        divisions = self._lines_named(places[-1]) if places else ()
        for place in places[:-1]:
            above = self._lines_named(place)
            divisions = tuple(low for low in divisions if any(high.contains(low) for high in above)) or divisions
        return _nearest(divisions, year)

    def _lines_named(self, name: str) -> Divisions:
        return tuple(map(_parse_division, self.names.get(name) or self.stems.get(name) or ()))

    def parents(self, division: Division, year: int | None = None) -> Divisions:
        """The province and the city above a division, as they were in a year."""
        codes = (division.code[:2] + "0000", division.code[:4] + "00")
        above = (self.coded(code, year) for code in codes[: ("province", "city", "county").index(division.level)])
        return tuple(filter(None, above))

    def region(self, division: Division, year: int | None = None) -> Region:
        """What the record says of a division."""
        path = tuple(above.name for above in self.parents(division, year))
        return Region(division.code, division.name, division.level, (*path, division.name))


def find_successor(code: str) -> str:
    """The code that a code has today, the same one where nothing changed.

    >>> find_successor("500112"), find_successor("441700")
    ('500157', '441700')
    """
    table, seen = load_regions(), {code}
    while (division := table.coded(code)) and division.successor and division.successor not in seen:
        code = division.successor
        seen.add(code)
    return code


@cache
def load_regions() -> RegionTable:
    """The packaged table, read once."""
    codes: dict[str, list[str]] = {}
    names: dict[str, list[str]] = {}
    stems: dict[str, list[str]] = {}
    for line in _DATA.joinpath("regions.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        code, name, _, _, _, _, stem, aliases = line.split("\t")
        codes.setdefault(code, []).append(line)
        names.setdefault(name, []).append(line)
        stems.setdefault(stem, []).append(line)
        for alias in aliases.split(",") if aliases else ():
            names.setdefault(alias, []).append(line)
    del stems[""]
    return RegionTable(codes, names, stems)


def _parse_division(line: str) -> Division:
    code, name, level, first, last, successor, _, _ = line.split("\t")
    return Division(code, name, cast(Level, level), int(first), int(last or STILL), successor)


def _nearest(divisions: Divisions, year: int | None) -> Divisions:
    if len(divisions) < 2:
        return divisions
    distance = min(division.years_from(year) for division in divisions)
    return tuple(division for division in divisions if division.years_from(year) == distance)
