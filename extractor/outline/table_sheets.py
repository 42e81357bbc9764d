r"""A grid as header and rows: where its title ends, where its figures begin, and its halves that stand side by side.

>>> from extractor.document import Document
>>> from extractor.outline.table_lines import lined_grids
>>> document = Document.of("项目|件数|项目|件数\n立案|12|复议|2\n结案|9||")
>>> [[[item.words for item in row] for row in sheet.rows] for grid in lined_grids(document, Span(0, 33)) for sheet in sheets_of(grid)]
[[['立案', '12'], ['结案', '9'], ['复议', '2']]]
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from extractor.outline.table_grids import Grid, Row
from extractor.outline.table_words import Kind, is_numbering, is_paperwork, is_serial_header, is_year
from extractor.spans import Span

_TITLE = regex.compile(
    r"附?[表图件]\s*[\d一二三四五六七八九十:]|.*(?:统计表|一览表|汇总表|情况表|明细表|报表|年报|情况|统计|表)(?:\([^()]{1,20}\))?|第[\p{Han}\d]{1,6}条.{0,8}"
)
_WHEN = regex.compile(r"(?:(?:19|20)\d\d年.{0,4}|本[年期].{0,3}|上年.{0,4}|去年.{0,4}|同期.{0,3}|上期.{0,3}|\d{1,2}月|[上下]半年|第?.季度)")
_UNIT = regex.compile(r"\(.{1,8}\)")
_CORNER = regex.compile(r"|序\s*号|项\s*目|指标(?:名称)?|(?:信息)?内容|类\s*别|名\s*称|单\s*位(?:名称)?|事项(?:名称)?|区域|辖区|年[度份]|月份|种类|类型")
FEWEST_NUMBERED = 3  # columns that a row of numbers numbers, where no 甲 stands in it


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a header and those below it, as wide as each other; ``titles`` is the stretch of a title within the table."""

    header: tuple[Row, ...]
    rows: tuple[Row, ...]
    drawn: bool
    titles: Span | None = None

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.rows[0])

    def path(self, column: int) -> tuple[str, ...]:
        """The words of a column's header, from the top."""
        return tuple(dict.fromkeys(row[column].words for row in self.header if row[column].words and not is_numbered(row)))

    def headed(self, column: int) -> str:
        """The lowest words of a column's header; empty where it has none."""
        return next((row[column].words for row in reversed(self.header) if row[column].words and not is_numbered(row)), "")


def sheets_of(grid: Grid) -> list[Sheet]:
    """A grid as one sheet, or as several where tables of different headers stand side by side, or one below the other."""
    return [sheet for rows in _one_below_another(grid.rows) for sheet in _sheets(Grid(rows, grid.drawn))]


def _sheets(grid: Grid) -> list[Sheet]:
    titles = _title_height(grid.rows)
    rows = grid.rows[titles:]
    height = _header_height(rows)
    if len(rows) <= height:
        return []
    spans = [item.span for row in grid.rows[:titles] for item in row if item.words]
    sheet = Sheet(rows[:height], rows[height:], grid.drawn, Span(spans[0].start, spans[-1].end) if spans else None)
    return _stacked(list(_halves(sheet)))


# --- tables in one frame


def _one_below_another(rows: tuple[Row, ...]) -> Iterator[tuple[Row, ...]]:
    """The rows of each table, where a frame holds several: a header follows upon figures, below a title or headed like the first."""
    figures = [_has_figures(row) for row in rows]
    start, header = 0, _title_height(rows)
    has_figures_before = False
    for index in range(1, len(rows) - 1):
        has_figures_before = has_figures_before or figures[index - 1]
        if has_figures_before and figures[index + 1] and _is_header_again(rows[header], rows[index - 1], rows[index]):
            cut = index - _is_across(rows[index - 1])
            yield rows[start:cut]
            start, header, has_figures_before = cut, index, False
    yield rows[start:]


def _is_header_again(header: Row, above: Row, row: Row) -> bool:
    """Whether a row heads those below it with other words than the header before."""
    if len({item.span for item in row if item.words}) < 2 or not all(item.kind in (Kind.TEXT, Kind.EMPTY) for item in row):
        return False
    is_another = [item.words for item in row] != [item.words for item in header]
    return is_another and (row[0].words == header[0].words != "" or _is_across(above) and _CORNER.fullmatch(row[0].words) is not None)


def _is_across(row: Row) -> bool:
    """Whether one cell of words fills a row, or stands alone in it."""
    return len({item.span for item in row if item.words}) == 1 and row[0].kind is Kind.TEXT


# --- titles and headers


def _title_height(rows: Sequence[Row]) -> int:
    height = 0
    while height < len(rows) - 1 and _is_title(rows[height]):
        height += 1
    return height


