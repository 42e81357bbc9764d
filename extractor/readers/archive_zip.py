"""ZIP archives, with names in whatever encoding they were packed.

>>> name_of("某县.txt".encode("gbk").decode("cp437"), is_utf8=False)  # as the format's own rule reads it
'某县.txt'
"""

import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from extractor.errors import ReadError
from extractor.files import Failure, is_litter
from extractor.readers.archive_budget import Budget, Member
from extractor.readers.decoding import decode
from extractor.readers.formats import is_office_zip

_ENCRYPTED, _UTF8 = 0x1, 0x800
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError)


def is_plain_zip(stream: BinaryIO) -> bool:
    """Whether a stream at its start holds a ZIP archive that is no document of an office program."""
    return stream.read(2) == b"PK" and zipfile.is_zipfile(stream) and not is_office_zip(stream)


def unpack_zip(stream: BinaryIO, budget: Budget) -> Iterator[Member | Failure]:
    """The files of an archive in their order. Raises ReadError where it is damaged as a whole."""
    try:
        archive = zipfile.ZipFile(stream)
    except _BROKEN as error:
        raise ReadError("a damaged ZIP archive") from error
    with archive:
        for info in archive.infolist():
            name = name_of(info.filename, is_utf8=bool(info.flag_bits & _UTF8))
            if not info.is_dir() and not is_litter(name):
                yield _member(archive, info, name, budget)


def name_of(filename: str, *, is_utf8: bool) -> str:
    """A member's name from what the library made of it."""
    if not is_utf8 and not filename.isascii():
        try:
            return decode(filename.encode("cp437")).text.replace("\\", "/")
        except (UnicodeEncodeError, ReadError):
            pass
    return filename.replace("\\", "/")


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, budget: Budget) -> Member | Failure:
    if info.flag_bits & _ENCRYPTED:
        return Failure(name, "encrypted")
    objection = budget.objection(info.file_size, info.compress_size)
    if objection:
        return Failure(name, objection)
    try:
        with archive.open(info) as member:
            return Member(name, member.read(info.file_size))
    except _BROKEN as error:
        return Failure(name, "damaged in its archive", error)
