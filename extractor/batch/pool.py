"""Workers, and what they make in the order of the input. Whatever befalls a worker costs the file that it had in hand, and no other.

A file whose worker dies is tried again by another, a few times, since the fault may lie elsewhere; one that takes too long is not.
"""

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from multiprocessing.connection import wait
from time import monotonic

from extractor.batch.deaths import cause_of_death
from extractor.batch.hands import Hand
from extractor.batch.parcels import Parcel
from extractor.batch.parts import Settings, Task
from extractor.batch.window import Window
from extractor.errors import FazhiError
from extractor.files import reason_of

TRIES = 3  # of a file whose worker died
WINDOW = 256  # files that may be under way or done before their turn
_STILLBORN = 5  # workers in a row that die before they are ready


class PoolError(FazhiError):
    """Workers do not even start."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How many workers there are, and how many seconds each has for a file, and for each file of an archive; None is no limit.

    ``threads`` is how many of them a worker may take, and ``folder`` where paths count from; None is the current one.
    """

    jobs: int
    timeout: float | None = None
    threads: int = 1
    folder: str | None = None


class Pool:
    """Some workers. To be closed when they are not needed any more."""

    def __init__(self, settings: Settings, limits: Limits) -> None:
        self._settings, self._limits = settings, limits
        self._hands: list[Hand] = []
        self._again: deque[Task] = deque()
        self._deaths: dict[int, int] = {}
        self._stillborn = 0
        self._is_stopping = False

    def stop(self) -> None:
        """Begins no more files; those in hand are finished."""
        self._is_stopping = True

    def current(self) -> str | None:
        """The path of the file that has been in hand for longest."""
        busy = [hand for hand in self._hands if hand.tasks]
        return min(busy, key=lambda hand: hand.since).tasks[0].path if busy else None

    def run(self, tasks: Iterable[Task], pulse: float | None = None) -> Generator[Parcel | None, None, None]:
        """A parcel for each task, in the order of their numbers, which count up from 0; None where for ``pulse`` seconds there was nothing.

        Raises PoolError.
        """
        with closing(Window(WINDOW)) as window:
            waiting = iter(tasks)
            while True:
                self._feed(waiting, window)
                yield from window.ready()
                self._feed(waiting, window)
                if not any(hand.tasks for hand in self._hands) and not self._again:
                    return
                done = list(self._listen(pulse))
                for parcel in done:
                    window.put(parcel)
                if not done:
                    yield None

    def close(self) -> None:
        """Ends all workers, whatever they are at."""
        while self._hands:
            self._hands.pop().dismiss()

    # --- giving work

    def _feed(self, waiting: Iterator[Task], window: Window) -> None:
        """Gives every worker what it has room for, first to those that have nothing; hires where hands are missing."""
        while self._has_room and (task := self._next(waiting, window)) is not None:
            if task.problem:
                window.put(Parcel(task, task.problem))
            else:
                self._free_hand().give(task)

    @property
    def _has_room(self) -> bool:
        return len(self._hands) < self._limits.jobs or any(hand.has_room for hand in self._hands)

    def _next(self, waiting: Iterator[Task], window: Window) -> Task | None:
        if self._again:
            return self._again.popleft()
        if self._is_stopping or not window.has_room:
            return None
        task = next(waiting, None)
        if task is not None:
            window.begin()
        return task

    def _free_hand(self) -> Hand:
        """The one with least to do; a new one, as long as there may be more and all others have something to do."""
        if len(self._hands) < self._limits.jobs and all(hand.tasks for hand in self._hands):
            self._hands.append(self._hire())
            return self._hands[-1]
        return min(self._hands, key=lambda hand: len(hand.tasks))

    def _hire(self) -> Hand:
        try:
            return Hand.hire(self._settings, self._limits.timeout, self._limits.threads, self._limits.folder)
        except OSError as error:
            raise PoolError(f"workers do not start: {reason_of(error)}") from error

    # --- taking in what was made

    def _listen(self, pulse: float | None) -> Iterator[Parcel]:
        """What is done by now, after waiting for something to happen."""
        by_connection = {hand.connection: hand for hand in self._hands}
        for connection in wait(list(by_connection), self._patience(pulse)):
            yield from self._hear(by_connection[connection])  # type: ignore[index]
        yield from self._overdue()

    def _hear(self, hand: Hand) -> Iterator[Parcel]:
        try:
            parcel = hand.hear()
        except (EOFError, OSError):
            yield from self._died(hand)
            return
        self._stillborn = 0
        if parcel is not None:
            self._deaths.pop(parcel.task.number, None)
            yield parcel
            if not hand.is_ready:
                self._dismiss(hand)

    def _patience(self, pulse: float | None) -> float | None:
        timeout = self._limits.timeout
        ends = [end for hand in self._hands if timeout and (end := hand.overdue_at(timeout)) is not None]
        left = [max(0.0, min(ends) - monotonic())] if ends else []
        return min([*left, *([pulse] if pulse is not None else [])], default=None)

    def _overdue(self) -> Iterator[Parcel]:
        timeout, now = self._limits.timeout, monotonic()
        for hand in list(self._hands):
            if timeout and (end := hand.overdue_at(timeout)) is not None and end <= now and not hand.connection.poll():
                parcel = self._partial(hand)
                self._dismiss(hand)
                parcel.lose(f"takes longer than {timeout:g} seconds")
                yield parcel

    # --- what befalls workers

    def _died(self, hand: Hand) -> Iterator[Parcel]:
        if not hand.is_ready:
            self._bury_stillborn(hand)
            return
        task = hand.tasks[0] if hand.tasks else None
        parcel = self._partial(hand) if task else None
        status = self._dismiss(hand)
        if task is None or parcel is None:
            return
        tries = self._deaths[task.number] = self._deaths.get(task.number, 0) + 1
        if tries < TRIES:
            parcel.close()
            self._again.appendleft(task)
            return
        del self._deaths[task.number]
        parcel.lose(cause_of_death(status))
        yield parcel

    def _bury_stillborn(self, hand: Hand) -> None:
        self._stillborn += 1
        status = self._dismiss(hand)
        if self._stillborn >= _STILLBORN:
            self.close()
            raise PoolError(f"workers do not start: {cause_of_death(status)}; perhaps they may take too little memory")

    def _partial(self, hand: Hand) -> Parcel:
        """What was made of the file in hand, which is taken from the worker."""
        task = hand.tasks.popleft()
        parcel, hand.parcel = hand.parcel or Parcel(task), None
        return parcel

    def _dismiss(self, hand: Hand) -> int:
        """Its other tasks are given to others."""
        self._hands.remove(hand)
        self._again.extendleft(reversed(hand.tasks))
        hand.tasks.clear()
        return hand.dismiss()
