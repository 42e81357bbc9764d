r"""The characters of a paragraph, as they are shown: changes accepted, hidden text out, fields as their results.

Text boxes and notes that are anchored in it are no part of its sentence: they are handed on.

>>> from extractor.readers.docx_xml import parse_xml
>>> paragraph = parse_xml(b'''<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:r><w:t>18</w:t></w:r>
... <w:del><w:r><w:delText>7</w:delText></w:r></w:del><w:ins><w:r><w:rPr><w:b/></w:rPr><w:t>6</w:t></w:r></w:ins><w:r><w:br/><w:t>cases</w:t></w:r></w:p>''')
>>> from extractor.readers.docx_styles import Styles
>>> [piece.text for piece in read_runs(paragraph, Characters(), Story(Styles(None))).pieces]
['18', '6', '\n', 'cases']
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

import regex

from extractor.readers.docx_fields import FIELD_CODE, FIELD_MARK, Kind, instruction
from extractor.readers.docx_story import Story
from extractor.readers.docx_styles import Characters
from extractor.readers.docx_symbols import symbol, without_private
from extractor.readers.docx_xml import MC, Element, M, W, is_on

TEXT_BOX = W + "txbxContent"
NOTE_REFERENCES = (W + "footnoteReference", W + "endnoteReference")

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS = regex.compile(r"[\t\r\n]")
_OBJECT = "\ufffc"  # stands in the text for a drawing
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ON = frozenset({"1", "true", "on"})


class Piece(NamedTuple):
    """Characters of one look; ``font`` is that of Chinese ones, empty where it is not known."""

    text: str
    is_bold: bool = False
    font: str = ""


@dataclass(slots=True)
class Runs:
    """The pieces of a paragraph, the text boxes in it (as elements, or as the text of an ornamental line), whether it is of a table of contents."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element | str] = field(default_factory=list)
    in_contents: bool = False


def read_runs(paragraph: Element, characters: Characters, story: Story) -> Runs:
    """What a paragraph shows, whose characters look so where they say nothing else."""
    reading = _Reading(story)
    reading.visit_children(paragraph, characters)
    return reading.runs


def is_placeholder(control: Element) -> bool:
    """Whether a content control (``w:sdt``) shows only the request to fill it in."""
    properties = control.find(W + "sdtPr")
    return properties is not None and is_on(properties.find(W + "showingPlcHdr"))


def chosen(alternatives: Element) -> Element | None:
    """The one of the alternatives (``mc:AlternateContent``) that is read: the newest, or that with a text box."""
    ways = [way for way in alternatives if way.tag in (MC + "Choice", MC + "Fallback")]
    with_box = (way for way in ways if next(way.iter(TEXT_BOX), None) is not None)
    return next(with_box, ways[0] if ways else None)


