"""Killed at any moment: the last run ends with the store that one run would have made."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from extractor.batch.options import Options
from extractor.batch.run import extract_into
from tests.batch.folders import asked, contents, write_archive, write_reports
from tests.samples import ROOT

KILLS = 20
REPORTS = 120
# In the second that is committed together in earnest, a folder as small as this one is done.
_RUN = """
import sys
from extractor.batch.options import Options
from extractor.batch.run import extract_into
from extractor.batch.store import writing
writing.TOGETHER = 0.05
sys.exit(extract_into("killed.sqlite", ["in"], Options(jobs=2)).status)
"""

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="finds workers in /proc")]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with reports, some of them twice, an archive, and a file that cannot be read; beside it what an undisturbed run makes of it."""
    place = tmp_path_factory.mktemp("killed")
    write_reports(place / "in", range(REPORTS))
    write_reports(place / "in" / "again", range(0, REPORTS, 9))
    write_archive(place / "in" / "0100.zip", range(1000, 1010))
    (place / "in" / "0070.txt").write_bytes(b"\xff\xfe\x00")
    with contextlib.chdir(place):
        assert extract_into("whole.sqlite", ["in"], Options(jobs=2)).status == 1
    return place


@pytest.fixture(autouse=True)
def folder(place: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(place)
    yield place
    for file in place.glob("killed.sqlite*"):
        file.unlink()


def start() -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", _RUN], env=os.environ | {"PYTHONPATH": str(ROOT)})


def count_done() -> int:
    try:
        return int(asked(Path("killed.sqlite"), "SELECT count(*) FROM files")[0][0])
    except Exception:  # noqa: BLE001, there may be nothing yet, or half of it
        return 0


def wait_for(process: "subprocess.Popen[bytes]", done: int) -> None:
    while process.poll() is None and count_done() < done:
        time.sleep(0.01)


def workers_of(process: "subprocess.Popen[bytes]") -> list[int]:
    with suppress(OSError):
        return [int(number) for number in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]
    return []


def kill(number: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(number, signal.SIGKILL)


def test_the_store_is_that_of_an_undisturbed_run(folder: Path) -> None:
    chance = random.Random(20260101)  # noqa: S311
    for turn in range(KILLS):
        process = start()
        wait_for(process, count_done() + chance.randint(0, REPORTS // KILLS))
        time.sleep(chance.random() / 5)
        if turn % 2 and (workers := workers_of(process)):
            kill(chance.choice(workers))
            time.sleep(chance.random() / 5)
        kill(process.pid)
        process.wait()
    assert count_done() > 0
    assert start().wait() == 1
    assert contents(folder / "killed.sqlite") == contents(folder / "whole.sqlite")


def test_workers_end_with_the_one_they_work_for() -> None:
    process = start()
    wait_for(process, 3)
    workers = workers_of(process)
    assert len(workers) == 2
    kill(process.pid)
    process.wait()
    for _ in range(1000):
        if not any(Path(f"/proc/{number}").exists() for number in workers):
            return
        time.sleep(0.02)
    pytest.fail("a worker is still there")


def test_a_worker_that_is_killed_costs_nothing(folder: Path) -> None:
    process = start()
    for done in (5, 40, 80):
        wait_for(process, done)
        for number in workers_of(process):
            kill(number)
    assert process.wait() == 1
    assert contents(folder / "killed.sqlite") == contents(folder / "whole.sqlite")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_finishes_the_files_in_hand(folder: Path, number: signal.Signals) -> None:
    process = start()
    wait_for(process, 20)
    process.send_signal(number)
    assert process.wait() == 130
    assert 20 <= count_done() < REPORTS
    assert start().wait() == 1
    assert contents(folder / "killed.sqlite") == contents(folder / "whole.sqlite")
