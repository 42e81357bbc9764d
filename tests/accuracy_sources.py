"""Where labels come from: the corpus of passages, the specimens, the real reports; and the checks of all of them, made in two processes."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from extractor import extract_file
from tests.accuracy_records import load_record, record_checks
from tests.labels import Check
from tests.passages import load_passages, passage_checks
from tests.samples import ROOT, SHARED, as_written

SPECIMENS = ROOT / "tests" / "golden" / "specimens"
_PROCESSES = 2

# A job is one report with its record, or the passages of one half of the corpus.
_Job = tuple[str, Path, Path] | tuple[str, int]


def checks_by_source() -> dict[str, list[Check]]:
    """The checks of each source; without the shared folder there are no real reports."""
    jobs = list(_jobs())
    sources: dict[str, list[Check]] = {job[0]: [] for job in jobs}
    with ProcessPoolExecutor(_PROCESSES) as pool:
        for job, checks in zip(jobs, pool.map(_run, jobs), strict=True):
            sources[job[0]].extend(checks)
    return sources


def report_checks(text: Path, record: Path) -> list[Check]:
    """The checks of one report."""
    return list(record_checks(load_record(record), as_written(extract_file(text))))


def specimen_files() -> list[tuple[Path, Path]]:
    """The specimens, each with its record."""
    return _pairs(ROOT / "seeds", SPECIMENS)


def _jobs() -> Iterator[_Job]:
    yield from (("corpus", half) for half in range(_PROCESSES))
    yield from (("specimens", text, record) for text, record in specimen_files())
    yield from (("real reports", text, record) for text, record in _pairs(SHARED / "seeds", SHARED / "gold" / "records"))


def _pairs(texts: Path, records: Path) -> list[tuple[Path, Path]]:
    return [(texts / f"{record.stem}.txt", record) for record in sorted(records.glob("*.json"))]


def _run(job: _Job) -> Sequence[Check]:
    if len(job) == 3:
        return report_checks(job[1], job[2])
    passages = load_passages()
    first, last = (len(passages) * end // _PROCESSES for end in (job[1], job[1] + 1))
    return [check for passage in passages[first:last] for check in passage_checks(passage)]
