"""The record that leaves the program: one a report.

>>> source = Source(name="a.txt", path="in/a.txt", sha256="", media_type="text/plain", encoding="utf-8", characters=0)
>>> Report(source=source, body=Span(start=0, end=0)).year is None
True
"""

from typing import Literal

from pydantic import Field

from schemas.base import Part, Span, SpanQuote
from schemas.facts import Indicator, Numeral, Section
from schemas.masthead import Dates, Issuer, Source

SCHEMA_VERSION: Literal["1"] = "1"


class Check(Part):
    """Something that the record says about itself, such as whether a breakdown adds up."""

    check: str = Field(description="which check")
    status: Literal["passed", "failed"] = Field(description="what came of it; a failed check is shown, nothing is repaired")
    message: str = Field(description="a sentence for the reader")
    indicators: tuple[int, ...] = Field(default=(), description="ids of the indicators that it is about")


class Warning(Part):  # noqa: A001, the record's own name for it
    """Something that the user should know of how the report was read."""

    code: str = Field(description="stable name of the warning")
    message: str = Field(description="a sentence for the reader")


class Report(Part):
    """What one annual report states, every value with its place in the text. Offsets are code points, half open."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    source: Source
    title: str | None = Field(default=None, description="the report's own title, line breaks and stray spaces closed up")
    year: int | None = Field(default=None, description="the year reported on, never that of publishing")
    document_number: str | None = Field(default=None, description="发文字号")
    index_number: str | None = Field(default=None, description="索引号 of the page header")
    issuer: Issuer = Issuer()
    dates: Dates = Dates()
    addressees: tuple[str, ...] = Field(default=(), description="whom the report is addressed to")
    body: Span = Field(description="from the title to the date of the signature; outside it lies what the page put around the report")
    evidence: dict[str, SpanQuote] = Field(default_factory=dict, description="where the values above stand, by field name")
    sections: tuple[Section, ...] = Field(default=(), description="the headings in reading order")
    numerals: tuple[Numeral, ...] = Field(default=(), description="every numeral in reading order")
    indicators: tuple[Indicator, ...] = Field(default=(), description="every figure, and every statement that there was none, in reading order")
    checks: tuple[Check, ...] = Field(default=(), description="what the record says about itself")
    warnings: tuple[Warning, ...] = Field(default=(), description="what the user should know of the reading")
