"""Which old and which new report belong together.

>>> old = [Paper("a.txt", "1", "某县水务局", None, 2021, ()), Paper("b.txt", "2", None, None, None, ())]
>>> new = [Paper("c.txt", "3", "某县水务局", None, 2022, ())]
>>> [(pair.old and pair.old.source, pair.new and pair.new.source) for pair in find_pairs(old, new)]
[('a.txt', 'c.txt'), ('b.txt', None)]
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import NamedTuple

from extractor.comparison.figures import Paper

# By what two reports belong together, the surest first; where it is None it says nothing.
_KEYS: tuple[Callable[[Paper], Hashable], ...] = (
    lambda paper: paper.sha256 or None,
    lambda paper: (paper.issuer, paper.region_code, paper.year) if paper.issuer and paper.year else None,
    lambda paper: paper.source,
    lambda paper: (paper.issuer, paper.region_code) if paper.issuer else None,
)


class Pair(NamedTuple):
    """Two reports that belong together; one of them is None where a report has no counterpart."""

    old: Paper | None
    new: Paper | None


def find_pairs(old: Sequence[Paper], new: Sequence[Paper]) -> Iterator[Pair]:
    """All reports in pairs: in the order of the old ones, and then the new ones that are left."""
    counterparts: dict[int, int] = {}
    for key in _KEYS:
        taken = set(counterparts.values())
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for place, paper in enumerate(new):
            if place not in taken and key(paper) is not None:
                waiting[key(paper)].append(place)
        for place, paper in enumerate(old):
            if place not in counterparts and key(paper) is not None and waiting[key(paper)]:
                counterparts[place] = waiting[key(paper)].pop(0)
    for place, paper in enumerate(old):
        yield Pair(paper, new[counterparts[place]] if place in counterparts else None)
    yield from (Pair(None, paper) for place, paper in enumerate(new) if place not in set(counterparts.values()))
