"""The record that leaves the program, as pydantic models.

>>> json_schema()["title"]
'Report'
"""

from typing import Any

from schemas.base import Span, SpanQuote
from schemas.facts import Indicator, Numeral, Period, Section
from schemas.masthead import Dates, Issuer, Region, Source
from schemas.numbers import ExactNumber, plain
from schemas.report import SCHEMA_VERSION, Check, Report, Warning  # noqa: A004

__all__ = [
    "SCHEMA_VERSION",
    "Check",
    "Dates",
    "ExactNumber",
    "Indicator",
    "Issuer",
    "Numeral",
    "Period",
    "Region",
    "Report",
    "Section",
    "Source",
    "Span",
    "SpanQuote",
    "Warning",
    "json_schema",
    "plain",
]


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a record as it is written.

    >>> json_schema()["$defs"]["Indicator"]["properties"]["value"]["type"]
    'number'
    """
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Report.model_json_schema(mode="serialization")}
