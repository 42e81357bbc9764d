r"""What the numbers of a table are that are no figures: serial numbers, numbers of columns, years, codes, parts of names.

>>> from extractor.document import Document
>>> from extractor.outline.table_lines import lined_grids
>>> from extractor.outline.table_shape import shape_of
>>> from extractor.outline.table_sheets import sheets_of
>>> text = "序号|项目|2021|2022\n1|5万元以上|12|3\n2|1.其他|8|2"
>>> (sheet,) = sheets_of(lined_grids(Document.of(text), Span(0, len(text)))[0])
>>> [(text[mark.span.slice], mark.kind) for mark in marks_of(sheet, shape_of(sheet))]
[('2021', 'date'), ('2022', 'date'), ('1', 'label'), ('2', 'label'), ('1', 'label')]
>>> [text[head.slice] for head in heads_of(sheet, shape_of(sheet))]
['序号', '项目', '2021', '2022', '5万元以上', '1.其他']
"""

from collections.abc import Iterator
from typing import NamedTuple

import regex

from extractor.outline.table_grids import Item, Row
from extractor.outline.table_shape import Shape
from extractor.outline.table_sheets import Sheet, is_numbered
from extractor.outline.table_words import Kind, is_prose, is_year, label_end
from extractor.spans import Span

_DIGITS = regex.compile(r"\d+")
_CODE = regex.compile(r"\d(?:[\dA-Za-z\-/.]*\d)?")


class Mark(NamedTuple):
    """Digits of a table that are no amount, and their kind: label, date or identifier."""

    span: Span
    kind: str


def marks_of(sheet: Sheet, shape: Shape) -> Iterator[Mark]:
    """The numbers of a sheet that are surely no figures."""
    for row in sheet.header:
        yield from _header_marks(row)
    for index, row in enumerate(sheet.rows):
        if index == 0 and is_numbered(row):
            yield from _header_marks(row)
        for column in shape.serials:
            yield from (Mark(span, "label") for span in _found(_DIGITS, row[column]))
        for column in shape.identifiers:
            yield from (Mark(span, "identifier") for span in _found(_CODE, row[column]))
        for column in shape.heads:
            yield from _head_marks(row[column])


def _header_marks(row: Row) -> Iterator[Mark]:
    if is_numbered(row):
        yield from (Mark(span, "label") for item in row for span in _found(_DIGITS, item))
    else:
        yield from (mark for item in row for mark in _head_marks(item))


def _head_marks(item: Item) -> Iterator[Mark]:
    if is_year(item.words):
        yield Mark(item.span, "date")
    elif label := _DIGITS.search(item.words, 0, label_end(item.words)):
        yield Mark(Span(item.span.start + label.start(), item.span.start + label.end()), "label")


def _found(pattern: regex.Pattern[str], item: Item) -> Iterator[Span]:
    return (Span(item.span.start + found.start(), item.span.start + found.end()) for found in pattern.finditer(item.words))


def heads_of(sheet: Sheet, shape: Shape) -> Iterator[Span]:
    """The cells that name rows and columns."""
    items = [item for row in sheet.header for item in row]
    items += [row[column] for row in sheet.rows for column in shape.heads]
    yield from (item.span for item in items if item.words and not is_prose(item.words))


def told_of(sheet: Sheet, shape: Shape) -> Iterator[Span]:
    """The cells that hold text with numbers."""
    columns = (*shape.told, *shape.figures, *shape.heads)
    for row in sheet.rows:
        for column in columns:
            item = row[column]
            if item.kind is Kind.TEXT and _DIGITS.search(item.words) and (column not in shape.heads or is_prose(item.words)):
                yield item.span
