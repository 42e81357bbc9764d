"""Whether a figure is the office's own as a whole, or of a part: one kind, one case, one campaign.

>>> text = "检查医疗机构"; category_of(text, Span(0, 6), Span(0, 2), ("单位",))
'医疗机构'
>>> category_of("检查各类单位", Span(0, 6), Span(0, 2), ("单位",)) is None
True
"""

import regex

from extractor.indicators.frames import Frame
from extractor.spans import Span

# Words that narrow nothing: who, when, how, and nouns that every figure of the kind has.
_GENERAL = regex.compile(
    r"全年|今年|本年|年内|全市|全县|全区|全省|全局|全镇|全系统|我市|我县|我区|我省|我局|我委|我镇|本局|局|市|县|区|省|支队|大队|系统|累计|共计|共|合计|总计|已|现|各级|各类|各种|各|群众|行政|依法|组织|开展|先后|案件|事项|申请|有关|相关|部门|机关|"
    r"办理|受理|处理|接到|收到|完成|实施|进行|其中|以来|截至目前|目前|违法违规|违法|违规|行为|新增|新|件|的|了|对|向|并|和|及|与|等|达到|达|为|均|约|近|超过|超|逾|一般|日常|人员|执法|全部|工作|任务|数量|总数|总量|数|量|又|还|也|再|则|有|由|从|在|去年|上年|较|比|同比|环比|分别|[\s\d,;:、。“”()%年月日至]"
)
_CAMPAIGN = regex.compile(
    r"(?<!结合)(?:专项(?:检查|整治|行动|执法|治理|监督|排查|斗争)|(?:联合|集中|百日|统一|夜间|交叉)(?:行动|整治|治理)|“[^”]{2,12}”(?:行动|专项|整治))(?![^,;。]{0,16}为(?:抓手|契机|主线|牵引|载体|重点))"
)
_DAYS = regex.compile(r"(?:[周月日]|活动|行动)[”]?期间|当[日月天]")
_RANDOM = regex.compile(r"双随机|随机(?:监督)?抽查")
_CASE = regex.compile(r"(?:[一某][^,;:。]{0,24}案(?!件)|当事人|最大|最高|单笔|单案|某[^,;:。]{1,20}(?:公司|企业|店|项目|单位)|典型案)[^;。]*$")
_OF_CAMPAIGNS = ("penalty.", "inspection.units", "inspection.opinions", "inspection.officers")
_SEAT = regex.compile(r"本级|以[^,;。]{1,10}为被告")


def category_of(text: str, near: Span, cue: Span | None, whole: tuple[str, ...]) -> str | None:
    """The words of a clause that narrow its figure down; None where none do."""
    words = text[near.slice]
    if cue and near.start <= cue.start:
        words = text[near.start : cue.start] + "," + _between(text, cue) + "," + text[min(cue.end, near.end) : near.end]
    for word in whole:
        words = words.replace(word, "")
    left = _GENERAL.sub("", words)
    return left if len(left) >= 2 else None


def _between(text: str, cue: Span) -> str:
    """The words inside a cue of two words: 检查…家次 holds what was inspected."""
    inside = text[cue.slice]
    return inside[2:-2] if len(inside) > 4 else ""


def is_narrowed(text: str, frame: Frame, code: str) -> bool:
    """Whether the sentence tells a figure of one case, one campaign, or the seat of a government alone."""
    before = text[frame.sentence.start : frame.quantity.span.start]
    if _SEAT.search(before):
        return True
    if code.startswith("publicity."):
        return _DAYS.search(before) is not None
    if code.startswith("penalty.") and (_CASE.search(before) or _RANDOM.search(before)):
        return True
    return code.startswith(_OF_CAMPAIGNS) and _CAMPAIGN.search(before) is not None
