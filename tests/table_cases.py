"""The tables of tests/tables, made into documents, and what is to be read of them.

A table is given as rows, or as a text. Rows become documents: drawn, with a layout that knows its cells; a web page and a Word document, as
their readers see them; and, where the table is `flat`, text with tabs alone.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractor.document import Document
from extractor.layout import Layout, Table
from extractor.readers import read_bytes
from extractor.spans import Span
from schemas import Indicator, Report
from tests.makers.tables import ABOVE, LEFT, Grid, page, word
from tests.samples import ROOT

FOLDER = ROOT / "tests" / "tables"
_HEAD = "某市某局{year}年度法治政府建设情况报告\n一、执法情况\n有关情况见下表。\n"
_TAIL = "\n二、存在的问题\n力量不足。\n某市某局\n{year}年12月31日\n"


@dataclass(frozen=True, slots=True)
class Case:
    """One table in one form, and its figures as they are to be told, a line each."""

    name: str
    document: Document
    expected: list[str]


def load_cases(folder: Path = FOLDER) -> list[Case]:
    """All tables of all files, each in all its forms."""
    return [case for path in sorted(folder.glob("*.toml")) for entry in tomllib.loads(path.read_text(encoding="utf-8"))["table"] for case in _cases(entry)]


def _cases(entry: dict[str, object]) -> Iterator[Case]:
    name, year = str(entry["name"]), int(str(entry.get("year", 2022)))
    expected = [_squeezed(line) for line in _listed(entry["cells"])]
    head, tail = _HEAD.format(year=year), _TAIL.format(year=year)
    if "text" in entry:
        yield Case(name, Document.of(f"{head}{entry['text']}{tail}"), expected)
        return
    grid = [[cell.strip() for cell in row.split("|")] for row in _listed(entry["rows"])]
    above = f"{head}{entry['above']}\n" if "above" in entry else head
    yield Case(f"{name}, drawn", drawn(above, grid, tail), expected)
    yield Case(f"{name}, on a page", read_bytes(page(above, grid, tail)), expected)
    yield Case(f"{name}, in Word", read_bytes(word(above, grid, tail)), expected)
    if entry.get("flat"):
        yield Case(f"{name}, flat", Document.of(above + _text(grid) + tail), expected)


def _listed(value: object) -> list[str]:
    assert isinstance(value, list)
    return [str(each) for each in value]


def _text(grid: Grid) -> str:
    return "\n".join("\t".join("" if cell in (LEFT, ABOVE) else cell for cell in row) for row in grid)


def drawn(above: str, grid: Grid, below: str = "") -> Document:
    """A text with a table in it, whose layout knows the cells: `<` is one merged with that to its left, `^` with that above."""
    place = len(above)
    spans: list[list[Span]] = []
    for y, row in enumerate(grid):
        spans.append([])
        for x, cell in enumerate(row):
            merged = {LEFT: lambda y=y, x=x: spans[y][x - 1], ABOVE: lambda y=y, x=x: spans[y - 1][x]}.get(cell)
            length = 0 if merged else len(cell)
            spans[y].append(merged() if merged else Span(place, place + length))
            place += length + 1
    layout = Layout(tables=(Table(tuple(map(tuple, spans))),))
    return Document.of(above + _text(grid) + below, layout=layout)


def told(report: Report) -> list[str]:
    """The figures of a report as the files tell them, a line each."""
    by_id = {indicator.id: indicator for indicator in report.indicators}
    return [_told(report, indicator, by_id) for indicator in report.indicators]


def _told(report: Report, indicator: Indicator, by_id: dict[int, Indicator]) -> str:
    whole = by_id.get(indicator.part_of or 0)
    period = indicator.period and f"{indicator.period.start}/{indicator.period.end}"
    notes = (
        "part" if indicator.part else "",
        f"of {_written(report, whole)}" if whole else "",
        indicator.aspect if indicator.aspect != "level" else "",
        period if period and period != f"{report.year}-01-01/{report.year}-12-31" else "",
        f"({indicator.category})" if indicator.category else "",
    )
    value = f"{indicator.value:f} {indicator.unit}".strip()
    return _squeezed(" | ".join((_written(report, indicator), value, indicator.code or "-", indicator.name, ", ".join(filter(None, notes)))))


def _written(report: Report, indicator: Indicator) -> str:
    """The digits as they stand in the text."""
    start = indicator.numeral.start if indicator.numeral else -1
    return next((entry.text for entry in report.numerals if entry.start == start), "")


def _squeezed(line: str) -> str:
    return " | ".join(part.strip() for part in line.split("|")).rstrip(" |")
