"""Which files are read, and in which order."""

import os
import sys
from pathlib import Path

import pytest

from extractor.files import Failure, find_files, is_same_file, one_line, path_text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "A.txt", "10/x.txt", "9/y.txt", ".hidden/a.txt", ".b.txt", "~$c.docx", "Thumbs.db", "9/deep/er/z.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path


def names(folder: Path, found: object) -> str:
    return os.path.relpath(str(found), folder)


def test_a_folder_is_searched_to_the_bottom_in_order(folder: Path) -> None:
    found = [names(folder, path) for path in find_files([folder])]
    assert found == ["10/x.txt", "9/deep/er/z.txt", "9/y.txt", "A.txt", "a.txt", "b.txt"]


def test_paths_are_taken_in_their_own_order_and_as_they_are(folder: Path) -> None:
    paths = [str(folder / "b.txt"), "-", "none.txt", str(folder / ".b.txt"), str(folder / "9" / "deep"), str(folder / "b.txt")]
    assert list(find_files(paths)) == [*paths[:4], str(folder / "9" / "deep" / "er" / "z.txt"), paths[5]]


def test_the_output_is_passed_over_in_folders(folder: Path) -> None:
    assert str(folder / "a.txt") not in list(find_files([folder], leave_out=folder / "10" / ".." / "a.txt"))


def test_a_hidden_folder_that_is_named_is_searched(folder: Path) -> None:
    assert list(find_files([folder / ".hidden"])) == [str(folder / ".hidden" / "a.txt")]


def test_a_folder_without_files_is_named(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    assert list(find_files([tmp_path])) == [Failure(str(tmp_path), "no files in this folder")]


def test_links_are_followed_to_files_and_named_otherwise(folder: Path) -> None:
    links = folder / "links"
    links.mkdir()
    (links / "file").symlink_to(folder / "a.txt")
    (links / "loop").symlink_to(folder)
    (links / "nowhere").symlink_to(folder / "none")
    found = list(find_files([links]))
    assert found[0] == str(links / "file")
    assert [failure.reason for failure in found[1:] if isinstance(failure, Failure)] == [
        "a link to a folder, which is not followed",
        "a link that leads nowhere",
    ]


def test_a_link_to_a_folder_that_is_named_is_searched(folder: Path) -> None:
    (folder / "link").symlink_to(folder / "9")
    assert list(find_files([folder / "link"])) == [str(folder / "link" / "deep" / "er" / "z.txt"), str(folder / "link" / "y.txt")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert list(find_files([tmp_path])) == [Failure(str(tmp_path / "pipe"), "no regular file")]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden here")
def test_a_folder_that_may_not_be_looked_into_is_named(folder: Path) -> None:
    (folder / "9").chmod(0)
    failures = [found for found in find_files([folder]) if isinstance(found, Failure)]
    (folder / "9").chmod(0o700)
    assert [failure.reason for failure in failures] == ["permission denied"]


def test_folders_may_lie_deeper_than_the_stack_is_high(tmp_path: Path) -> None:
    folders = [tmp_path / "d"]
    while len(folders) < min(sys.getrecursionlimit() + 50, 1500):
        folders.append(folders[-1] / "d")
    for path in folders:
        path.mkdir()
    (folders[-1] / "a.txt").touch()
    assert len(list(find_files([tmp_path]))) == 1
    # What clears temporary folders away goes down by recursion.
    (folders[-1] / "a.txt").unlink()
    for path in reversed(folders):
        path.rmdir()


@pytest.mark.parametrize("path", ["a\0b", "x" * 5000])
def test_names_that_cannot_be_are_left_to_the_reader(path: str) -> None:
    assert list(find_files([path])) == [path]
    assert not is_same_file(path, "a")


def test_a_failure_is_one_line() -> None:
    assert str(Failure("a\nb", "it is\x1b[2J odd")) == "a\\nb: it is\\x1b[2J odd"


@pytest.mark.parametrize(("text", "shown"), [("某县　报告.txt", "某县　报告.txt"), ("a\r\n\tb", "a\\r\\n\\tb"), ("\u202e", "\\u202e")])
def test_characters_that_move_the_cursor_are_escaped(text: str, shown: str) -> None:
    assert one_line(text) == shown


@pytest.mark.skipif(sys.platform == "win32", reason="names are characters there")
@pytest.mark.parametrize(("name", "text"), [("某县.txt".encode(), "某县.txt"), (b"a\xff", r"a\xff"), (b"a\nb", "a\nb")])
def test_a_name_can_be_written_whatever_its_bytes(name: bytes, text: str) -> None:
    assert path_text(os.fsdecode(name)) == text
    path_text(name.decode("ascii", "surrogateescape")).encode()
