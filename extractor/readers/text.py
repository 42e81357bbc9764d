r"""Plain text: the decoded file is the document's text, line ends untouched.

>>> read("甲\r\n乙".encode("utf-16"), Source()).text
'甲\r\n乙'
"""

from dataclasses import replace
from hashlib import sha256

import regex

from extractor.document import Document, Source
from extractor.errors import EmptyFile, ReadError
from extractor.readers.decoding import decode

MOST_CONTROLS = 0.02  # share of control characters from which on a text is none
_CONTROL = regex.compile(r"[\x01-\x08\x0e-\x19\x1b-\x1f\x7f\x80-\x84\x86-\x9f]")


def read(data: bytes, source: Source) -> Document:
    """The document in the bytes of a plain text; its source says with what they were decoded."""
    decoded = decode(data, source.encoding)
    _check_text(decoded.text)
    return Document.of(decoded.text, replace(source, encoding=decoded.encoding), decoded.notices)


def document_of(text: str, name: str = "-") -> Document:
    """The document of a text that is characters already, whatever they are; the hash is that of its UTF-8.

    >>> document_of("立案3件。", name="a").source.name
    'a'
    """
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        raise ReadError(f"half a surrogate pair at {error.start}") from error
    return Document.of(text, Source(name=name, path=name, sha256=sha256(data).hexdigest()))


def _check_text(text: str) -> None:
    """Raises where the characters are none that a person would read."""
    if not text.strip("\ufeff\x1a").strip():
        raise EmptyFile("nothing in it but white space")
    if "\0" in text:
        raise ReadError("NUL characters in it, as binary files have")
    if len(_CONTROL.findall(text)) > MOST_CONTROLS * len(text):
        raise ReadError("control characters in it, as binary files have")
