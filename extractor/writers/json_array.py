"""One JSON array of all reports, an element a line, so that a long one can be looked at while it grows.

>>> list(write([], Target(), Wishes()))
[b'[', b']\\n']
"""

from collections.abc import Iterable, Iterator

from extractor.writers.exact import report_json, rows_json
from extractor.writers.formats import Target
from extractor.writers.tables import Table
from extractor.writers.wishes import Wishes
from schemas import Report


def write(reports: Iterable[Report], target: Target, wishes: Wishes) -> Iterator[bytes]:  # noqa: ARG001, an array is the same everywhere
    """The array in pieces: its brackets, and each report with the comma before it."""
    return _array(map(report_json, reports))


def write_table(table: Table, target: Target, wishes: Wishes) -> Iterator[bytes]:  # noqa: ARG001, an array is the same everywhere
    """An array of objects, one a line of the table, with the names of its columns."""
    return _array(rows_json(table, wishes))


def _array(elements: Iterable[bytes]) -> Iterator[bytes]:
    before, after = b"[", b"]\n"
    for element in elements:
        yield before + b"\n" + element
        before, after = b",", b"\n]\n"
    if after == b"]\n":
        yield before
    yield after
