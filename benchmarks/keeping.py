"""What it costs to keep a store, whoever does the work: `python -m benchmarks.keeping [REPORTS]`, 20,000 unless said otherwise.

The parts of some reports are made once, and then put in again and again as if workers had made each of them: what is left is the process that
finds the files, puts them in, and looks over all of them at the end. Peaks are of that process alone.
"""

import json
import subprocess
import sys
from collections.abc import Generator, Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.reports import IN_A_FOLDER, make_reports
from extractor.batch.extraction import parts_at
from extractor.batch.parcels import Parcel
from extractor.batch.parts import Closing, Made, Settings, Task, packed
from extractor.batch.run import extract_into
from extractor.batch.stamps import content_of, stamp_of

REPORTS = 20_000
_MADE = 100  # reports that are made, each of which stands for many
_TENTH = 10


class Repetition:
    """An engine that has the parts of some reports, and hands them out for any."""

    def __init__(self, parts: list[bytes]) -> None:
        self._parts = parts

    def run(self, tasks: Iterable[Task], pulse: float | None = None) -> Generator[Parcel | None, None, None]:  # noqa: ARG002, it never waits
        """A parcel for each task."""
        for task in tasks:
            parcel = Parcel(task)
            parcel.add(self._parts[task.number % len(self._parts)])
            parcel.add(packed(Closing(content_of(task.path), stamp_of(task.path))))
            yield parcel

    def stop(self) -> None:
        """Nothing is under way."""

    def current(self) -> str | None:
        """Nothing is in hand."""

    def close(self) -> None:
        """Nothing was taken."""


def keep(made: str, folder: str, store: str) -> None:
    """Puts a folder into a store, with parts from a file; prints seconds of the processor, and the peak in megabytes."""
    import resource
    import time

    data = Path(made).read_bytes()
    length = len(data) // _MADE  # parts are filled up to one length
    start = time.process_time()
    summary = extract_into(store, [folder], engine=Repetition([data[place : place + length] for place in range(0, len(data), length)]))
    print(json.dumps([time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, summary.done]))


def make(made: str, folder: str) -> None:
    """Makes the parts of the reports in a folder, and writes them to a file, all of one length."""
    found = [part for path in sorted(Path(folder).rglob("*.txt")) for part in parts_at(str(path), Settings())]
    parts = [packed(replace(part, keys=())) for part in found if isinstance(part, Made)]
    longest = max(map(len, parts))
    Path(made).write_bytes(b"".join(part.ljust(longest, b"\0") for part in parts))


def main(count: int = REPORTS) -> None:
    """Print what a tenth and all cost, and a second run."""
    with TemporaryDirectory() as scratch:
        place = Path(scratch)
        make_reports(place / "made", _MADE)
        _apart("make", place / "parts", place / "made")
        for name, reports in (("tenth", count // _TENTH), ("all", count)):
            _write_files(place / name, reports)
        for name, files in (("a tenth", "tenth"), ("all", "all"), ("nothing new", "all")):
            seconds, peak, done = json.loads(_apart("keep", place / "parts", place / files, place / f"{files}.sqlite"))
            print(f"{name:12} {seconds:8.2f} s of processor for {done:6} files, peak {peak:6.1f} MB", flush=True)


def _apart(what: str, *arguments: Path) -> str:
    """What a function of this module prints in a process of its own, whose peak is no other's."""
    program = f"import sys; from benchmarks.keeping import {what}; {what}(*sys.argv[1:])"
    return subprocess.run([sys.executable, "-c", program, *map(str, arguments)], check=True, capture_output=True, text=True).stdout


def _write_files(folder: Path, count: int) -> None:
    for number in range(count):
        file = folder / f"{number // IN_A_FOLDER:03}" / f"{number:06}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(str(number), encoding="utf-8")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
