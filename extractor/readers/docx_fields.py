r"""Fields of a Word text: instructions between marks, and behind them the result that Word computed last.

Marks whose partners are missing are no fields: what stands behind them is text.

>>> instruction(r" PAGE  \* MERGEFORMAT ").kind.name, instruction(r"EQ \o\ac(○,3)").text, instruction(r'HYPERLINK "http://a.cn"').kind.name
('PAGE', '③', 'RESULT')
"""

from dataclasses import dataclass, field
from enum import Enum, auto

import regex

from extractor.readers.docx_numerals import number_text
from extractor.readers.docx_xml import Element, W

LONGEST_CODE = 300  # characters of an instruction that are looked at

FIELD_MARK, FIELD_CODE = W + "fldChar", W + "instrText"
_DELETED_CODE, _MARK_TYPE = W + "delInstrText", W + "fldCharType"


class Kind(Enum):
    """What becomes of a field."""

    RESULT = auto()  # its result is text
    PAGE = auto()  # the number of a page, which is no text
    CONTENTS = auto()  # a table of contents
    FORMULA = auto()  # drawn from its instruction, without a result


class Part(Enum):
    """Where in a field a mark stands."""

    BEGIN = "begin"
    RESULT = "separate"
    END = "end"


@dataclass(frozen=True, slots=True)
class Field:
    """A field, and what it shows where it has no result."""

    kind: Kind
    text: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark, and the field that it belongs to."""

    part: Part
    field: Field


_KINDS = {
    **dict.fromkeys(("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"), Kind.PAGE),
    **dict.fromkeys(("TOC", "INDEX", "TOA"), Kind.CONTENTS),
    "EQ": Kind.FORMULA,
}
_ARGUMENT = r"((?:[^(),;]|\([^()]*\))*)"
_OVERLAID = regex.compile(rf"\\o\s*(?:\\a[a-z]\s*)?\({_ARGUMENT}[,;]{_ARGUMENT}\)", regex.I)
_FRACTION = regex.compile(rf"\\f\s*\({_ARGUMENT}[,;]{_ARGUMENT}\)", regex.I)
_SHIFTED = regex.compile(r"\\s\s*(?:\\[a-z]+\s*\d*\s*)+\(([^()]*)\)", regex.I)
_RINGS = frozenset("○〇◯O")


def instruction(code: str) -> Field:
    """The field of an instruction."""
    name, _, rest = code.strip()[:LONGEST_CODE].partition(" ")
    kind = _KINDS.get(name.upper(), Kind.RESULT)
    return Field(kind, _drawn(rest) if kind is Kind.FORMULA else "")


def find_marks(story: Element) -> dict[Element, Mark]:
    """The marks of all whole fields within an element."""
    marks: dict[Element, Mark] = {}
    waiting: list[_Waiting] = []
    for element in story.iter(FIELD_MARK, FIELD_CODE, _DELETED_CODE):
        part = element.get(_MARK_TYPE)
        if element.tag != FIELD_MARK:
            if waiting and waiting[-1].result is None:
                waiting[-1].code.append(element.text or "")
        elif part == Part.BEGIN.value:
            waiting.append(_Waiting(element))
        elif part == Part.RESULT.value and waiting:
            waiting[-1].result = element
        elif part == Part.END.value and waiting:
            marks.update(waiting.pop().marks(element))
    return marks


@dataclass(slots=True)
class _Waiting:
    """A field whose end has not come yet."""

    begin: Element
    result: Element | None = None
    code: list[str] = field(default_factory=list)

    def marks(self, end: Element) -> dict[Element, Mark]:
        found = instruction("".join(self.code))
        marks = {self.begin: Mark(Part.BEGIN, found), end: Mark(Part.END, found)}
        if self.result is not None:
            marks[self.result] = Mark(Part.RESULT, found)
        return marks


def _drawn(code: str) -> str:
    """What a formula shows: a character in a ring, one with its reading above, a fraction."""
    overlaid, fraction = _OVERLAID.search(code), _FRACTION.search(code)
    if overlaid:
        first, second = overlaid[1].strip(), _SHIFTED.sub(r"\1", overlaid[2]).strip()
        return _ringed(second) if first in _RINGS else second
    return f"{fraction[1].strip()}/{fraction[2].strip()}" if fraction else ""


def _ringed(text: str) -> str:
    is_short_number = text.isascii() and text.isdigit() and len(text) < 3
    return number_text(int(text), "decimalEnclosedCircle") if is_short_number else text
