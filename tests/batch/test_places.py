"""Files that lie elsewhere: addresses in, addresses out."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from extractor.batch.extraction import parts_at
from extractor.batch.options import Options
from extractor.batch.parts import Made, Settings
from extractor.batch.places import borrowed, read_place
from extractor.batch.run import extract_into
from extractor.errors import ReadError
from tests.batch.folders import asked, write_reports

pytest.importorskip("fsspec")

ONE = Options(jobs=1)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_reports(tmp_path / "in" / "a", range(2))
    write_reports(tmp_path / "in", range(2, 4))
    return tmp_path


def test_a_folder_at_an_address(folder: Path) -> None:
    address = f"file://{folder}/in"
    assert extract_into("out.sqlite", [address], ONE).status == 0
    sources = [source for (source,) in asked(folder / "out.sqlite", "SELECT source FROM reports ORDER BY report")]
    assert sources == [f"{address}/{name}" for name in ("0002.txt", "0003.txt", "a/0000.txt", "a/0001.txt")]
    assert extract_into("out.sqlite", [address], ONE).skipped == 4
    (folder / "in" / "0003.txt").unlink()
    write_reports(folder / "in", [5])
    summary = extract_into("out.sqlite", [address], ONE)
    assert (summary.done, summary.skipped, summary.gone) == (1, 3, 1)


def test_a_file_at_an_address_that_is_not_there_is_told(folder: Path) -> None:
    summary = extract_into("out.sqlite", [f"file://{folder}/nothing"], ONE)
    assert (summary.missing, summary.status) == (1, 1)


def test_a_system_that_nobody_knows_is_told() -> None:
    with pytest.raises(ReadError):
        read_place("nosuchsystem://x/y.txt")


def test_a_store_at_an_address_is_borrowed_and_given_back(folder: Path) -> None:
    address = f"file://{folder}/there.sqlite"
    for done in (4, 0):
        with borrowed(address) as store:
            assert extract_into(store, ["in"], ONE).done == done
    assert asked(folder / "there.sqlite", "SELECT count(*) FROM reports") == [(4,)]


@pytest.fixture
def server(folder: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002, as it is inherited
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as found:
        threading.Thread(target=found.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{found.server_address[1]}"
        found.shutdown()


@pytest.mark.filterwarnings("ignore")
def test_a_report_on_the_web(server: str) -> None:
    pytest.importorskip("aiohttp")
    address = f"{server}/in/0002.txt"
    [part] = parts_at(address, Settings(with_tables=False))
    assert isinstance(part, Made)
    assert part.path == address
    [lost] = parts_at(f"{server}/in/nothing.txt", Settings(with_tables=False))
    assert not isinstance(lost, Made)
