"""Names of figures that go on from the one before: the same again, its mean, its rate, the next of its list."""

import regex

from extractor.indicators.frames import JOINTS
from extractor.indicators.names_clause import joined, split_verb
from extractor.indicators.names_parts import INSPECTS, OUTCOME, VISITS
from extractor.indicators.names_suffix import uncounted
from extractor.indicators.names_words import RATES, Named, Words
from extractor.indicators.reading import Reading

_TO = regex.compile(r"(?:提高|提升|增加|增长|扩大|增|升|压缩|压减|减少|降低|下降|缩短|缩减|调减|调增|调整|减|降|缩|改)(?:到|至|为)|提至")


def is_restated(words: Words) -> Named | None:
    """提高到97%: the same thing again."""
    previous = words.previous
    return Named(previous.name, previous.noun, previous.verb) if previous is not None and _TO.match(words.near) else None


def is_paired(words: Words) -> Named | None:
    """The second of two figures for one noun: 30家156分."""
    if words.previous is None or words.reading.how != "pair" or words.behind.noun:
        return None
    return Named(uncounted(words.previous.name), words.topic, words.previous.verb)


_MEAN = regex.compile(r"(?:平均每?|每)?[人户件案起日月村次宗年]均|平均每[名个村户件起家]")


def is_mean(words: Words) -> Named | None:
    """人均45学时, 户均3.2只: the mean of what the figure before counts."""
    found = _MEAN.search(words.near)
    if found is None or words.previous is None or len(words.near[: found.start()].strip(",、 ")) > 1:
        return None
    phrase = _MEAN.sub("", words.phrase).strip("每")
    if len(phrase) > 1:
        return Named(words.topic + found.group() + phrase, words.topic) if len(phrase) < 4 else None
    if words.unit == words.previous.frame.quantity.unit:
        return Named(found.group() + uncounted(words.previous.name), words.topic)
    return Named(words.topic + found.group(), words.topic)


# --- rates and measures

_RATE = regex.compile(
    r"(?:(?:按时|按期|如期|及时|提前|群众|回访|办事|一次性?|任务|监督|考核|考试|总体|平均|网上|全程|综合|年|检查|抽查|处理|面商){0,4}"
    r"(?:可网办|网上可办|调解成功|全程网办|抽检合格|[\u4e00-\u9fff]{2})率(?:、|和|及)?){1,4}"
)
_MEASURE = regex.compile(
    r"(?:总|诉求|患方|涉及|涉案|标的|合同|中标|建筑|账面|协议|实际|兑现|到位|赔付|赔偿|占地|投入|支出|拨付|累计|处罚|惠及|单笔最高|单案|平均|承诺|办理|办结|审批|用水|点击|"
    r"阅读|浏览|受众|受教育|受益|覆盖|货值|案值|件|起|奖励|奖金){0,3}"
    r"(?:金额|总额|面积|余额|价款|点击量|阅读量|浏览量|时限|用时|时间|投入|支出|资金|款项|奖金|人数|学生|人次|受众|受益|群众|标的|金|款|拨付|单笔最高|惠及)"
)


def is_rate_of_topic(words: Words) -> Named | None:
    """A rate or measure that says nothing alone: 满意率, 标的总额."""
    if not words.topic or words.previous is None or words.behind.noun:
        return None
    if not (_RATE if words.unit in RATES else _MEASURE).fullmatch(words.phrase):
        return None
    before = uncounted(words.previous.name)
    if words.phrase.endswith("率") and before.endswith(words.phrase.removesuffix("率")):
        return Named(before + "率", words.topic)
    return Named(joined(words.topic, words.phrase), words.topic)


def is_shared_rate(words: Words) -> Named | None:
    """省、市、县分别为98%、96%、94%: the rate told before, of each."""
    if words.unit not in RATES or not words.frame.shared or words.phrase.endswith("率") or not words.rate:
        return None
    return Named(words.phrase + words.rate, words.topic)


# --- lists

_ALONE = regex.compile(r"^(?:已|现已)?(?:立|结|接|收|发)案|^办件|率$")
_MARKS = regex.compile(r"[,;(]")


def goes_on_list(words: Words) -> Named | None:
    """The next object of the verb that governs the figure before: 增配执法记录仪23台、移动终端3套."""
    previous, kind = words.previous, words.phrase
    if previous is None or not previous.verb or words.behind.noun or words.unit in ("%", "元") or not _is_object(kind):
        return None
    if not _is_next(words, previous):
        return None
    if words.unit in VISITS and INSPECTS.search(previous.verb):
        return Named(kind + previous.verb, kind, previous.verb)
    return Named(previous.verb + kind, kind, previous.verb)


def _is_object(kind: str) -> bool:
    return len(kind) > 1 and not (_ALONE.search(kind) or split_verb(kind).verb or OUTCOME.fullmatch(kind))


def _is_next(words: Words, previous: Reading) -> bool:
    """Whether a figure goes on with the list of the one before it, behind 、 or, in the same unit, behind a comma."""
    if words.reading.how == "list" or words.lead.startswith(JOINTS):
        return not _MARKS.search(words.lead)
    alike = words.unit == previous.frame.quantity.unit or previous.verb.endswith("的")
    return words.lead.startswith(",") and alike and not words.phrase.startswith(("现有", "实有"))


def is_same_again(words: Words) -> Named | None:
    """Nothing is said: the same things as before, or the rest of them."""
    rest = "其余" if words.reading.how == "rest" else ""
    return Named(rest + words.topic, words.topic) if words.topic else None
