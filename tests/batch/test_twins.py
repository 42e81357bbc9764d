"""The same report twice: found, linked, and counted once in the panel."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from extractor.batch.options import Options
from extractor.batch.run import extract_into
from extractor.batch.store.panel import refresh_panel
from extractor.batch.store.twins import link_twins
from tests.batch.folders import asked, small_report
from tests.makers.docx import docx_of
from tests.samples import ROOT

ONE = Options(jobs=1)
SPECIMEN = (ROOT / "seeds" / "d01.txt").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def links(*names: str) -> list[tuple[str, str]]:
    assert extract_into("out.sqlite", ["in"], ONE).status == 0
    question = "SELECT a.source, b.source FROM origins JOIN reports a USING (report) JOIN reports b ON b.report = same_as ORDER BY 1"
    found = [(one.removeprefix("in/"), other.removeprefix("in/")) for one, other in asked(Path("out.sqlite"), question)]
    assert {name for name in names if name} <= {path.name for path in Path("in").iterdir()}
    return found


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def test_the_same_file_under_another_name(folder: Path) -> None:
    write(folder, a=small_report(3), b=small_report(3), c=small_report(4))
    assert links() == [("b.txt", "a.txt")]
    assert asked(Path("out.sqlite"), "SELECT sources FROM panel ORDER BY sources") == [("in/a.txt",), ("in/c.txt",)]


def test_another_encoding_and_other_line_ends(folder: Path) -> None:
    write(folder, a=small_report(3))
    (folder / "b.txt").write_bytes(small_report(3).replace("\n", "\r\n").encode("gb18030"))
    assert links() == [("b.txt", "a.txt")]


def test_another_format(folder: Path) -> None:
    (folder / "a.txt").write_text(SPECIMEN, encoding="utf-8")
    (folder / "b.docx").write_bytes(docx_of(SPECIMEN))
    assert links() == [("b.docx", "a.txt")]


def test_another_page_around_it(folder: Path) -> None:
    write(folder, a=SPECIMEN, b=SPECIMEN.replace("点击数：", "浏览次数：73").replace("手机版", "移动版\n繁体版"))
    assert links() == [("b.txt", "a.txt")]


def test_another_year_or_one_figure_more_is_another_report(folder: Path) -> None:
    write(folder, a=small_report(3), b=small_report(11), c=small_report(3).replace("立案查处水事违法案件10件", "立案查处水事违法案件11件"))
    assert links() == []


def test_links_follow_what_changes(folder: Path) -> None:
    write(folder, a=small_report(3), b=small_report(3), c=small_report(3))
    assert links() == [("b.txt", "a.txt"), ("c.txt", "a.txt")]
    write(folder, a=small_report(5))
    assert links() == [("c.txt", "b.txt")]
    (folder / "b.txt").unlink()
    write(folder, d=small_report(9))
    assert links("c.txt") == [("b.txt", "c.txt")]
    assert asked(Path("out.sqlite"), "SELECT sources FROM panel WHERE sources LIKE '%c.txt%'") == [("in/c.txt",)]


def test_a_scan_with_a_figure_misread_is_the_same_and_no_original(folder: Path) -> None:
    write(folder, a=small_report(3).replace("立案查处水事违法案件10件", "立案查处水事违法案件18件"), b=small_report(3))
    assert links() == [], "two typed reports that differ contradict each other, and a panel shows it"
    with closing(sqlite3.connect("out.sqlite", isolation_level=None)) as connection:
        connection.execute("UPDATE indicators SET confidence = 0.7 WHERE source = 'in/a.txt'")
        link_twins(connection)
        assert connection.execute("SELECT source FROM origins JOIN reports USING (report) WHERE same_as IS NOT NULL").fetchall() == [("in/a.txt",)]
        refresh_panel(connection)
        assert connection.execute("SELECT sources FROM panel").fetchall() == [("in/b.txt",)]
