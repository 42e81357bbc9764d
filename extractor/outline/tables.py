r"""Tables: every figure in them with the heads of its row and of its column.

Tables that the format drew go before what the text shows: rows of cells parted by tabs, bars or aligned blanks, and cells a line each.

>>> text = "单位:件、万元\n类别\t立案\t罚没款\n食品\t12\t3.5\n合计\t12\t3.5"
>>> tables = find_tables(Document.of(text), Span(0, len(text)))
>>> [([text[head.slice] for head in (*cell.heads, *cell.headers)], text[cell.span.slice]) for cell in tables.cells][:2]
[(['食品', '立案'], '12'), (['食品', '罚没款'], '3.5')]
>>> text[tables.tables[0].caption.slice]
'单位:件、万元\n'
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain

from extractor.document import Document
from extractor.outline.columns import find_columns
from extractor.outline.table_grids import Grid, drawn_grids, item_at, made_grid
from extractor.outline.table_lines import lined_grids
from extractor.outline.table_marks import Mark, heads_of, marks_of, told_of
from extractor.outline.table_paths import Line, column_lines, row_lines
from extractor.outline.table_shape import Shape, shape_of
from extractor.outline.table_sheets import Sheet, sheets_of
from extractor.outline.table_words import Kind, parse_value
from extractor.spans import Span

__all__ = ["Cell", "Mark", "Table", "Tables", "find_tables"]

_DIGITS = frozenset("0123456789")
FEWEST_ROWS = 2  # of a table in the text that has no header
CAPTION_LINES, LONGEST_CAPTION = 3, 60


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure in a table, all in the view: its ``span``, and where its ``digits`` begin.

    ``heads`` are those of its row and ``headers`` those of its column, outermost first; ``opening`` is where the words begin that stand
    before it in its row. ``unit`` is the cell of the row that names its unit, an empty span where none does. ``is_inner`` says that it
    is the part in brackets of the figure before: 12(3).
    """

    span: Span
    digits: int
    opening: int
    row: int
    column: int
    heads: tuple[Span, ...]
    headers: tuple[Span, ...]
    unit: Span
    caption: Span
    is_inner: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: where it stands, with the lines right above it that can be its caption; its figures; its rows and columns by their numbers."""

    span: Span
    caption: Span
    cells: tuple[Cell, ...]
    rows: dict[int, Line]
    columns: dict[int, Line]


@dataclass(frozen=True)
class Tables:
    """All tables of a body, in order.

    ``heads`` are the cells that name rows and columns, so that no number in them is an amount; ``told`` the cells that hold text with
    numbers; ``marks`` the numbers in tables that are surely none: serial numbers, years, codes.
    """

    tables: tuple[Table, ...] = ()
    heads: tuple[Span, ...] = ()
    told: tuple[Span, ...] = ()
    marks: tuple[Mark, ...] = field(default=())

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """The figures of all tables, in order."""
        return tuple(sorted((cell for table in self.tables for cell in table.cells), key=lambda cell: cell.span))


def find_tables(document: Document, body: Span) -> Tables:
    """The tables within the body of a view."""
    text = document.view.text
    made: list[_Made] = []
    end = body.start
    for grid in sorted(_grids(document, body), key=lambda grid: grid.span):
        caption = _caption(text, end, grid.span.start)
        made += [_Made(text, sheet, caption, grid.span) for sheet in sheets_of(grid)]
        end = grid.span.end
    # A drawn table without figures has serial numbers and text all the same; lines of text without them are none.
    kept = [each for each in made if each.is_table or each.sheet.drawn]
    return Tables(
        tuple(_each_figure_once(each.table() for each in kept if each.is_table)),
        tuple(sorted(set(chain.from_iterable(heads_of(each.sheet, each.shape) for each in kept if each.is_table)))),
        tuple(sorted(set(chain.from_iterable(told_of(each.sheet, each.shape) for each in kept)))),
        tuple(sorted(set(chain.from_iterable(marks_of(each.sheet, each.shape) for each in kept)))),
    )


def _grids(document: Document, body: Span) -> list[Grid]:
    """The grids of a body; what has become text is looked for where none is drawn."""
    text = document.view.text
    drawn = drawn_grids(document, body)
    lined = lined_grids(document, body, [_whole_lines(text, grid.span) for grid in drawn])
    taken = sorted(_whole_lines(text, grid.span) for grid in [*drawn, *lined])
    tables = find_columns(text, body, taken)
    return [*drawn, *lined, *(made_grid(([item_at(text, cell) for cell in row] for row in rows), drawn=False) for rows in tables)]


def _whole_lines(text: str, span: Span) -> Span:
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)


def _caption(text: str, floor: int, start: int) -> Span:
    """The lines right above a table that can be its caption: short ones, and no rows of another table."""
    first = start = max(floor, text.rfind("\n", 0, start) + 1)
    for _ in range(CAPTION_LINES):
        line = max(floor, text.rfind("\n", floor, max(first - 1, floor)) + 1)
        words = text[line:first]
        # A line with tabs is a row of something, unless it says who filled the table in, and in which unit.
        if not words or len(words) > LONGEST_CAPTION or "。" in words or "\t" in words and ":" not in words:
            break
        first = line
    return Span(first, start)


class _Made:
    """A sheet on its way to a table."""

    def __init__(self, text: str, sheet: Sheet, caption: Span, span: Span) -> None:
        self.text, self.sheet, self.span = text, sheet, span
        self.caption = self._with_titles(caption)
        self.shape: Shape = shape_of(sheet)

    def _with_titles(self, caption: Span) -> Span:
        """The lines above the table with those of a title in it; a table below another one in its frame has its title alone."""
        titles = self.sheet.titles
        if titles is None:
            return caption
        return Span(caption.start if titles.start == self.span.start else titles.start, titles.end)

    @property
    def is_table(self) -> bool:
        """Whether its figures have heads; in a text, a table without a header needs words before the figures of every row."""
        sheet = self.sheet
        if not self.shape.figures or sheet.drawn or sheet.header:
            return bool(self.shape.figures)
        return len(sheet.rows) >= FEWEST_ROWS and all(any(row[head].kind is Kind.TEXT for head in self.shape.heads) for row in sheet.rows)

    def table(self) -> Table:
        """The table."""
        columns = column_lines(self.sheet, (*self.shape.figures, *self.shape.told))
        rows = {index: line for index, line in enumerate(row_lines(self.sheet, self.shape)) if line}
        cells = (cell for index, line in rows.items() for cell in self._cells(index, line, columns))
        return Table(Span(min(self.caption.start, self.span.start), self.span.end), self.caption, tuple(_once(cells)), rows, columns)

    def _cells(self, index: int, line: Line, columns: dict[int, Line]) -> Iterator[Cell]:
        row = self.sheet.rows[index]
        unit = row[self.shape.unit].span if self.shape.unit is not None else Span(0, 0)
        for column, header in columns.items():
            item = row[column]
            if item.kind is Kind.VALUE and (line.heads or header.heads):
                for span, digits, is_inner in self._amounts(item.span.start, item.words):
                    opening = min(self._opening(index), span.start)
                    yield Cell(span, digits, opening, index, column, line.heads, header.heads, unit, self.caption, is_inner)

    def _opening(self, index: int) -> int:
        """Where the innermost head begins that stands in a row and in none above it; the end of the text where there is none."""
        above = self.sheet.rows[index - 1] if index else None
        own = [row[head].span for row in (self.sheet.rows[index],) for head in self.shape.heads if row[head].words]
        return next((span.start for span in reversed(own) if above is None or all(item.span != span for item in above)), len(self.text))

    def _amounts(self, start: int, words: str) -> Iterator[tuple[Span, int, bool]]:
        """The amounts of a cell: where each stands, where its digits begin, whether it is a part of the other one."""
        found = parse_value(words)
        assert found is not None  # the kind of the cell says so
        for group, digits in (("main", "digits"), ("inner", "inner")):
            if found[group] and not self._runs_on(start + found.start(digits), start + found.end(group)):
                yield Span(start + found.start(group), start + found.end(group)), start + found.start(digits), group == "inner"

    def _runs_on(self, first: int, end: int) -> bool:
        """Whether the view has closed the digits up with those of a neighbour."""
        return self.text[max(0, first - 1) : first] in _DIGITS or self.text[end - 1 : end] in _DIGITS and self.text[end : end + 1] in _DIGITS


def _once(cells: Iterable[Cell]) -> Iterator[Cell]:
    """Each figure once; one that is merged over several rows or columns with the heads that these share."""
    places: dict[int, list[Cell]] = {}
    for cell in cells:
        places.setdefault(cell.digits, []).append(cell)
    for first, *others in places.values():
        heads = tuple(head for head in first.heads if all(head in other.heads for other in others))
        headers = tuple(header for header in first.headers if all(header in other.headers for other in others))
        yield replace(first, heads=heads, headers=headers) if others and (heads or headers) else first


def _each_figure_once(tables: Iterable[Table]) -> Iterator[Table]:
    """The tables that have figures; one that is merged over two of them, side by side, belongs to the first."""
    taken: set[int] = set()
    for table in tables:
        cells = tuple(cell for cell in table.cells if cell.digits not in taken)
        taken.update(cell.digits for cell in cells)
        if cells:
            yield replace(table, cells=cells)
