"""For people to read: each report's paper, its figures, and what is wrong with it.

>>> from schemas import SpanQuote
>>> figure(Indicator(id=1, name="罚款金额", value=17700, unit="元", written="", qualifier="about", evidence=SpanQuote(start=0, end=0, quote="")))
'≈ 17,700 元'
"""

import io
from collections.abc import Iterable, Iterator
from itertools import islice

import regex
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from extractor.writers.cells import cell_text
from extractor.writers.formats import Target
from extractor.writers.tables import Table as Lines
from extractor.writers.tables import brief
from extractor.writers.texts import encoded
from extractor.writers.wishes import Wishes
from schemas import Indicator, Period, Report

_QUALIFIER_MARKS = {"exact": "", "about": "≈ ", "nearly": "≲ ", "over": "> ", "at_least": "≥ ", "at_most": "≤ "}
_TRAILING = regex.compile(r" +$", regex.M)
_LINES = 1000  # of a table below one line of names: to line up its columns they have to be there at once
_NUMBERS = ("integer", "decimal", "real")
_UNPRINTABLE = regex.compile(r"\p{C}+")  # what could move a terminal's cursor, or turn its writing round


def write(reports: Iterable[Report], target: Target, wishes: Wishes) -> Iterator[bytes]:
    """A page for each report."""
    return encoded(_pages(reports, target), wishes.encoding or "utf-8")


def write_table(table: Lines, target: Target, wishes: Wishes) -> Iterator[bytes]:
    """The lines of a table, so many at a time below their names; where no columns are asked for, those that fit on a screen."""
    return encoded(_screens(brief(table, wishes), target, wishes), wishes.encoding or "utf-8")


def _pages(reports: Iterable[Report], target: Target) -> Iterator[str]:
    return (_printed((*_page(report), ""), target) for report in reports)


def _screens(lines: Lines, target: Target, wishes: Wishes) -> Iterator[str]:
    rows = lines.rows
    while block := list(islice(rows, _LINES)):
        table = Table(box=None, pad_edge=False, header_style="dim")
        for column in lines.columns:
            table.add_column(column.title(wishes.lang), overflow="fold", justify="right" if column.type in _NUMBERS else "left")
        for row in block:
            table.add_row(*(_text(cell_text(cell, wishes.decimal, guarded=False)) for cell in row))
        yield _printed((table,), target)


def _printed(parts: Iterable[RenderableType], target: Target) -> str:
    stream, colour = io.StringIO(), target.colour
    console = Console(file=stream, width=target.width, force_terminal=colour, no_color=not colour, legacy_windows=False, highlight=False)
    for part in parts:
        console.print(part)
    return _TRAILING.sub("", stream.getvalue())


def figure(indicator: Indicator) -> str:
    """A value as a person writes it: qualifier, sign of a change, both ends of a range, unit."""
    sign = "+" if indicator.aspect == "change" and indicator.value > 0 else ""
    ends = [indicator.value] if indicator.value_max is None else [indicator.value, indicator.value_max]
    space = "" if indicator.unit in ("", "%", "‰") else " "
    return _QUALIFIER_MARKS[indicator.qualifier] + sign + "–".join(f"{end:,f}" for end in ends) + space + indicator.unit


def _page(report: Report) -> Iterator[RenderableType]:
    yield _text(report.title or report.source.name, "bold")
    yield _text(" · ".join(_paper(report)), "cyan")
    if report.indicators:
        yield Padding(_figures(report), (1, 0, 0, 0))
    for check in report.checks:
        if check.status == "failed":
            yield _text(f"✗ {check.message}", "red")
    for warning in report.warnings:
        yield _text(f"! {warning.message}", "yellow")


def _paper(report: Report) -> Iterator[str]:
    yield report.issuer.name or "issuer unknown"
    yield str(report.year) if report.year else "year unknown"
    if report.document_number:
        yield report.document_number
    if report.dates.signed:
        yield f"signed {report.dates.signed}"
    yield report.source.path
    yield f"figures: {len(report.indicators)}"


def _figures(report: Report) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("#", justify="right", style="dim")
    table.add_column("name", overflow="fold", ratio=3)
    table.add_column("value", justify="right", overflow="fold", min_width=8)
    table.add_column("code", style="green", overflow="fold")
    table.add_column("notes", style="dim", overflow="fold")
    for indicator in report.indicators:
        cells = (str(indicator.id), indicator.name, figure(indicator), indicator.code or "", ", ".join(_notes(indicator, report.year)))
        table.add_row(*map(_text, cells))
    return table


def _notes(indicator: Indicator, year: int | None) -> Iterator[str]:
    if indicator.aspect != "level":
        yield indicator.aspect
    if indicator.part:
        yield f"part: {indicator.category}" if indicator.category else "part"
    if indicator.part_of:
        yield f"of {indicator.part_of}"
    if indicator.repeats:
        yield f"repeats {indicator.repeats}"
    period = indicator.period
    if period and not (is_whole_year(period) and period.start.year == year):
        yield str(period.start.year) if is_whole_year(period) else f"{period.start} to {period.end}"


def is_whole_year(period: Period) -> bool:
    """Whether a period is a calendar year.

    >>> is_whole_year(Period(start="2022-01-01", end="2022-12-31"))
    True
    """
    start, end = period.start, period.end
    return start.year == end.year and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)


def _text(words: str, style: str = "") -> Text:
    return Text(_UNPRINTABLE.sub(" ", words), style=style)
