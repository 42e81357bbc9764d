"""Under which version a file was made: that of the program, and that of all that is data in it.

>>> version_of(()) == version_of(()), version_of(()) == version_of(("utf-8",))
(True, False)
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files


def version_of(choices: Iterable[str]) -> str:
    """The version, such as ``0.1.0+3fa4c1d2e5b6``; ``choices`` is what else decides what becomes of a file: rules of one's own, an encoding."""
    found = sha256()
    for data in [*_packaged(), *(choice.encode("utf-8", "surrogateescape") for choice in choices)]:
        found.update(len(data).to_bytes(8, "big") + data)
    return f"{program_version()}+{found.hexdigest()[:12]}"


def program_version() -> str:
    """The version of the program; 0 where it is not installed."""
    try:
        return version("fazhi")
    except PackageNotFoundError:
        return "0"


def _packaged() -> Iterator[bytes]:
    """The rules and tables of the package."""
    for folder in ("catalogue", "data"):
        entries = sorted(files("extractor").joinpath(folder).iterdir(), key=lambda entry: entry.name)
        yield from (entry.read_bytes() for entry in entries if entry.name.endswith((".toml", ".tsv", ".txt")))
