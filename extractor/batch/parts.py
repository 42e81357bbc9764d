"""What goes to a worker and what comes back: a task; of its file an opening, one part a report or failure, and a closing.

>>> part = Lost("in/a.txt", "the file is empty")
>>> unpacked(packed(part)) == part
True
"""

import pickle
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.readers.demands import Demands

if TYPE_CHECKING:
    from extractor.indicators.rules import Rule

Cell = str | int | float | None
Lines = list[tuple[Cell, ...]]


@dataclass(frozen=True, slots=True)
class Task:
    """A file to be done: its ``number`` in the order of the input, the ``path`` to open; a ``problem`` is why it need not be tried."""

    number: int
    path: str
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for all files of a run. ``memory`` (bytes) is the most that a worker may take; ``with_tables`` asks for lines of a store."""

    demands: Demands = field(default_factory=Demands)
    rules: "tuple[Rule, ...] | None" = None
    memory: int | None = None
    with_tables: bool = True


@dataclass(frozen=True, slots=True)
class Made:
    """A report: its ``path``, the ``record`` as JSON, its lines by table, and the keys by which the same report is known elsewhere."""

    path: str
    record: bytes
    tables: dict[str, Lines] = field(default_factory=dict)
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lost:
    """A report that could not be made, and why, as a sentence without a full stop."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Opening:
    """The beginning of a file: its state when it was opened, by which it is known again should nobody live to close it."""

    sha256: str | None = None
    stamp: str | None = None


@dataclass(frozen=True, slots=True)
class Closing:
    """The end of a file: the ``sha256`` of what was read and how the system knows its state; None where that cannot be relied upon."""

    sha256: str | None = None
    stamp: str | None = None


Part = Opening | Made | Lost | Closing


def packed(part: Part | Task | Settings) -> bytes:
    """As bytes for a pipe; what they are read by is the same program."""
    return pickle.dumps(part, pickle.HIGHEST_PROTOCOL)


def unpacked(data: bytes) -> Part:
    """What `packed` made."""
    part: Part = pickle.loads(data)  # noqa: S301, from a worker of one's own
    return part
