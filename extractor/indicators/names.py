"""A name for a figure, in the words of the text, that a person understands out of context.

A name is put together from what the words in front of the number say (noun_phrases), what stands behind it, the figure before
that it is about, and its unit (names_suffix). Where several ways could name a figure, the first of `_WAYS` does.
"""

from collections.abc import Callable
from dataclasses import dataclass

import regex

from extractor.indicators.frames import Frame
from extractor.indicators.names_suffix import counted, uncounted
from extractor.indicators.noun_phrases import Behind, is_deed, phrase_before, phrase_behind, shortened, split_verb
from extractor.indicators.reading import Reading
from extractor.indicators.talk import Talk


@dataclass(frozen=True, slots=True)
class Named:
    """A name; the noun in it that figures after this one can be about, and the verb that can govern them, too."""

    name: str
    noun: str = ""
    verb: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """What a figure is named from: the phrase in front of it, what is behind, the figure it follows, its whole."""

    near: str
    lead: str
    phrase: str
    behind: Behind
    frame: Frame
    reading: Reading
    previous: Reading | None
    whole: Reading | None
    rate: str = ""
    case: str = ""

    @property
    def unit(self) -> str:
        """The unit of the figure."""
        return self.frame.quantity.unit

    @property
    def topic(self) -> str:
        """What the figures before were about; empty where none stands before."""
        return self.previous.noun if self.previous else ""


def name_of(talk: Talk, frame: Frame, reading: Reading) -> Named:
    """The name of a figure that tells how much there is."""
    words = _words(talk, frame, reading)
    named = next(filter(None, (way(words) for way in _WAYS)), Named(""))
    name = _in_scope(talk, reading, counted(named.name, words.unit))
    aside = words.topic and words.lead.count("(") > words.lead.count(")")
    return Named(name, words.topic if aside else _head(named.noun), named.verb)


def _head(noun: str) -> str:
    """A noun without what is said of it: 以本局名义印发的规范性文件 is 规范性文件."""
    head = noun.rpartition("的")[2]
    return head if len(head) > 1 else noun


def change_name(subject: str, words: str, base: str) -> str:
    """The name of a rise or fall: ``subject`` stands before it, ``words`` tell it, ``base`` is the name of the figure that it may be of.

    >>> change_name("案件总数则", "案件总数则同比下降", "立案数"), change_name("", "比上年减少", "立案数")
    ('案件总数同比变化', '立案数较上年变化')
    """
    phrase = _COMPARED.sub("", phrase_before(subject))
    own = len(phrase) >= _SAYS_ENOUGH and "分别" not in words or not base
    return (phrase if own else base) + next((suffix for pattern, suffix in _AGAINST if pattern.search(words)), "变化")


_SAYS_ENOUGH = 4
_AGAINST = ((regex.compile("同比"), "同比变化"), (regex.compile("年初|年末|年底"), "较年初变化"), (regex.compile("上年|去年|年"), "较上年变化"))
_COMPARED = regex.compile(r"(?:同比|环比|相比|[较比][^,;:。]{0,12}|分别|(?<!平)均|额反而)$|^[前后]者$")


def _words(talk: Talk, frame: Frame, reading: Reading) -> Words:
    text, near = talk.words.text, talk.words.at(reading.near)
    tail = talk.words.at(frame.tail)
    if not regex.search(r"\d", talk.words.at(frame.reach)):
        tail = talk.words.at(frame.reach)
    rate = next((done.name for done in reversed(talk.levels) if "率" in done.name and not done.frame.shared), "")
    if text[frame.tail.end : frame.tail.end + 1].isdigit():
        tail = _NEXT_NOUN.sub("", tail)
    behind = phrase_behind(tail)
    apart = (behind.noun or behind.predicate) and near.rstrip().endswith((",", ";", ":", "。"))
    phrase = "" if apart else phrase_before(near)
    if frame.quantity.unit not in _RATES:
        phrase = shortened(phrase)
    return Words(
        near, talk.words.at(frame.lead), phrase, behind, frame, reading, talk.previous, _whole_of(talk, frame, reading), rate, _case(talk, frame, reading)
    )


