"""What in its sentence makes a figure a part: one campaign, one case, one institution, one kind of offender."""

import pytest

from extractor.indicators.rules import Rule, parse_rules
from tests.indicators.sentences import said


def only_objects() -> tuple[Rule, ...]:
    """One rule whose figures are parts by the object of its verb alone."""
    written = 'code = "penalty.filed"\nname = "立案数"\ndimension = "count"\ncues = ["立案", "立案查处…案件"]\nobject_is_part = true\nwhole = ["违法", "案件"]'
    return tuple(parse_rules(f"[[rule]]\n{written}\n", "port"))


PARTS = [
    "县海事部门立案12件。",
    "厅本级立案12件。",
    "市港口综合执法支队直接立案12件。",
    "“清港2021”专项行动中立案12件。",
    "开展夜间联合行动，立案12件。",
    "某船务公司无证作业，被立案12件。",
    "甲港海事分局检查船舶12艘次。",
    "在“双随机”抽查中立案12件。",
    "检查油轮12艘次。",
    "对30艘老旧油轮开展拉网式检查，发现问题9个，立案12件。",
    "对港口4起碰撞事故组织调查，立案12件。",
    "对擅自抛锚行为立案12件。",
    "对甲级码头增加检查频次，全年检查12家次。",
    "对12艘油轮逐一开展检查。",
    "对防污措施不到位的船厂给予处分，罚款12万元。",
    "港口安全大检查期间，检查船舶12艘次。",
    "组织夜查5次，其间立案12件。",
    "省级督察交办线索20条，均已办结，立案12件。",
    "“回头看”反馈问题9个，立案12件。",
    "全年抽查对象60家，立案12件。",
    "某货轮未按规定报告，处以罚款12万元。",
    "某船厂擅自排污，另处罚款12万元。",
    "发现无证行为15件，查处12件。",
    "乡镇执法人员仅有12人。",
    "现有镇街专职执法人员12名。",
    "省级督察期间，交办群众举报20件，立案12件。",
    "全年新收行政复议案件60件，以县政府为被申请人的立案12件。",
    "以省政府为被告的案件中，立案12件。",
    "对拒不靠泊并伪造单据的9家船厂立案12件。",
]
WHOLES = [
    "各部门立案12件。",
    "县港口综合执法大队检查船舶12艘次。",
    "组织“清港”专项行动，全系统共立案12件。",
    "开展规范涉企行政执法专项行动，立案12件。",
    "巡查货轮、油轮、游艇12艘次。",
    "全年立案12件。",
    "结合专项整治，全年立案12件。",
    "以专项行动为抓手，全年立案12件。",
    "我局检查船舶12艘次。",
    "全市各级检查各类船舶12艘次。",
    "截至11月底，立案12件。",
    "对全市各类单位开展检查，立案12件。",
    "对发现的问题逐一处罚款12万元。",
    "对30起轻微违法行为不予处罚；立案12件。",
    "对老旧油轮开展宣传；立案12件。",
    "针对油轮事故多发，全年立案12件。",
    "对12艘船舶逐一开展检查。",
    "发现问题15处，查处12件。",
    "对重大执法决定进行法制审核，立案12件。",
    "对新规组织学习，立案12件。",
    "对船员开展培训，立案12件。",
    "对全县各乡镇开展执法检查，立案12件。",
    "某船厂被查处，全年立案12件。",
    "省级督察交办线索20条，全年立案12件。",
    "我镇执法人员仅有12人。",
    "市、县、乡镇执法人员12人。",
    "对主动报告并消除隐患的9家船厂从宽处理，立案12件。",
    "检查货轮、油轮、游艇等12艘次。",
    "检查货轮、油轮、游艇等各类船舶12艘次。",
    "检查船舶不少于12艘次。",
    "立案12件，某些问题仍未解决。",
    "省级督察组对我局工作给予肯定，全年立案12件。",
]


@pytest.mark.parametrize("text", PARTS)
def test_one_campaign_one_case_one_kind(text: str) -> None:
    assert said(text).by("12").part


@pytest.mark.parametrize("text", WHOLES)
def test_the_whole_of_an_office(text: str) -> None:
    assert not said(text).by("12").part


def test_one_case_told_by_itself() -> None:
    assert said("1件罚款3万元。").by("3").part
    assert not said("12件罚款3万元。").by("3").part


def test_several_cases_each_told_by_itself() -> None:
    assert said("立案12件，对2艘船舶分别罚款3万元和5万元。").by("12").part is False
    assert said("立案2件分别罚款3万元和5万元。").by("2").part


OBJECTS = [
    (True, "立案查处无证作业案件12件。"),
    (True, "全年立案查处污染水域违法案件12件。"),
    (True, "立案查处违法案件9件、无证案件12件。"),
    (False, "立案查处无证、超载等案件12件。"),
    (False, "立案查处无证和超载案件12件。"),
    (False, "海事执法支队立案查处违法案件12件。"),
    (False, "全市水上交通领域立案12件。"),
]


@pytest.mark.parametrize(("part", "text"), OBJECTS)
def test_only_the_object_of_the_verb_tells_a_kind(part: bool, text: str) -> None:
    assert said(text, rules=only_objects()).by("12").part is part
