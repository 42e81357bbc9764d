"""What could not be read: files that gave no report, and what a report says is missing of it.

>>> list(only_reports([Unread("a.pdf", "the file is empty")]))
[]
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from schemas import Report

# Warnings that leave nothing of the text unread.
_NO_LOSS = frozenset({"no-year", "no-issuer", "guessed_encoding", "tracked_changes"})


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that gave no report, and why."""

    path: str
    reason: str


# What came of a file. Only the shapes ``reports`` and ``panel`` and the tables of a workbook or database tell of those that gave no report.
Outcome = Report | Unread


def only_reports(outcomes: Iterable[Outcome]) -> Iterator[Report]:
    """The reports among what came of files."""
    return (outcome for outcome in outcomes if isinstance(outcome, Report))


def losses_of(outcome: Outcome) -> tuple[str, ...]:
    """What could not be read, a sentence each; nothing where all was.

    >>> losses_of(Unread("a.pdf", "the file is empty"))
    ('the file is empty',)
    """
    if isinstance(outcome, Unread):
        return (outcome.reason,)
    return tuple(warning.message for warning in outcome.warnings if warning.code not in _NO_LOSS)
