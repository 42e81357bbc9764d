"""From a file or its bytes to a document."""

import io
import os
import sys
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

import pytest

from extractor.errors import EmptyFile, ReadError, UnknownFormat
from extractor.readers import read_bytes, read_file
from extractor.readers.text import document_of
from tests.samples import REPORT


def test_a_document_tells_its_source() -> None:
    data = REPORT.encode("gb18030")
    source = read_bytes(data, "a.txt", "in/a.txt").source
    assert (source.name, source.path, source.media_type, source.encoding, source.pages) == ("a.txt", "in/a.txt", "text/plain", "gb18030", None)
    assert source.sha256 == sha256(data).hexdigest()


def test_a_file_is_read_with_its_name_and_path(tmp_path: Path) -> None:
    file = tmp_path / "某县 2022.txt"
    file.write_bytes(REPORT.encode())
    document = read_file(file)
    assert document.text == REPORT
    assert (document.source.name, document.source.path) == (file.name, str(file))


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(REPORT.encode())))
    document = read_file("-")
    assert (document.text, document.source.name, document.source.path) == (REPORT, "-", "-")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_that_is_no_text_is_escaped(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"\xc4\xff.txt")
    Path(os.fsdecode(path)).write_bytes(REPORT.encode())
    assert read_file(os.fsdecode(path)).source.name == r"\xc4\xff.txt"


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \n\t\r\n", "　\n".encode(), b"\x1a"])
def test_a_file_without_anything_in_it_is_refused(data: bytes) -> None:
    with pytest.raises(EmptyFile):
        read_bytes(data)


@pytest.mark.parametrize("data", ["甲\0乙".encode(), b"\x01\x02\x03\x04 abc", b"\x1b[31m" * 20, b"\xff\xfe" + "甲\0乙".encode("utf-16-le")])
def test_control_characters_are_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="binary"):
        read_bytes(data)


def test_a_few_control_characters_are_none_of_our_business() -> None:
    text = REPORT.replace("\n", "\x0b\n", 3) + "\x1a"
    assert read_bytes(text.encode()).text == text


def test_what_no_reader_knows_is_named() -> None:
    with pytest.raises(UnknownFormat, match=r"^a GIF image, which cannot be read$"):
        read_bytes(b"GIF89a")


@pytest.mark.parametrize(("name", "reason"), [("none.txt", "no such file"), ("", "is a directory"), ("a\0b", "name")])
def test_a_file_that_cannot_be_opened_is_refused_with_the_reason(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read_file(str(tmp_path / name))


def test_a_text_becomes_a_document_as_it_is() -> None:
    assert document_of("\ufeff\0\r\n").text == "\ufeff\0\r\n"


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(ReadError, match="surrogate"):
        document_of("甲\ud800")
