"""The formats that reports are written in, and what a writer is.

>>> list(FORMATS)
['jsonl', 'json', 'csv', 'tsv', 'xlsx', 'parquet', 'sqlite', 'duckdb', 'markdown', 'table']
>>> format_of_name("out/Reports.CSV")
'csv'
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path, PurePath
from types import ModuleType
from typing import TYPE_CHECKING, Literal, Protocol, cast

if TYPE_CHECKING:
    from extractor.writers.tables import Table
    from extractor.writers.unread import Outcome
    from extractor.writers.wishes import Wishes

SHAPES = ("indicators", "reports", "panel", "sections", "numerals", "checks")

# What a format holds by itself: whole records, the lines of one shape, or tables of several shapes.
Content = Literal["records", "lines", "tables"]


@dataclass(frozen=True, slots=True)
class Target:
    """What a writer may want to know of the place that its bytes go to; ``folder`` is where there is room for what it builds up."""

    is_file: bool = False
    width: int = 100
    colour: bool = False
    folder: Path | None = None


class Writer(Protocol):
    """What writes reports in a format: a function."""

    def __call__(self, outcomes: "Iterable[Outcome]", target: Target, wishes: "Wishes | None" = None) -> Iterator[bytes]:
        """Reports in, bytes out: as soon as a report is there where the format can, and whole only when the iterator has ended.

        Of files that gave no report those formats and shapes tell that have a place for it.
        """
        ...


class TableWriter(Protocol):
    """What writes a table in a format: a function."""

    def __call__(self, table: "Table", target: Target, wishes: "Wishes") -> Iterator[bytes]:
        """A table in, bytes out."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format by the module of this package that writes it, and the ends of file names that ask for it.

    The module's ``write`` writes reports and its ``write_table`` a table. ``is_binary``: nothing for a terminal. ``needs`` are
    packages that come with the extra of the format's name; ``heeds`` are the wishes that change something in it besides shape, columns and lines.
    """

    writer: str
    suffixes: tuple[str, ...]
    summary: str
    content: Content = "lines"
    heeds: frozenset[str] = frozenset()
    is_binary: bool = False
    needs: tuple[str, ...] = ()


_TEXT = frozenset({"encoding"})
_DELIMITED = frozenset({"encoding", "header", "decimal", "plain", "datapackage"})

FORMATS: dict[str, Format] = {
    "jsonl": Format("jsonl", (".jsonl", ".ndjson"), "a JSON object a line", "records"),
    "json": Format("json_array", (".json",), "one JSON array", "records"),
    "csv": Format("csv_rows", (".csv",), "an indicator a line", heeds=_DELIMITED),
    "tsv": Format("tsv_rows", (".tsv", ".tab"), "the same, parted by tabs", heeds=_DELIMITED),
    "xlsx": Format("xlsx", (".xlsx",), "a workbook with a panel, the figures, reports and checks", "tables", is_binary=True),
    "parquet": Format("parquet", (".parquet", ".pq"), "typed columns for data frames", is_binary=True, needs=("pyarrow",)),
    "sqlite": Format("sqlite", (".sqlite", ".sqlite3", ".db"), "a database, with everything", "tables", is_binary=True),
    "duckdb": Format("duckdb", (".duckdb",), "the same for DuckDB", "tables", is_binary=True, needs=("duckdb", "pyarrow")),
    "markdown": Format("markdown", (".md", ".markdown"), "a table for a mail", heeds=_TEXT | {"decimal"}),
    "table": Format("table", (".txt",), "for people to read", "records", heeds=_TEXT | {"decimal"}),
}


def load_writer(name: str) -> Writer:
    """What writes reports in one of the formats: whole where the format holds them whole and no shape is asked for, else as a table."""
    return cast(Writer, partial(_write, _module(name), FORMATS[name].content))


def load_table_writer(name: str) -> TableWriter:
    """What writes a table in one of the formats."""
    return cast(TableWriter, _module(name).write_table)


def missing_packages(name: str) -> tuple[str, ...]:
    """The packages that a format needs and that are not there."""
    return tuple(package for package in FORMATS[name].needs if find_spec(package) is None)


def format_of_name(file: str) -> str | None:
    """The format that a file's name asks for.

    >>> format_of_name("out.xyz") is None
    True
    """
    suffix = PurePath(file).suffix.lower()
    return next((name for name, known in FORMATS.items() if suffix in known.suffixes), None)


def _module(name: str) -> ModuleType:
    return import_module(f"{__package__}.{FORMATS[name].writer}")


def _write(module: ModuleType, content: Content, outcomes: "Iterable[Outcome]", target: Target, wishes: "Wishes | None" = None) -> Iterator[bytes]:
    from extractor.writers.selection import outcomes_for_tables
    from extractor.writers.tables import shape_of, table_of
    from extractor.writers.unread import only_reports
    from extractor.writers.wishes import Wishes

    asked = wishes or Wishes()
    shape = shape_of(content, asked)
    if shape is None:
        wanted = outcomes_for_tables(outcomes, asked)
        return cast(Iterator[bytes], module.write(only_reports(wanted) if content == "records" else wanted, target, asked))
    asked = replace(asked, shape=shape)
    return cast(Iterator[bytes], module.write_table(table_of(outcomes, asked), target, asked))
