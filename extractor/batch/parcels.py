"""The parts of one file, kept together until their turn has come; what is large waits on disk.

>>> parcel = Parcel(Task(0, "a.zip"))
>>> parcel.add(packed(Lost("a.zip/b.txt", "the file is empty")))
>>> [part.reason for part in parcel.parts()]
['the file is empty']
>>> parcel.close()
"""

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile

from extractor.batch.parts import Closing, Lost, Opening, Part, Task, packed, unpacked
from extractor.files import path_text

_IN_MEMORY = 2**20  # bytes
_LENGTH = 8  # bytes that say how long a part is


class Parcel:
    """What came of a task so far; ``problem`` is what happened to the worker, if anything did."""

    def __init__(self, task: Task, problem: str | None = None) -> None:
        self.task = task
        self.problem = problem
        self._opening = Opening()
        self._file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115, closed when the parcel is
        if problem:
            self.lose(problem)

    def open(self, data: bytes) -> None:
        """Takes in an opening as it came."""
        opening = unpacked(data)
        if isinstance(opening, Opening):
            self._opening = opening

    def add(self, data: bytes) -> None:
        """Takes in a part as it came."""
        self._file.write(len(data).to_bytes(_LENGTH, "big"))
        self._file.write(data)

    def lose(self, reason: str) -> None:
        """Ends the file with a failure; what was made before stays. As it was opened it need not be tried again."""
        self.problem = reason
        self.add(packed(Lost(path_text(self.task.path), reason)))
        self.add(packed(Closing(self._opening.sha256, self._opening.stamp)))

    def parts(self) -> Iterator[Part]:
        """The parts in their order."""
        self._file.seek(0)
        while length := self._file.read(_LENGTH):
            yield unpacked(self._file.read(int.from_bytes(length, "big")))

    def close(self) -> None:
        """Gives the room back."""
        self._file.close()
