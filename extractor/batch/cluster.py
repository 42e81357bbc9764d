"""A Dask cluster that does the work."""

from collections.abc import Generator, Iterable

from extractor.batch.options import Options
from extractor.batch.parcels import Parcel
from extractor.batch.parts import Task
from extractor.batch.pool import PoolError


class Cluster:
    """Workers elsewhere, by the address of their scheduler. Raises PoolError where nobody answers."""

    def __init__(self, scheduler: str, options: Options) -> None:
        self._options = options
        raise PoolError(f"{scheduler}: not yet")

    def run(self, tasks: Iterable[Task], pulse: float | None = None) -> Generator[Parcel | None, None, None]:
        """A parcel for each task, in the order of their numbers, which count up from 0; None from time to time."""
        yield from ()

    def stop(self) -> None:
        """Begins no more files."""

    def current(self) -> str | None:
        """The path of a file that is in hand."""
        return None

    def close(self) -> None:
        """Lets go of the cluster."""
