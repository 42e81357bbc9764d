"""The Python API: three functions, and what they promise of files that are no reports."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import extractor
from extractor import Failure, extract_file, extract_files, extract_text
from extractor.errors import EmptyFile, FazhiError, ReadError
from schemas import Report
from tests import stub
from tests.samples import ROOT

TEXT = "某县水务局\r\n全年立案17件。"


@pytest.fixture(autouse=True)
def pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "extractor.pipeline", stub.module())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {"a.txt": TEXT.encode("gb18030"), "b.gif": b"GIF89a", "c.txt": stub.DEFECT.encode(), "d.txt": b"", "sub/e.txt": TEXT.encode("utf-16")}
    for name, data in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_the_public_names() -> None:
    assert extractor.__all__ == ["Failure", "extract_file", "extract_files", "extract_text"]


def test_a_text_is_taken_as_it_is() -> None:
    report = extract_text("\ufeff" + TEXT, name="here")
    assert report.source.name == report.source.path == "here"
    assert report.source.characters == len(TEXT) + 1
    assert report.source.encoding is None
    assert report.indicators[0].evidence.start == TEXT.index("17") + 1


def test_a_file_gives_its_report(folder: Path) -> None:
    report = extract_file(folder / "a.txt")
    assert (report.source.name, report.source.path, report.source.encoding) == ("a.txt", str(folder / "a.txt"), "gb18030")
    assert report.source.characters == len(TEXT)


def test_a_file_that_cannot_be_read_raises(folder: Path) -> None:
    with pytest.raises(EmptyFile):
        extract_file(folder / "d.txt")
    with pytest.raises(ReadError, match="no such file"):
        extract_file(folder / "none.txt")


def test_every_file_gives_a_report_or_a_reason(folder: Path) -> None:
    results = list(extract_files([folder, folder / "none.txt"]))
    assert [result.source.name if isinstance(result, Report) else result.reason for result in results] == [
        "a.txt",
        "a GIF image, which cannot be read",
        "a defect of the program: ZeroDivisionError: division by zero",
        "the file is empty",
        "e.txt",
        "no such file or directory",
    ]


def test_a_failure_keeps_what_was_raised(folder: Path) -> None:
    failures = [result for result in extract_files([folder]) if isinstance(result, Failure)]
    assert [isinstance(failure.error, FazhiError) for failure in failures] == [True, False, True]
    assert all(failure.path.startswith(str(folder)) for failure in failures)


def test_files_are_read_only_when_they_are_asked_for(folder: Path) -> None:
    def paths() -> Iterator[Path]:
        yield folder / "a.txt"
        pytest.fail("asked for too much")

    assert isinstance(next(extract_files(paths())), Report)


def test_the_interrupt_of_a_user_ends_everything(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> Report:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules["extractor.pipeline"], "extract", interrupted)
    with pytest.raises(KeyboardInterrupt):
        list(extract_files([folder]))


@pytest.mark.parametrize("statement", ["import extractor", "import extractor.spans", "import extractor.readers", "import extractor.writers"])
def test_nothing_heavy_is_imported_before_it_is_needed(statement: str) -> None:
    heavy = "pydantic", "jieba", "rich", "charset_normalizer", "orjson", "typer"
    code = f"{statement}; import sys; print(*[name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
