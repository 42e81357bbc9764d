"""Medians of interleaved runs.

Absolute times drift with the machine and its mood; two things measured turn by turn drift together, so only their ratio is worth printing.

>>> ratios({"floor": 0.002, "view": 0.005}, of="floor")
{'floor': 1.0, 'view': 2.5}
"""

from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter


def medians(tasks: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The median time of each task in seconds, all of them run once a round, after one round that does not count."""
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for turn in range(rounds + 1):
        for name, task in tasks.items():
            seconds = _seconds(task)
            if turn:
                times[name].append(seconds)
    return {name: median(found) for name, found in times.items()}


def ratios(times: Mapping[str, float], of: str) -> dict[str, float]:
    """Each time in units of one of them.

    >>> ratios({"pass": 0.5, "help": 1.0}, of="pass")["help"]
    2.0
    """
    return {name: time / times[of] for name, time in times.items()}


def _seconds(task: Callable[[], object]) -> float:
    start = perf_counter()
    task()
    return perf_counter() - start
