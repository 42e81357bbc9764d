"""The output flags, and the commands that write records again: as a person or a script runs them."""

import csv
import io
import json
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from extractor.writers import FORMATS
from extractor.writers.columns import columns_of, shapes
from tests.runner import Done, run_command
from tests.samples import REPORT, ROOT
from tests.test_cli import REAL, command, environment, fazhi, on_a_terminal

SECOND = REPORT.replace("2022", "2023").replace("2023-01-19", "2024-01-19").replace("17件", "21件")

Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command, run in a folder with two reports and the records of one."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(REPORT, encoding="utf-8", newline="")
    Path("b.txt").write_text(SECOND, encoding="utf-8", newline="")
    assert run_command("extract", "a.txt", "-o", "out.jsonl").exit_code == 0
    return run_command


def rows(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def shell(script: str, folder: Path) -> "subprocess.CompletedProcess[bytes]":
    """A script of bash in which `fazhi` is the program."""
    program = " ".join(map(str, command(program=REAL)))
    lines = f'fazhi() {{ {program} "$@"; }}; {script}'
    return subprocess.run(["bash", "-c", lines], cwd=folder, env=environment(), capture_output=True, check=False, timeout=120)


class TestFlags:
    def test_shape_columns_codes_and_lines(self, run: Run) -> None:
        done = run("extract", "a.txt", "-f", "csv", "--columns", "code,value,unit", "--codes", "penalty.*", "--where", "value>9")
        assert rows(done.stdout)[:2] == [{"code": "penalty.filed", "value": "17", "unit": "件"}, {"code": "penalty.fines", "value": "234000", "unit": "元"}]
        assert [row["id"] for row in rows(run("extract", "a.txt", "-f", "csv", "--shape", "sections").stdout)][:2] == ["1", "2"]

    def test_names_units_and_marks(self, run: Run) -> None:
        flags = ("--codes", "penalty.fines", "--columns", "name,value,unit", "--lang", "en", "--money", "万元", "--decimal", ",", "--no-header")
        assert run("extract", "a.txt", "-f", "csv", *flags).stdout == "fines;23,4;万元\n"

    def test_a_panel_in_chinese(self, run: Run) -> None:
        (row,) = rows(run("extract", "a.txt", "--shape", "panel", "-f", "tsv", "--lang", "zh", "--codes", "penalty.f*").stdout, "\t")
        assert (row["发布单位"], row["报告年度"], row["罚款金额"]) == ("林泽县水务局", "2022", "234000")

    @pytest.mark.parametrize(
        ("flags", "complaint"),
        [
            (("--shape", "birds"), "birds is none of indicators, reports, panel"),
            (("--columns", "isuer"), "there is no column isuer; did you mean issuer?"),
            (("--where", "year"), "year is no condition"),
            (("--where", "mood=good"), "there is no column mood"),
            (("--lang", "fr"), "fr"),
            (("--money", "亿元"), "亿元"),
            (("--output-encoding", "klingon"), "klingon"),
            (("-f", "xlsx", "--no-header"), "--no-header says nothing of xlsx"),
            (("-f", "csv", "--datapackage"), "say which with -o"),
            (("-f", "xlsx", "--datapackage", "-o", "x"), "--datapackage says nothing of xlsx"),
        ],
    )
    def test_what_cannot_be_meant_is_told_before_any_work(self, run: Run, flags: tuple[str, ...], complaint: str) -> None:
        done = run("extract", "a.txt", *(() if "-f" in flags else ("-f", "csv")), *flags)
        assert (done.exit_code, done.stdout) == (2, "")
        assert complaint in " ".join(done.stderr.replace("│", " ").split())

    def test_what_cannot_be_compared_is_told(self, run: Run) -> None:
        done = run("extract", "a.txt", "-f", "csv", "--where", "value>many")
        assert (done.exit_code, done.stderr) == (2, "many cannot be compared with 2022\n") or done.stderr.startswith("many cannot be compared")

    def test_another_encoding(self, run: Run) -> None:
        run("extract", "a.txt", "-o", "a.csv", "--output-encoding", "gb18030")
        assert "林泽县水务局".encode("gb18030") in Path("a.csv").read_bytes()

    def test_a_data_package(self, run: Run) -> None:
        run("extract", "a.txt", "-o", "a.csv", "--datapackage", "--shape", "panel")
        (resource,) = json.loads(Path("datapackage.json").read_text(encoding="utf-8"))["resources"]
        assert [field["name"] for field in resource["schema"]["fields"]] == Path("a.csv").read_text(encoding="utf-8-sig").splitlines()[0].split(",")

    @pytest.mark.parametrize("name", FORMATS)
    def test_the_name_of_the_file_tells_every_format(self, run: Run, name: str) -> None:
        file = f"out{FORMATS[name].suffixes[0]}"
        assert run("extract", "a.txt", "-o", file).exit_code == 0
        assert Path(file).stat().st_size > 500

    @pytest.mark.usefixtures("run")
    def test_nothing_binary_to_a_terminal(self, tmp_path: Path) -> None:
        assert "xlsx is nothing for a terminal" in on_a_terminal(tmp_path, "extract", "a.txt", "-f", "xlsx")

    @pytest.mark.usefixtures("run")
    def test_binary_to_a_pipe(self, tmp_path: Path) -> None:
        done = fazhi("export", "out.jsonl", "-f", "parquet", cwd=tmp_path, program=REAL)
        assert pq.read_table(io.BytesIO(done.stdout)).column_names[0] == "source"

    def test_what_is_missing_is_named(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("extractor.commands.output.missing_packages", lambda name: ("pyarrow",) if name == "parquet" else ())
        done = run("extract", "a.txt", "-o", "a.parquet")
        assert done.exit_code == 2
        assert "pip install 'fazhi[parquet]'" in done.stderr

    def test_a_failure_half_way_leaves_what_was_there(self, run: Run) -> None:
        Path("a.sqlite").write_bytes(b"old")
        assert run("export", "out.jsonl", "-o", "a.sqlite", "--where", "value>many").exit_code == 2
        assert Path("a.sqlite").read_bytes() == b"old"
        assert not [path for path in Path().iterdir() if path.name.startswith(".")]


class TestExport:
    @pytest.mark.parametrize("store", ["out.json", "out.sqlite", "out.duckdb"])
    def test_records_go_through_any_store(self, run: Run, store: str) -> None:
        assert run("export", "out.jsonl", "-o", store).exit_code == 0
        assert run("export", store, "-f", "jsonl").stdout == Path("out.jsonl").read_text(encoding="utf-8")

    def test_it_writes_what_extract_writes(self, run: Run) -> None:
        for flags in (("-f", "csv"), ("-f", "csv", "--shape", "panel"), ("-f", "markdown", "--shape", "checks"), ("-f", "table")):
            assert run("export", "out.jsonl", *flags).stdout == run("extract", "a.txt", *flags).stdout

    def test_what_a_store_holds_that_grew_with_its_folder(self, run: Run) -> None:
        assert run("extract", "a.txt", "b.txt", "-o", "grown.sqlite").exit_code == 0
        assert run("export", "grown.sqlite", "-f", "jsonl").stdout == run("extract", "a.txt", "b.txt", "-f", "jsonl").stdout

    @pytest.mark.usefixtures("run")
    def test_from_standard_input(self, tmp_path: Path) -> None:
        done = shell("fazhi export - -f csv --shape reports --columns year < out.jsonl", tmp_path)
        assert done.stdout.split() == [b"year", b"2022"]

    def test_records_that_cannot_be_read_are_named_and_the_rest_is_done(self, run: Run) -> None:
        text = Path("out.jsonl").read_text(encoding="utf-8")
        Path("two.jsonl").write_text(text.replace("{", '{"mood":1,', 1) + text, encoding="utf-8")
        done = run("export", "two.jsonl", "none.jsonl", "-f", "csv", "--shape", "reports", "--columns", "year", "--no-header")
        assert (done.exit_code, done.stdout) == (1, "2022\n")
        assert done.stderr.splitlines() == ["two.jsonl, line 1: unknown key mood: another version of fazhi wrote it", "none.jsonl: no such file or directory"]

    def test_what_is_read_is_no_place_for_output(self, run: Run) -> None:
        assert run("export", "out.jsonl", "-o", "out.jsonl").exit_code == 2


class TestUnread:
    """A file that cannot be read is named, has its line, and costs nothing else."""

    @pytest.fixture
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
        monkeypatch.chdir(tmp_path)
        Path("in").mkdir()
        Path("in/a.txt").write_text(REPORT, encoding="utf-8", newline="")
        Path("in/b.txt").write_bytes(b"")
        return "in"

    def test_it_has_a_line_in_reports_and_in_the_panel(self, run: Run, folder: str) -> None:
        done = run("extract", folder, "-f", "csv", "--shape", "reports", "--columns", "source,indicators,unread")
        assert (done.exit_code, done.stderr) == (1, "in/b.txt: the file is empty\n")
        assert [(row["source"], bool(row["indicators"]), row["unread"]) for row in rows(done.stdout)] == [
            ("in/a.txt", True, ""), ("in/b.txt", False, "the file is empty"),
        ]  # fmt: skip
        assert rows(run("extract", folder, "-f", "csv", "--shape", "panel").stdout)[1]["unread"] == "the file is empty"

    def test_a_store_knows_it_and_so_does_what_is_made_of_it(self, run: Run, folder: str) -> None:
        assert run("extract", folder, "-q", "-o", "grown.sqlite").exit_code == 1
        with closing(sqlite3.connect("grown.sqlite")) as connection:
            assert connection.execute("SELECT sources, unread FROM panel").fetchall() == [("in/a.txt", None), ("in/b.txt", "the file is empty")]
        for made in ("grown.sqlite", "again.sqlite", "again.duckdb"):
            assert made == "grown.sqlite" or run("export", "grown.sqlite", "-o", made).exit_code == 0
            done = run("export", made, "-f", "csv", "--shape", "reports", "--columns", "source,unread", "--no-header")
            assert (done.exit_code, done.stdout, done.stderr) == (0, "in/a.txt,\nin/b.txt,the file is empty\n", "")

    def test_records_that_are_none_are_no_files_of_reports(self, run: Run) -> None:
        assert run("export", "none.jsonl", "-f", "csv", "--shape", "reports", "--no-header").stdout == ""


class TestColumns:
    def test_the_dictionary(self, run: Run) -> None:
        found = rows(run("columns", "-f", "csv").stdout)
        assert [(row["shape"], row["column"], row["zh"]) for row in found] == [(shape, c.name, c.zh) for shape in shapes() for c in columns_of(shape)]

    def test_of_one_shape(self, run: Run) -> None:
        found = rows(run("columns", "--shape", "checks", "-f", "tsv", "--columns", "column,meaning").stdout, "\t")
        assert [row["column"] for row in found] == [column.name for column in columns_of("checks")]

    def test_codes_say_nothing_of_it(self, run: Run) -> None:
        assert run("columns", "--codes", "a.b").exit_code == 2


class TestDiff:
    def test_two_years_of_one_issuer(self, run: Run) -> None:
        done = run("diff", "a.txt", "b.txt", "-f", "csv", "--columns", "change,code,value_old,value_new,difference", "--codes", "penalty.*")
        assert rows(done.stdout) == [{"change": "changed", "code": "penalty.filed", "value_old": "17", "value_new": "21", "difference": "4"}]

    def test_records_against_a_report(self, run: Run) -> None:
        done = run("diff", "out.jsonl", "a.txt", "-f", "jsonl")
        assert (done.exit_code, done.stdout) == (0, "")

    def test_what_cannot_be_read(self, run: Run) -> None:
        done = run("diff", "none.jsonl", "a.txt", "-f", "csv", "--columns", "change")
        assert (done.exit_code, set(done.stdout.split()[1:])) == (1, {"new"})


@pytest.mark.slow
class TestShell:
    """What people type."""

    @pytest.mark.parametrize(
        "script",
        [
            "fazhi extract {seeds} -f csv | head -3", "fazhi extract {seeds} -f tsv --no-header | cut -f 7 | head -1", "fazhi extract {seeds} | head -1",
            "fazhi extract {seeds} -f markdown | head -2", "fazhi columns -f csv | head -2", "fazhi extract {seeds}/s01.txt -f parquet | head -c 4",
        ],
    )  # fmt: skip
    def test_a_pipe_that_is_closed_ends_quietly(self, tmp_path: Path, script: str) -> None:
        done = shell(script.format(seeds=ROOT / "seeds"), tmp_path)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout

    @pytest.mark.usefixtures("run")
    def test_standard_input_and_jq(self, tmp_path: Path) -> None:
        assert json.loads(shell("fazhi extract - < a.txt", tmp_path).stdout)["year"] == 2022
        lines = shell("cat a.txt | fazhi extract - -f jsonl --shape indicators", tmp_path).stdout.splitlines()
        assert {"code", "value", "quote"} <= set(json.loads(lines[0]))

    @pytest.mark.usefixtures("run")
    def test_a_database_can_be_asked(self, tmp_path: Path) -> None:
        shell("fazhi extract a.txt b.txt -o out.db", tmp_path)
        with closing(sqlite3.connect(tmp_path / "out.db")) as connection:
            assert connection.execute('SELECT year, "penalty.filed" FROM panel').fetchall() == [(2022, 17), (2023, 21)]
