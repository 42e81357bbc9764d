"""Files into the store, one after the other, each whole or not at all.

What was there of a file is taken out first; a report that stays keeps its number, and a new one gets the next.
"""

import json
import sqlite3
from collections import defaultdict, deque
from collections.abc import Iterable
from time import monotonic

from extractor.batch.parcels import Parcel
from extractor.batch.parts import Cell, Closing, Lost, Made
from extractor.batch.store.database import remember
from extractor.batch.store.schema import OF_A_REPORT, insert_with_number
from extractor.files import path_text
from extractor.writers.columns import columns_of, names_of

TOGETHER = 1.0  # seconds of work that are committed together, and at most lost

_COLUMNS = names_of(columns_of("reports"))
_SOURCE, _ISSUER, _REGION, _YEAR = map(_COLUMNS.index, ("source", "issuer", "region_code", "year"))

# A figure as a panel would show it: its unit is one that its code usually has.
_UNITS_OF = """SELECT code, unit, count(*) FROM indicators
  WHERE report = ? AND code IS NOT NULL AND unit <> '' AND repeats IS NULL AND aspect = 'level' AND NOT part GROUP BY code, unit"""
_COUNT_UNIT = "INSERT INTO units VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count"


class Filing:
    """Puts parcels into a store; ``version`` is that of program and rules. What is put in is certain from `flush` on."""

    def __init__(self, connection: sqlite3.Connection, version: str) -> None:
        self._connection, self._version = connection, version
        self._inserts = {table: insert_with_number(table) for table in OF_A_REPORT}
        self._since = 0.0

    def put(self, parcel: Parcel) -> list[Lost]:
        """Puts in all that came of a file; its failures. Where that is cut short, all that is not certain yet is taken back."""
        self._begin()
        try:
            lost = self._put(parcel, path_text(parcel.task.path))
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self.settle()
        return lost

    def _put(self, parcel: Parcel, path: str) -> list[Lost]:
        numbers = self._take_out(path)
        reports, lost, closing = 0, list[Lost](), Closing()
        for part in parcel.parts():
            match part:
                case Made():
                    known = numbers.get(part.path)
                    self._add(part, path, known.popleft() if known else self._next_number(numbers))
                    reports += 1
                case Lost():
                    lost.append(part)
                case Closing():
                    closing = part
        self._close_file(path, closing, reports, lost)
        return lost

    def settle(self) -> None:
        """Makes certain what was put in, where it has waited long enough: to do so for each file would cost more than to put it in."""
        if monotonic() - self._since >= TOGETHER:
            self.flush()

    def flush(self) -> None:
        """Makes certain what was put in."""
        if self._connection.in_transaction:
            self._connection.execute("COMMIT")

    # --- one file

    def _begin(self) -> None:
        if not self._connection.in_transaction:
            self._connection.execute("BEGIN IMMEDIATE")
            self._since = monotonic()

    def _take_out(self, path: str) -> dict[str, deque[int]]:
        """Takes out what there is of a file; the numbers of its reports, by their paths."""
        execute, numbers = self._connection.execute, defaultdict[str, deque[int]](deque)
        found = execute("SELECT report, source, line FROM origins JOIN reports USING (report) WHERE file = ? ORDER BY report", (path,)).fetchall()
        for number, source, line in found:
            numbers[source].append(number)
            self._count_units(number, -1)
            self._mark_stale(line)
            for table in ("keys", "origins", *reversed(OF_A_REPORT)):
                execute(f"DELETE FROM {table} WHERE report = ?", (number,))  # noqa: S608, a name of ours
        execute("DELETE FROM failures WHERE file = ?", (path,))
        return numbers

    def _next_number(self, numbers: dict[str, deque[int]]) -> int:
        """The next number that nobody has, nor shall have again."""
        (last,) = self._connection.execute("SELECT max(report) FROM origins").fetchone()
        return max([last or 0, *(number for kept in numbers.values() for number in kept)]) + 1

    def _add(self, made: Made, file: str, number: int) -> None:
        for table, (statement, place) in self._inserts.items():
            rows = made.tables[table]
            self._connection.executemany(statement, ((*row[:place], number, *row[place + 1 :]) for row in rows))
        line = _line_key(made.tables["reports"][0], number)
        self._connection.execute("INSERT INTO origins VALUES (?, ?, NULL, ?)", (number, file, line))
        self._connection.executemany("INSERT INTO keys VALUES (?, ?)", ((key, number) for key in made.keys))
        self._count_units(number, 1)
        self._mark_stale(line)

    def _count_units(self, number: int, sign: int) -> None:
        rows: Iterable[tuple[str, str, int]] = self._connection.execute(_UNITS_OF, (number,)).fetchall()
        self._connection.executemany(_COUNT_UNIT, ((code, unit, sign * count) for code, unit, count in rows))

    def _mark_stale(self, line: str) -> None:
        self._connection.execute("INSERT OR IGNORE INTO stale VALUES (?)", (line,))

    def _close_file(self, path: str, closing: Closing, reports: int, lost: list[Lost]) -> None:
        execute = self._connection.execute
        execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, 0)", (path, closing.sha256, self._version, reports, len(lost)))
        self._connection.executemany("INSERT INTO failures VALUES (?, ?, ?, ?)", ((path, place, x.path, x.reason) for place, x in enumerate(lost, 1)))
        if closing.stamp:
            execute("INSERT OR REPLACE INTO stamps VALUES (?, ?)", (path, closing.stamp))
        else:
            execute("DELETE FROM stamps WHERE path = ?", (path,))
        remember(self._connection, "unlinked", "yes")


def _line_key(report: tuple[Cell, ...], number: int) -> str:
    """By what a report has its line in the panel: issuer, division and year where issuer and year are known; else it has one of its own."""
    issuer, region, year = report[_ISSUER], report[_REGION], report[_YEAR]
    return json.dumps([issuer, region, year] if issuer and year else [number], ensure_ascii=False)
