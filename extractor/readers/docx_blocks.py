"""The paragraphs and tables of a Word text, in their order, with their numbers.

>>> from extractor.readers.docx_xml import parse_xml
>>> body = parse_xml(b'''<w:body xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>1,3</w:t></w:r><w:r><w:t>86</w:t></w:r></w:p>
... <w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr></w:tc></w:tr></w:tbl></w:body>''')
>>> paragraph, table = Blocks(Styles(None), Numbering(None)).read(body)
>>> paragraph.text, [[cell.columns for cell in row] for row in table.rows]
('1,386', [[1, 2]])
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from extractor.readers.docx_fields import find_marks
from extractor.readers.docx_numbering import Numbering, Place, labelled
from extractor.readers.docx_runs import Piece, chosen, is_placeholder, read_runs
from extractor.readers.docx_story import Story
from extractor.readers.docx_styles import Look, Styles
from extractor.readers.docx_xml import MC, VAL, Element, R, W, is_on, number_of, parse_number

MOST_COLUMNS = 63  # that Word allows in a table
PLAIN = Look()
CONTENTS_GALLERY = "Table of Contents"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it is shown: its number, its characters, how it looks, whether it is of a table of contents."""

    pieces: tuple[Piece, ...]
    label: str = ""
    look: Look = PLAIN
    in_contents: bool = False

    @property
    def text(self) -> str:
        """Its characters behind its number."""
        return labelled(self.label, "".join(piece.text for piece in self.pieces).lstrip())


class Merge(Enum):
    """How a cell goes together with others."""

    NONE = auto()
    BELOW = auto()  # with the one above it
    BESIDE = auto()  # with the one before it


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A cell of a row: what stands in it, how many columns of the table it spans, and whether it is the rest of another."""

    blocks: tuple["Block", ...]
    columns: int = 1
    merge: Merge = Merge.NONE


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is written down; ``widths`` are those of its columns in twentieths of a point, as far as they are told."""

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...] = ()


Block = Paragraph | Table
ChunkReader = Callable[[str], Sequence[Block]]


def _no_chunk(_: str) -> Sequence[Block]:
    return ()


