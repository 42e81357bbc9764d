"""Bytes in, :class:`~extractor.document.Document` out. Which format it is, is told by the bytes.

- ``formats``: the list of formats, and how each is recognised
- ``text``: plain text
- ``decoding``, ``frequent``: from bytes to characters

>>> read_bytes("某县２０２２年立案3件。".encode("gb18030")).source.encoding
'gb18030'
"""

import os
import sys
from hashlib import sha256
from pathlib import Path

from extractor.document import Document, Source
from extractor.errors import EmptyFile, ReadError
from extractor.files import STANDARD_INPUT, StrPath, path_text, reason_of
from extractor.readers.formats import Reader, format_of, load_reader

__all__ = ["Reader", "read_bytes", "read_file"]


def read_file(path: StrPath) -> Document:
    """The document in a file; ``-`` is standard input. Raises ReadError with the reason where there is none."""
    try:
        data = _bytes_at(os.fspath(path))
    except OSError as error:
        raise ReadError(reason_of(error)) from error
    except ValueError as error:
        raise ReadError("no file can have this name") from error
    shown = path_text(path)
    return read_bytes(data, Path(shown).name or shown, shown)


def read_bytes(data: bytes, name: str = "-", path: str = "-") -> Document:
    """The document in the bytes of a file of that name and path.

    >>> read_bytes(b"%PDF-1.7")
    Traceback (most recent call last):
    extractor.errors.UnknownFormat: a PDF document, which cannot be read yet
    """
    if not data:
        raise EmptyFile("the file is empty")
    found = format_of(data)
    source = Source(name=name, path=path, sha256=sha256(data).hexdigest(), media_type=found.media_type)
    return load_reader(found)(data, source)


def _bytes_at(path: str) -> bytes:
    return sys.stdin.buffer.read() if path == STANDARD_INPUT else Path(path).read_bytes()
