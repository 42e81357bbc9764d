"""What a folder costs: `python -m benchmarks.batch [REPORTS]`, 2,000 unless said otherwise.

Runs of the whole command, each in a process of its own: a tenth of the reports, all, nothing new, one in a hundred changed, and one job.
What is worth printing are ratios; the same machine drifts by a quarter from one hour to the next.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.reports import make_reports, varied

REPORTS = 2000
_TENTH = 10
_MANY = 20_000
_CHANGED = 100  # one report in so many
_RUN = """
import json, resource, sys, time
from extractor.batch.options import Options
from extractor.batch.run import extract_into
start = time.perf_counter()
summary = extract_into(sys.argv[1], [sys.argv[2]], Options(jobs=int(sys.argv[3])))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([time.perf_counter() - start, time.process_time(), peak / 1024, summary.done]))
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds, seconds of the processor that the parent took, the parent's peak in megabytes, files done."""

    seconds: float
    parent: float
    peak: float
    done: int


def run(store: Path, folder: Path, jobs: int) -> Cost:
    """One run of the command."""
    done = subprocess.run([sys.executable, "-c", _RUN, str(store), str(folder), str(jobs)], check=True, capture_output=True, text=True)
    return Cost(*json.loads(done.stdout))


def change(folder: Path, every: int) -> None:
    """Other figures in one report of so many."""
    for number, path in enumerate(sorted(folder.rglob("*.txt"))):
        if number % every == 0:
            path.write_text(varied(path.read_text(encoding="utf-8"), number + 1_000_000), encoding="utf-8")


def main(count: int = REPORTS) -> None:
    """Print what each run costs, and the ratios."""
    with TemporaryDirectory() as scratch:
        place = Path(scratch)
        for name, reports in (("tenth", count // _TENTH), ("all", count)):
            make_reports(place / name, reports)
        costs = {
            "a tenth, two jobs": run(place / "tenth.sqlite", place / "tenth", 2),
            "all, two jobs": run(place / "all.sqlite", place / "all", 2),
            "nothing new": run(place / "all.sqlite", place / "all", 2),
        }
        if costs["nothing new"].done:
            sys.exit("The rules were changed while this ran: what was measured is not what was meant.")
        size = (place / "all.sqlite").stat().st_size
        change(place / "all", _CHANGED)
        costs["1 % changed"] = run(place / "all.sqlite", place / "all", 2)
        # Of many a tenth will do: what starting costs is small against it.
        few, name = (place / "tenth", "a tenth") if count >= _MANY else (place / "all", "all")
        costs[f"{name}, one job"] = run(place / "one.sqlite", few, 1)
    _show(costs, size / count, name)


def _show(costs: dict[str, Cost], size: float, tried: str) -> None:
    for name, cost in costs.items():
        each = f"{1000 * cost.seconds / cost.done:7.1f} ms a file" if cost.done else ""
        print(f"{name:20} {cost.seconds:9.2f} s   parent {cost.parent:8.2f} s of processor, peak {cost.peak:6.1f} MB  {each}")
    whole = costs["all, two jobs"]
    print(f"store                {size / 1024:9.1f} KB a report")
    print(f"two jobs are         {costs[f'{tried}, one job'].seconds / costs[f'{tried}, two jobs'].seconds:9.2f} times as fast as one")
    print(f"the peak is          {whole.peak / costs['a tenth, two jobs'].peak:9.2f} times that of a tenth")
    print(f"nothing new takes    {costs['nothing new'].seconds / whole.seconds:9.2%} of the first run")
    print(f"1 % changed takes    {costs['1 % changed'].seconds / whole.seconds:9.2%} of the first run")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
