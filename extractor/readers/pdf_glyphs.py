"""The characters of a PDF page with their places, turned so that most of them are upright.

White space is no glyph: what parts words and columns is the room between characters, since many programs write no blanks, and others
write them where there is no room. Where there is some, a blank that was written tells what it is for.
"""

import ctypes
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import atan2, degrees, hypot
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

import regex

from extractor.layout import Box
from extractor.readers.pdf_frame import Frame

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

OBLIQUE = 15.0  # degrees off the level from which on a character belongs to a watermark
LEVEL = 0.3  # degrees off it that are none
SMALLEST, LARGEST = 1.5, 2_000.0  # points: what is smaller is not meant to be seen, what is larger cannot be
FAINT_LIGHT, FAINT_INK = 150, 140  # of 255: how light a colour is, how little of it is laid on, for a watermark
STROKED = (1, 2, 5, 6)  # the ways to draw characters that make them bolder than their font, of those that fill them too 2 and 6
UNKNOWN = "\ufffd"

# Bold type, and the faces that headings are set in where the text is in another: 黑体 (but not 雅黑 and 细黑, which whole texts are set in), 楷体, 小标宋.
_HEAVY = regex.compile(rb"bold|black|heavy|demi|(?<!ya|xi|icro|zen)hei|(?<!\xe9\x9b\x85|\xe7\xbb\x86)\xe9\xbb\x91|kai|\xe6\xa5\xb7|xbs|biaosong", regex.I)
_DROPPED = regex.compile(r"[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\p{Cc}]")
_UNKNOWN_CODES = (0, 0xFFFE, 0xFFFF)
_HYPHEN = "\x02"  # what pdfium makes of a hyphen that ends a line
_BULLETS = frozenset("\uf06c\uf06e\uf075\uf076\uf077\uf0a7\uf0a8\uf0b2\uf0b7\uf0d8\uf0e8\uf0fc\uf0fe")  # of the fonts Symbol and Wingdings
_LIGATURES = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)


