"""The command, run as a person or a script runs it. What it extracts is tested elsewhere: here a stub knows only digits."""

import csv
import io
import json
import os
import pty
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.samples import ROOT, specimens
from tests.stub import DEFECT

TEXT = "某县水务局\r\n全年立案17件，罚款1.5万元。\n"
REAL, STUB = ("-m", "cli"), ("-m", "tests.stub")
# A locale whose characters are ASCII, without Python's remedies for it.
POOR_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}

STREAMED = ["json", "jsonl", "csv", "tsv", "markdown", "table"]

Done = subprocess.CompletedProcess[bytes]


def command(*arguments: str | bytes | Path, program: tuple[str, str] = STUB) -> list[str | bytes | Path]:
    return [sys.executable, *program, *arguments]


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


def fazhi(*arguments: str | bytes | Path, stdin: bytes = b"", cwd: Path = ROOT, program: tuple[str, str] = STUB, locale: dict[str, str] | None = None) -> Done:
    called = command(*arguments, program=program)
    return subprocess.run(called, input=stdin, cwd=cwd, env=environment(**locale or {}), capture_output=True, check=False, timeout=60)


def lines(data: bytes) -> list[str]:
    return data.decode().splitlines()


def sources(data: bytes) -> list[str]:
    return [json.loads(line)["source"]["path"] for line in data.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {"in/b.txt": TEXT.encode(), "in/a.txt": TEXT.encode("gb18030"), "in/deep/c": TEXT.encode("utf-16"), "in/.hidden": b"\0", "bad/x.gif": b"GIF89a"}
    for name, data in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (tmp_path / "bad" / "empty.txt").touch()
    return tmp_path


class TestInput:
    def test_files_and_folders_are_read_in_order(self, folder: Path) -> None:
        done = fazhi("extract", "in/b.txt", "in", cwd=folder)
        assert (done.returncode, done.stderr) == (0, b"")
        assert sources(done.stdout) == ["in/b.txt", "in/a.txt", "in/b.txt", "in/deep/c"]

    def test_standard_input_is_a_dash(self, folder: Path) -> None:
        done = fazhi("extract", "-", "in/a.txt", stdin=TEXT.encode("gb18030"), cwd=folder)
        assert sources(done.stdout) == ["-", "in/a.txt"]
        assert done.returncode == 0

    def test_what_cannot_be_read_is_named_and_the_rest_is_done(self, folder: Path) -> None:
        done = fazhi("extract", "none.txt", "bad", "in/a.txt", "-", cwd=folder)
        assert sources(done.stdout) == ["in/a.txt"]
        assert lines(done.stderr) == [
            "none.txt: no such file or directory",
            "bad/empty.txt: the file is empty",
            "bad/x.gif: a GIF image, which cannot be read",
            "-: the file is empty",
        ]
        assert done.returncode == 1

    def test_a_defect_in_one_report_does_not_lose_the_rest(self, folder: Path) -> None:
        (folder / "in" / "aa.txt").write_text(DEFECT, encoding="utf-8")
        done = fazhi("extract", "in", cwd=folder)
        assert (done.returncode, len(sources(done.stdout))) == (1, 3)
        assert lines(done.stderr) == ["in/aa.txt: a defect of the program: ZeroDivisionError: division by zero"]

    @pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
    @pytest.mark.parametrize("locale", [{}, POOR_LOCALE], ids=["any locale", "poor locale"])
    def test_names_of_any_bytes_do_not_break_it(self, tmp_path: Path, locale: dict[str, str]) -> None:
        for name in (b"a\nb.txt", b"a\xff.txt", "某县.txt".encode()):
            Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))).write_bytes(TEXT.encode())
        (tmp_path / "c\nd.txt").touch()
        done = fazhi("extract", ".", "某县.txt".encode(), b"\xfe", cwd=tmp_path, locale=locale)
        assert sources(done.stdout) == ["a\nb.txt", "a\\xff.txt", "某县.txt", "某县.txt"]
        assert lines(done.stderr) == ["c\\nd.txt: the file is empty", "\\xfe: no such file or directory"]
        assert fazhi("extract", ".", "-f", "table", cwd=tmp_path, locale=locale).returncode == 1

    def test_a_name_that_begins_with_a_dash(self, tmp_path: Path) -> None:
        (tmp_path / "-x.txt").write_text(TEXT, encoding="utf-8")
        assert sources(fazhi("extract", "--", "-x.txt", cwd=tmp_path).stdout) == ["-x.txt"]


