"""A Frictionless Data Package beside CSV: what its columns are, for programs.

>>> from extractor.writers.columns import columns_of
>>> describe("out.csv", "numerals", columns_of("numerals")[3:4], Wishes())["schema"]["fields"]
[{'name': 'year', 'type': 'integer', 'title': 'year', 'description': 'the year reported on, never that of publishing'}]
"""

import json
from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import Any

import regex

from extractor.writers.columns import Column, Type
from extractor.writers.destination import whole_file
from extractor.writers.errors import WishError
from extractor.writers.texts import FOR_SPREADSHEETS
from extractor.writers.wishes import Wishes

FILE = "datapackage.json"
_PROFILE = "tabular-data-resource"
_TYPES: dict[Type, str] = {
    "text": "string", "id": "string", "integer": "integer", "decimal": "number", "real": "number", "boolean": "boolean", "date": "date",
}  # fmt: skip
_NOT_IN_NAMES = regex.compile(r"[^a-z0-9._-]+")


def write_beside(file: str | Path, shape: str, columns: Iterable[Column], wishes: Wishes) -> None:
    """Describes a file in the package beside it; what that says of other files stays. Raises WishError where it is no package."""
    place = Path(file).resolve().with_name(FILE)
    resource = describe(Path(file).name, shape, columns, wishes)
    kept = [each for each in _resources(place) if each.get("path") != resource["path"]]
    names = {each.get("name") for each in kept}
    if resource["name"] in names:
        resource["name"] += f"-{len(kept) + 1}"
    package = {"profile": "tabular-data-package", "resources": sorted([*kept, resource], key=lambda each: str(each.get("path")))}
    with whole_file(place) as stream:
        stream.write(json.dumps(package, ensure_ascii=False, indent=2).encode() + b"\n")


def describe(path: str, shape: str, columns: Iterable[Column], wishes: Wishes) -> dict[str, Any]:
    """The resource of a file: its dialect, its encoding and its columns."""
    is_tsv, stem = PurePath(path).suffix.lower() in (".tsv", ".tab"), _NOT_IN_NAMES.sub("-", PurePath(path).stem.lower()).strip("-")
    encoding = wishes.encoding or FOR_SPREADSHEETS
    return {
        "name": stem or shape,
        "path": path,
        "profile": _PROFILE,
        "title": shape,
        "format": "tsv" if is_tsv else "csv",
        "mediatype": "text/tab-separated-values" if is_tsv else "text/csv",
        "encoding": "utf-8" if encoding == FOR_SPREADSHEETS else encoding,
        "dialect": {"delimiter": "\t" if is_tsv else ";" if wishes.decimal == "," else ",", "lineTerminator": "\r\n", "header": wishes.header},
        "schema": {"fields": [_field(column, wishes) for column in columns], "missingValues": [""]},
    }


def _field(column: Column, wishes: Wishes) -> dict[str, Any]:
    meaning = column.meaning_zh if wishes.lang == "zh" else column.meaning
    field: dict[str, Any] = {"name": column.title(wishes.lang), "type": _TYPES[column.type], "title": column.title(wishes.lang or "en"), "description": meaning}
    if column.type in ("decimal", "real") and wishes.decimal == ",":
        field["decimalChar"] = ","
    return field


def _resources(place: Path) -> list[dict[str, Any]]:
    if not place.exists():
        return []
    try:
        resources = json.loads(place.read_bytes())["resources"]
    except (ValueError, KeyError, TypeError) as error:
        raise WishError(f"{FILE} is there already, and is no data package") from error
    return [each for each in resources if isinstance(each, dict)]
