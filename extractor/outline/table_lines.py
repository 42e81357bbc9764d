r"""Tables that have become text, a row a line: cells parted by tabs, by bars, or by the blanks that align them.

Lines are looked at in the source, for a view has no blanks and tabs at the edges of its lines, where a row may have empty cells.

>>> document = Document.of("港区　　立案　罚款\n甲港  12   3.5\n乙港  8  1\n\n\t立案\n甲\t1\n乙\t")
>>> for grid in lined_grids(document, Span(0, len(document.view.text))):
...     print([[item.words for item in row] for row in grid.rows])
[['港区', '立案', '罚款'], ['甲港', '12', '3.5'], ['乙港', '8', '1']]
[['', '立案'], ['甲', '1'], ['乙', '']]
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import regex

from extractor.document import Document
from extractor.outline.table_grids import Grid, Item, made_grid, source_item
from extractor.outline.table_words import Kind, label_rank
from extractor.spans import Span

_LINE = regex.compile(r"[^\r\n]+")
_RULE = regex.compile(r"[\s|｜:\-—+=_─━┄┈│┃┼╋├┤┌┐└┘┬┴┝┥┯┷]+")
_TAB, _TABS, _BAR = regex.compile(r"\t"), regex.compile(r"\t+"), regex.compile(r"[|｜│┃]")
_WIDE_GAP, _GAP = regex.compile(r"(?:[ \u00a0]{2,}|\u3000)[ \u00a0\u3000]*"), regex.compile(r"[ \u00a0\u3000]+")
_ENDS_IN_FIGURE = regex.compile(r"[ \u00a0\u3000](?:[-－+]?[\d０-９][\d０-９,，.．]*[%％]?|[-—–/]+)[ \u00a0\u3000]*$")
_EDGES = " \t\u00a0\u3000"
_ENDS = "。;；!！"
FEWEST = 2  # rows of figures that blanks align, below a header
LONGEST = 200  # code points: a line that blanks align is shorter


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the source: its span, its place among the lines that are not empty, and what parts its cells."""

    span: Span
    number: int
    mark: str


def lined_grids(document: Document, body: Span, taken: Sequence[Span] = ()) -> list[Grid]:
    """The tables within the body of a view that are set a row a line, in order; ``taken`` are stretches of the view that belong to other tables."""
    lines = list(_lines(document, body, taken))
    grids: list[Grid] = []
    for _, run in groupby(enumerate(lines), key=lambda pair: (pair[1].number - pair[0], pair[1].mark)):
        grids += _run_grids(document, [line for _, line in run])
    return grids


def _lines(document: Document, body: Span, taken: Sequence[Span]) -> Iterator[_Line]:
    """The lines that may be rows. Empty lines and rules are passed over, others part what stands above and below."""
    text, view = document.text, document.view
    starts = [span.start for span in taken]
    number = 0
    for found in _LINE.finditer(text, *_with_edges(text, view.source(body))):
        if _RULE.fullmatch(found.group()):
            continue
        number += 1
        mark = _mark(found.group())
        if mark and not (taken and _is_taken(view.place(_trimmed(text, Span(*found.span())).start), starts, taken)):
            yield _Line(Span(*found.span()), number, mark)


def _is_taken(place: int, starts: Sequence[int], taken: Sequence[Span]) -> bool:
    index = bisect_right(starts, place) - 1
    return index >= 0 and place < taken[index].end


def _with_edges(text: str, body: Span) -> Span:
    """A stretch of the source with the blanks and tabs around it, which a view has not."""
    start, end = body
    while start and text[start - 1] in _EDGES:
        start -= 1
    while end < len(text) and text[end] in _EDGES:
        end += 1
    return Span(start, end)


def _mark(line: str) -> str:
    """What parts the cells of a line; empty where nothing does."""
    if "\t" in line:
        return "tab"
    if _BAR.search(line):
        return "bar"
    aligned = len(line) <= LONGEST and line.rstrip(_EDGES)[-1:] not in _ENDS and _GAP.search(line.strip(_EDGES))
    return "blank" if aligned else ""


def _run_grids(document: Document, lines: list[_Line]) -> list[Grid]:
    if lines[0].mark == "blank":
        return _aligned_grids(document, lines)
    rows = _barred(document, lines) if lines[0].mark == "bar" else _tabbed(document, lines)
    return [made_grid(table, drawn=False) for table in _tables(_with_depth(rows))]


def _cells(document: Document, line: Span, gap: regex.Pattern[str]) -> list[Item]:
    gaps = list(gap.finditer(document.text, *line))
    starts = [line.start, *(found.end() for found in gaps)]
    ends = [*(found.start() for found in gaps), line.end]
    return [source_item(document, Span(start, end)) for start, end in zip(starts, ends, strict=True)]


