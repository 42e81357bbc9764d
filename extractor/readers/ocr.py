"""Optical character recognition of page images, for every reader that meets a page without characters.

- ``ocr_page``: a page set upright and read; ``ocr_parts``: where its lines stand
- ``ocr_engine``: the recognition library; ``ocr_geometry``: corners and angles
- ``ocr_lines``: printed lines, from where each character stands (``ocr_glyphs``, ``ocr_sizes``, ``ocr_gaps``)
- ``ocr_rules``: the rules of tables
- ``ocr_repairs``, ``ocr_doubts``: what the text itself puts right, and which figures are to be looked at
- ``ocr_progress``: who is told that a page is being read

It needs the extra `ocr`: rapidocr with onnxruntime, whose models come with it. Nothing is fetched, nothing is written to standard output.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from statistics import fmean
from typing import TYPE_CHECKING

from extractor.document import Notice
from extractor.readers.ocr_doubts import uncertain_figures, weighed
from extractor.readers.ocr_lines import OcrLine
from extractor.readers.ocr_progress import reading_page
from extractor.readers.ocr_repairs import repaired
from extractor.readers.ocr_text import Recognised
from extractor.readers.pages import PageSize, PrintedLine
from extractor.readers.pages_grids import Grid, Rule, find_grids

if TYPE_CHECKING:
    from PIL.Image import Image

POINTS = 72  # to an inch
FIGURES_SHOWN = 12


@dataclass(frozen=True, slots=True)
class OcrPage:
    """The printed lines of a page image, its ruled tables and its size in points, all of the page as it was turned to be read."""

    lines: list[PrintedLine]
    size: PageSize
    grids: list[Grid]


def is_installed() -> bool:
    """Whether the libraries for recognition are there."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def lines_of_page(image: "Image", page: int, dpi: float) -> list[PrintedLine]:
    """The printed lines of a page image, from top to bottom; none where nothing is printed.

    The image is in grey or, better, in RGB: a seal can be looked through only where it is red. ``page`` counts from 1; ``dpi`` is how many pixels
    of the image make an inch. Places are in points of the page as it was turned to be read.
    """
    return page_of_image(image, page, dpi).lines


def page_of_image(image: "Image", page: int, dpi: float) -> OcrPage:
    """The same with the ruled tables, and with the size of the page, whose sides change places where it lay on its side."""
    from extractor.readers.ocr_page import read_page

    with reading_page(page):
        read = read_page(image, dpi)
    scale = POINTS / dpi
    grids = find_grids([Rule(*(edge * scale for edge in rule)) for rule in read.rules], page)
    return OcrPage([_printed(line, page, scale) for line in read.lines], (read.size[0] * scale, read.size[1] * scale), grids)


def notices_of(lines: Sequence[PrintedLine]) -> tuple[Notice, ...]:
    """What the user should know of recognised lines, beside whatever others there are: that they were recognised, and the figures to be looked at.

    >>> line = PrintedLine("立案3件", 1, (0.0, 0.0, 60.0, 16.0), 15.0, confidence=0.93, certainties=(0.99, 0.99, 0.75, 0.99))
    >>> [notice.message for notice in notices_of([line])]
    ['1 page was read by optical character recognition, with a mean confidence of 0.93', '1 figure was read with doubt: 3 (page 1)']
    """
    recognised = [line for line in lines if line.confidence is not None]
    if not recognised:
        return ()
    uncertain = [f"{figure} (page {line.page})" for line in recognised if line.certainties for figure in uncertain_figures(_of(line))]
    return (_read_by_ocr(recognised), *([_uncertain(uncertain)] if uncertain else []))


def _of(line: PrintedLine) -> Recognised:
    return Recognised(line.text, line.certainties)


def _printed(line: OcrLine, page: int, scale: float) -> PrintedLine:
    left, top, right, bottom = (round(edge * scale, 1) for edge in line.box)
    text = weighed(repaired(line.recognised))
    confidence = round(fmean(line.recognised.certainties), 4)
    return PrintedLine(text.text, page, (left, top, right, bottom), round(2 * line.type_size * scale) / 2, confidence=confidence, certainties=text.certainties)


def _read_by_ocr(lines: Sequence[PrintedLine]) -> Notice:
    pages = len({line.page for line in lines})
    mean = fmean(line.confidence or 0.0 for line in lines)
    counted = "1 page was" if pages == 1 else f"{pages} pages were"
    return Notice("read_by_ocr", f"{counted} read by optical character recognition, with a mean confidence of {mean:.2f}")


def _uncertain(figures: Sequence[str]) -> Notice:
    counted = "1 figure was" if len(figures) == 1 else f"{len(figures)} figures were"
    more = ["…"] if len(figures) > FIGURES_SHOWN else []
    return Notice("uncertain_ocr", f"{counted} read with doubt: {', '.join([*figures[:FIGURES_SHOWN], *more])}")
