"""One table in a web page and in a Word document, between lines of text.

>>> grid = [["项目", "数量", "<"], ["^", "本年", "上年"], ["立案", "3", "2"]]
>>> covered(grid, 0, 0), covered(grid, 0, 1)
((2, 1), (1, 2))
>>> '<td rowspan="1" colspan="2">数量</td>' in page("某局报告", grid, "某局").decode()
True
"""

from collections.abc import Iterator
from html import escape
from io import BytesIO

Grid = list[list[str]]

LEFT, ABOVE = "<", "^"  # a cell merged with the one to its left, with the one above


def covered(grid: Grid, y: int, x: int) -> tuple[int, int]:
    """How many rows and columns a cell covers."""
    rows = next((n for n in range(1, len(grid) - y) if grid[y + n][x] != ABOVE), len(grid) - y)
    columns = next((n for n in range(1, len(grid[y]) - x) if grid[y][x + n] != LEFT), len(grid[y]) - x)
    return rows, columns


def own_cells(grid: Grid) -> Iterator[tuple[int, int, str]]:
    """The cells that are not merged into another one, with their rows and columns."""
    return ((y, x, cell) for y, row in enumerate(grid) for x, cell in enumerate(row) if cell not in (LEFT, ABOVE))


def page(above: str, grid: Grid, below: str) -> bytes:
    """A web page."""
    rows = [""] * len(grid)
    for y, x, cell in own_cells(grid):
        height, width = covered(grid, y, x)
        rows[y] += f'<td rowspan="{height}" colspan="{width}">{escape(cell)}</td>'
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    text = f'{_paragraphs(above)}<table border="1">{table}</table>{_paragraphs(below)}'
    return f'<html><head><meta charset="utf-8"><title>报告</title></head><body><div class="content">{text}</div></body></html>'.encode()


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.split("\n") if line)


def word(above: str, grid: Grid, below: str) -> bytes:
    """A Word document."""
    from docx import Document

    document = Document()
    _add(document, above)
    table = document.add_table(len(grid), len(grid[0]))
    for y, x, cell in own_cells(grid):
        height, width = covered(grid, y, x)
        table.cell(y, x).merge(table.cell(y + height - 1, x + width - 1)).text = cell
    _add(document, below)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _add(document: object, text: str) -> None:
    for line in filter(None, text.split("\n")):
        document.add_paragraph(line)  # type: ignore[attr-defined]
