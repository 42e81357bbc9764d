"""A check a line."""

from collections.abc import Iterator

from extractor.writers.cells import Row
from extractor.writers.shapes.paper import paper_cells
from extractor.writers.wishes import Wishes
from schemas import Report


def check_rows(report: Report, wishes: Wishes) -> Iterator[Row]:  # noqa: ARG001, every shape is made alike
    """A line for each check that the record was put to."""
    source, _, *issuer = paper_cells(report)
    for each in report.checks:
        yield (source, *issuer, each.check, each.status, each.message, " ".join(map(str, each.indicators)))
