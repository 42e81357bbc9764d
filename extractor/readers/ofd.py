"""OFD documents (GB/T 33190), the format for official papers: printed lines, made into paragraphs as those of a PDF are.

- ``ofd_lines``: from the runs of characters on a page to its lines

>>> read(b"PK\\x05\\x06" + bytes(18), Source())
Traceback (most recent call last):
extractor.errors.ReadError: a damaged or protected OFD document
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from extractor.document import Document, Notice, Source
from extractor.errors import EmptyFile, ReadError
from extractor.readers.ofd_lines import POINTS, TextRun, find_lines
from extractor.readers.pages import PageSize, PrintedLine, document_of_pages

if TYPE_CHECKING:
    import ofdkit

_ReadPage = tuple[PageSize, list[PrintedLine]]
_UNREAD: _ReadPage = ((0.0, 0.0), [])


def read(data: bytes, source: Source) -> Document:
    """The document in the bytes of an OFD file. Raises ReadError where it is damaged or protected, EmptyFile where no text is in it."""
    import ofdkit

    try:
        with ofdkit.open(data) as file:
            pages = list(_pages(file))
    except Exception as error:  # whatever a parser of damaged files stumbles over
        raise ReadError("a damaged or protected OFD document") from error
    lines = [line for _, found in pages for line in found]
    if not lines:
        raise EmptyFile("no text in it, only pictures" if b"Res/" in data else "no text in it")
    return document_of_pages(lines, [size for size, _ in pages], source, tuple(_notices(pages)))


def _pages(file: "ofdkit.OFDDocument") -> Iterator[_ReadPage]:
    """The size and the lines of each page, in points. Raises where none can be read."""
    from ofdkit import OFDError

    failures = 0
    for number, page in enumerate(file.pages, 1):
        try:
            yield (page.width * POINTS, page.height * POINTS), find_lines(map(_placed, page.runs), page.box, number)
        except OFDError:
            failures += 1
            if failures == len(file.pages):
                raise
            yield _UNREAD


def _placed(run: "ofdkit.TextRun") -> TextRun:
    return TextRun(run.text, run.x, run.y, run.size, run.width)


def _notices(pages: Sequence[_ReadPage]) -> Iterator[Notice]:
    unread = [str(number) for number, page in enumerate(pages, 1) if page is _UNREAD]
    if unread:
        yield Notice("unread_pages", f"damaged pages, which are not read: {', '.join(unread)}")
