"""The command `fazhi`: arguments, streams and exit status. What it does lies in `extractor`.

Exit status: 0 all done, 1 something could not be read or written, 2 used wrongly, 130 interrupted, 141 the reader of a pipe left.
"""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from extractor import Failure, extract_files
from extractor.errors import FazhiError, ReadError
from extractor.files import one_line, path_text, reason_of
from extractor.writers import FORMATS, Target, format_of_name, load_writer

if TYPE_CHECKING:
    from extractor.document import Document
    from extractor.indicators.rules import Rule
    from extractor.readers import Demands
    from extractor.report_text import Block
    from schemas import Report

STANDARD_OUTPUT = "-"
FAILED, USED_WRONGLY, INTERRUPTED, PIPE_CLOSED = 1, 2, 130, 141
UNFOLDED = 100_000  # the width of what leaves through a pipe: whoever reads it there folds it as they like

app = typer.Typer(name="fazhi", no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
catalogue = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Show the rules that give figures their meaning, and test them.")
app.add_typer(catalogue, name="catalogue")


def _known_format(name: str | None) -> str | None:
    if name is not None and name not in FORMATS:
        raise typer.BadParameter(f"{name} is none of {', '.join(FORMATS)}.")
    return name


def _known_encoding(name: str | None) -> str | None:
    from extractor.readers.demands import check_encoding

    try:
        return check_encoding(name) if name else None
    except ReadError as error:
        raise typer.BadParameter(f"{error}.") from error


def _known_type(key: str | None) -> str | None:
    from extractor.readers.formats import readable_formats

    keys = [known.key for known in readable_formats()] if key else []
    if key is not None and key not in keys:
        raise typer.BadParameter(f"{key} is none of {', '.join(keys)}.")
    return key


def _print_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import PackageNotFoundError, version

        try:
            typer.echo(f"fazhi {version('fazhi')}")
        except PackageNotFoundError:
            typer.echo("fazhi, not installed")
        raise typer.Exit


_FORMAT_HELP = "; ".join(f"{name}: {known.summary}" for name, known in FORMATS.items())
_DEFAULT_HELP = "Default: what FILE is called; table to a terminal; else jsonl."

Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Reports, folders and archives of reports (searched to the bottom), or - for standard input.")]
OneFile = Annotated[str, typer.Argument(metavar="FILE", help="A report, or - for standard input.")]
FormatName = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="FORMAT", callback=_known_format, help=f"{_FORMAT_HELP}. {_DEFAULT_HELP}"),
]
Output = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, which is there only when it is whole.")]
OwnRules = Annotated[
    list[str] | None,
    typer.Option("--catalogue", metavar="FILE", help="Rules of your own (TOML), which add to the packaged ones or replace them. May be given again."),
]
Theme = Annotated[str | None, typer.Option(metavar="THEME", help="Only the rules of a theme, such as penalty.")]
Encoding = Annotated[
    str | None, typer.Option(metavar="NAME", callback=_known_encoding, help="The encoding of all files, such as gb18030. Default: what their bytes tell.")
]
Type = Annotated[
    str | None,
    typer.Option(
        "--type", metavar="TYPE", callback=_known_type, help="What all files are, such as html; fazhi formats lists them. Default: what their bytes tell."
    ),
]
Version = Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and leave.")]


@app.callback()
def fazhi(version: Version = False) -> None:
    """Read Chinese government annual reports and say what they state."""


@app.command()
def extract(paths: Paths, format_name: FormatName = None, output: Output = None, own: OwnRules = None, encoding: Encoding = None, kind: Type = None) -> None:
    """Extract what reports state: issuer, year, headings, every figure.

    Each figure comes with its meaning and its place in the text.
    """
    file = None if output in (None, STANDARD_OUTPUT) else output
    _check_output(file, [*paths, *(own or ())])
    name = format_name or _default_format(file)
    with _ending_well():
        failures: list[Failure] = []
        rules = _rules(own) if own else None
        reports = _reports(extract_files(paths, leave_out=file, demands=_demands(encoding, kind), rules=rules), failures)
        with _opened(file) as (stream, target):
            for piece in load_writer(name)(reports, target):
                stream.write(piece)
                stream.flush()
    if failures:
        raise typer.Exit(FAILED)


@app.command()
def text(file: OneFile, encoding: Encoding = None, kind: Type = None) -> None:
    """Print exactly the text that offsets count in, as UTF-8."""
    with _ending_well():
        document = _document(file, _demands(encoding, kind))
        for notice in document.notices:
            _complain(f"{path_text(file)}: {notice.message}")
        _write_out(document.text)


@app.command()
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

    with _ending_well():
        _write_blocks(explain_number(_document(file, _demands(encoding, kind)), _rules(own), at=at, indicator=indicator))


@catalogue.command("list")
def list_rules(theme: Theme = None, own: OwnRules = None) -> None:
    """List the rules: as a table on a terminal, as TSV to a pipe."""
    from extractor.catalogue_text import COLUMNS, rows_of
    from extractor.report_text import Block, tsv

    with _ending_well():
        rows = rows_of(_rules(own), theme)
        if sys.stdout.isatty():
            _write_blocks([Block("", rows, COLUMNS)])
        else:
            _write_out(tsv(COLUMNS, rows))