def _case(talk: Talk, frame: Frame, reading: Reading) -> str:
    """The clause before a fine of a single case; empty where none is told."""
    clauses = regex.split("[,;。:]", talk.words.text[frame.lead.start : reading.near.start].strip(",;"))
    told = clauses[-1]
    if not (regex.search("[一某][家间名处宗起件案]|某", told) or "被" in talk.words.at(reading.near)) or len(told) < 5:
        return ""
    return _OF_ONE.sub("", told)[:24]


_NEXT_NOUN = regex.compile(r"(?:和|及|与|以及|、)[^和及与、]*$")


def _whole_of(talk: Talk, frame: Frame, reading: Reading) -> Reading | None:
    """The whole of a figure; an item that only 、 parts from one before it has the same."""
    previous = talk.previous
    lead = talk.words.at(frame.lead)
    if previous is not None and lead.startswith("(") or lead.count("(") > lead.count(")"):
        return reading.whole or previous
    if reading.whole is not None or previous is None or frame.quantity.unit != previous.frame.quantity.unit:
        return reading.whole
    if lead.startswith("、") and previous.how != "rest":
        return previous.whole
    return previous.whole or previous if "其中" in lead and previous.aspect != "change" else None


# --- the ways to a name

_TO = regex.compile(r"(?:提高|提升|增加|增长|扩大|增|升|压缩|压减|减少|降低|下降|缩短|缩减|调减|调增|调整|减|降|缩|改)(?:到|至|为)")
_SHARE = regex.compile(r"(?:约|仅)?占(?:比|总[数量])?(?:的|约|比)?.{0,8}")
_MEAN = regex.compile(r"(?:平均每?|每)?[人户件案起日月村次宗年]均|平均每[名个村户件起家]")
_RATE = regex.compile(
    r"(?:(?:按时|按期|如期|及时|提前|群众|回访|办事|一次|一次性|任务|监督|考核|考试|总体|平均|网上|全程|综合|年|监督检查|检查|抽查|处理|面商)*"
    r"(?:办结|办复|答复|满意|合格|优秀|优良|好评|完成|完结|结案|受理|回复|反馈|处理|化解|成功|调解成功|整改|履行|参学|参考|参评|参与|参训|达标|网办|可网办|网上可办|可办|全程网办|即办|持证|拆除|审核|覆盖|核查|压减|节约|纠错|"
    r"败诉|胜诉|采纳|销号|及时|签约|完好|到位|公开|查处|签收|执行|及格|通过|抽检合格|出庭|[\u4e00-\u9fff]{2})率(?:、|和|及)?)+"
)
_MEASURE = regex.compile(
    r"(?:总|诉求|患方|涉及|涉案|标的|合同|中标|建筑|账面|协议|实际|兑现|到位|赔付|赔偿|占地|投入|支出|拨付|累计|处罚|惠及|单笔最高|单案|平均|承诺|办理|办结|审批|办理时间|用水|点击|阅读|浏览|受众|受教育|受益|覆盖|货值|案值|件|起|奖励|奖金)*"
    r"(?:金额|总额|面积|余额|价款|点击量|阅读量|浏览量|时限|用时|时间|投入|支出|资金|款项|奖金|人数|学生|人次|受众|受益|群众|标的|金|款|拨付|单笔最高|惠及)"
)
_STAGE = (
    r"(?:办结|受理|审结|维持|撤销|撤案|终止|中止|驳回|撤回|胜诉|败诉|和解|调解|调成|成功|判决|确认违法|变更|责令履行|纠错|结转|准予|不予许可|不予受理|通过|化解|废止|修改|宣布失效|失效|保留|继续有效|整改到位|整改|督促整改|销号|采纳|"
    r"拆除|关停|完成|推进|核实|查实|查处|答复|公开|部分公开|不予公开|转办|移送|交办|剩余|余下|调解成功|未成功|持证|参训|参检|应检|实际参检|执结|履行|审核|审查|注销|延续|首次申领|重新申请|上报|督办|反馈|回复|处理|办理|合格|检出不合格|检出|折合)"
)
_OUTCOME = regex.compile(
    rf"(?:已|未|被|由|予以|经|均|全部|现已|已经|年底|年内|年底前|正在|尚未|拟|共|被复议机关|复议机关|复议|法院|人民法院|申请人|当事人|原告|由申请人|申请|依法|直接|仍在|后)*{_STAGE}(?:(?:和|或|或者|、|并|及)?(?:已|被|申请)?{_STAGE})*(?:申请|诉讼请求|结案|的)?"
)
_CASE_STAGE = regex.compile(r"维持|撤销|终止|中止|驳回|撤回|胜诉|败诉|审结|判决|确认违法|变更|纠错|调解|和解|调成|成功|结转|持证|参训|年检|参检|应检")
_CASE_WORD = regex.compile(r"(?<=.{3})(?:案件|申请|事项)$")
_THING = regex.compile(
    r"(?:机构|企业|单位|工商户|合作社|医院|诊所|学校|幼儿园|人员|党员|职工|教师|学生|场所|[商门食饭药]店|厂|车辆?|船舶?|船艇|文件|案件?|件|工单|证书?|书|合同|协议|意见|项目|线索|事项|集体|个人|组织|团伙?|集团|团体|设备|终端|记录仪|"
    r"站|药|种子|纠纷|街道|社区|提案|建议|罚款|所得|款|金额|费|资金|收入|金|率|群众|老人|儿童|信息|资料|人次|宣传|次数|登记|许可|检查|筛查|机|药店|建筑|工地|企业|用户|居民|专线)$"
)
_CASE = regex.compile(r"(?:件|案|工单|登记|许可|纠纷|建议|提案|事项|线索|投诉|举报|信访|合同|协议|诉讼|复议|证|书)$")
_CASES = frozenset("件 起 宗 例".split())
_RATES = frozenset({"%", "‰"})
_VISITS = frozenset("户次 家次 间次 个次 次 点次 处次 所次 厂次 店次 批次".split())
_INSPECTS = regex.compile(r"检查|巡查|监督|抽查|抽检|监测|筛查|评查")
_ALONE = regex.compile(r"^(?:已|现已)?(?:立|结|接|收|发)案|^办件|率$")
_LIST_JOINT = ("、", "和", "及", "与", "以及")


