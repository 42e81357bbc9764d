"""`extract`, `text`, `explain`: what is done with reports."""

from typing import Annotated

import typer

from extractor import Failure, extract_files
from extractor.commands.inputs import demands_of, document_of, reports_of, rules_of
from extractor.commands.options import Encoding, OneFile, OwnRules, Paths, Type
from extractor.commands.output import Output, check_output, with_output, write_reports
from extractor.commands.streams import FAILED, complain, ending_well, write_blocks, write_out
from extractor.files import path_text


@with_output
def extract(paths: Paths, own: OwnRules = None, encoding: Encoding = None, kind: Type = None, *, out: Output) -> None:
    """Extract what reports state: issuer, year, headings, every figure.

    Each figure comes with its meaning and its place in the text.
    """
    check_output(out, [*paths, *(own or ())])
    failures: list[Failure] = []
    with ending_well():
        rules = rules_of(own) if own else None
        results = extract_files(paths, leave_out=out.file, demands=demands_of(encoding, kind), rules=rules)
        write_reports(out, reports_of(results, failures), rules)
    if failures:
        raise typer.Exit(FAILED)


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
