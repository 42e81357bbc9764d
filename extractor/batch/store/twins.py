"""The same report twice: found by its keys, and linked, so that a panel counts it once.

Of those that are the same, the others repeat the one that is still there, has most figures that the catalogue knows, and the first path.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

_SHARED = """SELECT key, report FROM keys WHERE key IN (SELECT key FROM keys GROUP BY key HAVING count(*) > 1) ORDER BY key, report"""
_RANK = "SELECT gone, -coded, source, report FROM origins JOIN reports USING (report) JOIN files ON files.path = origins.file WHERE report = ?"


def link_twins(connection: sqlite3.Connection) -> None:
    """Links all reports of the store that only repeat another; lines of the panel that this touches are marked as stale."""
    links = dict(_links(connection))
    before = dict(connection.execute("SELECT report, same_as FROM origins WHERE same_as IS NOT NULL"))
    changed = [number for number in before.keys() | links.keys() if before.get(number) != links.get(number)]
    connection.executemany("UPDATE origins SET same_as = ? WHERE report = ?", ((links.get(number), number) for number in changed))
    connection.executemany("INSERT OR IGNORE INTO stale SELECT line FROM origins WHERE report = ?", ((number,) for number in changed))


def groups_of(pairs: Iterable[tuple[str, int]]) -> list[list[int]]:
    """Numbers that share a key, directly or by way of others, as sorted groups.

    >>> groups_of([("a", 1), ("a", 2), ("b", 2), ("b", 5), ("c", 3), ("c", 4)])
    [[1, 2, 5], [3, 4]]
    """
    above: dict[int, int] = {}

    def top(number: int) -> int:
        while (over := above.setdefault(number, number)) != number:
            above[number] = number = above.setdefault(over, over)
        return number

    firsts: dict[str, int] = {}
    for key, number in pairs:
        one, other = sorted((top(firsts.setdefault(key, number)), top(number)))
        above[other] = one
    groups: dict[int, list[int]] = defaultdict(list)
    for number in sorted(above):
        groups[top(number)].append(number)
    return list(groups.values())


def _links(connection: sqlite3.Connection) -> Iterable[tuple[int, int]]:
    for group in groups_of(connection.execute(_SHARED)):
        ranked = sorted(connection.execute(_RANK, (number,)).fetchone() for number in group)
        original = ranked[0][-1]
        yield from ((number, original) for number in group if number != original)
