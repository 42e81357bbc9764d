"""OFD documents (GB/T 33190): a text set on pages, line by line, as office programs write them.

>>> data = ofd_of("全年立案3件。")
>>> "全年立案3件。" in part_of(data, "Doc_0/Pages/Page_0/Content.xml")
True
"""

import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

_NAME = "http://www.ofdspec.org/2016"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
PAGE = (210.0, 297.0)  # millimetres
LEFT, TOP, SIZE, STEP = 28.0, 37.0, 5.6, 10.0
COLUMNS, ROWS = 27, 22  # characters in a line, lines on a page
INDENT = "\u3000\u3000"
GAP = 1.5  # heights of a character between the widest cell of a column and the next


@dataclass(frozen=True, slots=True)
class Placed:
    """Characters on a page: where their base line begins, and how high they are, in millimetres."""

    text: str
    x: float
    y: float
    size: float = SIZE


def ofd_of(text: str, *, by_character: bool = False) -> bytes:
    """The document of a text: paragraphs broken into full lines, cells parted by tabs side by side, a page number under each page.

    ``by_character`` makes an object of each character rather than of each line.
    """
    pages = [[*_on_page(lines), Placed(f"— {number} —", 98.0, 275.0)] for number, lines in enumerate(_pages(text), 1)]
    return package(content(_in_characters(page) if by_character else page) for page in pages)


def part_of(data: bytes, name: str) -> str:
    """A part of a document that was made, as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def package(pages: Iterable[str]) -> bytes:
    """The archive of pages whose content is XML already."""
    pages = list(pages)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "OFD.xml",
            f'{_HEAD}<ofd:OFD xmlns:ofd="{_NAME}" DocType="OFD" Version="1.0"><ofd:DocBody><ofd:DocInfo><ofd:DocID>0</ofd:DocID></ofd:DocInfo>'
            "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        )
        listed = "".join(f'<ofd:Page ID="{100 + index}" BaseLoc="Pages/Page_{index}/Content.xml"/>' for index in range(len(pages)))
        area = f"<ofd:PageArea><ofd:PhysicalBox>0 0 {PAGE[0]} {PAGE[1]}</ofd:PhysicalBox></ofd:PageArea>"
        archive.writestr(
            "Doc_0/Document.xml",
            f'{_HEAD}<ofd:Document xmlns:ofd="{_NAME}"><ofd:CommonData><ofd:MaxUnitID>9999</ofd:MaxUnitID>{area}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>',
        )
        for index, page in enumerate(pages):
            archive.writestr(f"Doc_0/Pages/Page_{index}/Content.xml", page)
    return stream.getvalue()


def content(placed: Iterable[Placed]) -> str:
    """The content of a page."""
    objects = "".join(text_object(number, one) for number, one in enumerate(placed, 1000))
    return f'{_HEAD}<ofd:Page xmlns:ofd="{_NAME}"><ofd:Content><ofd:Layer ID="1">{objects}</ofd:Layer></ofd:Content></ofd:Page>'


def text_object(number: int, placed: Placed) -> str:
    """A text object, with the way from each character to the next as programs write it: equal steps in one group."""
    steps = [f"{width_of(character) * placed.size:g}" for character in placed.text[:-1]]
    ways = f"g {len(steps)} {steps[0]}" if len(set(steps)) == 1 else " ".join(steps)
    deltas = f' DeltaX="{ways}"' if steps else ""
    code = f'<ofd:TextCode X="0" Y="{placed.size:g}"{deltas}>{escape(placed.text)}</ofd:TextCode>'
    box = f"{placed.x:g} {placed.y - placed.size:g} {width_of(placed.text) * placed.size:g} {placed.size:g}"
    return f'<ofd:TextObject ID="{number}" Boundary="{box}" Font="3" Size="{placed.size:g}">{code}</ofd:TextObject>'


def width_of(text: str) -> float:
    """The width of characters in heights of one."""
    return len(text) - sum(map(str.isascii, text)) / 2


def _pages(text: str) -> Iterator[list[str]]:
    lines = [line for paragraph in _indented(text.splitlines()) for line in _broken(paragraph)]
    for start in range(0, len(lines), ROWS):
        yield lines[start : start + ROWS]


def _indented(paragraphs: list[str]) -> Iterator[str]:
    """The paragraphs of a text that has no indents as office programs set them: the title in the middle, all others but salutations indented."""
    is_indented = any(paragraph.startswith(INDENT) for paragraph in paragraphs)
    for paragraph in paragraphs:
        if is_indented or "\t" in paragraph or paragraph.endswith("："):
            yield paragraph
        elif paragraph.endswith(("报告", "总结")) and width_of(paragraph) < COLUMNS:
            yield "\u3000" * int((COLUMNS - width_of(paragraph)) / 2) + paragraph
        else:
            yield INDENT + paragraph.lstrip()


def _broken(paragraph: str) -> Iterator[str]:
    """The printed lines of a paragraph: as many characters as fit; a table's row is one line."""
    if "\t" in paragraph:
        yield paragraph
        return
    line = ""
    for character in paragraph.rstrip():
        if width_of(line + character) > COLUMNS and character not in "，。；：、）”》":
            yield line
            line = ""
        line += character
    yield line


def _on_page(lines: list[str]) -> Iterator[Placed]:
    """The cells of each line, in columns as wide as their widest cell, and as small as fits the page."""
    rows = [line.split("\t") for line in lines]
    for index, row in enumerate(rows):
        widths = [max(width_of(other[column]) for other in rows if len(other) == len(row)) + GAP for column in range(len(row))]
        size = min(SIZE, COLUMNS * SIZE / max(sum(widths) - GAP, 1))
        for column, cell in enumerate(row):
            if cell.strip():
                before = sum(widths[:column]) + width_of(cell) - width_of(cell.lstrip())
                yield Placed(cell.strip(), LEFT + before * size, TOP + index * STEP, size)


def _in_characters(page: Iterable[Placed]) -> Iterator[Placed]:
    for placed in page:
        for index, character in enumerate(placed.text):
            yield Placed(character, placed.x + width_of(placed.text[:index]) * placed.size, placed.y, placed.size)