class Blocks:
    """A reader of texts that share styles and numbers: the body, then the notes. ``read_chunk`` gives the blocks of a part in another format."""

    def __init__(self, styles: Styles, numbering: Numbering, read_chunk: ChunkReader = _no_chunk) -> None:
        self.story = Story(styles)
        self._numbering = numbering
        self._read_chunk = read_chunk
        self._carried: list[Piece] = []
        self._in_contents = False
        self._handlers: dict[str, Callable[[Element], Iterator[Block]]] = {
            W + "p": self._paragraph,
            W + "tbl": self._table,
            W + "sdt": self._control,
            W + "altChunk": self._chunk,
            MC + "AlternateContent": self._alternatives,
            **dict.fromkeys((W + "del", W + "moveFrom", W + "sectPr", W + "tcPr"), self._skip),
        }

    def read(self, root: Element) -> list[Block]:
        """The blocks within an element whose fields begin and end there."""
        self.story.marks = find_marks(root)
        return self._whole(root)

    def _whole(self, parent: Element) -> list[Block]:
        """The blocks within a body, a cell or a box, which no paragraph reaches beyond."""
        return [*self._within(parent), *self._rest()]

    def _within(self, parent: Element) -> Iterator[Block]:
        for child in parent:
            yield from self._handlers.get(child.tag, self._within)(child)

    def _paragraph(self, element: Element) -> Iterator[Block]:
        properties = element.find(W + "pPr")
        look = self.story.styles.paragraph(properties)
        runs = read_runs(element, look.characters, self.story)
        for box in runs.boxes:
            yield from self._box(box)
        self._carried += runs.pieces
        if properties is None or not _goes_on(properties):
            pieces, self._carried = tuple(self._carried), []
            label = self._label(look) if pieces or not _is_hidden(properties) else ""
            yield Paragraph(pieces, label, look, runs.in_contents or self._in_contents)

    def _rest(self) -> Iterator[Block]:
        """What was carried over to a paragraph that does not come."""
        if self._carried:
            yield Paragraph(tuple(self._carried))
            self._carried = []

    def _label(self, look: Look) -> str:
        number = look.list_number
        if number is None:
            return ""
        bound = (self._numbering.level_of_style(number, style) for style in look.list_styles)
        own, *of_bases = bound if look.list_styles else (None,)
        levels = (own, look.list_level, *of_bases)
        return self._numbering.next_label(Place(number, next((level for level in levels if level is not None), 0)))

    def _box(self, box: Element | str) -> list[Block]:
        """The blocks of a text box, whose fields are its own."""
        if isinstance(box, str):
            return [Paragraph((Piece(box),))]
        carried, self._carried = self._carried, []
        with self.story.apart():
            blocks = self._whole(box)
        self._carried = carried
        return blocks

    def _control(self, element: Element) -> Iterator[Block]:
        """A content control; one of the gallery of contents holds a table of contents."""
        content = element.find(W + "sdtContent")
        if content is None or is_placeholder(element):
            return
        outer = self._in_contents
        self._in_contents |= any(gallery.get(VAL) == CONTENTS_GALLERY for gallery in element.iter(W + "docPartGallery"))
        yield from self._within(content)
        self._in_contents = outer

    def _alternatives(self, element: Element) -> Iterator[Block]:
        way = chosen(element)
        if way is not None:
            yield from self._within(way)

    def _chunk(self, element: Element) -> Iterator[Block]:
        yield from self._read_chunk(element.get(R + "id") or "")

    def _skip(self, _: Element) -> Iterator[Block]:
        yield from ()

    def _table(self, element: Element) -> Iterator[Block]:
        yield from self._rest()
        columns = element.find(W + "tblGrid")
        widths = [parse_number(column.get(W + "w")) or 0 for column in columns if column.tag == W + "gridCol"] if columns is not None else []
        rows = [tuple(self._cells(row)) for row in _parts(element, W + "tr") if not _is_deleted(row.find(W + "trPr"))]
        yield Table(tuple(row for row in rows if row), tuple(widths))

    def _cells(self, row: Element) -> Iterator[Cell]:
        before = number_of(row.find(W + "trPr"), "gridBefore") or 0
        if before > 0:
            yield Cell((), min(before, MOST_COLUMNS))
        for cell in _parts(row, W + "tc"):
            properties = cell.find(W + "tcPr")
            merge = _merge(properties)
            blocks = self._whole(cell) if merge is Merge.NONE else []
            yield Cell(tuple(blocks), min(max(number_of(properties, "gridSpan") or 1, 1), MOST_COLUMNS), merge)


def _goes_on(properties: Element) -> bool:
    """Whether the next paragraph is the rest of this one: its end was taken out, or it is the large letter that opens the next."""
    frame = properties.find(W + "framePr")
    is_drop_cap = frame is not None and frame.get(W + "dropCap") in ("drop", "margin")
    return is_drop_cap or _is_deleted(properties.find(W + "rPr"))


def _is_deleted(properties: Element | None) -> bool:
    return properties is not None and (properties.find(W + "del") is not None or properties.find(W + "moveFrom") is not None)


def _is_hidden(properties: Element | None) -> bool:
    """Whether the end of a paragraph is hidden: an empty one is not there then."""
    characters = properties.find(W + "rPr") if properties is not None else None
    return characters is not None and is_on(characters.find(W + "vanish"))


def _parts(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also where they are wrapped in something."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _parts(child, tag)


def _merge(properties: Element | None) -> Merge:
    if properties is None:
        return Merge.NONE
    for name, merge in (("vMerge", Merge.BELOW), ("hMerge", Merge.BESIDE)):
        found = properties.find(W + name)
        if found is not None and found.get(VAL) in (None, "continue"):
            return merge
    return Merge.NONE


_WRAPPERS = frozenset({W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo"})
