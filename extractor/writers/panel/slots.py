"""A cell of a panel while it is made: the figure that it shows, its rivals, and what else is said of its code.

>>> slot = Slot()
>>> slot.state(Figure(Decimal(17), "件", id=3))
>>> slot.state(Figure(Decimal(19), "件", id=8))
>>> slot.value, [rival.value for rival in slot.rivals]
(Decimal('17'), [Decimal('19')])
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

# What a figure can be that is not the office's own whole of the year.
Other = Literal["part", "change", "target", "time"]


class Figure(NamedTuple):
    """A figure of a report: its value, and where it stands.

    ``mark`` is how exact it is where it is not exact, ``source`` the place of its file in the line, ``place`` that of its own line in the output.
    """

    value: Decimal
    unit: str
    id: int
    mark: str | None = None
    source: int = 0
    place: int = 0


@dataclass(slots=True)
class Slot:
    """What the reports of a line say under one code; ``own`` is None where they say nothing that the cell can show."""

    own: Figure | None = None
    is_of_day: bool = False
    rivals: tuple[Figure, ...] = ()
    others: tuple[tuple[Other, Figure], ...] = ()

    @property
    def value(self) -> Decimal | None:
        """What the cell shows."""
        return self.own.value if self.own else None

    def state(self, figure: Figure, *, is_of_day: bool = False) -> None:
        """A level of the whole and of the year. What holds for the year comes before what holds for a day of it, and then what is said first."""
        if self.own is None:
            self.own, self.is_of_day = figure, is_of_day
        elif self.is_of_day and not is_of_day:
            self.mention("time", self.own)
            self.own, self.is_of_day, self.rivals = figure, False, ()
        elif is_of_day and not self.is_of_day:
            self.mention("time", figure)
        elif figure.value not in (self.own.value, *(rival.value for rival in self.rivals)):
            self.rivals += (figure,)

    def mention(self, other: Other, figure: Figure) -> None:
        """Something else that is said of the code; the first of its kind is kept."""
        if all(kind != other for kind, _ in self.others):
            self.others += ((other, figure),)
