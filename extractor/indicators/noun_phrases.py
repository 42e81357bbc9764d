"""The words in front of a number that say what it counts, rid of what says nothing.

>>> phrase_before("截至目前,全市共受理物业投诉"), phrase_before("家庭医生签约约")
('受理物业投诉', '家庭医生签约')
"""

import regex

from extractor.indicators.names_clause import VERB, VERBS, balanced, split_verb
from extractor.indicators.names_cut import cut

_MONTH = r"(?:1[0-2]|[1-9])月(?:[1-3]?\d日|份)?"
_DATE = rf"(?:(?:19|20)\d\d年(?:度|{_MONTH})?|{_MONTH})"
_UNTIL = rf"(?:[至到—\-~]+(?:{_DATE}|[1-3]?\d日))?"
_TIME = rf"(?:自|从|截[至止])?(?:{_DATE}{_UNTIL}(?:底|末|初|前|以来|起|的|期间)?|\d+[—\-至]\d+月)"
_WHEN = rf"{_TIME}|今年(?:以来)?|本年度?|全年|年内|年中|年底前?|年末|年初|上半年|下半年|一年来|近年来|去年|上年|目前|截[至止](?:目前|年底)|当年|当月|本月|期间|一年来"
_WHO = r"[我本](?:们|局|委|市|县|区|镇|乡|省|街道|办|院|厅|队|单位|系统|部门|支队)|全(?:市|县|区|镇|乡|局|系统)(?=[^体面])|(?:市|县|区)局(?=[\u4e00-\u9fff]{4})(?!为)"
_ORDER = r"其余的?|另有|余下的?|[一二三四五六七八九十]{1,2}[是要]|\(?[一二三四五六七八九十\d]{1,2}[)、.](?![一二三四]季)|含(?=[\u4e00-\u9fff]{2})|其中|同时|另外|此外|据统计|经统计|初步统计|以及|并且|包括"
_ADVERB = (
    r"共计|总共|一共|累计(?!办件)|合计|总计|先后|分别|已经|积极|依法|认真|切实|全面|深入|持续|扎实|大力|严格|及时|圆满|妥善|有效|不断|稳步|迅速|牵头|成功(?=[\u4e00-\u9fff]{3})|现有(?!在职)|共有|拥有|"
    r"逐步|一揽子|集中(?=清理|整治)|再次|努力|力争|推动(?=[\u4e00-\u9fff]{4})"
)
_LIGHT_VERB = r"(?:荣获|获得)(?=.{2,6}表彰)|组织开展|开展了?|组织(?!机构|生活|化|部|法|领导|听证)|举办了?|召开|主持召开|进行|完成了?(?![率度])|做好|做到|实现(?!率)|落实(?![率情])|探索|办(?=培训|法治|学习)"
_FRONT = regex.compile(rf"(?:[\s,;:、。)”’的]|{_WHEN}|{_WHO}|{_ORDER}|{_ADVERB}|{_LIGHT_VERB}|各类|各级各类|各种|一批)+")
_FRONT_CHARS = frozenset("共各已均约近有对将把从由在于了并和及又也还再则都仅只其达就因中里余另被经即")
_RESULT_END = rf"(?:由|从|比|较|同)(?:{_WHEN}|法定|原来|原先)(?:的|同期|每人每月|每人每年|人均|近|约)*"
_BACK = regex.compile(
    rf"(?:[\s,;:、,(“]|{_RESULT_END}|共计|共有|合计|累计|总计|分别为?|依次为?|达到|高达|多达|均达|均为|大约|约为|将近|接近|超过|突破|仅有|仅为|只有|不低于|不少于|不超过|不得少于|至少|"
    r"保持在?|继续保持|稳定在|控制在|提高到?|提升[到至]?|降低到|降至|升至|压缩[至为到]|缩短[至为到]|压减[至为到]|增加到|增至|减少到|扩大到|调整[为到]|分[为成]|力争|确保|要求|以上|其中|"
    rf"{_TIME}|全年|上年|去年|年均|包括|不足|反而|占到)+$"
)
# The last characters of all that _BACK finds: most phrases end in none of them.
_BACK_ENDS = frozenset(" ,;:、(“计有别为到达约近过破于少多持在高升至低成争保求上中数年度月日份底末初前来起的间均括足而先定后号")
_BACK_CHARS = frozenset("共达均为约近超逾已有是计由从的了到至在于各也都并则和及与占余等仅只对含以")
_MARK = regex.compile("[,;。:]")
_CLAUSE_MARK = regex.compile(r"“[^”]*”(*SKIP)(*FAIL)|[,;。:]")
_IN_BRACKETS = regex.compile(r"\([^()]*\d[^()]*\)|\([^()]*$")
_RUN_IN = regex.compile(r"^.{2,}?(?:全[年市县区镇]|当年|今年|本年)(?=[\u4e00-\u9fff“”、\d]{4,}$)")
_CHANNELS = regex.compile(rf"^[^共]*(?:、|和|与|及)[^共]*?(?:共计?|合计|累计)(?=(?:{VERB}))")
_WITHIN = regex.compile(rf"(?<=[\u4e00-\u9fff”])(?:全年|先后|(?:共计?|累计|合计)(?=有|{VERB}))(?=[\u4e00-\u9fff])")
_KINDS = regex.compile(r"(?<=[\u4e00-\u9fff])各级?各?[类种](?!别)(?=[\u4e00-\u9fff“])")
_SEAT = regex.compile(r"^以我[局委市县区镇院厅]为.{2,5}?的")
_FOR = regex.compile(r"^(?P<thing>.{2,16}?)(?:开展|进行|作|作出|实施)(?:了(?:一次)?)?(?=[\u4e00-\u9fff]{2})")
_PREPOSITION = regex.compile(
    r"(?:借助|利用|结合|通过|采取|会同|联合(?!抽查|检查|执法|整治|惩戒|治理|办案|巡查)|依托|围绕|依照|按照|根据|聚焦|面向|针对|配合(?!率|度)|为(?!民|.{1,8}(?:挽回|追回|提供|发放)))"
)
_LISTED = regex.compile(r"(?:[^、]{2,}、)+[^、]{2,}?(?:等|方面的|类(?=合同|案件))(?:各类)?(?=[\u4e00-\u9fff])")
_LONG = 16  # a phrase longer than this is shortened where it can be
_FAR = 120  # how far in front of a number its words are looked at


