"""Word 97 documents: the same text, numbers and tables as in the newer format, and what is no document."""

from pathlib import Path

import pytest

from extractor.document import Source
from extractor.errors import ReadError
from extractor.readers import docx
from extractor.readers.doc import read
from extractor.readers.formats import format_of
from tests.makers.doc import docs_of, has_office
from tests.makers.docx import docx_of
from tests.samples import REPORT, specimens

DATA = Path(__file__).with_name("files").joinpath("report.doc").read_bytes()
TABLE = "类别\t受理（件）\t办结（件）\n取水\t640\t638\n采砂\t12\t11\n\n"
NEWER = docx_of(REPORT.replace("二、存在的问题", TABLE + "二、存在的问题"), note="含上年结转的两件。")
INFORMATION_BLOCK = b"\xec\xa5"  # how the stream with the text begins


def test_the_text_is_that_of_the_newer_format() -> None:
    old, new = read(DATA, Source()), docx.read(NEWER, Source())
    assert old.text == new.text
    assert (old.layout.tables, old.layout.emphases) == (new.layout.tables, new.layout.emphases)


def test_it_is_known_by_its_bytes() -> None:
    assert format_of(DATA).key == "doc"


@pytest.mark.slow
@pytest.mark.skipif(not has_office(), reason="no LibreOffice to write them with")
def test_the_specimens_are_those_of_the_newer_format(tmp_path: Path) -> None:
    newer = {path.stem: docx_of(path.read_text(encoding="utf-8")) for path in specimens()}
    old = {name: read(data, Source()).text for name, data in docs_of(newer, tmp_path).items()}
    assert old == {name: docx.read(data, Source()).text for name, data in newer.items()}


def test_a_protected_document_is_refused() -> None:
    flags = DATA.index(INFORMATION_BLOCK) + 11
    with pytest.raises(ReadError, match="password"):
        read(DATA[:flags] + bytes([DATA[flags] | 1]) + DATA[flags + 1 :], Source())


def test_an_older_document_is_refused() -> None:
    with pytest.raises(ReadError, match="older than Word 97"):
        read(DATA.replace(INFORMATION_BLOCK, b"\xdc\xa5", 1), Source())


@pytest.mark.parametrize("length", [0, 8, 511, 600, 5_000, 9_000])
def test_a_truncated_document_is_refused(length: int) -> None:
    with pytest.raises(ReadError, match="damaged"):
        read(DATA[:length], Source())


@pytest.mark.parametrize("place", range(512, len(DATA), 1511))
def test_a_damaged_document_is_read_or_refused(place: int) -> None:
    try:
        read(DATA[:place] + bytes(100) + DATA[place + 100 :], Source())
    except ReadError:
        return


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def write_bytes(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", write_bytes)
    with pytest.raises(ReadError, match="no room"):
        read(DATA, Source())
