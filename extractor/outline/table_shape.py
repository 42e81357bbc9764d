r"""What each column of a sheet holds: serial numbers, the heads of rows, units, figures, remarks, numbers that identify.

>>> from extractor.document import Document
>>> from extractor.outline.table_lines import lined_grids
>>> from extractor.outline.table_sheets import sheets_of
>>> from extractor.spans import Span
>>> document = Document.of("序号|项目|计量单位|数量|备注\n1|立案|件|12|含移送\n2|罚款|万元|3|")
>>> (sheet,) = sheets_of(lined_grids(document, Span(0, 60))[0])
>>> shape = shape_of(sheet)
>>> shape.serials, shape.heads, shape.unit, shape.figures, shape.told
((0,), (1,), 2, (3,), (4,))
"""

from dataclasses import dataclass, replace

from extractor.outline.table_sheets import Sheet
from extractor.outline.table_words import (
    LONGEST_NAME,
    Kind,
    is_date_header,
    is_identifier_header,
    is_remarks_header,
    is_serial_header,
    is_unit_header,
    is_year,
    may_be_unit,
)

FEWEST_IN_ORDER = 2  # rows that a column without a header numbers


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns by what they hold; ``told`` are those of text, whose figures are read as sentences are, ``unit`` that of the rows' units."""

    serials: tuple[int, ...]
    heads: tuple[int, ...]
    identifiers: tuple[int, ...]
    unit: int | None
    figures: tuple[int, ...]
    told: tuple[int, ...]


def shape_of(sheet: Sheet) -> Shape:
    """The columns of a sheet by what they hold; rows of one cell, which head others or are notes, do not count."""
    sheet = replace(sheet, rows=tuple(row for row in sheet.rows if len({item.span for item in row if item.words}) > 1) or sheet.rows)
    columns = range(sheet.width)
    serials = tuple(column for column in columns if _is_serial(sheet, column))
    identifiers = tuple(column for column in columns if column not in serials and is_identifier_header(sheet.headed(column)))
    unit = next((column for column in columns if _is_of_units(sheet, column)), None)
    left = [column for column in columns if column not in (*serials, *identifiers, unit)]
    figures = tuple(column for column in left if not is_remarks_header(sheet.headed(column)) and _is_of_figures(sheet, column, is_first=column == left[0]))
    words = [column for column in left if column not in figures]
    heads = tuple(column for column in words if figures and column < figures[0] and _is_of_heads(sheet, column))
    return Shape(serials, heads, identifiers, unit, figures, tuple(column for column in words if column not in heads))


def _is_serial(sheet: Sheet, column: int) -> bool:
    if is_serial_header(sheet.headed(column)):
        return True
    words = list(dict.fromkeys(row[column].words for row in sheet.rows if row[column].words))
    counts = words == [str(number) for number in range(1, len(words) + 1)] and len(words) >= FEWEST_IN_ORDER
    return counts and column == 0 and not sheet.headed(column) and _has_words(sheet, 1)


def _has_words(sheet: Sheet, column: int) -> bool:
    return column < sheet.width and any(row[column].kind is Kind.TEXT for row in sheet.rows)


def _is_of_units(sheet: Sheet, column: int) -> bool:
    """Whether a column headed 单位 holds units, and not offices."""
    words = [row[column].words for row in sheet.rows if row[column].kind is Kind.TEXT]
    return column > 0 and is_unit_header(sheet.headed(column)) and bool(words) and all(map(may_be_unit, words))


def _is_of_figures(sheet: Sheet, column: int, *, is_first: bool) -> bool:
    """Whether a column holds more figures than words; the first one names the rows where it has any words, or nothing but years."""
    values = [row[column].words for row in sheet.rows if row[column].kind is Kind.VALUE]
    words = sum(row[column].kind is Kind.TEXT for row in sheet.rows)
    return len(values) > 0 and (len(values) >= words if not is_first else words == 0 and (sheet.width == 1 or not all(map(is_year, values))))


def _is_of_heads(sheet: Sheet, column: int) -> bool:
    words = [row[column].words for row in sheet.rows if row[column].kind in (Kind.TEXT, Kind.VALUE)]
    header = sheet.headed(column)
    short = bool(words) and sum(map(len, words)) <= LONGEST_NAME * len(words)
    return short and not is_remarks_header(header) and not is_date_header(header)
