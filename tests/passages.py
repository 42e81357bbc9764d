"""The corpus of passages: short texts of many departments with the figures that a careful reader takes from them.

The form of the files is told in tests/corpus/README.md.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from extractor.indicators.find import Findings, Page, find_indicators
from extractor.indicators.reading import Reading
from extractor.numbers.lexer import Numeral, find_numerals
from extractor.numbers.periods import Reported
from extractor.outline.headings import Outline
from extractor.outline.tables import find_cells
from extractor.spans import Span
from extractor.view import View

FOLDER = Path(__file__).parent / "corpus"
FIELDS = ("value", "value_max", "unit", "code", "part", "aspect", "qualifier", "period")
_USUAL: dict[str, Any] = {"code": None, "part": False, "aspect": "level", "qualifier": "exact", "value_max": None}


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


@cache
def load_passages() -> tuple[Passage, ...]:
    """All passages, file by file."""
    return tuple(passage for path in sorted(FOLDER.glob("*.toml")) for passage in _passages(path))


def _passages(path: Path) -> Iterator[Passage]:
    for number, entry in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["passage"], 1):
        yield Passage(
            name=f"{path.stem} {number}",
            text=entry["text"],
            year=entry["year"],
            heading=entry.get("heading", ""),
            signed=entry.get("signed"),
            figures=tuple(entry.get("figures", ())),
            zeros=tuple(entry.get("zeros", ())),
            others=tuple(entry.get("others", ())),
            xfail=entry.get("xfail", ""),
        )


@dataclass(frozen=True, slots=True)
class Read:
    """What the program makes of a passage, in offsets of the view."""

    text: str
    numerals: list[Numeral]
    findings: Findings


def read(passage: Passage) -> Read:
    """Runs the stages over a passage, its heading above it."""
    text = View.of(f"{passage.heading}\n{passage.text}" if passage.heading else passage.text).text
    body = Span(0, len(text))
    outline = Outline.of(text, body)
    cells = find_cells(text, body)
    numerals = find_numerals(text, [heading.label for heading in outline.headings], cells)
    start = text.find("\n") + 1 if passage.heading else 0
    page = Page(text, body, outline, Reported(passage.year, passage.signed), cells)
    findings = find_indicators(page, numerals)
    readings = [r for r in findings.readings if r.frame.quantity.span.start >= start and not r.frame.quantity.in_words]
    return Read(text, [n for n in numerals if n.span.start >= start], Findings(readings, [d for d in findings.denials if d.span.start >= start]))


def expected(figure: dict[str, Any], year: int) -> dict[str, Any]:
    """All fields of a figure, those left out with their usual values."""
    start, end = figure["period"].split("/") if "period" in figure else (f"{year}-01-01", f"{year}-12-31")
    value = figure["value"]
    upper = figure.get("value_max")
    return {
        **_USUAL,
        **{key: figure[key] for key in figure if key in FIELDS},
        "value": Decimal(str(value)).normalize(),
        "value_max": None if upper is None else Decimal(str(upper)).normalize(),
        "period": (start, end),
    }


def found(reading: Reading) -> dict[str, Any]:
    """The same fields of a reading."""
    quantity = reading.frame.quantity
    return {
        "value": reading.value.normalize(),
        "value_max": None if quantity.value_max is None else quantity.value_max.normalize(),
        "unit": quantity.unit,
        "code": reading.code,
        "part": reading.part,
        "aspect": reading.aspect,
        "qualifier": quantity.qualifier,
        "period": (reading.told.start.isoformat(), reading.told.end.isoformat()),
    }
