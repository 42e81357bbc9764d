"""A gold record and the record that the program writes: everything that is judged of one report."""

import json
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.labels import Check, Figure, Period, Zero, figure_checks, squeezed, year_of, zero_checks
from tests.samples import Record

# How much of the body must be common to both for it to be the same.
_SAME_BODY = 0.97


def load_record(path: Path) -> Record:
    """A gold record of a file."""
    record: Record = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    return record


def record_checks(gold: Record, record: Record) -> Iterator[Check]:
    """What is judged of a report, part by part."""
    name = gold["file"].removesuffix(".txt")
    yield from _metadata_checks(name, gold["metadata"], record)
    yield _body_check(name, gold["body"], record["body"])
    yield from _section_checks(name, gold, record)
    yield from _numeral_checks(name, gold, record)
    yield from zero_checks(name, map(_gold_zero, gold["zeros"]), _found_zeros(record))


# --- the paper itself


def _metadata_checks(name: str, gold: Record, record: Record) -> Iterator[Check]:
    issuer, dates = record["issuer"] or {}, record["dates"] or {}
    found = {
        "title": record["title"],
        "issuer": issuer.get("name"),
        "issuer_stated": issuer.get("stated"),
        "region_code": (issuer.get("region") or {}).get("code"),
        "year": record["year"],
        "doc_number": record["document_number"],
        "index_number": record["index_number"],
        "written": dates.get("written"),
        "published": dates.get("published"),
        "signed": dates.get("signed"),
        "addressees": record["addressees"],
    }
    yield from (Check(name, field, "metadata", _text(gold[field]), _text(got)) for field, got in found.items() if field in gold)


def _text(value: Any) -> str | None:
    if value is None or value == []:
        return None
    return "、".join(map(squeezed, value)) if isinstance(value, list) else squeezed(str(value))


def _body_check(name: str, gold: Record, got: Record) -> Check:
    overlap = max(0, min(got["end"], gold["end"]) - max(got["start"], gold["start"]))
    union = max(got["end"], gold["end"]) - min(got["start"], gold["start"])
    want = f"{gold['start']}-{gold['end']}"
    return Check(name, "body", "body", want, want if overlap >= _SAME_BODY * union else f"{got['start']}-{got['end']}")


# --- headings


def _section_checks(name: str, gold: Record, record: Record) -> Iterator[Check]:
    found = {section["start"]: section for section in record["sections"]}
    for want in gold["sections"]:
        got = found.pop(want["start"], None)
        at = f"{want['title'][:12]} at {want['start']}"
        if want.get("optional"):
            continue
        yield Check(name, at, "section", str(want["level"]), str(got["level"]) if got else None)
        if got and got["level"] == want["level"]:
            yield _title_check(name, at, want, got)
    yield from (Check(name, f"{(got['title'] or '')[:12]} at {start}", "section", None, str(got["level"])) for start, got in found.items())


def _title_check(name: str, at: str, want: Record, got: Record) -> Check:
    title, read = squeezed(want["title"]), squeezed(got["title"] or "")
    loose = want.get("title_loose") and (read.startswith(title) or title.startswith(read))
    return Check(name, at, "section title", title, title if loose else read)


# --- numbers


def _numeral_checks(name: str, gold: Record, record: Record) -> Iterator[Check]:
    by_start = _figures_by_place(record)
    claimed: set[int] = set()
    year = gold["metadata"]["year"]
    for want in gold["numerals"]:
        at = f"{want['text']} at {want['start']}"
        kind = "quantity" if want["kind"] == "range_end" else want["kind"]
        yield Check(name, at, "kind", kind, _kind_at(record, want))
        place = next((span for span in by_start if span[0] <= want["start"] < span[1]), None)
        again = place is not None and place[0] in claimed
        if place:
            claimed.add(place[0])
        if want["kind"] == "quantity":
            yield from figure_checks(name, at, _gold_figure(want, year), by_start[place] if place else ())
        elif place and not again and want["kind"] != "range_end":
            yield from figure_checks(name, at, None, by_start[place])
    left = {place: found for place, found in by_start.items() if place[0] not in claimed}
    yield from (Check(name, f"{found[0].amount} at {place[0]}", "quantity", None, found[0].amount) for place, found in left.items())


def _kind_at(record: Record, want: Record) -> str | None:
    kinds = (entry["kind"] for entry in record["numerals"] if entry["start"] <= want["start"] and want["end"] <= entry["end"])
    return next(kinds, None)


def _figures_by_place(record: Record) -> dict[tuple[int, int], list[Figure]]:
    """What the program says of each number in digits, by where the number stands."""
    by_place: dict[tuple[int, int], list[Figure]] = defaultdict(list)
    for indicator in record["indicators"]:
        if indicator["numeral"] and not indicator["in_words"]:
            by_place[indicator["numeral"]["start"], indicator["numeral"]["end"]].append(_found_figure(indicator, record["year"]))
    return by_place


def _gold_figure(want: Record, year: int | None) -> Figure:
    return _figure(want, want["period"].split("/") if want["period"] else year_of(year))


def _found_figure(indicator: Record, year: int | None) -> Figure:
    period = indicator["period"]
    return _figure(indicator, (period["start"], period["end"]) if period else year_of(year))


def _figure(row: Record, period: list[str] | Period) -> Figure:
    start, end = period
    upper = row.get("value_max")
    return Figure(
        value=Decimal(str(row["value"])),
        value_max=None if upper is None else Decimal(str(upper)),
        unit=squeezed(row["unit"] or ""),
        qualifier=row["qualifier"],
        aspect=row["aspect"],
        part=row["part"],
        code=row["code"],
        name=row["name"],
        period=(start, end),
    )


# --- statements of none


def _gold_zero(zero: Record) -> Zero:
    return Zero(zero["start"], zero["start"] + len(zero["quote"]), zero["code"])


def _found_zeros(record: Record) -> Iterator[Zero]:
    for indicator in record["indicators"]:
        if indicator["numeral"] is None and not indicator["value"]:
            evidence = indicator["evidence"]
            yield Zero(evidence["start"], evidence["end"], indicator["code"])
