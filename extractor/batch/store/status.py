"""What is in a store, in numbers."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.batch.store.finishing import is_unfinished

_MOST_REASONS = 10

Pairs = tuple[tuple[str, str], ...]

_FILES = """SELECT count(*), coalesce(sum(reports > 0), 0), coalesce(sum(failures > 0), 0), coalesce(sum(gone), 0), coalesce(sum(version <> ?), 0) FROM files"""
_REPORTS = """SELECT count(*), count(same_as), count(DISTINCT issuer), count(DISTINCT region_code), min(year), max(year), coalesce(sum(indicators), 0),
  coalesce(sum(coded), 0), coalesce(sum(failed_checks > 0), 0) FROM reports JOIN origins USING (report)"""
_LAST_RUN = "SELECT started, finished, version, done, failed FROM runs ORDER BY id DESC LIMIT 1"
_REASONS = "SELECT reason, count(*) FROM failures GROUP BY reason ORDER BY 2 DESC, 1 LIMIT ?"


@dataclass(frozen=True, slots=True)
class Status:
    """Labels and numbers, by what they are about."""

    files: Pairs
    reports: Pairs
    failures: Pairs
    run: Pairs


def status_of(connection: sqlite3.Connection, version: str) -> Status:
    """What is in a store; ``version`` is that of program and rules now."""
    reasons = connection.execute(_REASONS, (_MOST_REASONS,)).fetchall()
    return Status(
        tuple(_files(connection, version)),
        tuple(_reports(connection)),
        tuple((f"{count:,}", reason) for reason, count in reasons),
        tuple(_run(connection)),
    )


def _files(connection: sqlite3.Connection, version: str) -> Iterator[tuple[str, str]]:
    total, with_reports, failed, gone, outdated = connection.execute(_FILES, (version,)).fetchone()
    yield from (("files", f"{total:,}"), ("with reports", f"{with_reports:,}"), ("with failures", f"{failed:,}"))
    yield from (("not there any more", f"{gone:,}"), ("made by another version", f"{outdated:,}"))


def _reports(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    total, same, issuers, regions, first, last, figures, coded, doubtful = connection.execute(_REPORTS).fetchone()
    yield from (("reports", f"{total:,}"), ("that repeat another", f"{same:,}"), ("issuers", f"{issuers:,}"), ("divisions", f"{regions:,}"))
    yield ("years", "" if first is None else f"{first}" if first == last else f"{first}–{last}")
    yield from (("figures", f"{figures:,}"), ("that the catalogue knows", f"{coded:,}" + (f" ({coded / figures:.0%})" if figures else "")))
    yield ("reports with failed checks", f"{doubtful:,}")


def _run(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    found = connection.execute(_LAST_RUN).fetchone()
    if found:
        started, finished, version, done, failed = found
        yield from (("began", started), ("ended", finished or "not yet, or it was interrupted"), ("version", version))
        yield from (("files done", "" if done is None else f"{done:,}"), ("with failures", "" if failed is None else f"{failed:,}"))
    if is_unfinished(connection):
        yield ("panel", "not up to date: files came in that no run has finished with")
