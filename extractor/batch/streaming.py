"""Reports one by one from many workers, for outputs that are written in one go."""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain, islice

from extractor.batch.globs import NameWish
from extractor.batch.options import Options, cores
from extractor.batch.parts import Lost, Made, Task
from extractor.batch.pool import Limits, Pool
from extractor.batch.walk import find_found
from extractor.files import STANDARD_INPUT, Failure, find_files, path_text
from schemas import Report

FEW = 50  # files that one process does sooner than several can begin


def list_files(paths: Collection[str], wish: NameWish, leave_out: str | None) -> Iterator[str | Failure]:
    """The files at and below some paths, and what could not be looked into; only those that are wanted."""
    if wish == NameWish():
        yield from find_files(paths, leave_out)
        return
    for found in find_found(paths, wish, [leave_out] if leave_out else ()):
        yield Failure(path_text(found.path), found.problem) if found.problem else found.path


def are_many(files: Iterator[str | Failure]) -> tuple[bool, Iterator[str | Failure]]:
    """Whether there are so many that several processes are worth it, and the files again. Standard input is for this process alone.

    >>> are_many(iter(["a.txt", "b.txt"]))[0]
    False
    """
    first = list(islice(files, FEW))
    return len(first) == FEW and STANDARD_INPUT not in first, chain(first, files)


def reports_by_many(files: Iterable[str | Failure], options: Options) -> Iterator[Report | Failure]:
    """For each file its reports, or why there are none, in the order of the files. Raises PoolError."""
    pool = Pool(options.settings, Limits(options.jobs, options.timeout, max(1, cores() // options.jobs)))
    tasks = (
        Task(number, each.path, each.reason) if isinstance(each, Failure) else Task(number, each)
        for number, each in enumerate(files)
    )  # fmt: skip
    try:
        for parcel in pool.run(tasks, None):
            for part in parcel.parts() if parcel else ():
                if isinstance(part, Made):
                    yield Report.model_validate_json(part.record)
                elif isinstance(part, Lost):
                    yield Failure(part.path, part.reason)
            if parcel:
                parcel.close()
    finally:
        pool.close()