@catalogue.command("show")
def show_rule(code: Annotated[str, typer.Argument(metavar="CODE", help="The code of a rule.")], own: OwnRules = None) -> None:
    """Show everything about a rule."""
    from extractor.catalogue_text import blocks_of
    from extractor.rulebook import find_entry

    with _ending_well():
        _write_blocks(blocks_of(find_entry(code, _rules(own), own or ())))


@catalogue.command("test")
def hold_rules(
    files: Annotated[list[str] | None, typer.Argument(metavar="FILE", help="Files of rules to test; all rules where none is named.")] = None,
    own: OwnRules = None,
) -> None:
    """Hold rules against their own examples, counter-examples and known gaps.

    They are tried among all rules of the packaged catalogue.
    """
    from extractor.rulebook import read_rules
    from extractor.trial import outcomes, summary

    with _ending_well():
        rules = _rules([*(own or ()), *(files or ())])
        tried = list(outcomes([rule for file in files for rule in read_rules(file)] if files else rules, rules))
        _write_out(summary(tried))
    if any(outcome.wrong for outcome in tried):
        raise typer.Exit(FAILED)


@app.command()
def formats() -> None:
    """List what files can be read, and the command that adds what is missing."""
    from extractor.formats_text import COLUMNS, rows_of
    from extractor.report_text import Block, tsv

    with _ending_well():
        if sys.stdout.isatty():
            _write_blocks([Block("", rows_of(), COLUMNS)])
        else:
            _write_out(tsv(COLUMNS, rows_of()))


@app.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    import json

    from schemas import json_schema

    with _ending_well():
        _write_out(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")


def main() -> None:
    """Run the command with the arguments of the process."""
    app()


def _demands(encoding: str | None, kind: str | None) -> "Demands":
    from extractor.readers import Demands

    return Demands(encoding, kind)


def _document(file: str, demands: "Demands") -> "Document":
    """The document in a file; without one the command ends, with the reason."""
    from extractor.readers import read_file

    try:
        return read_file(file, demands)
    except ReadError as error:
        _complain(Failure(path_text(file), str(error)))
        raise typer.Exit(FAILED) from error


def _rules(own: list[str] | None) -> "tuple[Rule, ...]":
    """The packaged rules with those of some files."""
    from extractor.rulebook import read_catalogue

    return read_catalogue(own or ())


def _check_output(file: str | None, paths: list[str]) -> None:
    """Complains of an output that cannot be meant, before any work is done."""
    from extractor.outputs import objection

    reason = objection(file, paths) if file is not None else None
    if reason:
        raise typer.BadParameter(reason, param_hint="-o")


def _default_format(file: str | None) -> str:
    if file is None:
        return "table" if sys.stdout.isatty() else "jsonl"
    name = format_of_name(file)
    if name is None and Path(file).suffix:
        raise typer.BadParameter(f"{Path(file).suffix} tells no format: say which with -f.", param_hint="-o")
    return name or "jsonl"


def _reports(results: "Iterable[Report | Failure]", failures: list[Failure]) -> "Iterator[Report]":
    """The reports as they come; each failure is named at once, and kept."""
    for result in results:
        if isinstance(result, Failure):
            _complain(result)
            failures.append(result)
        else:
            yield result


@contextmanager
def _opened(file: str | None) -> Iterator[tuple[BinaryIO, Target]]:
    if file is None:
        yield sys.stdout.buffer, _standard_target()
        return
    from extractor.writers.destination import whole_file

    with whole_file(file) as stream:
        yield stream, Target(is_file=True)


def _standard_target() -> Target:
    is_plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    return Target(width=shutil.get_terminal_size((100, 24)).columns, colour=sys.stdout.isatty() and not is_plain)


@contextmanager
def _ending_well() -> Iterator[None]:
    """Turns what ends a command early into an exit status, without a traceback."""
    try:
        yield
    except FazhiError as error:
        _complain(error)
        raise typer.Exit(USED_WRONGLY) from error
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        # What is still buffered would complain once more when the interpreter shuts down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(PIPE_CLOSED) from None
    except OSError as error:
        _complain(f"cannot write: {reason_of(error)}")
        raise typer.Exit(FAILED) from error


def _write_blocks(blocks: "Iterable[Block]") -> None:
    """Folded at the width of a terminal, and in a pipe not at all."""
    from extractor.report_text import render

    target = _standard_target() if sys.stdout.isatty() else Target(width=UNFOLDED)
    sys.stdout.buffer.write(render(blocks, target))
    sys.stdout.buffer.flush()


def _write_out(words: str) -> None:
    """To standard output as UTF-8, whatever the locale, with line ends as they are."""
    sys.stdout.buffer.write(words.encode())
    sys.stdout.buffer.flush()


def _complain(words: object) -> None:
    typer.echo(one_line(str(words)), err=True)


if __name__ == "__main__":
    main()
