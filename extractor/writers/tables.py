"""Reports as tables: the lines of a shape, and of them those lines and columns that are asked for.

>>> table = table_of([], Wishes(shape="reports", columns=("year", "source")))
>>> names_of(table.columns), list(table.chunks)
(('year', 'source'), [])
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from operator import itemgetter

from extractor.writers.cells import Row
from extractor.writers.columns import Column, brief_columns, columns_of, names_of
from extractor.writers.errors import WishError
from extractor.writers.formats import Content
from extractor.writers.panel import Panel, panel_of
from extractor.writers.selection import check_conditions, filter_of, has_all_lines, rows_maker, wanted_outcomes
from extractor.writers.unread import Outcome
from extractor.writers.wishes import MONEY_UNITS, Wishes

DEFAULT_SHAPE = "indicators"
PANEL_NOTES = ("rivals", "unread", "notes")  # a panel without them would choose in silence


@dataclass(frozen=True, slots=True)
class Table:
    """Lines of cells below columns. The lines come in ``chunks``, those that are there at once together: a report's, as a rule."""

    name: str
    columns: tuple[Column, ...]
    chunks: Iterable[Sequence[Row]]

    @property
    def rows(self) -> Iterator[Row]:
        """The lines one by one."""
        return (row for chunk in self.chunks for row in chunk)


def shape_of(content: Content, wishes: Wishes) -> str | None:
    """What is a line where reports are written in a format of some content; None where they are written whole, or in all their tables.

    >>> shape_of("lines", Wishes()), shape_of("records", Wishes()), shape_of("records", Wishes(codes=("penalty.*",)))
    ('indicators', None, 'indicators')
    """
    about_lines = wishes.columns or wishes.lang or wishes.money != MONEY_UNITS[0] or not has_all_lines(wishes)
    return wishes.shape or (DEFAULT_SHAPE if content == "lines" or content == "records" and about_lines else None)


def table_of(outcomes: Iterable[Outcome], wishes: Wishes) -> Table:
    """The table of the shape that is asked for, each report's lines as soon as it is there; a panel when all are. Raises WishError."""
    shape = wishes.shape or DEFAULT_SHAPE
    check_conditions("indicators" if shape == "panel" else shape, wishes)
    if shape == "panel":
        return panel_table(panel_of(outcomes, wishes))
    rows, wanted = rows_maker(shape, wishes), wanted_outcomes(outcomes, shape, wishes)
    return chosen(Table(shape, columns_of(shape), (chunk for outcome in wanted if (chunk := rows(outcome)))), wishes)


def panel_table(panel: Panel) -> Table:
    """A panel with the columns that are asked for, and those that tell what its cells do not show."""
    names = panel.wishes.columns
    table = Table("panel", panel.columns(), panel.chunks())
    return chosen(table, replace(panel.wishes, columns=tuple(dict.fromkeys((*names, *PANEL_NOTES)))) if names else panel.wishes)


def filtered(table: Table, wishes: Wishes) -> Table:
    """A table that is made of no reports, with the lines and columns that are asked for. Raises WishError."""
    if wishes.shape:
        raise WishError(f"--shape says nothing of {table.name}")
    for condition in wishes.conditions:
        place_of(condition.column, table.columns)
    is_wanted = filter_of(table.columns, wishes.conditions)
    chunks = table.chunks if is_wanted is None else (list(filter(is_wanted, chunk)) for chunk in table.chunks)
    return chosen(Table(table.name, table.columns, chunks), wishes)


def chosen(table: Table, wishes: Wishes) -> Table:
    """A table with the columns that are asked for, in that order. Raises WishError where there is no such column."""
    if not wishes.columns:
        return table
    places = [place_of(name, table.columns) for name in wishes.columns]
    pick: Callable[[Row], Row] = itemgetter(*places) if len(places) > 1 else lambda row: (row[places[0]],)
    return Table(table.name, tuple(table.columns[place] for place in places), ([pick(row) for row in chunk] for chunk in table.chunks))


def brief(table: Table, wishes: Wishes) -> Table:
    """A table for a page or a screen: where no columns are asked for, only those that fit."""
    names = brief_columns(table.name)
    return table if wishes.columns or not names else chosen(table, Wishes(columns=names))


def place_of(name: str, columns: Sequence[Column]) -> int:
    """Where a column stands that is named by any of its names. Raises WishError.

    >>> place_of("年度", columns_of("sections"))
    Traceback (most recent call last):
    extractor.writers.errors.WishError: there is no column 年度; did you mean 报告年度?
    """
    for place, column in enumerate(columns):
        if name in (column.name, column.zh, column.en):
            return place
    near = get_close_matches(name, [title for column in columns for title in (column.name, column.zh)], n=2)
    raise WishError(f"there is no column {name}; " + (f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(names_of(columns))}"))
