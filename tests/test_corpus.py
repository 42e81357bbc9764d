"""Every passage of the corpus is read right, or says why not."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import regex

from tests.labels import RUN, core_codes, run_at
from tests.passages import FOLDER, Passage, load_entries, load_passages, passage_checks

ENTRY = {"text", "heading", "year", "signed", "figures", "zeros", "others", "xfail"}
FIGURE = {"at", "value", "value_max", "unit", "code", "name", "part", "aspect", "qualifier", "period", "open"}
ASPECTS = {"level", "change", "target"}
QUALIFIERS = {"exact", "about", "nearly", "over", "at_least", "at_most"}
OPEN = {"part", "code", "period", "aspect", "quantity"}
KINDS = {"date", "ordinal", "label", "identifier", "descriptor", "range_end"}
PERIOD = regex.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")


def _params() -> Iterator[object]:
    for passage in load_passages():
        marks = pytest.mark.xfail(reason=passage.xfail, strict=True) if passage.xfail else ()
        yield pytest.param(passage, id=passage.name, marks=marks)


@pytest.mark.parametrize("passage", list(_params()))
def test_a_passage_is_read_right(passage: Passage) -> None:
    wrong = [check.told() for check in passage_checks(passage) if check.fault]
    if wrong:
        pytest.fail("\n".join([passage.source, *wrong]), pytrace=False)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_a_file_keeps_to_the_form(path: Path) -> None:
    faults = [f"passage {number}: {fault}" for number, entry in enumerate(load_entries(path), 1) for fault in _faults(entry)]
    assert not faults, "\n".join(faults)


def test_there_are_passages_enough() -> None:
    assert len(load_passages()) >= 400
    assert len(list(FOLDER.glob("*.toml"))) >= 15


def test_no_text_stands_twice() -> None:
    texts = [passage.text for passage in load_passages()]
    assert len(set(texts)) == len(texts)


def _faults(entry: dict[str, Any]) -> Iterator[str]:
    yield from (f"unknown key {key}" for key in entry.keys() - ENTRY)
    runs = iter([run_at(entry["text"], run.start()) for run in RUN.finditer(entry["text"])])
    for figure in entry.get("figures", ()):
        yield from _figure_faults(figure)
        if run_at(figure["at"]) not in runs:  # which takes all runs up to it, so that figures have to stand in order
            yield f"{figure['at']} does not stand in the text behind the figures before it"
    for zero in entry.get("zeros", ()):
        yield from (f"unknown key {key}" for key in zero.keys() - {"quote", "code"})
        if zero["quote"] not in entry["text"] or not _is_core(zero):
            yield f"zero {zero}"
    yield from (f"other {other}" for other in entry.get("others", ()) if other["kind"] not in KINDS or other["at"] not in entry["text"])


def _figure_faults(figure: dict[str, Any]) -> Iterator[str]:
    yield from (f"unknown key {key}" for key in figure.keys() - FIGURE)
    if figure.get("aspect", "level") not in ASPECTS or figure.get("qualifier", "exact") not in QUALIFIERS:
        yield f"{figure['at']}: aspect or qualifier"
    if not _is_core(figure):
        yield f"{figure['at']}: code {figure['code']} is no code of tests/golden/core_codes.txt"
    if "open" in figure and not (figure["open"] and set(figure["open"]) <= OPEN and len(set(figure["open"])) == len(figure["open"])):
        yield f"{figure['at']}: open {figure['open']} is no list of fields"
    if "period" in figure and not PERIOD.fullmatch(figure["period"]):
        yield f"{figure['at']}: period {figure['period']}"


def _is_core(label: dict[str, Any]) -> bool:
    return label.get("code") is None or label["code"] in core_codes()
