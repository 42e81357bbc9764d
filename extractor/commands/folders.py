"""The flags of work on many files, and what they come to; `watch` and `status`."""

import sys
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from extractor.commands.flags import with_flags
from extractor.commands.inputs import demands_of, rules_of
from extractor.commands.options import Encoding, OwnRules, Type
from extractor.commands.output import Output
from extractor.commands.streams import ending_well, write_blocks

if TYPE_CHECKING:
    from extractor.batch.options import Options
    from extractor.batch.progress import Witness
    from extractor.batch.run import Engine
    from extractor.batch.summary import Summary
    from extractor.indicators.rules import Rule

Store = Annotated[str, typer.Argument(metavar="STORE", help="A store, as fazhi extract FOLDER -o STORE.sqlite makes it.")]
Folders = Annotated[list[str], typer.Argument(metavar="FOLDER", help="Folders to be watched.")]
StoreOut = Annotated[str, typer.Option("--output", "-o", metavar="STORE", help="The store that they go into; it is made where there is none.")]
Every = Annotated[float, typer.Option(metavar="SECONDS", min=0.1, help="How often to look for new files.")]

Jobs = Annotated[int | None, typer.Option(min=1, metavar="N", help="Processes that work at once. Default: as many as there are cores.")]
Include = Annotated[
    list[str] | None, typer.Option(metavar="GLOB", help="In folders only files that are called so, such as *.pdf or 2022/*. May be given again.")
]
Exclude = Annotated[list[str] | None, typer.Option(metavar="GLOB", help="In folders no files, and no folders, that are called so. May be given again.")]
Timeout = Annotated[float | None, typer.Option(min=0, metavar="SECONDS", help="The longest that a file may take; 0 is no limit. Default: 600.")]
MaxMemory = Annotated[str | None, typer.Option(metavar="SIZE", help="The most that a process may take, such as 500M or 2G; 0 is no limit. Default: 2G.")]
RetryFailed = Annotated[bool, typer.Option("--retry-failed", help="Do files again that failed before (store).")]
Force = Annotated[bool, typer.Option("--force", help="Do all files again (store).")]
Strict = Annotated[bool, typer.Option("--strict", help="End at the first file that fails.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing of progress and failures; they are in the store.")]
EngineName = Annotated[Literal["local", "dask"], typer.Option("--engine", help="Who does the work: this machine, or a Dask cluster.")]
Scheduler = Annotated[str | None, typer.Option(metavar="ADDRESS", help="The scheduler of the cluster, such as tcp://10.0.0.1:8786.")]


@dataclass(frozen=True, slots=True)
class Batch:
    """What is asked of work on many files; None is what was not said."""

    jobs: int | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    timeout: float | None = None
    memory: str | None = None
    retry_failed: bool = False
    force: bool = False
    is_strict: bool = False
    is_quiet: bool = False
    scheduler: str | None = None

    @property
    def asks_for_workers(self) -> bool:
        """Whether something is asked for that only processes of their own can give."""
        return self.jobs is not None or self.timeout is not None or self.memory is not None

    def options(self, own: list[str] | None, encoding: str | None, kind: str | None, *, with_tables: bool) -> "Options":
        """All that a run is told. Raises typer's BadParameter for a size that is none, and CatalogueError."""
        from extractor.batch.globs import NameWish
        from extractor.batch.options import TIMEOUT, Options, cores
        from extractor.batch.parts import Settings
        from extractor.batch.store.planning import Demand

        settings = Settings(demands_of(encoding, kind), rules_of(own) if own else None, _memory(self.memory), with_tables)
        return Options(
            settings=settings,
            choices=tuple(_choices(encoding, kind, settings.rules)),
            wish=NameWish(self.include, self.exclude),
            demand=Demand(self.retry_failed, self.force),
            jobs=self.jobs or cores(),
            timeout=TIMEOUT if self.timeout is None else self.timeout or None,
            is_strict=self.is_strict,
        )

    def witness(self) -> "Witness":
        """Who is told how far it is."""
        from extractor.batch.progress import witness_of

        return witness_of(sys.stderr, quiet=self.is_quiet)

    def engine(self, options: "Options") -> "Engine | None":
        """The cluster that does the work; None for this machine. Raises PoolError where there is no such cluster."""
        if self.scheduler is None:
            return None
        from extractor.batch.cluster import Cluster

        return Cluster(self.scheduler, options)


