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
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


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