class TestOutput:
    def test_to_a_pipe_it_is_json_lines(self, folder: Path) -> None:
        assert len(sources(fazhi("extract", "in", cwd=folder).stdout)) == 3

    @pytest.mark.parametrize("name", STREAMED)
    def test_a_format_that_is_asked_for(self, folder: Path, name: str) -> None:
        done = fazhi("extract", "in", "-f", name, cwd=folder)
        assert done.returncode == 0
        assert "第1个数" in done.stdout.decode()

    @pytest.mark.parametrize("name", STREAMED)
    def test_a_poor_locale_changes_nothing(self, folder: Path, name: str) -> None:
        rich, poor = (fazhi("extract", "in", "-f", name, cwd=folder, locale=locale) for locale in ({}, POOR_LOCALE))
        assert rich.stdout == poor.stdout

    def test_the_name_of_the_file_tells_the_format(self, folder: Path) -> None:
        done = fazhi("extract", "in", "-o", "out.csv", cwd=folder)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
        rows = list(csv.DictReader(io.StringIO((folder / "out.csv").read_text(encoding="utf-8-sig"))))
        assert [row["source"] for row in rows[::3]] == ["in/a.txt", "in/b.txt", "in/deep/c"]

    def test_the_format_that_is_asked_for_beats_the_name(self, folder: Path) -> None:
        fazhi("extract", "in", "-o", "out.csv", "-f", "json", cwd=folder)
        assert len(json.loads((folder / "out.csv").read_text(encoding="utf-8"))) == 3

    def test_a_name_that_tells_nothing_is_json_lines(self, folder: Path) -> None:
        fazhi("extract", "in", "-o", "out", cwd=folder)
        assert len(sources((folder / "out").read_bytes())) == 3

    def test_a_dash_is_standard_output(self, folder: Path) -> None:
        assert len(sources(fazhi("extract", "in", "-o", "-", cwd=folder).stdout)) == 3
        assert not (folder / "-").exists()

    def test_the_output_of_last_time_is_no_report(self, folder: Path) -> None:
        for _ in range(2):
            assert fazhi("extract", ".", "-o", "in/out.jsonl", cwd=folder / "in" / "..").stderr.count(b"out.jsonl") == 0
        assert len(sources((folder / "in" / "out.jsonl").read_bytes())) == 3

    def test_what_was_there_stays_when_the_reading_is_interrupted(self, folder: Path) -> None:
        (folder / "out.csv").write_text("old", encoding="utf-8")
        with subprocess.Popen(command("extract", "in", "-", "-o", "out.csv"), cwd=folder, env=environment(), stdin=subprocess.PIPE) as running:
            wait_for(lambda: any(folder.glob(".out.csv*")))
            running.send_signal(signal.SIGINT)
            running.wait(30)
        assert running.returncode == 130
        assert (folder / "out.csv").read_text(encoding="utf-8") == "old"
        assert not list(folder.glob(".out.csv*"))

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
    def test_a_full_disk_is_told(self, folder: Path) -> None:
        done = fazhi("extract", "in", "-o", "/dev/full", cwd=folder)
        assert (done.returncode, lines(done.stderr)) == (1, ["cannot write: no space left on device"])

    @pytest.mark.parametrize("name", STREAMED)
    def test_nothing_to_write_is_written_well(self, folder: Path, name: str) -> None:
        done = fazhi("extract", "none", "-f", name, cwd=folder)
        assert done.returncode == 1
        assert done.stdout == {"json": b"[]\n", "jsonl": b"", "table": b""}.get(name, done.stdout)


