"""Records from the databases that `fazhi` writes: each report's whole record lies in the column ``record`` of the table ``reports``.

In DuckDB it lies in pieces in the table ``records``. The table ``failures`` tells which files gave none.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from extractor.errors import ReadError
from extractor.files import Failure
from extractor.record_files.parsing import parse_record
from extractor.writers.unread import Outcome, Unread
from schemas import Report

_PIECES = "SELECT text FROM records WHERE report = ? ORDER BY piece"  # of DuckDB
_QUERY = "SELECT record FROM reports ORDER BY report"
_HAS_FAILURES = "SELECT 1 FROM sqlite_master WHERE name = 'failures'"  # which DuckDB has, too
_FAILURES = "SELECT path, reason FROM failures ORDER BY path"
_NOT_OURS = "there are no whole records in it: a database has them that fazhi wrote without --shape, --codes and --where"


def read_sqlite(path: str, name: str) -> Iterator[Outcome | Failure]:
    """The records of an SQLite database; nothing is written to it."""
    try:
        with closing(sqlite3.connect(f"{Path(path).resolve().as_uri()}?mode=ro", uri=True)) as connection:
            yield from _parsed((record for (record,) in connection.execute(_QUERY)), name)
            yield from _unread(connection.execute)
    except sqlite3.Error as error:
        yield Failure(name, _NOT_OURS, error)


def read_duckdb(path: str, name: str) -> Iterator[Outcome | Failure]:
    """The records of a DuckDB database; nothing is written to it."""
    try:
        import duckdb
    except ImportError as error:
        yield Failure(name, "a DuckDB database, which needs pip install 'fazhi[duckdb]'", error)
        return
    try:
        with closing(duckdb.connect(path, read_only=True)) as connection:
            numbers = connection.execute("SELECT report FROM reports ORDER BY report").fetchall()
            yield from _parsed((_put_together(connection.execute(_PIECES, number).fetchall()) for number in numbers), name)
            yield from _unread(connection.execute)
    except duckdb.Error as error:
        yield Failure(name, _NOT_OURS, error)


def _put_together(pieces: list[tuple[str]]) -> str | None:
    return "".join(piece for (piece,) in pieces) or None


def _unread(execute: Callable[[str], Any]) -> Iterator[Unread]:
    """The files that gave no report, as far as the database knows of them."""
    if execute(_HAS_FAILURES).fetchall():
        yield from (Unread(path, reason) for path, reason in execute(_FAILURES).fetchall())


def _parsed(records: Iterator[str | None], name: str) -> Iterator[Report | Failure]:
    for number, record in enumerate(records, 1):
        if record is None:
            yield Failure(name, _NOT_OURS)
            return
        try:
            yield parse_record(record)
        except ReadError as error:
            yield Failure(f"{name}, report {number}", str(error), error)
