"""What commands read: documents, rules, reports; with a word on standard error for each that cannot be had."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import typer

from extractor import Failure
from extractor.commands.streams import FAILED, complain
from extractor.errors import ReadError
from extractor.files import one_line, path_text

if TYPE_CHECKING:
    from extractor.document import Document
    from extractor.indicators.rules import Rule
    from extractor.readers import Demands
    from extractor.writers.unread import Outcome
    from schemas import Report


def demands_of(encoding: str | None, kind: str | None) -> "Demands":
    """What the user says of files."""
    from extractor.readers import Demands

    return Demands(encoding, kind)


def document_of(file: str, demands: "Demands") -> "Document":
    """The document in a file; without one the command ends, with the reason."""
    from extractor.readers import read_file

    try:
        return read_file(file, demands)
    except ReadError as error:
        complain(Failure(path_text(file), str(error)))
        raise typer.Exit(FAILED) from error


def rules_of(own: list[str] | None) -> "tuple[Rule, ...]":
    """The packaged rules with those of some files."""
    from extractor.rulebook import read_catalogue

    return read_catalogue(own or ())


def outcomes_of(results: "Iterable[Outcome | Failure]", failures: list[Failure], *, is_quiet: bool = False) -> "Iterator[Outcome]":
    """What came of files, as it comes; each failure is kept, and named at once unless it is to be quiet."""
    for result in results:
        if not isinstance(result, Failure):
            yield result
            continue
        if not is_quiet:
            complain(result)
        failures.append(result)


def with_failures(results: "Iterable[Report | Failure]") -> "Iterator[Outcome | Failure]":
    """The same, and behind each failure what outputs tell of it."""
    from extractor.writers.unread import Unread

    for result in results:
        yield result
        if isinstance(result, Failure):
            yield Unread(result.path, one_line(result.reason))
