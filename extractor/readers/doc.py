"""Word 97 to 2003 documents, which WPS writes too (.doc, .dot, .wps): they are turned into the newer format, and read as that.

>>> read(b"\\xd0\\xcf\\x11\\xe0\\xa1\\xb1\\x1a\\xe1" + bytes(600), Source())
Traceback (most recent call last):
extractor.errors.ReadError: a Word document that is damaged, truncated or older than Word 97
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from extractor.document import Document, Source
from extractor.errors import ReadError
from extractor.readers import docx


def read(data: bytes, source: Source) -> Document:
    """The document in the bytes of such a file. Raises ReadError where it is damaged, protected or older, EmptyFile where no text is in it."""
    return docx.read(_as_docx(data), source)


def _as_docx(data: bytes) -> bytes:
    """The same document in the newer format; the library that makes it works on files only."""
    from doc2docx import convert
    from doc2docx.errors import EncryptedDocumentError

    with TemporaryDirectory() as folder:
        old, new = Path(folder, "old.doc"), Path(folder, "new.docx")
        old.write_bytes(data)
        try:
            convert(old, new)
        except EncryptedDocumentError as error:
            raise ReadError("protected by a password") from error
        except Exception as error:  # whatever a parser of damaged binary structures stumbles over
            raise ReadError("a Word document that is damaged, truncated or older than Word 97") from error
        return new.read_bytes()
