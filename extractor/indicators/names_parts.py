"""Names of figures that are part of one told before: items of breakdowns, outcomes, shares, fines."""

import regex

from extractor.indicators.names_clause import is_deed, joined, split_verb
from extractor.indicators.names_suffix import uncounted
from extractor.indicators.names_words import RATES, Named, Words
from extractor.indicators.reading import Reading

# --- shares

_SHARE = regex.compile(r"(?:约|仅)?占(?:比|总[数量])?(?:的|约|比)?.{0,8}")


def is_share(words: Words) -> Named | None:
    """占46%, 审批项目的33%: the share that the figure before has."""
    how = words.reading.how
    if words.previous is None or words.unit != "%" or not (how in ("share", "pair") or _SHARE.fullmatch(words.near)):
        return None
    of = words.phrase if how == "share" and not words.near.startswith("占") else ""
    part = uncounted(words.previous.name)
    return Named(f"{part}占{of}比例" if of else part + "占比", words.topic)


# --- outcomes

_STAGE = (
    r"(?:办结|受理|审结|维持|撤销|撤案|终止|中止|驳回|撤回|胜诉|败诉|和解|调解|调成|成功|判决|确认违法|变更|责令履行|纠错|结转|准予|不予许可|不予受理|通过|"
    r"化解|废止|修改|宣布失效|失效|保留|继续有效|整改到位|整改|督促整改|销号|采纳|拆除|关停|完成|推进|核实|查实|查处|答复|公开|部分公开|不予公开|转办|移送|"
    r"交办|剩余|余下|未成功|持证|参训|参检|应检|实际参检|执结|履行|审核|审查|注销|延续|首次申领|重新申请|上报|督办|反馈|回复|处理|办理|合格|检出不合格|检出|折合)"
)
_BEFORE_STAGE = (
    r"(?:已|未|被|由|予以|经|均|全部|现已|已经|年底|年内|年底前|正在|尚未|拟|共|复议机关|复议|人民法院|法院|申请人|当事人|原告|申请|依法|直接|仍在|后)"
)
OUTCOME = regex.compile(rf"{_BEFORE_STAGE}{{0,3}}{_STAGE}(?:(?:和|或|或者|、|并|及)?(?:已|被|申请)?{_STAGE}){{0,4}}(?:申请|诉讼请求|结案|的)?")
# What a case comes to stands behind it (行政复议维持), what is done to a thing in front of it (废止规范性文件).
_OF_CASES = regex.compile(r"维持|撤销|终止|中止|驳回|撤回|胜诉|败诉|审结|判决|确认违法|变更|纠错|调解|和解|调成|成功|结转|参训|年检|参检|应检")
_BY_WHOM = regex.compile(r"^(?:被|由|经)*(?:复议机关|人民法院|法院)?")
_POSTED = regex.compile(r"^(?:全系统|全局|全市|全县)?(?:在岗|现有|在职|在编)*")
_CASE_WORD = regex.compile(r"(?<=.{3})(?:案件|申请|事项)$")


def without_case_word(noun: str) -> str:
    """行政复议案件 as 行政复议; what would be too short stays as it is."""
    return _CASE_WORD.sub("", noun)


def is_outcome(words: Words) -> Named | None:
    """What became of the things told before: 办结3件, 维持2件."""
    noun = words.whole.noun if words.whole and words.whole.noun else words.topic
    said = words.phrase or words.behind.predicate
    if not noun or not said or words.behind.noun or not OUTCOME.fullmatch(said):
        return None
    if words.unit in ("元", "%"):
        return Named(joined(noun, said), noun)
    if said.startswith("持证"):
        return Named(said + _POSTED.sub("", noun), noun)
    stage = _BY_WHOM.sub("", said).removesuffix("的")
    return Named(joined(without_case_word(noun), stage) if _OF_CASES.search(stage) else stage + noun, noun)


# --- fines and closed cases of a part

_FINE = regex.compile(r"罚款|罚没款|没收违法所得")
_CASES_OF = frozenset("件 起 宗 例 户次".split())
_ANY_CASE, _NEXT_TO = len("违法案件"), 5


def is_fine_of_part(words: Words) -> Named | None:
    """What a part of the cases was fined: 一般程序处罚68件、罚款143万元; 查处非法采砂案件67起,结案58起."""
    previous = words.previous
    if previous is None:
        return None
    if words.phrase in ("立案", "结案") and words.topic.endswith("案件") and len(words.topic) > _ANY_CASE:
        return Named(words.topic + words.phrase, words.topic)
    part = uncounted(previous.name)
    follows = _FINE.fullmatch(words.phrase) and words.reading.part and previous.part and len(words.lead) < _NEXT_TO
    if not follows or previous.frame.quantity.unit not in _CASES_OF or part.endswith(("案", "案件", words.phrase)):
        return None
    return Named(part + words.phrase, words.topic)


# --- items

# Kinds that say by themselves what is counted; in a unit of cases only a kind of case does.
_THING = regex.compile(
    r"(?:机构|企业|单位|工商户|合作社|医院|诊所|学校|幼儿园|人员|党员|职工|教师|学生|场所|[商门食饭药]店|厂|车辆?|船舶?|船艇|文件|案件?|件|工单|证书?|书|合同|协议|意见|"
    r"项目|线索|事项|集体|个人|组织|团伙?|集团|团体|设备|终端|记录仪|站|药|种子|纠纷|街道|社区|提案|建议|罚款|所得|款|金额|费|资金|收入|金|率|群众|老人|儿童|信息|资料|"
    r"人次|宣传|次数|登记|许可|检查|筛查|机|建筑|工地|用户|居民|专线)$"
)
_KIND_OF_CASE = regex.compile(r"(?:件|案|工单|登记|许可|纠纷|建议|提案|事项|线索|投诉|举报|信访|合同|协议|诉讼|复议|证|书)$")
_CASES = frozenset("件 起 宗 例".split())
VISITS = frozenset("户次 家次 间次 个次 次 点次 处次 所次 厂次 店次 批次".split())
INSPECTS = regex.compile(r"检查|巡查|监督|抽查|抽检|监测|筛查|评查")
_OWN_NOUN = 8  # a kind longer than this, behind a semicolon, is a thing of its own


def is_item(words: Words) -> Named | None:
    """An item of a breakdown, named by its kind and the whole: 政策咨询类 of 信访 is 政策咨询类信访."""
    whole, kind = words.whole, words.phrase
    if whole is None or not kind or ";" in words.lead and len(kind) > _OWN_NOUN:
        return None
    if words.reading.how in ("rest", "pair") or OUTCOME.fullmatch(kind) or words.unit in RATES:
        return None
    return Named(_of_kind(kind, whole, words.unit), whole.noun or kind, whole.verb)


def _of_kind(kind: str, whole: Reading, unit: str) -> str:
    noun, verb = whole.noun, whole.verb
    if unit in VISITS and INSPECTS.search(verb or noun) and not INSPECTS.search(kind):
        return kind + (verb or noun)
    if not noun or verb and whole.name.startswith(noun + verb):
        return kind + verb
    if kind.endswith(noun[-2:]):
        return verb + kind if not split_verb(kind).verb and _THING.search(kind) and len(kind) > 3 else kind[:-2] + noun
    if is_deed(kind):
        return kind
    if kind.startswith("进"):
        return noun + kind
    alone = _KIND_OF_CASE.search(kind) if unit in _CASES else _THING.search(kind)
    return verb + kind if alone else joined(kind, noun)
