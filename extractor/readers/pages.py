"""From printed lines to a document: what readers of formats with pages have in common, whether the characters were in the file or were recognised.

A reader hands over the lines as they stand on the pages, in any order, and the ruled tables; here they are put in reading order, freed of
what only the pages have, joined into paragraphs and tables.

- ``pages_lines``: printed lines, and rows of those beside each other
- ``pages_watermarks``, ``pages_furniture``: what is left out
- ``pages_grids``, ``pages_tables``, ``pages_table_parts``: ruled tables; ``pages_alignment``: others
- ``pages_order``, ``pages_measure``, ``pages_paragraphs``: columns, the way the text is set, which line goes on in the next
- ``pages_blocks``, ``pages_emphases``, ``pages_text``: what becomes of it, and the text with its layout

>>> lines = [PrintedLine(text, 1, (90.0, y, 300.0, y + 16), 16.0) for text, y in (("2022年，我局立案3件。", 100.0), ("— 1 —", 800.0))]
>>> document = document_of_pages(lines, [(595.0, 842.0)], Source())
>>> document.text, document.layout.page_at(5)
('2022年，我局立案3件。', 1)
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from extractor.document import Document, Notice, Source
from extractor.readers.pages_alignment import aligned, mended
from extractor.readers.pages_blocks import Block, Passage
from extractor.readers.pages_emphases import find_set_off
from extractor.readers.pages_furniture import without_furniture
from extractor.readers.pages_grids import Grid
from extractor.readers.pages_lines import PageSize, PrintedLine, Row
from extractor.readers.pages_measure import Measure
from extractor.readers.pages_order import PageItem, in_reading_order
from extractor.readers.pages_paragraphs import find_paragraphs
from extractor.readers.pages_table_parts import joined_over_pages
from extractor.readers.pages_tables import PageTable, fill_grids
from extractor.readers.pages_text import write_text
from extractor.readers.pages_watermarks import without_watermarks

__all__ = ["Grid", "PageSize", "PrintedLine", "document_of_pages"]


def document_of_pages(
    lines: Sequence[PrintedLine], sizes: Sequence[PageSize], source: Source, notices: tuple[Notice, ...] = (), grids: Sequence[Grid] = ()
) -> Document:
    """The document of printed lines; ``sizes`` are the width and height of each page in points, in order, ``grids`` the ruled tables."""
    printed = without_watermarks([line for line in lines if line.text.strip()])
    tables, outside = fill_grids(grids, printed)
    items = list(in_reading_order(without_furniture(outside, sizes), tables))
    measure = Measure.of([item for item in items if isinstance(item, Row)], sizes)
    blocks = list(_blocks(items, measure))
    set_off = find_set_off([block for block in blocks if isinstance(block, Passage)], measure.size)
    text, layout = write_text(blocks, set_off)
    return Document.of(text, replace(source, pages=len(sizes)), notices, layout)


def _blocks(items: Iterable[PageItem], measure: Measure) -> Iterator[Block]:
    """The passages and tables that rows and the tables of pages make."""
    for is_table, group in groupby(items, key=lambda item: isinstance(item, PageTable)):
        found = list(group)
        if is_table:
            yield from joined_over_pages(item for item in found if isinstance(item, PageTable))
        else:
            yield from _blocks_of_rows(mended([item for item in found if isinstance(item, Row)]), measure)


def _blocks_of_rows(rows: Iterable[Row], measure: Measure) -> Iterator[Block]:
    for is_single, group in groupby(rows, key=lambda row: row.is_single):
        found = list(group)
        table = None if is_single else aligned(found)
        if table:
            yield table
        else:
            yield from map(Passage.of_rows, find_paragraphs(found, measure))
