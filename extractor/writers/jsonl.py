"""JSON Lines: a report a line.

>>> list(write([], Target()))
[]
"""

from collections.abc import Iterable, Iterator

from extractor.writers.exact import report_json
from extractor.writers.formats import Target
from schemas import Report


def write(reports: Iterable[Report], target: Target) -> Iterator[bytes]:  # noqa: ARG001, lines are the same everywhere
    """A line for each report."""
    for report in reports:
        yield report_json(report) + b"\n"
