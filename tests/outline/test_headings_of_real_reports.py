"""The headings of the real reports, against what careful readers took from them."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from extractor.document import Document
from extractor.outline.headings import find_headings
from extractor.spans import Span

SHARED = Path(os.environ.get("FAZHI_SHARED", Path(__file__).parents[2].parent / "shared"))


def gold() -> list[tuple[Path, Path]]:
    first = [(path, SHARED / "seeds" / f"{path.stem}.txt") for path in sorted((SHARED / "gold" / "records").glob("*.json"))]
    return first + [(path, path.parents[1] / "docs" / f"{path.stem}.txt") for path in sorted((SHARED / "gold" / "more" / "records").glob("*.json"))]


@pytest.mark.parametrize(("record", "report"), gold(), ids=lambda path: path.stem if isinstance(path, Path) else None)
def test_real_reports(record: Path, report: Path) -> None:
    expected: dict[str, Any] = json.loads(record.read_text(encoding="utf-8"))
    with report.open(encoding="utf-8", newline="") as file:
        document = Document.of(file.read())
    view = document.view
    body = Span(view.place(expected["body"]["start"]), view.place(expected["body"]["end"]))
    found = find_headings(view.text, body, view.starts)
    optional = {section["start"] for section in expected["sections"] if section.get("optional")}
    told = [(view.source(heading.label).start, heading.level, close(document.quote(heading.title))) for heading in found]
    wanted = [(section["start"], section["level"], close(section["title"])) for section in expected["sections"]]
    assert [section for section in told if section[0] not in optional] == [section for section in wanted if section[0] not in optional]


def close(title: str) -> str:
    return "".join(title.split())
