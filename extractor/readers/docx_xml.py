r"""The XML of an office package: parsing it safely, and the few questions that its readers ask of it.

>>> paragraph = parse_xml(b'<w:p xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:jc w:val="center"/><w:b/></w:p>')
>>> paragraph.tag == W + "p", value_of(paragraph, "jc"), is_on(paragraph.find(W + "b"))
(True, 'center', True)
"""

from collections.abc import Iterator
from typing import Any, Protocol, cast

from extractor.errors import ReadError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VAL = W + "val"

# ISO 29500 strict has names of its own for the same things.
_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
)
_OFF = frozenset({"0", "false", "off", "none"})


class Element(Protocol):
    """What is used of an lxml element; comments and processing instructions are none."""

    tag: str
    text: str | None

    def __iter__(self) -> Iterator["Element"]:
        """Its children."""
        ...

    def get(self, key: str) -> str | None:
        """An attribute."""
        ...

    def find(self, path: str) -> "Element | None":
        """The first child of a name."""
        ...

    def iter(self, *tags: str) -> Iterator["Element"]:
        """It and all within it that have one of the names."""
        ...


def parse_xml(data: bytes) -> Element:
    """The root of an XML part, strict names made the usual ones. Raises ReadError where it is damaged or declares entities.

    >>> parse_xml(b'<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]><w>&a;</w>')
    Traceback (most recent call last):
    extractor.errors.ReadError: a document type in its XML, which no office program writes
    """
    from lxml import etree

    if _STRICT in data:
        for strict, transitional in _TRANSITIONAL:
            data = data.replace(strict, transitional)
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        root: Any = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError("its XML is damaged") from error
    if root.getroottree().docinfo.doctype:
        raise ReadError("a document type in its XML, which no office program writes")
    return cast(Element, root)


def value_of(parent: Element | None, name: str) -> str | None:
    """The ``w:val`` of the first child of that name in the main namespace."""
    child = parent.find(W + name) if parent is not None else None
    return child.get(VAL) if child is not None else None


def number_of(parent: Element | None, name: str) -> int | None:
    """The ``w:val`` of the first child of that name, where it is a whole number."""
    return parse_number(value_of(parent, name))


def parse_number(text: str | None) -> int | None:
    """A whole number as XML writes it; None where it is none, or one of more than nine digits.

    >>> parse_number("-12"), parse_number("12.0"), parse_number("9" * 5000)
    (-12, None, None)
    """
    bare = (text or "").strip()
    digits = bare.removeprefix("-")
    return int(bare) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None


def is_on(switch: Element | None) -> bool:
    """Whether a property that is on or off is there and on."""
    return switch is not None and (switch.get(VAL) or "1").lower() not in _OFF
