"""Which files of a folder are wanted, by their names.

>>> wish = NameWish(include=("*.pdf", "2022/*"), exclude=("草稿*",))
>>> wish.takes("2021/某县.pdf"), wish.takes("2022/某县.txt"), wish.takes("2021/某县.txt"), wish.takes("2022/草稿.pdf")
(True, True, False, False)
>>> wish.enters("2021/草稿箱")
False
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase


@dataclass(frozen=True, slots=True)
class NameWish:
    """Patterns with ``*`` ``?`` ``[…]``: one without a slash is about a name, one with slashes about the path below the folder that was named.

    ``*`` goes over slashes, too. Without ``include`` everything is wanted; what is excluded is not, and nothing in an excluded folder.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    def takes(self, below: str) -> bool:
        """Whether a file is wanted; ``below`` is its path below the folder that was named, with slashes."""
        return (not self.include or _matches(below, self.include)) and not _matches(below, self.exclude)

    def enters(self, below: str) -> bool:
        """Whether a folder is looked into."""
        return not _matches(below, self.exclude)


def _matches(below: str, patterns: Iterable[str]) -> bool:
    name = below.rsplit("/", 1)[-1]
    return any(fnmatchcase(below if "/" in pattern else name, pattern.rstrip("/")) for pattern in patterns)