class Glyph(NamedTuple):
    """A character and its place on the page in points: its edges, its base line, the ``size`` of its type.

    ``run`` is the same for what was drawn in one go; ``spaced`` tells whether a blank was written before it.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    faint: bool
    run: int
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class PageGlyphs:
    """The glyphs of a page in its ``frame``; ``turned`` those that stand at a right angle to most, each in a frame of its own.

    ``unknown`` is how many have no character: they are drawn, but the file does not say what they mean.
    """

    frame: Frame
    upright: list[Glyph]
    turned: list[tuple[Frame, list[Glyph]]]
    unknown: int


class _Style(NamedTuple):
    """How the characters of one drawing are set.

    They are turned against the clock by ``quarter`` (0, 90, 180 or 270 degrees, None where they are oblique) and ``tilt`` degrees more.
    """

    quarter: int | None
    tilt: float
    size: float
    bold: bool
    faint: bool


class _Mark(NamedTuple):
    """A character as it is drawn: the ``box`` (left, bottom, right, top) and origin in the space of the drawing."""

    text: str
    style: _Style
    box: Box
    x: float
    y: float
    run: int
    spaced: bool


def find_glyphs(textpage: "PdfTextPage", page: Box, rotation: int = 0) -> PageGlyphs:
    """The glyphs of a page (left, bottom, right, top of its drawing); ``rotation`` is how a page without glyphs is to be turned, in degrees."""
    marks = list(_Marks(textpage))
    quarters = _by_quarter(marks)
    main = max(quarters, key=lambda quarter: len(quarters[quarter]), default=rotation)
    frame = Frame.of(page, main + _tilt(quarters.get(main, [])))
    turned = [_in_frame(Frame.of(page, quarter), found) for quarter, found in quarters.items() if quarter != main]
    unknown = sum(mark.text == UNKNOWN for mark in marks)
    return PageGlyphs(frame, _in_frame(frame, quarters.get(main, []))[1], turned, unknown)


def _by_quarter(marks: list[_Mark]) -> Mapping[int, list[_Mark]]:
    """The marks by the right angle that they stand at; those that stand at none are left out."""
    quarters: dict[int, list[_Mark]] = defaultdict(list)
    for mark in marks:
        if mark.style.quarter is not None:
            quarters[mark.style.quarter].append(mark)
    return quarters


def _tilt(marks: list[_Mark]) -> float:
    """How many degrees the text of a page is off its right angle, as in a scan laid askew."""
    tilt = median(mark.style.tilt for mark in marks) if marks else 0.0
    return tilt if abs(tilt) > LEVEL else 0.0


def _in_frame(frame: Frame, marks: list[_Mark]) -> tuple[Frame, list[Glyph]]:
    """The marks that stand on the page, as glyphs."""
    place = _upright_glyph if frame.cosine == 1 else _glyph
    width, height = frame.size
    glyphs = [place(frame, mark) for mark in marks]
    return frame, [
        glyph for glyph in glyphs if 0 <= glyph.right < 2 * width and -width < glyph.left <= width and 0 <= glyph.baseline <= height + glyph.size / 2
    ]


def _glyph(frame: Frame, mark: _Mark) -> Glyph:
    left, _, right, _ = frame.box(mark.box)
    style = mark.style
    return Glyph(mark.text, left, right, frame.place(mark.x, mark.y)[1], style.size, style.bold, style.faint, mark.run, mark.spaced)


def _upright_glyph(frame: Frame, mark: _Mark) -> Glyph:
    """The same for a page as it most often is, in less time."""
    text, style, (left, _, right, _), _, y, run, spaced = mark
    return Glyph(text, left - frame.left, right - frame.left, frame.top - y, style.size, style.bold, style.faint, run, spaced)


class _Marks:
    """The marks of a page, read one by one by way of the library's C functions, whose results are kept in the same few variables."""

    def __init__(self, textpage: "PdfTextPage") -> None:
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self._raw = textpage.raw
        self._count = textpage.count_chars()
        self._styles: dict[int, _Style] = {}

    def __iter__(self) -> Iterator[_Mark]:
        pdfium, raw, styles = self._pdfium, self._raw, self._styles
        box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        drawing_of, box_of, origin_of = pdfium.FPDFText_GetTextObject, pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetCharOrigin
        for index, text, spaced in self._characters():
            drawing = drawing_of(raw, index)
            if not drawing:
                continue
            run = ctypes.addressof(drawing.contents)
            style = styles.get(run) or styles.setdefault(run, self._style(index, drawing))
            if SMALLEST <= style.size <= LARGEST:
                box_of(raw, index, box)
                origin_of(raw, index, x, y)
                yield _Mark(text, style, (box.left, box.bottom, box.right, box.top), x.value, y.value, run, spaced)

    def _characters(self) -> Iterator[tuple[int, str, bool]]:
        """The characters that are seen, each with its number in the page, and whether a blank was written before it."""
        high, spaced, code_of, raw = 0, False, self._pdfium.FPDFText_GetUnicode, self._raw
        for index in range(self._count):
            code = code_of(raw, index)
            if code in _HIGH:
                high = code
                continue
            if 0x20 < code < 0x7F or 0x4E00 <= code < 0xA000:
                text = chr(code)
            else:
                text = self._known(index, 0x10000 + (high - _HIGH.start) * 0x400 + code - _LOW.start if code in _LOW and high else code)
                high = 0
            if text and not text.isspace():
                yield index, text, spaced
            spaced = text.isspace()

    def _known(self, index: int, code: int) -> str:
        """The character of a code as it is to be written; empty for what is none and for blanks that the library made up."""
        if code in _UNKNOWN_CODES or code in _LOW:
            return "" if self._is_made_up(index) else UNKNOWN
        text = _written(chr(code))
        return "" if text.isspace() and self._is_made_up(index) else text

    def _is_made_up(self, index: int) -> bool:
        return bool(self._pdfium.FPDFText_IsGenerated(self._raw, index))

    def _style(self, index: int, drawing: object) -> _Style:
        pdfium = self._pdfium
        matrix, size = pdfium.FS_MATRIX(), ctypes.c_float()
        pdfium.FPDFText_GetMatrix(self._raw, index, matrix)
        pdfium.FPDFTextObj_GetFontSize(drawing, size)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(drawing)
        angle = degrees(atan2(matrix.b, matrix.a))
        tilt = (angle + 45) % 90 - 45
        return _Style(
            round(angle - tilt) % 360 if abs(tilt) <= OBLIQUE else None,
            tilt,
            abs(size.value) * hypot(matrix.c, matrix.d),
            mode in STROKED or self._is_heavy(index),
            self._is_faint(drawing),
        )

    def _is_heavy(self, index: int) -> bool:
        name, flags = ctypes.create_string_buffer(200), ctypes.c_int()
        self._pdfium.FPDFText_GetFontInfo(self._raw, index, name, 200, flags)
        return _HEAVY.search(name.value) is not None or bool(flags.value & 1 << 18)

    def _is_faint(self, drawing: object) -> bool:
        red, green, blue, ink = (ctypes.c_uint() for _ in range(4))
        if not self._pdfium.FPDFPageObj_GetFillColor(drawing, red, green, blue, ink):
            return False
        light = 0.3 * red.value + 0.59 * green.value + 0.11 * blue.value
        return light >= FAINT_LIGHT or ink.value <= FAINT_INK


def _written(character: str) -> str:
    if character in _BULLETS:
        return "•"
    if character == _HYPHEN:
        return "-"
    if character.isspace():
        return " "
    return "" if _DROPPED.match(character) else _LIGATURES.get(character, character)
