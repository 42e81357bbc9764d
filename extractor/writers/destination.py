"""Where output goes: a file that is there only when it is whole.

>>> import tempfile
>>> place = Path(tempfile.mkdtemp()) / "out.txt"
>>> with whole_file(place) as stream:
...     _ = stream.write(b"1")
...     place.exists()
False
>>> place.read_bytes()
b'1'
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

_PIECE = 1 << 20


@contextmanager
def whole_file(path: str | Path) -> Iterator[BinaryIO]:
    """A stream whose bytes come to stand at the path when all are written; if anything goes wrong, what stood there stays.

    What is no regular file, such as a named pipe, is written to as it is.
    """
    place = Path(path).resolve()
    if place.exists() and not place.is_file():
        with place.open("wb") as stream:
            yield stream
        return
    beside = place.with_name(f".{place.name[:80]}.{os.getpid()}.part")
    try:
        with beside.open("wb") as stream:
            yield stream
        if place.exists():
            shutil.copymode(place, beside)
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)


def built(build: Callable[[Path], None], folder: Path | None = None) -> Iterator[bytes]:
    """The bytes of a file that has to be built as a whole, in pieces; ``folder`` is where there is room to build it.

    >>> b"".join(built(lambda path: None if path.write_bytes(b"12") else None))
    b'12'
    """
    with TemporaryDirectory(prefix=".fazhi-", dir=folder) as scratch:
        path = Path(scratch, "built")
        build(path)
        with path.open("rb") as stream:
            while piece := stream.read(_PIECE):
                yield piece
