"""A folder that is watched."""

import os
import threading
import time
from pathlib import Path

import pytest

from extractor.batch.options import Options
from extractor.batch.run import session
from extractor.batch.watch import watch, watching
from tests.batch.folders import asked, small_report, write_reports

PATIENCE = 60.0


def count() -> int:
    return int(asked(Path("out.sqlite"), "SELECT count(*) FROM reports")[0][0])


def wait_for(reports: int) -> None:
    end = time.monotonic() + PATIENCE
    while count() < reports and time.monotonic() < end:
        time.sleep(0.1)
    assert count() == reports


def test_what_arrives_is_done_once_nobody_writes_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_reports(tmp_path / "in", range(2))
    with session("out.sqlite", ["in"], watching(Options(jobs=1))) as found:
        seen: list[int] = []

        def arrive() -> None:
            wait_for(2)
            place = tmp_path / "in" / "new.txt"
            place.write_text(small_report(7)[:50], encoding="utf-8")
            later = time.time() + 3600
            os.utime(place, (later, later))
            time.sleep(1)
            seen.append(count())
            place.write_text(small_report(7), encoding="utf-8")
            wait_for(3)
            found.stop()

        thread = threading.Thread(target=arrive)
        thread.start()
        summary = watch(found, 0.2)
        thread.join()
    assert seen == [2], "it was still being written"
    assert summary.status == 130
