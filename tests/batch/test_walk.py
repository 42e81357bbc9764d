"""Which files of a folder are found, and in which order."""

import os
from contextlib import nullcontext
from pathlib import Path

import pytest

from extractor.batch.globs import NameWish
from extractor.batch.walk import Found, find_found

_SCANDIR = os.scandir


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("in/b.txt", "in/a/2.pdf", "in/a/1.txt", "in/.hidden/x.txt", "in/.x.txt", "in/~$b.docx", "in/c/d/e.txt", "out/f.txt"):
        place = tmp_path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch()
    return tmp_path


def paths(*roots: str, wish: NameWish = NameWish(), leave_out: tuple[str, ...] = ()) -> list[str]:  # noqa: B008, frozen
    return [found.path for found in find_found(roots or ("in",), wish, leave_out)]


def test_files_come_by_name_and_hidden_ones_not_at_all() -> None:
    assert paths() == ["in/a/1.txt", "in/a/2.pdf", "in/b.txt", "in/c/d/e.txt"]


def test_a_file_that_is_named_is_taken_as_it_is() -> None:
    assert paths("in/.x.txt", "out") == ["in/.x.txt", "out/f.txt"]


@pytest.mark.parametrize(
    ("include", "exclude", "left"),
    [
        (("*.pdf",), (), ["in/a/2.pdf"]),
        (("a/*",), (), ["in/a/1.txt", "in/a/2.pdf"]),
        ((), ("*.txt",), ["in/a/2.pdf"]),
        ((), ("c",), ["in/a/1.txt", "in/a/2.pdf", "in/b.txt"]),
        ((), ("c/d/",), ["in/a/1.txt", "in/a/2.pdf", "in/b.txt"]),
        (("*.txt",), ("?.txt",), []),
    ],
)
def test_globs_are_about_names_and_about_paths_below(include: tuple[str, ...], exclude: tuple[str, ...], left: list[str]) -> None:
    assert paths(wish=NameWish(include, exclude)) == left


def test_the_output_is_passed_over(folder: Path) -> None:
    assert "in/b.txt" not in paths(leave_out=(str(folder / "in" / "b.txt"),))


def test_a_link_into_the_folder_itself_is_not_followed(folder: Path) -> None:
    (folder / "in" / "a" / "again").symlink_to(folder / "in")
    (folder / "in" / "again.txt").symlink_to("b.txt")
    assert paths() == ["in/a/1.txt", "in/a/2.pdf", "in/b.txt", "in/c/d/e.txt"]


def test_a_link_elsewhere_is_followed_once(folder: Path) -> None:
    (folder / "out" / "round").symlink_to(folder / "out")
    for name in ("l1", "l2"):
        (folder / "in" / name).symlink_to(folder / "out")
    (folder / "in" / "l3.txt").symlink_to(folder / "out" / "f.txt")
    found = paths()
    assert len([path for path in found if path.endswith("f.txt")]) == 1
    assert len(found) == 5


def test_of_two_links_the_first_by_name_is_followed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("l2", "l1"):
        (folder / "in" / name).symlink_to(folder / "out")
    assert "in/l1/f.txt" in paths()
    monkeypatch.setattr(os, "scandir", lambda path: nullcontext(sorted(_SCANDIR(path), key=lambda entry: entry.name, reverse=True)))
    assert "in/l1/f.txt" in paths()


def test_a_link_that_is_not_wanted_keeps_no_other_from_being_followed(folder: Path) -> None:
    for name in ("l1", "l2"):
        (folder / "in" / name).symlink_to(folder / "out")
    assert "in/l2/f.txt" in paths(wish=NameWish(exclude=("l1",)))


def test_a_link_to_what_is_hidden_is_followed_once(folder: Path) -> None:
    (folder / "in" / "x.txt").symlink_to(".hidden/x.txt")
    (folder / "in" / "y.txt").symlink_to(".hidden/x.txt")
    assert [path for path in paths() if path not in ("in/a/1.txt", "in/a/2.pdf", "in/b.txt", "in/c/d/e.txt")] == ["in/x.txt"]


def test_what_is_no_file_is_told(folder: Path) -> None:
    (folder / "out" / "broken.txt").symlink_to("nowhere")
    os.mkfifo(folder / "out" / "pipe")
    assert list(find_found(["out", "gone"])) == [
        Found("out/broken.txt", "a link that leads nowhere"),
        Found("out/f.txt"),
        Found("out/pipe", "no regular file"),
        Found("gone", "no such file or directory", is_named=True),
    ]


def test_folders_may_lie_deeper_than_the_stack_is_high(folder: Path) -> None:
    place = folder / "deep"
    depth = 300
    for _ in range(depth):
        place /= "d"
    place.mkdir(parents=True)
    (place / "x.txt").touch()
    assert paths("deep") == ["deep/" + "d/" * depth + "x.txt"]
