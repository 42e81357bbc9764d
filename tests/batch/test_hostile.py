"""200 files that no reader likes, among 200 good ones: the good ones are right, each of the others costs itself alone and has its line."""

import subprocess
import sys
from pathlib import Path

import pytest

from extractor import extract_text
from tests.batch.folders import asked, small_report
from tests.batch.hostile import write_good, write_hostile
from tests.samples import ROOT

pytestmark = pytest.mark.slow

GOOD = HOSTILE = 200


def test_each_costs_itself_alone(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    good, hostile = write_good(folder, GOOD), write_hostile(folder, HOSTILE)
    assert (len(good), len(hostile), len(good & hostile)) == (GOOD, HOSTILE, 0)
    command = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from cli import main; main()"
    arguments = ["extract", "in", "-o", "out.sqlite", "--timeout", "20", "--max-memory", "1G"]
    done = subprocess.run([sys.executable, "-c", command, *arguments], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    store = tmp_path / "out.sqlite"
    failed = {path.removeprefix("in/") for (path,) in asked(store, "SELECT DISTINCT file FROM failures")}
    assert failed == hostile
    assert {source.removeprefix("in/") for (source,) in asked(store, "SELECT source FROM reports")} == good
    assert len([line for line in done.stderr.splitlines() if line.startswith("in/")]) == asked(store, "SELECT count(*) FROM failures")[0][0]
    assert all(reason and "\n" not in reason and "defect" not in reason for (reason,) in asked(store, "SELECT reason FROM failures"))
    right = {f"in/{path}": number for number, path in enumerate(sorted(good, key=_number))}
    for source, count, fines in asked(
        store, "SELECT source, indicators, (SELECT value FROM indicators WHERE report = r.report AND unit = '元') FROM reports r"
    ):
        report = extract_text(small_report(right[source]))
        assert count == len(report.indicators)
        assert fines == next(int(each.value) for each in report.indicators if each.unit == "元")


def _number(name: str) -> int:
    return int("".join(character for character in name if character in "0123456789"))
