"""Folders into a store: what is done, what is skipped, what is kept."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from extractor import extract_files
from extractor.batch.extraction import do_task
from extractor.batch.globs import NameWish
from extractor.batch.options import Options
from extractor.batch.parcels import Parcel
from extractor.batch.parts import Part, Settings, Task, packed
from extractor.batch.run import extract_into
from extractor.batch.store.database import StoreError, opened
from extractor.batch.store.planning import Demand
from extractor.batch.store.writing import Filing
from extractor.writers import Target, load_writer
from schemas import Report
from tests.batch.folders import asked, contents, small_report, write_archive, write_reports
from tests.samples import ROOT

ONE = Options(jobs=1)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with five reports, an archive of two, and an empty file; the working folder is the one above."""
    monkeypatch.chdir(tmp_path)
    write_reports(tmp_path / "in" / "a", range(3))
    write_reports(tmp_path / "in" / "b", range(3, 5))
    write_archive(tmp_path / "in" / "c.zip", range(5, 7))
    (tmp_path / "in" / "empty.txt").touch()
    return Path("in")


def test_everything_is_in_the_store_in_order(folder: Path) -> None:
    summary = extract_into("out.sqlite", [str(folder)], ONE)
    assert (summary.done, summary.failed, summary.status) == (7, 2, 1)
    sources = [source for (source,) in asked(Path("out.sqlite"), "SELECT source FROM reports ORDER BY report")]
    assert sources == [result.source.path for result in extract_files([folder]) if isinstance(result, Report)]
    failures = asked(Path("out.sqlite"), "SELECT path, reason FROM failures")
    assert failures == [("in/c.zip/empty.txt", "the file is empty"), ("in/empty.txt", "the file is empty")]


def test_the_tables_are_those_of_the_sqlite_format(folder: Path, tmp_path: Path) -> None:
    extract_into("out.sqlite", [str(folder / "a"), str(ROOT / "seeds")], ONE)
    reports = (result for result in extract_files([folder / "a", ROOT / "seeds"]) if isinstance(result, Report))
    written = tmp_path / "written.sqlite"
    written.write_bytes(b"".join(load_writer("sqlite")(reports, Target(folder=tmp_path))))
    there, here = contents(written), contents(Path("out.sqlite"))
    assert {name: here[name] for name in there if not name.startswith("panel")} == {
        name: lines for name, lines in there.items() if not name.startswith("panel")
    }
    # Lines of the panel have other numbers, since those of a store have to last.
    assert sorted(map(repr, here["panel"])) == sorted(map(repr, there["panel"]))
    assert sorted(repr(line[1:]) for line in here["panel_cells"]) == sorted(repr(line[1:]) for line in there["panel_cells"])


def test_jobs_make_no_difference(folder: Path) -> None:
    extract_into("one.sqlite", [str(folder)], ONE)
    extract_into("three.sqlite", [str(folder)], replace(ONE, jobs=3))
    assert contents(Path("one.sqlite")) == contents(Path("three.sqlite"))


def test_a_second_run_does_nothing(folder: Path) -> None:
    extract_into("out.sqlite", [str(folder)], ONE)
    before = contents(Path("out.sqlite"))
    summary = extract_into("out.sqlite", [str(folder)], ONE)
    assert (summary.total, summary.skipped, summary.skipped_failures, summary.status) == (0, 7, 2, 1)
    assert contents(Path("out.sqlite")) == before


def test_only_what_is_new_or_changed_is_done(folder: Path) -> None:
    extract_into("out.sqlite", [str(folder)], ONE)
    write_reports(folder / "a", [7])
    (folder / "a" / "0001.txt").write_text(small_report(77), encoding="utf-8")
    (folder / "a" / "0002.txt").touch()
    summary = extract_into("out.sqlite", [str(folder)], ONE)
    assert (summary.done, summary.skipped) == (2, 6)
    assert asked(Path("out.sqlite"), "SELECT value FROM indicators WHERE source = 'in/a/0001.txt' AND unit = '处'") == [(177,)]
    assert asked(Path("out.sqlite"), "SELECT report FROM reports WHERE source = 'in/a/0001.txt'") == [(2,)], "a report keeps its number"


