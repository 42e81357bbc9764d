"""Holds rules against their own examples: ``python -m extractor.indicators.trial FILE.toml …`` prints what does not hold.

A rule is tried among all rules of the packaged catalogue, for an example fails, too, where another rule takes its number.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from extractor.indicators.find import Page, find_indicators
from extractor.indicators.reading import Denial, Reading
from extractor.indicators.rules import Example, Rule, load_rules, parse_rules
from extractor.numbers.lexer import find_numerals
from extractor.numbers.periods import Reported
from extractor.outline.headings import Outline
from extractor.spans import Span
from extractor.view import View

_YEAR = 2022


def read_example(example: Example, rules: tuple[Rule, ...]) -> Reading | Denial | None:
    """What becomes of the number that an example is about; of its statement of none where ``at`` is 0 and stands nowhere."""
    text = View.of(example.text).text
    body = Span(0, len(text))
    page = Page(text, body, Outline.of(text, body), Reported(_YEAR))
    findings = find_indicators(page, find_numerals(text), rules)
    nth = int(example.expected.get("nth", 1))
    readings = [r for r in findings.readings if text[r.frame.quantity.digits.slice] == example.at]
    if len(readings) >= nth:
        return readings[nth - 1]
    return findings.denials[nth - 1] if len(findings.denials) >= nth else None


def failures(rule: Rule, rules: tuple[Rule, ...]) -> Iterator[str]:
    """A line for every example of a rule that does not hold, and for every known gap that is none any more."""
    for example in rule.examples:
        wrong = mismatch(example, rule, read_example(example, rules))
        if wrong:
            yield f"{rule.code}: {example.text} [{example.at}]: {wrong}"
    for example in rule.counter_examples:
        reading = read_example(example, rules)
        if reading is not None and reading.code == rule.code:
            yield f"{rule.code}: {example.text} [{example.at}]: has the code, and must not"
    for example in rule.known_gaps:
        if not mismatch(example, rule, read_example(example, rules)):
            yield f"{rule.code}: {example.text} [{example.at}]: is no gap any more"


def mismatch(example: Example, rule: Rule, reading: Reading | Denial | None) -> str:
    """What is wrong with the reading of an example; empty where nothing is."""
    if reading is None:
        return "no such number"
    if reading.code != example.expected.get("code", rule.code):
        return f"is {reading.code} ({getattr(reading, 'how', 'denial')})"
    for key in ("part", "aspect", "unit"):
        if key in example.expected and isinstance(reading, Reading):
            got = {"part": reading.part, "aspect": reading.aspect, "unit": reading.frame.quantity.unit}[key]
            if got != example.expected[key]:
                return f"{key} is {got}"
    return ""


def main(paths: list[str]) -> int:
    """Tries the rules of some files among those of the catalogue; the number of lines printed decides the exit status."""
    named = [rule for path in paths for rule in parse_rules(Path(path).read_text(encoding="utf-8"), path)]
    codes = {rule.code for rule in named}
    rules = (*(rule for rule in load_rules() if rule.code not in codes), *named)
    lines = [line for rule in named or rules for line in failures(rule, tuple(rules))]
    tried = sum(len(r.examples) + len(r.counter_examples) + len(r.known_gaps) for r in (named or rules))
    sys.stdout.write("".join(f"{line}\n" for line in [*lines, f"{len(lines)} of {tried} do not hold"]))
    return bool(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
