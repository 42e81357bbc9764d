"""What changed between two runs over the same reports, or between two years of one issuer.

- ``figures``: of a report what is compared
- ``pairs``: which old and which new report belong together
- ``changes``: the figures of a pair that are gone, new or changed
"""

from collections.abc import Iterable

from extractor.comparison.changes import change_rows
from extractor.comparison.figures import paper_of
from extractor.comparison.pairs import find_pairs
from extractor.writers.columns import columns_of
from extractor.writers.tables import Table
from extractor.writers.wishes import Wishes
from schemas import Report

__all__ = ["compare"]


def compare(old: Iterable[Report], new: Iterable[Report], wishes: Wishes) -> Table:
    """The figures that differ, report by report and in each by code; amounts and names as is wished."""
    pairs = find_pairs([paper_of(report, wishes) for report in old], [paper_of(report, wishes) for report in new])
    return Table("diff", columns_of("diff"), (rows for pair in pairs if (rows := list(change_rows(pair)))))
