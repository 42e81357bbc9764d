"""A small catalogue of a port office, and what is read from a sentence by it: the tests of the room do not hang on the packaged rules."""

from dataclasses import dataclass, field
from datetime import date
from functools import cache

from extractor.document import Document
from extractor.indicators.find import Findings, Page, find_indicators
from extractor.indicators.frames import Frame, find_frames
from extractor.indicators.reading import Reading
from extractor.indicators.rules import Rule, parse_rules
from extractor.numbers.lexer import find_numerals
from extractor.numbers.periods import Reported
from extractor.outline.headings import Outline
from extractor.outline.tables import find_tables
from extractor.spans import Span

CATALOGUE = """
[[rule]]
code = "inspection.units"
name = "检查数"
dimension = "count"
units = ["艘次", "艘", "家次", "家", "户次", "处"]
cues = ["检查", "检查…船舶", "检查…码头", "巡查", "#艘次…检查", "对#检查"]
excludes = ["被检查"]
narrowed_by = ["campaign", "institution", "object"]
modifier_is_part = true
whole = ["船舶", "码头"]

[[rule]]
code = "inspection.officers"
name = "出动人次"
dimension = "count"
units = ["人次"]
cues = ["出动", "出动…人员"]
narrowed_by = ["campaign", "institution"]

[[rule]]
code = "penalty.filed"
name = "立案数"
dimension = "count"
units = ["件", "起"]
cues = ["立案", "立案查处", "#起…立案", "查处"]
zero_cues = ["立案"]
follows = ["penalty", "inspection.units"]
follows_items = true
narrowed_by = ["assigned", "campaign", "case", "found", "institution", "object", "random"]
modifier_is_part = true
whole = ["违法", "案件", "查处", "水上交通"]

[[rule]]
code = "penalty.closed"
name = "结案数"
dimension = "count"
units = ["件", "起"]
cues = ["结案", "办结…案件"]
follows = ["penalty", "inspection.units"]
follows_items = true
narrowed_by = ["assigned", "campaign", "case", "found", "institution", "object", "random"]

[[rule]]
code = "penalty.fines"
name = "罚款金额"
dimension = "money"
cues = ["罚款", "处罚款"]
follows = ["penalty", "inspection.units"]
follows_items = true
narrowed_by = ["assigned", "campaign", "case", "found", "institution", "object", "random"]

[[rule]]
code = "review.cases"
follows = ["review"]
name = "行政复议案件数"
dimension = "count"
units = ["件", "起"]
cues = ["行政复议", "行政复议案件"]
stages = ["行政复议…撤销"]
zero_cues = ["行政复议", "行政复议案件"]

[[rule]]
code = "litigation.cases"
follows = ["litigation"]
name = "行政诉讼案件数"
dimension = "count"
units = ["件", "起"]
cues = ["行政诉讼", "行政诉讼案件"]
zero_cues = ["行政诉讼", "行政诉讼案件"]

[[rule]]
code = "approval.accepted"
name = "许可申请受理数"
dimension = "count"
units = ["件"]
cues = ["受理", "受理…申请"]
topics = ["许可", "审批"]
share = "approval.online_rate"
modifier_is_part = true
whole = ["许可", "申请"]

[[rule]]
code = "approval.online_rate"
name = "网办率"
dimension = "rate"
cues = ["网办率"]
follows = ["approval.accepted"]

[[rule]]
code = "approval.completed"
name = "办结数"
dimension = "count"
units = ["件"]
cues = ["准予", "不予许可"]
follows = ["approval.accepted", "approval.completed"]

[[rule]]
code = "complaint.total"
name = "投诉数"
dimension = "count"
units = ["件"]
cues = ["受理…投诉", "投诉"]
stages = ["答复"]
topics = ["投诉", "信访"]
follows = ["complaint", "petition"]
modifier_is_part = true

[[rule]]
code = "complaint.satisfaction_rate"
name = "满意率"
dimension = "rate"
cues = ["满意率"]
topics = ["投诉"]
subject_is_part = true
whole = ["投诉"]
follows = ["complaint", "petition"]

[[rule]]
code = "service.days"
name = "平均用时"
dimension = "duration"
units = ["工作日"]
cues = ["平均用时", "时限"]

[[rule]]
code = "service.promised"
name = "承诺时限"
dimension = "duration"
units = ["工作日"]
cues = ["承诺时限", "审批时限", "缩短至", "压缩到"]
subject_is_part = true
whole = ["审批", "全部"]

[[rule]]
code = "officer.total"
name = "执法人员数"
dimension = "count"
units = ["人", "名"]
cues = ["执法人员", "#执法人员"]
narrowed_by = ["townships"]
stock = true

[[rule]]
code = "consultation.total"
name = "咨询数"
dimension = "count"
units = ["件"]
cues = ["咨询"]
item_of = ["complaint"]

[[rule]]
code = "publicity.materials"
name = "宣传资料数"
dimension = "count"
units = ["份"]
cues = ["发放…资料", "发放", "#份…资料"]
"""


@cache
def port_rules() -> tuple[Rule, ...]:
    """The rules of the port office."""
    return tuple(parse_rules(CATALOGUE, "port"))


@dataclass(frozen=True, slots=True)
class Said:
    """What is made of one text: its findings, and the view that their spans lie in."""

    document: Document
    findings: Findings
    readings: list[Reading] = field(default_factory=list)

    def at(self, span: Span) -> str:
        """What stands at a span of the view."""
        return self.document.view.text[span.slice]

    def by(self, digits: str) -> Reading:
        """The reading of the number that is written so; the first of several."""
        return next(reading for reading in self.readings if self.at(reading.frame.quantity.digits) == digits)


def said(text: str, year: int | None = 2021, signed: date | None = None, rules: tuple[Rule, ...] | None = None) -> Said:
    """What a text on a year states, by the rules of the port office."""
    document = Document.of(text)
    view = document.view.text
    body = Span(0, len(view))
    outline = Outline.of(view, body)
    tables = find_tables(document, body)
    numerals = find_numerals(view, [heading.label for heading in outline.headings], tables)
    page = Page(view, body, outline, Reported(year, signed) if year else None, tables)
    findings = find_indicators(page, numerals, rules or port_rules())
    return Said(document, findings, findings.readings)


def frames_of(text: str) -> tuple[str, list[Frame]]:
    """The view of a text and the frames of its quantities."""
    view = Document.of(text).view.text
    quantities = [numeral.quantity for numeral in find_numerals(view) if numeral.quantity]
    return view, find_frames(view, quantities, Span(0, len(view)))