def _barred(document: Document, lines: list[_Line]) -> list[list[Item]]:
    """Rows parted by bars; where all of them begin or end with one, or the rows are no table otherwise, a bar at an edge parts nothing."""
    trimmed = [_trimmed(document.text, line.span) for line in lines]
    inside = [_inside_bars(document.text, line) for line in trimmed]
    left = all(line.start < within.start for line, within in zip(trimmed, inside, strict=True))
    right = all(within.end < line.end for line, within in zip(trimmed, inside, strict=True))
    edges = [Span((i if left else t).start, (i if right else t).end) for i, t in zip(inside, trimmed, strict=True)]
    rows = [_cells(document, line, _BAR) for line in edges]
    return rows if len({len(row) for row in rows}) == 1 else [_cells(document, line, _BAR) for line in inside]


def _inside_bars(text: str, line: Span) -> Span:
    """A line without the bar at each of its edges."""
    start = line.start + (_BAR.match(text, *line) is not None)
    return Span(start, line.end - (line.end > start and _BAR.match(text, line.end - 1, line.end) is not None))


def _trimmed(text: str, line: Span) -> Span:
    start, end = line
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)


def _tabbed(document: Document, lines: list[_Line]) -> list[list[Item]]:
    """Rows parted by tabs: each tab begins a cell, unless the rows are as wide as each other only where several count as one."""
    rows = [_cells(document, line.span, _TAB) for line in lines]
    if len({len(row) for row in rows}) > 1 and not any(document.text[line.span.start] == "\t" for line in lines):
        loose = [_cells(document, _trimmed(document.text, line.span), _TABS) for line in lines]
        if len({len(row) for row in loose}) == 1 and len(loose[0]) > 1:
            return loose
    return rows


def _with_depth(rows: list[list[Item]]) -> list[list[Item]]:
    """Rows that have lost their empty cells: where they end in as many figures each, the labels of their heads say how deep these stand."""
    aligned: list[list[Item]] = []
    for figures, group in groupby(rows, key=_trailing_figures):
        run = list(group)
        ranks = sorted({label_rank(item.words) or 0 for row in run for item in row[: len(row) - figures]})
        ragged = figures > 1 and len({len(row) for row in run}) > 1 and 0 not in ranks
        aligned += [_by_rank(row, figures, ranks) for row in run] if ragged else run
    return aligned


def _trailing_figures(row: list[Item]) -> int:
    return next((count for count, item in enumerate(reversed(row)) if item.kind not in (Kind.VALUE, Kind.NOTHING)), len(row))


def _by_rank(row: list[Item], figures: int, ranks: list[int]) -> list[Item]:
    heads = {label_rank(item.words): item for item in row[: len(row) - figures]}
    return [*(heads.get(rank) or _nothing_at(row[0].span.start) for rank in ranks), *row[len(row) - figures :]]


def _nothing_at(place: int) -> Item:
    return Item(Span(place, place), "", Kind.EMPTY)


def _tables(rows: list[list[Item]]) -> Iterator[list[list[Item]]]:
    """Rows that belong together: a wider one begins a new table, and so does a shorter one that is the header of others."""
    table: list[list[Item]] = []
    for index, row in enumerate(rows):
        after = rows[index + 1] if index + 1 < len(rows) else []
        if table and (len(row) > len(table[0]) or len(row) < len(table[0]) and _heads(row, after)):
            yield table
            table = []
        table.append(row)
    if table:
        yield table


def _heads(row: list[Item], after: list[Item]) -> bool:
    return len(after) == len(row) and all(item.kind is not Kind.VALUE for item in row) and any(item.kind is Kind.VALUE for item in after)


# --- blanks


def _aligned_grids(document: Document, lines: list[_Line]) -> list[Grid]:
    """Tables among lines with blanks: a header of words, and below it rows of as many cells that begin with words and end with figures."""
    grids: list[Grid] = []
    if sum(_ENDS_IN_FIGURE.search(document.text, *line.span) is not None for line in lines) < FEWEST:
        return grids
    wide = [_cells(document, _trimmed(document.text, line.span), _WIDE_GAP) for line in lines]
    close = [_cells(document, _trimmed(document.text, line.span), _GAP) for line in lines]
    index = 0
    while index < len(lines):
        rows = _aligned(wide, index, fewest_cells=2) or _aligned(close, index, fewest_cells=3)
        if rows:
            grids.append(made_grid(rows, drawn=False))
        index += len(rows) or 1
    return grids


def _aligned(rows: list[list[Item]], index: int, fewest_cells: int) -> list[list[Item]]:
    """The table whose header is a row; empty where too few rows below it fit."""
    header = rows[index]
    if len(header) < fewest_cells or not all(item.kind is Kind.TEXT for item in header):
        return []
    end, pattern = index + 1, _pattern(rows[index + 1]) if index + 1 < len(rows) else ""
    if not pattern or len(pattern) != len(header):
        return []
    while end < len(rows) and _pattern(rows[end]) == pattern:
        end += 1
    return rows[index:end] if end - index > FEWEST else []


def _pattern(row: list[Item]) -> str:
    """Which cells of a row are words and which figures; empty where it cannot be a row of a table."""
    pattern = "".join("v" if item.kind in (Kind.VALUE, Kind.NOTHING) else "t" for item in row)
    number = pattern[1:] if pattern.startswith("vt") and row[0].words.isdigit() else pattern
    return pattern if regex.fullmatch(r"t{1,3}v+", number) and "v" in pattern else ""
