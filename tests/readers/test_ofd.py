"""OFD documents: every character in its place, and what is no document."""

from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from extractor.document import Source
from extractor.errors import EmptyFile, ReadError
from extractor.readers.formats import format_of
from extractor.readers.ofd import read
from extractor.readers.ofd_lines import POINTS, TextRun, find_lines
from extractor.spans import Span
from tests.makers.ofd import LEFT, SIZE, Placed, content, ofd_of, package
from tests.samples import REPORT, specimens

A4 = (0.0, 0.0, 210.0, 297.0)
_PAGE_NUMBER = regex.compile(r"[—-]\d+[—-]")


def squeezed(text: str) -> str:
    """A text without blanks, line ends and page numbers."""
    return _PAGE_NUMBER.sub("", regex.sub(r"\s+", "", text))


def run(text: str, x: float, y: float = 50.0, size: float = 5.0) -> TextRun:
    return TextRun(text, x, y, size, len(text) * size)


def lines(*runs: TextRun) -> list[str]:
    return [line.text for line in find_lines(runs, A4, 1)]


@pytest.mark.parametrize("by_character", [False, True])
@pytest.mark.parametrize("path", specimens(), ids=lambda path: path.stem)
def test_a_specimen_comes_back(path: Path, by_character: bool) -> None:
    text = path.read_text(encoding="utf-8")
    assert squeezed(read(ofd_of(text, by_character=by_character), Source()).text) == squeezed(text)


def test_lines_know_their_page_and_place() -> None:
    found = read(ofd_of(REPORT), Source())
    assert found.source.pages == 2
    start = found.text.index("三、2023年工作打算")
    line = found.layout.printed(Span(start, start + 2))
    assert line is not None
    assert line.page == 2
    assert line.box is not None
    assert line.box[0] == pytest.approx((LEFT + 2 * SIZE) * POINTS, abs=0.1)


def test_runs_on_a_base_line_are_one_line_from_left_to_right() -> None:
    assert lines(run("件", 60), run("立案1", 40), run("3", 55, 51.0)) == ["立案13件"]


def test_a_gap_parts_cells() -> None:
    assert lines(run("许可", 30), run("86", 60), run("下一行", 30, 60)) == ["许可", "86", "下一行"]


def test_latin_words_keep_their_blank() -> None:
    assert lines(run("V2", 30), run("beta", 42)) == ["V2 beta"]


def test_blanks_within_a_line_are_kept_and_those_at_its_ends_move_it() -> None:
    (line,) = find_lines([run("　　立案", 30), run("　", 50), run("3件", 55), run("　", 65)], A4, 1)
    assert line.text == "立案　3件"
    assert line.box[0] == pytest.approx(40 * POINTS)


def test_what_is_printed_twice_is_bold() -> None:
    found = find_lines([run("一、概况", 30), run("一、概况", 30.1), run("立案3件", 30, 60)], A4, 1)
    assert [(line.text, line.bold) for line in found] == [("一、概况", True), ("立案3件", False)]


@pytest.mark.parametrize("stray", [run("外", 300), run("外", 30, -20), run("外", 30, size=0), run("外", 30, size=5000), run("外", float("nan")), run(" ", 30)])
def test_what_is_not_on_the_page_is_left_out(stray: TextRun) -> None:
    assert lines(run("内", 30, 80), stray) == ["内"]


def test_a_page_that_begins_elsewhere() -> None:
    (line,) = find_lines([run("立案", 40, 60)], (10.0, 10.0, 210.0, 297.0), 1)
    assert line.box[0] == pytest.approx(30 * POINTS)


def test_a_damaged_page_is_told() -> None:
    found = read(package([content([Placed("立案3件。", 30, 50)]), "<ofd:Page"]), Source())
    assert (found.text, found.source.pages) == ("立案3件。", 2)
    assert [notice.code for notice in found.notices] == ["unread_pages"]


def test_it_is_known_by_its_bytes() -> None:
    assert format_of(ofd_of(REPORT)).key == "ofd"


@pytest.mark.parametrize("pages", [[], [content([])], [content([Placed("  ", 30, 50)])]])
def test_a_document_without_text_is_empty(pages: list[str]) -> None:
    with pytest.raises(EmptyFile):
        read(package(pages), Source())


@pytest.mark.parametrize("data", [package(["<ofd:Page"]), ofd_of(REPORT)[:300], ofd_of(REPORT)[:-30], b"PK\x03\x04OFD.xml"])
def test_a_damaged_document_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="damaged"):
        read(data, Source())


@given(data=st.data())
def test_any_bytes_are_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(ofd_of("全年立案3件。"))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        read(bytes(whole), Source())
    except ReadError:
        return
