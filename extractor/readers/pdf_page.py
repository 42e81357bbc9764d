"""A page of a PDF: its printed lines, its ruled tables, and whether it is a scan.

The characters of a table are put together cell by cell, so that no line runs over a rule. Those that are turned against most of the page
are read within tables only: elsewhere they are watermarks, stamps and binding marks.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import isfinite
from typing import TYPE_CHECKING

from extractor.layout import Box
from extractor.readers.pages_grids import Grid, find_grids
from extractor.readers.pages_lines import PageSize, PrintedLine
from extractor.readers.pages_order import find_gutter
from extractor.readers.pdf_drawings import Drawings, find_drawings
from extractor.readers.pdf_frame import Frame
from extractor.readers.pdf_glyphs import Glyph, PageGlyphs, find_glyphs
from extractor.readers.pdf_lines import find_lines

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

SHEET: Box = (0.0, 0.0, 595.0, 842.0)  # what a page without a size is taken for, in points
LARGEST = 20_000.0  # points: no page is larger

MOSTLY_UNKNOWN = 0.3  # share of characters without a meaning from which on a page has to be looked at like a scan
SCAN_SHARE, FEW_GLYPHS = 0.5, 30  # of a page that an image covers, and characters beside it, that make it a scan: stamps and page numbers
DRAWN_TEXT = 50  # paths on a page without characters that are the outlines of characters


@dataclass(frozen=True, slots=True)
class ReadPage:
    """What stands on a page; ``unknown`` is how many characters have no meaning in the file, ``is_scan`` whether its text is an image still."""

    lines: list[PrintedLine]
    grids: list[Grid]
    size: PageSize
    unknown: int
    is_scan: bool
    is_damaged: bool = False

    def count_characters(self) -> int:
        """How many characters its lines have."""
        return sum(len(line.text) for line in self.lines)


def read_page(page: "PdfPage", number: int) -> ReadPage:
    """The page of that number, counted from 1."""
    box = page_box(page)
    textpage = page.get_textpage()
    try:
        glyphs = find_glyphs(textpage, box, page.get_rotation())
        drawings = find_drawings(page)
    finally:
        textpage.close()
    grids = find_grids(drawings.rules_in(glyphs.frame), number)
    lines = list(_lines(glyphs, grids, number))
    return ReadPage(lines, grids, glyphs.frame.size, glyphs.unknown, _is_scan(glyphs, drawings, box))


def page_box(page: "PdfPage") -> Box:
    """Left, bottom, right and top of what is shown of a page, in the space of its drawing."""
    left, bottom, right, top = page.get_bbox()
    is_real = all(isfinite(edge) and abs(edge) <= LARGEST for edge in (left, bottom, right, top)) and right > left and top > bottom
    return (left, bottom, right, top) if is_real else SHEET


def _is_scan(glyphs: PageGlyphs, drawings: Drawings, box: Box) -> bool:
    count = len(glyphs.upright)
    if count == 0:
        return bool(drawings.images) or drawings.paths >= DRAWN_TEXT
    return glyphs.unknown > MOSTLY_UNKNOWN * count or count < FEW_GLYPHS and drawings.image_share(box) >= SCAN_SHARE


def _lines(glyphs: PageGlyphs, grids: Sequence[Grid], number: int) -> Iterator[PrintedLine]:
    for part in _parts(glyphs.upright, grids):
        lines = find_lines(part, number)
        gutter = find_gutter([line.box for line in lines])
        yield from lines if gutter is None else find_lines(part, number, gutter)
    for frame, turned in glyphs.turned:
        for part in _parts_in_cells(turned, frame, glyphs.frame, grids):
            yield from (replace(line, box=glyphs.frame.box(frame.drawn(line.box))) for line in find_lines(part, number))


def _parts(glyphs: Sequence[Glyph], grids: Sequence[Grid]) -> Iterator[list[Glyph]]:
    """The glyphs that may stand on lines together: those of one cell, or of none; faint ones apart, except where most are."""
    faint = sum(glyph.faint for glyph in glyphs)
    parts: dict[tuple[bool, int, int | None], list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        place = _place(glyph, grids) if grids else (-1, None)
        parts[(glyph.faint and 2 * faint < len(glyphs), *place)].append(glyph if 2 * faint < len(glyphs) else glyph._replace(faint=False))
    yield from parts.values()


def _parts_in_cells(glyphs: Sequence[Glyph], frame: Frame, page: Frame, grids: Sequence[Grid]) -> Iterator[list[Glyph]]:
    """The turned glyphs of each cell; ``frame`` is the one that they are upright in."""
    parts: dict[tuple[int, int | None], list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        left, top, right, bottom = page.box(frame.drawn((glyph.left, glyph.baseline - glyph.size / 2, glyph.right, glyph.baseline)))
        parts[_cell_at((left + right) / 2, (top + bottom) / 2, grids)].append(glyph)
    yield from (part for (grid, _), part in parts.items() if grid >= 0)


def _place(glyph: Glyph, grids: Sequence[Grid]) -> tuple[int, int | None]:
    return _cell_at((glyph.left + glyph.right) / 2, glyph.baseline - 0.38 * glyph.size, grids)


def _cell_at(x: float, y: float, grids: Sequence[Grid]) -> tuple[int, int | None]:
    """The number of the grid, from 0, and of its cell at a point; -1 and None where there is none."""
    cells = ((index, grid.cell_at(x, y)) for index, grid in enumerate(grids))
    return next((found for found in cells if found[1] is not None), (-1, None))
