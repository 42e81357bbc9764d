"""Standard output and error, and what a command ends with.

Exit status: 0 all done, 1 something could not be read or written, 2 used wrongly, 130 interrupted, 141 the reader of a pipe left.
"""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import typer

from extractor.errors import FazhiError
from extractor.files import one_line, reason_of
from extractor.writers import Target
from extractor.writers.errors import WishError

if TYPE_CHECKING:
    from extractor.report_text import Block

FAILED, USED_WRONGLY, INTERRUPTED, PIPE_CLOSED = 1, 2, 130, 141
UNFOLDED = 100_000  # the width of what leaves through a pipe: whoever reads it there folds it as they like


@contextmanager
def ending_well() -> Iterator[None]:
    """Turns what ends a command early into an exit status, without a traceback."""
    try:
        yield
    except (FazhiError, WishError) as error:
        complain(error)
        raise typer.Exit(USED_WRONGLY) from error
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        # What is still buffered would complain once more when the interpreter shuts down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(PIPE_CLOSED) from None
    except OSError as error:
        complain(f"cannot write: {reason_of(error)}")
        raise typer.Exit(FAILED) from error


@contextmanager
def opened(file: str | None) -> Iterator[tuple[BinaryIO, Target]]:
    """A stream to a file, or to standard output where there is none, and what writers may want to know of it."""
    if file is None:
        yield sys.stdout.buffer, standard_target()
        return
    from extractor.writers.destination import whole_file

    with whole_file(file) as stream:
        yield stream, Target(is_file=True, folder=_folder(file))


def standard_target() -> Target:
    """Standard output."""
    is_plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    return Target(width=shutil.get_terminal_size((100, 24)).columns, colour=is_terminal() and not is_plain)


def is_terminal() -> bool:
    """Whether a person looks at standard output."""
    return sys.stdout.isatty()


def write_blocks(blocks: "Iterable[Block]") -> None:
    """Folded at the width of a terminal, and in a pipe not at all."""
    from extractor.report_text import render

    target = standard_target() if is_terminal() else Target(width=UNFOLDED)
    sys.stdout.buffer.write(render(blocks, target))
    sys.stdout.buffer.flush()


def write_out(words: str) -> None:
    """To standard output as UTF-8, whatever the locale, with line ends as they are."""
    sys.stdout.buffer.write(words.encode())
    sys.stdout.buffer.flush()


def complain(words: object) -> None:
    """A line on standard error."""
    typer.echo(one_line(str(words)), err=True)


def _folder(file: str) -> Path | None:
    """Where there is room beside a file; None beside a device."""
    place = Path(file).resolve()
    return None if place.exists() and not place.is_file() else place.parent
