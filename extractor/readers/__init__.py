"""Bytes in, :class:`~extractor.document.Document` out. Which format it is, is told by the bytes.

- ``formats``: the list of formats, and how each is recognised
- ``demands``: what the user says over the bytes
- ``opening``: from a path to the documents there; ``archives``: archives as folders
- a file a format: ``text``, ``html``, ``pdf``, ``docx``, …
- ``decoding``, ``frequent``: from bytes to characters

>>> read_bytes("某县２０２２年立案3件。".encode("gb18030")).source.encoding
'gb18030'
"""

from extractor.readers.demands import Demands
from extractor.readers.formats import Reader
from extractor.readers.opening import read_bytes, read_documents, read_file

__all__ = ["Demands", "Reader", "read_bytes", "read_documents", "read_file"]
