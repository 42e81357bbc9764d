"""A worker: a process that is given files one by one over its standard input, a socket, and sends back their parts.

What it sends begins with a mark: ready, the opening of a file, a part, the last part of a file, or the last part of all. It ends when nobody is there to listen.
"""

import os
import signal
from multiprocessing.connection import Connection
from pathlib import Path

from extractor.batch.extraction import do_task, is_out_of_memory
from extractor.batch.limits import limit_memory
from extractor.batch.parts import Closing, Opening, Part, Settings, Task, packed

READY, OPENING, PART, LAST, FAREWELL = b"r", b"o", b"p", b"l", b"f"
_GRACE = 60  # seconds that a worker outlives the time it has for a file, should there be nobody left to end it


def main() -> None:
    """Works until the socket is closed. The first message is the settings and the time for a file, the others are tasks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    connection = _socket()
    try:
        settings, timeout = connection.recv()
        _prepare(settings)
        connection.send_bytes(READY)
        while _work(connection, settings, timeout):
            pass
    except (EOFError, OSError):
        return


def _work(connection: Connection, settings: Settings, timeout: float | None) -> bool:
    """One task; whether there can be another: where memory ran out, a process is not to be trusted."""
    task: Task = connection.recv()
    is_well = True
    _end_at_the_latest_in(timeout)
    for part in do_task(task, settings):
        is_well &= not is_out_of_memory(part)
        connection.send_bytes(_mark(part, is_well=is_well) + packed(part))
        _end_at_the_latest_in(timeout)
    signal.alarm(0)
    return is_well


def _mark(part: Part, *, is_well: bool) -> bytes:
    if isinstance(part, Opening):
        return OPENING
    if isinstance(part, Closing):
        return LAST if is_well else FAREWELL
    return PART


def _end_at_the_latest_in(timeout: float | None) -> None:
    """The system itself ends the process then, whatever it is caught in."""
    signal.alarm(int(timeout) + _GRACE if timeout else 0)


def _prepare(settings: Settings) -> None:
    """Does all that the first file would have to wait for."""
    if settings.memory:
        limit_memory(settings.memory)
    from extractor import extract_text

    extract_text("2022年，我局立案3件。", rules=settings.rules)


def _socket() -> Connection:
    """The socket, which from here on is not standard input: what a library prints or asks for must not get between."""
    connection = Connection(os.dup(0))
    with Path(os.devnull).open("r+b") as nothing:
        os.dup2(nothing.fileno(), 0)
    return connection


if __name__ == "__main__":
    main()
