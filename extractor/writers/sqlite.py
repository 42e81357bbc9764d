"""SQLite: a database with a table for each shape, the links between them, and a view ``panel``.

A value is an integer, or a real number where it has digits behind the mark and that number holds them all; else it is empty, and ``written`` has its digits.

>>> number(Decimal("17700")), number(Decimal("0.1")), number(Decimal("1E+30"))
(17700, 0.1, None)
"""

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path

from extractor.writers.cells import Cell, Row
from extractor.writers.columns import Type
from extractor.writers.destination import built
from extractor.writers.formats import Target
from extractor.writers.relations import Relation, create_statements, index_statements, insert_statement, panel_statement
from extractor.writers.store import fill, fill_table
from extractor.writers.tables import Table
from extractor.writers.unread import Outcome
from extractor.writers.wishes import Wishes

TYPES: dict[Type, str] = {
    "text": "TEXT", "id": "TEXT", "integer": "INTEGER", "decimal": "DECIMAL", "real": "REAL", "boolean": "BOOLEAN", "date": "DATE",
}  # fmt: skip
_LARGEST = 2**63


def write(outcomes: Iterable[Outcome], target: Target, wishes: Wishes) -> Iterator[bytes]:
    """All tables of all reports."""
    return built(lambda path: _build(path, lambda database: fill(database, outcomes, wishes)), target.folder)


def write_table(table: Table, target: Target, wishes: Wishes) -> Iterator[bytes]:  # noqa: ARG001, columns keep the names that programs know
    """One table, with the names that programs know."""
    return built(lambda path: _build(path, lambda database: fill_table(database, table)), target.folder)


def number(value: Decimal) -> int | float | None:
    """A number as SQLite holds it exactly."""
    if value == value.to_integral_value():
        return int(value) if abs(value) < _LARGEST else None
    real = float(value)
    return real if Decimal(repr(real)) == value else None


class _Database:
    """A new database that nobody else sees yet: nothing has to be undone, or to survive a crash."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "encoding = 'UTF-8'"):
            connection.execute(f"PRAGMA {pragma}")

    def create(self, relation: Relation, *, links: bool) -> None:
        for statement in create_statements(relation, TYPES, links=links):
            self._connection.execute(statement)

    def insert(self, relation: Relation, rows: list[Row]) -> None:
        self._connection.executemany(insert_statement(relation), (list(map(bound, row)) for row in rows))

    def finish(self, relations: Iterable[Relation], codes: tuple[str, ...] | None) -> None:
        for relation in relations:
            for statement in index_statements(relation):
                self._connection.execute(statement)
        if codes is not None:
            self._connection.execute(panel_statement(codes))
        self._connection.commit()


def _build(path: Path, fill_it: Callable[[_Database], None]) -> None:
    with closing(sqlite3.connect(path)) as connection:
        fill_it(_Database(connection))


def bound(cell: Cell) -> str | int | float | None:
    """A cell as SQLite takes it."""
    if isinstance(cell, Decimal):
        return number(cell)
    return cell.isoformat() if isinstance(cell, dt.date) else cell
