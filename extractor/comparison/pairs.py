"""Which old and which new report belong together.

>>> old = [Card("a.txt", "1", "某县水务局", None, 2021), Card("b.txt", "2", None, None, None)]
>>> new = [Card("c.txt", "3", "某县水务局", None, 2022)]
>>> [(one and one.source, other and other.source) for one, other in find_pairs(old, new)]
[('a.txt', 'c.txt'), ('b.txt', None)]
"""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Sequence

from extractor.comparison.shelf import Card

# By what two reports belong together, the surest first; where it is None it says nothing.
_KEYS: tuple[Callable[[Card], Hashable], ...] = (
    lambda card: card.sha256 or None,
    lambda card: (card.issuer, card.region_code, card.year) if card.issuer and card.year else None,
    lambda card: card.source,
    lambda card: (card.issuer, card.region_code) if card.issuer else None,
)


def find_pairs(old: Sequence[Card], new: Sequence[Card]) -> Iterator[tuple[Card | None, Card | None]]:
    """All reports in pairs, one of them None where a report has no counterpart: in the order of the old ones, and then the new ones that are left."""
    counterparts = _counterparts(old, new)
    taken = set(counterparts.values())
    yield from ((card, new[counterparts[place]] if place in counterparts else None) for place, card in enumerate(old))
    yield from ((None, card) for place, card in enumerate(new) if place not in taken)


def _counterparts(old: Sequence[Card], new: Sequence[Card]) -> dict[int, int]:
    """The place of the new report for that of each old one that has a counterpart."""
    found: dict[int, int] = {}
    for key in _KEYS:
        taken, waiting = set(found.values()), defaultdict[Hashable, deque[int]](deque)
        for place, card in enumerate(new):
            if place not in taken and key(card) is not None:
                waiting[key(card)].append(place)
        for place, card in enumerate(old):
            if place not in found and key(card) is not None and waiting[key(card)]:
                found[place] = waiting[key(card)].popleft()
    return found
