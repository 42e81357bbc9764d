"""The rule, the part and the aspect of figures that tell how much there is: all of it first, then the sentence."""

import pytest

from extractor.indicators.rules import Rule, parse_rules
from tests.indicators.sentences import said

WHOLE, PART = False, True

SENTENCES: list[tuple[list[tuple[str, str | None, bool]], str]] = [
    ([("120", "inspection.units", WHOLE), ("12", "penalty.filed", WHOLE), ("3.5", "penalty.fines", WHOLE)], "全年检查船舶120艘次，立案12件，罚款3.5万元。"),
    ([("120", "inspection.units", WHOLE), ("300", "inspection.officers", WHOLE)], "检查船舶120艘次，出动执法人员300人次。"),
    ([("12", "penalty.filed", PART), ("3.5", "penalty.fines", PART)], "查处超载专项行动立案12件，罚款3.5万元。"),
    ([("12", "penalty.filed", WHOLE), ("9", "penalty.filed", PART), ("3.5", "penalty.fines", PART)], "立案12件，其中超载类9件，罚款3.5万元。"),
    ([("12", "penalty.filed", PART)], "立案查处无证案件12件。"),
    ([("12", "penalty.filed", WHOLE)], "全年共立案查处违法案件12件。"),
    ([("12", "review.cases", WHOLE), ("2", "review.cases", PART)], "行政复议案件12件，行政复议撤销2件。"),
    ([("12", "review.cases", WHOLE), ("2", "litigation.cases", WHOLE)], "行政复议12件、行政诉讼2件。"),
    ([("30", None, WHOLE), ("156", None, WHOLE)], "绿化岸线30公里，植树156株。"),
    ([("3", "service.days", WHOLE)], "平均用时3个工作日。"),
    ([("12", "inspection.units", PART)], "甲港分局检查船舶12艘次。"),
    ([("83", "penalty.filed", WHOLE), ("27", "penalty.filed", PART)], "立案83件，最多的一个港27件。"),
    ([("83", "penalty.filed", WHOLE), ("9", "penalty.filed", PART)], "立案83件，其中最少的只有9件。"),
    ([("1.7", None, WHOLE), ("500", "penalty.fines", PART)], "案均罚款1.7万元，最少的一起仅500元。"),
    ([("83", "penalty.filed", WHOLE), ("27", None, WHOLE)], "立案83件，最多的一个港27公顷。"),
    ([("40", "inspection.units", WHOLE), ("12", "officer.total", WHOLE)], "检查船舶40艘次，12名执法人员换证。"),
    ([("60", None, WHOLE), ("12", "officer.total", WHOLE)], "泊位利用率提高60%，12名执法人员换证。"),
    ([("9", None, WHOLE), ("12", "officer.total", WHOLE)], "办讲座9场，12名执法人员听讲。"),
    ([("3", None, WHOLE), ("12", "review.cases", WHOLE)], "组织行政复议案件回访3次，案件12件。"),
    ([("3", None, WHOLE), ("12", None, WHOLE)], "组织行政复议案件回访3次；案件12件。"),
    ([("3", None, WHOLE), ("12", None, WHOLE)], "组织案件回访3次，案件12件。"),
]


@pytest.mark.parametrize(("wanted", "text"), SENTENCES, ids=[text for _, text in SENTENCES])
def test_rules_and_parts(wanted: list[tuple[str, str | None, bool]], text: str) -> None:
    heard = said(text)
    assert [(heard.at(r.frame.quantity.digits), r.code, r.part) for r in heard.readings] == wanted


ASPECTS = [
    ("level", "120", "全年检查船舶120艘次。"),
    ("level", "120", "计划外检查船舶120艘次。"),
    ("target", "120", "计划检查船舶120艘次。"),
    ("target", "120", "力争检查船舶120艘次。"),
    ("target", "120", "2022年，检查船舶120艘次。"),
    ("target", "120", "下一步，检查船舶120艘次。"),
    ("target", "120", "三、2022年工作打算\n检查船舶120艘次。"),
    ("target", "20", "法定时限为20个工作日。"),
    ("target", "60", "法定的60个、30个工作日。"),
    ("target", "30", "法定的60个、30个工作日。"),
    ("level", "106", "完成年度目标的106%。"),
    ("level", "5", "承诺时限压缩为5个工作日。"),
]


@pytest.mark.parametrize(("aspect", "digits", "text"), ASPECTS)
def test_aspects(aspect: str, digits: str, text: str) -> None:
    assert said(text).by(digits).aspect == aspect


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("船舶", "检查船舶120艘次。"),
        ("无证", "立案查处无证案件12件。"),
        ("噪声", "受理投诉12件，其中噪声类9件。"),
        ("绿化岸线", "绿化岸线30公里。"),
        ("植树", "植树156株。"),
    ],
)
def test_a_name_is_made_of_the_words_of_the_text(name: str, text: str) -> None:
    assert name in said(text).readings[-1].name


def test_a_figure_is_never_left_out() -> None:
    text = "甲3件乙4人，丙5%。丁6元\n戊7"
    assert [said(text).at(reading.frame.quantity.digits) for reading in said(text).readings] == ["3", "4", "5", "6", "7"]


def rules_of(*written: str) -> tuple[Rule, ...]:
    """Rules of counts, each by its theme, its cue and whatever else it says."""
    parts = (rule.split(" ", 2) for rule in written)
    return tuple(parse_rules("\n".join(f'[[rule]]\ncode = "{t}.a"\nname = "{c}"\ndimension = "count"\ncues = ["{c}"]\n{more}' for t, c, more in parts), "port"))


def test_what_no_word_makes_a_plan_of() -> None:
    assert said("计划完成抽查任务12家。", rules=rules_of("draws 抽查任务 unplanned = true")).by("12").aspect == "level"
    assert said("计划完成抽查任务12家。", rules=rules_of("draws 抽查任务 unplanned = false")).by("12").aspect == "target"


def test_drafts_can_be_plans() -> None:
    assert said("起草文件12件。", rules=rules_of("papers 文件 drafts_are_plans = true")).by("12").aspect == "target"
    assert said("起草文件12件。", rules=rules_of("papers 文件 drafts_are_plans = false")).by("12").aspect == "level"
    for issued in ("起草并印发文件12件。", "起草文件12件，由县政府发布。"):
        assert said(issued, rules=rules_of("papers 文件 drafts_are_plans = true")).by("12").aspect == "level"


def test_an_item_can_take_the_rule_of_its_whole() -> None:
    text = "接待来访20件，其中投诉类8件。"
    assert said(text, rules=rules_of("visits 来访 stock = false", 'calls 投诉 yields_to = ["visits"]')).by("8").code == "visits.a"
    kept = said(text, rules=rules_of("visits 来访 stock = false", 'calls 投诉 item_of = ["visits"]')).by("8")
    assert (kept.code, kept.part) == ("calls.a", True)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("exams.a", "参加考试46名，通过12名。"),
        ("exams.a", "参加考试46名，均已通过12名。"),
        (None, "参加考试46名，离队12名。"),
        (None, "参加考试6名，通过12名。"),
        (None, "参加考试46名，通过12件。"),
    ],
)
def test_a_step_of_the_figure_before(code: str | None, text: str) -> None:
    reading = said(text, rules=rules_of('exams 考试 steps = ["通过"]')).by("12")
    assert (reading.code, reading.part) == (code, code is not None)
