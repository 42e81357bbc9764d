"""What the record says of the text: headings, numerals, indicators.

>>> Numeral(start=4, end=7, text="890", kind="quantity", indicator=3).kind
'quantity'
"""

import datetime as dt
from typing import Literal

from pydantic import Field

from schemas.base import Offset, Part, Span, SpanQuote
from schemas.numbers import ExactNumber

Kind = Literal["quantity", "range_end", "date", "ordinal", "label", "identifier", "descriptor"]
Qualifier = Literal["exact", "about", "nearly", "over", "at_least", "at_most"]
Aspect = Literal["level", "change", "target"]


class Section(Part):
    """A heading and the text below it, up to the next heading of its rank or a higher one."""

    id: int = Field(ge=1, description="number in reading order")
    parent: int | None = Field(default=None, description="id of the section it stands in; null at the top")
    level: int = Field(ge=1, description="1 for the highest headings; what the heading means, also where its label is misprinted")
    label: str = Field(description="its numbering as written, such as 一、 or (一); empty where it has none")
    title: str = Field(description="its words without the label; for a heading that runs into its paragraph, the first sentence")
    start: Offset
    end: Offset
    page: int | None = Field(default=None, description="page on which it begins; null where the format has none")
    role: str | None = Field(default=None, description="what the section is for, such as shortcomings or plans; null for any other")


class Numeral(Part):
    """An entry of the ledger: every run of digits in the text lies in exactly one."""

    start: Offset
    end: Offset
    text: str = Field(description="the characters of the entry")
    kind: Kind = Field(description="quantity: an amount of the world; range_end: the upper end of one; anything else is no amount")
    indicator: int | None = Field(default=None, description="id of the indicator that carries its value; null where it is no quantity")


class Period(Part):
    """The days that a figure is about, both included."""

    start: dt.date
    end: dt.date
    stated: bool = Field(default=True, description="whether the text says so, rather than the year reported on being meant")


class Indicator(Part):
    """One figure and what it means."""

    id: int = Field(ge=1, description="number in reading order")
    code: str | None = Field(default=None, description="code of the catalogue; null where no rule knows the figure")
    name: str = Field(description="what is counted, in words that are understood out of context")
    value: ExactNumber = Field(description="exact; 万 and 亿 multiplied out, percent left as percent, a fall negative; the lower end of a range")
    value_max: ExactNumber | None = Field(default=None, description="upper end of a range")
    unit: str = Field(description="unit or measure word without 万 and 亿; empty where none is written")
    dimension: str | None = Field(default=None, description="what kind of amount it is, such as count, money or rate")
    written: str = Field(description="value and unit as they stand in the text")
    qualifier: Qualifier = Field(default="exact", description="how exact the text says the value is")
    aspect: Aspect = Field(default="level", description="level: how much there is; change: how much it rose or fell; target: a plan, promise or norm")
    part: bool = Field(default=False, description="whether it covers only a subset of what the indicator covers for this issuer")
    category: str | None = Field(default=None, description="which subset, where it is a part")
    period: Period | None = Field(default=None, description="null where it is simply the year reported on")
    section: int | None = Field(default=None, description="id of the innermost section that it stands in")
    numeral: Span | None = Field(default=None, description="its entry in the ledger; null for a statement that there was none")
    in_words: bool = Field(default=False, description="whether the amount is written in Chinese numerals")
    evidence: SpanQuote = Field(description="the words that state it")
    rule: str | None = Field(default=None, description="the rule that gave it its meaning")
    repeats: int | None = Field(default=None, description="id of an earlier indicator that says the same")
    part_of: int | None = Field(default=None, description="id of the total that it is a part of")
