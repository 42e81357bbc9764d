"""Archives as folders: a stream in, one member after the other out, within bounds that a hostile file cannot pass.

Nothing is ever written to disk. A member that cannot be had is a Failure under its name, and the others go on.

>>> import io, zipfile
>>> stream = io.BytesIO()
>>> with zipfile.ZipFile(stream, "w") as archive:
...     archive.writestr("2022/某县.txt", "立案3件。")
>>> unpack = find_unpacker(stream)
>>> [(member.name, member.data.decode()) for member in unpack(stream, Budget())]
[('2022/某县.txt', '立案3件。')]
"""

from collections.abc import Callable, Iterator
from typing import BinaryIO

from extractor.files import Failure
from extractor.readers.archive_budget import Budget, Member
from extractor.readers.archive_tar import is_tar, unpack_tar
from extractor.readers.archive_zip import is_plain_zip, unpack_zip

__all__ = ["DEEPEST", "Budget", "Member", "find_unpacker"]

DEEPEST = 3  # archives within archives

Unpacker = Callable[[BinaryIO, Budget], Iterator[Member | Failure]]

_KINDS: tuple[tuple[Callable[[BinaryIO], bool], Unpacker], ...] = ((is_plain_zip, unpack_zip), (is_tar, unpack_tar))


def find_unpacker(stream: BinaryIO) -> Unpacker | None:
    """What goes through the archive in a stream, which is left at its start; None where it is none."""
    for recognises, unpack in _KINDS:
        stream.seek(0)
        is_one = recognises(stream)
        stream.seek(0)
        if is_one:
            return unpack
    return None
