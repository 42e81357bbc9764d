r"""The formats, and how each is recognised by its bytes.

>>> format_of(b"\x89PNG\r\n\x1a\n").name
'a PNG image'
>>> format_of("一、概况".encode()).name
'plain text'
"""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import BinaryIO, Protocol, cast

import regex

from extractor.document import Document, Source
from extractor.errors import UnknownFormat

HEAD = 65_536  # bytes of a file that are looked at for markup
FEWEST_TAGS = 10  # closing tags from which on a text is markup rather than a text with a leftover of it

_WEB_PAGE = regex.compile(rb"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html|head|body|meta|title|script|style|div|table|p)[\s>]", regex.I | regex.S)
_XHTML = regex.compile(rb"<html[\s>]", regex.I)
_CLOSING_TAG = regex.compile(rb"</(?:p|div|span|td|tr|th|table|li|ul|ol|a|font|strong|b|h[1-6])>", regex.I)
_JSON = regex.compile(rb'\s*(?:\{\s*"|\[\s*\{)')
_WEB_ARCHIVE = regex.compile(rb"Content-Type: multipart/related", regex.I)


class Reader(Protocol):
    """What reads a format: a function."""

    def __call__(self, data: bytes, source: Source) -> Document:
        """Bytes of the format in, a document out; ``source`` comes with all that is known before reading. Raises ReadError."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its ``name`` in a sentence and the ``key`` that people call it by; ``reader`` is the module of this package that reads it.

    ``library`` is the module that the reader cannot do without where it comes with an ``extra`` of the package.
    """

    key: str
    name: str
    media_type: str
    recognises: Callable[[bytes], bool]
    reader: str | None = None
    extra: str | None = None
    library: str | None = None

    @property
    def is_installed(self) -> bool:
        """Whether all that the reader needs is there."""
        return self.library is None or find_spec(self.library) is not None


def format_of(data: bytes) -> Format:
    """The first format of the list that recognises the bytes; the last one, plain text, takes everything."""
    return next(candidate for candidate in FORMATS if candidate.recognises(data))


def readable_formats() -> tuple[Format, ...]:
    """The formats that have a reader, in the order of the list.

    >>> [known.key for known in readable_formats()][-1]
    'txt'
    """
    return tuple(known for known in FORMATS if known.reader)


def load_reader(found: Format) -> Reader:
    """The reader of a format. Raises UnknownFormat where there is none, and where the extra that it comes with is not installed."""
    if found.reader is None:
        raise UnknownFormat(f"{found.name}, which cannot be read")
    if not found.is_installed:
        raise UnknownFormat(f"{found.name}; to read it: {install_command(found)}")
    return cast(Reader, import_module(f"{__package__}.{found.reader}").read)


def install_command(found: Format) -> str:
    """The command that adds what a format needs; empty where nothing is missing by default."""
    return f"pip install 'fazhi[{found.extra}]'" if found.extra else ""


