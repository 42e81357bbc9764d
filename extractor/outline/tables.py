r"""Tables that have become text: a row a line, cells parted by tabs or bars, or a cell a line.

A table is two or more rows with as many cells each, the first of which is its header. The unit of a cell stands in its
column's header (`金额(万元)`), in the header's last words (`监督户次`), or above the table (`单位:件、万元`).

>>> text = "单位:件、万元\n类别\t立案\t罚没款\n食品\t12\t3.5\n合计\t12\t3.5"
>>> [(text[c.header.slice], text[c.row.slice], c.unit, c.times, c.is_total) for c in find_cells(text, Span(0, len(text)))][:2]
[('立案', '食品', '件', '', False), ('罚没款', '食品', '元', '万', False)]
"""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from extractor.outline.columns import find_columns, is_number
from extractor.spans import Span

_ROW = regex.compile(r"[^\n]*[\t|][^\n]*")
_SEPARATOR = regex.compile(r"[\t|]")
_RULE = regex.compile(r"[\s|:\-—+]+")
_UNIT = r"(?P<times>万|亿|千|百万)?(?P<unit>元|件次|件|宗|起|人次|人|名|户次|家次|间次|户|家|个|项|条|份|次|场次|场|期|批次|批|台次|台|套|辆次|辆|艘|册|本|卷|篇|处|所|亩|公顷|平方米|吨|公斤|公里|天|工作日|学时|分|%|‰)"
_IN_BRACKETS = regex.compile(rf"\((?:单位[:是]?)?{_UNIT}\)")
_IN_LAST_WORD = regex.compile(r"(?P<unit>人次|户次|家次|间次|件次|场次|台次|辆次|批次|件|份)数?$")
_RATE = regex.compile(r"率$|比例$|占比$|比重$|同比$|增幅$|增长$|±%$")
_ABOVE = regex.compile(r"单位[:是]?\s*(?P<all>[^\n\t|。,;]{1,20})")
_ONE_UNIT = regex.compile(_UNIT)
_MONEY = regex.compile(r"款|金额|资金|经费|元|价值|收入|支出|损失|没收|投入|补偿|费")
_CASES = regex.compile(r"案|受理|办结|处罚|许可|申请|复议|移送|强制|投诉|件")
_TOTAL = regex.compile(r"(?:合计|总计|总数|共计|合\s*计|总\s*计|全[省市县区局]|本级合计|小计)")
_CAPTION_LINES = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """A number in a table: where it stands, the header of its column, the head of its row, its unit and multiplier.

    ``caption`` are the lines right above the table, ``digits`` is where the number itself begins; all in the view.
    """

    span: Span
    header: Span
    row: Span
    caption: Span
    unit: str
    times: str
    is_total: bool
    digits: int


def find_cells(text: str, body: Span) -> list[Cell]:
    """The numbers in the tables within the body of a view, in order."""
    set_in_rows = [[_split(text, row) for row in rows] for rows in _tables(text, body)]
    set_in_lines = find_columns(text, body)
    return sorted((cell for table in [*set_in_rows, *set_in_lines] for cell in _cells(text, table)), key=lambda cell: cell.span)


def _tables(text: str, body: Span) -> Iterator[list[Span]]:
    """Runs of lines of at least three cells, of the same number of them."""
    rows: list[Span] = []
    width = 0
    for line in _ROW.finditer(text, *body):
        if _RULE.fullmatch(line.group()):
            continue
        span = Span(*line.span())
        cells = len(_split(text, span))
        adjacent = rows and not text[rows[-1].end : span.start].strip("\n -—|:")
        if not (adjacent and cells == width):
            if len(rows) > 1:
                yield rows
            rows, width = [], cells
        if cells > 1:
            rows.append(span)
    if len(rows) > 1:
        yield rows


def _split(text: str, row: Span) -> list[Span]:
    """The cells of a row; one bar at each of its edges parts nothing."""
    start, end = row
    start += text.startswith("|", start, end)
    end -= end > start and text[end - 1] == "|"
    cells, place = [], start
    for mark in [*_SEPARATOR.finditer(text, start, end), None]:
        cells.append(_trimmed(text, place, mark.start() if mark else end))
        place = mark.end() if mark else place
    return cells


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " \n":
        start += 1
    while end > start and text[end - 1] in " \n":
        end -= 1
    return Span(start, end)


def _cells(text: str, rows: list[list[Span]]) -> Iterator[Cell]:
    headers = rows[0]
    if any(is_number(text, header) for header in headers[1:]):
        return
    caption = _caption(text, headers[0].start)
    above = _ABOVE.search(text, caption.start, headers[0].start)
    units = [_unit(text, header, above["all"] if above else "") for header in headers]
    for cells in rows[1:]:
        total = _TOTAL.match(text, *cells[0]) is not None
        for header, cell, (unit, times) in zip(headers[1:], cells[1:], units[1:], strict=True):
            if is_number(text, cell):
                digits = next(i for i in range(*cell) if text[i].isdigit())
                yield Cell(cell, _without_unit(text, header), cells[0], caption, unit, times, total, digits)


def _caption(text: str, start: int) -> Span:
    """The lines right above a table that can be its caption: short ones."""
    first = start
    for _ in range(_CAPTION_LINES):
        line = text.rfind("\n", 0, max(first - 1, 0)) + 1
        if line >= first or first - line > 60 or "。" in text[line:first]:
            break
        first = line
    return Span(first, start)


def _unit(text: str, header: Span, above: str) -> tuple[str, str]:
    words = text[header.slice]
    found = _IN_BRACKETS.search(words)
    if found:
        return found["unit"], found["times"] or ""
    if _RATE.search(words):
        return "%", ""
    last = _IN_LAST_WORD.search(words)
    return (last["unit"], "") if last else _unit_above(words, above)


def _unit_above(words: str, above: str) -> tuple[str, str]:
    """The unit named above the table that fits a column: money for sums of money, the other one for the rest."""
    named = [(m["unit"], m["times"] or "") for m in _ONE_UNIT.finditer(above)]
    money = [unit for unit in named if unit[0] == "元"]
    counts = [unit for unit in named if unit[0] != "元"]
    fitting = money if _MONEY.search(words) and money else counts or money
    cases = [unit for unit in fitting if unit[0] in ("件", "宗", "起") and _CASES.search(words)]
    return (cases or fitting or [("", "")])[0]


def _without_unit(text: str, header: Span) -> Span:
    found = _IN_BRACKETS.search(text, *header)
    return Span(header.start, found.start()) if found else header
