"""From the lines and grids of a Word text to characters and their layout.

>>> from extractor.readers.docx_blocks import Paragraph
>>> from extractor.readers.docx_runs import Piece
>>> from extractor.readers.docx_styles import Look
>>> name, count = (Cell((Paragraph((Piece(text),)),)) for text in ("许可", "3"))
>>> text, layout = write_text([Line("表1", Look()), Grid(((name, count),))])
>>> text, [tuple(span) for span in layout.tables[0].rows[0]]
('表1\\n许可\\t3', [(3, 5), (6, 7)])
"""

from collections.abc import Sequence
from itertools import groupby

import regex

from extractor.layout import Emphasis, Layout, Table
from extractor.readers.docx_blocks import Cell
from extractor.readers.docx_emphases import find_emphases
from extractor.readers.docx_grid import Grid, cell_text
from extractor.readers.docx_lines import Line
from extractor.spans import Span

FEWEST_CELLS = 3  # that tabs set in each of at least two lines, where they make a table

_TABS = regex.compile(r"[ \u3000]*\t[\s\u3000]*")


def write_text(lines: Sequence[Line | Grid]) -> tuple[str, Layout]:
    """The text of the lines, one below the other, a table as a line a row with tabs between its cells; and its layout."""
    levels = find_emphases(lines)
    tabbed = _tabbed(lines)
    text = _Text()
    emphases: list[Emphasis] = []
    tables: list[Table] = []
    for index, line in enumerate(lines):
        if isinstance(line, Grid):
            tables.append(text.add_grid(line))
            continue
        span = text.add_line(_TABS.sub("\t" if index in tabbed else " ", line.text))
        if index in levels:
            emphases.append(Emphasis(span, levels[index]))
    return text.joined(), Layout(tuple(tables), tuple(emphases))


class _Text:
    """A text that grows by lines."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._length = 0

    def add_line(self, line: str) -> Span:
        """Adds a line; its span is returned."""
        span = Span(self._length, self._length + len(line))
        self._lines.append(line)
        self._length = span.end + 1
        return span

    def add_grid(self, grid: Grid) -> Table:
        """Adds the rows of a grid; a merged cell is written once, and has the same span wherever it stands."""
        known: dict[Cell, Span] = {}
        return Table(tuple(self._add_row(row, known) for row in grid.rows))

    def _add_row(self, row: Sequence[Cell | None], known: dict[Cell, Span]) -> tuple[Span, ...]:
        spans, texts, place = [], [], self._length
        for cell in row:
            written = "" if cell is None or cell in known else cell_text(cell)
            span = Span(place, place + len(written))
            spans.append(span if cell is None else known.setdefault(cell, span))
            texts.append(written)
            place = span.end + 1
        self.add_line("\t".join(texts))
        return tuple(spans)

    def joined(self) -> str:
        return "\n".join(self._lines)


def _tabbed(lines: Sequence[Line | Grid]) -> set[int]:
    """The numbers of the lines that are rows of a table set with tabs: neighbours with as many cells each."""
    rows: set[int] = set()
    for cells, group in groupby(range(len(lines)), key=lambda index: _cells(lines[index])):
        run = list(group)
        if cells >= FEWEST_CELLS and len(run) > 1:
            rows.update(run)
    return rows


def _cells(line: Line | Grid) -> int:
    return 0 if isinstance(line, Grid) or "。" in line.text else len(_TABS.split(line.text))
