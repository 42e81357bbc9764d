"""Paragraphs as lines: what a soft line break parts, with the look that a whole line has.

>>> paragraph = Paragraph((Piece("加强领导", is_bold=True), Piece("\\n"), Piece("全年"), Piece("开会", is_bold=True)))
>>> [(line.text, line.is_bold) for line in lines_of(paragraph)]
[('加强领导', True), ('全年开会', False)]
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import regex

from extractor.readers.docx_blocks import Paragraph
from extractor.readers.docx_grid import Grid
from extractor.readers.docx_numbering import labelled
from extractor.readers.docx_runs import Piece
from extractor.readers.docx_styles import Look

_WORD = regex.compile(r"\w")
_ENTRY = regex.compile(r"(?:[.…·]{3}|\t)[\s\-—–]*\d{1,3}[\s\-—–]*$")
_CONTENTS_STYLE = regex.compile(r"(?:toc|目录|目次)\s*\d|wpsoffice手动目录\s*\d|toc heading|toc 标题|目录标题")
_CONTENTS_TITLE = regex.compile(r"目\s*[录錄次]")
_TABS_BEFORE = regex.compile(r"^\s*\t\s*")  # they move a line to its place; blanks show how wide it is
LONGEST_ENTRY = 120  # of a table of contents


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its characters, how its paragraph looks, and whether all of its words are bold; ``font`` is the one that all of them are in, if any."""

    text: str
    look: Look
    is_bold: bool = False
    font: str | None = None
    in_contents: bool = False


def find_lines(flow: Iterable[Paragraph | Grid]) -> list[Line | Grid]:
    """The lines and grids of a text that hold something, without its table of contents."""
    return list(_without_contents(line for block in flow for line in ((block,) if isinstance(block, Grid) else lines_of(block))))


def lines_of(paragraph: Paragraph) -> Iterator[Line]:
    """The lines of a paragraph; the first bears its number. One that holds nothing else is none."""
    label = paragraph.label
    for pieces in _rows(paragraph.pieces):
        own = "".join(piece.text for piece in pieces).rstrip()
        if own:
            yield _line(labelled(label, own.lstrip()) if label else _TABS_BEFORE.sub("", own), pieces, paragraph)
            label = ""


def _rows(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """The pieces between one line break and the next."""
    row: list[Piece] = []
    for piece in pieces:
        first, *others = piece.text.split("\n")
        row.append(Piece(first, piece.is_bold, piece.font))
        for other in others:
            yield row
            row = [Piece(other, piece.is_bold, piece.font)]
    yield row


def _line(text: str, pieces: list[Piece], paragraph: Paragraph) -> Line:
    words = [piece for piece in pieces if _WORD.search(piece.text)]
    fonts = {piece.font for piece in words}
    is_bold = bool(words) and all(piece.is_bold for piece in words)
    return Line(text, paragraph.look, is_bold, fonts.pop() if len(fonts) == 1 else None, paragraph.in_contents)


def _without_contents(lines: Iterable[Line | Grid]) -> Iterator[Line | Grid]:
    """Leaves out the lines of a table of contents and the word over them; below that word an entry may be typed by hand."""
    title: list[Line] = []
    in_contents = False
    for line in lines:
        in_contents = isinstance(line, Line) and _is_entry(line, below_title=in_contents or bool(title))
        if not in_contents:
            yield from title
        title = []
        if isinstance(line, Line) and _CONTENTS_TITLE.fullmatch(line.text.strip()):
            title = [line]
        elif not in_contents:
            yield line
    yield from title


def _is_entry(line: Line, *, below_title: bool) -> bool:
    if len(line.text) > LONGEST_ENTRY:
        return False
    return line.in_contents or any(map(_CONTENTS_STYLE.match, line.look.names)) or below_title and _ENTRY.search(line.text) is not None
