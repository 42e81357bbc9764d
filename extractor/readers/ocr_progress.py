"""Who is told that a page is being read, which takes seconds: the terminal, where standard error is one, unless someone else listens.

>>> heard = []
>>> with listening(heard.append), reading_page(3):
...     pass
>>> heard
['page 3: optical character recognition', '']
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[str], None]


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Within, the ``listener`` is told instead of the terminal: a sentence when a page begins, nothing when it is done."""
    token = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(token)


@contextmanager
def reading_page(page: int) -> Iterator[None]:
    """Within, a page is being read; ``page`` counts from 1."""
    tell = _LISTENER.get()
    tell(f"page {page}: optical character recognition")
    try:
        yield
    finally:
        tell("")


def _tell_terminal(message: str) -> None:
    """Writes over what was told before; nothing stays."""
    if sys.stderr is not None and sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{message}")
        sys.stderr.flush()


_LISTENER: ContextVar[Listener] = ContextVar("listener", default=_tell_terminal)
