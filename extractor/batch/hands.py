"""One worker, seen from the process that gives it work."""

import os
import signal
import socket
import subprocess
import sys
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from time import monotonic

from extractor.batch.parcels import Parcel
from extractor.batch.parts import Settings, Task
from extractor.batch.worker import FAREWELL, LAST, OPENING, READY

AT_ONCE = 2  # tasks that a worker is given: the one in hand, and one that it can go on with at once
_COMMAND = (sys.executable, "-P", "-m", "extractor.batch.worker")


@dataclass(eq=False, slots=True)
class Hand:
    """A worker: its process, the socket to it, its tasks, and when it began with the first of them (None while it is not ready or has none)."""

    process: "subprocess.Popen[bytes]"
    connection: Connection
    tasks: deque[Task] = field(default_factory=deque)
    parcel: Parcel | None = None
    is_ready: bool = False
    since: float = 0.0

    @classmethod
    def hire(cls, settings: Settings, timeout: float | None, threads: int = 1, folder: str | None = None) -> "Hand":
        """Starts a worker, which may take so many threads where a library asks for them; ``folder`` is where its paths count from."""
        ours, theirs = socket.socketpair()
        path = os.pathsep.join(entry or os.getcwd() for entry in sys.path)
        environment = {"OMP_NUM_THREADS": str(threads)} | os.environ | {"PYTHONPATH": path}
        with ours, theirs:
            # A group of its own: Ctrl-C in a terminal is not for workers, and whatever they start can be ended with them.
            process = subprocess.Popen(  # noqa: S603
                _COMMAND, stdin=theirs.fileno(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, cwd=folder, process_group=0
            )
            hand = cls(process, Connection(ours.detach()))
        hand._say((settings, timeout))
        return hand

    @property
    def has_room(self) -> bool:
        """Whether it can be given another task."""
        return len(self.tasks) < AT_ONCE

    def give(self, task: Task) -> None:
        """Hands it a task."""
        if not self.tasks:
            self.since = monotonic()
        self.tasks.append(task)
        self._say(task)

    def hear(self) -> Parcel | None:
        """Takes in what it says; a parcel where that ends a file. Raises EOFError or OSError where it is dead."""
        message = self.connection.recv_bytes()
        mark, data = message[:1], message[1:]
        self.since = monotonic()
        if mark == READY:
            self.is_ready = True
            return None
        parcel = self.parcel = self.parcel or Parcel(self.tasks[0])
        if mark == OPENING:
            parcel.open(data)
            return None
        parcel.add(data)
        if mark not in (LAST, FAREWELL):
            return None
        self.tasks.popleft()
        self.parcel, self.is_ready = None, mark == LAST
        return parcel

    def overdue_at(self, timeout: float) -> float | None:
        """When it has had its time for the file in hand; None while it has none, or has not begun."""
        return self.since + timeout if self.tasks and self.is_ready else None

    def dismiss(self) -> int:
        """Ends it with all that it started; how it ended, as subprocess tells it."""
        self.connection.close()
        if self.parcel is not None:
            self.parcel.close()
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        return self.process.wait()

    def _say(self, message: object) -> None:
        """A worker that has died is found out when it is listened to."""
        with suppress(BrokenPipeError, ConnectionResetError):
            self.connection.send(message)
