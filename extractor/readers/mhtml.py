"""Web archives (.mht, .mhtml): a page with its frames and pictures in one file, as browsers and Word save it.

Of the pages in an archive the one with the most text is read: the report may stand in a frame.

>>> archive = b'MIME-Version: 1.0\\nContent-Type: multipart/related; boundary="b"\\n\\n--b\\nContent-Type: text/html\\n\\n<p>a</p>\\n--b--'
>>> read(archive, Source()).text
'a'
"""

from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message

from extractor.document import Document, Source
from extractor.errors import EmptyFile, ReadError
from extractor.readers.html import read as read_page

PAGES = frozenset({"text/html", "application/xhtml+xml"})
MOST_PAGES = 50  # of an archive: the rest are frames of frames


def read(data: bytes, source: Source) -> Document:
    """The document in the bytes of an archive. Raises ReadError where no page in it can be read, EmptyFile where none has any text."""
    try:
        parts = list(_pages(message_from_bytes(data)))
    except RecursionError as error:
        raise ReadError("the parts of the archive are nested too deep") from error
    if not parts:
        raise ReadError("no web page in the archive")
    documents = list(_documents(parts[:MOST_PAGES], source))
    if not documents:
        raise EmptyFile("no text in the pages of the archive")
    return max(documents, key=lambda document: len(document.text))


def _pages(message: Message) -> Iterator[bytes]:
    """The bytes of the pages in an archive, in their order."""
    for part in message.walk():
        if part.get_content_type() in PAGES:
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                yield payload


def _documents(parts: list[bytes], source: Source) -> Iterator[Document]:
    """The documents of the pages that have text, a page that cannot be read left out if another one can."""
    errors: list[ReadError] = []
    found = False
    for part in parts:
        try:
            yield read_page(part, source)
            found = True
        except EmptyFile:
            continue
        except ReadError as error:
            errors.append(error)
    if errors and not found:
        raise errors[0]
