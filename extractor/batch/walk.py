"""Which files there are: paths in, files out, in an order that depends on nothing but their names.

Hidden files and what office programs leave behind are passed over. A link is followed once, and only to where the search does not come anyway.

>>> list(find_found(["no such file"]))
[Found(path='no such file', problem='no such file or directory', is_named=True)]
"""

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from extractor.batch.globs import NameWish
from extractor.batch.places import inside, is_address, list_places
from extractor.errors import ReadError
from extractor.files import is_litter, reason_of

_EVERYTHING = NameWish()


@dataclass(frozen=True, slots=True)
class Found:
    """A file; a ``problem`` is why it cannot be one. ``is_named``: it is one of the paths that were given, not found below one."""

    path: str
    problem: str | None = None
    is_named: bool = False


def find_found(paths: Collection[str], wish: NameWish = _EVERYTHING, leave_out: Iterable[str] = ()) -> Iterator[Found]:
    """The files at the paths and, to the bottom, in the folders among them, those that are wanted; ``leave_out`` are files passed over in folders."""
    addresses, roots = [path for path in paths if is_address(path)], [path for path in paths if not is_address(path)]
    for address in addresses:
        yield from _elsewhere(address, wish)
    unwanted = frozenset(map(os.path.realpath, leave_out))
    walk = _Walk(wish, unwanted, frozenset(map(os.path.basename, unwanted)), [os.path.realpath(path) for path in roots])
    for path in roots:
        if os.path.isdir(path):
            yield from walk.below(path)
        else:
            yield Found(path, _problem_of_named(path), is_named=True)


def _elsewhere(address: str, wish: NameWish) -> Iterator[Found]:
    try:
        found = list_places(address)
    except ReadError as error:
        yield Found(address, str(error), is_named=True)
        return
    for each in found:
        below = inside(each, address)
        if each == address or (wish.takes(below) and not is_litter(below)):
            yield Found(each)


@dataclass(slots=True)
class _Walk:
    wish: NameWish
    leave_out: frozenset[str]  # real paths
    names_left_out: frozenset[str]
    known: list[str]  # real paths of the folders that are searched
    pending: list[str] = field(default_factory=list)

    def below(self, root: str) -> Iterator[Found]:
        """Without recursion, because folders can lie deeper than Python's stack is high."""
        start = len(os.path.join(root, ""))
        self.pending = [os.path.join(root, "")]
        while self.pending:
            path = self.pending.pop()
            yield from self._entries(path, start) if path.endswith(os.sep) else self._file(path)

    def _entries(self, folder: str, start: int) -> Iterator[Found]:
        """Puts what is in a folder before all that is still pending; a folder is marked by a slash at its end."""
        try:
            with os.scandir(folder) as entries:
                found = sorted((path, entry.is_symlink()) for entry in entries if (path := self._wanted(entry, start)))
        except OSError as error:
            yield Found(folder.rstrip(os.sep) or os.sep, reason_of(error))
            return
        # Which of two links is followed must not depend on the order in which the system lists them.
        self.pending += reversed([path for path, is_link in found if not is_link or self._is_news(path)])

    def _wanted(self, entry: "os.DirEntry[str]", start: int) -> str | None:
        path, below = entry.path, entry.path[start:].replace(os.sep, "/")
        if is_litter(entry.name):
            return None
        if _is_folder(entry):
            return path + os.sep if self.wish.enters(below) else None
        return path if self.wish.takes(below) else None

    def _is_news(self, link: str) -> bool:
        """Whether a link leads to where the search does not come without it; one that leads nowhere is told as such."""
        target = os.path.realpath(link)
        if not os.path.exists(target):
            return True
        if any(_is_found_below(known, target) for known in self.known):
            return False
        self.known.append(target)
        return True

    def _file(self, path: str) -> Iterator[Found]:
        if self._is_left_out(path):
            return
        if os.path.isfile(path):
            yield Found(path)
        else:
            yield Found(path, "no regular file" if os.path.exists(path) else "a link that leads nowhere")

    def _is_left_out(self, path: str) -> bool:
        """Asks where a path really leads only where it could be one of those: for each file of a large folder that would take longest of all."""
        is_like = os.path.basename(path) in self.names_left_out or os.path.islink(path)
        return is_like and os.path.realpath(path) in self.leave_out


def _is_found_below(folder: str, target: str) -> bool:
    """Whether who searches a folder comes by a target; what is hidden is not searched.

    >>> _is_found_below("/in", "/in/a/b.txt"), _is_found_below("/in", "/in/.kept/b.txt"), _is_found_below("/in", "/inside")
    (True, False, False)
    """
    below = os.path.join(folder, "")
    return target == folder or (target.startswith(below) and not is_litter(target.removeprefix(below).replace(os.sep, "/")))


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _problem_of_named(path: str) -> str | None:
    try:
        os.stat(path)
    except OSError as error:
        return reason_of(error)
    except ValueError:
        return "no file can have this name"
    return None
