"""How much memory a worker may take.

>>> parse_size("1.5G"), parse_size("300MB"), parse_size("lots") is None
(1610612736, 314572800, True)
"""

from decimal import Decimal

import regex

LEAST = 256 * 2**20  # with less a worker cannot even load the catalogue

_SIZE = regex.compile(r"(?P<number>\d{1,9}(?:\.\d{1,3})?)\s*(?P<unit>[KMGT])i?B?", regex.I)
_POWERS = {"K": 10, "M": 20, "G": 30, "T": 40}


def parse_size(words: str) -> int | None:
    """Bytes from a number with K, M, G or T; None where it is none, or less than a worker needs.

    >>> parse_size("1M") is None
    True
    """
    found = _SIZE.fullmatch(words.strip())
    if found is None:
        return None
    size = int(Decimal(found["number"]) * 2 ** _POWERS[found["unit"].upper()])
    return size if size >= LEAST else None


def size_text(size: int) -> str:
    """Bytes as people say them.

    >>> size_text(1610612736), size_text(314572800)
    ('1.5 GB', '300 MB')
    """
    power, name = (30, "GB") if size >= 2**30 else (20, "MB")
    return f"{size / 2**power:.4g} {name}"


def limit_memory(size: int) -> None:
    """Lets this process take no more than so many bytes, where the system can hold it to that: what goes beyond is a MemoryError."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (size, size))
    except (ImportError, OSError, ValueError):
        return
