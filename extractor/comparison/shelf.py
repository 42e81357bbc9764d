"""Reports that wait to be compared, on disk: of each only what it is found by is held in memory.

>>> with Shelf() as shelf:
...     card = shelf.put(Paper("a.txt", "1", "某县水务局", None, 2021, ()))
...     card.issuer, shelf.take(card).source
('某县水务局', 'a.txt')
"""

import pickle
from tempfile import TemporaryFile
from types import TracebackType
from typing import NamedTuple, Self, cast
from zlib import compress, decompress

from extractor.comparison.figures import Paper

_QUICK = 1


class Card(NamedTuple):
    """What a report is found by, and where it lies."""

    source: str
    sha256: str
    issuer: str | None
    region_code: str | None
    year: int | None
    place: int = 0
    size: int = 0


class Shelf:
    """A file of reports that nobody else sees, and that is gone at the end."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115, it is closed when the shelf is

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._file.close()

    def put(self, paper: Paper) -> Card:
        """Lays a report behind the others."""
        data = compress(pickle.dumps(paper), _QUICK)
        card = Card(paper.source, paper.sha256, paper.issuer, paper.region_code, paper.year, self._file.seek(0, 2), len(data))
        self._file.write(data)
        return card

    def take(self, card: Card) -> Paper:
        """A report as it was put there."""
        self._file.seek(card.place)
        return cast(Paper, pickle.loads(decompress(self._file.read(card.size))))  # noqa: S301, this process wrote it
