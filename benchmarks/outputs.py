"""What it costs to write many records: `python -m benchmarks.outputs [RECORDS] [FORMAT …]`.

The records are those of the specimens over and over, each under an issuer and a path of its own, so that a panel has as many lines as there are records. They are
made one by one; each format is written in a process of its own, which tells its peak of memory. Time is that of the processor: the machine may have more to do.
"""

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from time import process_time

from extractor import extract_file
from extractor.writers import FORMATS, Target, load_writer
from extractor.writers.wishes import Wishes
from schemas import Report

SPECIMENS = Path(__file__).parent.parent / "seeds"
RECORDS = 10_000
MEGABYTE = 1 << 20
# Panels besides, because they hold their cells.
MEASURED = (*((name, None) for name in FORMATS if name != "table"), ("csv", "panel"), ("parquet", "panel"))


def records(number: int) -> Iterator[Report]:
    """So many records of as many issuers."""
    originals = [extract_file(path) for path in sorted(SPECIMENS.glob("*.txt"))]
    for place, report in enumerate(islice(cycle(originals), number)):
        issuer = report.issuer.model_copy(update={"name": f"{report.issuer.name}第{place}分局"})
        yield report.model_copy(update={"issuer": issuer, "source": report.source.model_copy(update={"path": f"reports/{place:06}.txt"})})


def measure(name: str, shape: str | None, number: int) -> dict[str, float]:
    """Writes the records in this process: bytes, seconds of writing, indicators a second and the peak of memory."""
    seconds, figures = process_time(), 0
    for report in records(number):
        figures += len(report.indicators)
    making = process_time() - seconds
    with tempfile.TemporaryDirectory() as folder:
        started, size = process_time(), 0
        for piece in load_writer(name)(records(number), Target(is_file=True, folder=Path(folder)), Wishes(shape=shape)):
            size += len(piece)
        spent = process_time() - started - making
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"bytes": size, "seconds": spent, "indicators": figures, "a_second": figures / spent, "peak": peak}


def main(number: int = RECORDS, *names: str) -> None:
    """Print a line for each format."""
    print(f"{number:,} records")
    for name, shape in MEASURED:
        if not names or name in names:
            command = [sys.executable, "-m", "benchmarks.outputs", "--measure", name, shape or "", str(number)]
            told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            title = f"{name} ({shape})" if shape else name
            print(
                f"  {title:16} {told['bytes'] / MEGABYTE:8.1f} MB {told['seconds']:8.1f} s {told['a_second']:10,.0f} indicators/s {told['peak']:6.0f} MB at the peak"
            )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        print(json.dumps(measure(sys.argv[2], sys.argv[3] or None, int(sys.argv[4]))))
    else:
        main(*(int(argument) if argument.isdigit() else argument for argument in sys.argv[1:]))  # type: ignore[arg-type]
