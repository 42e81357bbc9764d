"""Text out as bytes, in the encoding that is asked for.

>>> b"".join(encoded(["罚"], "gb18030")), b"".join(encoded(["a", "b"], "utf-16-le"))
(b'\\xb7\\xa3', b'a\\x00b\\x00')
"""

from codecs import getincrementalencoder
from collections.abc import Iterable, Iterator

from extractor.writers.errors import WishError

# Excel knows UTF-8 by its mark; programs at the other end of a pipe would take it for a character.
FOR_SPREADSHEETS = "utf-8-sig"


def encoded(pieces: Iterable[str], encoding: str) -> Iterator[bytes]:
    """The pieces in an encoding, its mark only in front. Raises WishError where the encoding lacks a character."""
    encoder = getincrementalencoder(encoding)()
    for piece in pieces:
        try:
            yield encoder.encode(piece)
        except UnicodeEncodeError as error:
            raise WishError(f"{encoding} has no {piece[error.start]!r}; utf-8 and gb18030 have every character") from error