class TestStreams:
    def test_reports_leave_one_by_one(self, folder: Path) -> None:
        with running_on_a_pipe(folder, "extract", "in/a.txt", "-") as running:
            assert running.stdout is not None
            assert json.loads(running.stdout.readline())["source"]["path"] == "in/a.txt"
            running.communicate(TEXT.encode(), timeout=30)

    @pytest.mark.parametrize("name", STREAMED)
    def test_a_pipe_that_is_closed_ends_it_quietly(self, folder: Path, name: str) -> None:
        with running_on_a_pipe(folder, "extract", "in/a.txt", "-", "-f", name) as running:
            assert running.stdout is not None
            running.stdout.readline()
            running.stdout.close()
            running.stdout = None
            _, errors = running.communicate(TEXT.encode(), timeout=30)
        assert (running.returncode, errors) == (141, b"")

    @pytest.mark.parametrize("arguments", [("text", "long.txt"), ("schema",)])
    def test_other_commands_too_end_quietly(self, tmp_path: Path, arguments: tuple[str, ...]) -> None:
        (tmp_path / "long.txt").write_text(TEXT * 20_000, encoding="utf-8")
        script = '"$@" | true; exit ${PIPESTATUS[0]}'
        done = subprocess.run(["bash", "-c", script, "-", *command(*arguments)], cwd=tmp_path, env=environment(), capture_output=True, check=False)
        assert done.returncode in (0, 141)
        assert done.stderr == b""

    def test_an_interrupt_ends_it_with_its_own_status(self, folder: Path) -> None:
        with running_on_a_pipe(folder, "extract", "in/a.txt", "-") as running:
            assert running.stdout is not None
            running.stdout.readline()
            running.send_signal(signal.SIGINT)
            _, errors = running.communicate(timeout=30)
        assert (running.returncode, errors) == (130, b"")

    def test_to_a_terminal_it_is_a_table(self, folder: Path) -> None:
        shown = on_a_terminal(folder, "extract", "in/a.txt")
        assert "\x1b[1m某县水务局\x1b[0m" in shown
        assert "1.5" not in shown.split("第1个数")[0]

    @pytest.mark.parametrize("more", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
    def test_a_terminal_that_wants_no_colours_gets_none(self, folder: Path, more: dict[str, str]) -> None:
        assert "\x1b" not in on_a_terminal(folder, "extract", "in/a.txt", **more)

    def test_to_a_terminal_it_can_be_json_lines(self, folder: Path) -> None:
        assert json.loads(on_a_terminal(folder, "extract", "in/a.txt", "-f", "jsonl"))["title"] == "某县水务局"


class TestUsage:
    @pytest.mark.parametrize(
        ("arguments", "complaint"),
        [
            (("extract",), "PATH"),
            (("extract", "in", "-f", "xls"), "none of jsonl, json, csv"),
            (("extract", "in", "-o", "out.xls"), ".xls tells no format"),
            (("extract", "in", "-o", "in"), "is a folder"),
            (("extract", "in", "-o", "none/out.csv"), "no folder none"),
            (("extract", "in/a.txt", "-o", "in/../in/a.txt"), "is to be read, too"),
            (("extract", "in", "--colour"), "--colour"),
            (("text",), "FILE"),
            (("unknown",), "unknown"),
            ((), "Commands"),
        ],
    )
    def test_wrong_use_is_told_before_any_work(self, folder: Path, arguments: tuple[str, ...], complaint: str) -> None:
        done = fazhi(*arguments, cwd=folder)
        assert done.returncode == 2
        assert complaint in (done.stderr or done.stdout).decode()
        assert "Traceback" not in done.stderr.decode()
        assert (folder / "in" / "a.txt").read_bytes() == TEXT.encode("gb18030")

    @pytest.mark.parametrize("arguments", [("--help",), ("extract", "--help"), ("text", "--help"), ("schema", "--help")])
    def test_help_is_given_without_loading_anything(self, arguments: tuple[str, ...]) -> None:
        done = fazhi("-X", "importtime", *REAL, *arguments, program=("-X", "utf8"))
        assert (done.returncode, "Usage" in done.stdout.decode()) == (0, True)
        loaded = {line.split("|")[-1].strip().split(".")[0] for line in lines(done.stderr)}
        assert not loaded & {"jieba", "rich", "orjson", "charset_normalizer", "regex", "schemas"}
        # Newer versions of typer look at the types of a command's arguments with it.
        assert arguments != ("--help",) or "pydantic" not in loaded

    def test_the_version_is_told(self) -> None:
        done = fazhi("--version", program=REAL)
        assert done.returncode == 0
        assert done.stdout.startswith(b"fazhi")


class TestText:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "gb18030"])
    @pytest.mark.parametrize("locale", [{}, POOR_LOCALE], ids=["any locale", "poor locale"])
    def test_it_prints_exactly_what_offsets_count_in(self, tmp_path: Path, encoding: str, locale: dict[str, str]) -> None:
        text = "甲\r\n乙2022\r丙\u2028\n\n没有换行"
        (tmp_path / "a.txt").write_bytes(text.encode(encoding))
        done = fazhi("text", "a.txt", cwd=tmp_path, program=REAL, locale=locale)
        assert (done.returncode, done.stdout, done.stderr) == (0, text.encode(), b"")

    def test_it_reads_standard_input(self) -> None:
        assert fazhi("text", "-", stdin=TEXT.encode("gb18030"), program=REAL).stdout == TEXT.encode()

    def test_quotes_stand_where_the_record_says(self, folder: Path) -> None:
        (record,) = map(json.loads, fazhi("extract", "in/a.txt", cwd=folder).stdout.splitlines())
        text = fazhi("text", "in/a.txt", cwd=folder).stdout.decode()
        assert record["source"]["characters"] == len(text)
        for indicator in record["indicators"]:
            assert text[indicator["evidence"]["start"] : indicator["evidence"]["end"]] == indicator["evidence"]["quote"]

    def test_a_file_that_cannot_be_read_is_named(self, folder: Path) -> None:
        for path, reason in (("bad/x.gif", "a GIF image, which cannot be read"), ("in", "is a directory"), ("none", "no such file or directory")):
            done = fazhi("text", path, cwd=folder, program=REAL)
            assert (done.returncode, done.stdout, lines(done.stderr)) == (1, b"", [f"{path}: {reason}"])

    def test_broken_bytes_are_told_on_the_side(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_bytes((TEXT * 20).encode() + "完".encode()[:2])
        done = fazhi("text", "a.txt", cwd=tmp_path, program=REAL)
        assert (done.returncode, done.stdout.decode()) == (0, TEXT * 20 + "\ufffd")
        assert lines(done.stderr)[0].startswith("a.txt: in 1 places")


class TestWhatTheUserSaysOfFiles:
    def test_an_archive_is_read_like_a_folder(self, folder: Path) -> None:
        with zipfile.ZipFile(folder / "a.zip", "w") as archive:
            archive.write(folder / "in" / "a.txt", "2022/a.txt")
            archive.write(folder / "bad" / "x.gif", "x.gif")
        done = fazhi("extract", "a.zip", cwd=folder)
        assert sources(done.stdout) == ["a.zip/2022/a.txt"]
        assert (done.returncode, lines(done.stderr)) == (1, ["a.zip/x.gif: a GIF image, which cannot be read"])
        assert fazhi("text", "a.zip/2022/a.txt", cwd=folder).stdout == TEXT.encode()

    def test_the_encoding_and_the_format_can_be_said(self, folder: Path) -> None:
        record = json.loads(fazhi("extract", "in/a.txt", "--encoding", "GBK", "--type", "txt", cwd=folder).stdout)
        assert (record["source"]["encoding"], record["source"]["media_type"]) == ("gbk", "text/plain")

    @pytest.mark.parametrize(("option", "value"), [("--encoding", "klingon"), ("--type", "gif"), ("--type", "exe")])
    def test_what_is_not_known_is_refused(self, option: str, value: str, folder: Path) -> None:
        done = fazhi("extract", "in/a.txt", option, value, cwd=folder)
        assert (done.returncode, done.stdout) == (2, b"")
        assert value in done.stderr.decode()


class TestFormats:
    def test_it_lists_what_can_be_read_and_what_is_missing(self) -> None:
        done = fazhi("formats", program=REAL)
        assert (done.returncode, done.stderr) == (0, b"")
        rows = [line.split("\t") for line in lines(done.stdout)]
        assert rows[0] == ["type", "what it is", "state", "to add it"]
        assert {row[0]: row[2] for row in rows}["html"] == "ready"
        for row in rows[1:]:
            assert (row[2], row[3].startswith("pip install 'fazhi[")) in {("ready", False), ("missing", True)}


class TestSchema:
    @pytest.mark.parametrize("locale", [{}, POOR_LOCALE], ids=["any locale", "poor locale"])
    def test_it_prints_the_schema(self, locale: dict[str, str]) -> None:
        done = fazhi("schema", program=REAL, locale=locale)
        assert done.stderr == b""
        assert json.loads(done.stdout)["title"] == "Report"
        assert "发文字号" in done.stdout.decode()


class TestReal:
    """The program as it is, over the specimens."""

    @pytest.mark.skipif(not specimens(), reason="no specimens")
    @pytest.mark.parametrize("start", [REAL, ("-Wdefault", str(ROOT / "cli.py"))], ids=["as a module", "as a file"])
    def test_it_reads_the_specimens(self, start: tuple[str, str]) -> None:
        done = fazhi("extract", ROOT / "seeds", "-f", "jsonl", program=start)
        assert (done.returncode, done.stderr.decode()) == (0, "")
        assert sources(done.stdout) == [str(path) for path in specimens()]


def running_on_a_pipe(folder: Path, *arguments: str) -> "subprocess.Popen[bytes]":
    pipe = subprocess.PIPE
    return subprocess.Popen(command(*arguments), cwd=folder, env=environment(), stdin=pipe, stdout=pipe, stderr=pipe)


def on_a_terminal(folder: Path, *arguments: str, **more: str) -> str:
    """What the command writes to a terminal 300 columns wide."""
    primary, secondary = pty.openpty()
    defaults = {"COLUMNS": "300", "TERM": "xterm"}
    kept = {name: value for name, value in environment().items() if name != "NO_COLOR"}
    with subprocess.Popen(command(*arguments), cwd=folder, env=kept | defaults | more, stdout=secondary, stderr=secondary) as running:
        os.close(secondary)
        shown = b"".join(read_to_the_end(primary))
        running.wait(30)
    os.close(primary)
    return shown.decode()


def read_to_the_end(descriptor: int) -> Iterator[bytes]:
    try:
        while piece := os.read(descriptor, 65_536):
            yield piece
    except OSError:  # how Linux says that the other side of a terminal is closed
        return


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)
