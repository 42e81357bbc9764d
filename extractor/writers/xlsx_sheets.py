"""Sheets of a workbook: a line of names that stays in sight, filters, widths, and cells of their type.

>>> held(Decimal("17700.25")), held(Decimal("1234567890.1234567"))
(17700.25, None)
"""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from extractor.writers.cells import Cell, Row
from extractor.writers.columns import Column
from extractor.writers.wishes import Wishes
from schemas import plain

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LINES = 1_048_576  # of a sheet, its line of names included
_DIGITS = 15  # that a spreadsheet shows and keeps
_LONGEST = 32_767  # characters of a cell
_CUT = "…"
_FIRST_DAY = dt.date(1900, 3, 1)  # before it spreadsheets count a day that there was not

NUMBER, WITH_FRACTION, PERCENT, YEAR, DAY, CONFIDENCE = "#,##0", "#,##0.00", "0.00%", "0", "yyyy-mm-dd", "0.00"
_MONEY = ("元", "万元")
_NOT_COUNTED = ("year", "year_old", "year_new", "start", "end", "id", "id_old", "id_new")  # numbers that have no thousands


class Formats:
    """The formats of a workbook, each made when it is first needed."""

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self.of = cache(self._of)
        self.header = book.add_format({"bold": True, "bg_color": "#E7ECF3", "bottom": 1, "valign": "top"})

    def _of(self, number: str = "", colour: str = "") -> "Format":
        wishes: dict[str, Any] = {"num_format": number} if number else {}
        return self._book.add_format(wishes | ({"bg_color": colour} if colour else {}))


class Sheets:
    """A table on a sheet, and where it is longer than a sheet can be on further ones."""

    def __init__(self, book: "Workbook", formats: Formats, name: str, columns: Sequence[Column], wishes: Wishes) -> None:
        self._book, self._formats, self._name, self._columns, self._wishes = book, formats, name, columns, wishes
        self._unit = next((place for place, column in enumerate(columns) if column.name == "unit"), None)
        self._sheets: list[Worksheet] = []
        self._next = LINES
        self._open()

    def add(self, row: Row) -> int:
        """Writes a line; where it stands, as a number that ``where`` understands."""
        if self._next >= LINES:
            self._open()
        sheet, line = self._sheets[-1], self._next
        unit = row[self._unit] if self._unit is not None else None
        for place, (column, cell) in enumerate(zip(self._columns, row, strict=True)):
            if cell is not None and cell != "":
                write_cell(sheet, (line, place), cell, self._formats.of(number_format(column, cell, unit)))
        self._next += 1
        return (len(self._sheets) - 1) * LINES + line

    def where(self, place: int) -> str:
        """The address of a line that was written."""
        sheet, line = divmod(place, LINES)
        return f"'{self._sheets[sheet].get_name()}'!A{line + 1}"

    def close(self) -> None:
        """Puts filters over the lines."""
        for number, sheet in enumerate(self._sheets, 1):
            last = self._next - 1 if number == len(self._sheets) else LINES - 1
            sheet.autofilter(0, 0, last, len(self._columns) - 1)

    def _open(self) -> None:
        number = len(self._sheets) + 1
        sheet = self._book.add_worksheet(self._name if number == 1 else f"{self._name} {number}")
        set_up(sheet, self._columns, self._formats, self._wishes, frozen=1)
        self._sheets.append(sheet)
        self._next = 1


def set_up(sheet: "Worksheet", columns: Sequence[Column], formats: Formats, wishes: Wishes, frozen: int) -> None:
    """The line of names, the widths, and what stays in sight: that line and the ``frozen`` first columns."""
    sheet.freeze_panes(1, frozen)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.title(wishes.lang), formats.header)


def number_format(column: Column, cell: Cell, unit: Cell) -> str:
    """How a cell shows its number."""
    match cell:
        case dt.date():
            return DAY
        case Decimal():
            return WITH_FRACTION if unit in _MONEY or cell != cell.to_integral_value() else NUMBER
        case float():
            return CONFIDENCE
        case int() if not isinstance(cell, bool):
            return YEAR if column.name in _NOT_COUNTED else NUMBER
        case _:
            return ""


def write_cell(sheet: "Worksheet", place: tuple[int, int], cell: Cell, shown: "Format") -> None:
    """A cell of its own type."""
    match cell:
        case str():
            sheet.write_string(*place, cell_words(cell), shown)
        case bool():
            sheet.write_boolean(*place, cell, shown)
        case Decimal():
            number = held(cell)
            _ = sheet.write_string(*place, plain(cell), shown) if number is None else sheet.write_number(*place, number, shown)
        case dt.date() if cell >= _FIRST_DAY:
            sheet.write_datetime(*place, cell, shown)
        case int() | float():
            sheet.write_number(*place, cell, shown)
        case _:
            sheet.write_string(*place, str(cell), shown)


def cell_words(words: str) -> str:
    r"""Words as a cell holds them: line breaks as spreadsheets have them, a blank for a tab, which they drop, and no more characters than they take.

    >>> cell_words("a\r\nb"), len(cell_words("x" * 40_000))
    ('a\nb', 32767)
    """
    shown = words.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + _CUT


def held(value: Decimal) -> float | None:
    """A number as a spreadsheet holds it, if it holds it to the last digit."""
    if len(value.normalize().as_tuple().digits) > _DIGITS:
        return None
    return float(value)
