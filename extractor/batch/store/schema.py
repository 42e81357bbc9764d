"""The tables of a store: those that the SQLite format has, and those that keep count of files.

>>> [table.split()[2] for table in OWN_TABLES][:3]
['files', 'failures', 'origins']
"""

from collections.abc import Iterator
from hashlib import sha256

from extractor.writers.relations import RELATIONS, REPORT, Relation, create_statements, index_statements, insert_statement
from extractor.writers.sqlite import TYPES

APPLICATION = 0x66617A68  # "fazh": by this number a store is told from any other database

FILES = """CREATE TABLE files (
  path TEXT PRIMARY KEY,             -- from the folder that the store was made in
  sha256 TEXT,                       -- of the bytes that were read; NULL where they could not be read, or changed meanwhile
  version TEXT NOT NULL,             -- of program and rules that it was done with
  reports INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  gone INTEGER NOT NULL DEFAULT 0    -- 1: it is not there any more
) WITHOUT ROWID"""
FAILURES = """CREATE TABLE failures (
  file TEXT NOT NULL REFERENCES files (path),
  id INTEGER NOT NULL,               -- counts from 1 in its file
  path TEXT NOT NULL,                -- of the file, or of the file in the archive
  reason TEXT NOT NULL,
  PRIMARY KEY (file, id)
) WITHOUT ROWID"""
ORIGINS = """CREATE TABLE origins (
  report INTEGER PRIMARY KEY REFERENCES reports (report),
  file TEXT NOT NULL REFERENCES files (path),
  same_as INTEGER REFERENCES reports (report),  -- the report that this one only repeats, word for word or figure for figure
  line TEXT NOT NULL                 -- issuer, division and year, by which it has its line in the panel
)"""
KEYS = "CREATE TABLE keys (key TEXT, report INTEGER REFERENCES reports (report), PRIMARY KEY (key, report)) WITHOUT ROWID"
RUNS = """CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  started TEXT NOT NULL,             -- UTC
  finished TEXT,                     -- NULL: it was interrupted, or is still under way
  version TEXT NOT NULL,
  done INTEGER, failed INTEGER, skipped INTEGER, gone INTEGER
)"""
STAMPS = "CREATE TABLE stamps (path TEXT PRIMARY KEY, stamp TEXT NOT NULL) WITHOUT ROWID"
LINES = "CREATE TABLE lines (key TEXT PRIMARY KEY, line INTEGER NOT NULL) WITHOUT ROWID"
STALE = "CREATE TABLE stale (key TEXT PRIMARY KEY) WITHOUT ROWID"
UNITS = "CREATE TABLE units (code TEXT, unit TEXT, count INTEGER NOT NULL, PRIMARY KEY (code, unit)) WITHOUT ROWID"
USUAL = "CREATE TABLE usual (code TEXT PRIMARY KEY, unit TEXT NOT NULL) WITHOUT ROWID"
STATE = "CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID"

OWN_TABLES = (FILES, FAILURES, ORIGINS, KEYS, RUNS, STAMPS, LINES, STALE, UNITS, USUAL, STATE)
_OWN_INDEXES = (
    "CREATE INDEX by_origins_file ON origins (file)",
    "CREATE INDEX by_origins_line ON origins (line)",
    "CREATE INDEX by_keys_report ON keys (report)",
)

BY_NAME = {relation.name: relation for relation in RELATIONS}
OF_A_REPORT = ("reports", "sections", "indicators", "numerals", "checks", "check_indicators")  # in the order in which lines lead to each other


def statements() -> Iterator[str]:
    """The SQL that makes a new store."""
    for relation in RELATIONS:
        yield from create_statements(relation, TYPES, links=True)
    yield from (*OWN_TABLES, *_OWN_INDEXES)


def late_statements() -> Iterator[str]:
    """The SQL that makes the indexes which only readers need: cheaper when there is something in the tables."""
    for relation in RELATIONS:
        yield from (statement.replace("CREATE INDEX", "CREATE INDEX IF NOT EXISTS", 1) for statement in index_statements(relation))


def form() -> str:
    """By what the tables of one version are told from those of another."""
    return sha256("\n".join([*statements(), *late_statements()]).encode()).hexdigest()[:16]


def insert_with_number(table: str) -> tuple[str, int]:
    """The SQL that puts a line of a report into a table, and at which place of the line the report's number is to stand."""
    relation: Relation = BY_NAME[table]
    return insert_statement(relation), [column.name for column in relation.columns].index(REPORT)
