"""The runs that a store remembers."""

import datetime as dt
import sqlite3

from extractor.batch.store.database import transaction
from extractor.batch.summary import Summary


def begin_run(connection: sqlite3.Connection, version: str) -> int:
    """A run begins; its number."""
    with transaction(connection):
        (number,) = connection.execute("INSERT INTO runs (started, version) VALUES (?, ?) RETURNING id", (_now(), version)).fetchone()
    return int(number)


def end_run(connection: sqlite3.Connection, number: int, summary: Summary) -> None:
    """A run ends; it is finished where nothing was left to do."""
    finished = None if summary.done < summary.total else _now()
    counts = (summary.done, summary.failed, summary.skipped, summary.gone)
    with transaction(connection):
        connection.execute("UPDATE runs SET finished = ?, done = ?, failed = ?, skipped = ?, gone = ? WHERE id = ?", (finished, *counts, number))


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
