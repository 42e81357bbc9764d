"""Which format it is, is told by the bytes."""

import io
import tomllib
import zipfile

import pytest

from extractor.errors import UnknownFormat
from extractor.readers.formats import FORMATS, Format, format_of, load_reader, readable_formats
from tests.samples import REPORT, ROOT

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def known(key: str) -> Format:
    return next(found for found in FORMATS if found.key == key)


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
    (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3", "pdf"),
    (b"\r\n%PDF-1.4", "pdf"),
    (archive("[Content_Types].xml", "word/document.xml"), "docx"),
    (archive("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
    (archive("[Content_Types].xml", "_rels/.rels", "word/document2.xml"), "docx"),
    (archive("[Content_Types].xml", "word/document.xml")[:100], "docx"),  # cut off: the list at its end is gone
    (archive("2022/a.docx", "2022/OFD.xml"), "zip"),
    (archive("OFD.xml", "Doc_0/Document.xml"), "ofd"),
    (archive("a.txt"), "zip"),
    (archive(), "zip"),
    (OLE + "WordDocument".encode("utf-16-le"), "doc"),
    (OLE + "Workbook".encode("utf-16-le"), "xls"),
    (OLE + "EncryptedPackage".encode("utf-16-le"), "locked"),
    (OLE, "ole"),
    (b"{\\rtf1\\ansi", "rtf"),
    (b"\x89PNG\r\n\x1a\n\0\0", "png"),
    (b"\xff\xd8\xff\xe0\0\x10JFIF", "jpeg"),
    (b"GIF89a", "gif"),
    (b"\x1f\x8b\x08\0", "gzip"),
    (b"Rar!\x1a\x07\x00", "rar"),
    (b"SQLite format 3\0", "sqlite"),
    (b"\x7fELF\2", "program"),
    (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x", "mhtml"),
    (b"<!DOCTYPE html><html>", "html"),
    (b"\xef\xbb\xbf\r\n <HTML lang=zh>", "html"),
    (b"<!-- saved from url=(0014)about:internet -->\n<html>", "html"),
    (b'<?xml version="1.0"?><html xmlns="x">', "html"),
    ("<html><body>甲".encode("utf-16"), "html"),
    ("<p>甲</p>\n".encode("gb18030"), "html"),
    (("正文" + "甲乙<span>丙</span>" * 12).encode(), "html"),
    (b'<?xml version="1.0"?><w:document/>', "xml"),
    (b'{"schema_version":"1"}\n{"schema_version":"1"}', "json"),
    (b'[\n{"a":1}]', "json"),
]


@pytest.mark.parametrize("data", TEXTS)
def test_text_is_text(data: bytes) -> None:
    assert format_of(data).media_type == "text/plain"


@pytest.mark.parametrize(("data", "key"), OTHERS)
def test_other_formats_are_told_by_their_bytes(data: bytes, key: str) -> None:
    assert format_of(data).key == key


@pytest.mark.parametrize(("key", "words"), [("gif", "^a GIF image, which cannot be read$"), ("program", "^a program, which cannot be read$")])
def test_what_cannot_be_read_is_named(key: str, words: str) -> None:
    with pytest.raises(UnknownFormat, match=words):
        load_reader(known(key))


@pytest.mark.parametrize(("key", "extra"), [("png", "ocr"), ("ofd", "ofd"), ("doc", "doc")])
def test_what_needs_an_extra_tells_how_to_get_it(key: str, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.readers.formats.find_spec", lambda _: None)
    with pytest.raises(UnknownFormat, match=rf"to read it: pip install 'fazhi\[{extra}\]'$"):
        load_reader(known(key))


def test_every_format_has_a_name_and_a_media_type_of_its_own() -> None:
    assert len({known.name for known in FORMATS}) == len({known.key for known in FORMATS}) == len(FORMATS)
    assert len({known.media_type for known in FORMATS}) == len(FORMATS)


def test_every_reader_that_is_named_is_there() -> None:
    assert all(callable(load_reader(known)) for known in readable_formats() if known.is_installed)


def test_every_extra_is_one_of_the_package() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert {known.extra for known in FORMATS if known.extra} <= set(extras)


def test_looking_at_a_long_file_is_quick() -> None:
    assert format_of(b"<!-- " * 200_000 + b"<" * 1_000_000).media_type == "text/plain"
