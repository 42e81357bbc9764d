"""TAR archives, packed or not, and single files packed by gzip, bzip2 or xz.

>>> import gzip, io
>>> [member.name for member in unpack_tar(io.BytesIO(gzip.compress(b"2022")), Budget())]
['content']
"""

import bz2
import gzip
import lzma
import tarfile
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

from extractor.errors import ReadError
from extractor.files import Failure, is_litter
from extractor.readers.archive_budget import LARGEST_MEMBER, Budget, Member
from extractor.readers.decoding import decode

_MAGIC_AT, _MAGIC = 257, b"ustar"
_PACKED: tuple[tuple[bytes, Callable[[BinaryIO], object]], ...] = ((b"\x1f\x8b", gzip.open), (b"BZh", bz2.open), (b"\xfd7zXZ\x00", lzma.open))
_BROKEN = (tarfile.TarError, zlib.error, lzma.LZMAError, OSError, EOFError, ValueError)
_UNNAMED = "content"


def is_tar(stream: BinaryIO) -> bool:
    """Whether a stream at its start holds a TAR archive or a packed file."""
    head = stream.read(_MAGIC_AT + len(_MAGIC))
    return head[_MAGIC_AT:] == _MAGIC or head.startswith(tuple(mark for mark, _ in _PACKED))


def unpack_tar(stream: BinaryIO, budget: Budget) -> Iterator[Member | Failure]:
    """The files of an archive in their order; of a packed file that is none, the file. Raises ReadError where it is damaged at its start."""
    archive = _opened(stream)
    if archive is None:
        stream.seek(0)
        yield _unpacked(stream, budget)
        return
    with archive:
        yield from _members(archive, budget)


def _opened(stream: BinaryIO) -> tarfile.TarFile | None:
    try:
        return tarfile.open(fileobj=stream, mode="r|*")
    except _BROKEN:
        return None


def _members(archive: tarfile.TarFile, budget: Budget) -> Iterator[Member | Failure]:
    try:
        for info in archive:
            name = _name(info)
            if info.isfile() and not is_litter(name):
                yield _member(archive, info, name, budget)
            if budget.left < 0:  # what is passed over has to be unpacked too
                yield Failure("…", "the rest of the archive is left out: it unpacks to more than is allowed")
                return
    except _BROKEN as error:
        yield Failure("…", "the archive is damaged from here on", error)


def _member(archive: tarfile.TarFile, info: tarfile.TarInfo, name: str, budget: Budget) -> Member | Failure:
    objection = budget.objection(info.size, None)
    if objection:
        budget.left -= info.size
        return Failure(name, objection)
    content = archive.extractfile(info)
    return Member(name, content.read() if content else b"")


def _name(info: tarfile.TarInfo) -> str:
    try:
        return decode(info.name.encode("utf-8", "surrogateescape")).text
    except ReadError:
        return info.name


def _unpacked(stream: BinaryIO, budget: Budget) -> Member | Failure:
    head = stream.read(8)
    stream.seek(0)
    unpack = next((unpack for mark, unpack in _PACKED if head.startswith(mark)), None)
    if unpack is None:
        raise ReadError("a damaged TAR archive")
    try:
        data = cast(BinaryIO, unpack(stream)).read(LARGEST_MEMBER + 1)
    except _BROKEN as error:
        raise ReadError("a damaged packed file") from error
    objection = budget.objection(len(data), None)
    if objection:
        raise ReadError(objection)
    return Member(_UNNAMED, data)
