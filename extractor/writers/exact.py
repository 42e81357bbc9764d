"""A record as JSON whose numbers are exact, however many digits they have.

>>> json_bytes({"value": Decimal("151.0365") * 10000})
b'{"value":1510365}'
"""

from collections.abc import Iterator
from decimal import Decimal

import orjson

from extractor.writers.tables import Table
from extractor.writers.wishes import Wishes
from schemas import Report, plain


def report_json(report: Report) -> bytes:
    """A report as one line of JSON, without the line end."""
    return json_bytes(report.model_dump())


def rows_json(table: Table, wishes: Wishes) -> Iterator[bytes]:
    """Each line of a table as an object with the names of its columns."""
    titles = [column.title(wishes.lang) for column in table.columns]
    return (json_bytes(dict(zip(titles, row, strict=True))) for row in table.rows)


def json_bytes(value: object) -> bytes:
    """A value as JSON in UTF-8; a Decimal is a number with the digits that it has."""
    return orjson.dumps(value, default=_fragment)


def _fragment(value: object) -> orjson.Fragment:
    if isinstance(value, Decimal):
        return orjson.Fragment(plain(value))
    raise TypeError(f"{type(value).__name__} is not part of a record")
