"""The formats that reports are written in, and what a writer is.

>>> list(FORMATS)
['jsonl', 'json', 'csv', 'table']
>>> format_of_name("out/Reports.CSV")
'csv'
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from schemas import Report


@dataclass(frozen=True, slots=True)
class Target:
    """What a writer may want to know of the place that its bytes go to."""

    is_file: bool = False
    width: int = 100
    colour: bool = False


class Writer(Protocol):
    """What writes a format: a function."""

    def __call__(self, reports: "Iterable[Report]", target: Target) -> Iterator[bytes]:
        """Reports in, bytes out: as soon as a report is there, and whole only when the iterator has ended."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format by the module of this package whose ``write`` writes it, and the ends of file names that ask for it."""

    writer: str
    suffixes: tuple[str, ...]
    summary: str


FORMATS: dict[str, Format] = {
    "jsonl": Format("jsonl", (".jsonl", ".ndjson"), "a JSON object a line"),
    "json": Format("json_array", (".json",), "one JSON array"),
    "csv": Format("csv_rows", (".csv",), "an indicator a line"),
    "table": Format("table", (".txt",), "for people to read"),
}


def load_writer(name: str) -> Writer:
    """The writer of one of the formats."""
    return cast(Writer, import_module(f"{__package__}.{FORMATS[name].writer}").write)


def format_of_name(file: str) -> str | None:
    """The format that a file's name asks for.

    >>> format_of_name("out.xyz") is None
    True
    """
    suffix = PurePath(file).suffix.lower()
    return next((name for name, known in FORMATS.items() if suffix in known.suffixes), None)
