"""A row or column of a table by what its heads say together.

>>> from extractor.indicators.cell_heads import parse_head
>>> lane = Lane((parse_head("行政处罚"), parse_head("上年同期")), (Span(0, 4), Span(5, 9)), None)
>>> lane.words, lane.period.kind, lane.is_level, lane.can_change
(('行政处罚',), 'last_year', True, False)
"""

from dataclasses import dataclass
from functools import cached_property

import regex

from extractor.indicators.cell_heads import Head
from extractor.numbers.periods import Period
from extractor.spans import Span

_SHARE = regex.compile(r"占比|比重|占总")


@dataclass(frozen=True)
class Lane:
    """A row or column with its heads as parsed, outermost first, and the number of the one that it breaks down."""

    heads: tuple[Head, ...]
    spans: tuple[Span, ...]
    within: int | None

    @cached_property
    def words(self) -> tuple[str, ...]:
        """What its heads say of the thing that is counted."""
        return tuple(head.words for head in self.said)

    @cached_property
    def said(self) -> tuple[Head, ...]:
        """Its heads that say something of the thing that is counted."""
        return tuple(head for head in self.heads if head.words)

    @cached_property
    def phrase(self) -> tuple[str, ...]:
        """Its words for a name: outer heads without those that only say that something is counted."""
        return tuple(head.words if head is self.said[-1] and not self.is_total else head.thing for head in self.said)

    @cached_property
    def period(self) -> Period | None:
        """The stretch of time that it names, the innermost where there are several."""
        return next((head.period for head in reversed(self.heads) if head.period), None)

    @cached_property
    def is_total(self) -> bool:
        """Whether it holds the sums of others."""
        return bool(self.heads) and self.heads[-1].is_total

    @cached_property
    def is_subtotal(self) -> bool:
        """Whether it holds the sums of some others."""
        return bool(self.heads) and self.heads[-1].is_subtotal

    @cached_property
    def is_change(self) -> bool:
        """Whether it tells by how much others rose or fell."""
        return any(head.is_change for head in self.heads)

    @cached_property
    def is_target(self) -> bool:
        """Whether it tells what was planned."""
        return any(head.is_target for head in self.heads)

    @cached_property
    def of_which(self) -> bool:
        """Whether 其中 opens it."""
        return any(head.of_which for head in self.heads)

    @cached_property
    def inner(self) -> str:
        """What stands in the brackets behind its figures."""
        return next((head.inner for head in reversed(self.heads) if head.inner), "")

    @cached_property
    def is_level(self) -> bool:
        """Whether it tells how much there was, and neither a change nor a plan."""
        return not (self.is_change or self.is_target)

    @cached_property
    def is_measure(self) -> bool:
        """Whether its words can name an indicator of its own."""
        return bool(self.words) and self.is_level and not (self.of_which or self.is_total)

    @cached_property
    def can_change(self) -> bool:
        """Whether a column of changes can be about it: this year's figures that are no shares."""
        is_of_last_year = self.period is not None and self.period.kind == "last_year"
        return self.is_level and not is_of_last_year and not (self.words and _SHARE.search(self.words[-1]))
