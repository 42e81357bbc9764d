"""The list of formats."""

import pytest

from extractor.writers import FORMATS, format_of_name, load_writer


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_a_writer(name: str) -> None:
    assert callable(load_writer(name))


def test_no_two_formats_share_an_ending() -> None:
    endings = [ending for known in FORMATS.values() for ending in known.suffixes]
    assert len(endings) == len(set(endings))


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("a.jsonl", "jsonl"),
        ("a.JSON", "json"),
        ("x/a.b.csv", "csv"),
        ("a.txt", "table"),
        ("a", None),
        (".csv", None),
        ("a.xlsx", "xlsx"),
        ("a.db", "sqlite"),
        ("a.doc", None),
        ("csv", None),
    ],
)
def test_the_ending_of_a_name_tells_the_format(file: str, name: str | None) -> None:
    assert format_of_name(file) == name
