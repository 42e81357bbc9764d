"""A folder into a store: what is new or has changed, by many workers, in order; and at the end what hangs together over all files."""

import contextlib
import os
import sqlite3
from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from typing import Protocol

from extractor.batch.options import Options, cores
from extractor.batch.parcels import Parcel
from extractor.batch.parts import Task
from extractor.batch.places import is_address
from extractor.batch.pool import Limits, Pool
from extractor.batch.progress import Silence, Witness
from extractor.batch.stopping import stopping
from extractor.batch.store import database
from extractor.batch.store.finishing import finish, is_unfinished
from extractor.batch.store.planning import NEW, Plan, mark_gone, plan_for
from extractor.batch.store.runs import begin_run, end_run
from extractor.batch.store.writing import Filing
from extractor.batch.summary import Summary
from extractor.batch.versions import version_of
from extractor.batch.walk import Found, find_found
from extractor.files import path_text

_PULSE = 0.5  # seconds after which one looks up, should nothing have happened


class Engine(Protocol):
    """Who does the work: this machine, or a cluster."""

    def run(self, tasks: Iterable[Task], pulse: float | None = None) -> Generator[Parcel | None, None, None]:
        """A parcel for each task, in the order of their numbers, which count up from 0; None from time to time."""

    def stop(self) -> None:
        """Begins no more files."""

    def current(self) -> str | None:
        """The path of a file that is in hand."""

    def close(self) -> None:
        """Gives back all that was taken."""


@dataclass(slots=True)
class Session:
    """A store that is open, with those who work for it."""

    connection: sqlite3.Connection
    store: str
    paths: tuple[str, ...]
    options: Options
    engine: Engine
    witness: Witness
    version: str
    is_stopped: bool = False

    def stop(self) -> None:
        """Finishes the files in hand and begins no more."""
        self.is_stopped = True
        self.engine.stop()
        self.witness.say("stopping when the files in hand are done; once more ends at once")

    def round(self) -> Summary:
        """Looks for what there is to do, and does it."""
        missing: list[Found] = []
        found = self._present(find_found(self.paths, self.options.wish, database.own_files(self.store)), missing)
        plan = plan_for(self.connection, found, self.version, self.options.demand)
        summary = Summary(plan.total, skipped=plan.skipped, skipped_failures=plan.skipped_failures, waiting=plan.waiting)
        summary.gone, summary.missing = mark_gone(self.connection, self.paths), len(missing)
        for each in missing:
            self.witness.say(f"{path_text(each.path)}: {each.problem}")
        if plan.reasons.keys() - {NEW}:
            self.witness.say(f"to do: {plan.why()}")
        if plan.total or is_unfinished(self.connection):
            self._work(plan, summary)
        return summary

    def _present(self, found: Iterable[Found], missing: list[Found]) -> Iterator[Found]:
        """What is there; a path that was named and is not there is no file, unless it was one once, and then it is gone."""
        for each in found:
            if not (each.is_named and each.problem):
                yield each
            elif not self.connection.execute("SELECT 1 FROM files WHERE path = ?", (path_text(each.path),)).fetchone():
                missing.append(each)

    def _work(self, plan: Plan, summary: Summary) -> None:
        number = begin_run(self.connection, self.version)
        self.witness.begin(plan.total)
        try:
            self._file_away(plan, summary)
        finally:
            self.witness.end()
        summary.is_stopped = self.is_stopped and summary.done < summary.total
        if not summary.is_stopped:
            finish(self.connection)
        end_run(self.connection, number, summary)

    def _file_away(self, plan: Plan, summary: Summary) -> None:
        filing = Filing(self.connection, self.version)
        try:
            with closing(self.engine.run(plan.tasks(), _PULSE)) as parcels:
                for parcel in parcels:
                    if parcel is None:
                        filing.settle()
                        self.witness.wait(self.engine.current())
                        continue
                    lost = filing.put(parcel)
                    parcel.close()
                    summary.done += 1
                    summary.failed += bool(lost)
                    self.witness.advance(lost, self.engine.current())
                    if lost and self.options.is_strict:
                        summary.is_ended = True
                        return
        finally:
            filing.flush()


@contextmanager
def session(store: str, paths: Iterable[str], options: Options, witness: Witness | None = None, engine: Engine | None = None) -> Iterator[Session]:
    """A session in the folder that the store was made in, from which its paths count. Raises StoreError."""
    place = os.path.abspath(store)
    with ExitStack() as stack:
        connection = stack.enter_context(database.opened(place))
        wanted = tuple(path if is_address(path) else os.path.abspath(path) for path in paths)
        base = _base(connection)
        stack.enter_context(contextlib.chdir(base))
        worker = engine or Pool(options.settings, Limits(options.jobs, options.timeout, max(1, cores() // options.jobs)))
        stack.callback(worker.close)
        found = Session(connection, place, tuple(_seen_from(base, path) for path in wanted), options, worker, witness or Silence(), version_of(options.choices))
        stack.enter_context(stopping(found.stop))
        yield found


def extract_into(store: str, paths: Iterable[str], options: Options | None = None, witness: Witness | None = None, engine: Engine | None = None) -> Summary:
    """Brings a store up to date with some paths; one that is not there is made. Raises StoreError, and PoolError where no worker starts."""
    with session(store, paths, options or Options(), witness, engine) as found:
        return found.round()


def _base(connection: sqlite3.Connection) -> str:
    """The folder that paths in the store count from: that in which it was made, or, when that is no more, this one."""
    base = database.state(connection, "base")
    if base is None or not os.path.isdir(base):
        base = os.getcwd()
        with database.transaction(connection):
            database.remember(connection, "base", base)
    return base


def _seen_from(base: str, path: str) -> str:
    """A path as it is written in a store: from its base where it lies below, else whole."""
    inside = os.path.join(base, "")
    return os.curdir if path == base else path.removeprefix(inside)
