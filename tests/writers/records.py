"""A record with something in every part, for every writer."""

import datetime as dt
from decimal import Decimal

from schemas import Check, Dates, Indicator, Issuer, Numeral, Period, Region, Report, Section, Source, Span, SpanQuote, Warning  # noqa: A004

FINES = Indicator(
    id=1,
    code="penalty.fines",
    name="罚款金额",
    value=Decimal("151.0365") * 10000,
    unit="元",
    dimension="money",
    written="151.0365万元",
    qualifier="about",
    period=Period(start=dt.date(2022, 1, 1), end=dt.date(2022, 11, 30)),
    section=2,
    numeral=Span(start=20, end=28),
    evidence=SpanQuote(start=12, end=30, quote="约151.0365万元,\n“其中”", page=4, box=(72, 90, 310, 124), confidence=0.875),
    rule="penalty.fines",
)
FALL = Indicator(
    id=2,
    name="=投诉下降",
    value=Decimal("-0.250"),
    value_max=Decimal("1E+1"),
    unit="%",
    written="-0.25%",
    aspect="change",
    part=True,
    category="@来信",
    section=1,
    numeral=Span(start=40, end=45),
    evidence=SpanQuote(start=40, end=46, quote="-0.25%"),
    repeats=1,
    part_of=1,
)
NONE = Indicator(id=3, name="行政诉讼案件", value=0, unit="件", written="", evidence=SpanQuote(start=50, end=54, quote="没有诉讼"))

REPORT = Report(
    source=Source(name="a.txt", path="in/a.txt", sha256="00", media_type="text/plain", encoding="utf-8", characters=60),
    title="某县水务局2022年度报告",
    year=2022,
    document_number="某水发〔2023〕6号",
    issuer=Issuer(name="某县水务局", stated=True, department="水利", region=Region(code="500154", name="某县", level="county", path=("某市", "某县"))),
    dates=Dates(signed=dt.date(2023, 1, 16)),
    body=Span(start=0, end=60),
    evidence={"title": SpanQuote(start=0, end=13, quote="某县水务局2022年度报告")},
    sections=(
        Section(id=1, level=1, label="一、", title="执法", start=14, end=60),
        Section(id=2, parent=1, level=2, label="(一)", title="处罚", start=16, end=39, page=4),
    ),
    numerals=(Numeral(start=20, end=28, text="151.0365", kind="quantity", indicator=1), Numeral(start=40, end=45, text="-0.25", kind="quantity", indicator=2)),
    indicators=(FINES, FALL, NONE),
    checks=(Check(check="breakdown", status="failed", message="3 is not 4", indicators=(1, 2)), Check(check="dates", status="passed", message="all well")),
    warnings=(Warning(code="guessed_encoding", message="the encoding is a guess"),),
)
EMPTY = Report(source=Source(name="b.txt", path="b.txt", sha256="", media_type="text/plain", characters=0), body=Span(start=0, end=0))
