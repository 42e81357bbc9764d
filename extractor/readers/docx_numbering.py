"""The numbers that Word puts before paragraphs by itself, resolved into text.

A paragraph names a list (``numId``) and a level in it. The list points to a definition (``abstractNum``), whose levels say how they
count and look. Lists that share a definition count on where the other stopped, unless they say where to start.

>>> from extractor.readers.docx_xml import parse_xml
>>> numbering = Numbering(parse_xml(b'''<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
... <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum>
... <w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>'''))
>>> [labelled(numbering.next_label(Place("5", 0)), text) for text in ("力量不足", "宣传不够")]
['(二)力量不足', '(三)宣传不够']
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import regex

from extractor.readers.docx_numerals import number_text
from extractor.readers.docx_xml import VAL, Element, W, is_on, number_of, parse_number, value_of

NO_LIST = "0"  # the list that takes a paragraph out of the one of its style
DEEPEST = 8  # level, counted from 0

_COUNTED = regex.compile(r"%([1-9])")
_HAN = regex.compile(r"\p{Han}")
# What needs no blank behind it; where digits or letters come after digits or a dot, all do.
_CLOSED = regex.compile(r"[、，．。：；.,:;）)〕】」①-⒛㈠-㈩]$")
_OPEN_NUMBER = regex.compile(r"[0-9A-Za-z.]$")


class Place(NamedTuple):
    """A place in a list: its number as the file has it, and the level from 0."""

    list_number: str
    level: int


@dataclass(frozen=True, slots=True)
class Level:
    """How a level counts and looks: ``restart`` is the last level, counted from 1, behind which it starts anew; 0 for none."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int = DEEPEST + 1
    is_legal: bool = False
    style: str | None = None


@dataclass(frozen=True, slots=True)
class _List:
    """A list: which definition it has, its levels by number, and those that it starts anew itself, with the number they start from."""

    definition: str
    levels: dict[int, Level]
    starts: dict[int, int]

    def start(self, level: int) -> int:
        return self.starts.get(level, self.levels.get(level, Level()).start)


class Numbering:
    """The lists of a document; each call of ``next_label`` counts one paragraph, so they come in the order of the text."""

    def __init__(self, root: Element | None) -> None:
        entries = list(root) if root is not None else []
        self._entries = {entry.get(W + "numId") or "": entry for entry in entries if entry.tag == W + "num"}
        self._definitions = {entry.get(W + "abstractNumId") or "": entry for entry in entries if entry.tag == W + "abstractNum"}
        self._by_style = {style: number for number, entry in self._definitions.items() if (style := value_of(entry, "styleLink"))}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[Place] = set()

    def level_of_style(self, list_number: str, style: str) -> int | None:
        """The level of a list that is bound to a paragraph style."""
        found = self._list(list_number)
        return next((index for index, level in found.levels.items() if level.style == style), None) if found else None

    def next_label(self, place: Place) -> str:
        """The number of the next paragraph at that place as it is shown; empty where none is: for bullets and unknown lists."""
        found = self._list(place.list_number)
        level = found.levels.get(place.level) if found else None
        if found is None or level is None:
            return ""
        counts = self._counts.setdefault(found.definition, {})
        self._count(found, place, counts)
        return _shown(found, place.level, counts)

    def _count(self, found: _List, place: Place, counts: dict[int, int]) -> None:
        starts_anew = place.level in found.starts and place not in self._begun
        self._begun.add(place)
        is_first = starts_anew or place.level not in counts
        counts[place.level] = found.start(place.level) if is_first else counts[place.level] + 1
        for deeper in [index for index in counts if index > place.level]:
            if place.level < found.levels.get(deeper, Level()).restart:
                del counts[deeper]

    def _list(self, number: str) -> _List | None:
        if number not in self._lists:
            self._lists[number] = self._read_list(number)
        return self._lists[number]

    def _read_list(self, number: str) -> _List | None:
        entry = self._entries.get(number)
        definition = value_of(entry, "abstractNumId") or ""
        linked = value_of(self._definitions.get(definition), "numStyleLink")
        definition = self._by_style.get(linked or "", definition)
        if entry is None or definition not in self._definitions:
            return None
        overrides = list(_by_level(entry, "lvlOverride"))
        own = [(index, level) for index, override in overrides if (level := override.find(W + "lvl")) is not None]
        levels = {index: _level(level) for index, level in [*_by_level(self._definitions[definition], "lvl"), *own]}
        starts = {index: start for index, override in overrides if (start := number_of(override, "startOverride")) is not None}
        return _List(definition, levels, starts)


def labelled(label: str, text: str) -> str:
    """A paragraph behind its number, parted by a blank where they would run into each other.

    >>> labelled("1.", "压减时限"), labelled("1.", "2022年"), labelled("第一章", "总则")
    ('1.压减时限', '1. 2022年', '第一章 总则')
    """
    runs_on = _OPEN_NUMBER.search(label) and text[:1].isascii()
    return f"{label}{'' if not text or _CLOSED.search(label) and not runs_on else ' '}{text}" if label else text


def _by_level(parent: Element, name: str) -> Iterator[tuple[int, Element]]:
    """The children of that name that belong to a level, with its number."""
    for child in parent:
        index = parse_number(child.get(W + "ilvl")) if child.tag == W + name else None
        if index is not None and 0 <= index <= DEEPEST:
            yield index, child


def _level(element: Element) -> Level:
    start, restart = number_of(element, "start"), number_of(element, "lvlRestart")
    return Level(
        start=1 if start is None else start,
        form=_form(element),
        text=value_of(element, "lvlText") or "",
        restart=DEEPEST + 1 if restart is None else restart,
        is_legal=is_on(element.find(W + "isLgl")),
        style=value_of(element, "pStyle"),
    )


def _form(level: Element) -> str:
    """The form of a level's number; a form of a newer Word stands beside one for older programs, which comes last."""
    forms = [form.get(VAL) for form in level.iter(W + "numFmt")]
    return next((form for form in reversed(forms) if form and form != "custom"), "decimal")


def _shown(found: _List, index: int, counts: dict[int, int]) -> str:
    """The label of the paragraph that was counted last, at that level; a level whose text asks for a deeper one has none."""
    level = found.levels[index]
    if level.form == "bullet":
        return level.text.strip() if _HAN.search(level.text) else ""
    if any(int(asked) - 1 > index for asked in _COUNTED.findall(level.text)):
        return ""

    def number(match: regex.Match[str]) -> str:
        asked = int(match[1]) - 1
        form = found.levels.get(asked, Level()).form
        if form in ("none", "bullet"):
            return ""
        return number_text(counts.get(asked, found.start(asked)), "decimal" if level.is_legal else form)

    return _COUNTED.sub(number, level.text).strip()
