"""One JSON array of all reports, an element a line, so that a long one can be looked at while it grows.

>>> list(write([], Target()))
[b'[', b']\\n']
"""

from collections.abc import Iterable, Iterator

from extractor.writers.exact import report_json
from extractor.writers.formats import Target
from schemas import Report


def write(reports: Iterable[Report], target: Target) -> Iterator[bytes]:  # noqa: ARG001, an array is the same everywhere
    """The array in pieces: its brackets, and each report with the comma before it."""
    before, after = b"[", b"]\n"
    for report in reports:
        yield before + b"\n" + report_json(report)
        before, after = b",", b"\n]\n"
    if after == b"]\n":
        yield before
    yield after
