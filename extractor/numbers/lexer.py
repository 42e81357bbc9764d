"""One pass over a view: every numeral, and what kind it is.

At every run of digits the recognisers are asked in order, the first that knows it takes it, and what none of them knows is a
quantity. The order is the precedence.

>>> found = find_numerals("依据《规划(2021—2025年)》,12345热线受理65岁以上老人投诉3件,居全市第2名。")
>>> [(n.kind, n.written) for n in found]
[('date', '2021—2025年'), ('descriptor', '12345'), ('descriptor', '65岁以上'), ('quantity', '3'), ('ordinal', '2')]
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import regex

from extractor.numbers.quantities import Quantity, parse_cell, parse_quantity
from extractor.numbers.recognisers import PRECEDENCE, KnownText
from extractor.numbers.words import find_worded_quantities
from extractor.numbers.zones import find_zones
from extractor.outline.tables import Cell
from extractor.spans import Span

_DIGITS = regex.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Numeral:
    """Digits as written and their kind; ``quantity`` is there where the kind is quantity (view offsets)."""

    span: Span
    kind: str
    written: str
    quantity: Quantity | None = None


def find_numerals(text: str, labels: Iterable[Span] = (), cells: Iterable[Cell] = ()) -> list[Numeral]:
    """Every numeral of a view in order, Arabic and Chinese.

    ``labels`` are the spans of heading labels in it, ``cells`` the numbers in its tables, which have their units elsewhere.
    """
    known = KnownText(text, find_zones(text), {span.start: span.end for span in labels}, {cell.digits: cell for cell in cells})
    arabic = list(_arabic(known))
    taken = {place for n in arabic if n.quantity for place in range(*n.quantity.span)}
    worded = [Numeral(q.digits, "quantity", text[q.digits.slice], q) for q in find_worded_quantities(text) if q.span.start not in taken]
    return sorted([*arabic, *worded], key=lambda n: n.span)


def _arabic(known: KnownText) -> Iterator[Numeral]:
    place = 0
    while found := _DIGITS.search(known.text, place):
        numeral = _numeral(known, found.start(), found.end())
        yield numeral
        place = max(numeral.span.end, found.end())


def _numeral(known: KnownText, place: int, run_end: int) -> Numeral:
    if place in known.cells:
        return _of_quantity(known, parse_cell(known.text, known.cells[place]))
    for recognise in PRECEDENCE:
        answer = recognise(known, place)
        if answer:
            kind, end = answer
            end = max(end, run_end)
            return Numeral(Span(place, end), kind, known.text[place:end])
    quantity = parse_quantity(known.text, place)
    assert quantity is not None  # a digit run always begins a number
    return _of_quantity(known, quantity)


def _of_quantity(known: KnownText, quantity: Quantity) -> Numeral:
    return Numeral(quantity.digits, "quantity", known.text[quantity.digits.slice], quantity)
