"""From blocks to the text and its layout: where each table, each set-off line and each printed line stands in it.

>>> line = PrintedLine("一、概况", 1, (80.0, 100.0, 144.0, 116.0), 16.0)
>>> text, layout = write_text([Passage.of([line])], set())
>>> text, layout.lines[0].box
('一、概况', (80.0, 100.0, 144.0, 116.0))
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from extractor.layout import Emphasis, Layout, Line, Table
from extractor.readers.pages_blocks import Block, Passage, TableBlock
from extractor.readers.pages_lines import PrintedLine
from extractor.spans import Span


def write_text(blocks: Iterable[Block], set_off: AbstractSet[int]) -> tuple[str, Layout]:
    """The text of blocks, a line each or a row a line, with its layout; ``set_off`` are the identities of the passages that look like headings."""
    writing = _Writing(set_off)
    for block in blocks:
        if isinstance(block, TableBlock):
            writing.table(block)
        else:
            writing.line(block)
    return "".join(writing.pieces).removesuffix("\n"), Layout(tuple(writing.tables), tuple(writing.emphases), tuple(writing.lines))


@dataclass(slots=True)
class _Writing:
    """A text as it is written; ``length`` is where it goes on."""

    set_off: AbstractSet[int]
    length: int = 0
    pieces: list[str] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    emphases: list[Emphasis] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def line(self, passage: Passage) -> None:
        span = self._passage(passage)
        if id(passage) in self.set_off:
            self.emphases.append(Emphasis(span))
        self._write("\n")

    def table(self, table: TableBlock) -> None:
        places: dict[int, Span] = {}
        rows = [self._row(row, places) for row in table.rows]
        if table.is_drawn:
            self.tables.append(Table(tuple(rows)))

    def _row(self, row: tuple[Passage | None, ...], places: dict[int, Span]) -> tuple[Span, ...]:
        """Writes a row; ``places`` are the spans of the cells written so far, for one that covers several places is written once."""
        spans = []
        for column, cell in enumerate(row):
            if column:
                self._write("\t")
            if cell is not None and id(cell) not in places:
                places[id(cell)] = self._passage(cell)
            spans.append(Span(self.length, self.length) if cell is None else places[id(cell)])
        self._write("\n")
        return tuple(spans)

    def _passage(self, passage: Passage) -> Span:
        start = self.length
        for joint, line in zip(passage.joints, passage.lines, strict=True):
            self._write(joint)
            self._printed(line)
        return Span(start, self.length)

    def _printed(self, line: PrintedLine) -> None:
        span = Span(self.length, self.length + len(line.text))
        self.lines.append(Line(span, line.page, line.box, line.confidence, line.certainties))
        self._write(line.text)

    def _write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)
