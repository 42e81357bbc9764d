"""What a run is told besides paths and store."""

import os
from dataclasses import dataclass, field

from extractor.batch.globs import NameWish
from extractor.batch.parts import Settings
from extractor.batch.store.planning import Demand

TIMEOUT = 600.0  # seconds: a scan of some thirty pages takes half of it
MEMORY = 2 * 2**30  # bytes: recognition of a page takes half of it


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Options:
    """``choices`` is what, besides the packaged rules, decides what becomes of a file, as text; ``is_strict`` ends the run at the first failure."""

    settings: Settings = field(default_factory=lambda: Settings(memory=MEMORY))
    choices: tuple[str, ...] = ()
    wish: NameWish = field(default_factory=NameWish)
    demand: Demand = field(default_factory=Demand)
    jobs: int = field(default_factory=cores)
    timeout: float | None = TIMEOUT
    is_strict: bool = False
