"""A Dask cluster that does the work, with the same limits as on this machine: beside each Dask worker one process of ours has the file in hand.

A file whose Dask worker dies is tried again by another; Dask itself sees to that, a few times, and this module after it.
"""

import os
import threading
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, suppress
from queue import Empty, Queue
from typing import Any

from extractor.batch.options import Options
from extractor.batch.parcels import Parcel
from extractor.batch.parts import Settings, Task, packed
from extractor.batch.pool import TRIES, WINDOW, Limits, Pool, PoolError
from extractor.batch.versions import version_of
from extractor.batch.window import Window

Future = Any  # Dask has no types to speak of

_INSTALL = "pip install 'fazhi[dask]'"
_ANSWER = 20  # seconds in which a scheduler has to answer
_AHEAD = 4  # files a thread of the cluster that are handed out at once

_here = threading.local()


def do_remotely(path: str, settings: Settings, limits: Limits) -> list[bytes]:
    """The parts of a file, packed. Run on a worker of the cluster, whose threads keep a process each."""
    pool: Pool | None = getattr(_here, "pool", None)
    if pool is None or _here.said != (settings, limits):
        if pool is not None:
            pool.close()
        pool = _here.pool = Pool(settings, limits)
        _here.said = (settings, limits)
    found: list[bytes] = []
    for parcel in pool.run([Task(0, path)]):
        if parcel is not None:
            found += map(packed, parcel.parts())
            parcel.close()
    return found


class Cluster:
    """Workers elsewhere, by the address of their scheduler. Raises PoolError where nobody answers, or they have another version."""

    def __init__(self, scheduler: str, options: Options) -> None:
        try:
            import distributed
        except ImportError as error:
            raise PoolError(f"a Dask cluster needs {_INSTALL}") from error
        client: Any = distributed.Client
        try:
            self._client = client(scheduler, timeout=_ANSWER, set_as_default=False)
        except (OSError, ValueError) as error:
            raise PoolError(f"{scheduler}: no scheduler answers there") from error
        self._options = options
        self._is_stopping = False
        self._flying: dict[str, Task] = {}  # what is handed out, by the keys of Dask
        self._tries: dict[int, int] = {}
        self._done: Queue[Future] = Queue()
        self._check_versions()

    def stop(self) -> None:
        """Begins no more files; those that are handed out are finished."""
        self._is_stopping = True

    def current(self) -> str | None:
        """The path of the first file that is handed out."""
        return next((task.path for task in self._flying.values()), None)

    def close(self) -> None:
        """Lets go of the cluster."""
        with suppress(Exception):
            self._client.close()

    def run(self, tasks: Iterable[Task], pulse: float | None = None) -> Generator[Parcel | None, None, None]:
        """A parcel for each task, in the order of their numbers, which count up from 0; None where for ``pulse`` seconds there was nothing."""
        waiting = iter(tasks)
        with closing(Window(WINDOW)) as window:
            while True:
                self._feed(waiting, window)
                yield from window.ready()
                if not self._flying and not window.is_ready:
                    return
                try:
                    future = self._done.get(timeout=pulse)
                except Empty:
                    yield None
                    continue
                for parcel in self._take(future):
                    window.put(parcel)

    def _feed(self, waiting: Iterator[Task], window: Window) -> None:
        while not self._is_stopping and window.has_room and len(self._flying) < _AHEAD * self._count_threads():
            task = next(waiting, None)
            if task is None:
                return
            window.begin()
            if task.problem:
                window.put(Parcel(task, task.problem))
            else:
                self._hand_out(task)

    def _hand_out(self, task: Task) -> None:
        limits = Limits(1, self._options.timeout, folder=os.getcwd())
        future: Future = self._client.submit(do_remotely, task.path, self._options.settings, limits, pure=False)
        self._flying[future.key] = task
        future.add_done_callback(self._done.put)

    def _take(self, future: Future) -> Iterator[Parcel]:
        """The parcel of a task that is done; nothing where it is handed out again."""
        task = self._flying.pop(future.key)
        parcel = Parcel(task)
        try:
            for part in future.result():
                parcel.add(part)
        except Exception as error:  # noqa: BLE001, whatever befell it on the cluster
            tries = self._tries[task.number] = self._tries.get(task.number, 0) + 1
            if tries < TRIES:
                parcel.close()
                self._hand_out(task)
                return
            parcel.lose(f"the cluster gave it up: {type(error).__name__}: {error}".splitlines()[0])
        self._tries.pop(task.number, None)
        yield parcel

    def _count_threads(self) -> int:
        threads: dict[str, int] = self._client.nthreads()
        return max(1, sum(threads.values()))

    def _check_versions(self) -> None:
        here = version_of(())
        others = {version for version in self._client.run(version_of, ()).values() if version != here}
        if others:
            self.close()
            raise PoolError(f"the cluster has another version of fazhi: {', '.join(sorted(map(str, others)))}, and here is {here}")
