"""A report gives the same record in every run, whatever order Python keeps its sets in."""

import os
import subprocess
import sys
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"
RECORDS = "import sys; from extractor import extract_files; sys.stdout.write('\\n'.join(r.model_dump_json() for r in extract_files(sys.argv[1:])))"


def records(hash_seed: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    return subprocess.run([sys.executable, "-c", RECORDS, str(SEEDS)], env=environment, check=True, capture_output=True).stdout


def test_the_seed_of_hashes_changes_nothing() -> None:
    first = records("1")
    assert len(first.splitlines()) >= 18
    assert {records(seed) for seed in ("2", "3")} == {first}
