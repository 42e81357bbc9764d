r"""From what was chosen of a page to the document's text, and what its format knows of it.

>>> lines = [Line("一、概况", bold=True), Line("我局认真履职。")]
>>> text, layout = write_page(Page(lines), ["PubDate: 2024-01-19"], [], [0, 1])
>>> text
'PubDate: 2024-01-19\n一、概况\n我局认真履职。'
>>> [text[emphasis.span.slice] for emphasis in layout.emphases]
['一、概况']
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

import regex

from extractor.layout import Emphasis, Layout, Table
from extractor.readers.html_grids import Cell, Grid, is_data, spread
from extractor.readers.html_head import HeadLine
from extractor.readers.html_lists import has_label
from extractor.readers.html_main import is_prose
from extractor.readers.html_page import Page
from extractor.readers.html_runs import Line
from extractor.readers.html_tags import squeezed
from extractor.spans import Span

HEADING_FACES = frozenset({"黑体", "楷体", "方正小标宋简体", "方正小标宋_gbk", "小标宋"})

_WORD = regex.compile(r"[\p{L}\p{N}]")
_WORDS_MEET = regex.compile(r"[A-Za-z\d][A-Za-z\d]")
_ENDS_TITLE = regex.compile(r"(?:报告|報告|总结|總結|汇报|情况|年报|公报)(?:[（(][^（()）]{1,14}[)）])?$")

Places = Sequence[Cell | None]


def write_page(page: Page, tags: Iterable[str], head: Sequence[HeadLine], own: Sequence[int], titles: Sequence[str] = ()) -> tuple[str, Layout]:
    """The text of a page, its tables and emphases: tags, what stands over the text, and of the text the lines of those numbers.

    ``titles`` are what the page says the title is: no line that says it is emphasised.
    """
    sheet = _Sheet()
    for line in [*tags, *(line.text for line in head)]:
        sheet.write(line)
    written = _write_body(sheet, page, own)
    visible = "".join(line.text for line in head if line.is_title)
    told = [squeezed(title) for title in (visible, *titles) if title]
    drawn = tuple(Span(span.start, span.start + line.drawn) for line, span in written if line.drawn)
    return "\n".join(sheet.lines), Layout(tuple(sheet.tables), tuple(_emphases(written, told)), drawn=drawn)


class _Sheet:
    """The lines written so far, and the offset of the next one."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.tables: list[Table] = []
        self.place = 0

    def write(self, text: str) -> Span:
        """Where a line stands that is written now, without the blanks that it begins with."""
        start = self.place
        self.lines.append(text)
        self.place += len(text) + 1
        return Span(start + len(text) - len(text.lstrip()), start + len(text))


def _write_body(sheet: _Sheet, page: Page, own: Sequence[int]) -> list[tuple[Line, Span]]:
    """Writes the lines of a text and its tables; those outside of tables come back with their places."""
    grids = {grid.start: grid for grid in page.grids if grid.end > grid.start and is_data(grid, page.lines)}
    written = []
    end = 0
    for number in own:
        if number < end:
            continue
        places = spread(grids[number]) if number in grids else []
        if places:
            end = grids[number].end
            written += [(line, sheet.write(line.text)) for line in _write_grid(sheet, page.lines, grids[number], places)]
        else:
            written.append((page.lines[number], sheet.write(page.lines[number].text)))
    return written


def _write_grid(sheet: _Sheet, lines: Sequence[Line], grid: Grid, places: list[list[Cell | None]]) -> Iterator[Line]:
    """Writes the rows of a table; the lines above and below them, its caption and notes, come in their order to be written in between."""
    inside = {number for row in grid.rows for cell in row for number in range(cell.first, cell.last)}
    yield from (lines[number] for number in range(grid.start, grid.end) if number not in inside)
    rows: list[Places] = [row for row in places if any(cell and cell.first < cell.last for cell in row)]
    above = list(takewhile(_is_across, rows))
    below = list(takewhile(_is_across, reversed(rows[len(above) :])))[::-1]
    yield from _lines_across(lines, above)
    sheet.tables.append(_write_rows(sheet, lines, rows[len(above) : len(rows) - len(below)]))
    yield from _lines_across(lines, below)


def _is_across(row: Places) -> bool:
    return len(row) > 1 and len({id(cell) for cell in row}) == 1


def _lines_across(lines: Sequence[Line], rows: Iterable[Places]) -> Iterator[Line]:
    cells = dict.fromkeys(row[0] for row in rows)
    return (line for cell in cells if cell for line in lines[cell.first : cell.last])


def _write_rows(sheet: _Sheet, lines: Sequence[Line], rows: Sequence[Places]) -> Table:
    """Writes a line a row, tabs between its cells; a merged cell is written where it comes first."""
    spans: dict[Cell, Span] = {}
    table = []
    for row in rows:
        place, texts, cells = sheet.place, [], []
        for cell in row:
            text = _cell_text(lines, cell) if cell and cell not in spans else ""
            span = Span(place, place + len(text))
            if cell and cell.first < cell.last:
                span = spans.setdefault(cell, span)
            texts.append(text)
            cells.append(span)
            place += len(text) + 1
        sheet.write("\t".join(texts))
        table.append(tuple(cells))
    return Table(tuple(table))


def _cell_text(lines: Sequence[Line], cell: Cell) -> str:
    """The lines of a cell as one; a blank parts them only where it parts words or numbers."""
    text = ""
    for line in lines[cell.first : cell.last]:
        piece = line.text.strip().replace("\t", " ")
        blank = " " if _WORDS_MEET.fullmatch(text[-1:] + piece[:1]) else ""
        text += "" if line.hidden else blank + piece
    return text


def _emphases(written: Sequence[tuple[Line, Span]], titles: Sequence[str]) -> Iterator[Emphasis]:
    """The lines that are set off as headings are, by tag, weight or face; not the title's, and none where most of the text looks so."""
    sizes: Counter[str | None] = Counter()
    for line, _ in written:
        sizes[line.face] += len(line.text)
    common = sizes.most_common(1)[0][0] if sizes else None
    is_bold_text = 2 * sum(len(line.text) for line, _ in written if line.bold) > sizes.total()
    first = next((number for number, (line, _) in enumerate(written) if is_prose(line)), len(written))
    for number, (line, span) in enumerate(written):
        in_face = line.face in HEADING_FACES and line.face != common
        stands_out = line.level is not None or line.bold and not is_bold_text or in_face
        if stands_out and _WORD.search(line.text) and not (number < first and _is_of_title(line.text, titles)):
            yield Emphasis(span, line.level)


def _is_of_title(text: str, titles: Sequence[str]) -> bool:
    text = squeezed(text)
    return any(text in title or title in text for title in titles) or _ENDS_TITLE.search(text) is not None and not has_label(text)
