"""Checks counted: how much of what labels say the program finds, and how much of what it says is right.

>>> count = Count.of([Check("a", "1", "code", "x", "x"), Check("a", "2", "code", "x", None), Check("a", "3", "code", None, "y")])
>>> count.gold, count.right, count.wrong, count.missed
(2, 1, 1, 1)
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.labels import Check, likeness

# The measures of the table, in its order, and the field that each is made from.
MEASURES = {
    "codes": "code",
    "indicators": "indicator",
    "quantities": "quantity",
    "part": "part",
    "aspect": "aspect",
    "qualifier": "qualifier",
    "period": "period",
    "kinds": "kind",
    "zeros": "zero",
    "metadata": "metadata",
    "body": "body",
    "sections": "section",
    "titles": "section title",
}


@dataclass(frozen=True, slots=True)
class Count:
    """What labels have, what the program says, and what of it is right."""

    gold: int
    found: int
    right: int

    @classmethod
    def of(cls, checks: Iterable[Check]) -> "Count":
        """The count over checks of one kind; where neither side has anything there is nothing to count."""
        checks = list(checks)
        return cls(
            gold=sum(check.want is not None for check in checks),
            found=sum(check.got is not None for check in checks),
            right=sum(check.right and check.want is not None for check in checks),
        )

    @property
    def wrong(self) -> int:
        """What the program says and labels do not."""
        return self.found - self.right

    @property
    def missed(self) -> int:
        """What labels have and the program does not say."""
        return self.gold - self.right

    @property
    def precision(self) -> float | None:
        """The share of what is said that is right."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of what labels have that is found."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Both shares in one."""
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else None


def by_measure(checks: Sequence[Check]) -> dict[str, Count]:
    """The count of every measure; fields that are absent on both sides (no 索引号 and none found) count as found."""
    fields: dict[str, list[Check]] = defaultdict(list)
    for check in checks:
        fields[check.what].append(check if check.what != "metadata" else _with_absence(check))
    return {measure: Count.of(fields[field]) for measure, field in MEASURES.items() if field in fields}


def by_code(checks: Iterable[Check]) -> dict[str, Count]:
    """The count of every code that a label has or the program gives; a figure with another's code is missed here and wrong there."""
    codes: dict[str, list[Check]] = defaultdict(list)
    for check in checks:
        if check.what == "code":
            for code in {check.want, check.got} - {None}:
                codes[str(code)].append(_for_code(check, str(code)))
    return {code: Count.of(codes[code]) for code in sorted(codes)}


def naming(checks: Iterable[Check]) -> float | None:
    """How like the names are to those of the labels, on average."""
    names = [likeness(check.want or "", check.got or "") for check in checks if check.what == "name"]
    return sum(names) / len(names) if names else None


def _with_absence(check: Check) -> Check:
    return check._replace(want=check.want or "absent", got=check.got or "absent")


def _for_code(check: Check, code: str) -> Check:
    return check._replace(want=check.want if check.want == code else None, got=check.got if check.got == code else None)