def _restated(words: Words) -> Named | None:
    """提高到97%: the same thing again."""
    if words.previous is None or not (_TO.match(words.near) or words.near.startswith("提至")):
        return None
    return Named(words.previous.name, words.previous.noun, words.previous.verb)


def _share(words: Words) -> Named | None:
    """占46%, 审批项目的33%: the share that the figure before has."""
    if words.previous is None or words.unit != "%" or not (words.reading.how in ("share", "pair") or _SHARE.fullmatch(words.near)):
        return None
    of = words.phrase if words.reading.how == "share" and not words.near.startswith("占") else ""
    part = uncounted(words.previous.name)
    return Named(part + "占" + of + "比例" if of else part + "占比", words.topic)


def _paired(words: Words) -> Named | None:
    """The second of two figures for one noun: 30家156分."""
    if words.previous is None or words.reading.how != "pair" or words.behind.noun:
        return None
    return Named(uncounted(words.previous.name), words.topic, words.previous.verb)


def _mean(words: Words) -> Named | None:
    """人均45学时, 户均3.2只: the mean of what the figure before counts."""
    found = _MEAN.search(words.near)
    if found is None or words.previous is None or len(words.near[: found.start()].strip("，,、 ")) > 1:
        return None
    phrase = _MEAN.sub("", words.phrase).strip("每")
    if len(phrase) > 1:
        return Named(words.topic + found.group() + phrase, words.topic) if len(phrase) < 4 else None
    same = words.unit == words.previous.frame.quantity.unit
    base = uncounted(words.previous.name) if same else words.topic
    return Named(found.group() + base if same else base + found.group(), words.topic)


