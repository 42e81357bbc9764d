"""Records of the real reports against what careful readers took from them."""

import importlib.util
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType

import pytest

from extractor import extract_file
from tests.samples import Record, as_written

Figures = dict[str, float | None]

BARS = {
    "ledger": 1,
    "quotes": 1,
    "metadata": 0.96,
    "body": 1,
    "sections": 0.97,
    "kinds": 0.98,
    "quantities": 0.96,
    "qualifier": 0.95,
    "aspect": 0.95,
    "period": 0.95,
    "codes": 0.90,
    "indicators": 0.85,
    "zeros": 0.8,
    "names": 0.6,
}
# Reports of other departments, which no rule was made from: what can be promised of any text is promised of them.
PROMISES = {"ledger": 1, "quotes": 1}


@pytest.fixture(scope="session")
def scoring(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", shared / "tools" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_records(folder: Path) -> Iterator[Record]:
    for path in sorted(folder.glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))


def figures(scoring: ModuleType, records: Path, texts: Path) -> tuple[Figures, list[str]]:
    """The score of every measure, and a line for whatever is wrong."""
    score = scoring.Score()
    for gold in gold_records(records):
        path = texts / gold["file"]
        score.document(gold, as_written(extract_file(path)), path.read_bytes().decode("utf-8"))
    return score.figures(), score.errors


def short_of(bars: Mapping[str, float], found: Figures) -> dict[str, float | None]:
    return {measure: found[measure] for measure, bar in bars.items() if (found[measure] or 0) < bar}


@pytest.fixture(scope="session")
def five(scoring: ModuleType, shared: Path) -> tuple[Figures, list[str]]:
    return figures(scoring, shared / "gold" / "records", shared / "seeds")


@pytest.mark.parametrize("measure", BARS)
def test_the_real_reports_reach_the_bar(five: tuple[Figures, list[str]], measure: str) -> None:
    found, errors = five
    assert not short_of({measure: BARS[measure]}, found), "\n".join(errors)


def test_reports_of_other_departments_lose_no_number(scoring: ModuleType, shared: Path) -> None:
    found, errors = figures(scoring, shared / "gold" / "more" / "records", shared / "gold" / "more" / "docs")
    assert not short_of(PROMISES, found), "\n".join(errors)
