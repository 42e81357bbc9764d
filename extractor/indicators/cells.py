"""The numbers of tables: a cell is read by its column's header, then by the head of its row; its topic stands above the table."""

from collections.abc import Sequence
from dataclasses import replace

import regex

from extractor.indicators.frames import Frame
from extractor.indicators.match import Context, Match, best
from extractor.indicators.names import cell_name
from extractor.indicators.reading import Reading
from extractor.indicators.talk import Words
from extractor.indicators.told_for import Calendar
from extractor.numbers.quantities import Quantity
from extractor.outline.tables import Cell
from extractor.spans import Span

# Where the header only says that there are numbers below, the row says which.
_GENERAL_HEADER = regex.compile(r"^(?:数量|件数|次数|金额|数值|数据|合计|总数|总计|本[年期]数?|今年|当年|全年|完成情况|数|值|(?:19|20)\d\d年?度?)")
_MARKS = " \t|:、“”"


def read_cells(words: Words, calendar: Calendar, cells: Sequence[tuple[Cell, Quantity]], context: Context) -> list[Reading]:
    """The readings of the numbers in tables; those of a row of totals are the wholes of the others of their columns."""
    readings = [_read(words, calendar, cell, quantity, replace(context, paragraph=cell.caption.start)) for cell, quantity in cells]
    totals = {(cell.caption, cell.header): reading for (cell, _), reading in zip(cells, readings, strict=True) if cell.is_total}
    for (cell, _), reading in zip(cells, readings, strict=True):
        total = totals.get((cell.caption, cell.header))
        if total is not None and total is not reading and total.code == reading.code:
            reading.whole = total
    return readings


def _read(words: Words, calendar: Calendar, cell: Cell, quantity: Quantity, context: Context) -> Reading:
    frame = _frame(cell, cell.header, quantity)
    match = _match(words, frame, context)
    by_row = (
        None
        if match or not _GENERAL_HEADER.search(words.at(cell.header))
        else _match(words, replace(frame, near=cell.row, lead=cell.row, core=cell.row.end), context)
    )
    reading = Reading(frame, cell.header, calendar.told_for(frame, planned=False, stock=False), cell.header.end, how="table")
    chosen = match or by_row
    reading.rule = chosen.rule if chosen else None
    reading.part = not cell.is_total and by_row is None
    reading.category = words.at(cell.row).strip(_MARKS) if reading.part else None
    reading.name = cell_name(words.at(cell.row).strip(_MARKS), words.at(cell.header).strip(_MARKS), cell.unit, is_total=cell.is_total)
    return reading


def _match(words: Words, frame: Frame, context: Context) -> Match | None:
    return best(words.matcher.matches(frame, words.found, context))


def _frame(cell: Cell, near: Span, quantity: Quantity) -> Frame:
    nothing = Span(quantity.span.end, quantity.span.end)
    return Frame(
        quantity, Span(cell.caption.start, cell.span.end), near, near, nothing, nothing, near.end, cell.caption.start, says_little=False, is_mean=False
    )
