"""How far a run is, on standard error: a bar on a terminal, a line from time to time elsewhere, or nothing at all.

>>> Rate(total=100, started=0.0).text(done=20, failed=1, now=10.0)
'20 of 100 files, 2.0 a second, 40 s left, 1 failed'
"""

import sys
from dataclasses import dataclass
from pathlib import PurePath
from time import monotonic
from typing import TYPE_CHECKING, Protocol, TextIO

from extractor.batch.parts import Lost
from extractor.files import one_line, path_text

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_EVERY = 10.0  # seconds between two lines
_LONGEST_NAME = 30


class Witness(Protocol):
    """Who is told how far a run is."""

    def say(self, words: str) -> None:
        """A sentence for the user."""

    def begin(self, total: int) -> None:
        """So many files are to be done."""

    def advance(self, lost: list[Lost], current: str | None) -> None:
        """One more file is done, with its failures; ``current`` is one in hand."""

    def wait(self, current: str | None) -> None:
        """Nothing has happened for a while."""

    def end(self) -> None:
        """No more is coming."""


class Silence:
    """Tells nobody."""

    def say(self, words: str) -> None:
        """Nothing."""

    def begin(self, total: int) -> None:
        """Nothing."""

    def advance(self, lost: list[Lost], current: str | None) -> None:
        """Nothing."""

    def wait(self, current: str | None) -> None:
        """Nothing."""

    def end(self) -> None:
        """Nothing."""


@dataclass(frozen=True, slots=True)
class Rate:
    """How fast it goes; times in seconds."""

    total: int
    started: float

    def text(self, done: int, failed: int, now: float) -> str:
        """How far it is, in words."""
        rate = done / max(now - self.started, 1e-9)
        left = f", {duration((self.total - done) / rate)} left" if rate else ""
        return f"{done:,} of {self.total:,} files, {rate:.1f} a second{left}" + (f", {failed:,} failed" if failed else "")


def duration(seconds: float) -> str:
    """Seconds as people say them.

    >>> duration(40), duration(150), duration(7300)
    ('40 s', '2 min', '2 h 1 min')
    """
    whole = round(seconds)
    if whole < 90:
        return f"{whole} s"
    return f"{whole // 60} min" if whole < 5400 else f"{whole // 3600} h {whole % 3600 // 60} min"


class Lines:
    """A line every so often, and one for each failure."""

    def __init__(self, stream: TextIO, every: float = _EVERY) -> None:
        self._stream, self._every = stream, every
        self._rate = Rate(0, 0.0)
        self._done = self._failed = 0
        self._next = 0.0

    def say(self, words: str) -> None:
        """At once."""
        self._stream.write(one_line(words) + "\n")
        self._stream.flush()

    def begin(self, total: int) -> None:
        """Counts from here."""
        self._rate = Rate(total, monotonic())
        self._done = self._failed = 0
        self._next = self._rate.started + self._every

    def advance(self, lost: list[Lost], current: str | None) -> None:
        """Tells failures at once, and how far it is when it is time."""
        self._done += 1
        self._failed += bool(lost)
        for each in lost:
            self.say(f"{each.path}: {each.reason}")
        self.wait(current)

    def wait(self, current: str | None) -> None:
        """Tells how far it is when it is time."""
        if (now := monotonic()) >= self._next:
            self._next = now + self._every
            self.say(self._rate.text(self._done, self._failed, now) + (f", at {path_text(current)}" if current else ""))

    def end(self) -> None:
        """Nothing is left to tell."""


class Bar:
    """A bar on a terminal, with rate, time left, failures and a file in hand; failures stay on lines above it."""

    def __init__(self) -> None:
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        self._failed = 0

    def say(self, words: str) -> None:
        """Above the bar."""
        if self._progress is None:
            sys.stderr.write(one_line(words) + "\n")
        else:
            self._progress.console.print(one_line(words), markup=False, highlight=False, soft_wrap=True)

    def begin(self, total: int) -> None:
        """Shows the bar."""
        self.end()
        self._failed = 0
        if total:
            self._progress = _bar()
            self._task = self._progress.add_task("", total=total, failed="", current="", rate="")
            self._progress.start()

    def advance(self, lost: list[Lost], current: str | None) -> None:
        """Moves it on."""
        self._failed += bool(lost)
        for each in lost:
            self.say(f"{each.path}: {each.reason}")
        if self._progress is not None and self._task is not None:
            self._progress.advance(self._task)
        self.wait(current)

    def wait(self, current: str | None) -> None:
        """Shows what is in hand."""
        if self._progress is None or self._task is None:
            return
        speed = self._progress.tasks[0].speed
        self._progress.update(
            self._task,
            failed=f"{self._failed:,} failed" if self._failed else "",
            current=_short(current) if current else "",
            rate=f"{speed:.1f}/s" if speed else "",
        )

    def end(self) -> None:
        """Takes the bar away."""
        if self._progress is not None:
            self._progress.stop()
            self._progress = None


def witness_of(stream: TextIO, *, quiet: bool) -> Witness:
    """The one that fits where standard error leads."""
    if quiet:
        return Silence()
    return Bar() if stream.isatty() else Lines(stream)


def _bar() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    fields = [TextColumn(f"{{task.fields[{name}]}}", markup=False) for name in ("rate", "failed", "current")]
    rate, failed, current = fields
    return Progress(BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn(), failed, current, console=Console(stderr=True), transient=True)


def _short(path: str) -> str:
    name = one_line(path_text(PurePath(path).name))
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
