"""Folders on the command line: exit status, what is said, what is shown."""

from pathlib import Path

import pytest

from tests.batch.folders import asked, small_report, write_archive, write_reports
from tests.runner import run_command

STORE = "out.sqlite"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_reports(tmp_path / "in", range(3))
    return tmp_path


def test_all_done_is_0_some_failed_is_1() -> None:
    done = run_command("extract", "in", "-o", STORE, "--jobs", 1)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "3 files done\n")
    Path("in/empty.txt").touch()
    done = run_command("extract", "in", "-o", STORE, "--jobs", 1)
    assert done.exit_code == 1
    assert done.stderr.splitlines() == ["in/empty.txt: the file is empty", "1 file done, 1 of them with failures", "3 skipped, which were done before"]
    done = run_command("extract", "in", "-o", STORE, "--quiet")
    assert (done.exit_code, done.stderr) == (1, "")
    Path("in/empty.txt").write_text(small_report(9), encoding="utf-8")
    assert run_command("extract", "in", "-o", STORE, "--jobs", 1).exit_code == 0


def test_flags_reach_the_run() -> None:
    write_archive(Path("in/a.zip"), range(2))
    assert run_command("extract", "in", "-o", STORE, "--include", "*.txt", "--exclude", "0001*").exit_code == 0
    assert asked(Path(STORE), "SELECT path FROM files") == [("in/0000.txt",), ("in/0002.txt",)]
    assert "ended at the first failure" in run_command("extract", "in", "-o", STORE, "--strict").stderr
    assert "5 files" not in run_command("extract", "in", "-o", STORE, "--retry-failed", "--max-memory", "1G", "--timeout", "0").stderr
    told = run_command("extract", "in", "-o", STORE, "--force").stderr.splitlines()
    assert (told[0], told[2]) == ("to do: 4 asked for again", "4 files done, 1 of them with failures")


@pytest.mark.parametrize(
    "arguments",
    [
        ("extract", "-", "-o", STORE),
        ("extract", "in", "-o", STORE, "--max-memory", "lots"),
        ("extract", "in", "-o", STORE, "--max-memory", "1M"),
        ("extract", "in", "-o", STORE, "--engine", "dask"),
        ("extract", "in", "-o", STORE, "--scheduler", "tcp://127.0.0.1:1"),
        ("extract", "in", "-o", "out.csv", "--force"),
        ("extract", "in", "-o", "memory://out.csv"),
        ("extract", "in", "-o", "in/0000.txt", "-f", "sqlite"),
        ("status", "nothing.sqlite"),
        ("status", "in/0000.txt"),
    ],
)
def test_what_is_used_wrongly_is_2(arguments: tuple[str, ...]) -> None:
    assert run_command(*arguments).exit_code == 2


def test_other_formats_take_jobs_and_come_in_order() -> None:
    alone = run_command("extract", "in", "-f", "jsonl")
    together = run_command("extract", "in", "-f", "jsonl", "--jobs", 2)
    assert (together.exit_code, together.stdout) == (0, alone.stdout)
    assert run_command("extract", "in", "-f", "csv", "--jobs", 2).stdout == run_command("extract", "in", "-f", "csv").stdout


def test_a_choice_of_lines_is_no_store() -> None:
    assert run_command("extract", "in", "-o", STORE, "--codes", "penalty.*").exit_code == 0
    assert run_command("status", STORE).exit_code == 2


def test_status_tells_what_is_in_a_store() -> None:
    Path("in/empty.txt").touch()
    Path("in/again.txt").write_text(small_report(1), encoding="utf-8")
    run_command("extract", "in", "-o", STORE, "--jobs", 1)
    Path("in/0002.txt").unlink()
    run_command("extract", "in", "-o", STORE, "--jobs", 1)
    done = run_command("status", STORE)
    shown = {" ".join(line.split()) for line in done.stdout.splitlines()}
    assert done.exit_code == 0
    assert {"files 5", "with reports 4", "with failures 1", "not there any more 1", "made by another version 0"} <= shown
    assert {"reports 4", "that repeat another 1", "issuers 3", "years 2015–2017", "1 the file is empty"} <= shown


def test_a_store_is_exported() -> None:
    run_command("extract", "in", "-o", STORE, "--jobs", 1)
    assert run_command("export", STORE, "-f", "jsonl").stdout == run_command("extract", "in", "-f", "jsonl").stdout
