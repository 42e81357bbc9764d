"""Reports into a database: the lines of all its tables, so many at a time. What differs between databases is a ``Database``.

>>> next(dictionary_rows(["panel"]))[:4]
('panel', 'issuer', 'text', '发布单位')
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, repeat
from typing import Protocol

from extractor.writers.cells import Cell, Row
from extractor.writers.columns import Column, columns_of, names_of, shapes
from extractor.writers.exact import report_json
from extractor.writers.panel import Panel
from extractor.writers.panel.notes import note_of, rivals_of
from extractor.writers.relations import FAILURES, RELATIONS, Relation
from extractor.writers.selection import has_all_lines, outcomes_for_tables, rows_maker
from extractor.writers.shapes.reports import report_rows
from extractor.writers.tables import Table
from extractor.writers.unread import Outcome, Unread
from extractor.writers.wishes import Wishes
from schemas import Report

LINES = 10_000  # that are written together
REPORTS = 100  # the same of reports, each of which may be long
_ID = names_of(columns_of("indicators")).index("id")
_ABOUT = names_of(columns_of("checks")).index("indicators")
_TABLES = (*RELATIONS, FAILURES)
_BY_NAME = {relation.name: relation for relation in RELATIONS}


class Database(Protocol):
    """What a database has to be able to do."""

    def create(self, relation: Relation, *, links: bool) -> None:
        """Makes a table."""

    def insert(self, relation: Relation, rows: list[Row]) -> None:
        """Puts lines into a table."""

    def finish(self, relations: Iterable[Relation], codes: tuple[str, ...] | None) -> None:
        """Makes the indexes, and the view of the panel where there is one."""


def fill(database: Database, outcomes: Iterable[Outcome], wishes: Wishes) -> None:
    """Writes reports with all tables, and of files that gave none why."""
    is_whole = has_all_lines(wishes)
    for relation in _TABLES:
        database.create(relation, links=is_whole)
    store = _Store(database, wishes)
    for outcome in outcomes_for_tables(outcomes, wishes):
        store.add(outcome)
    store.add_panel()
    database.insert(_BY_NAME["columns"], list(dictionary_rows()))
    database.finish(_TABLES, tuple(store.panel.codes()))


def fill_table(database: Database, table: Table) -> None:
    """Writes one table, as it is."""
    relation = Relation(table.name, table.columns)
    database.create(relation, links=False)
    waiting: list[Row] = []
    for chunk in table.chunks:
        waiting += chunk
        if len(waiting) >= LINES:
            database.insert(relation, waiting)
            waiting = []
    database.insert(relation, waiting)
    database.finish((), None)


def dictionary_rows(names: Sequence[str] | None = None) -> Iterator[Row]:
    """The dictionary of columns, a column a line; of all shapes unless some are named."""
    for shape in names or shapes():
        yield from (column_row(shape, column) for column in columns_of(shape))


def column_row(shape: str, column: Column) -> Row:
    """A line of the dictionary."""
    return (shape, column.name, column.type, column.zh, column.en, column.meaning, column.meaning_zh)


class _Store:
    """The lines that wait to be written, table by table."""

    def __init__(self, database: Database, wishes: Wishes) -> None:
        self.panel = Panel(wishes)
        self._database, self._wishes, self._is_whole = database, wishes, has_all_lines(wishes)
        self._make = {shape: rows_maker(shape, wishes) for shape in ("sections", "indicators", "numerals", "checks")}
        self._waiting: dict[str, list[Row]] = {relation.name: [] for relation in _TABLES}
        self._numbers = count(1)

    def add(self, outcome: Outcome) -> None:
        if isinstance(outcome, Unread):
            self._waiting[FAILURES.name].append((outcome.path, outcome.reason))
        else:
            self._add_report(outcome, next(self._numbers))

    def _add_report(self, report: Report, number: int) -> None:
        waiting, ids = self._waiting, {each.id for each in report.indicators}
        record = report_json(report).decode() if self._is_whole else None
        waiting["reports"] += ((*row, number, record) for row in report_rows(report, self._wishes))
        waiting["sections"] += ((*row, number) for row in self._make["sections"](report))
        # An entry that leads to no line, of a record that somebody cut, would stop the whole database.
        waiting["numerals"] += ((*row[:-1], row[-1] if row[-1] in ids else None, number) for row in self._make["numerals"](report))
        self._add_indicators(report, number)
        self._add_checks(report, number, ids)
        if len(waiting["numerals"]) + len(waiting["indicators"]) >= LINES or len(waiting["reports"]) >= REPORTS:
            self._write()

    def add_panel(self) -> None:
        """The panel, once all reports are there."""
        usual, waiting = self.panel.usual_units(), self._waiting
        for number, line in enumerate(self.panel.lines(), 1):
            waiting["panel_lines"].append((number, *self.panel.row(line, (), usual)))
            for code, slot in line.slots.items():
                own, note = slot.own, note_of(slot, usual.get(code, ""), line.sources, self.panel.wishes.lang) or None
                shown = (own.value, own.unit, rivals_of(slot), note, own.place, own.id) if own else (None, None, None, note, None, None)
                waiting["panel_cells"].append((number, code, *shown))
            if len(waiting["panel_cells"]) >= LINES:
                self._write()
        self._write()

    def _add_indicators(self, report: Report, number: int) -> None:
        rows, known = self._make["indicators"](report), {section.id for section in report.sections}
        sections: dict[Cell, int | None] = {each.id: each.section if each.section in known else None for each in report.indicators}
        self._waiting["indicators"] += ((*row, number, sections[row[_ID]]) for row in rows)
        self.panel.add(report, rows, repeat(number))

    def _add_checks(self, report: Report, number: int, ids: set[int]) -> None:
        rows = self._make["checks"](report)
        self._waiting["checks"] += ((*row, number, place) for place, row in enumerate(rows, 1))
        about = ((place, map(int, str(row[_ABOUT]).split())) for place, row in enumerate(rows, 1))
        self._waiting["check_indicators"] += ((number, place, each) for place, indicators in about for each in indicators if each in ids)

    def _write(self) -> None:
        """In the order of the tables, so that whatever a line leads to is there before it."""
        for relation in _TABLES:
            self._database.insert(relation, self._waiting[relation.name])
            self._waiting[relation.name] = []
