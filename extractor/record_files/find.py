"""Which kind of records a file holds, told by its bytes.

>>> list(map(str, read_records(["no such file.jsonl"])))
['no such file.jsonl: no such file or directory']
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from extractor.files import STANDARD_INPUT, Failure, path_text, reason_of
from extractor.record_files.database_records import read_duckdb, read_sqlite
from extractor.record_files.json_records import read_json
from extractor.writers.unread import Outcome

_SUFFIXES = frozenset((".jsonl", ".ndjson", ".json", ".sqlite", ".sqlite3", ".db", ".duckdb"))
_SQLITE = b"SQLite format 3\0"
_DUCKDB = b"DUCK"  # after a checksum of eight bytes


def is_record_file(path: str) -> bool:
    """Whether a path is called as files of records are.

    >>> is_record_file("out.jsonl"), is_record_file("report.docx")
    (True, False)
    """
    return Path(path).suffix.lower() in _SUFFIXES


def read_records(paths: Iterable[str]) -> Iterator[Outcome | Failure]:
    """The records of some files in order, or why there are none, and the files that databases know gave no report; ``-`` is JSON on standard input. A file that cannot be read never ends the rest."""
    for path in paths:
        if path == STANDARD_INPUT:
            yield from read_json(sys.stdin.buffer, path)
            continue
        try:
            yield from _records_at(path)
        except OSError as error:
            yield Failure(path_text(path), reason_of(error), error)
        except ValueError as error:
            yield Failure(path_text(path), "no file can have this name", error)


def _records_at(path: str) -> Iterator[Outcome | Failure]:
    name = path_text(path)
    with Path(path).open("rb") as stream:
        head = stream.read(16)
        if head.startswith(_SQLITE):
            yield from read_sqlite(path, name)
        elif head[8:12] == _DUCKDB:
            yield from read_duckdb(path, name)
        else:
            stream.seek(0)
            yield from read_json(stream, name)
