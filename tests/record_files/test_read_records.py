"""Records that were written before, read again."""

import io
import json
import sqlite3
import sys
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from extractor.files import Failure
from extractor.record_files import read_records
from extractor.writers import Target, load_writer
from extractor.writers.exact import report_json
from extractor.writers.unread import Outcome
from extractor.writers.wishes import Wishes
from schemas import Report
from tests.writers.records import EMPTY, FINES, NONE, REPORT

LONG = NONE.model_copy(update={"value": Decimal("12345678901234567890.0123456789")})
REPORTS = [REPORT, EMPTY, REPORT.model_copy(update={"indicators": (FINES, LONG)})]


def saved(folder: Path, name: str, wishes: Wishes | None = None) -> str:
    place = folder / f"out.{name}"
    place.write_bytes(b"".join(load_writer(name)(REPORTS, Target(folder=folder), wishes)))
    return str(place)


def read(path: str | Path) -> list[Outcome | Failure]:
    return list(read_records([str(path)]))


def failures(path: str | Path) -> list[str]:
    return [str(found) for found in read(path) if isinstance(found, Failure)]


@pytest.mark.parametrize("name", ["jsonl", "json", "sqlite", "duckdb"])
def test_what_was_written_is_read_digit_by_digit(tmp_path: Path, name: str) -> None:
    assert read(saved(tmp_path, name)) == REPORTS


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_an_array_however_it_is_spaced(tmp_path: Path, indent: int | None, mark: bytes) -> None:
    place = tmp_path / "a.json"
    place.write_bytes(mark + json.dumps([json.loads(report_json(report)) for report in (REPORT, EMPTY)], indent=indent).encode())
    assert read(place) == [REPORT, EMPTY]


def test_a_single_record_on_many_lines(tmp_path: Path) -> None:
    place = tmp_path / "a.json"
    place.write_text(json.dumps(json.loads(report_json(REPORT)), indent=1), encoding="utf-8")
    assert read(place) == [REPORT]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(report_json(REPORT) + b"\n\n" + report_json(EMPTY))))
    assert list(read_records(["-"])) == [REPORT, EMPTY]


def test_records_of_an_older_version_lack_keys(tmp_path: Path) -> None:
    record = json.loads(report_json(REPORT))
    for indicator in record["indicators"]:
        del indicator["dimension"], indicator["evidence"]["confidence"]
    (tmp_path / "a.jsonl").write_text(json.dumps(record), encoding="utf-8")
    (report,) = read(tmp_path / "a.jsonl")
    assert isinstance(report, Report)
    assert report.indicators[0].dimension is None


def changed(**more: object) -> bytes:
    return json.dumps(json.loads(report_json(REPORT)) | more).encode()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (changed(mood="good"), "unknown key mood: another version of fazhi wrote it"),
        (changed(issuer={"name": "甲", "size": 3}), "unknown key issuer.size: another version of fazhi wrote it"),
        (changed(body=None), "body is not as in a record: Input should be"),
        (changed(schema_version="9"), "schema_version 9 is not one that this version of fazhi knows"),
        (b'{"source": {"name": "a"}}', "source.path is missing: this is no whole record"),
        (b'{"title": "a"}', "this is no record: a record is an object with a source"),
        (b"[]", "this is no record: a record is an object with a source"),
        (b'{"source": NaN}', "this is no JSON: NaN is no number"),
        (b'{"source":', "this is no JSON: Expecting value"),
        (b"\xff\xfe", "this is no JSON: 'utf-16-le' codec can't decode"),
        (b"[" * 200_000, "this is no JSON: "),
    ],
)
def test_what_is_no_record_is_named_with_its_line_and_the_rest_is_read(tmp_path: Path, line: bytes, reason: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"\n".join([report_json(REPORT), line, report_json(EMPTY)]))
    first, failure, last = read(tmp_path / "a.jsonl")
    assert (first, last) == (REPORT, EMPTY)
    assert f"a.jsonl, line 2: {reason}" in str(failure)


def test_an_array_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"[\n" + report_json(REPORT) + b"\n,{")
    first, failure = read(tmp_path / "a.json")
    assert first == REPORT
    assert "a.json, record 2: this is no JSON" in str(failure)


@pytest.mark.parametrize("data", [b"", b"\n \n"])
def test_nothing_in_it(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.jsonl").write_bytes(data)
    assert failures(tmp_path / "a.jsonl") == [f"{tmp_path}/a.jsonl: there are no records in it"]


@pytest.mark.parametrize("name", ["sqlite", "duckdb"])
@pytest.mark.parametrize("wishes", [Wishes(codes=("penalty.*",)), Wishes(shape="indicators")], ids=["some lines", "one table"])
def test_a_database_without_whole_records_says_so(tmp_path: Path, name: str, wishes: Wishes) -> None:
    (failure,) = failures(saved(tmp_path, name, wishes))
    assert "no whole records in it" in failure


def test_a_database_of_somebody_else(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        connection.execute("CREATE TABLE birds (name)")
    assert "no whole records in it" in failures(tmp_path / "a.db")[0]


def test_files_that_cannot_be_had(tmp_path: Path) -> None:
    assert failures(tmp_path) == [f"{tmp_path}: is a directory"]
    assert failures("a\0b") == ["a\\x00b: no file can have this name"]
