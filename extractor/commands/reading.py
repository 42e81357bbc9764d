"""`extract`, `text`, `explain`: what is done with reports."""

from typing import TYPE_CHECKING, Annotated

import typer

from extractor import Failure, extract_files
from extractor.commands.folders import Batch, check_no_store, is_store, run_into_store, with_batch
from extractor.commands.inputs import demands_of, document_of, outcomes_of, rules_of, with_failures
from extractor.commands.options import Encoding, OneFile, OwnRules, Paths, Type
from extractor.commands.output import Output, check_output, with_output, write_reports
from extractor.commands.streams import FAILED, complain, ending_well, write_blocks, write_out
from extractor.files import STANDARD_INPUT, path_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.batch.options import Options
    from schemas import Report

Said = tuple[list[str] | None, str | None, str | None]  # rules of one's own, the encoding, the type


@with_output
@with_batch
def extract(paths: Paths, own: OwnRules = None, encoding: Encoding = None, kind: Type = None, *, batch: Batch, out: Output) -> None:
    """Extract what reports state: issuer, year, headings, every figure.

    Each figure comes with its meaning and its place in the text. A database (-o STORE.sqlite) is a store: it grows with its folder, and
    what is in it already is not done again.
    """
    check_output(out, [*paths, *(own or ())])
    with ending_well():
        status = _into_store(out, paths, batch, (own, encoding, kind)) if is_store(out) else _into_file(out, paths, batch, (own, encoding, kind))
    if status:
        raise typer.Exit(status)


def text(file: OneFile, encoding: Encoding = None, kind: Type = None) -> None:
    """Print exactly the text that offsets count in, as UTF-8."""
    with ending_well():
        document = document_of(file, demands_of(encoding, kind))
        for notice in document.notices:
            complain(f"{path_text(file)}: {notice.message}")
        write_out(document.text)


def explain(
    file: OneFile,
    at: Annotated[int | None, typer.Option("--at", metavar="OFFSET", help="Where the number stands, as in the record.")] = None,
    indicator: Annotated[int | None, typer.Option("--indicator", metavar="N", help="The id of an indicator of the record.")] = None,
    own: OwnRules = None,
    encoding: Encoding = None,
    kind: Type = None,
) -> None:
    """Tell how a number of a report got its meaning.

    Its kind, its frame, the rules that came into question, and what decided.
    """
    if (at is None) == (indicator is None):
        raise typer.BadParameter("Say which number: by --at or by --indicator.")
    from extractor.explain import explain_number

    with ending_well():
        write_blocks(explain_number(document_of(file, demands_of(encoding, kind)), rules_of(own), at=at, indicator=indicator))


def _into_store(out: Output, paths: list[str], batch: Batch, said: Said) -> int:
    """The exit status."""
    assert out.file is not None
    if STANDARD_INPUT in paths:
        raise typer.BadParameter("Standard input has no place in a store, which looks for its files again.")
    return run_into_store(out.file, paths, batch.options(*said, with_tables=True), batch).status


def _into_file(out: Output, paths: list[str], batch: Batch, said: Said) -> int:
    """The exit status."""
    check_no_store(out.file, batch)
    failures: list[Failure] = []
    options = batch.options(*said, with_tables=False)
    results = _up_to_a_failure(_results(paths, out.file, options, batch)) if batch.is_strict else _results(paths, out.file, options, batch)
    write_reports(out, outcomes_of(with_failures(results), failures, is_quiet=batch.is_quiet), options.settings.rules)
    return FAILED if failures else 0


def _results(paths: list[str], leave_out: str | None, options: "Options", batch: Batch) -> "Iterator[Report | Failure]":
    """By this process where there are few files, and nothing is asked for that needs others."""
    from extractor.batch.streaming import are_many, list_files, reports_by_many

    many, files = are_many(list_files(paths, options.wish, leave_out))
    if many or batch.asks_for_workers:
        return reports_by_many(files, options)
    return _by_this_process(files, options)


def _by_this_process(files: "Iterable[str | Failure]", options: "Options") -> "Iterator[Report | Failure]":
    settings = options.settings
    for each in files:
        yield from [each] if isinstance(each, Failure) else extract_files([each], demands=settings.demands, rules=settings.rules)


def _up_to_a_failure(results: "Iterable[Report | Failure]") -> "Iterator[Report | Failure]":
    for result in results:
        yield result
        if isinstance(result, Failure):
            return
