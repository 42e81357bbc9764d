"""What a user says of files, over what their bytes say.

>>> Demands(encoding="gb18030").kind is None
True
"""

import codecs
from dataclasses import dataclass

from extractor.errors import ReadError
from extractor.readers.formats import FORMATS, Format, format_of


@dataclass(frozen=True, slots=True)
class Demands:
    """The ``encoding`` of all text and the ``kind`` of all files (the key of a format); None where the bytes tell."""

    encoding: str | None = None
    kind: str | None = None

    def format_of(self, data: bytes) -> Format:
        """The format that bytes are to be read as."""
        return format_of(data) if self.kind is None else next(known for known in FORMATS if known.key == self.kind)


def check_encoding(name: str) -> str:
    """Python's own name of an encoding of text. Raises ReadError where it knows none of that name.

    >>> check_encoding("GBK"), check_encoding("UTF8")
    ('gbk', 'utf-8')
    """
    try:
        found = codecs.lookup(name)
    except LookupError as error:
        raise ReadError(f"{name} is no encoding that is known here; gb18030, utf-8, big5 and utf-16 are some") from error
    return found.name
