"""Word documents (.docx, .docm, .dotx): the text as it is shown, with automatic numbers, changes accepted, tables a row a line.

- ``docx_package``, ``docx_xml``: the archive and its parts
- ``docx_styles``, ``docx_numbering``, ``docx_numerals``: how paragraphs look and are numbered
- ``docx_runs``, ``docx_story``, ``docx_fields``, ``docx_symbols``: the characters of a paragraph
- ``docx_blocks``, ``docx_chunks``: paragraphs and tables; parts in other formats
- ``docx_grid``, ``docx_lines``, ``docx_emphases``, ``docx_text``: tables and lines as they are seen, headings, the text with its layout

The body is followed by its notes. Of headers only that of a first page of its own is read: letterheads stand there, while others repeat
the title. Footers hold page numbers.

>>> read(b"PK\\x05\\x06" + bytes(18), Source())
Traceback (most recent call last):
extractor.errors.ReadError: a Word document without its text
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.document import Document, Notice, Source
from extractor.errors import EmptyFile, ReadError
from extractor.readers.docx_blocks import Block, Blocks
from extractor.readers.docx_chunks import chunk_blocks
from extractor.readers.docx_grid import laid_out
from extractor.readers.docx_lines import find_lines
from extractor.readers.docx_numbering import Numbering
from extractor.readers.docx_package import Package, Relation
from extractor.readers.docx_runs import NOTE_REFERENCES
from extractor.readers.docx_story import Story
from extractor.readers.docx_styles import Styles
from extractor.readers.docx_text import write_text
from extractor.readers.docx_xml import Element, R, W, is_on


def read(data: bytes, source: Source) -> Document:
    """The document in the bytes of a Word document. Raises ReadError where it is damaged or protected, EmptyFile where no text is in it."""
    try:
        blocks, story = _read_package(data)
        text, layout = write_text(find_lines(laid_out(blocks)))
    except RecursionError as error:
        raise ReadError("its parts lie too deep within each other") from error
    if not text.strip():
        raise EmptyFile("no text in it, only pictures" if b"word/media/" in data else "no text in it")
    return Document.of(text, source, tuple(_notices(story)), layout)


def _read_package(data: bytes, *, is_chunk: bool = False) -> tuple[list[Block], Story]:
    """The blocks of a document; one that is a chunk of another has no chunks of its own."""
    parts = _Parts.of(Package(data))
    body = parts.body()
    reader = Blocks(Styles(parts.of_kind("styles")), Numbering(parts.of_kind("numbering")), parts.no_chunk if is_chunk else parts.chunk)
    headers = [block for header in parts.first_headers(body) for block in reader.read(header)]
    blocks = [*headers, *reader.read(body)]
    return blocks + [block for note in parts.notes(reader.story) for block in reader.read(note)], reader.story


def _notices(story: Story) -> Iterator[Notice]:
    if story.has_changes:
        yield Notice("tracked_changes", "changes are marked in it; it is read as if all of them were accepted")
    if story.unread:
        yield Notice("unread_drawings", f"charts or diagrams in it, {story.unread} in number, whose words and figures are not read")


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of a document that its text refers to."""

    package: Package
    name: str
    relations: dict[str, Relation]

    @classmethod
    def of(cls, package: Package) -> "_Parts":
        name = package.main_part()
        return cls(package, name, package.relations_of(name))

    def body(self) -> Element:
        root = self.package.xml_of(self.name)
        body = root.find(W + "body") if root is not None else None
        if body is None:
            raise ReadError("a Word document without its text")
        return body

    def of_kind(self, kind: str) -> Element | None:
        """The part that the text refers to as its styles, its numbering, its footnotes."""
        return self.package.xml_of(next((relation.target for relation in self.relations.values() if relation.kind == kind), None))

    def first_headers(self, body: Element) -> Iterator[Element]:
        """The header of the first page, where that page has one of its own."""
        section = next(body.iter(W + "sectPr"), None)
        if section is None or not is_on(section.find(W + "titlePg")):
            return
        for reference in section:
            if reference.tag == W + "headerReference" and reference.get(W + "type") == "first":
                header = self._target(reference.get(R + "id"))
                if header is not None:
                    yield header

    def notes(self, story: Story) -> Iterator[Element]:
        """The footnotes and endnotes in the order in which the text refers to them."""
        roots = {tag: self.of_kind(kind) for tag, (kind, _) in _NOTES.items() if any(note[0] == tag for note in story.notes)}
        known = {(tag, note.get(W + "id")): note for tag, root in roots.items() if root is not None for note in root if note.tag == _NOTES[tag][1]}
        yield from (known[reference] for reference in dict.fromkeys(story.notes) if reference in known)

    def chunk(self, number: str) -> Sequence[Block]:
        """The blocks of a part in another format that stands in the text."""
        relation = self.relations.get(number)
        data = self.package.bytes_of(relation.target) if relation else None
        return chunk_blocks(data, lambda inner: _read_package(inner, is_chunk=True)[0]) if data else ()

    def no_chunk(self, _: str) -> Sequence[Block]:
        return ()

    def _target(self, number: str | None) -> Element | None:
        relation = self.relations.get(number or "")
        return self.package.xml_of(relation.target) if relation else None


_NOTES = dict(zip(NOTE_REFERENCES, (("footnotes", W + "footnote"), ("endnotes", W + "endnote")), strict=True))
