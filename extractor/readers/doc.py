"""Word 97 to 2003 documents, which WPS writes too (.doc, .dot, .wps): they are turned into the newer format, and read as that.

>>> read(b"\\xd0\\xcf\\x11\\xe0\\xa1\\xb1\\x1a\\xe1" + bytes(600), Source())
Traceback (most recent call last):
extractor.errors.ReadError: a Word document that is damaged, truncated or older than Word 97
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from extractor.document import Document, Notice, Source
from extractor.errors import ReadError
from extractor.readers import docx

# What the library says it could not keep, as far as it is text or says what text means.
_LOSSES = {
    "MAIN_TEXTBOX_TABLE_MALFORMED": "text boxes",
    "GROUPED_MAIN_TEXTBOXES_DEFERRED": "text boxes",
    "NUMBERING_TABLE_MALFORMED": "automatic numbers",
    "STYLE_TABLE_MALFORMED": "styles",
    "NOTE_REFERENCE_DEFERRED": "notes",
    "MALFORMED_TABLE_FLATTENED": "the cells of tables",
}


def read(data: bytes, source: Source) -> Document:
    """The document in the bytes of such a file. Raises ReadError where it is damaged, protected or older, EmptyFile where no text is in it."""
    newer, complaints = _converted(data)
    document = docx.read(newer, source)
    return replace(document, notices=(*document.notices, *_notices(complaints)))


def _converted(data: bytes) -> tuple[bytes, list[str]]:
    """The same document in the newer format, and the codes of what was noticed; the library that makes it works on files only."""
    try:
        with TemporaryDirectory() as folder:
            old, new = Path(folder, "old.doc"), Path(folder, "new.docx")
            old.write_bytes(data)
            complaints = _convert(old, new)
            return new.read_bytes(), complaints
    except OSError as error:
        raise ReadError("no room for the working files that a Word 97 document needs") from error


def _convert(old: Path, new: Path) -> list[str]:
    from doc2docx import convert
    from doc2docx.errors import EncryptedDocumentError

    try:
        conversion = convert(old, new)
    except EncryptedDocumentError as error:
        raise ReadError("protected by a password") from error
    except Exception as error:  # whatever a parser of damaged binary structures stumbles over
        raise ReadError("a Word document that is damaged, truncated or older than Word 97") from error
    return [diagnostic.code for diagnostic in conversion.report.diagnostics]


def _notices(complaints: Iterable[str]) -> Iterator[Notice]:
    """What of a document is not in its text.

    >>> [notice.message for notice in _notices(["NUMBERING_TABLE_MALFORMED", "CONVERSION_COMPLETE"])]
    ['damaged in it, and not read: automatic numbers']
    """
    lost = dict.fromkeys(_LOSSES[code] for code in complaints if code in _LOSSES)
    if lost:
        yield Notice("partly_read", f"damaged in it, and not read: {', '.join(lost)}")
