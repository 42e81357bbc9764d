"""A label and what the program says, side by side.

Whatever the labels come from (passages, specimens, real reports), they are compared in one way: each field that is judged makes one
`Check`. What a test reports, what a table counts and what is remembered of a run all follow from a list of them.

>>> check = Check("market 4", "58 at 36", "part", "True", "False")
>>> check.right, check.told()
(False, 'market 4, 58 at 36, part: wants True, gets False')
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

import regex

CORE_CODES = Path(__file__).parent / "golden" / "core_codes.txt"
RUN = regex.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_FULL_WIDTH = {0xFF10 + digit: str(digit) for digit in range(10)}

Period = tuple[str, str]


class Check(NamedTuple):
    """One field of one thing: in which text it stands, and where; None where the label, or the program, has nothing there."""

    text: str
    at: str
    what: str
    want: str | None
    got: str | None

    @property
    def right(self) -> bool:
        """Whether the program says what the label says."""
        return self.want == self.got

    @property
    def fault(self) -> bool:
        """Whether a test should tell of it: not of names, which are more or less alike, nor of what its own fields tell already."""
        return not self.right and self.what not in {"name", "indicator"}

    @property
    def key(self) -> str:
        """What the check is known by from run to run."""
        return f"{self.text}, {self.at}, {self.what}"

    def told(self) -> str:
        """The check as a sentence for whoever reads a failure."""
        return f"{self.key}: wants {self.want or 'none'}, gets {self.got or 'none'}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its meaning, from a label or from the program; a period is always given."""

    value: Decimal
    value_max: Decimal | None
    unit: str
    qualifier: str
    aspect: str
    part: bool
    code: str | None
    name: str
    period: Period

    @property
    def amount(self) -> str:
        """Value and unit, digit for digit: `3-5工作日`."""
        upper = "" if self.value_max is None else f"-{plain(self.value_max)}"
        return f"{plain(self.value)}{upper}{self.unit}"

    @property
    def told_for(self) -> str:
        """The period as it is written in labels."""
        return "/".join(self.period)

    @property
    def meaning(self) -> str | None:
        """All that makes an indicator right, whole or part; None without a code."""
        return f"{self.code} {self.amount} {self.qualifier} {self.aspect} {self.told_for}" if self.code else None


class Zero(NamedTuple):
    """A statement that there was none, and what it denies."""

    start: int
    end: int
    code: str | None


@cache
def core_codes() -> frozenset[str]:
    """The codes that labels know. What the catalogue knows beyond them is neither right nor wrong where a label has no code."""
    return frozenset(CORE_CODES.read_text(encoding="utf-8").split())


def run_at(text: str, place: int = 0) -> str:
    """The run of digits that begins at a place, full-width digits folded: a full-width point ends it, as it does in the labels.

    >>> run_at("1,386件"), run_at("达９８．５％", 1)
    ('1,386', '98')
    """
    run = RUN.match(text, place)
    return run.group().translate(_FULL_WIDTH) if run else ""


def plain(value: Decimal) -> str:
    """A number in as few digits as say it.

    >>> plain(Decimal("3984000.0")), plain(Decimal("4E+3"))
    ('3984000', '4000')
    """
    return format(value.normalize(), "f")


def squeezed(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


def year_of(year: int | None) -> Period:
    """The whole of a year."""
    return (f"{year}-01-01", f"{year}-12-31")


def best_of(want: Figure | None, found: Sequence[Figure]) -> Figure | None:
    """One numeral may state two things: the one with the code of the label, else the first; as the labels can know it."""
    if not found:
        return None
    code = want.code if want else None
    chosen = next((figure for figure in found if figure.code == code), found[0])
    return _as_labels_know(chosen) if code is None else chosen


def _as_labels_know(figure: Figure) -> Figure:
    if figure.code is None or figure.code in core_codes():
        return figure
    return replace(figure, code=None)


def figure_checks(text: str, at: str, want: Figure | None, found: Sequence[Figure]) -> Iterator[Check]:
    """Every judged field of a figure that the label has, the program, or both."""
    got = best_of(want, found)
    yield Check(text, at, "quantity", want.amount if want else None, got.amount if got else None)
    if want is None:
        return
    if got is not None:
        yield from _field_checks(text, at, want, got)
    code, meaning = (got.code, got.meaning) if got else (None, None)
    if want.code or code:
        yield Check(text, at, "code", want.code, code)
        yield Check(text, at, "indicator", want.meaning, meaning)


def _field_checks(text: str, at: str, want: Figure, got: Figure) -> Iterator[Check]:
    yield Check(text, at, "qualifier", want.qualifier, got.qualifier)
    yield Check(text, at, "aspect", want.aspect, got.aspect)
    yield Check(text, at, "period", want.told_for, got.told_for)
    yield Check(text, at, "name", want.name, got.name)
    if want.code:  # which figure is the office's own matters where a column takes it
        yield Check(text, at, "part", str(want.part), str(got.part))


def zero_checks(text: str, wanted: Iterable[Zero], found: Iterable[Zero]) -> Iterator[Check]:
    """Every denial with a code: the quotes must touch, the codes be the same."""
    left = [zero for zero in found if zero.code in core_codes()]
    for want in wanted:
        if want.code is None:
            continue
        got = next((zero for zero in left if zero.code == want.code and zero.start < want.end and want.start < zero.end), None)
        if got:
            left.remove(got)
        yield Check(text, f"{want.code} at {want.start}", "zero", want.code, got.code if got else None)
    yield from (Check(text, f"{zero.code} at {zero.start}", "zero", None, zero.code) for zero in left)


def likeness(one: str, other: str) -> float:
    """How much two names have in common, by pairs of characters, from 0 to 1.

    >>> likeness("行政许可件数", "行政许可件数"), likeness("罚款", "检查")
    (1.0, 0.0)
    """
    pairs = _pairs(one), _pairs(other)
    return 2 * (pairs[0] & pairs[1]).total() / (pairs[0].total() + pairs[1].total())


def _pairs(name: str) -> Counter[str]:
    name = squeezed(name)
    return Counter(name[i : i + 2] for i in range(len(name) - 1)) or Counter([name])
