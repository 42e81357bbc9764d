"""A name for a figure, in the words of the text, that a person understands out of context."""

from dataclasses import dataclass

import regex

from extractor.indicators.frames import Frame, is_light
from extractor.spans import Span

_LEADING = regex.compile(
    r"^(?:[\s,;:、)”’]|(?:(?:19|20)\d\d年度?|今年|本年|全年|年内|上半年|下半年|一年来|去年|目前|截[至止]目前|当年|同时|另外|此外|一是|二是|三是|四是|五是|六是|其中|以及|和|及|与|并且|并|共计|共|累计|合计|总计|先后|分别|已经|已|"
    r"均|各|还|又|也|再|则|都|仅|约|近|有|我局|我委|我市|我县|我区|我镇|我省|本局|全局|由|从|将|把|对|向|在|为|就|按照|根据|通过|按|据统计|积极|依法|认真|切实|全面|深入|持续|扎实|大力|严格|组织开展|开展|组织|进行|实施|做好|完成|实现|达到|做到|落实|推进|加强|强化))+"
)
_TRAILING = regex.compile(
    r"(?:共计|共有|共|合计|累计|总计|总数|达到|高达|多达|已达|达|均为|均达|均|分别为|分别|为|大约|约|将近|近|超过|超|逾|突破|已|现有|仅有|仅|只有|有|是|计|不低于|不少于|不超过|至少|最多|保持在|稳定在|控制在|以上|提高到|提升到|降低到|降至|压缩至|压缩为|缩短至|增至|"
    r"减少到|提高|扩大到|由|从|的|了|到|至|在|于|各|其中|等|[\s,;:、(（]|(?:19|20)\d\d年(?:度|的)?|上年的?|全年|全部|年均|也|都|并|则|和|及)+$"
)
_NOUN_BEHIND = regex.compile(r"[\u4e00-\u9fff“”《》〈〉、·A-Za-z+]{2,28}")
_BEHIND_END = regex.compile(r"(?:进行|实行|开展|全部|均|已|被|做到|实现|予以|获|得|参加|接受|，|,|到|在|落实|主动|完成).*$")
_VERB_ONLY = regex.compile(r"(?:组织|对|有|将|把|投入|安排|帮助|提出|查处|办理|受理|建立|新增|增配|设立|建成|选派|抽调|召开|举办|开展|发放|出动|检查|共|聘请|评选|培养|指导|发现|梳理|探索|入选|完善|精选|抽查|表彰|参加|承办|审查|审核|制定|修订|通过|采购|购置|发布|接收|启用)?")
_COUNTED = {"次": "次数", "份": "份数", "人次": "人次", "户次": "户次", "家次": "家次", "间次": "间次", "件次": "件次", "场次": "场次", "场": "场次", "期": "期数", "户": "户数", "辆次": "数", "元": "金额", "人": "人数", "名": "人数"}
_COMPLETE = ("率", "比例", "金额", "资金", "款", "所得", "经费", "数", "数量", "人次", "户次", "次数", "占比", "比重", "得分", "收入", "支出", "面积", "时限", "损失", "总额", "余额", "投入", "量", "额", "补助", "补偿费", "费", "标准", "均值", "间次", "家次")
_SHORT_RATE = regex.compile(r"^[\u4e00-\u9fff、]{0,9}率(?:[、和及][\u4e00-\u9fff]{0,6}率)*$")


@dataclass(frozen=True, slots=True)
class Named:
    """A name, and the noun phrase in it that figures after this one can be about."""

    name: str
    noun: str


def name_of(text: str, frame: Frame, near: Span, subject: str, verb: str) -> Named:
    """The name of a figure: ``subject`` is the noun phrase of the figure before it, ``verb`` what governs the list it stands in."""
    phrase = _trimmed(text[near.slice])
    behind = _behind(text, frame)
    if behind and (is_light(text, near) or _VERB_ONLY.fullmatch(phrase)):
        phrase = behind + phrase if phrase in ("查处", "办理", "受理", "审查", "审核", "培训") else behind
    noun = phrase
    if not phrase:
        phrase = noun = subject
    elif _SHORT_RATE.match(phrase) and subject and not phrase.startswith(subject[-4:]):
        phrase, noun = subject + phrase, subject
    elif verb and not phrase.startswith(verb):
        phrase = phrase + verb if len(verb) <= 4 else phrase
    return Named(_counted(phrase, frame.quantity.unit), noun)


def change_name(base: str) -> str:
    """The name of a rise or fall of something."""
    return base + "同比变化" if base else "同比变化"


def _trimmed(words: str) -> str:
    words = _TRAILING.sub("", _LEADING.sub("", words))
    return words.strip("“”") if words.count("“") != words.count("”") else words


def _behind(text: str, frame: Frame) -> str:
    stretch = text[frame.tail.slice].lstrip("的")
    found = _NOUN_BEHIND.match(stretch)
    return _BEHIND_END.sub("", found.group()) if found else ""


def _counted(phrase: str, unit: str) -> str:
    if unit in ("%", "‰", "百分点", "倍") or phrase.endswith(_COMPLETE):
        return phrase
    suffix = _COUNTED.get(unit, "数" if unit else "")
    return phrase if phrase.endswith(suffix) else phrase + suffix
