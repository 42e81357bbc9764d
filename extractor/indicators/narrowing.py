"""What in its sentence makes a figure a part of the office's own: one case, one campaign, one institution, one kind of offender.

Which of these a rule can be told by is said in the catalogue (``narrowed_by``).
"""

from collections.abc import Callable
from dataclasses import dataclass

import regex

from extractor.indicators.frames import Frame
from extractor.indicators.parts import category_of
from extractor.indicators.rules import Rule

_CAMPAIGN = regex.compile(
    r"(?:(?<!规范涉企行政执法)专项(?:检查|整治|行动|执法|治理|监督|排查|斗争)|(?:联合|集中|百日|统一|夜间|交叉)(?:行动|整治|治理)|大(?:检查|排查|整治)(?=期间|行动|中)|(?<=[,;])(?:其间|在此期间)|“[^”]{2,12}”(?:系列)?(?:行动|专项|整治))(?![^,;。]{0,16}为(?:抓手|契机|主线|牵引|载体|重点))"
)
_YEAR = regex.compile(r"(?<=[,。]|^)(?:全年|今年以来|一年来|本年度)")
# 开展“守护”专项行动,全系统立案120件: all cases are told, not those of the campaign.
_ALL_OFFICES = regex.compile(r"(?<=[,。])全(?:系统|局|市系统|县系统|区系统)(?=[共累立查检出办作])")
# 督察交办信访件186件: what became of them is no more than that.
_ASSIGNED = regex.compile(r"(?:督察|巡视|巡察|督查|审计|“[^”]{2,8}”)(?:期间,)?[^,;。]{0,12}(?:交办|转办|移交|反馈)[^,;。]{0,12}\d")
# 发现占路行为326起,查处321起: the outcome of a stated count.
_FOUND = regex.compile(r"(?:发现|查出|摸排出)[^,;。\d]{0,20}\d[\d,.]*[余多]?(?P<unit>[件起处宗例家])[,、](?:已|共|均|全部|依法)*(?:查处|查办|处罚)$")
# 环保部门出动执法人员60人次: one department of those that a government has.
_DEPARTMENT = regex.compile(
    r"(?:^|[,;:。])(?!各|多|跨|有关|相关|职能|业务|主管|责任|上级|行政|执法|审批|监管|综合|牵头)[\u4e00-\u9fff]{2,8}部门(?=出动|查处|查办|立案|检查|办理|受理|作出|共|累计|全年|开展)"
)
# 镇街专职执法人员19人: those of the offices below.
_TOWNSHIPS = regex.compile(r"(?<![全我本市县区、和])(?:镇街|街镇|乡镇|镇\(街道?\))(?![及和、])[^,;。]{0,8}(?:人员|骨干|干部|队员)")
_DAYS = regex.compile(r"(?:[周月日]|活动|行动)[”]?期间|当[日月天]")
_RANDOM = regex.compile(r"双随机|随机(?:监督)?抽查|抽查对象")
_CASE = regex.compile(r"(?:[一某][^,;:。]{0,24}案(?!件)|当事人|最大|最高|单笔|单案|某(?![些种类])[^,;:。]{1,20}|典型案)[^;。]*$")
_ONE = regex.compile(r"(?:^|[,;。])(?:其中|另|有)?(?:1|一)[件起宗例家名](?!次)[^,;。]{0,12}(?:、[^,;。]{0,12})?$")
# 对2家企业分别罚款2万元和5万元: each of them is told by itself.
_EACH_FINED = regex.compile(r"[^,;:。\d]{0,10}(?:分别|各|依次)(?:被|处以?|并处)*罚款")
_FINED = regex.compile(r"(?:被|处以?|并处)?罚款")
# 对辖区民营诊所开展检查, 对擅自开挖道路行为作出警告: what is done in the sentence is done to them.
_TOWARDS = regex.compile(
    r"(?<![针面应绝反核比相校])对(?P<object>[^,;。:]{2,40}?)(?:逐[一家户个]|全部|均|依法|分别)*(?<![不免][予于])"
    r"(?:(?:开展|进行|实施|组织)(?:了|全面|全覆盖)*[^,;。]{0,8}?(?:检查|巡查|排查|清查|抽查|督查|暗访|核查|复核|调查|整治|稽查|抽检)|"
    r"现场(?:复核|核查|检查)|作出(?!不予|免予)|给予|予以|立案|处以|罚款|警告|处罚|监督抽检|监督检查|执法检查|增加检查|加大检查)"
)
_COUNTED = regex.compile(r"\d[\d,.]*[余多]?万?[余多]?(?:[件起家户个名人处项次所间宗例])?")
_OF_ALL = (
    "辖区", "违法", "违法违规", "问题", "隐患", "发现", "存在", "涉嫌", "单位", "企业", "当事人", "主体", "责任", "经营", "市场", "生产", "检查", "检查中", "中", "执法",
    "管理", "相对人", "所有", "领域", "重点", "突出", "涉企", "线索", "上述", "拒不整改", "整改不到位", "逾期未整改", "轻微", "首次", "初次", "情节", "社会", "以上",
    "乡镇", "街道", "镇街", "镇", "区县", "县区", "地区", "辖区内", "重大", "决定", "处罚", "案卷", "文书", "文件", "制度",
)  # fmt: skip
# 对未按规定开具的11家生产主体给予警告: of those who broke one rule.
_OFFENDERS = regex.compile(
    r"(?:^|[,;。])对(?![^,;。\d]{0,12}(?:轻微|首次|初次|主动|及时))[^,;。\d]{4,30}的(?:\d|$)|"
    r"对[^,;。]{0,20}(?:不到位|未按|未经|拒不|擅自|违反)[^,;。]{0,20}的[^,;。]{2,12}(?:进行|实施|作出|给予|予以)"
)
# 结合…专项行动, 以…为抓手 tell how the work was done, not of what its figures are.
_LENT = regex.compile(r"(?:结合|围绕|按照|根据|依托|以)[^,;。]{0,24}$")
_SEAT = regex.compile(r"(?:政府|[局厅委])本级(?!财政)")
# 全县行政诉讼案件310件,以县政府为被告的19件: where none of the place was told before, those of a county are all that its report has.
_AS_PARTY = regex.compile(
    r"以[^,;。]{0,4}(?:[省市]|自治区)(?:人民)?政府为被(?:告|申请人)|(?:诉讼|应诉|复议)[^,;。]{0,8}\d[^;。]*以[^,;。]{0,4}政府为被(?:告|申请人)"
)
# One institution of the office or under it: 海事执法支队检查船舶…. A dispute committee is none, its figures are the office's; so are
# those of all that the place has (全市农业综合行政执法支队), and of the one that does all its enforcement (县农业综合执法大队), unless
# others do too (市农业综合执法支队直接立案).
_INSTITUTION = regex.compile(
    r"[\u4e00-\u9fff]{2}(?<!综合执法|综合行政执法)(?:支队|大队|中队|分局|监督所|监察所|管理站|监督站|质监站)(?<!全[省市县区][\u4e00-\u9fff]{2,14})(?![^,;:。]{0,3}(?:共同|联合))|"
    r"综合(?:行政)?执法(?:支队|大队)(?:本级)?(?:直接|自行|自办)"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """A figure in its sentence."""

    text: str
    frame: Frame

    @property
    def before(self) -> str:
        """The words of the sentence in front of the figure."""
        return self.text[self.frame.sentence.start : self.frame.quantity.span.start]

    @property
    def run(self) -> str:
        """The same from the last semicolon on."""
        return self.before.rpartition(";")[2]

    @property
    def told(self) -> str:
        """The same from where the talk was last of the whole year: 某公司被查处,全年立案30件 counts more than that company."""
        return _YEAR.split(self.run)[-1]


def is_narrowed(text: str, frame: Frame, rule: Rule) -> bool:
    """Whether the sentence tells a figure of a part alone, in one of the ways that its rule knows; the seat of a government is one for all."""
    setting = Setting(text, frame)
    return _SEAT.search(setting.run) is not None or _AS_PARTY.search(setting.run) is not None or any(_WAYS[way](setting) for way in rule.narrowed_by)


def _by_assigned(setting: Setting) -> bool:
    return _ASSIGNED.search(setting.told) is not None


def _by_campaign(setting: Setting) -> bool:
    before = _YEAR.split(_ALL_OFFICES.split(setting.before)[-1])[-1]
    return any(_LENT.search(before[: found.start()]) is None for found in _CAMPAIGN.finditer(before))


def _by_case(setting: Setting) -> bool:
    return _CASE.search(_YEAR.split(setting.before)[-1]) is not None or _is_one_case(setting.text, setting.frame)


def _is_one_case(text: str, frame: Frame) -> bool:
    """Whether a figure is that of one case told by itself: 1件罚款3万元、没收违法所得2万元."""
    if frame.quantity.dimension == "money":
        return _ONE.search(text, frame.sentence.start, frame.quantity.span.start) is not None
    if _EACH_FINED.match(text, frame.quantity.span.end):
        return True
    return frame.quantity.value == 1 and _FINED.match(text, frame.quantity.span.end) is not None


def _by_days(setting: Setting) -> bool:
    return _DAYS.search(setting.told) is not None and "全年" not in setting.text[setting.frame.clause : setting.frame.near.end]


def _by_found(setting: Setting) -> bool:
    found = _FOUND.search(setting.run)
    return found is not None and found["unit"] == setting.frame.quantity.unit


def _by_institution(setting: Setting) -> bool:
    text, frame = setting.text, setting.frame
    return _INSTITUTION.search(text, frame.clause, frame.near.end) is not None or _DEPARTMENT.search(setting.run) is not None


def _by_object(setting: Setting) -> bool:
    return _OFFENDERS.search(setting.run) is not None or any(_is_kind(found["object"]) for found in _TOWARDS.finditer(setting.run))


def _is_kind(words: str) -> bool:
    """Whether the object of a clause is one kind of those that an office has to do with."""
    return category_of(_COUNTED.sub("", words), _OF_ALL) is not None


def _by_random(setting: Setting) -> bool:
    return _RANDOM.search(setting.run) is not None


def _by_townships(setting: Setting) -> bool:
    return any(_TOWNSHIPS.search(setting.text, *span) for span in (setting.frame.near, setting.frame.tail))


# By the words of ``narrowed_by``.
_WAYS: dict[str, Callable[[Setting], bool]] = {
    "assigned": _by_assigned,
    "campaign": _by_campaign,
    "case": _by_case,
    "days": _by_days,
    "found": _by_found,
    "institution": _by_institution,
    "object": _by_object,
    "random": _by_random,
    "townships": _by_townships,
}