def _item(words: Words) -> Named | None:
    """An item of a breakdown, named by its kind and the whole: 政策咨询类 of 信访 is 政策咨询类信访."""
    whole = words.whole
    kind = words.phrase
    if ";" in words.lead and len(kind) > _OWN_NOUN:
        return None
    if whole is None or not kind or words.reading.how in ("rest", "pair") or _OUTCOME.fullmatch(kind) or words.unit in _RATES:
        return None
    return Named(_of_kind(kind, whole, words.unit), whole.noun or kind, whole.verb)


_OWN_NOUN = 8


def _of_kind(kind: str, whole: Reading, unit: str) -> str:
    clause, noun, verb = split_verb(kind), whole.noun, whole.verb
    if unit in _VISITS and _INSPECTS.search(verb or noun) and not _INSPECTS.search(kind):
        return kind + (verb or noun)
    if not noun or verb and whole.name.startswith(noun + verb):
        return kind + verb
    if kind.endswith(noun[-2:]):
        return verb + kind if not clause.verb and _THING.search(kind) and len(kind) > 3 else kind[:-2] + noun
    if is_deed(kind):
        return kind
    if kind.startswith("进"):
        return noun + kind
    stands = _CASE.search(kind) if unit in _CASES else _THING.search(kind)
    return verb + kind if stands else _joined(kind, noun)


def _listed(words: Words) -> Named | None:
    """The next object of the verb that governs the figure before: 增配执法记录仪23台、移动终端3套."""
    previous, kind = words.previous, words.phrase
    if previous is None or not previous.verb or not kind or len(kind) < 2 or _ALONE.search(kind) or split_verb(kind).verb or words.behind.noun:
        return None
    if not _is_next(words, previous) or words.unit in ("%", "元") or _OUTCOME.fullmatch(kind):
        return None
    if words.unit in _VISITS and _INSPECTS.search(previous.verb):
        return Named(kind + previous.verb, kind, previous.verb)
    return Named(previous.verb + kind, kind, previous.verb)


def _is_next(words: Words, previous: Reading) -> bool:
    """Whether a figure goes on with the list of the one before it, behind 、 or, in the same unit, behind a comma."""
    if words.reading.how == "list" or words.lead.startswith(_LIST_JOINT):
        return not regex.search("[,;(]", words.lead)
    alike = words.unit == previous.frame.quantity.unit or previous.verb.endswith("的")
    return words.lead.startswith(",") and alike and not words.phrase.startswith(("现有", "实有"))


_FINE = regex.compile(r"罚款|罚没款|没收违法所得")


def _of_part(words: Words) -> Named | None:
    """What a part of the cases was fined: 一般程序处罚68件、罚款143万元; 查处非法采砂案件67起,结案58起."""
    previous = words.previous
    if previous is None:
        return None
    if words.phrase in ("立案", "结案") and words.topic.endswith("案件") and len(words.topic) > _ANY_CASE:
        return Named(words.topic + words.phrase, words.topic)
    part = uncounted(previous.name)
    follows = _FINE.fullmatch(words.phrase) and words.reading.part and previous.part and len(words.lead) < _NEXT_TO
    if not follows or previous.frame.quantity.unit not in _PARTS or part.endswith(("案", "案件")):
        return None
    return Named(part + words.phrase, words.topic)


_ANY_CASE, _NEXT_TO = 4, 5
_PARTS = frozenset("件 起 宗 例 户次".split())


