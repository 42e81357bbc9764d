"""What the record says of the paper itself: the file, the issuer, the dates.

>>> Issuer(name="某县财政局", department="财政").stated
False
"""

import datetime as dt
from typing import Literal

from pydantic import Field

from schemas.base import Part

Level = Literal["country", "province", "city", "county", "township", "zone"]


class Source(Part):
    """The file that was read."""

    name: str = Field(description="file name without folders; - for standard input")
    path: str = Field(description="the path as it was given or found")
    sha256: str = Field(description="hash of the bytes, in hex")
    media_type: str = Field(description="what the file is, told by its bytes")
    encoding: str | None = Field(default=None, description="what its bytes were decoded with, by Python's name; null where the format has none")
    characters: int = Field(ge=0, description="code points in the text")
    pages: int | None = Field(default=None, description="number of pages; null where the format has none")


class Region(Part):
    """The division that the issuer governs, under the code of the year reported on (GB/T 2260)."""

    code: str = Field(pattern=r"^\d{6}$", description="six digits")
    name: str = Field(description="the division's own name")
    level: Level = Field(description="its rank")
    path: tuple[str, ...] = Field(default=(), description="names from the province down to the division itself")


class Issuer(Part):
    """The authority that reports."""

    name: str | None = Field(default=None, description="full official name; null where it cannot be told")
    stated: bool = Field(default=False, description="whether that name stands in the text as it is, rather than being put together")
    department: str | None = Field(default=None, description="its field, such as 卫生健康; null for a whole government and where it cannot be told")
    region: Region | None = Field(default=None, description="null where it cannot be told")


class Dates(Part):
    """The dates of the paper, as far as it states them."""

    written: dt.date | None = Field(default=None, description="成文日期 of the page header")
    published: dt.date | None = Field(default=None, description="发布日期 of the page")
    signed: dt.date | None = Field(default=None, description="the date under the signature")
