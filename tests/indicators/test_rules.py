"""What an entry of the catalogue may say: what becomes of it, or what is wrong with it, first."""

import re
from pathlib import Path

import pytest

from extractor.errors import CatalogueError
from extractor.indicators.rules import check_rules, load_rules, parse_rules, read_rules

RULE = '[[rule]]\ncode = "port.calls"\nname = "靠泊艘次"\ndimension = "count"\ncues = ["靠泊"]\n'

CUES = [
    ("靠泊", ("靠泊",), ()),
    ("靠泊…船舶", ("靠泊", "船舶"), ()),
    ("#艘次靠泊", (), ("艘次", "靠泊")),
    ("#起…靠泊", (), ("起", "靠泊")),
    ("靠泊#船舶", ("靠泊",), ("船舶",)),
    ("甲…乙#丙…丁", ("甲", "乙"), ("丙", "丁")),
    ("#艘次", (), ("艘次",)),
    ("#起案件", (), ("起", "案件")),
]


@pytest.mark.parametrize(("written", "before", "after"), CUES)
def test_a_cue_is_words_before_and_behind_the_number(written: str, before: tuple[str, ...], after: tuple[str, ...]) -> None:
    (rule,) = parse_rules(RULE.replace('靠泊"]', f'{written}"]'), "port")
    assert [(cue.before, cue.after) for cue in rule.cues] == [(before, after)]
    assert rule.cues[0].weight == len("".join(before + after))


def test_stages_are_cues_that_make_a_part() -> None:
    (rule,) = parse_rules(RULE + 'stages = ["离泊"]', "port")
    assert [(cue.before, cue.stage) for cue in rule.cues] == [(("靠泊",), False), (("离泊",), True)]


def test_what_is_left_out_has_its_default() -> None:
    (rule,) = parse_rules(RULE, "port")
    assert (rule.units, rule.topics, rule.excludes, rule.modifier_is_part, rule.stock, rule.share) == (frozenset(), (), (), False, False, "")
    assert rule.family == "port"


@pytest.mark.parametrize(
    ("measures", "more", "unit", "dimension"),
    [
        (True, "", "艘次", "count"),
        (True, "", "件", "count"),
        (False, "", "元", "money"),
        (True, 'units = ["艘次"]', "艘次", "count"),
        (False, 'units = ["艘次"]', "件", "count"),
    ],
)
def test_what_a_rule_measures(measures: bool, more: str, unit: str, dimension: str) -> None:
    (rule,) = parse_rules(RULE + more, "port")
    assert rule.measures(unit, dimension) is measures


WRONG = [
    ("unknown key colour", RULE + 'colour = "red"'),
    ("name missing", RULE.replace('name = "靠泊艘次"\n', "")),
    ("cues missing", RULE.replace('["靠泊"]', "[]")),
    ("there is no dimension weight", RULE.replace('"count"', '"weight"')),
    ("narrowed_by knows no weather", RULE + 'narrowed_by = ["weather"]'),
    ("there is no unit 海里次", RULE + 'units = ["海里次"]'),
    ("has no words", RULE.replace('靠泊"]', '#"]')),
    ("two numbers", RULE.replace('靠泊"]', '靠泊#艘#次"]')),
    ("an example needs text and at", RULE + 'examples = [{ text = "靠泊3艘次" }]'),
    ("an example needs text and at", RULE + 'examples = [{ text = "靠泊3艘次", at = "3", colour = "red" }]'),
    ("a rule without code", RULE.replace('code = "port.calls"\n', "")),
    ("port.toml", "[[rule]\n"),
]


@pytest.mark.parametrize(("message", "text"), WRONG)
def test_a_wrong_rule_is_told(message: str, text: str) -> None:
    with pytest.raises(CatalogueError, match=re.escape(message)):
        parse_rules(text, "port.toml")


def test_a_code_stands_once() -> None:
    with pytest.raises(CatalogueError, match=r"port\.calls stands twice"):
        check_rules(parse_rules(RULE + RULE, "port"))


def test_examples_keep_what_they_expect() -> None:
    (rule,) = parse_rules(RULE + 'examples = [{ text = "靠泊3艘次", at = 3, part = true, note = "why" }]', "port")
    assert [(example.text, example.at, example.expected) for example in rule.examples] == [("靠泊3艘次", "3", {"part": True})]


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "port.toml"
    path.write_text(RULE, encoding="utf-8")
    assert [rule.code for rule in read_rules(path)] == ["port.calls"]


@pytest.mark.parametrize("content", [None, b"\xff\xfe\xfa"])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "port.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CatalogueError, match=r"port\.toml"):
        read_rules(path)


def test_the_packaged_codes_stand_once_and_have_families() -> None:
    codes = [rule.code for rule in load_rules()]
    assert len(codes) == len(set(codes))
    assert all(code.count(".") == 1 and all(code.split(".")) for code in codes)


def test_a_share_is_a_rate_of_the_catalogue() -> None:
    rates = {rule.code for rule in load_rules() if rule.dimension == "rate"}
    assert {rule.share for rule in load_rules() if rule.share} <= rates


def test_what_a_rule_follows_stands_in_the_catalogue() -> None:
    names = {rule.code for rule in load_rules()} | {rule.family for rule in load_rules()}
    assert {name for rule in load_rules() for name in (*rule.follows, *rule.item_of, *rule.yields_to)} <= names


@pytest.mark.parametrize(("goes", "follows"), [(True, ["port"]), (True, ["port.calls"]), (False, ["port.crews"]), (False, ["ports"]), (False, [])])
def test_a_rule_goes_with_codes_and_themes(goes: bool, follows: list[str]) -> None:
    rule, other = parse_rules(RULE.replace("port.calls", "fines.sum") + f"follows = {follows}\n" + RULE, "port")
    assert rule.goes_with(other) is goes
    assert not rule.goes_with(None)
