"""A numeral a line, whatever it is."""

from collections.abc import Iterator

from extractor.writers.cells import Row
from extractor.writers.shapes.paper import paper_cells
from extractor.writers.wishes import Wishes
from schemas import Report


def numeral_rows(report: Report, wishes: Wishes) -> Iterator[Row]:  # noqa: ARG001, every shape is made alike
    """A line for each entry of the ledger, in reading order."""
    source, _, *issuer = paper_cells(report)
    for each in report.numerals:
        yield (source, *issuer, each.start, each.end, each.text, each.kind, each.indicator)
