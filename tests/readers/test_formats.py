"""Which format it is, is told by the bytes."""

import io
import zipfile

import pytest

from extractor.errors import UnknownFormat
from extractor.readers.formats import FORMATS, format_of, load_reader
from tests.samples import REPORT

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def archive(*members: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for member in members:
            file.writestr(member, "x")
    return stream.getvalue()


TEXTS = [
    REPORT.encode(),
    REPORT.encode("utf-16"),
    REPORT.encode("gb18030"),
    "[ 索引号 ] 000/2022 [ 发文字号 ]".encode(),
    "<一>、工作情况".encode(),
    "{一}工作".encode(),
    '<ol start="3">\n一、工作情况'.encode(),
    "3 < 5 > 2，<p>只有一处</p>".encode(),
    b"PK is no archive",
    b"BM, MZ, II*",
    b"",
]

OTHERS = [
    (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3", "PDF"),
    (b"\r\n%PDF-1.4", "PDF"),
    (archive("[Content_Types].xml", "word/document.xml"), "docx"),
    (archive("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
    (archive("OFD.xml", "Doc_0/Document.xml"), "OFD"),
    (archive("a.txt"), "ZIP"),
    (archive(), "ZIP"),
    (OLE + "WordDocument".encode("utf-16-le"), r"\.doc\)"),
    (OLE + "Workbook".encode("utf-16-le"), r"\.xls\)"),
    (OLE, "OLE"),
    (b"{\\rtf1\\ansi", "RTF"),
    (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
    (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
    (b"GIF89a", "GIF"),
    (b"\x1f\x8b\x08\0", "gzip"),
    (b"Rar!\x1a\x07\x00", "RAR"),
    (b"SQLite format 3\0", "SQLite"),
    (b"\x7fELF\2", "program"),
    (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x", "MHTML"),
    (b"<!DOCTYPE html><html>", "web page"),
    (b"\xef\xbb\xbf\r\n <HTML lang=zh>", "web page"),
    (b"<!-- saved from url=(0014)about:internet -->\n<html>", "web page"),
    (b'<?xml version="1.0"?><html xmlns="x">', "web page"),
    ("<html><body>甲".encode("utf-16"), "web page"),
    ("<p>甲</p>\n".encode("gb18030"), "web page"),
    (("正文" + "甲乙<span>丙</span>" * 12).encode(), "web page"),
    (b'<?xml version="1.0"?><w:document/>', "XML"),
    (b'{"schema_version":"1"}\n{"schema_version":"1"}', "JSON"),
    (b'[\n{"a":1}]', "JSON"),
]


@pytest.mark.parametrize("data", TEXTS)
def test_text_is_text(data: bytes) -> None:
    assert format_of(data).media_type == "text/plain"


@pytest.mark.parametrize(("data", "name"), OTHERS)
def test_what_cannot_be_read_is_named(data: bytes, name: str) -> None:
    with pytest.raises(UnknownFormat, match=name):
        load_reader(format_of(data))


def test_every_format_has_a_name_and_a_media_type_of_its_own() -> None:
    assert len({known.name for known in FORMATS}) == len(FORMATS)
    assert len({known.media_type for known in FORMATS}) == len(FORMATS)


def test_every_reader_that_is_named_is_there() -> None:
    assert all(callable(load_reader(known)) for known in FORMATS if known.reader)


def test_looking_at_a_long_file_is_quick() -> None:
    assert format_of(b"<!-- " * 200_000 + b"<" * 1_000_000).media_type == "text/plain"