class _Reading:
    """One paragraph as it is walked through."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._skips_rest = False
        self.runs = Runs()

    def visit_children(self, element: Element, characters: Characters) -> None:
        for child in element:
            handler = _HANDLERS.get(child.tag)
            if handler:
                handler(self, child, characters)
            else:
                self.visit_children(child, characters)

    def run(self, run: Element, characters: Characters) -> None:
        properties = run.find(_RUN_PROPERTIES)
        if properties is not None:
            characters = self._story.styles.run(properties, characters)
        self._skips_rest = False
        if characters.hidden:
            self.marks_only(run, characters)
        else:
            self.visit_children(run, characters)

    def marks_only(self, element: Element, _: Characters) -> None:
        for mark in element.iter(FIELD_MARK):
            self._story.pass_mark(mark)

    def change(self, element: Element, characters: Characters) -> None:
        """What was taken out, or moved away."""
        self._story.has_changes = True
        self.marks_only(element, characters)

    def insertion(self, element: Element, characters: Characters) -> None:
        self._story.has_changes = True
        self.visit_children(element, characters)

    def text(self, element: Element, characters: Characters) -> None:
        text = element.text or ""
        if element.get(_XML_SPACE) != "preserve":
            text = text.strip(" \t\r\n")
        self.write(without_private(_BREAKS.sub(" ", text).replace(_OBJECT, ""), characters.symbols), characters)

    def symbol(self, element: Element, characters: Characters) -> None:
        self.write(symbol(element.get(W + "char"), element.get(W + "font")), characters)

    def write(self, text: str, characters: Characters) -> None:
        if not text or self._skips_rest or self._story.is_silent:
            return
        if self._story.is_contents:
            self.runs.in_contents = True
        shown = text.translate(_RAISED) if characters.raised else text
        self.runs.pieces.append(Piece(shown, bool(characters.bold), characters.font or ""))

    def field_mark(self, element: Element, characters: Characters) -> None:
        self.write(self._story.pass_mark(element), characters)

    def simple_field(self, element: Element, characters: Characters) -> None:
        found = instruction(element.get(W + "instr") or "")
        self.runs.in_contents |= found.kind is Kind.CONTENTS
        if found.kind is not Kind.PAGE:
            self.visit_children(element, characters)

    def note(self, element: Element, _: Characters) -> None:
        """The mark of a note; one that was typed follows it in the same run."""
        self._story.notes.append((element.tag, element.get(W + "id") or ""))
        self._skips_rest = (element.get(W + "customMarkFollows") or "") in _ON

    def control(self, element: Element, characters: Characters) -> None:
        content = element.find(W + "sdtContent")
        if content is not None:
            visit = self.marks_only if is_placeholder(element) else self.visit_children
            visit(content, characters)

    def alternatives(self, element: Element, characters: Characters) -> None:
        way = chosen(element)
        if way is not None:
            self.visit_children(way, characters)

    def box(self, element: Element, _: Characters) -> None:
        self.runs.boxes.append(element)

    def ornament(self, element: Element, _: Characters) -> None:
        self.runs.boxes.append(element.get("string") or "")

    def ruby(self, element: Element, characters: Characters) -> None:
        base = element.find(W + "rubyBase")
        if base is not None:
            self.visit_children(base, characters)

    def fraction(self, element: Element, characters: Characters) -> None:
        for index, part in enumerate(part for part in element if part.tag in (M + "num", M + "den")):
            if index:
                self.write("/", characters)
            self.visit_children(part, characters)

    def drawing(self, _: Element, __: Characters) -> None:
        self._story.unread += 1

    def skip(self, _: Element, __: Characters) -> None:
        pass


_RUN_PROPERTIES = W + "rPr"
_Handler = Callable[[_Reading, Element, Characters], None]


def _writes(text: str) -> _Handler:
    return lambda reading, _, characters: reading.write(text, characters)


# What is not named here is looked into: hyperlinks, smart tags, marks of direction, whatever a newer Word wraps text in.
_HANDLERS: dict[str, _Handler] = {
    W + "r": _Reading.run,
    M + "r": _Reading.run,
    W + "t": _Reading.text,
    M + "t": _Reading.text,
    W + "tab": _writes("\t"),
    W + "ptab": _writes("\t"),
    W + "br": _writes("\n"),
    W + "cr": _writes("\n"),
    W + "noBreakHyphen": _writes("-"),
    W + "sym": _Reading.symbol,
    W + "del": _Reading.change,
    W + "moveFrom": _Reading.change,
    W + "ins": _Reading.insertion,
    W + "moveTo": _Reading.insertion,
    FIELD_MARK: _Reading.field_mark,
    W + "fldSimple": _Reading.simple_field,
    **dict.fromkeys(NOTE_REFERENCES, _Reading.note),
    W + "sdt": _Reading.control,
    MC + "AlternateContent": _Reading.alternatives,
    TEXT_BOX: _Reading.box,
    "{urn:schemas-microsoft-com:vml}textpath": _Reading.ornament,
    W + "ruby": _Reading.ruby,
    M + "f": _Reading.fraction,
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart": _Reading.drawing,
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds": _Reading.drawing,
    **dict.fromkeys((W + "pPr", W + "rPr", M + "rPr", FIELD_CODE, W + "delInstrText", W + "delText"), _Reading.skip),
}
