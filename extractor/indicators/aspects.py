"""Whether a figure says how much there is, by how much it changed, or what is planned.

>>> is_planned("有两个区达不到专业人员", "以上的配备要求"), is_planned("现有专业人员", "的办公用房")
(True, False)
>>> change_before("比上年减少").sign, change_before("承诺时限压缩"), change_before("由82%提高到")
(-1, None, None)
"""

from dataclasses import dataclass

import regex

_RISES = r"增长|上升|提高|提升|增加|增收|扩大|攀升|上涨|净增|增幅|涨幅|升幅|多出|增多|调增|核增|上浮|多了|增"
_FALLS = r"下降|降价|降低|减少|缩短|缩减|回落|下滑|减幅|降幅|跌幅|压减|压缩|少了|调减|核减|下浮|下跌|收窄|减"
# 多 and 少 tell a change only where something is compared: 比上年多2件.
_COMPARED = r"(?:同比|环比|相比|(?:较|比|与|同)[^,;:。]{0,14}(?:上年|去年|前年|年初|年底|年末|同期|上一?年度?|(?:19|20)\d\d年?|此前|以往|改革前|之前|同口径)[^,;:。\d]{0,10})"
_TAIL = r"(?:幅度|(?<=增长|下降)(?:率|比例))?(?:了|约|近|超过|超|逾|分别|达到?|为|将近|大约|幅度|均)*"
_CHANGE = regex.compile(rf"(?P<rise>{_RISES})(?P<tail>{_TAIL})$|(?P<fall>{_FALLS})(?P<tail2>{_TAIL})$")
_COMPARED_CHANGE = regex.compile(rf"{_COMPARED}.{{0,12}}?(?:(?P<rise>{_RISES}|多|高)|(?P<fall>{_FALLS}|少|低))[\u4e00-\u9fff]{{0,4}}?{_TAIL}$")
_SIGN_BEHIND = regex.compile(r"的?(?P<rise>增幅|增长|增速|涨幅)|的(?P<fall>降幅|下降|减幅)")
_RELATIVE = frozenset({"%", "百分点", "倍", "成", "‰"})
_OF_QUALITY = frozenset({"提升", "提高", "扩大", "压缩", "缩短", "增收", "净增"})
_EACH = regex.compile(r"[人户村]均[^,;:。]{0,6}$")
# 减环节61.2%, 申请材料精简43%, 减少招生计划20%; not of a limit of time.
_OF_THING = regex.compile(r"(?P<rise>增加)(?!值)[\u4e00-\u9fff]{1,6}$|(?P<fall>精简|压减|减少|减)(?!率|比例|轻|免|负|刑)(?:[\u4e00-\u9fff]{1,6})?$")
# 缩短受理时间2个工作日: by how much a time was cut.
_OF_TIME = regex.compile(
    r"(?P<rise>延长)[\u4e00-\u9fff]{2,8}$|(?P<fall>缩短|压缩|压减|缩减)(?:了)?[\u4e00-\u9fff]{0,6}(?:时间|时限|时长|周期|用时)(?:约|近|超过)*$"
)
_TIMES = frozenset({"工作日", "天", "日", "小时", "分钟", "个月"})
_VERB_ALONE = 2
_ABOVE = regex.compile(
    r"(?:(?P<rise>高于|高出|多于|超过|超出)|(?P<fall>低于|少于))(?:上年|去年|上一年|前年|同期|上年同期|去年同期|常年)(?:同期|平均|水平)?$|(?:较|比)(?:常年|多年平均|往年)(?:同期)?偏(?:(?P<rise>多|高)|(?P<fall>少|低))$|(?:较|比)全?[国省市县区盟州][^,;:。\d]{0,6}平均(?:水平|值|数)?(?:(?P<rise>高)|(?P<fall>低))(?:出|了|约)?$"
)
# A limit of time that was cut, and a share that was cut, are figures of their own; so is what is cut to so much.
_LEVEL = regex.compile(
    r"(?:时限|期限|时间比例)[^,;:。]{0,14}(?:压缩|压减|缩短|减少|缩减|提速|精简)[^,;:。到至为]{0,4}$|(?:累计|新|共)(?:增加|增)$|递增$|时限(?:压缩|缩短)比例?$"
)
_RESULT = regex.compile(rf"(?:{_RISES}|{_FALLS}|改|由|从)[^,;:。]{{0,4}}[到至为成]$")
_AMPLITUDE_IS = regex.compile(r"(?:增幅|降幅|涨幅|减幅|升幅|跌幅)[为达]?$")


@dataclass(frozen=True, slots=True)
class Change:
    """A rise or fall: its sign, how many characters in front of the number tell it, and whether they name what changed, too."""

    sign: int
    length: int
    of_thing: bool = False


