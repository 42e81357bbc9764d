"""The figures of a pair of reports that are gone, new or changed.

Figures of one code are held against each other, those that are alike in most ways first. What is left on one side is gone or new.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from decimal import Context
from typing import NamedTuple

from extractor.comparison.figures import Figure, Paper
from extractor.writers.cells import Row

Likeness = Callable[[Paper, Figure], Hashable]

# In what two figures of one code have to be alike to be the same figure, the surest first. Those alike in the first way are unchanged;
# in the last one something is said of the same amount that was not said before, such as that it is a part.
_LIKENESSES: tuple[Likeness, ...] = (
    lambda paper, each: (each.aspect, each.part, each.category, paper.days_of(each), each.unit, each.value, each.value_max),
    lambda paper, each: (each.aspect, each.part, each.category, paper.days_of(each), each.unit),
    lambda paper, each: (each.aspect, each.part, each.category, paper.days_of(each)),
    lambda _, each: (each.aspect, each.unit, each.value, each.value_max),
)
_EXACT = Context(prec=1000)
_NOBODY = Paper("", "", None, None, None, ())


class Pair(NamedTuple):
    """Two reports that belong together; one of them is None where a report has no counterpart."""

    old: Paper | None
    new: Paper | None


def change_rows(pair: Pair) -> Iterator[Row]:
    """The lines of a pair: by code, and what has none by name behind them."""
    old, new = pair.old or _NOBODY, pair.new or _NOBODY
    before, after = _by_subject(old.figures), _by_subject(new.figures)
    for subject in sorted({**before, **after}, key=lambda each: _order(before, after, each)):
        for one, other in _matched(old, before[subject], new, after[subject]):
            if one is None or other is None or _LIKENESSES[0](old, one) != _LIKENESSES[0](new, other):
                yield _row(pair, one, other)


def _matched(old: Paper, before: list[Figure], new: Paper, after: list[Figure]) -> Iterator[tuple[Figure | None, Figure | None]]:
    """The figures of one code in pairs; those that have no counterpart alone."""
    for likeness in _LIKENESSES:
        waiting: dict[Hashable, list[Figure]] = defaultdict(list)
        for figure in after:
            waiting[likeness(new, figure)].append(figure)
        left = []
        for figure in before:
            found = waiting[likeness(old, figure)]
            if found:
                yield figure, found.pop(0)
            else:
                left.append(figure)
        before, after = left, sorted((figure for figures in waiting.values() for figure in figures), key=lambda figure: figure.id)
    yield from ((figure, None) for figure in before)
    yield from ((None, figure) for figure in after)


def _row(pair: Pair, one: Figure | None, other: Figure | None) -> Row:
    shown = other or one
    assert shown is not None
    old, new = pair.old or _NOBODY, pair.new or _NOBODY
    change = "new" if one is None else "gone" if other is None else "changed"
    difference = _EXACT.subtract(other.value, one.value) if one and other and one.unit == other.unit else None
    return (
        change, new.issuer or old.issuer, old.year, new.year, shown.code, shown.name, shown.aspect, shown.part, shown.category, _units(one, other),
        one.value if one else None, other.value if other else None, difference, one.quote if one else None, other.quote if other else None,
        old.source or None, new.source or None, one.id if one else None, other.id if other else None,
    )  # fmt: skip


def _units(one: Figure | None, other: Figure | None) -> str:
    """The unit, or both where they differ."""
    return "→".join(dict.fromkeys(each.unit for each in (one, other) if each))


def _by_subject(figures: Iterable[Figure]) -> dict[str, list[Figure]]:
    grouped: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        grouped[figure.subject].append(figure)
    return grouped


def _order(before: dict[str, list[Figure]], after: dict[str, list[Figure]], subject: str) -> tuple[bool, str]:
    first = (before[subject] or after[subject])[0]
    return first.code is None, subject
