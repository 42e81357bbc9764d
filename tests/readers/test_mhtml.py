"""Web archives as browsers and Word write them."""

import quopri
from base64 import encodebytes
from contextlib import suppress

import pytest

from extractor.document import Source
from extractor.errors import EmptyFile, ReadError
from extractor.readers import read_bytes
from extractor.readers.mhtml import read
from tests.makers.html import STYLES, Paper

PAPER = Paper(("某县水利局2022年法治政府建设年度报告",), ("一、工作情况", "我局认真履职，全年立案查处案件12件，均已办结，没有发生行政诉讼案件。" * 4))
IMAGE = b"\x89PNG\r\n\x1a\n" + bytes(range(200))


def part(payload: bytes, coding: str = "quoted-printable", kind: str = "text/html") -> bytes:
    encoded = {"quoted-printable": quopri.encodestring(payload), "base64": encodebytes(payload), "8bit": payload}[coding]
    return f"Content-Type: {kind}\nContent-Transfer-Encoding: {coding}\nContent-Location: http://a.gov.cn/a.html\n\n".encode() + encoded


def archive(*parts: bytes) -> bytes:
    head = (
        b'From: <Saved by Blink>\nSubject: =?utf-8?Q?a?=\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n\tboundary="----M--b"\n\n'
    )
    return head + b"".join(b"\n------M--b\n" + one for one in parts) + b"\n------M--b--\n"


@pytest.mark.parametrize("coding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("style", ["jcms", "soup", "word", "traditional"])
def test_an_archive_is_its_page(style: str, coding: str) -> None:
    page = STYLES[style](PAPER)
    if coding == "8bit":  # only the other codings keep line ends
        page = page.replace(b"\r", b"")
    document = read_bytes(archive(part(page, coding), part(IMAGE, "base64", "image/png")))
    assert document.text == read_bytes(page).text
    assert document.source.media_type == "multipart/related"
    assert document.source.encoding == read_bytes(page).source.encoding


def test_the_frame_with_the_text_is_read() -> None:
    frames = b"<html><frameset><frame src='cid:1'><frame src='cid:2'></frameset></html>"
    menu = "<html><body><a href=/>首页</a><p>栏目</p></body></html>".encode("gb18030")
    page = STYLES["soup"](PAPER)
    assert read_bytes(archive(part(frames), part(menu), part(page))).text == read_bytes(page).text


def test_a_page_that_word_saved_in_two_bytes_a_character() -> None:
    page = STYLES["word"](PAPER).decode()
    assert read_bytes(archive(part(page.encode("utf-16"), "base64", 'text/html; charset="unicode"'))).text == read_bytes(page.encode()).text


def test_an_archive_without_a_page_is_refused() -> None:
    with pytest.raises(ReadError, match="no web page"):
        read(archive(part(IMAGE, "base64", "image/png")), Source())


def test_an_archive_of_empty_pages_is_refused() -> None:
    with pytest.raises(EmptyFile):
        read(archive(part(b"<html></html>"), part(b"<html><frameset><frame src=a></frameset></html>")), Source())


def test_a_page_that_cannot_be_read_is_passed_over_if_there_is_another() -> None:
    broken = b"<html>" + bytes(range(128, 256)) * 40
    page = STYLES["jcms"](PAPER)
    assert read(archive(part(broken, "base64"), part(page)), Source()).text == read_bytes(page).text
    with pytest.raises(ReadError, match="encoding"):
        read(archive(part(broken, "base64")), Source())


@pytest.mark.parametrize("cut", [0, 60, 150, 200, 260, 700])
def test_an_archive_that_is_cut_is_read_or_refused(cut: int) -> None:
    data = archive(part(STYLES["jcms"](PAPER)))
    with suppress(ReadError):
        assert read(data[:cut] if cut else data[:-9], Source()).text


def test_parts_nested_without_end_are_refused_or_read() -> None:
    nested = b"".join(b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(3000))
    with pytest.raises(ReadError):
        read(nested, Source())
