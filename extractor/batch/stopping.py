"""Ctrl-C, and what a cluster sends before it takes a machine away: the first time a wish to stop, the second time the end.

>>> asked = []
>>> with stopping(lambda: asked.append(True)):
...     signal.raise_signal(signal.SIGTERM)
>>> asked
[True]
"""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_ASKS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def stopping(stop: Callable[[], None]) -> Iterator[None]:
    """Within, the first such signal calls ``stop``, and another one raises KeyboardInterrupt. Only the main thread can do it; elsewhere nothing happens."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    asked = False

    def handle(number: int, frame: FrameType | None) -> None:  # noqa: ARG001, what a handler is given
        nonlocal asked
        if asked:
            raise KeyboardInterrupt
        asked = True
        stop()

    before = {number: signal.signal(number, handle) for number in _ASKS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
