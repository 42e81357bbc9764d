"""A Dask cluster of a scheduler and two workers on this machine: the same records as without it, one of the workers killed on the way or not."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from extractor.batch.cluster import Cluster
from extractor.batch.options import Options
from extractor.batch.parts import Lost
from extractor.batch.pool import PoolError
from extractor.batch.progress import Silence
from extractor.batch.run import extract_into
from tests.batch.folders import contents, write_archive, write_reports
from tests.samples import ROOT

pytest.importorskip("distributed")

REPORTS = 60
PATIENCE = 120  # seconds

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]  # Dask's own resource warnings


class Machines:
    """A scheduler, and workers that can be killed."""

    def __init__(self, folder: Path, workers: int) -> None:
        self._file = folder / "scheduler.json"
        self._environment = os.environ | {"PYTHONPATH": str(ROOT)}
        self._scheduler = self._start("scheduler", "--port", "0", "--no-dashboard")
        self.workers = [self._start("worker", "--nthreads", "1", "--no-nanny", "--no-dashboard") for _ in range(workers)]

    def address(self) -> str:
        for _ in range(PATIENCE * 10):
            if self._file.exists() and self._file.stat().st_size:
                return str(json.loads(self._file.read_text())["address"])
            time.sleep(0.1)
        raise TimeoutError

    def close(self) -> None:
        for process in (*self.workers, self._scheduler):
            process.kill()
            process.wait()

    def _start(self, role: str, *arguments: str) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "distributed.cli.dask_" + role, "--scheduler-file", str(self._file), *arguments]
        return subprocess.Popen(command, env=self._environment, cwd=self._file.parent, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


class Killer(Silence):
    """Kills a worker once some files are done."""

    def __init__(self, worker: "subprocess.Popen[bytes]", after: int) -> None:
        self._worker, self._left = worker, after

    def advance(self, lost: list[Lost], current: str | None) -> None:  # noqa: ARG002, as a witness is told
        self._left -= 1
        if self._left == 0:
            threading.Thread(target=self._worker.send_signal, args=(signal.SIGKILL,)).start()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("cluster")
    write_reports(place / "in", range(REPORTS))
    write_archive(place / "in" / "0030.zip", range(1000, 1005))
    (place / "in" / "empty.txt").touch()
    (place / "in" / "nowhere.txt").symlink_to("nothing")
    return place


@pytest.fixture
def machines(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machines]:
    monkeypatch.chdir(folder)
    (folder / "scheduler.json").unlink(missing_ok=True)
    with closing(Machines(folder, workers=2)) as found:
        yield found


def test_the_store_is_the_same_though_a_worker_is_killed(folder: Path, machines: Machines) -> None:
    options = Options(jobs=2)
    summary = extract_into("cluster.sqlite", ["in"], options, Killer(machines.workers[0], 10), Cluster(machines.address(), options))
    assert machines.workers[0].wait(PATIENCE) == -signal.SIGKILL
    assert (summary.done, summary.failed, summary.status) == (REPORTS + 3, 3, 1)
    extract_into("local.sqlite", ["in"], options)
    assert contents(folder / "cluster.sqlite") == contents(folder / "local.sqlite")


def test_where_nobody_answers_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.batch.cluster._ANSWER", 1)
    with pytest.raises(PoolError, match="no scheduler answers"):
        Cluster("tcp://127.0.0.1:1", Options())
