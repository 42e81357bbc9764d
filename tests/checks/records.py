"""Small records to check: figures as they would leave the program, one behind the other."""

from datetime import date
from typing import Any

from schemas import Dates, Indicator, Period, Report, Source, Span, SpanQuote

SOURCE = Source(name="a.txt", path="a.txt", sha256="", media_type="text/plain", encoding="utf-8", characters=1000)
SPACING = 20  # code points from figure to figure


def figure(number: int, code: str | None, value: str, unit: str = "件", **more: Any) -> Indicator:
    """A figure of a code and value; the higher its number, the further back it stands."""
    start = number * SPACING
    given: dict[str, Any] = {
        "id": number,
        "code": code,
        "name": code or "某数",
        "value": value,
        "unit": unit,
        "written": value + unit,
        "numeral": Span(start=start, end=start + len(value)),
        "evidence": SpanQuote(start=start, end=start + 6, quote="甲乙丙丁戊己"),
    }
    return Indicator(**(given | more))


def report(*figures: Indicator, year: int | None = 2021, title: str | None = None, signed: date | None = None, published: date | None = None) -> Report:
    """A record of some figures."""
    return Report(source=SOURCE, body=Span(start=0, end=1000), year=year, title=title, dates=Dates(signed=signed, published=published), indicators=figures)


def of_year(year: int, stated: bool = True) -> Period:
    """The whole of a year."""
    return Period(start=date(year, 1, 1), end=date(year, 12, 31), stated=stated)
