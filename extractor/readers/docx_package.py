"""The parts of a Word document: a ZIP archive whose members name each other by relationships.

>>> Package(b"PK\\x03\\x04")
Traceback (most recent call last):
extractor.errors.ReadError: a damaged or truncated Word document
"""

import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote

from extractor.errors import ReadError
from extractor.readers.docx_xml import Element, parse_xml

MOST_BYTES = 100 * 2**20  # that a part may unpack to
MOST_RATIO, HARMLESS = 200, 10 * 2**20  # times its packed size, where it unpacks to more bytes than the second

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # which an archive is wrapped in by a password
_ENCRYPTED = 0x1  # bit of an archive member's flags
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)


@dataclass(frozen=True, slots=True)
class Relation:
    """That a part refers to another: ``kind`` is the last word of its type (`styles`), ``target`` the name of a part."""

    kind: str
    target: str


class Package:
    """The archive. Whatever is asked of it raises ReadError where it is damaged, encrypted or swells beyond measure."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLE):
            raise ReadError("protected by a password")
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except _DAMAGE as error:
            raise ReadError("a damaged or truncated Word document") from error
        self._members = {_folded(member.filename): member for member in self._archive.infolist()}

    def main_part(self) -> str:
        """The name of the part with the text."""
        named = [relation.target for relation in self.relations_of("").values() if relation.kind == "officeDocument"]
        found = next((name for name in [*named, "word/document.xml"] if _folded(name) in self._members), None)
        if found is None:
            raise ReadError("a Word document without its text")
        return found

    def bytes_of(self, part: str) -> bytes | None:
        """A part as it is; None where there is none of that name."""
        member = self._members.get(_folded(part))
        if member is None:
            return None
        _check(member)
        try:
            return self._archive.read(member)
        except _DAMAGE as error:
            raise ReadError("a damaged or truncated Word document") from error

    def xml_of(self, part: str | None) -> Element | None:
        """A part as XML; None where there is none of that name."""
        data = self.bytes_of(part) if part else None
        return parse_xml(data) if data is not None else None

    def relations_of(self, part: str) -> dict[str, Relation]:
        """What a part (the archive itself for the empty name) refers to within the archive, by the number it uses."""
        folder, name = posixpath.split(part)
        root = self.xml_of(posixpath.join(folder, "_rels", f"{name}.rels"))
        inside = [entry for entry in root if entry.get("TargetMode") != "External"] if root is not None else []
        return {entry.get("Id") or "": _relation(entry, folder) for entry in inside}


def _relation(entry: Element, folder: str) -> Relation:
    """A relation whose target is taken from the folder of the part that refers to it, or from the top."""
    path = unquote(entry.get("Target") or "").replace("\\", "/")
    return Relation((entry.get("Type") or "").rpartition("/")[2], posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/"))


def _folded(name: str) -> str:
    """A name as it is looked up: parts are told apart without regard to case, and some programs write backslashes."""
    return name.replace("\\", "/").lstrip("/").lower()


def _check(member: zipfile.ZipInfo) -> None:
    if member.flag_bits & _ENCRYPTED:
        raise ReadError("protected by a password")
    swells = member.file_size > HARMLESS and member.file_size > MOST_RATIO * max(1, member.compress_size)
    if member.file_size > MOST_BYTES or swells:
        raise ReadError(f"a part of it unpacks to {member.file_size // 2**20} MB, as in an archive made to do harm")
