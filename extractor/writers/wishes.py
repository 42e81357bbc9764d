"""What the user asks of an output: which shape, which columns, which lines, and how they are written.

>>> Wishes(codes=("penalty.*",)).conditions
(Condition(column='code', operator='=', pattern='penalty.*'),)
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from fnmatch import fnmatchcase
from operator import ge, gt, le, lt
from typing import Any, Literal

from extractor.writers.cells import Cell, cell_text
from extractor.writers.columns import Language
from extractor.writers.errors import WishError

MONEY_UNITS = ("元", "万元")

_COMPARED: dict[str, Callable[[Any, Any], bool]] = {">=": ge, "<=": le, ">": gt, "<": lt}
_OPERATORS = ("!=", ">=", "<=", "=", ">", "<")  # longer ones first


@dataclass(frozen=True, slots=True)
class Condition:
    """What a cell of a column has to be: ``=`` and ``!=`` take words with * and ?, several parted by commas; the others numbers and dates."""

    column: str
    operator: str
    pattern: str

    def holds(self, cell: Cell) -> bool:
        """Whether a cell is as it has to be; an empty one is neither more nor less than anything.

        >>> Condition("code", "=", "penalty.*,review.cases").holds("review.cases"), Condition("value", ">", "5").holds(Decimal("4.5"))
        (True, False)
        """
        if self.operator in _COMPARED:
            return cell is not None and _COMPARED[self.operator](cell, _like(self.pattern, cell))
        words = cell_text(cell, guarded=False)
        return any(fnmatchcase(words, pattern) for pattern in self.pattern.split(",")) == (self.operator == "=")


@dataclass(frozen=True, slots=True)
class Wishes:
    """All of it; what is not asked for is left as it is.

    ``shape`` None is whatever the format holds by itself. ``names`` has the Chinese and the English name of indicator codes, for ``lang``.
    ``plain`` leaves out the marks that keep a spreadsheet from taking words for formulas and numbers.
    """

    shape: str | None = None
    columns: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    where: tuple[Condition, ...] = ()
    header: bool = True
    lang: Language | None = None
    decimal: Literal[".", ","] = "."
    money: str = MONEY_UNITS[0]
    encoding: str | None = None
    plain: bool = False
    names: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """What lines have to be, the codes that are asked for included."""
        return (*((Condition("code", "=", ",".join(self.codes)),) if self.codes else ()), *self.where)

    def name_of(self, code: str | None, name: str) -> str:
        """The name of a figure in the language that is asked for; as it is where the catalogue has none."""
        known = self.names.get(code or "") if self.lang == "en" else None
        return known[1] or name if known else name


def parse_condition(text: str) -> Condition:
    """A condition as it is written on the command line. Raises WishError.

    >>> parse_condition("code=penalty.*"), parse_condition("year>=2020").operator
    (Condition(column='code', operator='=', pattern='penalty.*'), '>=')
    """
    places = [(text.find(operator), -len(operator), operator) for operator in _OPERATORS if operator in text]
    place, _, operator = min(places, default=(0, 0, ""))
    if not text[:place].strip():
        raise WishError(f"{text} is no condition: it has the form COLUMN=PATTERN, with one of {' '.join(_OPERATORS)}")
    return Condition(text[:place].strip(), operator, text[place + len(operator) :].strip())


def _like(pattern: str, cell: Cell) -> Cell:
    """A pattern as a value of the kind of a cell. Raises WishError."""
    try:
        if isinstance(cell, dt.date):
            return dt.date.fromisoformat(pattern)
        if isinstance(cell, str):
            return pattern
        return Decimal(pattern)
    except (ValueError, InvalidOperation) as error:
        raise WishError(f"{pattern} cannot be compared with {cell_text(cell, guarded=False)}") from error
