"""From a path to the documents there: one, or those of an archive, whose members have paths as files in a folder have.

>>> read_bytes(b"\\xff\\xd8\\xff\\xe0", demands=Demands(kind="txt"))
Traceback (most recent call last):
extractor.errors.ReadError: its encoding cannot be told; perhaps it is no text
"""

import io
import os
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from extractor.document import Document, Source
from extractor.errors import EmptyFile, ReadError
from extractor.files import STANDARD_INPUT, Failure, StrPath, failure_of, path_text, reason_of
from extractor.readers.archives import DEEPEST, Budget, find_unpacker
from extractor.readers.demands import Demands
from extractor.readers.formats import load_reader

_AS_THEY_ARE = Demands()


def read_documents(path: StrPath, demands: Demands = _AS_THEY_ARE) -> Iterator[Document | Failure]:
    """The documents at a path, ``-`` being standard input; a member of an archive that cannot be read is a Failure.

    Raises ReadError with the reason where the file itself cannot be read.
    """
    with _opened(path) as stream:
        yield from _documents(stream, path_text(path), demands, Budget(), DEEPEST)


def read_stream(stream: BinaryIO, path: str = "-", demands: Demands = _AS_THEY_ARE) -> Iterator[Document | Failure]:
    """The same of a stream, which ``path`` is the name of."""
    yield from _documents(stream, path, demands, Budget(), DEEPEST)


def read_file(path: StrPath, demands: Demands = _AS_THEY_ARE) -> Document:
    """The one document at a path, which may go on into an archive. Raises ReadError where there is none, or there are several."""
    outer, inner = _split(path)
    if inner:
        return _member(outer, inner, demands)
    with _opened(path) as stream:
        if demands.kind is None and find_unpacker(stream):
            raise ReadError("an archive: name one of its files, as if it were a folder")
        return _document(stream, path_text(path), demands)


def read_bytes(data: bytes, name: str = "-", path: str = "-", demands: Demands = _AS_THEY_ARE) -> Document:
    """The document in the bytes of a file of that name and path. Raises ReadError.

    >>> read_bytes(b"MZ\\x90\\0")
    Traceback (most recent call last):
    extractor.errors.UnknownFormat: a program, which cannot be read
    """
    if not data:
        raise EmptyFile("the file is empty")
    found = demands.format_of(data)
    source = Source(name=name, path=path, sha256=sha256(data).hexdigest(), media_type=found.media_type, encoding=demands.encoding)
    return load_reader(found)(data, source)


def _documents(stream: BinaryIO, path: str, demands: Demands, budget: Budget, depth: int) -> Iterator[Document | Failure]:
    unpack = find_unpacker(stream) if demands.kind is None else None
    if unpack is None:
        yield _document(stream, path, demands)
        return
    if depth == 0:
        raise ReadError(f"an archive within {DEEPEST} archives, which is not opened")
    is_empty = True
    for member in unpack(stream, budget):
        is_empty = False
        inside = path_text(f"{path}/{member.path if isinstance(member, Failure) else member.name}")
        if isinstance(member, Failure):
            yield Failure(inside, member.reason, member.error)
        else:
            yield from _within(io.BytesIO(member.data), inside, demands, budget, depth - 1)
    if is_empty:
        raise EmptyFile("no files in this archive")


def _within(stream: BinaryIO, path: str, demands: Demands, budget: Budget, depth: int) -> Iterator[Document | Failure]:
    try:
        yield from _documents(stream, path, demands, budget, depth)
    except Exception as error:  # noqa: BLE001, one member that no reader foresaw must not lose the others
        yield failure_of(path, error)


def _document(stream: BinaryIO, path: str, demands: Demands) -> Document:
    return read_bytes(stream.read(), path.rsplit("/", 1)[-1] or path, path, demands)


def _member(outer: str, inner: str, demands: Demands) -> Document:
    wanted = f"{path_text(outer)}/{inner}"
    for found in read_documents(outer, demands):
        if isinstance(found, Document) and found.source.path == wanted:
            return found
        if isinstance(found, Failure) and found.path == wanted:
            raise found.error if isinstance(found.error, ReadError) else ReadError(found.reason)
    raise ReadError("no such file in this archive")


def _split(path: StrPath) -> tuple[str, str]:
    """A path and, where it goes on into an archive, the rest of it."""
    whole = os.fspath(path)
    outer = Path(whole)
    if whole == STANDARD_INPUT or _is_there(outer):
        return whole, ""
    for above in outer.parents:
        if _is_there(above):
            return (str(above), outer.relative_to(above).as_posix()) if above.is_file() else (whole, "")
    return whole, ""


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _opened(path: StrPath) -> BinaryIO:
    try:
        return io.BytesIO(sys.stdin.buffer.read()) if os.fspath(path) == STANDARD_INPUT else Path(path).open("rb")
    except OSError as error:
        raise ReadError(reason_of(error)) from error
    except ValueError as error:
        raise ReadError("no file can have this name") from error
