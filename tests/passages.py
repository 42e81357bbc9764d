"""The corpus of passages: short texts of many departments with the figures that a careful reader takes from them.

The form of the files is told in tests/corpus/README.md.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from extractor.document import Document
from extractor.indicators.find import Findings, Page, find_indicators
from extractor.indicators.reading import Reading
from extractor.numbers.lexer import Numeral, find_numerals
from extractor.numbers.periods import Reported
from extractor.outline.headings import Outline
from extractor.outline.tables import find_tables
from extractor.spans import Span
from tests.labels import Check, Figure, Zero, figure_checks, run_at, year_of, zero_checks

FOLDER = Path(__file__).parent / "corpus"


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its heading and year, and what it states; ``xfail`` is the reason why it is not read right yet."""

    name: str
    text: str
    year: int
    heading: str = ""
    signed: date | None = None
    figures: tuple[dict[str, Any], ...] = ()
    zeros: tuple[dict[str, Any], ...] = ()
    others: tuple[dict[str, Any], ...] = ()
    xfail: str = ""

    @property
    def source(self) -> str:
        """The text with its heading above it."""
        return f"{self.heading}\n{self.text}" if self.heading else self.text

    @property
    def start(self) -> int:
        """Where the text itself begins in the source."""
        return len(self.source) - len(self.text)


@dataclass(frozen=True, slots=True)
class Read:
    """What the program makes of a passage, in offsets of the view."""

    document: Document
    numerals: list[Numeral]
    findings: Findings


@dataclass(frozen=True, slots=True)
class Wanted:
    """A figure of a label: its first digits as they are written, what it says, and the fields of it that are not judged."""

    digits: str
    figure: Figure
    open: frozenset[str]

    def judges(self, check: Check) -> bool:
        """Whether a check is of a field that is judged; what an indicator is in all hangs on every field but ``part``."""
        return check.what not in self.open and not (check.what == "indicator" and self.open - {"part"})


@dataclass(frozen=True, slots=True)
class Found:
    """A number that the program takes for a quantity: its digits as they are written, where they stand, what it says of them."""

    digits: str
    start: int
    figures: tuple[Figure, ...]


def load_entries(path: Path) -> list[dict[str, Any]]:
    """The passages of a file as they are written."""
    entries: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["passage"]
    return entries


@cache
def load_passages() -> tuple[Passage, ...]:
    """All passages, file by file."""
    return tuple(_passage(f"{path.stem} {number}", entry) for path in sorted(FOLDER.glob("*.toml")) for number, entry in enumerate(load_entries(path), 1))


def _passage(name: str, entry: dict[str, Any]) -> Passage:
    return Passage(
        name=name,
        text=entry["text"],
        year=entry["year"],
        heading=entry.get("heading", ""),
        signed=entry.get("signed"),
        figures=tuple(entry.get("figures", ())),
        zeros=tuple(entry.get("zeros", ())),
        others=tuple(entry.get("others", ())),
        xfail=entry.get("xfail", ""),
    )


def read(passage: Passage) -> Read:
    """Runs the stages over a passage, its heading above it."""
    document = Document.of(passage.source)
    text = document.view.text
    body = Span(0, len(text))
    outline = Outline.of(text, body)
    tables = find_tables(document, body)
    numerals = find_numerals(text, [heading.label for heading in outline.headings], tables)
    page = Page(text, body, outline, Reported(passage.year, passage.signed), tables)
    return Read(document, numerals, find_indicators(page, numerals))


def passage_checks(passage: Passage) -> Iterator[Check]:
    """What is judged of a passage: its figures in reading order, its zeros, and kinds of numbers that are none of its figures."""
    result = read(passage)
    found = _found(passage, result)
    wanted = [Wanted(run_at(figure["at"]), wanted_figure(figure, passage.year), frozenset(figure.get("open", ()))) for figure in passage.figures]
    for at, want, got in _aligned(wanted, found):
        checks = figure_checks(passage.name, at, want.figure if want else None, got.figures if got else ())
        yield from (check for check in checks if want is None or want.judges(check))
        yield Check(passage.name, at, "kind", "quantity" if want else "other", "quantity" if got else "other")
    yield from _other_kinds(passage, result)
    yield from zero_checks(passage.name, _wanted_zeros(passage), _found_zeros(passage, result))