def _batch(
    jobs: Jobs = None,
    include: Include = None,
    exclude: Exclude = None,
    timeout: Timeout = None,
    max_memory: MaxMemory = None,
    retry_failed: RetryFailed = False,
    force: Force = False,
    strict: Strict = False,
    quiet: Quiet = False,
    engine: EngineName = "local",
    scheduler: Scheduler = None,
) -> Batch:
    """The flags, and what they come to."""
    if (engine == "dask") != (scheduler is not None):
        raise typer.BadParameter("--engine dask and --scheduler ADDRESS go together.")
    return Batch(jobs, tuple(include or ()), tuple(exclude or ()), timeout, max_memory, retry_failed, force, strict, quiet, scheduler)


with_batch = with_flags(_batch, "batch")


def is_store(out: Output) -> bool:
    """Whether output goes into a store: a database with everything in it."""
    from extractor.writers.wishes import Wishes

    return out.format == "sqlite" and out.file is not None and out.wishes() == Wishes()


def run_into_store(store: str, paths: list[str], options: "Options", batch: Batch) -> "Summary":
    """Brings a store, which may lie at an address, up to date with some paths, and says what was done."""
    from extractor.batch.places import borrowed, is_address
    from extractor.batch.run import extract_into

    witness = batch.witness()
    with borrowed(store) if is_address(store) else nullcontext(store) as place:
        summary = extract_into(place, paths, options, witness, batch.engine(options))
    for line in summary.lines():
        witness.say(line)
    return summary


@with_batch
def watch(paths: Folders, store: StoreOut, own: OwnRules = None, encoding: Encoding = None, kind: Type = None, every: Every = 2.0, *, batch: Batch) -> None:
    """Watch folders, and put what arrives into a store.

    A file is done once nobody writes to it any more. Ctrl-C ends it.
    """
    from extractor.batch import watch as watches
    from extractor.batch.run import session

    with ending_well():
        options = watches.watching(batch.options(own, encoding, kind, with_tables=True))
        with session(store, paths, options, batch.witness(), batch.engine(options)) as found:
            summary = watches.watch(found, every)
    if summary.status:
        raise typer.Exit(summary.status)


def status(store: Store, own: OwnRules = None, encoding: Encoding = None, kind: Type = None) -> None:
    """Tell what is in a store, in numbers."""
    from extractor.batch.store.database import opened_for_reading
    from extractor.batch.store.status import status_of
    from extractor.batch.versions import version_of
    from extractor.report_text import Block

    with ending_well():
        version = version_of(Batch().options(own, encoding, kind, with_tables=True).choices)
        with opened_for_reading(store) as connection:
            found = status_of(connection, version)
        blocks = (("files", found.files), ("reports", found.reports), ("failures", found.failures), ("last run", found.run))
        write_blocks([Block(title, rows) for title, rows in blocks if rows])


def check_no_store(file: str | None, batch: Batch) -> None:
    """Complains of flags and places that only a store can have."""
    from extractor.batch.places import is_address

    if file is not None and is_address(file):
        raise typer.BadParameter("Only a store can lie at an address: say .sqlite at its end.", param_hint="-o")
    if batch.retry_failed or batch.force or batch.scheduler:
        raise typer.BadParameter("--retry-failed, --force and --engine dask go with a store: -o STORE.sqlite.")


def _choices(encoding: str | None, kind: str | None, rules: "tuple[Rule, ...] | None") -> Iterator[str]:
    """What was chosen, each in a way of its own; nothing where nothing was, as in a run without the command line."""
    if encoding:
        yield f"encoding {encoding}"
    if kind:
        yield f"type {kind}"
    yield from map(repr, rules or ())


def _memory(words: str | None) -> int | None:
    from extractor.batch.limits import LEAST, parse_size, size_text
    from extractor.batch.options import MEMORY

    if words is None:
        return MEMORY
    if words.strip() == "0":
        return None
    size = parse_size(words)
    if size is None:
        raise typer.BadParameter(f"{words} is no size: say for example 2G, and no less than {size_text(LEAST)}.", param_hint="--max-memory")
    return size
