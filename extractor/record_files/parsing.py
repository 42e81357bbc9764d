"""An object as a record, or why it is none.

>>> print(parse_record(b'{"source": 1}'))
Traceback (most recent call last):
extractor.errors.ReadError: source is not as in a record: Input should be a valid dictionary or instance of Source
"""

import json
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from extractor.errors import ReadError
from schemas import Report


def parse_record(line: str | bytes) -> Report:
    """A record from its JSON, numbers with all their digits. Raises ReadError."""
    try:
        return record_of(json.loads(line, parse_float=Decimal, parse_constant=_refused))
    except (ValueError, RecursionError) as error:
        raise ReadError(f"this is no JSON: {error}") from error


def record_of(value: object) -> Report:
    """A record from its parts; keys that older versions did not write may be missing. Raises ReadError with the first thing that is wrong.

    >>> record_of([])
    Traceback (most recent call last):
    extractor.errors.ReadError: this is no record: a record is an object with a source
    """
    if not isinstance(value, dict) or "source" not in value:
        raise ReadError("this is no record: a record is an object with a source")
    try:
        return Report.model_validate(value)
    except ValidationError as error:
        raise ReadError(_complaint(error)) from error


def _complaint(error: ValidationError) -> str:
    unknown = sorted({_where(each) for each in error.errors() if each["type"] == "extra_forbidden"})
    if unknown:
        return f"unknown key {', '.join(unknown)}: another version of fazhi wrote it"
    first = error.errors()[0]
    if first["type"] == "missing":
        return f"{_where(first)} is missing: this is no whole record"
    if first["loc"] == ("schema_version",):
        return f"schema_version {first['input']} is not one that this version of fazhi knows"
    return f"{_where(first)} is not as in a record: {first['msg']}"


def _where(error: Any) -> str:  # noqa: ANN401, pydantic's own dictionary
    """The path to a key; which of many it is does not matter."""
    return ".".join(part for part in error["loc"] if isinstance(part, str))


def _refused(constant: str) -> None:
    raise ValueError(f"{constant} is no number")
