"""How a name says what of a thing is told: its number, its sum, its rate.

>>> counted("信访", "件"), counted("罚款", "元"), counted("行政执法人员", "人"), counted("法制审核", "%")
('信访件数', '罚款金额', '行政执法人员数', '法制审核率')
"""

import regex

_BY_UNIT = {
    "次": "次数",
    "元": "金额",
    "人": "人数",
    "名": "人数",
    "分": "分值",
    "平方米": "面积",
    "㎡": "面积",
    "亩": "面积",
    "公顷": "面积",
    "平方公里": "面积",
    "吨": "数量",
    "公斤": "数量",
    "分钟": "用时",
}
# Units whose noun says enough: 机构数, never 机构家数.
_PLAIN = frozenset("个 项 辆 艘 台 套 所 宗 本 只 架 位 座 例 篇 家 间 起 所".split())
# Units that are names of what they count.
_WHOLE = frozenset("人次 户次 家次 间次 件次 场次 个次 艘次 台次 辆次 批次 剂次 架次 学时 课时 点次 所次".split())
_RATES = frozenset({"%", "‰", "百分点", "成"})
_TIMES = frozenset("工作日 天 小时 分钟 日 年 个月 月".split())
_SAID = regex.compile(
    r"(?:率|比例|占比|比重|进度|满意度|指数|得分|分值|数|数量|人次|户次|次数|金额|总额|资金|经费|收入|支出|投入|价款|余额|标准|资产|补助|赔偿金|低保金|面积|时限|时间|用时|期限|时长|年限|产量|开采量|水量|总量|(?<!力)量|课时|学时|浓度|"
    r"总数|增加值|损失)$"
)
_MONEY_SAID = regex.compile(r"(?:金额|总额|资金|经费|收入|支出|投入|价款|余额|标准|资产|补助|额)$")
_PERSON = regex.compile(
    r"(?:人员|党员|干部|职工|专家|接触者|患者|用户|教师|民警|公务员|队员|司机|驾驶员|河长|律师|调解员|校长|法官|志愿者|人才|骨干|嫌疑人|明白人)$"
)
_CUT_SHORT = regex.compile(r"(?:压缩|压减|缩短|减少|降低|占|占用)$")


def counted(phrase: str, unit: str) -> str:
    """A name with what its unit adds to it; the phrase as it is where it says so itself."""
    if not phrase:
        return ""
    if unit in _RATES:
        return phrase if _SAID.search(phrase) else phrase + ("比例" if _CUT_SHORT.search(phrase) else "率")
    if unit == "元":
        return phrase if _MONEY_SAID.search(phrase) else phrase + "金额"
    if unit in _WHOLE:
        return phrase if phrase.endswith(unit) else phrase + unit
    if unit in _TIMES:
        return phrase if _SAID.search(phrase) else phrase + "用时"
    if _SAID.search(phrase):
        return phrase
    return _joined(phrase, _suffix(phrase, unit))


def _suffix(phrase: str, unit: str) -> str:
    if unit in ("人", "名") and _PERSON.search(phrase):
        return "数"
    if unit in _BY_UNIT:
        return _BY_UNIT[unit]
    if unit in _PLAIN or not unit:
        return "数"
    return unit + "数"


def _joined(phrase: str, suffix: str) -> str:
    return phrase + "数" if suffix.endswith("数") and len(suffix) > 1 and phrase.endswith(suffix[:-1]) else phrase + suffix


def uncounted(name: str) -> str:
    """A name without what its unit added to it."""
    return _ADDED.sub("", name)


_ADDED = regex.compile(
    r"(?<=(?:案|文|证|办|访|事|申请)件|事项)数$|(?:(?<!案|文|证|办|访|事|请)件数|(?<!事)项数|[人份户起条处次期场卷张批对本册台辆艘只箱]?数|人次|户次|家次|间次|金额)$"
)
