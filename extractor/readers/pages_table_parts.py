"""Tables that go on over pages: their parts joined, headers once, and rows that a page end broke whole again.

>>> from extractor.readers.pages_lines import PrintedLine
>>> def part(page, *rows):
...     lines = [[PrintedLine(text, page, (x, 0.0, x + 40, 10.0), 10.0) for text, x in zip(row, (20.0, 120.0))] for row in rows]
...     return PageTable(page, (10, 100, 210, 140), (10, 110, 210), tuple(tuple(Passage.of([line]) for line in row) for row in lines))
>>> (table,) = joined_over_pages([part(1, ("类别", "件数"), ("许可", "86")), part(2, ("类别", "件数"), ("处罚", "12"))])
>>> [[cell.text for cell in row] for row in table.rows]
[['类别', '件数'], ['许可', '86'], ['处罚', '12']]
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.readers.pages_blocks import Passage, TableBlock
from extractor.readers.pages_paragraphs import first_width
from extractor.readers.pages_tables import PADDING, Cells, PageTable

SAME_COLUMN = 4.0  # points that the edges of one table may differ from page to page
MOST_HEADERS = 3  # rows that are repeated on the next page


def joined_over_pages(tables: Iterable[PageTable]) -> Iterator[TableBlock]:
    """The tables whose parts, on pages that follow each other, stand one after the other."""
    whole: PageTable | None = None
    for table in tables:
        same = whole and _in_columns_of(whole, table)
        if whole and same:
            whole = replace(same, rows=tuple(_joined_rows(whole, same)))
            continue
        if whole:
            yield _block(whole)
        whole = table
    if whole:
        yield _block(whole)


def _block(table: PageTable) -> TableBlock:
    """The table; one row alone, be it drawn, is none."""
    rows = _filled(table.rows)
    return TableBlock(rows, is_drawn=len(rows) > 1)


def _in_columns_of(table: PageTable, after: PageTable) -> PageTable | None:
    """The part that comes after a table with the columns of that table; None where it is no part of it."""
    if after.page != table.page + 1 and not (after.page == table.page and after.box[1] < table.box[3]):
        return None
    edges = [edge - table.edges[0] for edge in table.edges]
    places = [_place(edges, edge - after.edges[0]) for edge in after.edges]
    found = [place for place in places if place is not None]
    if found != sorted(set(found)) or len(found) < len(places) or found[-1] != len(edges) - 1:
        return None
    widths = [end - start for start, end in pairwise(found)]
    rows = tuple(tuple(cell for cell, width in zip(row, widths, strict=True) for _ in range(width)) for row in after.rows)
    return replace(after, edges=tuple(after.edges[0] + edge for edge in edges), rows=rows)


def _place(edges: Sequence[float], edge: float) -> int | None:
    """The number of the edge that another nearly is."""
    near = bisect_left(edges, edge - SAME_COLUMN)
    return near if near < len(edges) and edges[near] <= edge + SAME_COLUMN else None


def _joined_rows(table: PageTable, after: PageTable) -> list[Cells]:
    rows, rest = list(table.rows), list(after.rows)
    del rest[: _repeated_headers(rows, rest)]
    if rest and _goes_on(rows[-1], rest[0], after.edges):
        rows[-1] = _whole(rows[-1], rest.pop(0))
    return rows + rest


def _repeated_headers(rows: Sequence[Cells], after: Sequence[Cells]) -> int:
    """How many rows at the head of a part say again what the table begins with."""
    count = 0
    while count < min(MOST_HEADERS, len(rows), len(after)) and _texts(rows[count]) == _texts(after[count]):
        count += 1
    return count


def _texts(row: Cells) -> list[str]:
    return [cell.text if cell else "" for cell in row]


def _goes_on(row: Cells, after: Cells, edges: Sequence[float]) -> bool:
    """Whether a row was broken by the end of its page: each cell that goes on had no room for what comes next."""
    continued = [column for column, cell in enumerate(after) if cell]
    are_some_whole = len({id(after[column]) for column in continued}) < len({id(cell) for cell in row})
    return are_some_whole and all(_has_no_room(row[column], after[column], _width(row, column, edges)) for column in continued)


def _has_no_room(cell: Passage | None, after: Passage | None, width: float) -> bool:
    if not cell or not after:
        return False
    last, first = cell.lines[-1], after.lines[0]
    return last.right - last.left + first_width(first.text) * first.size > width - 2 * PADDING


def _width(row: Cells, column: int, edges: Sequence[float]) -> float:
    """How wide the cell in a column is, which may cover others."""
    covered = [place for place, cell in enumerate(row) if cell is row[column]]
    return edges[covered[-1] + 1] - edges[covered[0]]


def _whole(row: Cells, after: Cells) -> Cells:
    """A row with what its cells go on with; a cell that covers several columns stays one."""
    made: dict[tuple[int, int], Passage] = {}
    for cell, rest in zip(row, after, strict=True):
        if cell and rest:
            made.setdefault((id(cell), id(rest)), Passage.of_parts(cell, rest))
    return tuple(made[id(cell), id(rest)] if cell and rest else cell or rest for cell, rest in zip(row, after, strict=True))


def _filled(rows: Sequence[Cells]) -> tuple[Cells, ...]:
    """The rows of a table, without rows and columns that hold nothing of their own."""
    seen: set[int] = set()
    kept: list[Cells] = []
    columns: set[int] = set()
    for row in rows:
        own = {id(passage): column for column, passage in reversed(list(enumerate(row))) if passage and id(passage) not in seen}
        if own:
            kept.append(row)
            columns.update(own.values())
            seen.update(own)
    return tuple(tuple(row[column] for column in sorted(columns)) for row in kept)
