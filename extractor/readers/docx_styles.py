"""How paragraphs and characters look: what is said on the spot, in their styles, in the styles that those are based on.

>>> from extractor.readers.docx_xml import parse_xml
>>> styles = Styles(parse_xml(b'''<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
... <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>
... <w:style w:type="paragraph" w:styleId="a"><w:name w:val="Chapter"/><w:basedOn w:val="1"/></w:style></w:styles>'''))
>>> look = styles.style("a")
>>> look.names, look.level, look.characters.bold
(('chapter', 'heading 1'), 1, True)
"""

from dataclasses import dataclass, replace

import regex

from extractor.readers.docx_numbering import NO_LIST
from extractor.readers.docx_xml import Element, W, is_on, number_of, parse_number, value_of

BODY_LEVEL = 9  # the outline level, counted from 0, of what is no heading
LONGEST_CHAIN = 40  # styles based on each other; Word stops at eleven

_HEADING = regex.compile(r"(?:heading|标题|標題) ?(?P<level>[1-9])")


@dataclass(frozen=True, slots=True)
class Characters:
    """How characters look; None where it is not said. ``font`` is that of Chinese ones, ``symbols`` that of Latin ones."""

    bold: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    font: str | None = None
    symbols: str | None = None

    def over(self, base: "Characters") -> "Characters":
        """These, and where they say nothing the base."""
        return Characters(
            bold=base.bold if self.bold is None else self.bold,
            hidden=base.hidden if self.hidden is None else self.hidden,
            raised=base.raised if self.raised is None else self.raised,
            font=self.font or base.font,
            symbols=self.symbols or base.symbols,
        )


UNSAID = Characters()


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks.

    ``names`` are those of its styles from its own down to the base, in small letters; ``level`` is the outline level from 1, None for
    body text; then come the list that it stands in, its level there, and the styles that put it there.
    """

    names: tuple[str, ...] = ()
    level: int | None = None
    is_centred: bool | None = None
    list_number: str | None = None
    list_level: int | None = None
    list_styles: tuple[str, ...] = ()
    characters: Characters = UNSAID


class Styles:
    """The styles of a document, by number and resolved when they are asked for."""

    def __init__(self, root: Element | None) -> None:
        entries = [entry for entry in root if entry.tag == W + "style"] if root is not None else []
        self._entries = {entry.get(W + "styleId") or "": entry for entry in entries}
        self._defaults = {entry.get(W + "type"): entry.get(W + "styleId") or "" for entry in entries if entry.get(W + "default") in ("1", "true", "on")}
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if root is not None else None
        self._base = Look(characters=characters_of(defaults))
        self._known: dict[str, Look] = {}

    def style(self, number: str | None) -> Look:
        """The look of a paragraph or character style; that of plain paragraphs where there is none of that number."""
        number = number if number in self._entries else self._defaults.get("paragraph", "")
        if number not in self._known:
            look = self._base
            for ancestor in reversed(self._chain(number)):
                look = _over(ancestor, self._entries[ancestor], look)
            self._known[number] = look
        return self._known[number]

    def paragraph(self, properties: Element | None) -> Look:
        """The look of a paragraph with such ``w:pPr``."""
        look = self.style(value_of(properties, "pStyle"))
        return _with_properties(look, properties) if properties is not None else look

    def run(self, properties: Element, paragraph: Characters) -> Characters:
        """The look of a run with such ``w:rPr`` in a paragraph whose characters look so.

        A character style that makes bold turns a bold paragraph style off: both are switches.
        """
        number = value_of(properties, "rStyle")
        if number in self._entries:
            style = self._own_characters(number)
            paragraph = replace(style.over(paragraph), bold=bool(paragraph.bold) != bool(style.bold), hidden=bool(paragraph.hidden) != bool(style.hidden))
        return characters_of(properties).over(paragraph)

    def _own_characters(self, number: str) -> Characters:
        """What a character style and those it is based on say, without the defaults."""
        own = Characters()
        for ancestor in self._chain(number):
            own = own.over(characters_of(self._entries[ancestor].find(W + "rPr")))
        return own

    def _chain(self, number: str) -> list[str]:
        """The styles from one down to the base."""
        chain: list[str] = []
        while number in self._entries and number not in chain and len(chain) < LONGEST_CHAIN:
            chain.append(number)
            number = value_of(self._entries[number], "basedOn") or ""
        return chain


def characters_of(properties: Element | None) -> Characters:
    """What a ``w:rPr`` says itself."""
    if properties is None:
        return Characters()
    bold = hidden = raised = font = symbols = None
    for child in properties:
        if child.tag == _BOLD:
            bold = is_on(child)
        elif child.tag == _FONTS:
            font, symbols = child.get(_EAST_ASIAN), child.get(_LATIN)
        elif child.tag == _HIDDEN:
            hidden = is_on(child)
        elif child.tag == _RAISED:
            raised = child.get(W + "val") == "superscript"
    return Characters(bold, hidden, raised, font, symbols)


_BOLD, _FONTS, _HIDDEN, _RAISED = W + "b", W + "rFonts", W + "vanish", W + "vertAlign"
_EAST_ASIAN, _LATIN = W + "eastAsia", W + "ascii"


def _over(number: str, entry: Element, base: Look) -> Look:
    """A style's look over that of the style it is based on."""
    name = (value_of(entry, "name") or number).lower()
    named = _HEADING.fullmatch(name)
    look = replace(base, names=(name, *base.names), level=int(named["level"]) if named else base.level)
    properties = entry.find(W + "pPr")
    if properties is not None:
        look = _with_properties(look, properties)
    if look.list_number is not None:
        look = replace(look, list_styles=(number, *look.list_styles))
    return replace(look, characters=characters_of(entry.find(W + "rPr")).over(base.characters))


def _with_properties(look: Look, properties: Element) -> Look:
    """A look with what a ``w:pPr`` says."""
    outline = number_of(properties, "outlineLvl")
    if outline is not None:
        look = replace(look, level=outline + 1 if 0 <= outline < BODY_LEVEL else None)
    adjusted = value_of(properties, "jc")
    if adjusted is not None:
        look = replace(look, is_centred=adjusted == "center")
    place = properties.find(W + "numPr")
    return _in_list(look, place) if place is not None else look


def _in_list(look: Look, place: Element) -> Look:
    list_number, level = value_of(place, "numId"), parse_number(value_of(place, "ilvl"))
    if list_number == NO_LIST:
        return replace(look, list_number=None, list_level=None, list_styles=())
    return replace(
        look,
        list_number=list_number or look.list_number,
        list_level=look.list_level if level is None else level,
        list_styles=() if list_number else look.list_styles,
    )
