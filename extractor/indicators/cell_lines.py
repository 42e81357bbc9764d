"""The rows and columns of a table by what their heads say, and which of them is the total of which.

>>> from extractor.document import Document
>>> from extractor.outline.tables import find_tables
>>> text = "区县|立案||合计\\n|本期|上年同期|\\n东区|3|2|5\\n全市|3|2|5"
>>> (table,) = find_tables(Document.of(text), Span(0, len(text))).tables
>>> lines = Lines(text, table)
>>> [(column.words, column.period and column.period.kind, column.is_total) for column in lines.columns.values()]
[(('立案',), 'this_year', False), (('立案',), 'last_year', False), ((), None, True)]
>>> lines.total_column(1), lines.total_row(0), lines.total_row(1)
(3, 1, None)
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property

from extractor.indicators.cell_heads import parse_head
from extractor.indicators.cell_lanes import Lane
from extractor.outline.table_paths import Line
from extractor.outline.tables import Table
from extractor.spans import Span


class Lines:
    """The rows and columns of a table."""

    def __init__(self, text: str, table: Table) -> None:
        self.rows = _lanes(text, table.rows)
        self.columns = _broken_down(_lanes(text, table.columns))
        self._total_rows, self._total_columns = _Totals(self.rows), _Totals(self.columns)

    def all_words(self) -> dict[str, list[str]]:
        """What the heads of all columns say, and those of all rows."""
        sides = (("column", self.columns), ("row", self.rows))
        return {name: [word for lane in lanes.values() for word in lane.words] for name, lanes in sides}

    def total_row(self, row: int) -> int | None:
        """The row that holds the sums of a row and others."""
        return self._total_rows.over(row)

    def total_column(self, column: int) -> int | None:
        """The column that holds the sums of a column and others."""
        return self._total_columns.over(column)

    def base_of(self, column: int) -> int:
        """The column whose figures a column is about: itself, unless it only tells of changes or plans.

        Changes stand to the right of what changed; a plan stands beside what was done.
        """
        lane = self.columns[column]
        if lane.words or not (lane.is_change or lane.is_target):
            return column
        place = self._order.index(column)
        left, right = self._order[:place][::-1], self._order[place + 1 :]
        if lane.is_target:
            return next((other for other in (*right[:1], *left[:1]) if self.columns[other].is_level), column)
        return next((other for other in left if self.columns[other].can_change), column)

    @cached_property
    def _order(self) -> list[int]:
        return list(self.columns)

    @cached_property
    def has_targets(self) -> bool:
        """Whether a column tells plans."""
        return any(lane.is_target for lane in self.columns.values())

    @cached_property
    def themes(self) -> frozenset[str]:
        """The outer heads that only say what the matters under them belong to: no other head has the same ones under it."""
        return _themes(self.rows) | _themes(self.columns)

    @cached_property
    def has_kinds_of_rows(self) -> bool:
        """Whether the rows have different things to say."""
        return _are_several(self.rows)

    @cached_property
    def has_kinds_of_columns(self) -> bool:
        """Whether the columns have."""
        return _are_several(self.columns)


def _lanes(text: str, lines: Mapping[int, Line]) -> dict[int, Lane]:
    return {number: Lane(tuple(parse_head(text[head.slice]) for head in line.heads), line.heads, line.within) for number, line in lines.items()}


def _themes(lanes: Mapping[int, Lane]) -> frozenset[str]:
    under: dict[str, set[str]] = {}
    for lane in lanes.values():
        if len(lane.words) > 1 and not (lane.is_total or lane.of_which):
            under.setdefault(lane.words[0], set()).add(lane.words[-1])
    return frozenset(head for head, own in under.items() if len(own) > 1 and all(own.isdisjoint(others) for other, others in under.items() if other != head))


def _are_several(lanes: Mapping[int, Lane]) -> bool:
    return len({lane.words for lane in lanes.values() if not (lane.is_change or lane.is_target)}) > 1


def _broken_down(columns: dict[int, Lane]) -> dict[int, Lane]:
    """Columns with 其中 have the heads of the one that they break down before their own."""
    for number, lane in columns.items():
        if lane.within is not None:
            over = columns[lane.within]
            own = [place for place, span in enumerate(lane.spans) if span not in over.spans]
            columns[number] = Lane((*over.heads, *(lane.heads[i] for i in own)), (*over.spans, *(lane.spans[i] for i in own)), lane.within)
    return columns


class _Totals:
    """The totals among some lanes, by the heads of the group that each is the total of."""

    def __init__(self, lanes: Mapping[int, Lane]) -> None:
        self.lanes = lanes
        self.all: dict[tuple[Span, ...], list[int]] = {}
        self.grand: dict[tuple[Span, ...], list[int]] = {}
        for number, lane in lanes.items():
            if lane.is_total:
                self.all.setdefault(lane.spans[:-1], []).append(number)
                if not lane.is_subtotal:
                    self.grand.setdefault(lane.spans[:-1], []).append(number)

    def over(self, number: int) -> int | None:
        """The total over a lane: that of its narrowest group, the next one behind it, or else the nearest before."""
        own = self.lanes[number]
        for depth in range(len(own.spans), -1, -1):
            if not own.is_total or depth < len(own.spans) - 1:
                totals = self.all
            elif own.is_subtotal:
                totals = self.grand
            else:
                continue
            found = _nearest(totals.get(own.spans[:depth], []), number)
            if found is not None:
                return found
        return None


def _nearest(totals: Sequence[int], number: int) -> int | None:
    if not totals:
        return None
    index = bisect_right(totals, number)
    return totals[index] if index < len(totals) else next((total for total in reversed(totals[:index]) if total != number), None)
