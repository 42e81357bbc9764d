"""The words of a figure's own clause that say of which kind it is, and so that it is a part.

>>> category_of("全年医疗机构", ("单位",))
'医疗'
>>> category_of("全年检查各类单位", ("单位", "检查")) is None
True
"""

from functools import cache

import regex

from extractor.indicators.frames import Frame
from extractor.indicators.match import Match

# Words that narrow nothing: who, when, how, and nouns that every figure of the kind has.
_GENERAL = (
    r"[省市县区](?:[\u4e00-\u9fff]{1,6})系统|全[省市县区][\u4e00-\u9fff]{2,8}(?:系统|支队|大队)|全年|今年|本年|年内|全市|全县|全区|全省|全局|全镇|全系统|我市|我县|我区|我省|我局|我委|我镇|我支队|本局|本级|市局|县局|区局|各级|各类|各种|有关|相关|群众|行政|依法|组织|开展|先后|累计|共计|合计|总计|其中|以来|截至目前|目前|"
    r"案件|事项|申请|许可|审批|投诉|举报|咨询|纠纷|合同|机构|场所|单位|企业|部门|机关|系统|人员|线索|活动|培训|问题|行为|违法违规|违法|违规|办理|受理|处理|接到|收到|完成|实施|进行|承办|执法|日常|一般|工作|任务|全部|新增|"
    r"数量|总数|总量|达到|超过|不低于|不少于|不超过|至少|约为|分别|较上年|(?:较|比)(?:上一版|上一轮|改革前|此前)|比上年|同比|环比|上年|去年|件|数|(?<![计质流])量|(?<!公)共|已|各|的|了|对|向|并|和|及|与|等|达|为|均|约(?!谈)|近(?![海视])|超(?![载限员速标范市声])|逾|又|还|也|再|则|有|由|从(?!业)|在|较|比|[\s\d,;:、。“”()%年月日至]"
)
# 律师执业、基层法律服务等行政许可 names some of what is meant, and means all.
_AND_ALL = regex.compile(r"等各?类?(?:行政许可申请|行政许可|许可|许可申请|许可事项|违规案件|违法案件|违法行为|违法违规行为|违法违规案件|案件|事项|申请)$")
# 货船、客船、码头等 tells three kinds of all that there are.
_AND_OTHERS = regex.compile(r"等[\u4e00-\u9fff]{0,8}$")
_ENOUGH_KINDS = 2
# 通过热线、信箱等渠道共接到: it came in by all ways.
_BY_ALL_WAYS = regex.compile(r"^通过[^,;:。]{2,40}等(?:多种|各类|各种|多个)?(?:渠道|方式|途径|形式|平台)")
# “某县司法”公众号推送: the office's own account is no one of several.
_OWN_ACCOUNT = regex.compile(r"^“[^“”]{2,14}”(?:微信|官方|政务|抖音|、|和)*(?:公众号|视频号|抖音号|头条号|微博|客户端)(?:、(?:公众号|视频号|抖音号|微博))*")

_SEVERAL = regex.compile(r"[、和及与]")  # 补贴方案、行政协议等 are no one kind
# 对214家民营医疗机构开展…检查: the object ends where the verb begins.
_OBJECT_END = regex.compile(r"逐[一家户个]|全部|均|依法|开展|进行|实施|组织")
# What is said of a matter begins here: how long it takes, from what to what.
_SUBJECT_END = regex.compile(r"(?:承诺|办理|办结|审批|许可)?(?:办理|办结|审批)?(?:时限|时间|期限)|承诺|平均|[由从]|法定|[压缩减]|\d")
# 持续优化营商环境行政许可网办率: what was done runs into the subject, and where it ends is not told.
_DEED = regex.compile(r"持续|优化|推行|推进|推动|落实|深化|加强|强化|提升|打造|显示|表明|大力|全面|积极|扎实|严格|依托|围绕|压减")
_BEFORE_SUBJECT = regex.compile(r"^(?:.*\d[^、]*、)?(?:[一二三四五六七八九十]{1,2}[是要])?(?:确保|力争|推动|实现|使|让|把|将)*")


def category_of(words: str, whole: tuple[str, ...]) -> str | None:
    """The words of a clause that narrow its figure down, without those of ``whole``; None where none do."""
    leading, trailing = _edges(whole)
    if _AND_ALL.search(words) or words.count("、") >= _ENOUGH_KINDS and _AND_OTHERS.search(words):
        return None
    left = trailing.sub("", leading.sub("", _OWN_ACCOUNT.sub("", _BY_ALL_WAYS.sub("", words))))
    return left if len(left) >= 2 else None


@cache
def _edges(whole: tuple[str, ...]) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    general = "|".join([*(regex.escape(word) for word in sorted(whole, key=len, reverse=True)), _GENERAL])
    return regex.compile(rf"^(?:{general})+"), regex.compile(rf"(?:{general})+$")


def category_of_object(match: Match, text: str, frame: Frame) -> str | None:
    """The words between the verb of a cue and its number, and they alone: 立案查处违法建设案件64起."""
    words, near = match.cue.before, frame.near
    if not words:
        return None
    start = match.span.start + len(words[0]) if match.span.start >= near.start else near.start
    named = text[start : near.end]
    return None if _SEVERAL.search(named) else category_of(named, match.rule.whole)


def category_of_subject(match: Match, text: str, frame: Frame) -> str | None:
    """The words that open the clause of a figure and say of which matter it is told: 诊所备案办理时间由15个工作日缩短到3个工作日."""
    words = _BEFORE_SUBJECT.sub("", text[frame.clause : max(frame.clause, match.span.start)])
    subject = _SUBJECT_END.split(words, maxsplit=1)[0]
    return None if _DEED.search(subject) else category_of(subject, match.rule.whole)


def category_by(match: Match, text: str, frame: Frame) -> str | None:
    """The words beside a cue that narrow its figure down: behind its verb, in front of its noun, or behind the number.

    A cue of a verb and a noun (检查…场所) keeps the noun, for 公共场所 are a kind where 场所 are all of them.
    """
    words, near = match.cue.before, frame.near
    if match.cue.after and near.start <= match.span.start:
        behind = category_of(_OBJECT_END.split(text[frame.quantity.span.end : match.span.end], maxsplit=1)[0], match.rule.whole)
        if behind is not None:
            return behind
    if not words:
        return category_of(text[frame.quantity.span.end : match.span.start], match.rule.whole)
    if frame.opens:
        return None
    if len(words) > 1 and near.start <= match.span.start:
        return category_of(text[match.span.start + len(words[0]) : near.end], match.rule.whole)
    beside = text[near.slice].replace(words[0], "", 1)
    if text.startswith(words[0], near.start) and beside.count("、") >= _ENOUGH_KINDS:
        return None  # 巡查商铺、工地、小区 names all that there was to see
    return category_of(beside, match.rule.whole)
