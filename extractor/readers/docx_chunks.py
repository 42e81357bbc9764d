"""Parts of a Word document that are kept in another format (``w:altChunk``), as programs write that wrap a web page in a document.

>>> [block.text for block in chunk_blocks("一、概况\\n全年立案3件。".encode(), lambda inner: ())]
['一、概况', '全年立案3件。']
"""

from collections.abc import Callable, Iterator, Sequence

from extractor.document import Document, Source
from extractor.errors import ReadError
from extractor.layout import Table as Drawn
from extractor.readers.docx_blocks import Block, Cell, Paragraph, Table
from extractor.readers.docx_runs import Piece
from extractor.readers.docx_styles import Look
from extractor.spans import Span


def chunk_blocks(data: bytes, read_package: Callable[[bytes], Sequence[Block]]) -> Sequence[Block]:
    """The blocks of such a part; none where it cannot be read. ``read_package`` reads one that is a Word document itself."""
    from extractor.readers.formats import format_of, load_reader

    found = format_of(data)
    try:
        return read_package(data) if found.key == "docx" else list(_blocks(load_reader(found)(data, Source())))
    except ReadError:
        return ()


def _blocks(document: Document) -> Iterator[Block]:
    levels = {emphasis.span.start: emphasis for emphasis in document.layout.emphases}
    tables = {_start(table): table for table in document.layout.tables}
    start = end = 0
    for line in document.text.splitlines(keepends=True):
        if start in tables:
            yield _table(document.text, tables[start])
            end = _end(tables[start])
        elif start >= end:
            emphasis = levels.get(start)
            yield Paragraph((Piece(line.rstrip("\r\n"), is_bold=emphasis is not None),), look=Look(level=emphasis.level if emphasis else None))
        start += len(line)


def _table(text: str, table: Drawn) -> Table:
    """A drawn table as cells; those that are merged stay one."""
    cells: dict[Span, Cell] = {}
    rows = [[cells.setdefault(span, Cell((Paragraph((Piece(text[span.slice]),)),))) for span in row] for row in table.rows]
    return Table(tuple(tuple(row) for row in rows))


def _start(table: Drawn) -> int:
    return min((span.start for row in table.rows for span in row), default=-1)


def _end(table: Drawn) -> int:
    return max((span.end for row in table.rows for span in row), default=-1)
