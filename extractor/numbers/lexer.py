"""One pass over a view: every numeral, and what kind it is.

At every run of digits the recognisers are asked in order, the first that knows it takes it, and what none of them knows is a
quantity. The order is the precedence.

>>> found = find_numerals("依据《规划(2021—2025年)》,12345热线受理65岁以上老人投诉3件,居全市第2名。")
>>> [(n.kind, n.written) for n in found]
[('date', '2021—2025年'), ('descriptor', '12345'), ('descriptor', '65岁以上'), ('quantity', '3'), ('ordinal', '2')]
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import regex

from extractor.numbers.cells import parse_cell
from extractor.numbers.quantities import Quantity, parse_quantity
from extractor.numbers.recognisers import PRECEDENCE, KnownText
from extractor.numbers.words import find_worded_quantities
from extractor.numbers.zones import find_zones
from extractor.outline.tables import Tables
from extractor.spans import Span

_NO_TABLES = Tables()
# Digits that belong together whatever they turn out to be: no numeral ends within them.
_RUN = regex.compile(r"\d+(?:,\d{3,}|\.\d+)*")


@dataclass(frozen=True, slots=True)
class Numeral:
    """Digits as written and their kind; ``quantity`` is there where the kind is quantity (view offsets)."""

    span: Span
    kind: str
    written: str
    quantity: Quantity | None = None


def find_numerals(text: str, labels: Iterable[Span] = (), tables: Tables = _NO_TABLES) -> list[Numeral]:
    """Every numeral of a view in order, Arabic and Chinese.

    ``labels`` are the spans of heading labels in it; the numbers in its ``tables`` have their units, or what they are, elsewhere.
    """
    known = KnownText.of(text, find_zones(text), labels, tables)
    arabic = list(_arabic(known))
    taken = {place for n in arabic if n.quantity for place in range(*n.quantity.span)}
    free = (q for q in find_worded_quantities(text) if q.span.start not in taken and not known.is_in_head(q.span.start))
    worded = [Numeral(q.digits, "quantity", text[q.digits.slice], q) for q in free]
    return sorted([*arabic, *worded], key=lambda n: n.span)


def _arabic(known: KnownText) -> Iterator[Numeral]:
    runs = deque(Span(*found.span()) for found in _RUN.finditer(known.text))
    while runs:
        first = runs.popleft()
        numeral = _numeral(known, first.start, first.end)
        end = max(first.end, numeral.span.end)
        while runs and runs[0].start < end:
            end = max(end, runs.popleft().end)
        yield _until(known, numeral, end)


def _until(known: KnownText, numeral: Numeral, end: int) -> Numeral:
    """The numeral with the whole of the runs that it touches."""
    if end == numeral.span.end:
        return numeral
    span = Span(numeral.span.start, end)
    quantity = numeral.quantity and replace(numeral.quantity, digits=span, span=Span(numeral.quantity.span.start, max(numeral.quantity.span.end, end)))
    return Numeral(span, numeral.kind, known.text[span.slice], quantity)


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