def test_a_change_is_seen_though_size_and_time_are_the_same(folder: Path) -> None:
    extract_into("out.sqlite", [str(folder)], ONE)
    place = folder / "a" / "0000.txt"
    before = place.stat()
    place.write_text(place.read_text(encoding="utf-8").replace("检查取水口100处", "检查取水口999处"), encoding="utf-8")
    os.utime(place, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert place.stat().st_size == before.st_size
    assert extract_into("out.sqlite", [str(folder)], ONE).done == 1


def test_what_has_failed_is_done_again_when_asked_for(folder: Path) -> None:
    extract_into("out.sqlite", [str(folder)], ONE)
    assert extract_into("out.sqlite", [str(folder)], replace(ONE, demand=Demand(retry_failed=True))).done == 2
    assert extract_into("out.sqlite", [str(folder)], replace(ONE, demand=Demand(force=True))).done == 7


def test_what_took_too_long_is_not_done_again_until_that_is_asked_for_or_it_has_changed(folder: Path) -> None:
    hasty = replace(ONE, timeout=0.2)
    place = folder / "long.txt"
    place.write_text(small_report(1) * 3000, encoding="utf-8")
    assert extract_into("out.sqlite", [str(place)], hasty).failed == 1
    again = extract_into("out.sqlite", [str(place)], hasty)
    assert (again.done, again.skipped_failures, again.status) == (0, 1, 1)
    assert extract_into("out.sqlite", [str(place)], replace(hasty, demand=Demand(retry_failed=True))).done == 1
    place.write_text(small_report(1), encoding="utf-8")
    assert extract_into("out.sqlite", [str(place)], replace(hasty, timeout=None)).status == 0


def test_another_version_of_the_rules_does_all_again(folder: Path) -> None:
    extract_into("out.sqlite", [str(folder)], ONE)
    before = contents(Path("out.sqlite"))
    assert extract_into("out.sqlite", [str(folder)], replace(ONE, choices=("own.toml",))).done == 7
    after = contents(Path("out.sqlite"))
    assert {name for name in before if before[name] != after[name]} == {"files"}


def test_what_is_gone_is_kept_and_marked_and_may_come_back(folder: Path) -> None:
    extract_into("out.sqlite", [str(folder)], ONE)
    (folder / "a" / "0001.txt").unlink()
    assert extract_into("out.sqlite", [str(folder)], ONE).gone == 1
    assert asked(Path("out.sqlite"), "SELECT path FROM files WHERE gone") == [("in/a/0001.txt",)]
    assert asked(Path("out.sqlite"), "SELECT count(*) FROM reports") == [(7,)]
    write_reports(folder / "a", [1])
    summary = extract_into("out.sqlite", [str(folder)], ONE)
    assert (summary.done, summary.gone) == (0, 0)


def test_a_file_in_whose_place_there_is_a_folder_is_gone(folder: Path) -> None:
    extract_into("out.sqlite", [str(folder)], ONE)
    (folder / "empty.txt").unlink()
    write_reports(folder / "empty.txt", [9])
    summary = extract_into("out.sqlite", [str(folder)], ONE)
    assert (summary.done, summary.gone, summary.skipped_failures) == (1, 1, 1)
    assert asked(Path("out.sqlite"), "SELECT path FROM files WHERE gone") == [("in/empty.txt",)]


def test_files_of_another_folder_are_not_gone(folder: Path) -> None:
    extract_into("out.sqlite", [str(folder / "a")], ONE)
    assert extract_into("out.sqlite", [str(folder / "b")], ONE).gone == 0
    assert asked(Path("out.sqlite"), "SELECT count(*) FROM files WHERE NOT gone") == [(5,)]


def test_a_folder_is_the_same_from_wherever_it_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    extract_into("out.sqlite", [str(folder)], ONE)
    monkeypatch.chdir(folder / "a")
    assert extract_into(str(tmp_path / "out.sqlite"), [str(tmp_path / "in")], ONE).total == 0
    assert extract_into(str(tmp_path / "out.sqlite"), [".."], ONE).total == 0
    assert Path.cwd() == tmp_path / "in" / "a"


def test_a_path_that_is_not_there_is_told_and_not_kept(folder: Path) -> None:
    summary = extract_into("out.sqlite", [str(folder / "nothing")], ONE)
    assert (summary.missing, summary.status) == (1, 1)
    assert asked(Path("out.sqlite"), "SELECT count(*) FROM files") == [(0,)]


def test_strictness_ends_at_the_first_failure(folder: Path) -> None:
    summary = extract_into("out.sqlite", [str(folder)], replace(ONE, is_strict=True))
    assert (summary.done, summary.status, summary.is_ended) == (6, 1, True)


def test_only_files_that_are_wanted(folder: Path) -> None:
    extract_into("out.sqlite", [str(folder)], replace(ONE, wish=NameWish(include=("*.txt",), exclude=("b", "000[12]*"))))
    assert asked(Path("out.sqlite"), "SELECT path FROM files") == [("in/a/0000.txt",), ("in/empty.txt",)]


def test_a_store_in_its_own_folder_is_passed_over(folder: Path) -> None:
    assert extract_into(str(folder / "out.sqlite"), [str(folder)], ONE).done == 7
    assert extract_into(str(folder / "out.sqlite"), [str(folder)], ONE).total == 0


def test_another_database_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("CREATE TABLE mine (x)")
    before = place.read_bytes()
    with pytest.raises(StoreError, match="no store"):
        extract_into(str(place), [str(tmp_path)], ONE)
    assert place.read_bytes() == before


def test_what_is_no_database_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "other.sqlite"
    place.write_text("keep me " * 100)
    with pytest.raises(StoreError, match="not a database"):
        extract_into(str(place), [str(tmp_path)], ONE)
    assert place.read_text() == "keep me " * 100


def test_a_name_that_is_no_text(folder: Path) -> None:
    (folder / os.fsdecode(b"\xff.txt")).write_text(small_report(9), encoding="utf-8")
    assert extract_into("out.sqlite", [str(folder)], ONE).done == 8
    assert asked(Path("out.sqlite"), "SELECT count(*) FROM reports WHERE source = 'in/\\xff.txt'") == [(1,)]
    summary = extract_into("out.sqlite", [str(folder)], ONE)
    assert (summary.total, summary.gone) == (0, 0)


class _Cut(Parcel):
    """A parcel that is cut short while it is put in."""

    def parts(self) -> Iterator[Part]:
        yield next(iter(super().parts()))
        raise KeyboardInterrupt


def test_a_file_is_put_in_whole_or_not_at_all(folder: Path) -> None:
    extract_into("out.sqlite", [str(folder)], ONE)
    before = contents(Path("out.sqlite"))
    with opened("out.sqlite") as connection:
        filing = Filing(connection, "2")
        task = Task(0, "in/a/0000.txt")
        with closing(_Cut(task)) as parcel:
            for part in do_task(task, Settings()):
                parcel.add(packed(part))
            with pytest.raises(KeyboardInterrupt):
                filing.put(parcel)
        filing.flush()
    assert contents(Path("out.sqlite")) == before
