"""No pattern takes more than linear time: a text four times as long takes some four times as long, never sixteen.

Texts are made to provoke a search that starts again at every character: long runs of one thing, and marks that open and never close. The
times of two lengths are compared, each the best of some runs, so that a busy machine does not matter; only times that can be measured count.
"""

import gc
from collections.abc import Callable
from functools import cache
from time import process_time

import pytest
import regex

from extractor.document import Document
from extractor.folding import FOLD
from extractor.indicators.aspects import change_before, change_behind, is_planned, plans_from
from extractor.indicators.find import Page, find_indicators
from extractor.indicators.frames import find_frames
from extractor.indicators.vocabulary import Vocabulary
from extractor.indicators.zeros import denial_spans
from extractor.lines import joints
from extractor.numbers.dates import match_date
from extractor.numbers.lexer import find_numerals
from extractor.numbers.periods import Reported, find_periods
from extractor.numbers.words import find_worded_quantities, parse_numeral
from extractor.numbers.zones import find_zones
from extractor.outline.columns import find_columns
from extractor.outline.headings import Outline
from extractor.outline.tables import find_tables
from extractor.pipeline import extract
from extractor.spans import Span
from extractor.view import View
from tests.indicators.sentences import port_rules
from tests.table_cases import drawn

GROWTH, MOST = 4, 12  # 4 is linear, 16 is quadratic
LENGTH = 1_000
MEASURABLE = 0.004  # seconds: below, a clock's tick is as long as the work
RUNS = 3

# A piece, repeated up to the length that is wanted.
TEXTS = {
    "rows of a table": "港\t3\t2\n",
    "rows of other heads": "港3口\t3\t2\n",
    "rows with labels": "一、港\t3\t2\n(一)港\t1\t2\n",
    "rows with 其中": "其中:港\t3\t2\n",
    "sums below": "港\t3\t2\n小计\t3\t2\n",
    "sections": "一、港\t\t\n港\t3\t2\n",
    "headers again": "港\t立案\t罚款\n港\t3\t2\n",
    "rows between bars": "|港|3|2|\n",
    "aligned rows": "港  立案  罚款\n港  3  2\n港  3  2\n",
    "cells a line": "港\n3\n2\n",
    "one character": "港",
    "有": "有",
    "的": "的",
    "enumeration commas": "、",
    "commas": ",",
    "full stops": "。",
    "digits": "7",
    "spaces": " ",
    "line ends": "\n",
    "tabs": "\t",
    "bars": "|",
    "brackets open": "(",
    "brackets nested": "(港",
    "brackets of years": "〔2021",
    "quotes open": "“",
    "titles open": "《",
    "titles in titles": "《港〈",
    "numbers with commas": "1,234,",
    "numbers with points": "1.",
    "numbers and spaces": "1 234 ",
    "ranges": "1-",
    "sums": "1+",
    "worded numbers": "二十",
    "years": "2021年",
    "months": "1月",
    "dashes": "—",
    "amounts": "3件",
    "amounts in a list": "港3件、",
    "amounts in sentences": "检查3件。",
    "其中": "其中3件、",
    "denials": "没有",
    "denials in a list": "未发生、",
    "changes": "同比",
    "plans": "计划",
    "letters": "a1",
    "letters and dashes": "a-",
    "tags open": "<a",
    "addresses": "a@",
    "labels": "一、",
    "labels in lines": "\n一、",
    "cells in lines": "\n12",
    "rows": "\n港|12",
    "percent": "百分之",
    "分别": "分别为",
    "long lines": "港" * 70 + "\n",
    "page numbers": "港,\n3\n",
}


def stretched(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]


def whole(text: str) -> Span:
    return Span(0, len(text))


def indicators(text: str) -> None:
    body = whole(text)
    tables = find_tables(Document.of(text), body)
    page = Page(text, body, Outline.of(text, body), Reported(2021), tables)
    find_indicators(page, find_numerals(text, (), tables), port_rules())


def drawn_tables(text: str) -> None:
    """The figures of a table whose layout is known, its first row merged with the one below."""
    rows = [line.split("\t") for line in text.split("\n")]
    width = max(map(len, rows))
    grid = [[cell or "<" if x else cell for x, cell in enumerate(row)] + ["<"] * (width - len(row)) for row in rows]
    document = drawn("", grid)
    body, view = whole(document.view.text), document.view.text
    tables = find_tables(document, body)
    page = Page(view, body, Outline.of(view, body), Reported(2021), tables)
    find_indicators(page, find_numerals(view, (), tables), port_rules())


def frames(text: str) -> None:
    find_frames(text, [numeral.quantity for numeral in find_numerals(text) if numeral.quantity], whole(text))


def dates(text: str) -> None:
    for run in regex.finditer(r"\d+", text):
        match_date(text, run.start())


@cache
def port_words() -> Vocabulary:
    return Vocabulary.of(word for rule in port_rules() for cue in rule.cues for word in (*cue.before, *cue.after))


FUNCTIONS: dict[str, Callable[[str], object]] = {
    "view": View.of,
    "lines": lambda text: joints(text, text.translate(FOLD)),
    "zones": find_zones,
    "numerals": find_numerals,
    "worded quantities": lambda text: list(find_worded_quantities(text)),
    "numeral in words": lambda text: parse_numeral("".join(c for c in text if c in "二十")),
    "dates": dates,
    "periods": find_periods,
    "tables": lambda text: find_tables(Document.of(text), whole(text)),
    "drawn tables": drawn_tables,
    "columns": lambda text: find_columns(text, whole(text)),
    "headings": lambda text: Outline.of(text, whole(text)),
    "vocabulary": lambda text: port_words().find(text),
    "frames": frames,
    "denials": lambda text: denial_spans(text, whole(text)),
    "change before": change_before,
    "change behind": change_behind,
    "plan": lambda text: is_planned(text, text),
    "plans from": lambda text: plans_from(text, 2021),
    "indicators": indicators,
    "everything": lambda text: extract(Document.of(text)),
}


def seconds(function: Callable[[str], object], text: str) -> float:
    gc.disable()
    start = process_time()
    try:
        function(text)
        return process_time() - start
    finally:
        gc.enable()


def growth(function: Callable[[str], object], piece: str, length: int) -> float:
    """How much longer a text of four times the length takes; 1 where it takes no time that can be told. The least of some runs."""
    least = float("inf")
    for _ in range(RUNS):
        long = seconds(function, stretched(piece, GROWTH * length))
        if long < MEASURABLE:
            return 1
        short = min(seconds(function, stretched(piece, length)) for _ in range(RUNS))
        least = min(least, long / max(short, MEASURABLE / GROWTH**2))
        if least < MOST:
            break
    return least


PAIRS = [(function, text) for function in FUNCTIONS for text in TEXTS]


@pytest.mark.parametrize(("function", "text"), PAIRS)
def test_four_times_the_text_takes_no_sixteen_times_the_time(function: str, text: str) -> None:
    grown = growth(FUNCTIONS[function], TEXTS[text], LENGTH)
    assert grown < MOST, f"{grown:.1f} times"
