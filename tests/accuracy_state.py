"""What is remembered of a run: the keys of all that was wrong, so that the next run can say what it gained and lost."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.labels import Check
from tests.samples import ROOT

STATE = ROOT / "tests" / "golden" / "state.json"

Checks = Mapping[str, Sequence[Check]]
State = dict[str, list[str]]


class Difference(NamedTuple):
    """What a source gained and lost against the state."""

    gained: list[Check]
    lost: list[Check]


def state_of(sources: Checks) -> State:
    """The keys of what is wrong in each source, names left out."""
    return {source: sorted({check.key for check in checks if check.fault}) for source, checks in sources.items()}


def load_state(path: Path = STATE) -> State:
    """The state that was saved last; empty where none was."""
    state: State = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return state


def save_state(sources: Checks, path: Path = STATE) -> None:
    """Writes the state; of a source that was not there this time the old one stays."""
    state = {**load_state(path), **state_of(sources)}
    path.write_text(json.dumps(state, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def compared(sources: Checks, state: State) -> dict[str, Difference]:
    """For each source with a state, what is right and was not, and what was right and is not any more."""
    return {source: _difference(checks, set(state[source])) for source, checks in sources.items() if source in state}


def _difference(checks: Sequence[Check], before: set[str]) -> Difference:
    wrong = {check.key for check in checks if check.fault}
    gained = [check for check in checks if check.key in before - wrong]
    lost = [check for check in checks if check.fault and check.key not in before]
    return Difference(gained, lost)
