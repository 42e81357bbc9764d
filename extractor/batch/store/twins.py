"""The same report twice: found, and linked, so that a panel counts it once.

Reports are the same that share a key; and a scan, whose figures may be misread, is the same as a report of its issuer and year
that has most of them. Of those that are the same the others repeat one: that is still there, no scan, with most figures that the
catalogue knows, and the first path.

>>> are_alike(Counter([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), Counter([1, 2, 3, 4, 5, 6, 7, 8, 90]))
True
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, combinations

FEWEST_FIGURES = 8
ALIKE = 0.8  # the share of figures that a scan has in common with what it is a scan of

_MOST_OF_A_LINE = 20  # reports of one issuer and year that are compared with each other
_SHARED = "SELECT key, report FROM keys WHERE key IN (SELECT key FROM keys GROUP BY key HAVING count(*) > 1) ORDER BY key, report"
_LINES = "SELECT line FROM origins GROUP BY line HAVING count(*) BETWEEN 2 AND ? ORDER BY line"
_IS_SCAN = "EXISTS (SELECT 1 FROM indicators i WHERE i.report = origins.report AND confidence IS NOT NULL)"
_OF_A_LINE = f"SELECT report, {_IS_SCAN} FROM origins WHERE line = ? ORDER BY report"  # noqa: S608, words of ours
_RANK = f"""SELECT gone, {_IS_SCAN}, -coded, source, report
  FROM origins JOIN reports USING (report) JOIN files ON files.path = origins.file WHERE report = ?"""  # noqa: S608, words of ours


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


def are_alike(one: Counter[float], other: Counter[float]) -> bool:
    """Whether two reports state so many of the same figures that one is a scan of the other."""
    most = max(one.total(), other.total())
    return most >= FEWEST_FIGURES and (one & other).total() >= ALIKE * most


def _links(connection: sqlite3.Connection) -> Iterator[tuple[int, int]]:
    for group in groups_of(chain(connection.execute(_SHARED), _scans(connection))):
        ranked = sorted(connection.execute(_RANK, (number,)).fetchone() for number in group)
        original = ranked[0][-1]
        yield from ((number, original) for number in group if number != original)


def _scans(connection: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    """Scans and what they are alike, under a key of their own."""
    for (line,) in connection.execute(_LINES, (_MOST_OF_A_LINE,)).fetchall():
        found = connection.execute(_OF_A_LINE, (line,)).fetchall()
        for (one, is_scan), (other, is_other_scan) in combinations(found, 2):
            if (is_scan or is_other_scan) and are_alike(_figures(connection, one), _figures(connection, other)):
                yield from ((f"{one} {other}", one), (f"{one} {other}", other))


def _figures(connection: sqlite3.Connection, number: int) -> Counter[float]:
    return Counter(value for (value,) in connection.execute("SELECT value FROM indicators WHERE report = ? AND value IS NOT NULL", (number,)))