def _outcome(words: Words) -> Named | None:
    """What became of the things told before: 办结3件, 维持2件."""
    noun = words.whole.noun if words.whole and words.whole.noun else words.topic
    said = words.phrase or words.behind.predicate
    if not noun or not said or words.behind.noun or not _OUTCOME.fullmatch(said):
        return None
    if words.unit in ("元", "%"):
        return Named(_joined(noun, said), noun)
    if said.startswith("持证"):
        return Named(said + _POSTED.sub("", noun), noun)
    stage = _BY_WHOM.sub("", said).removesuffix("的")
    name = _joined(_CASE_WORD.sub("", noun), stage) if _CASE_STAGE.search(stage) else stage + noun
    return Named(name, noun)


_BY_WHOM = regex.compile(r"^(?:被|由|经)*(?:复议机关|人民法院|法院)?")
_POSTED = regex.compile(r"^(?:全系统|全局|全市|全县)?(?:在岗|现有|在职|在编)*")


def _of_topic(words: Words) -> Named | None:
    """A rate or measure that says nothing alone: 满意率, 标的总额."""
    if not words.topic or words.behind.noun:
        return None
    if not (_RATE.fullmatch(words.phrase) if words.unit in ("%", "‰") else _MEASURE.fullmatch(words.phrase)):
        return None
    stem, before = words.phrase.removesuffix("率"), uncounted(words.previous.name) if words.previous else ""
    if words.phrase.endswith("率") and before.endswith(stem):
        return Named(before + "率", words.topic)
    return Named(_joined(words.topic, words.phrase), words.topic)


def _shared_rate(words: Words) -> Named | None:
    """省、市、县分别为98%、96%、94%: the rate told before, of each."""
    if words.unit not in _RATES or not words.frame.shared or words.phrase.endswith("率") or not words.rate:
        return None
    return Named(words.phrase + words.rate.removesuffix("全省").removeprefix("全省"), words.topic)


_FINED = regex.compile(r"^(?P<who>当事人|其[\u4e00-\u9fff]{2,10}?)?(?:另)?(?:被|获)?(?:处以?|罚)?(?P<what>罚款?|没收违法所得)$")
_OF_ONE = regex.compile(
    r"(?:例如|比如|如|其中|系|最[大重高]的?)?[\u4e00-\u9fff]{0,8}?一(?=[家间名处宗起件案])[家间名处宗起件案]?(?:系|是)?|某|的$|案?中?$|予以|依法|拒不[\u4e00-\u9fff]{2,6}"
)


def _of_case(words: Words) -> Named | None:
    """A fine in a single case, named by what was done: 某诊所超范围执业,被罚款3000元."""
    found = _FINED.match(words.near.strip(",")) if words.unit == "元" else None
    if found is None or not words.case:
        return None
    what = "罚款" if found["what"] == "罚" else found["what"]
    return Named(words.case + "案" + what, words.case + "案")


def _noun_behind(words: Words) -> Named | None:
    """43名行政执法人员参加考试, 疏导设置3200个摊位."""
    noun, said = words.behind.noun, words.behind.predicate
    if not noun:
        return None
    if said.startswith(("不", "免", "未", "仍", "尚", "正在")):
        name = noun + said
    else:
        name = said + noun
    front = _front(words, noun)
    name = front + (noun if front and split_verb(front).verb else name)
    noun = said.removeprefix("参加") if said.startswith("参加") else noun
    noun = words.topic if words.unit in _PLAIN_MEASURES else noun
    return Named(name + "比例" if words.unit == "%" else name, noun, split_verb(front).verb)


def _front(words: Words, noun: str) -> str:
    """What in front of the number goes with the noun behind it."""
    phrase = words.phrase
    if not phrase or words.near.endswith(("和", "及", "与", "、")) or phrase in ("组织", "安排") or len(phrase) + len(noun) > _TOGETHER and "、" not in phrase:
        return ""
    if "、" in phrase and regex.search(r"等$", words.near.rstrip("共约 ")):
        return phrase.split("、", 1)[0] + "等"
    return phrase if "、" not in phrase or len(phrase) < 12 else ""


