"""Finding the files to be read: paths in, files out, in a stable order.

>>> list(find_files(["-"]))
['-']
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extractor.errors import FazhiError

STANDARD_INPUT = "-"

StrPath = str | os.PathLike[str]

# What an office program or a file manager leaves behind in a folder, besides names that begin with a dot.
_LITTER_NAMES = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
_LITTER_PREFIXES = (".", "~$")


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that gave no report: its ``path``, and the ``reason`` as a sentence without a full stop; ``error`` is what was raised, if anything was."""

    path: str
    reason: str
    error: Exception | None = None

    def __str__(self) -> str:
        return one_line(f"{self.path}: {self.reason}")


def failure_of(path: str, error: Exception) -> Failure:
    """Why a file gave no report, from what was raised.

    >>> failure_of("a.txt", FazhiError("the file is empty")).reason, failure_of("a.txt", ValueError("x")).reason
    ('the file is empty', 'a defect of the program: ValueError: x')
    """
    return Failure(path, str(error) if isinstance(error, FazhiError) else f"a defect of the program: {type(error).__name__}: {error}", error)


def path_text(path: StrPath) -> str:
    r"""A path as text that can be written anywhere; bytes in it that are no characters become escapes.

    >>> path_text(os.fsdecode(b"a\xff.txt"))
    'a\\xff.txt'
    """
    text = os.fspath(path)
    return text if text.isprintable() else os.fsencode(text).decode("utf-8", "backslashreplace")


def one_line(text: str) -> str:
    r"""A text without line ends and other characters that move a terminal's cursor.

    >>> one_line("a\nb\x1b[2J")
    'a\\nb\\x1b[2J'
    """
    return "".join(c if c.isprintable() or c == "\u3000" else repr(c)[1:-1] for c in text)


def reason_of(error: OSError) -> str:
    """Why the system refused, as the rest of a sentence.

    >>> reason_of(FileNotFoundError(2, "No such file or directory"))
    'no such file or directory'
    """
    text = error.strerror or type(error).__name__
    return text[:1].lower() + text[1:]


def find_files(paths: Iterable[StrPath], leave_out: StrPath | None = None) -> Iterator[str | Failure]:
    """The files at the paths, and what could not be looked into. Folders are searched to the bottom, their names in order.

    A path that is named is taken as it is, ``-`` too. In folders hidden files are passed over, and the file ``leave_out``.
    """
    for path in paths:
        if os.fspath(path) != STANDARD_INPUT and _is_folder(Path(path)):
            yield from _files_below(Path(path), leave_out)
        else:
            yield os.fspath(path)


def is_same_file(path: StrPath, other: StrPath) -> bool:
    """Whether the paths lead to one file that exists.

    >>> is_same_file(".", "./"), is_same_file(".", "no such file")
    (True, False)
    """
    try:
        return Path(path).samefile(other)
    except (OSError, ValueError):
        return False


def _files_below(folder: Path, leave_out: StrPath | None) -> Iterator[str | Failure]:
    """Without recursion, because folders can lie deeper than Python's stack is high."""
    pending, is_empty = [folder], True
    while pending:
        path = pending.pop()
        if path is folder or (_is_folder(path) and not path.is_symlink()):
            try:
                pending += sorted(filter(_is_wanted, path.iterdir()), reverse=True)
                continue
            except OSError as error:
                found: str | Failure = Failure(path_text(path), reason_of(error), error)
        elif leave_out is not None and is_same_file(path, leave_out):
            continue
        else:
            found = _regular_file(path)
        is_empty = False
        yield found
    if is_empty:
        yield Failure(path_text(folder), "no files in this folder")


def is_litter(path: str) -> bool:
    """Whether a path with slashes leads to or through what office programs and file managers leave behind.

    >>> is_litter("2022/某县.docx"), is_litter("2022/~$某县.docx"), is_litter("__MACOSX/._某县.docx")
    (False, True, True)
    """
    return any(name.startswith(_LITTER_PREFIXES) or name.lower() in _LITTER_NAMES for name in path.split("/"))


def _is_wanted(path: Path) -> bool:
    return not is_litter(path.name)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _regular_file(path: Path) -> str | Failure:
    """A file of a folder; waiting for a pipe that nobody writes to would stop everything."""
    if path.is_file():
        return os.fspath(path)
    if path.is_dir():
        return Failure(path_text(path), "a link to a folder, which is not followed")
    return Failure(path_text(path), "no regular file" if path.exists() else "a link that leads nowhere")
