"""XLSX: a workbook for Excel, WPS and LibreOffice, with the sheets panel, indicators, reports, checks and columns.

A figure in the panel leads to its line in `indicators`, where its evidence stands. Text is text, whatever it looks like; a number that a spreadsheet
cannot hold to its last digit is written as text.

>>> from extractor.writers.tables import table_of
>>> b"".join(write_table(table_of([], Wishes()), Target(), Wishes()))[:2]
b'PK'
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.writers.columns import Column, columns_of
from extractor.writers.destination import built
from extractor.writers.formats import Target
from extractor.writers.panel import Panel
from extractor.writers.selection import outcomes_for_tables, rows_maker
from extractor.writers.shapes.reports import report_rows
from extractor.writers.store import column_row, dictionary_rows
from extractor.writers.tables import Table
from extractor.writers.unread import Outcome
from extractor.writers.wishes import Wishes

if TYPE_CHECKING:
    from xlsxwriter import Workbook

    from extractor.writers.xlsx_sheets import Sheets

_SHEETS = ("indicators", "reports", "checks")
# The same records make the same file, whenever it is written.
_CREATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def write(outcomes: Iterable[Outcome], target: Target, wishes: Wishes) -> Iterator[bytes]:
    """A workbook with all sheets."""
    return built(lambda path: _build(path, lambda book: _fill(book, outcomes, wishes)), target.folder)


def write_table(table: Table, target: Target, wishes: Wishes) -> Iterator[bytes]:
    """A workbook with one table, and a sheet that tells what its columns mean."""
    return built(lambda path: _build(path, lambda book: _fill_table(book, table, wishes)), target.folder)


def _build(path: Path, fill: "Callable[[Workbook], None]") -> None:
    from xlsxwriter import Workbook

    book = Workbook(str(path), {"constant_memory": True, "tmpdir": str(path.parent), "strings_to_urls": False, "default_date_format": "yyyy-mm-dd"})
    book.set_properties({"created": _CREATED})
    fill(book)
    book.close()


def _fill(book: "Workbook", outcomes: Iterable[Outcome], wishes: Wishes) -> None:
    from extractor.writers.xlsx_panel import write_panel
    from extractor.writers.xlsx_sheets import Formats, Sheets

    formats, panel_sheet = Formats(book), book.add_worksheet("panel")
    sheets = {name: Sheets(book, formats, name, columns_of(name), wishes) for name in _SHEETS}
    dictionary = Sheets(book, formats, "columns", columns_of("columns"), wishes)
    panel, make = Panel(wishes), {name: rows_maker(name, wishes) for name in ("indicators", "checks")}
    for outcome in outcomes_for_tables(outcomes, wishes):
        rows = {"reports": list(report_rows(outcome, wishes)), **{name: rows_of(outcome) for name, rows_of in make.items()}}
        places = {name: [sheets[name].add(row) for row in rows[name]] for name in _SHEETS}
        panel.add(outcome, rows["indicators"], places["indicators"])
    write_panel(panel_sheet, panel, formats, sheets["indicators"])
    _describe(dictionary, {"panel": panel.columns(), **{name: columns_of(name) for name in _SHEETS}})
    for each in (*sheets.values(), dictionary):
        each.close()


def _fill_table(book: "Workbook", table: Table, wishes: Wishes) -> None:
    from extractor.writers.xlsx_sheets import Formats, Sheets

    formats = Formats(book)
    lines = Sheets(book, formats, table.name, table.columns, wishes)
    for row in table.rows:
        lines.add(row)
    lines.close()
    if table.name != "columns":
        dictionary = Sheets(book, formats, "columns", columns_of("columns"), wishes)
        _describe(dictionary, {table.name: table.columns})
        dictionary.close()


def _describe(dictionary: "Sheets", shown: dict[str, tuple[Column, ...]]) -> None:
    for shape, columns in shown.items():
        for column in columns:
            dictionary.add(column_row(shape, column))
    for row in dictionary_rows(["columns"]):
        dictionary.add(row)
