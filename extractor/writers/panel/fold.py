"""The lines of a panel, made of the lines of the shape ``indicators``: filters and units are the same in both.

A panel holds its own cells, and of the reports nothing else.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fnmatch import fnmatchcase
from itertools import repeat
from typing import NamedTuple

from extractor.writers.cells import Row
from extractor.writers.columns import Column, columns_of, figure_column, names_of
from extractor.writers.panel.notes import notes_of
from extractor.writers.panel.slots import Figure, Other, Slot
from extractor.writers.selection import rows_maker, wanted_outcomes
from extractor.writers.unread import Outcome, Unread, losses_of
from extractor.writers.wishes import Wishes
from schemas import Report

IN_FRONT = 4  # columns before those of the codes
LIST_MARK = "；"
_CODE_MARK = "."  # stands in every code, and in the name of no other column
UNSURE = 0.8  # a confidence below it is told
_CHUNK = 500

_PLACES = [
    names_of(columns_of("indicators")).index(name)
    for name in (
        "code", "name", "value", "value_max", "unit", "qualifier", "aspect", "part", "period_start", "period_end", "repeats", "id", "confidence",
    )
]  # fmt: skip


class _Stated(NamedTuple):
    """What of a line of ``indicators`` a panel looks at."""

    code: str | None
    name: str
    value: Decimal
    value_max: Decimal | None
    unit: str
    qualifier: str
    aspect: str
    part: bool
    start: dt.date | None
    end: dt.date | None
    repeats: int | None
    id: int
    confidence: float | None

    def other(self, year: int | None) -> Other | None:
        """What it is where it is not the office's own whole of the year; what it is about comes before when."""
        if self.aspect == "change":
            return "change"
        if self.aspect == "target":
            return "target"
        return "part" if self.part else None if self.is_of_year(year) else "time"

    def is_of_year(self, year: int | None) -> bool:
        """Whether it is told for the year up to its end or to a day of it, or for one day of it (what there was on it)."""
        if self.start is None or self.end is None:
            return True
        return self.end.year == year and (self.start == dt.date(self.end.year, 1, 1) or self.start == self.end)

    @property
    def mark(self) -> str | None:
        """How exact it is, where it is not exact."""
        if self.value_max is not None:
            return "range"
        if self.qualifier != "exact":
            return self.qualifier
        return "unsure" if self.confidence is not None and self.confidence < UNSURE else None


@dataclass(slots=True)
class Line:
    """A line of the panel while it is made: its head, and a slot for each code that is mentioned."""

    issuer: str | None
    region_code: str | None
    year: int | None
    sources: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    slots: dict[str, Slot] = field(default_factory=dict)

    @property
    def order(self) -> tuple[object, ...]:
        """Lines stand by division, issuer and year; those of which one is unknown stand behind."""
        return self.region_code is None, self.region_code or "", self.issuer is None, self.issuer or "", self.year is None, self.year or 0, self.sources[0]


