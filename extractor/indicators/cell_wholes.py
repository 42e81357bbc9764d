"""Which figure of a table another one is a part of, and the rule that a part has from its whole, or a total from its parts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import regex

from extractor.indicators.cell_lines import Lines
from extractor.indicators.reading import Reading
from extractor.indicators.rules import Rule
from extractor.outline.tables import Cell

_REST = regex.compile("其[他它]")
_NO_PARTS = frozenset({"%", "‰", "百分点"})

Place = tuple[int, int]


def link_wholes(cells: Sequence[Cell], readings: Mapping[int, Reading], lines: Lines, across: frozenset[int]) -> None:
    """Sets the ``whole`` of every reading of a table that has one, and the rules that go from the one to the other.

    ``across`` are the cells, by their digits, whose row names the indicator, so that their total stands beside them and not below.
    """
    _add_up(cells, readings, lines)
    at = {(cell.row, cell.column): readings[cell.digits] for cell in cells if not cell.is_inner}
    places = {cell.digits: list(_places(cell, lines, across=cell.digits in across)) for cell in cells}
    _name_totals(cells, readings, at, places, lines)
    totals = [cell for cell in cells if lines.rows[cell.row].is_total or lines.columns[cell.column].is_total]
    # Totals first, from the last on, so that their parts find them with their rules.
    for cell in dict.fromkeys([*reversed(totals), *cells]):
        if readings[cell.digits].whole is None:
            _link(readings[cell.digits], [at[place] for place in places[cell.digits] if place in at])


def _add_up(cells: Sequence[Cell], readings: Mapping[int, Reading], lines: Lines) -> None:
    """Where columns have no heads, the last figure of a row that is the sum of the others is their whole."""
    rows: dict[int, list[Reading]] = defaultdict(list)
    for cell in cells:
        if not lines.columns[cell.column].heads:
            rows[cell.row].append(readings[cell.digits])
    for *parts, total in rows.values():
        if len(parts) > 1 and total.value == sum(part.value for part in parts) and all(_can_hold(total, part) for part in parts):
            for part in parts:
                part.whole, part.part = total, True


def _places(cell: Cell, lines: Lines, *, across: bool) -> Iterator[Place]:
    """Where the figures stand that one can be a part of, in the order of their claims."""
    row, column = lines.rows[cell.row], lines.columns[cell.column]
    if cell.is_inner:
        yield cell.row, cell.column
    if column.within is not None:
        yield cell.row, column.within
    if row.within is not None:
        yield row.within, cell.column
    total_row, total_column = lines.total_row(cell.row), lines.total_column(cell.column)
    below = [(total_row, cell.column)] if total_row is not None else []
    beside = [(cell.row, total_column)] if total_column is not None else []
    yield from (*beside, *below) if across else (*below, *beside)


def _name_totals(cells: Sequence[Cell], readings: Mapping[int, Reading], at: Mapping[Place, Reading], places: Mapping[int, list[Place]], lines: Lines) -> None:
    """Gives a total that no words name the rule of its parts, where all have it in common; 其他 has no name of its own."""
    rules: dict[Place, set[Rule | None]] = defaultdict(set)
    for cell in cells:
        reading = readings[cell.digits]
        for place in places[cell.digits]:
            whole = at.get(place)
            is_nameless = reading.rule is None and any(_REST.match(words) for words in lines.rows[cell.row].words)
            if whole is not None and whole.rule is None and whole.frame.quantity.unit == reading.frame.quantity.unit and not is_nameless:
                rules[place].add(reading.rule)
    for place, of_parts in rules.items():
        if len(of_parts) == 1:
            at[place].rule = of_parts.pop()


def _link(reading: Reading, wholes: Sequence[Reading]) -> None:
    reading.whole = next((whole for whole in wholes if _can_hold(whole, reading)), None)
    if reading.whole is not None and reading.rule is None and reading.whole.rule is not None:
        reading.rule, reading.part = reading.whole.rule, True


def _can_hold(whole: Reading, part: Reading) -> bool:
    a, b = whole.frame.quantity, part.frame.quantity
    alike = a.unit == b.unit and a.unit not in _NO_PARTS and whole.aspect == part.aspect == "level"
    known = part.rule is None or whole.rule is not None and whole.family == part.family
    return alike and known and whole is not part
