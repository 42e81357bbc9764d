"""How much may come out of an archive.

>>> budget = Budget(left=100)
>>> budget.objection(size=60, packed=50)
>>> budget.objection(size=60, packed=50)
'the archive unpacks to more than is allowed in all'
"""

from dataclasses import dataclass
from typing import NamedTuple

MEGABYTE = 1 << 20
LARGEST_MEMBER = 256 * MEGABYTE
LARGEST_IN_ALL = 8192 * MEGABYTE
# Text packs to a tenth, a scan hardly at all; what packs to less than this share of itself is made to flood.
HIGHEST_RATIO, RATIO_FROM = 200, 10 * MEGABYTE


class Member(NamedTuple):
    """A file of an archive: its ``name`` with the folders in the archive, parted by slashes, and its bytes."""

    name: str
    data: bytes


@dataclass(slots=True)
class Budget:
    """What is ``left`` to unpack, in bytes, for an archive and all archives within it."""

    left: int = LARGEST_IN_ALL

    def objection(self, size: int, packed: int | None) -> str | None:
        """Why a member of a size may not be unpacked; None where it may, and then its size is taken off."""
        if size > LARGEST_MEMBER:
            return f"unpacks to more than {LARGEST_MEMBER // MEGABYTE} MB"
        if packed is not None and size > RATIO_FROM and size > HIGHEST_RATIO * max(packed, 1):
            return f"unpacks to more than {HIGHEST_RATIO} times its size"
        if size > self.left:
            return "the archive unpacks to more than is allowed in all"
        self.left -= size
        return None
