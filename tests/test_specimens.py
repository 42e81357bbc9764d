"""The specimens against their golden records: what differs is listed in tests/golden/known.toml with its reason, and nothing else is."""

from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

from tests.accuracy_known import KNOWN, load_known, unlisted
from tests.accuracy_records import load_record
from tests.accuracy_sources import report_checks, specimen_files
from tests.labels import RUN, core_codes
from tests.samples import specimens

FILES = specimen_files()
NAMES = [text.stem for text, _ in FILES]


@pytest.mark.parametrize(("text", "record"), FILES, ids=NAMES)
def test_what_differs_from_the_labels_is_known(text: Path, record: Path) -> None:
    known = [each for each in load_known() if each.check.text == text.stem]
    told = unlisted(report_checks(text, record), known)
    if told:
        pytest.fail("\n".join([f"{text.name} and {KNOWN.name} do not agree:", *told]), pytrace=False)


def test_every_specimen_has_its_record() -> None:
    assert [text for text, _ in FILES] == specimens()
    assert len(FILES) >= 18


def test_what_is_known_stands_once() -> None:
    keys = Counter(each.check.key for each in load_known())
    assert {each.check.text for each in load_known()} <= set(NAMES)
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize(("text", "record"), FILES, ids=NAMES)
def test_a_record_fits_its_text(text: Path, record: Path) -> None:
    gold, source = load_record(record), text.read_bytes().decode("utf-8")
    assert gold["file"] == text.name
    assert gold["sha256"] == sha256(text.read_bytes()).hexdigest()
    rows = [(row["start"], row["end"], row["text"]) for row in gold["numerals"]]
    assert rows == [(*run.span(), run.group()) for run in RUN.finditer(source)]
    for section in gold["sections"]:
        assert "".join(source[section["start"] :].split()).startswith("".join((section["label"] + section["title"][:1]).split())), section
    for zero in gold["zeros"]:
        assert source.startswith(zero["quote"], zero["start"]), zero


@pytest.mark.parametrize("record", [record for _, record in FILES], ids=NAMES)
def test_a_record_knows_the_core_codes_only(record: Path) -> None:
    gold = load_record(record)
    codes = {row.get("code") for row in [*gold["numerals"], *gold["zeros"]]}
    assert codes <= core_codes() | {None}
