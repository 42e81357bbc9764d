"""How often readers of web pages take the report from a page, whole and alone: `python -m benchmarks.pages`.

The pages are the specimens in the styles of `tests.makers.html`, the readers ours and the two that come to mind, as they come. Of the body text
of a page, without blanks, *kept* is the share that a reader hands on, *foreign* the share of what it hands on that is none of it; a text is right
if it is the same, or with 97 % kept and at most 3 % foreign. A number counts as whole where it stands in the text in one piece.
"""

import json
import logging
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import regex

from benchmarks.timing import medians
from extractor.folding import FOLD
from extractor.outline.furniture import is_furniture
from extractor.readers import read_bytes
from tests.makers.html import STYLES, Paper, paper_of

ROOT = Path(__file__).parent.parent
LEAST_KEPT, MOST_FOREIGN = 0.97, 0.03
ROUNDS = 3

_NUMBER = regex.compile(r"(?<![\d.,])\d[\d.,]*\d(?![\d.,])")
_BLANKS = regex.compile(r"\s+")

Reader = Callable[[bytes], str]


@dataclass(frozen=True, slots=True)
class Taken:
    """What a reader took from a page: shares of the characters, and of the numbers that are whole."""

    kept: float
    foreign: float
    whole: float

    @property
    def is_right(self) -> bool:
        """Whether the body text is there, and hardly anything else."""
        return self.kept >= LEAST_KEPT and self.foreign <= MOST_FOREIGN


def taken(text: str, paper: Paper) -> Taken:
    """What of a paper's body stands in a text. Lines of the page, and the title, may stand there or not.

    >>> paper = Paper(("标题",), ("我局立案1,234件。",))
    >>> taken("标题\\n我局立案1,2 34件。", paper)
    Taken(kept=1.0, foreign=0.0, whole=0.0)
    """
    found, wanted = _pairs(_own(text)), _pairs(_own(paper.text))
    allowed = _pairs(paper.name + _own(paper.text))
    numbers = _NUMBER.findall(paper.text)
    standing = Counter(_NUMBER.findall(text))
    return Taken(
        kept=(found & wanted).total() / wanted.total(),
        foreign=(found - allowed).total() / max(1, found.total()),
        whole=(Counter(numbers) & standing).total() / len(numbers) if numbers else 1.0,
    )


def _own(text: str) -> str:
    """A text without the lines that look as if they were of a page."""
    return "\n".join(line for line in text.split("\n") if not is_furniture(line.strip().translate(FOLD)))


def _pairs(text: str) -> Counter[str]:
    """The pairs of neighbouring characters of a text without its blanks."""
    text = _BLANKS.sub("", text)
    return Counter(text[place : place + 2] for place in range(len(text) - 1))


def readers() -> dict[str, Reader]:
    """The readers that are installed, by name; each takes the bytes of a page."""
    known: dict[str, Reader] = {"fazhi": lambda data: read_bytes(data).text}
    if find_spec("trafilatura"):
        known["trafilatura"] = _by_trafilatura
    if find_spec("gne"):
        known["gne"] = _by_gne
    return known


def _by_trafilatura(data: bytes) -> str:
    from trafilatura import extract

    return str(extract(data) or "")


def _by_gne(data: bytes) -> str:
    """It takes characters: those that are right are given to it."""
    from gne import GeneralNewsExtractor

    return str(GeneralNewsExtractor().extract(_characters(data))["content"])


def _characters(data: bytes) -> str:
    from extractor.readers.decoding import decode

    return decode(data).text


def pages() -> Iterator[tuple[str, Paper, bytes]]:
    """Every specimen in every style."""
    for record in sorted((ROOT / "tests" / "golden" / "specimens").glob("*.json")):
        text = (ROOT / "seeds" / f"{record.stem}.txt").read_bytes().decode()
        paper = paper_of(text, json.loads(record.read_text(encoding="utf-8")))
        yield from ((style, paper, make(paper)) for style, make in STYLES.items())


def measure(reader: Reader) -> dict[str, list[Taken]]:
    """What a reader takes from each page, by style."""
    results: dict[str, list[Taken]] = {style: [] for style in STYLES}
    for style, paper, page in pages():
        results[style].append(taken(reader(page), paper))
    return results


def print_results(name: str, results: Mapping[str, list[Taken]], seconds: float) -> None:
    """One line a style, and one for all."""
    every = [one for found in results.values() for one in found]
    print(f"\n{name}, {1000 * seconds / len(every):.1f} ms a page")
    for style, found in [*results.items(), ("all", every)]:
        right = sum(one.is_right for one in found)
        kept, foreign, whole = (sum(getattr(one, share) for one in found) / len(found) for share in ("kept", "foreign", "whole"))
        print(f"  {style:12} right {right:3} of {len(found):3}   kept {kept:6.1%}   foreign {foreign:6.1%}   numbers whole {whole:6.1%}")


def _read_all(reader: Reader, data: list[bytes]) -> None:
    for page in data:
        reader(page)


def main() -> None:
    """Measures the readers and prints the figures."""
    logging.disable(logging.CRITICAL)
    known = readers()
    data = [page for _, _, page in pages()]
    times = medians({name: partial(_read_all, reader, data) for name, reader in known.items()}, ROUNDS)
    for name, reader in known.items():
        print_results(name, measure(reader), times[name])
    for missing in sorted({"trafilatura", "gne"} - set(known)):
        print(f"\n{missing} is not installed: pip install {missing}")


if __name__ == "__main__":
    main()