def _is_title(row: Row) -> bool:
    """Whether a row is a line of the table's title, or says who filled it in."""
    cells = list(dict.fromkeys(item for item in row if item.words))
    if all(is_paperwork(item.words) for item in cells):
        return True
    return len(cells) == 1 and row[0].kind is Kind.TEXT and _TITLE.fullmatch(row[0].words) is not None and len(row) > 1


def _header_height(rows: Sequence[Row]) -> int:
    first = next((index for index, row in enumerate(rows) if _has_figures(row)), len(rows))
    height = min(first, 1)
    while 0 < height < min(first, len(rows) - 1) and _continues(rows[height - 1], rows[height]):
        height += 1
    return height


def _has_figures(row: Row) -> bool:
    values = [item.words for item in row if item.kind is Kind.VALUE]
    return bool(values) and not is_numbered(row) and not (all(map(is_year, values)) and row[0].kind is not Kind.VALUE)


def is_numbered(row: Row) -> bool:
    """Whether a row numbers the columns: 甲 乙 1 2 3."""
    words = [item.words.strip("()") for item in row if item.words]
    letters = sum(not (word.isascii() and word.isdigit()) for word in words)
    numbers = [int(word) for word in words[letters:] if word.isascii() and word.isdigit()]
    in_order = numbers == list(range(1, len(words) - letters + 1)) and len(numbers) > 0
    return in_order and all(map(is_numbering, words)) and (letters > 0 or len(numbers) >= FEWEST_NUMBERED)


def _continues(above: Row, row: Row) -> bool:
    """Whether a row without figures belongs to the header that ends above it."""
    if is_numbered(row):
        return True
    words = [item.words for item in row[1:] if item.words]
    if not words or len({item.span for item in row if item.words}) == 1 and len(words) != 1:
        return False
    if all(_WHEN.fullmatch(word) or _UNIT.fullmatch(word) or is_year(word) for word in words):
        return True
    return _is_merged_down(above, row) or _is_divided(above, row)


def _is_merged_down(above: Row, row: Row) -> bool:
    return any(upper.words and upper.span == lower.span for upper, lower in zip(above, row, strict=True))


def _is_divided(above: Row, row: Row) -> bool:
    """Whether a header spreads over columns that have words of their own below it."""
    places = zip(pairwise(above), pairwise(row), strict=True)
    return any(
        first.words and (second.span == first.span or not second.words) and low.kind is high.kind is Kind.TEXT and low.span != high.span
        for (first, second), (low, high) in places
    )


# --- halves


def _halves(sheet: Sheet) -> Iterator[Sheet]:
    """The parts of a sheet that stand side by side, from left to right."""
    for first, last in pairwise([0, *_cuts(sheet), sheet.width]):
        header = tuple(row[first:last] for row in sheet.header)
        # A figure merged over both halves belongs to the left one.
        rows = (row[first:last] for row in sheet.rows if not first or row[first].kind is not Kind.VALUE or row[first].span != row[first - 1].span)
        filled = tuple(row for row in rows if any(item.words for item in row))
        if filled:
            yield Sheet(header, filled, sheet.drawn, sheet.titles)


def _cuts(sheet: Sheet) -> list[int]:
    """The columns with which another half begins: headed as the first, or words behind figures whose own figures are headed as those before."""
    figures = [_is_of_figures(sheet, column) for column in range(sheet.width)]
    if True not in figures:
        return []
    first = figures.index(True)
    return [column for column in range(first + 1, sheet.width - 1) if figures[column - 1] and _begins_half(sheet, figures, column, first)] or [
        column for column in range(first + 1, sheet.width - 1) if _is_headed_again(sheet, column) and True in figures[column:]
    ]


def _begins_half(sheet: Sheet, figures: list[bool], column: int, first: int) -> bool:
    if _is_headed_again(sheet, column):
        return True
    if figures[column] or not figures[column + 1]:
        return False
    return not sheet.header or sheet.path(column + 1) == sheet.path(first) != ()


def _is_headed_again(sheet: Sheet, column: int) -> bool:
    return sheet.path(column) == sheet.path(0) != ()


def _is_of_figures(sheet: Sheet, column: int) -> bool:
    values = sum(row[column].kind is Kind.VALUE for row in sheet.rows)
    words = sum(row[column].kind is Kind.TEXT for row in sheet.rows)
    return values > 0 and values >= words and not is_serial_header(sheet.headed(column))


def _stacked(halves: list[Sheet]) -> list[Sheet]:
    """Halves of one header as one sheet, the left one first; others as they are."""
    if len({(half.width, tuple(half.path(column) for column in range(half.width))) for half in halves}) > 1:
        return halves
    return [Sheet(halves[0].header, tuple(row for half in halves for row in half.rows), halves[0].drawn, halves[0].titles)] if halves else []