class Panel:
    """The lines so far."""

    def __init__(self, wishes: Wishes) -> None:
        self.wishes = wishes
        self._lines: dict[tuple[object, ...], Line] = {}
        self._names: dict[str, str] = {}
        self._units: dict[str, Counter[str]] = defaultdict(Counter)
        self._values: dict[Decimal, Decimal] = {}  # a Decimal is large, and most are like an earlier one

    def add(self, outcome: Outcome, rows: Iterable[Row], places: Iterable[int] | None = None) -> None:
        """Takes in a report with its lines of ``indicators``, or a file that gave none; ``places`` says of each line where it stands in the output."""
        line = self._line(outcome)
        for row, place in zip(rows, places or repeat(0), strict=False):
            stated = _Stated._make(row[each] for each in _PLACES)
            if stated.code is not None and stated.repeats is None:
                self._take(stated, line, place)

    def lines(self) -> list[Line]:
        """The lines in the order in which they are shown."""
        return sorted(self._lines.values(), key=lambda line: line.order)

    def codes(self) -> list[str]:
        """The codes that have a column: in the order in which they are asked for, and else by name. One asked for by its full name is there, found or not."""
        found = sorted({*self._names, *(name for name in self.wishes.columns if _CODE_MARK in name)})
        asked = [found if _is_pattern(wish) else [wish] for wish in self.wishes.codes]
        wished = [code for wish, codes in zip(self.wishes.codes, asked, strict=True) for code in codes if fnmatchcase(code, wish)]
        return list(dict.fromkeys(wished)) if self.wishes.codes else found

    def columns(self) -> tuple[Column, ...]:
        """All columns, those of the codes between the sources and the rivals; two codes of one name are told apart."""
        around, lang = columns_of("panel"), self.wishes.lang
        named = [figure_column(code, *self._names_of(code)) for code in self.codes()]
        uses = Counter(column.title(lang) for column in (*around, *named))
        figures = (figure_column(c.name, f"{c.zh}（{c.name}）", f"{c.en} ({c.name})") if uses[c.title(lang)] > 1 else c for c in named)
        return (*around[:IN_FRONT], *figures, *around[IN_FRONT:])

    def chunks(self) -> Iterator[Sequence[Row]]:
        """The lines as cells of all columns."""
        codes, usual, lines = self.codes(), self.usual_units(), self.lines()
        for start in range(0, len(lines), _CHUNK):
            yield [self.row(line, codes, usual) for line in lines[start : start + _CHUNK]]

    def row(self, line: Line, codes: Iterable[str], usual: Mapping[str, str]) -> Row:
        """A line as cells."""
        slots = line.slots
        values = [slots[code].value if code in slots else None for code in codes]
        rivals = " ".join(sorted(code for code, slot in slots.items() if slot.rivals))
        notes = LIST_MARK.join(notes_of(slots, usual, line.sources, self.wishes.lang))
        unread = LIST_MARK.join(line.unread)
        return (line.issuer, line.region_code, line.year, LIST_MARK.join(line.sources), *values, rivals or None, unread or None, notes or None)

    def usual_units(self) -> dict[str, str]:
        """The unit that most of the figures of a code have."""
        return {code: units.most_common(1)[0][0] for code, units in self._units.items()}

    def _names_of(self, code: str) -> tuple[str, str]:
        zh, en = self.wishes.names.get(code, ("", ""))
        return zh or self._names.get(code, code), en or code

    def _line(self, outcome: Outcome) -> Line:
        """The line of a report: that of its issuer and year, where both are known, else its own; a file that gave no report has its own, too."""
        issuer, code, year = (None, None, None) if isinstance(outcome, Unread) else _head_of(outcome)
        key = (issuer, code, year) if issuer and year else (len(self._lines),)
        line = self._lines.setdefault(key, Line(issuer, code, year))
        line.sources.append(outcome.path if isinstance(outcome, Unread) else outcome.source.path)
        line.unread += losses_of(outcome)
        return line

    def _take(self, stated: _Stated, line: Line, place: int) -> None:
        """A figure into its slot: as what the cell shows, as a rival, or as a mention of something else."""
        code = stated.code or ""
        self._names.setdefault(code, stated.name)
        value = self._values.setdefault(stated.value, stated.value)
        figure = Figure(value, stated.unit, stated.id, stated.mark, len(line.sources) - 1, place)
        slot, other = line.slots.setdefault(code, Slot()), stated.other(line.year)
        if other:
            slot.mention(other, figure)
            return
        slot.state(figure, is_of_day=stated.start is not None and stated.start == stated.end)
        if stated.unit:
            self._units[code][stated.unit] += 1


def panel_of(outcomes: Iterable[Outcome], wishes: Wishes) -> Panel:
    """The panel of some reports, and of files that gave none."""
    panel, rows = Panel(wishes), rows_maker("indicators", wishes)
    for outcome in wanted_outcomes(outcomes, "indicators", wishes):
        panel.add(outcome, rows(outcome))
    return panel


def _head_of(report: Report) -> tuple[str | None, str | None, int | None]:
    region = report.issuer.region
    return report.issuer.name, region.code if region else None, report.year


def _is_pattern(code: str) -> bool:
    return "*" in code or "?" in code
