"""From printed lines to a document: what readers of formats with pages have in common, whether the characters were in the file or were recognised.

A reader hands over the lines as they stand on the pages, in any order within a page; here they are put in reading order, freed of what
only the pages have (running headers, page numbers), joined into paragraphs and tables.

>>> line = PrintedLine("2022年，我局立案3件。", page=1, box=(90.0, 100.0, 300.0, 116.0), size=16.0)
>>> document = document_of_pages([line], [(595.0, 842.0)], Source())
>>> document.text, document.layout.line_at(5).page
('2022年，我局立案3件。', 1)
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.document import Document, Notice, Source
from extractor.layout import Box, Layout, Line
from extractor.spans import Span

PageSize = tuple[float, float]


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A stretch of characters on one base line, without a gap that would part two columns or cells; these are lines of their own.

    ``page`` counts from 1; ``box`` is left, top, right, bottom in points (1/72 inch) from the page's upper left; ``size`` the height of
    the characters in points; ``confidence`` that of optical recognition, from 0 to 1, None where the characters were in the file;
    ``certainties`` those of the characters, one for each, where recognition told them.
    """

    text: str
    page: int
    box: Box
    size: float
    bold: bool = False
    confidence: float | None = None
    certainties: tuple[float, ...] = ()


def document_of_pages(lines: Sequence[PrintedLine], sizes: Sequence[PageSize], source: Source, notices: tuple[Notice, ...] = ()) -> Document:
    """The document of printed lines; ``sizes`` are the width and height of each page in points, in order."""
    placed, start = [], 0
    for line in lines:
        placed.append(Line(Span(start, start + len(line.text)), line.page, line.box, line.confidence, line.certainties))
        start += len(line.text) + 1
    text = "\n".join(line.text for line in lines)
    return Document.of(text, replace(source, pages=len(sizes)), notices, Layout(lines=tuple(placed)))
