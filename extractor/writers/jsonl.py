"""JSON Lines: a report a line.

>>> list(write([], Target(), Wishes()))
[]
"""

from collections.abc import Iterable, Iterator

from extractor.writers.exact import report_json, rows_json
from extractor.writers.formats import Target
from extractor.writers.tables import Table
from extractor.writers.wishes import Wishes
from schemas import Report


def write(reports: Iterable[Report], target: Target, wishes: Wishes) -> Iterator[bytes]:  # noqa: ARG001, lines are the same everywhere
    """A line for each report."""
    return (report_json(report) + b"\n" for report in reports)


def write_table(table: Table, target: Target, wishes: Wishes) -> Iterator[bytes]:  # noqa: ARG001, lines are the same everywhere
    """An object for each line of the table, with the names of its columns."""
    return (line + b"\n" for line in rows_json(table, wishes))
