"""A report says the same whatever its file is called, however its lines end, in which encoding and width it is written."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extractor import extract_file, extract_text
from schemas import Report
from tests.samples import REPORT, as_written, real_reports, specimens

PUNCTUATION = {code: code + 0xFEE0 for code in range(0x21, 0x7F) if not chr(code).isalnum()}
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
NARROW = {wide: narrow for narrow, wide in WIDE.items()}

REPORTS = [*specimens(), *real_reports()]


def with_other_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


VARIANTS: dict[str, Callable[[str], bytes]] = {
    "another name": lambda text: text.encode("utf-8"),
    "CRLF": lambda text: with_other_line_ends(text).encode("utf-8"),
    "CR": lambda text: with_other_line_ends(text).replace("\r\n", "\r").encode("utf-8"),
    "byte order mark": lambda text: text.encode("utf-8-sig"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "GB18030": lambda text: text.encode("gb18030"),
    "GB18030 with CRLF": lambda text: with_other_line_ends(text).encode("gb18030"),
    "full-width punctuation": lambda text: text.translate(PUNCTUATION).encode("utf-8"),
    "full-width punctuation in GB18030": lambda text: text.translate(PUNCTUATION).encode("gb18030"),
}


def narrow(value: Any) -> Any:
    """A value with every text in it folded to half width."""
    match value:
        case str():
            return "".join(value.translate(NARROW).split())
        case list():
            return [narrow(item) for item in value]
        case dict():
            return {key: narrow(item) for key, item in value.items()}
        case _:
            return value


def metadata(report: Report) -> dict[str, Any]:
    record = as_written(report)
    fields = ("title", "year", "document_number", "index_number", "issuer", "dates", "addressees")
    return {field: narrow(record[field]) for field in fields}


def sections(report: Report) -> list[Any]:
    return [narrow([section["level"], section["label"], section["title"]]) for section in as_written(report)["sections"]]


def kinds(report: Report) -> list[str]:
    return [numeral["kind"] for numeral in as_written(report)["numerals"]]


def values(report: Report) -> list[Any]:
    fields = ("code", "value", "value_max", "unit", "qualifier", "aspect", "part", "period", "in_words", "repeats", "part_of")
    return [narrow([indicator[field] for field in fields]) for indicator in as_written(report)["indicators"]]


VIEWS: dict[str, Callable[[Report], Any]] = {"metadata": metadata, "sections": sections, "kinds": kinds, "values": values}


@cache
def original(path: Path) -> Report:
    return extract_file(path)


@pytest.fixture
def copy(path: Path, variant: str, tmp_path: Path) -> Report:
    """The report of a copy of ``path``, written another way and under a name that says nothing."""
    file = tmp_path / "copy.txt"
    file.write_bytes(VARIANTS[variant](path.read_bytes().decode("utf-8")))
    return extract_file(file)


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_a_copy_says_the_same(path: Path, copy: Report) -> None:
    for name, view in VIEWS.items():
        assert view(copy) == view(original(path)), name


# Not of the specimens: in a text that is set in lines, wide digits would have ended the lines elsewhere.
@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_a_text_that_is_all_full_width_says_the_same(view: Callable[[Report], Any]) -> None:
    assert view(extract_text(REPORT.translate(WIDE))) == view(extract_text(REPORT))
