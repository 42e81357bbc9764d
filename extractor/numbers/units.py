"""Units and measure words.

>>> dimension_of("户次"), dimension_of("万户")
('count', None)
"""

from functools import cache
from importlib.resources import files

# What rules of the catalogue may ask for. Everything that is counted is one dimension: 件 宗 起 份 mean the same to a sum.
_COUNTED = frozenset("case entity visit person person_visit event item document batch equipment goods".split())


@cache
def load_units() -> dict[str, str]:
    """Every unit as written, with its dimension: count, money, rate, duration, area, length, mass, volume, energy, data, score."""
    table: dict[str, str] = {}
    for line in files("extractor").joinpath("data/units.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", "dimension")):
            dimension, written = line.split("\t")
            for unit in written.split():
                table.setdefault(unit, "count" if dimension in _COUNTED else dimension)
    return table


def dimension_of(unit: str) -> str | None:
    """What a unit measures; None for a unit that does not exist; a bare number is a `number`."""
    return load_units().get(unit) if unit else "number"