_TOGETHER = 22


def _said_behind(words: Words) -> Named | None:
    """8人一次过关, 1件由申请人撤回: what is said of some of the things told before."""
    said = words.behind.predicate
    if words.phrase and said and words.unit in ("人次", "人", "名", "元") and split_verb(words.phrase).verb == words.phrase:
        return Named(said + words.phrase if words.unit == "元" else words.phrase + said, said)
    if words.phrase and words.phrase not in ("组织", "安排", "选派", "另", "其余") or not said:
        return None
    noun = words.topic or (words.whole.noun if words.whole else "")
    if said.startswith("参加") or not noun:
        return Named(said, said.removeprefix("参加") or noun)
    return Named(_CASE_WORD.sub("", noun) + said if not noun.endswith("人员") else said + noun, noun)


def _own(words: Words) -> Named | None:
    """What the words in front say."""
    if not words.phrase:
        return None
    clause = split_verb(words.phrase)
    if words.unit in ("", "%", "元", "分") and words.topic and not clause.object.strip():
        return Named(words.phrase, words.topic)
    if words.unit in _PLAIN_MEASURES or _MEASURED.search(words.phrase):
        return Named(words.phrase, words.topic)
    done_to = _DONE_TO.match(words.near)
    if done_to:
        return Named(words.phrase, done_to["thing"])
    noun = clause.subject + clause.object if len(clause.object) < 4 and clause.verb else clause.object
    return Named(words.phrase, noun or ("" if "案" in clause.verb else words.topic), clause.verb)


_PLAIN_MEASURES = frozenset({"", "%", "‰", "工作日", "天", "日", "小时", "分钟", "年", "个月"})
_DONE_TO = regex.compile(r"共?对(?P<thing>[\u4e00-\u9fff“”、]{2,16}?)(?:作|进行|开展)")


_MEASURED = regex.compile(r"(?:率|比例|金额|总额|时限|时间|用时|次数|浓度|面积)$")


def _like_before(words: Words) -> Named | None:
    """Nothing is said: the same things as before."""
    return Named(words.topic, words.topic) if words.topic else None


_WAYS: tuple[Callable[[Words], Named | None], ...] = (
    _restated,
    _share,
    _paired,
    _of_case,
    _mean,
    _of_part,
    _outcome,
    _item,
    _shared_rate,
    _of_topic,
    _noun_behind,
    _said_behind,
    _listed,
    _own,
    _like_before,
)


def _joined(first: str, second: str) -> str:
    """Two phrases as one, said once where the end of the first begins the second: 参保 and 参保率."""
    for size in range(min(len(first), len(second)), 1, -1):
        if first.endswith(second[:size]):
            return first + second[size:]
    return first + second


# --- campaigns and single cases

_SCOPED = ("penalty.", "inspection.units", "inspection.opinions", "inspection.officers")
_RANDOM = regex.compile(r"“?双随机[^”]{0,6}”?|国家随机监督抽查|随机监督抽查")
_CAMPAIGN = regex.compile(r"“[^”]{2,10}”(?:专项)?(?:行动|整治)|专项(?:检查|整治|行动|治理)")


def _in_scope(talk: Talk, reading: Reading, name: str) -> str:
    """A name with the campaign in front whose figures the sentence tells."""
    if not (reading.code or "").startswith(_SCOPED) or not name:
        return name
    label = next(filter(None, (_label(done) for done in reversed(talk.done))), "")
    return name if not label or label in name else label + name


_SHORT = regex.compile(r"“?双随机.*")


def _label(done: Reading) -> str:
    if done.code in ("inspection.random_units", "inspection.campaigns"):
        found = _RANDOM.search(done.name) or _CAMPAIGN.search(done.name)
        return _SHORT.sub("“双随机”", found.group()) if found else ""
    return ""
