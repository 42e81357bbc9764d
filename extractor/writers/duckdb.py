"""DuckDB: the same tables as in SQLite, with exact decimals and dates, and what each column means as its comment.

Whole records lie in a table of their own, in pieces.

>>> comment("indicators", "code", "it's a code")
'COMMENT ON COLUMN "indicators"."code" IS \\'it\\'\\'s a code\\''
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.writers.cells import Row
from extractor.writers.columns import Column, Type
from extractor.writers.destination import built
from extractor.writers.formats import Target
from extractor.writers.relations import Relation, create_statements, index_statements, panel_statement, quoted, text_literal
from extractor.writers.store import fill, fill_table
from extractor.writers.tables import Table
from extractor.writers.unread import Outcome
from extractor.writers.wishes import Wishes

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MEMORY = "160MB"
_PIECE = 1000  # characters

# A whole record as one text would be all in memory at each checkpoint, with those of thousands of other reports. Lines are found by where they lie, without a key.
_RECORD = "record"
_RECORDS = Relation(
    "records",
    (
        Column("report", "integer", "report", "report", "number of the report in this database", "本库内报告的编号", width=8),
        Column("piece", "integer", "piece", "piece", "pieces of a record in their order, from 1", "记录各段的次序，自1起", width=8),
        Column("text", "text", "text", "text", "the whole record as JSON, when its pieces are put together", "各段相连即为完整的JSON记录", width=30),
    ),
)

_TYPES: dict[Type, str] = {
    "text": "VARCHAR", "id": "VARCHAR", "integer": "BIGINT", "decimal": "DECIMAL(38, 10)", "real": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE",
}  # fmt: skip


def write(outcomes: Iterable[Outcome], target: Target, wishes: Wishes) -> Iterator[bytes]:
    """All tables of all reports."""
    return built(lambda path: _build(path, lambda database: fill(database, outcomes, wishes)), target.folder)


def write_table(table: Table, target: Target, wishes: Wishes) -> Iterator[bytes]:  # noqa: ARG001, columns keep the names that programs know
    """One table, with the names that programs know."""
    return built(lambda path: _build(path, lambda database: fill_table(database, table)), target.folder)


def comment(table: str, column: str, meaning: str) -> str:
    """The SQL that tells what a column means."""
    return f"COMMENT ON COLUMN {quoted(table)}.{quoted(column)} IS {text_literal(meaning)}"


class _Database:
    """A new database. Lines go in as Arrow batches: one by one they would take a hundred times as long."""

    def __init__(self, connection: "DuckDBPyConnection") -> None:
        self._connection = connection

    def create(self, relation: Relation, *, links: bool) -> None:
        if _has_record(relation):
            self.create(_RECORDS, links=False)
            relation = replace(relation, columns=relation.columns[:-1])
        # Links within a table cannot be held while it is filled many lines at a time.
        outward = replace(relation, links=tuple(link for link in relation.links if link.table != relation.name))
        for statement in create_statements(outward, _TYPES, links=links):
            self._connection.execute(statement)
        for column in relation.columns:
            self._connection.execute(comment(relation.name, column.name, column.meaning))

    def insert(self, relation: Relation, rows: list[Row]) -> None:
        if _has_record(relation):
            self.insert(_RECORDS, list(_pieces(rows)))
            relation, rows = replace(relation, columns=relation.columns[:-1]), [row[:-1] for row in rows]
        from extractor.writers.arrow import batches, schema_of

        schema = schema_of(relation.columns, Wishes())
        for batch in batches([rows], relation.columns, schema):
            self._connection.register("waiting", batch)
            self._connection.execute(f"INSERT INTO {quoted(relation.name)} SELECT * FROM waiting")  # noqa: S608, names of our own
            self._connection.unregister("waiting")

    def finish(self, relations: Iterable[Relation], codes: tuple[str, ...] | None) -> None:
        for relation in relations:
            for statement in index_statements(relation):
                self._connection.execute(statement)
        if codes is not None:
            self._connection.execute(panel_statement(codes))


def _has_record(relation: Relation) -> bool:
    return relation.columns[-1].name == _RECORD


def _pieces(rows: list[Row]) -> Iterator[Row]:
    """The records, which stand behind the numbers of their reports, in pieces."""
    for *_, report, record in rows:
        words = str(record or "")
        yield from ((report, number, words[start : start + _PIECE]) for number, start in enumerate(range(0, len(words), _PIECE), 1))


def _build(path: Path, fill_it: Callable[[_Database], None]) -> None:
    import duckdb

    # By itself DuckDB takes what memory there is; what does not fit goes beside the file.
    config: dict[str, str | bool | int | float | list[str]] = {"memory_limit": _MEMORY, "threads": 1, "temp_directory": str(path.with_suffix(".waiting"))}
    with closing(duckdb.connect(str(path), config=config)) as connection:
        fill_it(_Database(connection))