def open_fields() -> Counter[str]:
    """How many figures of the corpus have two readings, by the field that is therefore not judged."""
    return Counter(field for passage in load_passages() for figure in passage.figures for field in figure.get("open", ()))


def wanted_figure(figure: dict[str, Any], year: int) -> Figure:
    """A figure of a passage, fields that are left out with their usual values."""
    start, end = figure["period"].split("/") if "period" in figure else year_of(year)
    return Figure(
        value=Decimal(str(figure["value"])),
        value_max=Decimal(str(figure["value_max"])) if "value_max" in figure else None,
        unit=figure["unit"],
        qualifier=figure.get("qualifier", "exact"),
        aspect=figure.get("aspect", "level"),
        part=figure.get("part", False),
        code=figure.get("code"),
        name=figure["name"],
        period=(start, end),
    )


def _found(passage: Passage, result: Read) -> list[Found]:
    """The numbers that are quantities to the program, those in words left out: passages have labels for digits only."""
    readings = [reading for reading in result.findings.readings if not reading.frame.quantity.in_words]
    groups = [(start, tuple(map(_figure, group))) for start, group in groupby(readings, lambda r: r.frame.quantity.digits.start)]
    view = result.document.view
    places = [(view.source(Span(start, start + 1)).start, figures) for start, figures in groups]
    return [Found(run_at(passage.source, place), place, figures) for place, figures in places if place >= passage.start]


def _figure(reading: Reading) -> Figure:
    quantity = reading.frame.quantity
    return Figure(
        value=reading.value,
        value_max=quantity.value_max,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
        aspect=reading.aspect,
        part=reading.part,
        code=reading.code,
        name=reading.name,
        period=(reading.told.start.isoformat(), reading.told.end.isoformat()),
    )


def _aligned(wanted: Sequence[Wanted], found: Sequence[Found]) -> Iterator[tuple[str, Wanted | None, Found | None]]:
    """Labels and readings of the same digits, in reading order; what only one side has stands alone."""
    matcher = SequenceMatcher(None, [each.digits for each in wanted], [each.digits for each in found], autojunk=False)
    for what, i1, i2, j1, j2 in matcher.get_opcodes():
        if what == "equal":
            yield from ((f"{wanted[i].digits} (figure {i + 1})", wanted[i], found[j]) for i, j in zip(range(i1, i2), range(j1, j2), strict=True))
        else:
            yield from ((f"{wanted[i].digits} (figure {i + 1})", wanted[i], None) for i in range(i1, i2))
            yield from ((f"{each.digits} (no figure)", None, each) for each in found[j1:j2])


def _other_kinds(passage: Passage, result: Read) -> Iterator[Check]:
    view = result.document.view
    numerals = [numeral for numeral in result.numerals if view.source(numeral.span).start >= passage.start]
    for other in passage.others:
        kind = "quantity" if other["kind"] == "range_end" else other["kind"]
        kinds = {numeral.kind for numeral in numerals if run_at(other["at"]) in numeral.written}
        yield Check(passage.name, f"{other['at']} (other)", "kind", kind, kind if kind in kinds else " ".join(sorted(kinds)))


def _wanted_zeros(passage: Passage) -> list[Zero]:
    places = [(passage.source.index(zero["quote"], passage.start), zero) for zero in passage.zeros]
    return [Zero(place, place + len(zero["quote"]), zero.get("code")) for place, zero in places]


def _found_zeros(passage: Passage, result: Read) -> list[Zero]:
    denials = [(result.document.view.source(denial.span), denial) for denial in result.findings.denials]
    return [Zero(span.start, span.end, denial.code) for span, denial in denials if span.start >= passage.start]
