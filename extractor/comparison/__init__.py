"""What changed between two runs over the same reports, or between two years of one issuer.

- ``figures``: of a report what is compared
- ``shelf``: reports that wait to be compared, on disk
- ``pairs``: which old and which new report belong together
- ``changes``: the figures of a pair that are gone, new or changed
"""

from collections.abc import Iterable, Iterator

from extractor.comparison.changes import Pair, change_rows
from extractor.comparison.figures import paper_of
from extractor.comparison.pairs import find_pairs
from extractor.comparison.shelf import Shelf
from extractor.writers.cells import Row
from extractor.writers.columns import columns_of
from extractor.writers.tables import Table
from extractor.writers.wishes import Wishes
from schemas import Report

__all__ = ["compare"]


def compare(old: Iterable[Report], new: Iterable[Report], wishes: Wishes) -> Table:
    """The figures that differ, report by report and in each by code; amounts and names as is wished. Read when the lines are."""
    return Table("diff", columns_of("diff"), _chunks(old, new, wishes))


def _chunks(old: Iterable[Report], new: Iterable[Report], wishes: Wishes) -> Iterator[list[Row]]:
    """The lines of each pair that has any."""
    with Shelf() as shelf:
        before, after = ([shelf.put(paper_of(report, wishes)) for report in reports] for reports in (old, new))
        for one, other in find_pairs(before, after):
            rows = list(change_rows(Pair(one and shelf.take(one), other and shelf.take(other))))
            if rows:
                yield rows
