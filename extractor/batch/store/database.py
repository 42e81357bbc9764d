"""The database of a store: opened, made where there is none, and never left between two states.

>>> with opened(":memory:") as connection:
...     connection.execute("SELECT count(*) FROM files").fetchone()
(0,)
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from extractor.batch.store.schema import APPLICATION, form, statements
from extractor.errors import FazhiError
from extractor.files import path_text
from extractor.writers.relations import RELATIONS, insert_statement
from extractor.writers.store import dictionary_rows

_PATIENCE = 60.0  # seconds to wait for somebody else who writes
_CACHE = 8192  # kilobytes: what comes in within a second; with less, most of it is written twice


class StoreError(FazhiError):
    """A file that is no store, or one that this version cannot go on with."""


@contextmanager
def opened_for_reading(path: str) -> Iterator[sqlite3.Connection]:
    """A connection to a store that changes nothing. Raises StoreError where there is none at the path."""
    if not Path(path).is_file():
        raise StoreError(f"{path_text(path)}: there is no such store")
    try:
        with closing(sqlite3.connect(f"{Path(path).resolve().as_uri()}?mode=ro", uri=True, timeout=_PATIENCE)) as connection:
            if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION,):
                raise StoreError(f"{path_text(path)}: a database, but no store")
            yield connection
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path_text(path)}: {error}") from error


@contextmanager
def opened(path: str) -> Iterator[sqlite3.Connection]:
    """A connection to the store at a path, which is made where there is nothing. Raises StoreError where there is something else."""
    try:
        with closing(sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)) as connection:
            _check(connection, path)
            # A reader sees the last whole state while the next is written, and a crash leaves it.
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(f"PRAGMA cache_size = -{_CACHE}")
            yield connection
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path_text(path)}: {error}") from error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing of what happens within."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def state(connection: sqlite3.Connection, name: str) -> str | None:
    """Something that the store remembers."""
    found = connection.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
    return found[0] if found else None


def remember(connection: sqlite3.Connection, name: str, value: str | None) -> None:
    """Has the store remember something."""
    connection.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, value))


def own_files(path: str) -> tuple[str, ...]:
    """The files that a store consists of while it is written."""
    return tuple(path + end for end in ("", "-wal", "-shm", "-journal"))


def _check(connection: sqlite3.Connection, path: str) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application == APPLICATION:
        if state(connection, "form") != form():
            raise StoreError(f"{path_text(path)}: made by a version of fazhi whose tables are others; name a new store")
        return
    if application or connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise StoreError(f"{path_text(path)}: a database, but no store that files could be added to; name another")
    with transaction(connection):
        _make(connection)


def _make(connection: sqlite3.Connection) -> None:
    for statement in statements():
        connection.execute(statement)
    columns = next(relation for relation in RELATIONS if relation.name == "columns")
    connection.executemany(insert_statement(columns), dictionary_rows())
    remember(connection, "form", form())
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
