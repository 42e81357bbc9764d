"""The same work as a function of Arrow record batches."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extractor import extract_files
from extractor.batch.arrow import COLUMNS, ROWS, extract_batches, extract_table, schema
from extractor.writers.exact import report_json
from schemas import Report
from tests.batch.folders import small_report, write_archive, write_reports

pa = pytest.importorskip("pyarrow")

REPORTS = 5


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_reports(tmp_path / "in", range(REPORTS))
    write_archive(tmp_path / "in" / "a.zip", range(10, 12))
    return tmp_path


def records() -> list[str]:
    return [report_json(found).decode() for found in extract_files(["in"]) if isinstance(found, Report)]


def paths() -> list[str]:
    return sorted(str(path) for path in Path("in").iterdir())


def test_paths_in_records_out() -> None:
    table = pa.Table.from_batches(extract_batches([pa.record_batch({"path": paths()})]))
    assert table.column_names == list(COLUMNS)
    assert [record for record in table["record"].to_pylist() if record] == records()
    assert [reason for reason in table["reason"].to_pylist() if reason] == ["the file is empty"]
    assert set(table["file"].to_pylist()) == set(paths())


def test_bytes_in_records_out_whatever_the_batches() -> None:
    contents = [Path(path).read_bytes() for path in paths()]
    whole = pa.table({"path": paths(), "content": contents})
    assert [record for record in extract_table(whole)["record"].to_pylist() if record] == records()
    ones: Iterator[object] = (pa.record_batch({"path": [path], "content": [data]}) for path, data in zip(paths(), contents, strict=True))
    assert pa.Table.from_batches(extract_batches(ones)) == extract_table(whole)


def test_batches_that_leave_are_small_and_failures_have_rows() -> None:
    batches = list(extract_batches([pa.record_batch({"path": ["nothing"] * (ROWS + 1)})]))
    assert [batch.num_rows for batch in batches] == [ROWS, 1]
    assert all(batch.schema == schema() for batch in batches)
    assert set(batches[0]["reason"].to_pylist()) == {"no such file or directory"}


def test_nothing_in_nothing_out() -> None:
    assert list(extract_batches([])) == []
    assert extract_table(pa.table({"path": pa.array([], pa.string())})).num_rows == 0


def test_dask_takes_it() -> None:
    dask: Any = pytest.importorskip("dask")
    halves = [paths()[:3], paths()[3:]]
    parts = dask.compute(*(dask.delayed(lambda half: extract_table(pa.table({"path": half})))(half) for half in halves), scheduler="synchronous")
    assert [record for record in pa.concat_tables(parts)["record"].to_pylist() if record] == records()


def test_a_report_is_the_same_as_text() -> None:
    [batch] = extract_batches([pa.record_batch({"path": ["x/y.txt"], "content": [small_report(3).encode()]})])
    assert batch["path"].to_pylist() == ["x/y.txt"]
    assert '"name":"y.txt"' in batch["record"].to_pylist()[0]
