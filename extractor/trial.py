"""Rules held against their own sentences: examples, counter-examples and known gaps.

A rule is tried among all rules of a catalogue, for an example fails, too, where another rule takes its number.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.candidates import Scene, rivals
from extractor.files import one_line
from extractor.indicators.find import Page, find_indicators
from extractor.indicators.reading import Denial, Reading
from extractor.indicators.rules import Example, Rule
from extractor.numbers.lexer import find_numerals
from extractor.numbers.periods import Reported
from extractor.outline.headings import Outline
from extractor.spans import Span
from extractor.view import View

_YEAR = 2022


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a sentence of a rule: ``kind`` is example, counter-example or known gap; ``wrong`` is empty where it holds."""

    rule: Rule
    kind: str
    example: Example
    wrong: str

    def __str__(self) -> str:
        return f"{self.rule.code}: {self.kind} {self.example.text} [{self.example.at}]: {self.wrong or 'holds'}"


def outcomes(rules: Iterable[Rule], among: tuple[Rule, ...]) -> Iterator[Outcome]:
    """What comes of every sentence of some rules, among all rules of a catalogue."""
    for rule in rules:
        for example in rule.examples:
            yield Outcome(rule, "example", example, _failure(example, rule, among))
        for example in rule.counter_examples:
            yield Outcome(rule, "counter-example", example, _taken(example, rule, among))
        for example in rule.known_gaps:
            yield Outcome(rule, "known gap", example, "" if _failure(example, rule, among) else "is no gap any more: move it to examples")


def summary(tried: Sequence[Outcome]) -> str:
    """A line for every sentence that does not hold, and one with their number.

    >>> summary([])
    '0 of 0 do not hold\\n'
    """
    wrong = [str(outcome) for outcome in tried if outcome.wrong]
    return "".join(f"{one_line(line)}\n" for line in [*wrong, f"{len(wrong)} of {len(tried)} do not hold"])


def read_example(example: Example, rules: tuple[Rule, ...]) -> Reading | Denial | None:
    """What becomes of the number that an example is about; of its statement of none where ``at`` is 0 and stands nowhere."""
    page = _page(example)
    findings = find_indicators(page, find_numerals(page.text), rules)
    nth = int(example.expected.get("nth", 1))
    readings = [r for r in findings.readings if page.text[r.frame.quantity.digits.slice] == example.at]
    if len(readings) >= nth:
        return readings[nth - 1]
    return findings.denials[nth - 1] if len(findings.denials) >= nth else None


def mismatch(example: Example, rule: Rule, reading: Reading | Denial | None) -> str:
    """What is wrong with the reading of an example; empty where nothing is."""
    if reading is None:
        return "no such number"
    if reading.code != example.expected.get("code", rule.code):
        return f"is {reading.code} ({_how(reading)})" if reading.code else "has no code"
    got = _got(reading)
    return next((f"{key} is {got[key]}" for key in got if key in example.expected and got[key] != _expected(example, key)), "")


def _failure(example: Example, rule: Rule, rules: tuple[Rule, ...]) -> str:
    """What is wrong with an example, and where its number has no code, why."""
    reading = read_example(example, rules)
    wrong = mismatch(example, rule, reading)
    return f"{wrong}: {_why_no_code(example, rule, reading, rules)}" if isinstance(reading, Reading) and not reading.code and wrong else wrong


def _taken(example: Example, rule: Rule, rules: tuple[Rule, ...]) -> str:
    """What is wrong with a counter-example: its number has the rule's code, or stands nowhere."""
    if example.at not in example.text and example.at not in View.of(example.text).text:
        return "no such number"
    reading = read_example(example, rules)
    return f"has the code, and must not ({_how(reading)})" if reading is not None and reading.code == rule.code else ""


def _why_no_code(example: Example, rule: Rule, reading: Reading, rules: tuple[Rule, ...]) -> str:
    scene = Scene.of(_page(example), rules)
    same = rivals(scene.matches(reading))
    if same:
        return f"{' and '.join(same)} have the same right to it"
    refused = next((r.reason for r in scene.refusals(reading) if r.match.rule.code == rule.code), "no cue of the rule stands in its frame")
    return f"it is {reading.aspect}, {refused}" if reading.aspect != "level" else refused


def _page(example: Example) -> Page:
    text = View.of(example.text).text
    body = Span(0, len(text))
    return Page(text, body, Outline.of(text, body), Reported(_YEAR))


def _how(reading: Reading | Denial | None) -> str:
    return reading.how if isinstance(reading, Reading) else "denial"


def _got(reading: Reading | Denial) -> dict[str, object]:
    if isinstance(reading, Denial):
        return {"value": Decimal(0)}
    return {"part": reading.part, "aspect": reading.aspect, "unit": reading.frame.quantity.unit, "value": reading.value}


def _expected(example: Example, key: str) -> object:
    value = example.expected[key]
    return Decimal(str(value)) if key == "value" else value
