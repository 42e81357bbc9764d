"""By what the same report is known where it stands in another file, in another format, or on another page.

A report has up to two keys, and is the same as any other that has one of them: its words, whatever stands between them; and, where it
states figures enough, who reports on which year with which figures, which survives another heading, another way to number, a lost line end.

>>> key_of_words("一、概况\\n立案３件。" * 50) == key_of_words("一、概况 立案3件" * 50)
True
"""

import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING

import regex

from schemas import plain

if TYPE_CHECKING:
    from extractor.document import Document
    from schemas import Report

FEWEST_WORDS = 200  # characters; shorter texts are too much alike
FEWEST_FIGURES = 8

_BETWEEN = regex.compile(r"\W+")


def keys_of(document: "Document", report: "Report") -> tuple[str, ...]:
    """The keys of a report, of which ``document`` is the text."""
    view = document.view
    body = view.text[view.place(report.body.start) : view.place(report.body.end)]
    figures = key_of_figures(report.issuer.name, report.year, (each.value for each in report.indicators))
    return tuple(key for key in (key_of_words(body), figures) if key)


def key_of_words(text: str) -> str | None:
    """The key of a text's words; None where there are too few.

    >>> key_of_words("概况") is None
    True
    """
    words = _BETWEEN.sub("", unicodedata.normalize("NFKC", text))
    return _key("words", words) if len(words) >= FEWEST_WORDS else None


def key_of_figures(issuer: str | None, year: int | None, values: Iterable[Decimal]) -> str | None:
    """The key of an issuer, a year and all figures, in whatever order; None where one is unknown or the figures are too few.

    >>> key_of_figures("某县司法局", 2022, [Decimal(3)]) is None
    True
    """
    figures = sorted(values)
    if issuer is None or year is None or len(figures) < FEWEST_FIGURES:
        return None
    return _key("figures", f"{issuer} {year} {' '.join(map(plain, figures))}")


def _key(kind: str, words: str) -> str:
    return f"{kind}:{sha256(words.encode()).hexdigest()[:32]}"
