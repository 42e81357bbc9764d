"""The same written reports as a web page, a Word file and a PDF: what is lost against their texts, measured with the same tool."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from extractor import extract_file
from extractor.readers import read_file
from tests.samples import Record, as_written
from tests.test_gold import Figures, gold_records, scoring

__all__ = ["scoring"]  # the fixture

MOST_LOST = 0.01
MEASURES = ("metadata", "body", "sections", "section titles", "ledger", "kinds", "quantities", "qualifier", "aspect", "part", "period", "names", "codes", "indicators", "zeros", "quotes")  # fmt: skip


def in_formats(shared: Path) -> list[Record]:
    """The gold records of reports that exist in another format than text."""
    return [gold for gold in gold_records(shared / "gold" / "more" / "records") if gold.get("original")]


def carried(shared: Path, gold: Record, text: str, folder: Path) -> Record:
    """A gold record with the offsets of the text that a reader made of the report."""
    read, out = folder / "read.txt", folder / "gold.json"
    read.write_bytes(text.encode())
    more = shared / "gold" / "more"
    record, canon = more / "records" / gold["file"].replace(".txt", ".json"), more / "docs" / gold["file"]
    subprocess.run([sys.executable, shared / "tools" / "align.py", record, canon, read, out], check=True, capture_output=True)
    aligned: Record = json.loads(out.read_text(encoding="utf-8"))
    return aligned


@pytest.fixture(scope="session")
def both(scoring: object, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Figures, Figures, list[str]]:
    """The figures from the texts, those from the other formats, and what is wrong there."""
    folder, docs = tmp_path_factory.mktemp("carried"), shared / "gold" / "more" / "docs"
    from_text, from_format = scoring.Score(), scoring.Score()  # type: ignore[attr-defined]
    for gold in in_formats(shared):
        text = docs / gold["file"]
        from_text.document(gold, as_written(extract_file(text)), text.read_bytes().decode("utf-8"))
        path = docs / gold["original"]
        read = read_file(path).text
        from_format.document(carried(shared, gold, read, folder), as_written(extract_file(path)), read)
    return from_text.figures(), from_format.figures(), from_format.errors


@pytest.mark.parametrize("measure", MEASURES)
def test_a_format_costs_no_more_than_a_point(both: tuple[Figures, Figures, list[str]], measure: str) -> None:
    from_text, from_format, errors = both
    assert (from_format[measure] or 0) >= (from_text[measure] or 0) - MOST_LOST, "\n".join(errors)
