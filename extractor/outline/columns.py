r"""Tables that were set a cell a line: headers one below the other, then the cells of each row.

>>> text = "事项\n受理\n办结\n甲证\n86\n85\n乙证\n41\n41"
>>> [[text[c.slice] for c in row] for row in find_columns(text, Span(0, len(text)))[0]]
[['事项', '受理', '办结'], ['甲证', '86', '85'], ['乙证', '41', '41']]
>>> text = "申请数量\n受理数量\n许可数量\n86\n85\n84"
>>> [[text[c.slice] for c in row] for row in find_columns(text, Span(0, len(text)))[0]]
[['申请数量', '受理数量', '许可数量'], ['86', '85', '84']]
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from extractor.outline.table_words import Kind, is_paperwork, is_serial_header, kind_of
from extractor.spans import Span

_LINE = regex.compile(r"[^\n]+")
_NO_CELL = regex.compile(r".*(?:[。;:!?]|,(?!\d{3})).*|.{25,}|.*[\t|].*")
_CAPTION = regex.compile(r"附?表[\d一二三四五六七八九十:]|附件")
_ROW = regex.compile(r"v?t{1,3}v+")  # the kinds of its cells: a serial number, words, figures
FEWEST_ROWS = {1: 4}  # of figures, in a table with one column of them; others need two
WIDEST = 13  # columns
FEWEST_COLUMNS = 3  # of a table with one row of figures and no words before it

Rows = list[list[Span]]


def find_columns(text: str, body: Span, taken: Sequence[Span] = ()) -> list[Rows]:
    """The tables set a cell a line within the body of a view: each a list of rows, the headers first, each row a list of cells.

    ``taken`` are stretches, in order, that belong to other tables. A header over all columns is a row of its own.
    """
    return [table for run in _runs(text, body, taken) for table in _Run(text, run).tables()]


def _runs(text: str, body: Span, taken: Sequence[Span]) -> Iterator[list[Span]]:
    """Stretches of lines that can be cells."""
    starts = [span.start for span in taken]
    run: list[Span] = []
    for line in _LINE.finditer(text, *body):
        index = bisect_right(starts, line.start()) - 1
        if _NO_CELL.fullmatch(line.group()) or index >= 0 and line.start() < taken[index].end:
            if run:
                yield run
            run = []
        else:
            run.append(Span(*line.span()))
    if run:
        yield run


@dataclass(frozen=True, slots=True)
class _Fit:
    """A way to lay a stretch of lines out in rows: where the headers begin, how wide a row is, how many rows of figures there are."""

    start: int
    width: int
    rows: int

    @property
    def end(self) -> int:
        return self.start + self.width * (self.rows + 1)


class _Run:
    """Lines that can be cells, and which of them are figures."""

    def __init__(self, text: str, lines: list[Span]) -> None:
        self.text, self.lines = text, lines
        self.kinds = "".join("v" if kind_of(text[line.slice].strip()) in (Kind.VALUE, Kind.NOTHING) else "t" for line in lines)

    def tables(self) -> Iterator[Rows]:
        place = 0
        while (first := self.kinds.find("v", place)) >= 0:
            fit = self._best_fit(first, place)
            end = self.kinds.find("t", first)
            end = len(self.lines) if end < 0 else end
            if fit:
                yield [self.lines[row : row + fit.width] for row in range(fit.start, fit.end, fit.width)]
                end = max(end, fit.end)
            elif table := self._one_row(first, end, place):
                yield table
            place = end

    def _best_fit(self, first: int, place: int) -> _Fit | None:
        """The layout of most rows in which the first figure, or the serial number before it, is one of the first row."""
        fits = (self._fit(first, before, width, place) for width in range(2, WIDEST + 1) for before in range(min(4, width)))
        return max(filter(None, fits), key=lambda fit: (fit.rows * fit.width, -fit.width), default=None)

    def _fit(self, first: int, before: int, width: int, place: int) -> _Fit | None:
        row = first - before
        pattern = self.kinds[row : row + width]
        if row - width < place or not _ROW.fullmatch(pattern) or "v" in self.kinds[row - width : row]:
            return None
        if before == 0 and not is_serial_header(self.text[self.lines[row - width].slice].strip()):
            return None
        rows = 1
        while self.kinds.startswith(pattern, row + rows * width):
            rows += 1
        return _Fit(row - width, width, rows) if rows >= FEWEST_ROWS.get(pattern.count("v"), 2) else None

    def _one_row(self, first: int, end: int, place: int) -> Rows:
        """As many headers as figures below them, and perhaps a header over all of them; empty where that is not so."""
        width, start = end - first, first
        while start > place and not self._is_above(start - 1):
            start -= 1
        if width < FEWEST_COLUMNS or width > WIDEST or first - start not in (width, width + 1):
            return []
        over = [[self.lines[start]]] if first - start > width else []
        return [*over, self.lines[first - width : first], self.lines[first:end]]

    def _is_above(self, index: int) -> bool:
        """Whether a line stands above a table: its caption, its unit, a figure of another one."""
        words = self.text[self.lines[index].slice].strip()
        return self.kinds[index] == "v" or is_paperwork(words) or _CAPTION.match(words) is not None
