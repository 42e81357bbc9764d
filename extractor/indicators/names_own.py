"""Names from a figure's own words: those in front of it, and those behind."""

import regex

from extractor.indicators.names_clause import split_verb
from extractor.indicators.names_parts import without_case_word
from extractor.indicators.names_words import Named, Words

# Units of what is measured and not counted: no figure after is about a time or a rate.
_MEASURES = frozenset({"", "%", "‰", "工作日", "天", "日", "小时", "分钟", "年", "个月"})
_MEASURED = regex.compile(r"(?:率|比例|金额|总额|时限|时间|用时|次数|浓度|面积)$")
_DONE_TO = regex.compile(r"共?对(?P<thing>[\u4e00-\u9fff“”、]{2,16}?)(?:作|进行|开展)")
_SAID_LONGEST = 14
_SENDS = frozenset({"组织", "安排", "选派"})


def of_own_words(words: Words) -> Named | None:
    """What the words in front say."""
    if not words.phrase:
        return None
    clause, done_to = split_verb(words.phrase), _DONE_TO.match(words.near)
    if words.unit in _MEASURES or _MEASURED.search(words.phrase) or words.unit in ("元", "分") and words.topic and not clause.object:
        return Named(words.phrase, words.topic)
    if done_to:
        return Named(words.phrase, done_to["thing"])
    noun = clause.subject + clause.object if len(clause.object) < 4 and clause.verb else clause.object
    return Named(words.phrase, noun or ("" if "案" in clause.verb else words.topic), clause.verb)


# --- behind the number

_TOGETHER = 22
_FEW = 12


def of_noun_behind(words: Words) -> Named | None:
    """43名行政执法人员参加考试, 疏导设置3200个摊位."""
    noun, said = words.behind.noun, words.behind.predicate
    if not noun:
        return None
    front = _front(words, noun)
    verb = split_verb(front).verb
    name = front + (noun if verb else noun + said if said.startswith(("不", "免", "未", "仍", "尚", "正在")) else said + noun)
    topic = said.removeprefix("参加") if said.startswith("参加") else noun
    return Named(name + "比例" if words.unit == "%" else name, words.topic if words.unit in _MEASURES else topic, verb)


def _front(words: Words, noun: str) -> str:
    """What in front of the number goes with the noun behind it."""
    phrase = words.phrase
    if phrase in _SENDS or words.near.endswith(("和", "及", "与", "、")):
        return ""
    if "、" not in phrase:
        return phrase if len(phrase) + len(noun) <= _TOGETHER else ""
    if words.near.rstrip("共约 ").endswith("等"):
        return phrase.split("、", 1)[0] + "等"
    return phrase if len(phrase) < _FEW else ""


def of_what_is_said(words: Words) -> Named | None:
    """8人一次过关, 1件由申请人撤回: what is said of some of the things told before."""
    said, phrase = words.behind.predicate, words.phrase
    if not said or len(said) > _SAID_LONGEST:
        return None
    if phrase and words.unit in ("人次", "人", "名", "元") and split_verb(phrase).verb == phrase:
        return Named(said + phrase if words.unit == "元" else phrase + said, said)
    if phrase and phrase not in _SENDS and phrase not in ("另", "其余"):
        return None
    noun = words.topic or (words.whole.noun if words.whole else "")
    if said.startswith("参加") or not noun:
        return Named(said, said.removeprefix("参加"))
    return Named(said + noun if noun.endswith("人员") else without_case_word(noun) + said, noun)


# --- single cases

_FINED = regex.compile(r"^(?:当事人|其[\u4e00-\u9fff]{2,10}?)?(?:另)?(?:被|获)?(?:处以?|罚)?(?P<what>罚款?|没收违法所得)$")
_ONE = regex.compile(r"[一某][家间名处宗起件案]|某")
_LEFT_OUT = regex.compile(r"^(?:例如|比如|其中)|^.{0,20}一[宗起件案](?:系|是)|一[家间名处宗起件案]|某|的$|案?中?$|予以|依法|[且并]?拒不[\u4e00-\u9fff]{2,6}")
_CLAUSE = regex.compile(r"[,;。:、]")
_LONGEST = 24


def of_case(words: Words) -> Named | None:
    """A fine in a single case, named by what was done: 某诊所超范围执业,被罚款3000元."""
    found = _FINED.match(words.near.strip(",")) if words.unit == "元" else None
    told = _told_before(words) if found else ""
    if found is None or len(told) < 5 or not (_ONE.search(told) or "被" in words.near):
        return None
    case = _LEFT_OUT.sub("", told)[:_LONGEST] + "案"
    return Named(case + ("罚款" if found["what"] == "罚" else found["what"]), case)


def _told_before(words: Words) -> str:
    """The clause in front of the one that tells the fine."""
    before = words.lead.removesuffix(words.near).strip(",;")[-60:]
    return next((clause for clause in reversed(_CLAUSE.split(before)) if len(clause) > 4 and not clause.startswith("拒不")), "")
