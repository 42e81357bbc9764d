"""One set of records in every format: pandas, DuckDB and sqlite3 read the right types, and the sums by code agree to the last digit."""

import csv
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest

from extractor import extract_file
from extractor.writers import Target, arrow, load_writer
from extractor.writers.columns import columns_of, names_of
from extractor.writers.tables import table_of
from extractor.writers.wishes import Wishes
from schemas import Report
from tests.samples import real_reports, specimens
from tests.writers.books import sheets_of

Sums = dict[str, Decimal]

FEN = Decimal("0.01")
COLUMNS = names_of(columns_of("indicators"))
CODE, VALUE = COLUMNS.index("code"), COLUMNS.index("value")


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return list(map(extract_file, [*specimens(), *real_reports()]))


@pytest.fixture(scope="module")
def folder(reports: list[Report], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the records in every format, as lines where the format has lines."""
    folder = tmp_path_factory.mktemp("formats")
    for name in ("csv", "tsv", "jsonl", "json", "xlsx", "parquet", "sqlite", "duckdb"):
        lines = Wishes(shape="indicators" if name in ("json", "jsonl") else None)
        (folder / f"out.{name}").write_bytes(b"".join(load_writer(name)(reports, Target(is_file=True, folder=folder), lines)))
    return folder


def summed(rows: Iterable[tuple[Any, Any]]) -> Sums:
    sums: Sums = defaultdict(Decimal)
    for code, value in rows:
        sums[code or ""] += value if isinstance(value, Decimal) else Decimal(repr(value) if isinstance(value, float) else value)
    return sums


@pytest.fixture(scope="module")
def expected(reports: list[Report]) -> Sums:
    return summed((row[CODE], row[VALUE]) for row in table_of(reports, Wishes()).rows)


def of_delimited(path: Path, delimiter: str) -> Sums:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return summed((row["code"], row["value"]) for row in csv.DictReader(stream, delimiter=delimiter))


def of_json(path: Path) -> Sums:
    text = path.read_text(encoding="utf-8")
    rows = json.loads(text, parse_float=Decimal) if path.suffix == ".json" else [json.loads(line, parse_float=Decimal) for line in text.splitlines()]
    return summed((row["code"], row["value"]) for row in rows)


def of_workbook(path: Path) -> Sums:
    return summed((row[CODE], row[VALUE]) for row in sheets_of(path)["indicators"][1:])


def of_sqlite(path: Path) -> Sums:
    with closing(sqlite3.connect(path)) as connection:
        return summed(connection.execute("SELECT code, value FROM indicators"))


def of_duckdb(path: Path) -> Sums:
    with closing(duckdb.connect(str(path), read_only=True)) as connection:
        return dict(connection.execute("SELECT coalesce(code, ''), sum(value) FROM indicators GROUP BY ALL").fetchall())


def of_parquet(path: Path) -> Sums:
    frame = pd.read_parquet(path)
    return dict(frame.groupby(frame["code"].fillna(""))["value"].sum())


@pytest.mark.parametrize(
    ("file", "read"),
    [
        ("out.csv", lambda path: of_delimited(path, ",")), ("out.tsv", lambda path: of_delimited(path, "\t")), ("out.jsonl", of_json), ("out.json", of_json),
        ("out.xlsx", of_workbook), ("out.sqlite", of_sqlite), ("out.duckdb", of_duckdb), ("out.parquet", of_parquet),
    ],
)  # fmt: skip
def test_the_sums_by_code_agree(folder: Path, expected: Sums, file: str, read: Any) -> None:
    assert {code: value.normalize() for code, value in read(folder / file).items()} == {code: value.normalize() for code, value in expected.items()}


@pytest.mark.parametrize("file", ["out.csv", "out.parquet"])
def test_duckdb_sums_what_it_finds_in_a_file(folder: Path, expected: Sums, file: str) -> None:
    rows = found(folder / file).aggregate("code, sum(value)").fetchall()
    assert {code or "": Decimal(repr(total) if isinstance(total, float) else total).quantize(FEN) for code, total in rows} == {
        code: total.quantize(FEN) for code, total in expected.items()
    }  # fmt: skip


def found(path: Path) -> duckdb.DuckDBPyRelation:
    """A file as DuckDB reads it when it is told nothing."""
    return duckdb.read_csv(str(path)) if path.suffix == ".csv" else duckdb.read_parquet(str(path))


def test_sqlite_sums_to_the_fen(folder: Path, expected: Sums) -> None:
    with closing(sqlite3.connect(folder / "out.sqlite")) as connection:
        rows = connection.execute("SELECT coalesce(code, ''), round(sum(value), 2) FROM indicators GROUP BY code").fetchall()
    assert {code: Decimal(repr(total)).quantize(FEN) for code, total in rows} == {code: total.quantize(FEN) for code, total in expected.items()}


@pytest.fixture(scope="module")
def panel(reports: list[Report]) -> list[dict[str, Any]]:
    table = table_of(reports, Wishes(shape="panel"))
    return [dict(zip(names_of(table.columns), row, strict=True)) for row in table.rows]


class TestTypes:
    def test_of_parquet(self, folder: Path) -> None:
        schema = pq.read_schema(folder / "out.parquet")
        assert schema.names == list(COLUMNS)
        kinds = {
            "text": "string",
            "id": "string",
            "integer": "int64",
            "decimal": "decimal128(38, 10)",
            "real": "double",
            "boolean": "bool",
            "date": "date32[day]",
        }
        assert [str(field.type) for field in schema] == [kinds[column.type] for column in columns_of("indicators")]
        assert [field.metadata[b"description"].decode() for field in schema] == [column.meaning for column in columns_of("indicators")]
        assert schema.field("value").metadata[b"zh"].decode() == "数值"

    def test_of_csv_in_pandas(self, folder: Path) -> None:
        frame = pd.read_csv(folder / "out.csv")
        assert list(frame.columns) == list(COLUMNS)
        assert [frame[name].dtype.kind for name in ("year", "value", "part", "start", "id", "region_code")] == ["i", "f", "b", "i", "i", "i"]
        assert all(frame["code"].dropna().map(lambda code: isinstance(code, str)))
        assert pd.to_datetime(frame["period_start"]).dropna().dt.year.between(1900, 2100).all()

    def test_of_csv_in_duckdb(self, folder: Path) -> None:
        relation = found(folder / "out.csv")
        types = dict(zip(relation.columns, map(str, relation.types), strict=True))
        assert [types[name] for name in ("year", "value", "part", "period_start", "quote")] == ["BIGINT", "DOUBLE", "BOOLEAN", "DATE", "VARCHAR"]

    def test_of_sqlite(self, folder: Path) -> None:
        with closing(sqlite3.connect(folder / "out.sqlite")) as connection:
            found = connection.execute(
                "SELECT DISTINCT typeof(value), typeof(year), typeof(region_code), typeof(part), typeof(quote) FROM indicators"
            ).fetchall()
        assert {value for value, *_ in found} <= {"integer", "real"}
        assert {tuple(rest) for _, *rest in found} == {("integer", "text", "integer", "text")}

    def test_of_duckdb(self, folder: Path) -> None:
        with closing(duckdb.connect(str(folder / "out.duckdb"), read_only=True)) as connection:
            types = {name: kind for name, kind, *_ in connection.execute("DESCRIBE indicators").fetchall()}
        assert [types[name] for name in ("value", "year", "part", "period_start")] == ["DECIMAL(38,10)", "BIGINT", "BOOLEAN", "DATE"]


class TestPanels:
    """The view of a database and the lines of a file are one panel."""

    def test_in_sqlite(self, folder: Path, panel: list[dict[str, Any]]) -> None:
        with closing(sqlite3.connect(folder / "out.sqlite")) as connection:
            connection.row_factory = sqlite3.Row
            found = [dict(row) for row in connection.execute("SELECT * FROM panel")]
        assert [list(row) for row in found] == [list(row) for row in panel]
        for row, other in zip(found, panel, strict=True):
            assert {name: Decimal(repr(cell)) if isinstance(cell, float) else cell for name, cell in row.items()} == other

    def test_in_duckdb(self, folder: Path, panel: list[dict[str, Any]]) -> None:
        with closing(duckdb.connect(str(folder / "out.duckdb"), read_only=True)) as connection:
            found = connection.execute("SELECT * FROM panel")
            names = [column[0] for column in found.description]
            assert [dict(zip(names, row, strict=True)) for row in found.fetchall()] == panel


def test_parquet_is_written_in_batches_none_of_which_is_lost(reports: list[Report], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrow, "CELLS", 3000)
    data = b"".join(load_writer("parquet")(reports, Target(folder=tmp_path)))
    (tmp_path / "a.parquet").write_bytes(data)
    written = pq.ParquetFile(tmp_path / "a.parquet")
    assert written.num_row_groups > 3
    assert [row["id"] for row in written.read(["id"]).to_pylist()] == [row[COLUMNS.index("id")] for row in table_of(reports, Wishes()).rows]
