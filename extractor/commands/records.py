"""`export`, `diff`: what is done with records that were written before."""

from typing import TYPE_CHECKING, Annotated

import typer

from extractor import Failure, extract_files
from extractor.commands.inputs import outcomes_of
from extractor.commands.options import Records
from extractor.commands.output import Output, check_output, with_output, write_reports, write_table
from extractor.commands.streams import FAILED, ending_well

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemas import Report

Old = Annotated[str, typer.Argument(metavar="OLD", help="Records as for export, or a report or a folder of reports.")]
New = Annotated[str, typer.Argument(metavar="NEW", help="The same, of another run or another year.")]


@with_output
def export(paths: Records, *, out: Output) -> None:
    """Write records that exist in another format or shape.

    Nothing is extracted again.
    """
    check_output(out, paths)
    from extractor.record_files import read_records

    failures: list[Failure] = []
    with ending_well():
        write_reports(out, outcomes_of(read_records(paths), failures))
    if failures:
        raise typer.Exit(FAILED)


@with_output
def diff(old: Old, new: New, *, out: Output) -> None:
    """Tell which figures are gone, new or changed, by code.

    Between two runs, or between two years of one issuer.
    """
    check_output(out, [old, new], "diff")
    from extractor.comparison import compare

    failures: list[Failure] = []
    with ending_well():
        write_table(out, compare(_reports(old, failures), _reports(new, failures), out.wishes(out.names())))
    if failures:
        raise typer.Exit(FAILED)


def _reports(path: str, failures: list[Failure]) -> "Iterator[Report]":
    """The records of a file, or those of reports, which are extracted first."""
    from extractor.record_files import is_record_file, read_records
    from extractor.writers.unread import only_reports

    return only_reports(outcomes_of(read_records([path]) if is_record_file(path) else extract_files([path]), failures))
