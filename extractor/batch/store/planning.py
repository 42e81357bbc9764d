"""Which files have to be done: what is new, what has changed, what was done by another version; and which are gone.

>>> Known("a1", "1.0", failures=1).reason_to_do("1.0", Demand(), lambda: "a1") is None
True
>>> Known("a1", "1.0", failures=1).reason_to_do("1.0", Demand(retry_failed=True), lambda: "a1")
'failed before'
>>> Known("a1", "1.0").reason_to_do("1.0", Demand(), lambda: "b2")
'changed'
"""

import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field

from extractor.batch.parts import Task
from extractor.batch.places import is_address, list_places
from extractor.batch.stamps import content_of, stamp_of
from extractor.batch.store.database import transaction
from extractor.batch.walk import Found
from extractor.errors import ReadError
from extractor.files import path_text

NEW, CHANGED, OUTDATED, FAILED, FORCED = "new", "changed", "made by another version", "failed before", "asked for again"
_LOOK = "SELECT files.sha256, version, failures, gone, stamp FROM files LEFT JOIN stamps USING (path) WHERE path = ?"


@dataclass(frozen=True, slots=True)
class Demand:
    """What is to be done besides what is new: files that ``failed`` before, or all (``force``). ``is_ready`` says of a path whether to touch it yet."""

    retry_failed: bool = False
    force: bool = False
    is_ready: Callable[[str], bool] = lambda _: True


@dataclass(frozen=True, slots=True)
class Known:
    """What the store knows of a file."""

    sha256: str | None
    version: str
    failures: int = 0
    is_gone: bool = False
    stamp: str | None = None

    def reason_to_do(self, version: str, demand: Demand, content: Callable[[], str | None]) -> str | None:
        """Why it has to be done again; None where it need not. ``content`` tells its hash, which costs reading it."""
        if demand.force:
            return FORCED
        if self.version != version:
            return OUTDATED
        if demand.retry_failed and self.failures:
            return FAILED
        return CHANGED if content() != self.sha256 else None


@dataclass(slots=True)
class Plan:
    """The tasks, kept on disk; why there are how many; how many are skipped, and of these how many failed before; how many are not ready yet."""

    database: sqlite3.Connection
    reasons: Counter[str] = field(default_factory=Counter)
    skipped: int = 0
    skipped_failures: int = 0
    gone: int = 0
    waiting: int = 0

    @classmethod
    def empty(cls) -> "Plan":
        """A plan of nothing, in a database of its own that the system throws away."""
        database = sqlite3.connect("", isolation_level=None)
        database.execute("CREATE TABLE todo (number INTEGER PRIMARY KEY, path BLOB UNIQUE, problem TEXT)")
        return cls(database)

    @property
    def total(self) -> int:
        """How many tasks there are."""
        return sum(self.reasons.values())

    def why(self) -> str:
        """Why there are how many tasks, in words."""
        return ", ".join(f"{count:,} {reason}" for reason, count in self.reasons.most_common())

    def add(self, found: Found, reason: str) -> None:
        """Another task, unless the same file is one already."""
        inserted = self.database.execute("INSERT OR IGNORE INTO todo (path, problem) VALUES (?, ?)", (os.fsencode(found.path), found.problem))
        self.reasons[reason] += inserted.rowcount

    def tasks(self) -> Iterator[Task]:
        """The tasks in their order, numbered from 0."""
        with closing(self.database.execute("SELECT path, problem FROM todo ORDER BY number")) as rows:
            for number, (path, problem) in enumerate(rows):
                yield Task(number, os.fsdecode(path), problem)


def plan_for(connection: sqlite3.Connection, found: Iterable[Found], version: str, demand: Demand) -> Plan:
    """What has to be done of some files, for a store to hold them as a version makes them."""
    plan = Plan.empty()
    # Of the files that only look changed, the store learns how they look now.
    with transaction(connection), transaction(plan.database):
        for each in found:
            _consider(connection, plan, each, version, demand)
    return plan


def mark_gone(connection: sqlite3.Connection, roots: Iterable[str]) -> int:
    """Marks the files at and below some paths that are not there any more; how many that are now."""
    with transaction(connection):
        for root in map(path_text, roots):
            below = root.rstrip("/") + "/"
            rows = connection.execute("SELECT path FROM files WHERE NOT gone AND (path = ? OR substr(path, 1, ?) = ?)", (root, len(below), below))
            is_there = _presence(root)
            gone = [(path,) for (path,) in rows if not is_there(path)]
            connection.executemany("UPDATE files SET gone = 1 WHERE path = ?", gone)
    count: int = connection.execute("SELECT count(*) FROM files WHERE gone").fetchone()[0]
    return count


def _presence(root: str) -> Callable[[str], bool]:
    """What tells of a path at or below a root whether there is a file; of one where that cannot be told there is."""
    if not is_address(root):
        return lambda path: not _is_plain(path) or (os.path.lexists(path) and not _is_open_folder(path))
    try:
        return set(list_places(root)).__contains__
    except ReadError:
        return lambda _: True


def _is_open_folder(path: str) -> bool:
    """Whether there is a folder now that can be looked into, where there was a file, or a folder that could not."""
    return os.path.isdir(path) and os.access(path, os.R_OK | os.X_OK)


def _is_plain(path: str) -> bool:
    """Whether a path in the store is the path itself, and no bytes of it had to be escaped."""
    return "\\x" not in path


def _consider(connection: sqlite3.Connection, plan: Plan, found: Found, version: str, demand: Demand) -> None:
    known = _known(connection, path_text(found.path))
    if found.problem is None and not demand.is_ready(found.path):
        plan.waiting += 1
        return
    if known is None:
        plan.add(found, NEW)
        return
    reason = known.reason_to_do(version, demand, lambda: None if found.problem else _content(connection, found.path, known))
    if reason:
        plan.add(found, reason)
        return
    plan.skipped += 1
    plan.skipped_failures += known.failures > 0
    if known.is_gone:
        connection.execute("UPDATE files SET gone = 0 WHERE path = ?", (path_text(found.path),))


def _known(connection: sqlite3.Connection, path: str) -> Known | None:
    found = connection.execute(_LOOK, (path,)).fetchone()
    return Known(found[0], found[1], found[2], bool(found[3]), found[4]) if found else None


def _content(connection: sqlite3.Connection, path: str, known: Known) -> str | None:
    """The hash of a file's content; the file is read only where it could be another than before."""
    stamp = stamp_of(path)
    if stamp is not None and stamp == known.stamp:
        return known.sha256
    content = content_of(path)
    if stamp is not None and content == known.sha256 and stamp == stamp_of(path):
        connection.execute("INSERT OR REPLACE INTO stamps VALUES (?, ?)", (path_text(path), stamp))
    return content
