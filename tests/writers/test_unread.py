"""Files that gave no report: every output with a place for them tells them apart from reports that mention nothing."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

from extractor.record_files import read_records
from extractor.writers import Target, load_writer
from extractor.writers.columns import names_of
from extractor.writers.tables import table_of
from extractor.writers.unread import Outcome, Unread, losses_of
from extractor.writers.wishes import Condition, Wishes
from schemas import Warning  # noqa: A004
from tests.writers.records import EMPTY, REPORT

LOST = Unread("in/c.pdf", "the file is empty")
OUTCOMES: list[Outcome] = [LOST, REPORT, EMPTY]


def lines(outcomes: list[Outcome], **wishes: Any) -> list[dict[str, Any]]:
    table = table_of(outcomes, Wishes(**wishes))
    return [dict(zip(names_of(table.columns), row, strict=True)) for row in table.rows]


def saved(folder: Path, name: str) -> Path:
    place = folder / f"out.{name}"
    place.write_bytes(b"".join(load_writer(name)(OUTCOMES, Target(folder=folder))))
    return place


def panel_in(path: Path) -> list[dict[str, Any]]:
    with closing(sqlite3.connect(path) if path.suffix == ".sqlite" else duckdb.connect(str(path), read_only=True)) as connection:
        found: Any = connection.execute("SELECT * FROM panel")
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


class TestReports:
    def test_a_line_with_the_reason_and_no_counts(self) -> None:
        first, second, third = lines(OUTCOMES, shape="reports")
        assert {name: cell for name, cell in first.items() if cell is not None} == {"source": "in/c.pdf", "unread": "the file is empty"}
        assert (second["indicators"], second["unread"]) == (3, None)
        assert (third["indicators"], third["unread"]) == (0, None)

    def test_what_is_missing_of_a_report(self) -> None:
        cut = REPORT.model_copy(update={"warnings": (*REPORT.warnings, Warning(code="page_cut", message="page 3 is cut"))})
        (row,) = lines([cut], shape="reports")
        assert (row["unread"], row["warnings"]) == ("page 3 is cut", "the encoding is a guess；page 3 is cut")
        assert losses_of(REPORT) == ()

    def test_conditions_hold_for_it_as_for_any_line(self) -> None:
        assert [row["source"] for row in lines(OUTCOMES, shape="reports", where=(Condition("unread", "!=", ""),))] == ["in/c.pdf"]
        assert [row["source"] for row in lines(OUTCOMES, shape="reports", where=(Condition("year", ">=", "2000"),))] == ["in/a.txt"]

    @pytest.mark.parametrize("shape", ["indicators", "sections", "numerals", "checks"])
    def test_other_shapes_have_no_line_of_it(self, shape: str) -> None:
        assert lines([LOST], shape=shape) == []

    @pytest.mark.parametrize("name", ["jsonl", "json", "table"])
    def test_records_are_of_reports_alone(self, name: str) -> None:
        assert b"".join(load_writer(name)(OUTCOMES, Target())) == b"".join(load_writer(name)([REPORT, EMPTY], Target()))


class TestPanel:
    def test_a_line_of_its_own_behind_the_rest(self) -> None:
        rows = lines(OUTCOMES, shape="panel")
        assert [(row["sources"], row["penalty.fines"], row["unread"]) for row in rows] == [
            ("in/a.txt", 1510365, None), ("b.txt", None, None), ("in/c.pdf", None, "the file is empty"),
        ]  # fmt: skip

    def test_two_are_two_lines(self) -> None:
        assert [row["sources"] for row in lines([LOST, Unread("in/d.pdf", "…")], shape="panel")] == ["in/c.pdf", "in/d.pdf"]

    def test_in_markdown_no_cell_is_empty(self) -> None:
        page = b"".join(load_writer("markdown")(OUTCOMES, Target(), Wishes(shape="panel", codes=("penalty.*",)))).decode()
        assert "|  |  |  | in/c.pdf | ? |  | the file is empty |  |" in page

    def test_in_a_workbook(self, tmp_path: Path) -> None:
        book = openpyxl.load_workbook(saved(tmp_path, "xlsx"))
        panel, reports = ([[cell.value for cell in row] for row in book[name]] for name in ("panel", "reports"))
        assert panel[-1][3:5] == ["in/c.pdf", "?"]
        assert dict(zip(reports[0], reports[1], strict=True))["unread"] == "the file is empty"


@pytest.mark.parametrize("name", ["sqlite", "duckdb"])
class TestDatabases:
    def test_the_view_of_the_panel_is_the_panel(self, tmp_path: Path, name: str) -> None:
        assert panel_in(saved(tmp_path, name)) == lines(OUTCOMES, shape="panel")

    def test_reports_are_numbered_without_it(self, tmp_path: Path, name: str) -> None:
        path = saved(tmp_path, name)
        with closing(sqlite3.connect(path) if name == "sqlite" else duckdb.connect(str(path), read_only=True)) as connection:
            assert connection.execute("SELECT report, source FROM reports ORDER BY report").fetchall() == [(1, "in/a.txt"), (2, "b.txt")]
            assert connection.execute("SELECT * FROM failures").fetchall() == [("in/c.pdf", "the file is empty")]

    def test_it_is_read_again(self, tmp_path: Path, name: str) -> None:
        assert list(read_records([str(saved(tmp_path, name))])) == [REPORT, EMPTY, LOST]


def test_lines_of_json_have_every_name() -> None:
    (line,) = load_writer("jsonl")([LOST], Target(), Wishes(shape="reports"))
    assert json.loads(line)["indicators"] is None
