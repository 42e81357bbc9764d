"""PDF documents: the characters that are in the file, or where a page is an image what can be recognised in it.

- ``pdf_glyphs``, ``pdf_frame``: characters with their places, on the page turned upright
- ``pdf_base_lines``, ``pdf_lines``: printed lines of them
- ``pdf_drawings``: rules and images
- ``pdf_page``: all that stands on a page; ``pdf_fields``: what was written into a form
- ``pdf_scans``: pages that are images

What becomes of the lines is the same for all formats with pages: see ``pages``.

>>> read(b"%PDF-1.7", Source())
Traceback (most recent call last):
extractor.errors.ReadError: a damaged PDF document
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from extractor.document import Document, Notice, Source
from extractor.errors import EmptyFile, ReadError
from extractor.readers.pages import document_of_pages
from extractor.readers.pdf_fields import page_with_fields
from extractor.readers.pdf_page import SHEET, ReadPage, read_page
from extractor.readers.pdf_scans import notices_of, page_list, with_scans

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_LOCK = Lock()  # the library can do one thing at a time
_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD

_DAMAGED = "a damaged PDF document"
_ENCRYPTED = "encrypted: it opens with a password only"
_DAMAGED_PAGE = ReadPage([], [], (SHEET[2], SHEET[3]), unknown=0, is_scan=False, is_damaged=True)


def read(data: bytes, source: Source) -> Document:
    """The document in the bytes of a PDF. Raises ReadError where it is damaged, encrypted or a scan that cannot be read, EmptyFile where no text is in it."""
    with _LOCK, _opened(data) as pdf:
        pages = with_scans(pdf, [_read(pdf, index) for index in range(len(pdf))])
    lines = [line for page in pages for line in page.lines]
    if not lines:
        raise ReadError(_DAMAGED) if any(page.is_damaged for page in pages) else EmptyFile("a PDF document without text")
    grids = [grid for page in pages for grid in page.grids]
    return document_of_pages(lines, [page.size for page in pages], source, (*_notices(pages), *notices_of(pages)), grids)


@contextmanager
def _opened(data: bytes) -> "Iterator[PdfDocument]":
    """The document while it is read."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        pdf = PdfDocument(data)
    except PdfiumError as error:
        raise ReadError(_ENCRYPTED if getattr(error, "err_code", None) == _PASSWORD_ERROR else _DAMAGED) from error
    try:
        if len(pdf) == 0:
            raise EmptyFile("a PDF document without pages")
        yield pdf
    finally:
        pdf.close()


def _read(pdf: "PdfDocument", index: int) -> ReadPage:
    """One page, which takes no more memory once its lines are known."""
    from pypdfium2 import PdfiumError

    try:
        page = page_with_fields(pdf, index)
    except PdfiumError:
        return _DAMAGED_PAGE
    try:
        return read_page(page, index + 1)
    except PdfiumError:
        return _DAMAGED_PAGE
    finally:
        page.close()


def _notices(pages: Sequence[ReadPage]) -> Iterator[Notice]:
    damaged = [number for number, page in enumerate(pages, 1) if page.is_damaged]
    if damaged:
        yield Notice("damaged_page", f"{page_list(damaged)} could not be read: damaged")
    unknown = sum(page.unknown for page in pages)
    if unknown:
        yield Notice("unknown_characters", f"in {unknown} places the file does not say which character is meant; \ufffd stands there")
