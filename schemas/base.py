"""What all parts of the record have in common: frozen, no unknown fields, spans in code points."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Offset = Annotated[int, Field(ge=0, description="code points from the start of the document's text, which `fazhi text FILE` prints")]

Box = tuple[float, float, float, float]


class Part(BaseModel):
    """A part of the record: it cannot be changed, and takes no field that it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_serialization_defaults_required=True)


class Span(Part):
    """A range of the document's text, half open.

    >>> Span(start=3, end=7).model_dump()
    {'start': 3, 'end': 7}
    """

    start: Offset
    end: Offset


class SpanQuote(Span):
    """A range of the text and what stands there: `text[start:end] == quote`, always.

    >>> SpanQuote(start=3, end=7, quote="罚款3件").quote
    '罚款3件'
    """

    quote: str = Field(description="the text of the range, character for character")
    page: int | None = Field(default=None, description="page on which it is printed, the first of two; null where the format has none")
    box: Box | None = Field(default=None, description="what its lines cover on that page: left, top, right, bottom in points from the upper left")
    confidence: float | None = Field(default=None, description="of optical recognition, 0 to 1, the least of its lines; null for a text that was no image")
