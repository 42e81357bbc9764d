"""The same report from two formats: how much of what the record says is the same.

What counts is the paper (title, issuer, year), each heading with its level, and each indicator with code, amount and meaning; where
something stands does not, since each format has a text of its own.

>>> Agreement(same=97, all=100, different=()).share
0.97
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

import regex

from schemas import Indicator, Report
from schemas.numbers import plain

_SPACE = regex.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many cases there are, how many are the same, and the others in words."""

    same: int
    all: int
    different: tuple[str, ...]

    @property
    def share(self) -> float:
        """The share of cases that are the same; 1 where there are none."""
        return self.same / self.all if self.all else 1.0


def agreement_of(from_text: Report, from_format: Report) -> Agreement:
    """How far two records of one report say the same; cases of both sides count."""
    ours, theirs = list(_cases(from_text)), list(_cases(from_format))
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    different, same, total = [], 0, 0
    for tag, a, b, c, d in matcher.get_opcodes():
        total += max(b - a, d - c)
        if tag == "equal":
            same += b - a
        else:
            different.append(f"text {ours[a:b]} other {theirs[c:d]}")
    return Agreement(same, total, tuple(different))


def together(agreements: list[Agreement]) -> Agreement:
    """The agreement over several reports."""
    return Agreement(sum(one.same for one in agreements), sum(one.all for one in agreements), tuple(line for one in agreements for line in one.different))


def _cases(report: Report) -> Iterator[str]:
    yield f"title {_squeezed(report.title)}"
    yield f"issuer {report.issuer.name}"
    yield f"year {report.year}"
    yield from (f"heading {section.level} {_squeezed(section.label)} {_squeezed(section.title)}" for section in report.sections)
    yield from map(_case, report.indicators)


def _case(indicator: Indicator) -> str:
    period = indicator.period
    amount = plain(indicator.value) + (f"–{plain(indicator.value_max)}" if indicator.value_max is not None else "") + indicator.unit
    when = f"{period.start}/{period.end}" if period else ""
    return " ".join((indicator.code or "-", amount, indicator.qualifier, indicator.aspect, "part" if indicator.part else "whole", when)).rstrip()


def _squeezed(words: str | None) -> str:
    return _SPACE.sub("", words or "")


def facts(report: Report) -> Iterator[tuple[Any, ...]]:
    """What a report states, each fact with its kind."""
    yield "title", report.title
    yield "issuer", report.issuer.name, report.issuer.region and report.issuer.region.code
    yield "year", report.year
    yield from (("section", each.level, each.label, each.title) for each in report.sections)
    yield from (("indicator", each.code, each.value, each.unit, each.qualifier, each.aspect) for each in report.indicators)
