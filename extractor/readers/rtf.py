r"""RTF documents: paragraphs with their numbers, and tables; how lines look is not read.

>>> data = rb"{\rtf1\ansi\ansicpg936 {\listtext\'d2\'bb\'a1\'a2\tab}2022\'c4\'ea\par \trowd A\cell 3\cell\row}"
>>> read(data, Source()).text
'一、 2022年\nA\t3'
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import cast

import regex

from extractor.document import Document, Source
from extractor.errors import EmptyFile, ReadError
from extractor.readers.docx_blocks import Block, Cell, Paragraph, Table
from extractor.readers.docx_grid import laid_out
from extractor.readers.docx_lines import find_lines
from extractor.readers.docx_runs import Piece
from extractor.readers.docx_text import write_text

_CELL_END, _ROW_END = "\ue000", "\ue001"  # private characters that stand for the ends of cells and rows until the text is read
_CELL = regex.compile(r"\\(?:nest)?cell(?![a-z]) ?")
_ROW = regex.compile(r"\\(?:nest)?row(?![a-z]) ?")
_AFTER_NUMBER = regex.compile(r"(\\listtext[^{}]{0,200}?)\\tab ?(?=\})")
_PICTURE = regex.compile(r"(?:[0-9a-fA-F]{64}[0-9a-fA-F]*+\s*+)++")
_LINK = regex.compile(r"\\fldinst(?![a-z])")
_CHINESE = regex.compile(rb"\\ansicpg936|\\fcharset134|\\ansicpg950|\\fcharset136")
_RAW_PAIR = regex.compile(rb"[\x81-\xfe][\x40-\xfe]")
_RAW_SECOND = regex.compile(r"((?:\\'[0-9a-fA-F]{2})++)([@-\[\]-z|~])?")


def read(data: bytes, source: Source) -> Document:
    """The document in the bytes of an RTF file. Raises ReadError where it is damaged, EmptyFile where no text is in it."""
    from striprtf.striprtf import rtf_to_text

    try:
        text = cast(str, rtf_to_text(_prepared(data), errors="replace"))  # type: ignore[no-untyped-call]
        text.encode()
    except Exception as error:  # whatever a parser of damaged files stumbles over
        raise ReadError("a damaged RTF document") from error
    written, layout = write_text(find_lines(laid_out(_blocks(text.split("\n")))))
    if not written.strip():
        raise EmptyFile("no text in it")
    return Document.of(written, source, layout=layout)


def _prepared(data: bytes) -> str:
    """The file as the library reads it well: cells told apart, pictures out, both halves of a Chinese character escaped."""
    if _CHINESE.search(data):
        data = _RAW_PAIR.sub(lambda pair: b"".join(b"\\'%02x" % byte for byte in pair[0]), data)
    text = _RAW_SECOND.sub(_second_escaped, data.decode("latin-1"))
    text = _LINK.sub(r"\\fldinst\n", _PICTURE.sub("", text))
    text = _AFTER_NUMBER.sub(r"\1 ", text)
    return _ROW.sub(f"{{}}{_ROW_END}\\\\par ", _CELL.sub(f"{{}}{_CELL_END}", text))


def _second_escaped(match: regex.Match[str]) -> str:
    """Escaped bytes, and the letter behind them too where it is the second half of a character."""
    if match[2] is None:
        return match[0]
    waits = False
    for byte in bytes.fromhex(match[1].replace("\\'", "")):
        waits = not waits and byte > 0x80
    return f"{match[1]}\\'{ord(match[2]):02x}" if waits else match[0]


def _blocks(lines: Iterable[str]) -> Iterator[Block]:
    """Paragraphs, and tables of the rows that follow each other; a cell of several paragraphs reaches over lines."""
    for is_row, group in groupby(_joined(lines), key=lambda line: line.endswith(_ROW_END)):
        if is_row:
            yield Table(tuple(tuple(map(_cell, row.removesuffix(_ROW_END).removesuffix(_CELL_END).split(_CELL_END))) for row in group))
        else:
            yield from (Paragraph((Piece(line.replace(_CELL_END, "\t")),)) for line in group)


def _joined(lines: Iterable[str]) -> Iterator[str]:
    """The lines, those of one row as one."""
    row: list[str] = []
    for line in lines:
        row.append(line)
        if line.endswith(_ROW_END):
            yield "\n".join(row)
            row = []
        elif not any(_CELL_END in part for part in row):
            yield from row
            row = []
    yield from row


def _cell(text: str) -> Cell:
    return Cell((Paragraph((Piece(text.strip()),)),))
