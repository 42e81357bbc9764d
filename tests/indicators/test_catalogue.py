"""The catalogue holds itself: every example of every rule is a test, so is every counter-example, and every known gap is one."""

import pytest

from extractor.errors import CatalogueError
from extractor.indicators.rules import Example, Rule, check_rules, load_rules, parse_rules
from extractor.trial import mismatch, read_example

RULES = load_rules()
_RULE = '[[rule]]\ncode = "a.b"\nname = "甲"\ndimension = "count"\ncues = ["甲"]\n'


def _cases(kind: str) -> list[object]:
    return [pytest.param(rule, example, id=f"{rule.code}: {example.text[:24]} [{example.at}]") for rule in RULES for example in getattr(rule, kind)]


@pytest.mark.parametrize(("rule", "example"), _cases("examples"))
def test_an_example_has_the_code_of_its_rule(rule: Rule, example: Example) -> None:
    assert mismatch(example, rule, read_example(example, RULES)) == ""


@pytest.mark.parametrize(("rule", "example"), _cases("counter_examples"))
def test_a_counter_example_has_not(rule: Rule, example: Example) -> None:
    reading = read_example(example, RULES)
    assert example.at in example.text
    assert reading is None or reading.code != rule.code


@pytest.mark.parametrize(("rule", "example"), _cases("known_gaps"))
@pytest.mark.xfail(reason="known gaps of the catalogue, each with its sentence in the rule", strict=True)
def test_a_known_gap_is_still_one(rule: Rule, example: Example) -> None:
    assert mismatch(example, rule, read_example(example, RULES)) == ""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_where_it_comes_from_and_shows_itself(rule: Rule) -> None:
    assert rule.source
    assert rule.name_en
    assert len(rule.examples) >= 3
    assert len({example.text for example in rule.examples}) >= 3


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (_RULE + 'colour = "red"\n', "unknown key colour"),
        (_RULE.replace('code = "a.b"\n', ""), "code missing"),
        (_RULE.replace('cues = ["甲"]', "cues = []"), "cues missing"),
        (_RULE.replace('"count"', '"weight"'), "no dimension weight"),
        (_RULE + 'units = ["桶桶"]\n', "no unit 桶桶"),
        (_RULE.replace('"甲"]', '"#"]'), "has no words"),
        (_RULE + 'examples = [{ at = "3" }]\n', "an example needs text and at"),
        ("[[rule", "demo"),
    ],
)
def test_a_wrong_entry_is_refused_with_its_reason(entry: str, message: str) -> None:
    with pytest.raises(CatalogueError, match=message):
        parse_rules(entry, "demo")


def test_a_code_that_stands_twice_is_refused() -> None:
    with pytest.raises(CatalogueError, match=r"a\.b stands twice"):
        check_rules(parse_rules(_RULE + _RULE, "demo"))
