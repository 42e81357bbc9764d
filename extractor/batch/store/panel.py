"""The panel of a store: only those of its lines are made again whose reports, or whose usual units, have changed."""

import datetime as dt
import json
import sqlite3
from collections.abc import Iterator
from decimal import Decimal

from extractor.batch.store.schema import BY_NAME
from extractor.writers.cells import Row
from extractor.writers.columns import columns_of
from extractor.writers.panel import Line, Panel
from extractor.writers.panel.notes import note_of, rivals_of
from extractor.writers.relations import insert_statement, panel_statement
from extractor.writers.sqlite import bound
from extractor.writers.wishes import Wishes
from schemas import Issuer, Region, Report, Source, Span
from schemas import Warning as Doubt

_USUAL_NOW = """SELECT code, unit FROM (SELECT code, unit, row_number() OVER (PARTITION BY code ORDER BY count DESC, unit) AS place
  FROM units WHERE count > 0) WHERE place = 1"""
_STALE_BY_UNIT = """INSERT OR IGNORE INTO stale
  SELECT key FROM lines JOIN panel_cells USING (line) JOIN now USING (code) LEFT JOIN usual USING (code) WHERE usual.unit IS NOT now.unit"""
_REPORTS = """SELECT report, source, issuer, region_code, year, CASE WHEN warnings IS NULL THEN NULL ELSE record END
  FROM origins JOIN reports USING (report) WHERE line = ? AND same_as IS NULL ORDER BY report"""

_COLUMNS = columns_of("indicators")
_SELECTED = ", ".join(f'"{column.name}"' for column in _COLUMNS)
_ROWS = f"""SELECT {_SELECTED} FROM indicators
  WHERE report = ? AND code IS NOT NULL AND repeats IS NULL AND value IS NOT NULL ORDER BY id"""  # noqa: S608, names of ours
_INSERT_LINE, _INSERT_CELL = insert_statement(BY_NAME["panel_lines"]), insert_statement(BY_NAME["panel_cells"])
_VALUES = [place for place, column in enumerate(_COLUMNS) if column.type == "decimal"]
_DATES = [place for place, column in enumerate(_COLUMNS) if column.type == "date"]


def refresh_panel(connection: sqlite3.Connection) -> None:
    """Makes the stale lines again, and the view."""
    usual = _renew_usual(connection)
    for statement in (
        "DELETE FROM panel_cells WHERE line IN (SELECT line FROM lines JOIN stale USING (key))",
        "DELETE FROM panel_lines WHERE line IN (SELECT line FROM lines JOIN stale USING (key))",
        "DELETE FROM lines WHERE key IN (SELECT key FROM stale)",
    ):
        connection.execute(statement)
    for (key,) in connection.execute("SELECT key FROM stale ORDER BY key").fetchall():
        _add_line(connection, key, usual)
    connection.execute("DELETE FROM stale")
    _renew_view(connection)


def _renew_usual(connection: sqlite3.Connection) -> dict[str, str]:
    """The unit that most figures of a code have; lines with a code for which that is another one now become stale."""
    connection.execute("DELETE FROM units WHERE count = 0")
    connection.execute(f"CREATE TEMP TABLE now AS {_USUAL_NOW}")
    connection.execute(_STALE_BY_UNIT)
    connection.execute("DELETE FROM usual")
    connection.execute("INSERT INTO usual SELECT code, unit FROM now")
    connection.execute("DROP TABLE now")
    return dict(connection.execute("SELECT code, unit FROM usual"))


def _add_line(connection: sqlite3.Connection, key: str, usual: dict[str, str]) -> None:
    panel, numbers = Panel(Wishes()), list[int]()
    for place, *paper in connection.execute(_REPORTS, (key,)):
        rows = list(_rows(connection, place))
        panel.add(_report(*paper), rows, [place] * len(rows))
        numbers.append(place)
    for line in panel.lines():
        connection.execute("INSERT INTO lines VALUES (?, ?)", (key, numbers[0]))
        connection.execute(_INSERT_LINE, (numbers[0], *panel.row(line, (), usual)))
        connection.executemany(_INSERT_CELL, _cells(line, numbers[0], usual))


def _cells(line: Line, place: int, usual: dict[str, str]) -> Iterator[tuple[object, ...]]:
    for code, slot in line.slots.items():
        own, note = slot.own, note_of(slot, usual.get(code, ""), line.sources, None) or None
        shown = (own.value, own.unit, rivals_of(slot), note, own.place, own.id) if own else (None, None, None, note, None, None)
        yield (place, code, *map(bound, shown))


def _rows(connection: sqlite3.Connection, report: int) -> Iterator[Row]:
    """The lines of ``indicators`` of a report that a panel looks at, as they were before they were put into the store; it could not hold every value."""
    for stored in connection.execute(_ROWS, (report,)):
        row = list(stored)
        for place in _VALUES:
            row[place] = None if row[place] is None else Decimal(str(row[place]))
        for place in _DATES:
            row[place] = dt.date.fromisoformat(row[place]) if row[place] else None
        yield tuple(row)


def _report(source: str, issuer: str | None, region: str | None, year: int | None, record: str | None) -> Report:
    """Of a report what a panel looks at; ``record`` is given where there are warnings in it."""
    return Report(
        source=Source(name=source, path=source, sha256="", media_type="", characters=0),
        issuer=Issuer(name=issuer, region=Region.model_construct(code=region, name="", level="county") if region else None),
        year=year,
        body=Span(start=0, end=0),
        warnings=tuple(Doubt(**each) for each in json.loads(record)["warnings"]) if record else (),
    )


def _renew_view(connection: sqlite3.Connection) -> None:
    codes = tuple(code for (code,) in connection.execute("SELECT DISTINCT code FROM panel_cells ORDER BY code"))
    statement = panel_statement(codes)
    found = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'panel'").fetchone()
    if found is None or found[0] != statement:
        connection.execute("DROP VIEW IF EXISTS panel")
        connection.execute(statement)
