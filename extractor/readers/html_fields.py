"""The fields that a page gives of what it publishes: in a table over the text, in the line under the title, in a list beside it.

>>> lines = [Line("索 引 号"), Line("K1/2024-3"), Line("文号："), Line("发布机构：县水利局"), Line("主题分类：水利"), Line("首页"), Line("邮箱：a@b.cn")]
>>> [field.text for field in find_fields(Page(lines), range(7))]
['索引号：K1/2024-3', '发布机构：县水利局', '主题分类：水利']
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractor.readers.html_furniture import is_page_talk, leads_elsewhere
from extractor.readers.html_grids import Cell, Grid
from extractor.readers.html_labels import LONGEST_LINE, Field, begins_with_label, fields_in, parse_label, parse_value
from extractor.readers.html_page import Page
from extractor.readers.html_runs import Line

_COLONS = ("：", ":")
MOST_CELL_LINES = 2  # of a cell of fields: the label on one, the value below it


def find_fields(page: Page, numbers: range) -> list[Field]:
    """The filled-in fields among the lines of those numbers, in order, each label once.

    A table or a run of lines is one of fields where a label in it tells what identifies a paper; then all of its fields count.
    """
    in_tables = list(_in_tables(page, numbers))
    taken = frozenset(number for field in in_tables for number in field.lines)
    fields = sorted([*in_tables, *_in_lines(page.lines, numbers, taken)], key=lambda field: field.lines.start)
    once: dict[str, Field] = {}
    for field in fields:
        if field.value:
            once.setdefault(field.label, field)
    return list(once.values())


def fields_of_table(lines: Sequence[Line], grid: Grid) -> list[Field]:
    """The fields in the cells of a table; none of a table in which other tables stand."""
    fields = [] if grid.is_outer else [field for row in grid.rows for field in _in_row(lines, row)]
    return fields if any(field.is_wanted for field in fields) else []


def _in_tables(page: Page, numbers: range) -> Iterator[Field]:
    for grid in page.grids:
        if numbers.start <= grid.start and grid.end <= numbers.stop:
            yield from fields_of_table(page.lines, grid)


def _in_row(lines: Sequence[Line], row: Sequence[Cell]) -> Iterator[Field]:
    """The fields of a row: label and value in one cell, or in two side by side."""
    is_value = False
    for cell, beside in pairwise([*row, Cell(0, 0)]):
        text, value = _text(lines, cell), _text(lines, beside)
        label = None if is_value else parse_label(text)
        if label is None and not is_value:
            yield from (field._replace(lines=range(cell.first, cell.last)) for field in fields_in(text))
        is_value = label is not None and bool(value) and not _is_label(value)
        if label and is_value:
            yield label._replace(value=parse_value(label.label, value), lines=range(cell.first, beside.last))


def _is_label(text: str) -> bool:
    """Whether a label stands alone in a text, without doubt: any word of two characters might be one."""
    label = parse_label(text)
    return label is not None and (label.is_wanted or text.endswith(_COLONS))


def _text(lines: Sequence[Line], cell: Cell) -> str:
    """What stands in a cell of fields; nothing of a cell that holds more."""
    shown = [line for line in lines[cell.first : cell.last] if not line.hidden]
    text = " ".join(line.text for line in shown)
    return "" if len(shown) > MOST_CELL_LINES or len(text) > LONGEST_LINE or any(map(leads_elsewhere, shown)) else text


def _in_lines(lines: Sequence[Line], numbers: range, taken: frozenset[int]) -> Iterator[Field]:
    """The fields of lines outside of tables of fields, a run after the other."""
    run: list[Field] = []
    for number in numbers:
        if run and number < run[-1].lines.stop:
            continue
        fields = [] if number in taken else _in_line(lines, number)
        if fields:
            run += fields
            continue
        yield from run if any(field.is_wanted for field in run) else ()
        run = []
    yield from run if any(field.is_wanted for field in run) else ()


def _in_line(lines: Sequence[Line], number: int) -> list[Field]:
    """The fields of a line that begins with a label or a date; the value of a label that stands alone is on the line to come."""
    line = lines[number]
    if line.hidden or len(line.text) > LONGEST_LINE or leads_elsewhere(line):
        return []
    label = parse_label(line.text)
    if label and _is_label(line.text):
        value = _value_below(lines, number)
        return [label._replace(value=parse_value(label.label, value), lines=range(number, number + 1 + bool(value)))]
    fields = list(fields_in(line.text)) if begins_with_label(line.text) else []
    if is_page_talk(line.text) and not any(field.is_wanted for field in fields):
        return []
    return [field._replace(lines=range(number, number + 1)) for field in fields]


def _value_below(lines: Sequence[Line], number: int) -> str:
    below = lines[number + 1] if number + 1 < len(lines) else None
    if below is None or below.hidden or below.level or leads_elsewhere(below) or "：" in below.text or _is_label(below.text):
        return ""
    return below.text
