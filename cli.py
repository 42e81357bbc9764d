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
from extractor.files import STANDARD_INPUT, is_same_file, one_line, path_text, reason_of
from extractor.writers import FORMATS, Target, format_of_name, load_writer

if TYPE_CHECKING:
    from schemas import Report

STANDARD_OUTPUT = "-"
FAILED, INTERRUPTED, PIPE_CLOSED = 1, 130, 141

app = typer.Typer(name="fazhi", no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def _known_format(name: str | None) -> str | None:
    if name is not None and name not in FORMATS:
        raise typer.BadParameter(f"{name} is none of {', '.join(FORMATS)}.")
    return name


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

Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Reports, folders of reports (searched to the bottom), or - for standard input.")]
FormatName = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="FORMAT", callback=_known_format, help=f"{_FORMAT_HELP}. {_DEFAULT_HELP}"),
]
Output = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, which is there only when it is whole.")]
Version = Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and leave.")]


@app.callback()
def fazhi(version: Version = False) -> None:
    """Read Chinese government annual reports and say what they state."""


@app.command()
def extract(paths: Paths, format_name: FormatName = None, output: Output = None) -> None:
    """Extract what reports state: issuer, year, headings, every figure.

    Each figure comes with its meaning and its place in the text.
    """
    file = None if output in (None, STANDARD_OUTPUT) else output
    _check_output(file, paths)
    name = format_name or _default_format(file)
    with _ending_well():
        failures: list[Failure] = []
        reports = _reports(extract_files(paths, leave_out=file), failures)
        with _opened(file) as (stream, target):
            for piece in load_writer(name)(reports, target):
                stream.write(piece)
                stream.flush()
    if failures:
        raise typer.Exit(FAILED)


@app.command()
def text(file: Annotated[str, typer.Argument(metavar="FILE", help="A report, or - for standard input.")]) -> None:
    """Print exactly the text that offsets count in, as UTF-8."""
    from extractor.errors import ReadError
    from extractor.readers import read_file

    with _ending_well():
        try:
            document = read_file(file)
        except ReadError as error:
            _complain(Failure(path_text(file), str(error)))
            raise typer.Exit(FAILED) from error
        for notice in document.notices:
            _complain(f"{path_text(file)}: {notice.message}")
        _write_out(document.text)


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


def _check_output(file: str | None, paths: list[str]) -> None:
    """Complains of an output that cannot be meant, before any work is done."""
    if file is None:
        return
    place = Path(file)
    if place.is_dir():
        raise typer.BadParameter(f"{path_text(file)} is a folder.", param_hint="-o")
    if not place.absolute().parent.is_dir():
        raise typer.BadParameter(f"There is no folder {path_text(place.parent)}.", param_hint="-o")
    if any(path != STANDARD_INPUT and is_same_file(path, file) for path in paths):
        raise typer.BadParameter(f"{path_text(file)} is to be read, too.", param_hint="-o")


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
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        # What is still buffered would complain once more when the interpreter shuts down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(PIPE_CLOSED) from None
    except OSError as error:
        _complain(f"cannot write: {reason_of(error)}")
        raise typer.Exit(FAILED) from error


def _write_out(words: str) -> None:
    """To standard output as UTF-8, whatever the locale, with line ends as they are."""
    sys.stdout.buffer.write(words.encode())
    sys.stdout.buffer.flush()


def _complain(words: object) -> None:
    typer.echo(one_line(str(words)), err=True)


if __name__ == "__main__":
    main()
