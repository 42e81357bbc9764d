"""The panel as a sheet: each figure leads to its evidence, one with rivals is coloured and tells them, and what could not be read is no empty cell.

Percentages are fractions shown as percent, as spreadsheets count; the sheet of the figures has them as the report does.
"""

from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.writers.panel import Line, Panel, Slot
from extractor.writers.panel.fold import IN_FRONT
from extractor.writers.panel.notes import note_of
from extractor.writers.xlsx_sheets import PERCENT, Formats, Sheets, held, number_format, set_up, write_cell
from schemas import plain

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

RIVAL_COLOUR, UNREAD = "#FFE08A", "?"
_LINKS = 65_000  # a sheet can hold 65,530; those behind are formulas, which spreadsheets are slower with
_COMMENTS = 10_000  # each is a drawing, which spreadsheets are slow with
_HUNDREDTH = Decimal("0.01")
_FROZEN = 3


def write_panel(sheet: "Worksheet", panel: Panel, formats: Formats, figures: Sheets) -> None:
    """Fills the sheet; ``figures`` is where the lines of the figures were written."""
    columns = panel.columns()
    set_up(sheet, columns, formats, panel.wishes, _FROZEN)
    writer = _Writer(sheet, panel, formats, figures)
    number = 0
    for number, line in enumerate(panel.lines(), 1):
        writer.add(number, line)
    sheet.autofilter(0, 0, number, len(columns) - 1)


class _Writer:
    """Writes the lines, and counts what a sheet can only hold so many of."""

    def __init__(self, sheet: "Worksheet", panel: Panel, formats: Formats, figures: Sheets) -> None:
        self._sheet, self._panel, self._formats, self._figures = sheet, panel, formats, figures
        self._codes, self._usual, self._columns = panel.codes(), panel.usual_units(), panel.columns()
        self._links = self._comments = 0

    def add(self, number: int, line: Line) -> None:
        row = self._panel.row(line, (), self._usual)
        for place, cell in enumerate(row):
            where = place if place < IN_FRONT else place + len(self._codes)
            if cell is not None:
                write_cell(self._sheet, (number, where), cell, self._formats.of(number_format(self._columns[where], cell, None)))
        for place, code in enumerate(self._codes, IN_FRONT):
            slot = line.slots.get(code)
            if slot is not None and slot.own is not None:
                self._figure((number, place), slot, note_of(slot, self._usual.get(code, ""), line.sources, self._panel.wishes.lang))
            elif line.unread:
                self._sheet.write_string(number, place, UNREAD)

    def _figure(self, place: tuple[int, int], slot: Slot, note: str) -> None:
        assert slot.own is not None
        is_percent = slot.own.unit == "%"
        value = slot.own.value * _HUNDREDTH if is_percent else slot.own.value
        shown = PERCENT if is_percent else number_format(self._columns[place[1]], value, slot.own.unit)
        form = self._formats.of(shown, RIVAL_COLOUR if slot.rivals else "")
        self._linked(place, value, form, self._figures.where(slot.own.place))
        if slot.rivals and self._comments < _COMMENTS:
            self._comments += 1
            self._sheet.write_comment(*place, note, {"author": "fazhi", "x_scale": 2})

    def _linked(self, place: tuple[int, int], value: Decimal, form: "Format", where: str) -> None:
        """A number that leads somewhere; one that is written as text leads nowhere."""
        number = held(value)
        self._links += number is not None
        if number is not None and self._links > _LINKS:
            self._sheet.write_formula(*place, f'=HYPERLINK("#{where}",{plain(value)})', form, number)
            return
        if number is not None:
            self._sheet.write_url(*place, f"internal:{where}", form)
        write_cell(self._sheet, place, value, form)
