"""Figures that say again what an earlier one said.

Two figures say the same where code, value, unit, aspect and period agree; without a code the name has to agree too.
"""

from collections.abc import Sequence

from extractor.indicators.reading import Reading

_SMALLEST = 10  # a count below it recurs by chance; it repeats only within one code and with the same category


def link_repeats(readings: Sequence[Reading]) -> None:
    """Sets ``repeats`` of every reading that says again what an earlier one said."""
    first: dict[tuple[object, ...], Reading] = {}
    for reading in readings:
        key = _key(reading)
        if key is None:
            continue
        earlier = first.setdefault(key, reading)
        if earlier is not reading and earlier.frame.sentence != reading.frame.sentence:
            reading.repeats = earlier


def _key(reading: Reading) -> tuple[object, ...] | None:
    quantity = reading.frame.quantity
    if reading.code is None and (quantity.value < _SMALLEST or quantity.unit == "%"):
        return None
    if quantity.unit == "%" and quantity.value == 100:
        return None
    meaning = reading.code or reading.name
    category = reading.category if quantity.value < _SMALLEST else None
    return (meaning, category, reading.value, quantity.value_max, quantity.unit, reading.aspect, reading.told.start, reading.told.end)
