"""Which rule a number belongs to: the code first, then the sentence. The marked number of a sentence is its last one."""

import pytest

from extractor.indicators.match import BEHIND, LISTED, NEAR, Context, Match, Matcher, best
from extractor.indicators.rules import parse_rules
from extractor.outline.headings import Outline
from extractor.spans import Span
from tests.indicators.sentences import frames_of, port_rules


def matches(text: str, rules: str = "", **options: bool) -> list[Match]:
    matcher = Matcher(parse_rules(rules, "own") if rules else port_rules())
    view, frames = frames_of(text)
    outline = Outline.of(view, Span(0, len(view)))
    sentence = frames[-1].sentence
    context = Context(view.rfind("\n", 0, sentence.start) + 1, tuple(h.title for h in reversed(outline.path(sentence.start))))
    return matcher.matches(frames[-1], matcher.vocabulary.find(view), context, **options)


def code(text: str, rules: str = "") -> str | None:
    match = best(matches(text, rules))
    return match.rule.code if match else None


CODES = [
    ("inspection.units", ["全年检查船舶120艘次", "检查120艘次", "对码头开展检查120处", "检查船舶，共计120艘次", "检查船舶总数达到120艘次"]),
    ("penalty.filed", ["检查船舶9艘，立案12件", "12起违法行为被立案", "立案查处超载案件12件"]),
    ("penalty.closed", ["立案9件，结案8件"]),
    ("penalty.fines", ["立案9件，罚款8万元", "共处罚款8万元"]),
    ("officer.total", ["现有执法人员12名", "12名执法人员换证"]),
    ("service.days", ["许可平均用时3个工作日"]),
    (None, ["检查用时3个工作日", "立案8万元", "罚款12件", "被检查船舶120艘次", "绿化码头12公顷", "人均罚款300元", "平均每船立案3件"]),
]


@pytest.mark.parametrize(("wanted", "text"), [(wanted, text) for wanted, texts in CODES for text in texts])
def test_codes(wanted: str | None, text: str) -> None:
    assert code(text) == wanted


# A rule with topics needs one: in the cue, the sentence, the paragraph or a heading above.
TOPICS = [
    ("approval.accepted", "全年受理许可申请12件", "sentence"),
    ("approval.accepted", "许可窗口全年受理12件", "sentence"),
    ("approval.accepted", "全年受理12件许可事项", "sentence"),
    ("approval.accepted", "许可窗口服务提质。全年受理12件", "paragraph"),
    ("approval.accepted", "一、优化许可服务\n全年受理12件", "heading"),
    ("complaint.total", "全年受理投诉12件", "cue"),
]


@pytest.mark.parametrize(("wanted", "text", "place"), TOPICS)
def test_topics(wanted: str, text: str, place: str) -> None:
    match = best(matches(text))
    assert match is not None
    assert (match.rule.code, match.topic_place[0]) == (wanted, place)


@pytest.mark.parametrize("text", ["全年受理12件", "许可窗口服务提质。\n全年受理12件", "一、优化许可服务\n二、化解纠纷\n全年受理12件"])
def test_without_a_topic_there_is_no_rule(text: str) -> None:
    assert code(text) is None


@pytest.mark.parametrize(
    ("zone", "text"), [(NEAR, "检查船舶12艘"), (BEHIND, "12名执法人员换证"), (NEAR, "检查船舶，共计12艘"), (LISTED, "检查油轮3艘、货运船舶12艘")]
)
def test_where_a_cue_stands(zone: int, text: str) -> None:
    match = best(matches(text))
    assert match is not None
    assert match.zone == zone


TWO = """
[[rule]]
code = "a.light"
name = "甲"
dimension = "count"
cues = ["船舶"]

[[rule]]
code = "a.heavy"
name = "乙"
dimension = "count"
cues = ["渔业船舶"]

[[rule]]
code = "a.head"
name = "丙"
dimension = "count"
cues = ["证书"]

[[rule]]
code = "b.one"
name = "丁"
dimension = "count"
cues = ["航标"]

[[rule]]
code = "b.other"
name = "戊"
dimension = "count"
cues = ["航标"]

[[rule]]
code = "c.near"
name = "己"
dimension = "count"
cues = ["灯塔"]
topics = ["维护"]

[[rule]]
code = "c.far"
name = "庚"
dimension = "count"
cues = ["灯塔"]
topics = ["巡检"]
"""


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("a.light", "登记船舶12件"),
        ("a.heavy", "登记渔业船舶12件"),
        ("a.head", "登记渔业船舶证书12件"),
        (None, "登记航标12件"),
        ("c.near", "巡检、维护灯塔12件"),
        ("c.far", "维护、巡检灯塔12件"),
        ("c.far", "维护得当。巡检灯塔12件"),
    ],
)
def test_the_better_right(wanted: str | None, text: str) -> None:
    assert code(text, TWO) == wanted


def test_two_rules_with_the_same_right_are_both_told() -> None:
    assert {match.rule.code for match in matches("登记航标12件", TWO)} == {"b.one", "b.other"}


def test_a_change_may_be_of_any_unit() -> None:
    assert [match.rule.code for match in matches("检查船舶增长12%", any_unit=True)] == ["inspection.units"]
    assert matches("检查船舶增长12%") == []


def test_no_match_is_none() -> None:
    assert best([]) is None


PLANS = """
[[rule]]
code = "port.plans"
name = "规划数"
dimension = "count"
cues = ["规划"]
clause_excludes = ["审查"]

[[rule]]
code = "port.reviewed"
name = "审查数"
dimension = "count"
cues = ["审查…规划"]
"""


@pytest.mark.parametrize(
    ("wanted", "text"),
    [("port.plans", "编制规划3件"), ("port.plans", "审查文件9件，编制规划3件"), ("port.reviewed", "审查文件9件、规划3件"), ("port.reviewed", "审查规划3件")],
)
def test_the_verb_of_a_list_can_rule_out_what_stands_nearer(wanted: str, text: str) -> None:
    assert code(text, PLANS) == wanted
