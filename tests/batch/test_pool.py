"""Workers: order, time, memory, death."""

import os
import signal
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from extractor.batch import pool as pools
from extractor.batch.limits import LEAST
from extractor.batch.parts import Closing, Lost, Made, Part, Settings, Task
from extractor.batch.pool import Limits, Pool, PoolError
from tests.batch.folders import small_report, write_archive, write_reports


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_reports(tmp_path, range(6))
    (tmp_path / "long.txt").write_text(small_report(1) * 20_000, encoding="utf-8")
    return tmp_path


def parts_of(paths: list[str], limits: Limits, settings: Settings | None = None, kill: int = 0) -> list[list[Part]]:
    """The parts of some files, of each in a list; the first ``kill`` times that nothing happens a worker is killed."""
    found: list[list[Part]] = []
    with closing(Pool(settings or Settings(with_tables=False), limits)) as pool:
        for parcel in pool.run([Task(number, path) for number, path in enumerate(paths)], 0.3):
            if parcel is not None:
                found.append(list(parcel.parts()))
                parcel.close()
            elif kill and pool._hands and pool._hands[0].is_ready:
                kill -= 1
                os.killpg(pool._hands[0].process.pid, signal.SIGKILL)
    return found


def reasons(parts: list[Part]) -> list[str]:
    return [part.reason for part in parts if isinstance(part, Lost)]


def test_order_is_that_of_the_input() -> None:
    paths = [f"{number:04}.txt" for number in (3, 1, 5, 0, 2, 4)]
    for jobs in (1, 3):
        found = parts_of(paths, Limits(jobs))
        assert [parts[0].path for parts in found if isinstance(parts[0], Made)] == paths
        assert all(isinstance(parts[-1], Closing) and parts[-1].sha256 for parts in found)


def test_time_is_counted_for_each_file() -> None:
    slow, *others = parts_of(["long.txt", "0000.txt", "0001.txt"], Limits(1, timeout=4))
    assert reasons(slow) == ["takes longer than 4 seconds"]
    assert [type(part) for parts in others for part in parts] == [Made, Closing] * 2


def test_memory_costs_the_file_alone(folder: Path) -> None:
    (folder / "wide.txt").write_bytes("全年立案3件，".encode() * 3_000_000)
    wide, *others = parts_of(["wide.txt", "0000.txt", "0001.txt"], Limits(1, timeout=60), Settings(memory=LEAST, with_tables=False))
    assert reasons(wide) == ["takes more memory than 256 MB"]
    assert [type(part) for parts in others for part in parts] == [Made, Closing] * 2


def test_a_file_whose_worker_dies_is_tried_again() -> None:
    found = parts_of(["long.txt", "0000.txt"], Limits(1, timeout=8), kill=1)
    assert reasons(found[0]) == ["takes longer than 8 seconds"]
    assert reasons(found[1]) == []


def test_a_file_that_kills_its_workers_is_given_up() -> None:
    found = parts_of(["long.txt", "0000.txt"], Limits(1, timeout=30), kill=pools.TRIES)
    assert reasons(found[0]) == ["the worker was killed (SIGKILL), perhaps for want of memory"]
    assert reasons(found[1]) == []


def test_an_archive_has_its_time_for_each_of_its_files(folder: Path) -> None:
    write_archive(folder / "a.zip", range(5))
    (parts,) = parts_of(["a.zip"], Limits(1, timeout=60))
    assert [type(part) for part in parts] == [*[Made] * 5, Lost, Closing]


def test_a_task_with_a_problem_needs_no_worker() -> None:
    with closing(Pool(Settings(), Limits(1))) as pool:
        (parcel,) = pool.run([Task(0, "gone.txt", "a link that leads nowhere")])
        assert parcel is not None
        assert reasons(list(parcel.parts())) == ["a link that leads nowhere"]
        parcel.close()
        assert pool._hands == []


@pytest.mark.parametrize("command", ["false", "no such program"])
def test_workers_that_do_not_start_end_the_run(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.batch.hands._COMMAND", (command,))
    with closing(Pool(Settings(), Limits(2))) as pool, pytest.raises(PoolError, match="do not start"):
        list(pool.run([Task(0, "0000.txt")]))


@pytest.fixture(autouse=True)
def nobody_is_left() -> Iterator[None]:
    yield
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
