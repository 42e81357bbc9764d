"""Pages of a PDF that are images: they are drawn and recognised where the libraries for that are there, and named where they are not.

>>> page = ReadPage([], [], (595.0, 842.0), unknown=0, is_scan=True)
>>> [notice.message for notice in unread_scans([page, page], "pip install 'fazhi[ocr]'")]
["pages 1 and 2 are scans that were not read; to read them: pip install 'fazhi[ocr]'"]
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.document import Notice
from extractor.errors import ReadError
from extractor.readers.formats import FORMATS, install_command
from extractor.readers.pdf_page import ReadPage

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

DPI = 200
LONGEST_SIDE = 6_000  # pixels
POINTS = 72  # to an inch

_INSTALL = install_command(next(known for known in FORMATS if known.key == "png"))


def with_scans(pdf: "PdfDocument", pages: Sequence[ReadPage]) -> list[ReadPage]:
    """The pages with those that are scans read, where that can be. Raises ReadError where nothing but scans is there and it cannot."""
    if not any(page.is_scan for page in pages):
        return list(pages)
    from extractor.readers import ocr

    if ocr.is_installed():
        return [_recognised(pdf, index, page) if page.is_scan else page for index, page in enumerate(pages)]
    if not any(page.lines for page in pages):
        raise ReadError(f"a scan without text; to read it: {_INSTALL}")
    return list(pages)


def notices_of(pages: Sequence[ReadPage]) -> tuple[Notice, ...]:
    """What the user should know of scans: which were not read, and how sure the reading of the others is."""
    recognised = [line for page in pages for line in page.lines if line.confidence is not None]
    if not recognised:
        return tuple(unread_scans(pages, _INSTALL))
    from extractor.readers import ocr

    return (*unread_scans(pages, _INSTALL), *ocr.notices_of(recognised))


def unread_scans(pages: Sequence[ReadPage], remedy: str) -> list[Notice]:
    """The notice of the scans that were not read, if there are any, with what to do about it."""
    numbers = [number for number, page in enumerate(pages, 1) if page.is_scan]
    if not numbers:
        return []
    scans, them = ("is a scan that was", "it") if len(numbers) == 1 else ("are scans that were", "them")
    return [Notice("unread_scan", f"{page_list(numbers)} {scans} not read; to read {them}: {remedy}")]


def page_list(numbers: Sequence[int]) -> str:
    """Page numbers in a sentence.

    >>> page_list([3]), page_list([1, 2, 7])
    ('page 3', 'pages 1, 2 and 7')
    """
    if len(numbers) == 1:
        return f"page {numbers[0]}"
    return f"pages {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"


def _recognised(pdf: "PdfDocument", index: int, page: ReadPage) -> ReadPage:
    """A page as recognition reads it, unless its own characters say more."""
    from extractor.readers import ocr

    drawn = pdf[index]
    try:
        dpi = min(DPI, LONGEST_SIDE * POINTS / max(page.size))
        image = drawn.render(scale=dpi / POINTS).to_pil()  # in colours, so that a seal can be told from what it lies over
    finally:
        drawn.close()
    found = ocr.page_of_image(image, index + 1, dpi)
    if page.count_characters() - page.unknown > sum(len(line.text) for line in found.lines):
        return replace(page, is_scan=False)
    return ReadPage(found.lines, found.grids, found.size, unknown=0, is_scan=False)