def _begins(*marks: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(marks)


def is_office_zip(stream: BinaryIO) -> bool:
    """Whether a stream holds a ZIP file that is a document of an office program rather than an archive of files.

    >>> is_office_zip(io.BytesIO(b"PK"))
    False
    """
    names = _zip_names(stream)
    return any(name.startswith(prefix) for name in names for prefix in _OFFICE_MEMBERS)


def _zip_with(member: str) -> Callable[[bytes], bool]:
    """By the list at the file's end; where that is cut off, by the headers of the members."""
    marks = member.encode()

    def recognises(data: bytes) -> bool:
        if not data.startswith(b"PK\x03\x04"):
            return False
        names = _zip_names(io.BytesIO(data))
        return any(name.startswith(member) for name in names) if names else marks in data

    return recognises


def _zip_names(stream: BinaryIO) -> list[str]:
    try:
        with zipfile.ZipFile(stream) as archive:
            return archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return []


def _ole_with(stream: str) -> Callable[[bytes], bool]:
    name = stream.encode("utf-16-le")
    return lambda data: data.startswith(_OLE) and name in data


def _head(data: bytes) -> bytes:
    """The beginning without byte-order mark and without the null bytes that UTF-16 puts between ASCII letters."""
    return data[:HEAD].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")


def _is_web_page(data: bytes) -> bool:
    head = _head(data)
    is_xhtml = head.lstrip().startswith(b"<?xml") and _XHTML.search(head) is not None
    return is_xhtml or _WEB_PAGE.match(head) is not None or len(_CLOSING_TAG.findall(head)) >= FEWEST_TAGS


def _is_web_archive(data: bytes) -> bool:
    return _WEB_ARCHIVE.search(data, 0, 2000) is not None and b"MIME-Version:" in data[:2000]


def _is_xml(data: bytes) -> bool:
    return _head(data).lstrip().startswith(b"<?xml")


def _is_json(data: bytes) -> bool:
    return _JSON.match(_head(data)) is not None


_OFFICE_MEMBERS = ("word/", "xl/", "OFD.xml", "ppt/")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

# The first that recognises the bytes has them: what is told by a mark, then what is told by its content, then plain text.
FORMATS: tuple[Format, ...] = (
    Format("pdf", "a PDF document", "application/pdf", lambda data: b"%PDF-" in data[:1024], "pdf"),
    Format("docx", "a Word document (.docx)", _WORD, _zip_with("word/"), "docx"),
    Format("xlsx", "an Excel workbook (.xlsx)", _EXCEL, _zip_with("xl/")),
    Format("ofd", "an OFD document", "application/ofd", _zip_with("OFD.xml"), "ofd", "ofd", "ofdkit"),
    Format("zip", "a ZIP archive", "application/zip", _begins(b"PK\x03\x04", b"PK\x05\x06")),
    Format("doc", "a Word or WPS document (.doc, .wps)", "application/msword", _ole_with("WordDocument"), "doc", "doc", "doc2docx"),
    Format("xls", "an Excel workbook (.xls)", "application/vnd.ms-excel", _ole_with("Workbook")),
    Format("locked", "an office document protected by a password", "application/vnd.ms-office", _ole_with("EncryptedPackage")),
    Format("ole", "an OLE file, as old office programs write", "application/x-ole-storage", _begins(_OLE)),
    Format("rtf", "an RTF document", "application/rtf", _begins(b"{\\rtf"), "rtf", "doc", "striprtf"),
    Format("png", "a PNG image", "image/png", _begins(b"\x89PNG\r\n\x1a\n"), "image", "ocr", "rapidocr"),
    Format("jpeg", "a JPEG image", "image/jpeg", _begins(b"\xff\xd8\xff"), "image", "ocr", "rapidocr"),
    Format("gif", "a GIF image", "image/gif", _begins(b"GIF87a", b"GIF89a")),
    Format("tiff", "a TIFF image", "image/tiff", _begins(b"II*\0", b"MM\0*"), "image", "ocr", "rapidocr"),
    Format("gzip", "a gzip archive", "application/gzip", _begins(b"\x1f\x8b\x08")),
    Format("7z", "a 7z archive", "application/x-7z-compressed", _begins(b"7z\xbc\xaf\x27\x1c")),
    Format("rar", "a RAR archive", "application/vnd.rar", _begins(b"Rar!\x1a\x07")),
    Format("sqlite", "an SQLite database", "application/vnd.sqlite3", _begins(b"SQLite format 3\0")),
    Format("program", "a program", "application/x-executable", _begins(b"\x7fELF", b"MZ\x90\0")),
    Format("mhtml", "a web archive (MHTML)", "multipart/related", _is_web_archive, "mhtml"),
    Format("html", "a web page", "text/html", _is_web_page, "html"),
    Format("xml", "an XML file", "application/xml", _is_xml),
    Format("json", "JSON data", "application/json", _is_json),
    Format("txt", "plain text", "text/plain", lambda _: True, "text"),
)
