"""How a file's state is told: by its content, and, without reading it, by what the system keeps of it.

>>> content_of("no such file") is None
True
"""

import hashlib
import os
import time
from pathlib import Path

from extractor.batch.places import content_of_place, is_address, stamp_of_place

# A change within the same tick of the file system's clock leaves no trace: only what has been still for so long can be told by its stamp.
SETTLED = 2.0  # seconds


def content_of(path: str) -> str | None:
    """The SHA-256 of a file's bytes; None where it cannot be read."""
    if is_address(path):
        return content_of_place(path)
    try:
        with Path(path).open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except (OSError, ValueError):
        return None


def stamp_of(path: str) -> str | None:
    """What the system keeps of a file's state, which no writing leaves as it is; None where the file has only just been written, or is not there."""
    if is_address(path):
        return stamp_of_place(path)
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return None
    if time.time() - max(found.st_mtime, found.st_ctime) < SETTLED:
        return None
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"


def is_settled(path: str, still: float = SETTLED) -> bool:
    """Whether nobody has written to a file for some seconds; one that is not there is.

    >>> is_settled("no such file")
    True
    """
    try:
        return time.time() - os.stat(path).st_mtime >= still
    except (OSError, ValueError):
        return True
