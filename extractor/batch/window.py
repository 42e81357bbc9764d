"""Parcels that come as they are done, and leave in the order of their tasks.

>>> from extractor.batch.parts import Task
>>> window = Window(2)
>>> window.begin(); window.begin(); window.has_room
False
>>> window.put(Parcel(Task(1, "b")))
>>> list(window.ready())
[]
>>> window.put(Parcel(Task(0, "a")))
>>> for parcel in window.ready():
...     print(parcel.task.path, window.has_room)
...     parcel.close()
a True
b True
"""

from collections.abc import Iterator

from extractor.batch.parcels import Parcel


class Window:
    """Holds no more than ``size`` tasks between their beginning and their turn."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._next = 0
        self._begun = 0
        self._parcels: dict[int, Parcel] = {}

    @property
    def has_room(self) -> bool:
        """Whether another task may begin."""
        return self._begun - self._next < self._size

    def begin(self) -> None:
        """The next task begins."""
        self._begun += 1

    def put(self, parcel: Parcel) -> None:
        """Takes in what was made of a task."""
        self._parcels[parcel.task.number] = parcel

    @property
    def is_ready(self) -> bool:
        """Whether there is a parcel whose turn has come."""
        return self._next in self._parcels

    def ready(self) -> Iterator[Parcel]:
        """The parcels whose turn has come."""
        while (parcel := self._parcels.pop(self._next, None)) is not None:
            self._next += 1
            yield parcel

    def close(self) -> None:
        """Forgets the parcels whose turn does not come any more."""
        while self._parcels:
            self._parcels.popitem()[1].close()
