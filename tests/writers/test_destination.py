"""A file that is there only when it is whole."""

import os
import stat
import threading
from pathlib import Path

import pytest

from extractor.writers.destination import whole_file


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_file_appears_at_the_end(tmp_path: Path) -> None:
    place = tmp_path / "out.csv"
    with whole_file(place) as stream:
        stream.write(b"1")
        assert not place.exists()
        assert all(name.startswith(".") for name in names(tmp_path))
    assert place.read_bytes() == b"1"
    assert names(tmp_path) == ["out.csv"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, OSError])
def test_what_stood_there_stays_where_something_goes_wrong(tmp_path: Path, error: type[BaseException]) -> None:
    place = tmp_path / "out.csv"
    place.write_bytes(b"old")

    def write_and_fail() -> None:
        with whole_file(place) as stream:
            stream.write(b"new")
            raise error

    with pytest.raises(error):
        write_and_fail()
    assert place.read_bytes() == b"old"
    assert names(tmp_path) == ["out.csv"]


def test_the_rights_of_a_file_stay_and_a_link_stays_a_link(tmp_path: Path) -> None:
    place, link = tmp_path / "real.csv", tmp_path / "link.csv"
    place.write_bytes(b"old")
    place.chmod(0o640)
    link.symlink_to(place)
    with whole_file(link) as stream:
        stream.write(b"new")
    assert link.is_symlink()
    assert place.read_bytes() == b"new"
    assert stat.S_IMODE(place.stat().st_mode) == 0o640


def test_a_name_as_long_as_names_can_be(tmp_path: Path) -> None:
    place = tmp_path / ("报" * 83 + ".csv")
    with whole_file(place) as stream:
        stream.write(b"1")
    assert place.read_bytes() == b"1"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    with whole_file(pipe) as stream:
        stream.write(b"1")
    reader.join()
    assert read == [b"1"]


def test_the_null_device_stays_one() -> None:
    with whole_file(os.devnull) as stream:
        stream.write(b"1")
    assert not Path(os.devnull).is_file()
