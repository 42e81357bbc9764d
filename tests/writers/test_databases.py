"""SQLite and DuckDB: tables, keys, links, indexes, and whole records."""

import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from extractor.record_files import read_records
from extractor.writers import Target, load_writer
from extractor.writers import duckdb as writer
from extractor.writers.columns import columns_of, names_of, shapes
from extractor.writers.exact import report_json
from extractor.writers.relations import RELATIONS
from extractor.writers.wishes import Condition, Wishes
from schemas import Report
from tests.writers.records import EMPTY, FINES, NONE, REPORT

WHOLE = REPORT.model_copy(update={"source": REPORT.source.model_copy(update={"path": "c.txt"})})


def saved(folder: Path, name: str, reports: list[Report], wishes: Wishes | None = None) -> Path:
    place = folder / f"out.{name}"
    place.write_bytes(b"".join(load_writer(name)(reports, Target(folder=folder), wishes)))
    return place


def asked(path: Path, query: str) -> list[Any]:
    if path.suffix == ".sqlite":
        with closing(sqlite3.connect(path)) as connection:
            return connection.execute(query).fetchall()
    with closing(duckdb.connect(str(path), read_only=True)) as other:
        return other.execute(query).fetchall()


BOTH = pytest.mark.parametrize("name", ["sqlite", "duckdb"])


@BOTH
def test_every_shape_is_a_table_with_the_columns_of_the_shape_first(tmp_path: Path, name: str) -> None:
    path = saved(tmp_path, name, [REPORT, EMPTY, WHOLE])
    for shape in ("reports", "sections", "indicators", "numerals", "checks"):
        columns = [row[1] for row in asked(path, f"PRAGMA table_info({shape!r})")]
        assert tuple(columns[: len(columns_of(shape))]) == names_of(columns_of(shape))
    assert asked(path, "SELECT count(*) FROM indicators") == [(6,)]
    assert asked(path, "SELECT report, source, year FROM reports ORDER BY report") == [(1, "in/a.txt", 2022), (2, "b.txt", None), (3, "c.txt", 2022)]


@BOTH
def test_lines_lead_to_lines(tmp_path: Path, name: str) -> None:
    path = saved(tmp_path, name, [REPORT])
    query = "SELECT s.heading FROM indicators i JOIN sections s ON s.report = i.report AND s.id = i.section_id WHERE i.id = 1"
    assert asked(path, query) == [("处罚",)]
    assert asked(path, "SELECT indicator FROM check_indicators ORDER BY 1") == [(1,), (2,)]


def test_every_link_of_sqlite_leads_somewhere(tmp_path: Path) -> None:
    path = saved(tmp_path, "sqlite", [REPORT, EMPTY, WHOLE])
    assert asked(path, "PRAGMA foreign_key_check") == []
    assert {row[2] for row in asked(path, "PRAGMA foreign_key_list('indicators')")} == {"reports", "sections", "indicators"}
    assert {row[1] for row in asked(path, "PRAGMA index_list('indicators')")} >= {"by_indicators_code_year"}


def test_some_lines_have_no_links_that_lead_nowhere(tmp_path: Path) -> None:
    path = saved(tmp_path, "sqlite", [REPORT], Wishes(where=(Condition("id", "=", "2"),)))
    assert asked(path, "PRAGMA foreign_key_check") == []
    assert asked(path, "SELECT id, repeats FROM indicators") == [(2, 1)]


def test_what_a_column_means_is_told_by_duckdb_itself(tmp_path: Path) -> None:
    path = saved(tmp_path, "duckdb", [REPORT])
    query = "SELECT comment FROM duckdb_columns() WHERE table_name = 'indicators' AND column_name = 'unit'"
    assert asked(path, query)[0][0].startswith("unit or measure word")


@BOTH
def test_the_dictionary_is_a_table(tmp_path: Path, name: str) -> None:
    path = saved(tmp_path, name, [])
    assert asked(path, "SELECT count(DISTINCT shape) FROM columns") == [(len(shapes()),)]


@BOTH
def test_no_reports_make_an_empty_database(tmp_path: Path, name: str) -> None:
    path = saved(tmp_path, name, [])
    for relation in RELATIONS[:-1]:
        assert asked(path, f'SELECT count(*) FROM "{relation.name}"') == [(0,)]  # noqa: S608, names of our own
    assert asked(path, "SELECT * FROM panel") == []


@BOTH
@pytest.mark.parametrize("value", ["1E+40", "0.123456789012345678"])
def test_a_number_of_too_many_digits_is_left_empty_and_never_rounded(tmp_path: Path, name: str, value: str) -> None:
    report = REPORT.model_copy(update={"indicators": (NONE.model_copy(update={"value": Decimal(value), "written": value}),), "numerals": (), "checks": ()})
    assert asked(saved(tmp_path, name, [report]), "SELECT value, written FROM indicators") == [(None, value)]


@BOTH
def test_one_shape_is_one_table(tmp_path: Path, name: str) -> None:
    path = saved(tmp_path, name, [REPORT], Wishes(shape="indicators", columns=("code", "value"), codes=("penalty.*",)))
    assert asked(path, "SELECT * FROM indicators") == [(FINES.code, 1510365)]


@BOTH
def test_conditions_on_reports_leave_whole_reports(tmp_path: Path, name: str) -> None:
    path = saved(tmp_path, name, [REPORT, EMPTY, WHOLE], Wishes(where=(Condition("department", "=", "水利"), Condition("source", "!=", "c.*"))))
    assert asked(path, "SELECT source FROM reports") == [("in/a.txt",)]
    assert list(read_records([str(path)])) == [REPORT]


@BOTH
def test_a_record_that_leads_nowhere_does_not_stop_the_rest(tmp_path: Path, name: str) -> None:
    cut = REPORT.model_copy(update={"indicators": (FINES,), "sections": ()})
    path = saved(tmp_path, name, [cut, EMPTY])
    assert asked(path, "SELECT section_id FROM indicators") == [(None,)]
    assert asked(path, "SELECT count(*) FROM reports") == [(2,)]


def test_records_lie_in_duckdb_in_pieces_that_are_put_together_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "_PIECE", 7)
    path = saved(tmp_path, "duckdb", [WHOLE, REPORT])
    assert asked(path, "SELECT max(length(text)) FROM records") == [(7,)]
    assert asked(path, "SELECT string_agg(text, '' ORDER BY piece) FROM records WHERE report = 2") == [(report_json(REPORT).decode(),)]
    assert list(read_records([str(path)])) == [WHOLE, REPORT]


def test_codes_with_quotes_in_them(tmp_path: Path) -> None:
    odd = REPORT.model_copy(update={"indicators": (FINES.model_copy(update={"code": "a'b\".c"}),), "numerals": (), "checks": ()})
    for name in ("sqlite", "duckdb"):
        assert asked(saved(tmp_path, name, [odd]), 'SELECT "a\'b"".c" FROM panel') == [(1510365,)]
