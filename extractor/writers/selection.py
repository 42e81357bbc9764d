"""Of reports and of their lines those that are asked for.

A condition on a column of the shape is one on its lines; a condition on any other column of the shape ``reports`` is one on the whole report.

>>> check_conditions("checks", Wishes(codes=("penalty.*",)))
Traceback (most recent call last):
extractor.writers.errors.WishError: there is no column code in checks
"""

from collections.abc import Callable, Iterable, Sequence

from extractor.writers.cells import Row
from extractor.writers.columns import Column, columns_of, names_of
from extractor.writers.errors import WishError
from extractor.writers.shapes import ROWS
from extractor.writers.unread import Outcome
from extractor.writers.wishes import Condition, Wishes

RowsMaker = Callable[[Outcome], list[Row]]
PAPER = ("source", "title", "issuer", "region_code", "year")  # what every line of a report says alike


def check_conditions(shape: str, wishes: Wishes) -> None:
    """Raises WishError where a condition is about a column that neither the shape nor the report has."""
    known = {*names_of(columns_of(shape)), *names_of(columns_of("reports"))}
    for condition in wishes.conditions:
        if condition.column not in known:
            raise WishError(f"there is no column {condition.column} in {shape}")


def wanted_outcomes(outcomes: Iterable[Outcome], shape: str, wishes: Wishes) -> Iterable[Outcome]:
    """The reports, and files that gave none, that hold to the conditions which no line of the shape can hold to."""
    own = names_of(columns_of(shape))
    return _outcomes_where(outcomes, wishes, [each for each in wishes.conditions if each.column not in own])


def outcomes_for_tables(outcomes: Iterable[Outcome], wishes: Wishes) -> Iterable[Outcome]:
    """The reports whose tables are wanted, and the files that gave none: those that hold to all conditions on reports."""
    lines = names_of(columns_of("indicators"))
    return _outcomes_where(outcomes, wishes, [each for each in wishes.conditions if each.column in PAPER or each.column not in lines])


def has_all_lines(wishes: Wishes) -> bool:
    """Whether of every report that is wanted all lines are, so that what one line says of another can be found."""
    lines = names_of(columns_of("indicators"))
    return all(each.column in PAPER or each.column not in lines for each in wishes.conditions)


def rows_maker(shape: str, wishes: Wishes) -> RowsMaker:
    """What makes the lines of a report, or of a file that gave none, in a shape, those that are asked for, with all columns."""
    make, is_wanted = ROWS[shape], filter_of(columns_of(shape), wishes.conditions)

    def all_rows(outcome: Outcome) -> list[Row]:
        return list(make(outcome, wishes))

    def wanted_rows(outcome: Outcome) -> list[Row]:
        return list(filter(is_wanted, make(outcome, wishes)))

    return all_rows if is_wanted is None else wanted_rows


def filter_of(columns: Sequence[Column], conditions: Iterable[Condition]) -> Callable[[Row], bool] | None:
    """Whether a line is one that is asked for; None where all are. A condition on a column that is not there holds."""
    places = {name: place for place, name in enumerate(names_of(columns))}
    asked = [(places[condition.column], condition) for condition in conditions if condition.column in places]
    return (lambda row: all(condition.holds(row[place]) for place, condition in asked)) if asked else None


def _outcomes_where(outcomes: Iterable[Outcome], wishes: Wishes, conditions: list[Condition]) -> Iterable[Outcome]:
    is_wanted = filter_of(columns_of("reports"), conditions)
    return outcomes if is_wanted is None else (outcome for outcome in outcomes if is_wanted(next(ROWS["reports"](outcome, wishes))))
