"""What a scan costs, and what it loses: `OMP_NUM_THREADS=1 python -m benchmarks.ocr [SPECIMEN…]`.

Each specimen is set by LibreOffice, drawn at a resolution, worn as by a copier, and read; what is read is held against what its text states.
The table has a line a look: seconds of one core a page, share of the characters that are right, share of the indicators that are the same (code, value and
unit); how many figures are wrong, how many of these are not marked, and the share of the right ones that are marked all the same.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import TYPE_CHECKING, TypeVar

from extractor import extract_text
from extractor.document import Document
from extractor.folding import FOLD
from extractor.pipeline import extract
from extractor.readers import read_bytes
from extractor.readers.ocr_text import UNCERTAIN
from schemas import Indicator, Report
from tests.makers.scan import Type, Wear, drawn, image_pdf, typeset, worn

if TYPE_CHECKING:
    from PIL.Image import Image

SPECIMENS = Path(__file__).parent.parent / "seeds"
CHOSEN = ("s01", "s03", "s06", "d02", "d05", "d08")

Case = TypeVar("Case")


@dataclass(frozen=True, slots=True)
class Look:
    """How a specimen looks: its type, the resolution in pixels to the inch, its wear, and whether it is black and white without grey."""

    name: str
    dpi: int = 150
    wear: Wear = field(default_factory=Wear)
    face: Type = field(default_factory=Type)
    bilevel: bool = False


LOOKS = (
    Look("150 dpi"),
    Look("150 dpi, small type", face=Type(size=10.5)),
    Look("150 dpi, worn", wear=Wear(skew=1.2, noise=25, blur=0.9, quality=40)),
    Look("100 dpi", dpi=100, wear=Wear(noise=12, blur=0.5, quality=50)),
    Look("100 dpi, worn", dpi=100, wear=Wear(skew=-0.8, noise=25, blur=0.7, quality=35)),
    Look("100 dpi, fax", dpi=100, wear=Wear(noise=20), bilevel=True),
)


@dataclass(slots=True)
class Tally:
    """What was counted over all specimens of a look."""

    pages: int = 0
    seconds: float = 0.0
    characters: int = 0
    right_characters: int = 0
    indicators: int = 0
    same_indicators: int = 0
    wrong_figures: int = 0
    unmarked: int = 0
    right_figures: int = 0
    marked_although_right: int = 0

    def add(self, text: str, document: Document) -> list[str]:
        """Counts what was read of a text; the wrong figures that are not marked come back in words."""
        ours, theirs = extract_text(text), extract(document)
        self.characters += len(_plain(text))
        self.right_characters += sum(b.size for b in _blocks(_plain(text), _plain(document.text)))
        self.indicators += len(ours.indicators)
        self.same_indicators += sum(b.size for b in _blocks([_meaning(i) for i in ours.indicators], [_meaning(i) for i in theirs.indicators]))
        return list(self._add_figures(ours, theirs))

    def _add_figures(self, ours: Report, theirs: Report) -> Iterator[str]:
        blocks = _blocks([_amount(i) for i in ours.indicators], [_amount(i) for i in theirs.indicators])
        right = set(chain.from_iterable(range(b.b, b.b + b.size) for b in blocks))
        for place, indicator in enumerate(theirs.indicators):
            marked = (indicator.evidence.confidence or 0.0) < UNCERTAIN
            self.right_figures += place in right
            self.marked_although_right += place in right and marked
            self.wrong_figures += place not in right
            self.unmarked += place not in right and not marked
            if place not in right and not marked:
                yield f"{indicator.written} in {indicator.evidence.quote!r}"

    def __str__(self) -> str:
        shares = f"{self.right_characters / self.characters:11.2%} {self.same_indicators / self.indicators:11.1%}"
        return f"{self.seconds / self.pages:7.1f} {shares} {self.wrong_figures:6} {self.unmarked:9} {self.marked_although_right / self.right_figures:10.1%}"


def scan(text: str, look: Look) -> "list[Image]":
    """The pages of a text in a look."""
    with TemporaryDirectory() as folder:
        pages = [worn(page, look.wear, seed) for seed, page in enumerate(drawn(typeset(text, Path(folder), look.face), look.dpi))]
    return [page.point(lambda grey: 255 * (grey > 140)) for page in pages] if look.bilevel else pages


def read(pages: "Sequence[Image]", look: Look) -> Document:
    """The document of a scan, as a PDF without a character in it."""
    return read_bytes(image_pdf(pages, look.dpi, look.wear.quality))


def _blocks(ours: "list[Case] | str", theirs: "list[Case] | str"):  # type: ignore[no-untyped-def] # noqa: ANN202, a named tuple that difflib keeps to itself
    return SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()


def _plain(text: str) -> str:
    return "".join(text.translate(FOLD).split()).replace("“", '"').replace("”", '"').replace("\x00", "")


def _meaning(indicator: Indicator) -> tuple[object, ...]:
    return (indicator.code, indicator.value, indicator.unit)


def _amount(indicator: Indicator) -> tuple[object, ...]:
    return (indicator.value, indicator.unit)


def main(names: Iterable[str] = CHOSEN, looks: Iterable[Look] = LOOKS) -> None:
    """Print the table."""
    texts = [(SPECIMENS / f"{name}.txt").read_text(encoding="utf-8") for name in names]
    print(f"{'':20} s/page  characters  indicators  wrong  unmarked  overmarked")
    for look in looks:
        tally, unmarked = Tally(), []
        for text in texts:
            pages = scan(text, look)
            start = process_time()
            document = read(pages, look)
            tally.seconds += process_time() - start
            tally.pages += len(pages)
            unmarked += tally.add(text, document)
        print(f"{look.name:20}{tally}", flush=True)
        for line in unmarked:
            print(f"    {line}")


if __name__ == "__main__":
    main(sys.argv[1:] or CHOSEN)
