"""A heading a line."""

from collections.abc import Iterator

from extractor.writers.cells import Row
from extractor.writers.shapes.paper import paper_cells, paths_of
from extractor.writers.wishes import Wishes
from schemas import Report


def section_rows(report: Report, wishes: Wishes) -> Iterator[Row]:  # noqa: ARG001, every shape is made alike
    """A line for each heading, in reading order."""
    source, _, *issuer = paper_cells(report)
    paths = paths_of(report.sections)
    for each in report.sections:
        yield (source, *issuer, each.id, each.parent, each.level, each.label, each.title, paths[each.id], each.role, each.start, each.end, each.page)