def change_before(words: str, unit: str = "%") -> Change | None:
    """The change that the words right in front of a number tell; None where they tell none."""
    above = _ABOVE.search(words)
    if above:
        return Change(1 if above["rise"] else -1, len(words) - above.start())
    if _LEVEL.search(words) or _RESULT.search(words) and not _AMPLITUDE_IS.search(words):
        return None
    found = (
        _COMPARED_CHANGE.search(words)
        or _CHANGE.search(words)
        or unit in _RELATIVE
        and _OF_THING.search(words)
        or unit in _TIMES
        and _OF_TIME.search(words)
        or None
    )
    if found is None or found.re is _CHANGE and not _can_stand_alone(found, unit):
        return None
    return Change(1 if found["rise"] else -1, len(words) - found.start(), found.re is _OF_THING and found.end() - found.start() > _VERB_ALONE)


def _can_stand_alone(found: regex.Match[str], unit: str) -> bool:
    """Whether a verb tells a change with nothing compared: 下降5% does, 规范提升35所 does not."""
    verb = found["rise"] or found["fall"]
    if unit not in _RELATIVE and verb in _OF_QUALITY or _EACH.search(found.string):
        return False
    return verb not in ("增", "减", "多", "少", "压减", "压缩", "扩大") or bool(found["tail"] or found["tail2"])


def change_behind(words: str) -> Change | None:
    """The change that the words right behind a number tell (24%的降幅)."""
    found = _SIGN_BEHIND.match(words)
    return Change(1 if found["rise"] else -1, 0) if found else None


_PLANNED = regex.compile(
    r"(?:计划(?!外|生育|免疫|总|完成率|执行率|内)|拟(?!定|稿|作较|作出较)(?![\u4e00-\u9fff]{1,6}的(?!名义|形式))|力争|争取(?!到|财政|资金|上级|项目|中央|专项|各类|补助|补贴|经费|政策)|预计|预期|目标(?:是|为)?|打算|将(?:于|达|新[增建]|再|完成|增加|建成|实现|举办)|确保(?!了))[^,;:。]*$"
)
_AT_LEAST = r"(?:不少于|不低于|至少|不超过|不得少于|不得超过|不得低于)"
_NORM = regex.compile(
    rf"法定的?(?:办理|审批)?(?:时限|期限)?(?:的|为|是|由|从)?(?:平均)?$|规定的(?:人均|标准)?$|要求[^,;:。]{{0,16}}每(?:年|月|周|季度?|晚|日|天)[^,;:。]{{0,8}}$|(?:要求|规定|须|必须|应当?|不得)[^,;:。]{{0,14}}{_AT_LEAST}[^,;:。]{{0,4}}$|"
    rf"每(?:年|季度?|月|周|半年)[^,;:。]{{0,6}}{_AT_LEAST}[^,;:。]{{0,4}}$|下达[^,;:。]{{0,20}}任务[^,;:。]{{0,3}}$|"
    r"(?:及格|合格|达标)(?:线|标准)(?:定)?(?:为|是)?$|(?:不超过|不高于|不低于|不少于|控制在)(?:核定|额定|规定|法定|标准|国家)[^,;:。\d]{0,8}的$|"
    r"(?:不得|不能)(?:超过|少于|低于|高于)[^,;:。]{0,6}$|年度[^,;:。]{0,6}(?:控制|计划|目标|指标)[^,;:。]{0,6}$|(?:保存|保管)期限[^,;:。]{0,8}$"
)
_TASK_BEHIND = regex.compile(
    r"的法定(?:时限|期限)|(?:以上|以下)?的(?:配备|配置|编制|达标|最低)(?:要求|标准|比例要求)|[^,;:。\d]{0,10}(?:任务数|目标任务|的?目标(?!管理|考核)|指标任务|年度任务|学时任务|课时任务)"
)


def is_planned(clause: str, behind: str) -> bool:
    """Whether a clause with its number tells a plan, a promise or a norm rather than what was done."""
    return bool(_PLANNED.search(clause) or _NORM.search(clause) or _TASK_BEHIND.match(behind))


_PLAN_START = r"(?:明年|来年|下一年|新的一年|下一?步|今后|接下来)[,,]?"


def plans_from(paragraph: str, year: int | None) -> int | None:
    """Where in a paragraph the talk turns to plans, outside of their chapter: at a sentence that opens with the next year.

    >>> plans_from("还有不足。2024年,支队新建消防站3座。", 2023), plans_from("2023年新建消防站3座。", 2023)
    (5, None)
    """
    following = rf"|{year + 1}年(?:[,,]|(?=[^,。]{{0,12}}(?:计划|打算|拟|将|力争|重点)))" if year else ""
    found = regex.search(rf"(?:^|(?<=[。!?;\n]))(?:{_PLAN_START}{following})", paragraph)
    return found.start() if found else None