def phrase_before(words: str) -> str:
    """What the words in front of a number say that it counts; empty where they say nothing."""
    phrase = _strip(_CHANNELS.sub("", _RUN_IN.sub("", _IN_BRACKETS.sub("", _last_clause(words[-_FAR:])))))
    if _PREPOSITION.match(phrase):
        phrase = _after_adjunct(phrase)
    if words.lstrip().startswith(("对", "共对")):
        phrase = _FOR.sub(lambda found: found["thing"], phrase, count=1)
    return balanced(_strip(_KINDS.sub("", _WITHIN.sub("", _SEAT.sub("", phrase)))))


def _last_clause(words: str) -> str:
    """The last clause that says something."""
    if _MARK.search(words) is None:
        return words
    return next((clause for clause in reversed(_CLAUSE_MARK.split(words)) if _strip(clause)), "")


def _strip(phrase: str) -> str:
    return _strip_back(_strip_front(phrase))


def _strip_front(phrase: str) -> str:
    while phrase:
        found = _FRONT.match(phrase)
        if found:
            phrase = phrase[found.end() :]
        elif phrase[0] in _FRONT_CHARS and len(cut(phrase[:6])[0]) == 1:
            phrase = phrase[1:]
        else:
            break
    return phrase


def _strip_back(phrase: str) -> str:
    while phrase:
        found = _BACK.search(phrase, max(0, len(phrase) - 24)) if phrase[-1] in _BACK_ENDS else None
        if found:
            phrase = phrase[: found.start()]
        elif phrase[-1] in _BACK_CHARS and len(cut(phrase[-6:])[-1]) == 1:
            phrase = phrase[:-1]
        else:
            break
    return phrase


def _after_adjunct(phrase: str) -> str:
    """What is left without a means or an occasion in front: 通过热线和信箱受理投诉 is 受理投诉."""
    words = cut(phrase)
    for index in range(len(words) - 2, 0, -1):
        if words[index] in _PIVOTS:
            left = "".join(words[index:])
            return _strip_front(left) or left
    return phrase


_PIVOTS = frozenset(VERBS) | frozenset("开展 举办 组织 召开 进行 联合检查 联合抽查 推送 方式 形式 送法 暗访 宣传".split())


def shortened(phrase: str) -> str:
    """A phrase that is too long, without the examples it lists: 举办法制员、办案能手等培训 is 举办培训."""
    if len(phrase) <= _LONG:
        return phrase
    clause = split_verb(phrase)
    return clause.subject + clause.verb + _LISTED.sub("", clause.object, count=1)
