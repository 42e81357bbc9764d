"""The words around a number that say what it counts, rid of what says nothing.

>>> phrase_before("截至目前,全市共受理物业投诉"), phrase_before("家庭医生签约约")
('受理物业投诉', '家庭医生签约')
>>> phrase_behind("名行政执法人员参加资格考试"[1:])
Behind(noun='行政执法人员', predicate='参加资格考试')
>>> split_verb("法律顾问审查合同")
Clause(subject='法律顾问', verb='审查', object='合同')
"""

from dataclasses import dataclass

import regex

from extractor.indicators.names_cut import cut

# --- verbs

VERBS = (
    "立案查处 立案 查处取缔 监督检查 巡查监督 执法检查 监督抽检 联合检查 联合抽查 随机抽查 随机抽取 清理取缔 排查整改 督促整改 研究解决 营救疏散 主动公开 新受理 新收 直接立案 受理 办理 承办 收到 接到 接收 接报 接待 处理 处置 查处 查办 "
    "审查 审核 审批 审结 核发 发放 派发 发布 推送 制发 制定 出台 印发 起草 修订 修改 废止 清理 听取 参加 检查 巡查 抽查 抽评 评查 抽取 抽检 监测 出动 出具 下达 下发 发出 填发 开具 提出 采纳 建成 建立 新建 新增 增配 "
    "购置 配备 配发 投入 争取 支出 追回 追缴 没收 收缴 征收 兑现 移送 移交 转送 交办 查扣 扣押 查封 打掉 破获 抓获 取缔 拆除 关停 整改 排查 化解 调解 调处 培训 解答 劝导 规范 改造 打造 进驻 认领 承接 下放 聘请 "
    "培育 培养 评选 表彰 荣获 获得 获评 入选 惠及 指导服务 公开 公示 登记 实有 挽回 避免 签订 通报 追究 给予 记分 启用 安装 发现 邀请 选派 抽调 兑付 作出 实施 注销 核查 纠正 攻坚化解 调查 核对更新 补充录入 "
    "卸载 暂扣 放流 免除 返还 退还 协调退还 联系 帮扶 资助 救助 推广 减免 查看 新办 新批 报送 上报 备案 疏导设置 设置 帮助 提供 收集 排查出 查出 检出 评出 抽取 解决 研究 招录 新招 引进 执行 支付 拨付 落实到位 发送 送达 协调 组建 制作 拍摄"
).split()
_VERB = "|".join(sorted(VERBS, key=len, reverse=True))
# --- what a phrase can do without

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
    r"保持在?|继续保持|稳定在|控制在|提高到?|提升[到至]?|降低到|降至|升至|压缩[至为到]|缩短[至为到]|压减[至为到]|增加到|增至|减少到|扩大到|调整[为到]|分[为成]|力争|确保|要求|以上|其中|人数(?=共)|"
    rf"{_TIME}|全年|上年|去年|年均|平均(?![^的]{{0,3}}$)|包括|不足|反而|占到)+$"
)
_BACK_CHARS = frozenset("共达均为约近超逾已有是计由从的了到至在于各也都并则和及与占余等仅只对含以")
_CLAUSE_MARK = regex.compile(r"“[^”]*”(*SKIP)(*FAIL)|[,;。:]")
_IN_BRACKETS = regex.compile(r"\([^()]*\d[^()]*\)|\([^()]*$")
_RUN_IN = regex.compile(r"^.{2,}?(?:全[年市县区镇]|当年|今年|本年)(?=[\u4e00-\u9fff“”、\d]{4,}$)")
_CHANNELS = regex.compile(rf"^[^共]*(?:、|和|与|及)[^共]*?(?:共计?|合计|累计)(?=(?:{_VERB}))")
_WITHIN = regex.compile(rf"(?<=[\u4e00-\u9fff”])(?:全年|先后|(?:共计?|累计|合计)(?=有|{_VERB}))(?=[\u4e00-\u9fff])")
_KINDS = regex.compile(r"(?<=[\u4e00-\u9fff])各级?各?[类种](?!别)(?=[\u4e00-\u9fff“])")
_SEAT = regex.compile(r"^以我[局委市县区镇院厅]为.{2,5}?的")
_FOR = regex.compile(r"^(?P<thing>.{2,16}?)(?:开展|进行|作|作出|实施)(?:了(?:一次)?)?(?=[\u4e00-\u9fff]{2})")
_PREPOSITION = regex.compile(
    r"(?:借助|利用|结合|通过|采取|会同|联合(?!抽查|检查|执法|整治|惩戒|治理|办案|巡查)|依托|围绕|依照|按照|根据|聚焦|面向|针对|配合(?!率|度)|浙江|为(?!民|.{1,8}(?:挽回|追回|提供|发放)))"
)
_LISTED = regex.compile(r"(?:[^、]{2,}、)+[^、]{2,}?(?:等|方面的|类(?=合同|案件))(?:各类)?(?=[\u4e00-\u9fff])")
_LONG = 16  # a phrase longer than this is shortened where it can be
_FAR = 120  # how far in front of a number its words are looked at

# --- who does what

_AGENT = (
    r"[\u4e00-\u9fffA-Za-z\d“”、()]{0,16}?(?:局|[^政]委|厅|会|院|队|所|室|科|股|中心|组织|机构|部门|顾问|律师|民警|热线|平台|专线|公司|政府|机关|系统|市|县|区|省|乡|镇|站|"
    r"人员|监督员|负责人|同志|党委|党组|站点|窗口|行动|整治)"
)
_CLAUSE = regex.compile(
    rf"(?P<subject>{_AGENT})??(?P<verb>(?:{_VERB})?[\u4e00-\u9fff]{{2,5}}表彰的?|(?:{_VERB})(?:(?:并|和|、|及)?(?:{_VERB}))*)(?P<object>[^率]*)$"
)
_DEED = regex.compile(rf"(?:{_VERB})(?!率)[\u4e00-\u9fff“《]{{2}}")
_NOT_A_VERB = regex.compile(
    r"没收违法所得|立案(?:数|件)|处理(?:率|费)|培训班|登记证|检查(?:量|覆盖)|规范性|公示率|(?:审查|审核|服务|登记|整改|信访|受理)(?:率|件|意见|事项)"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A phrase as who does what: ``object`` is all of it where it has no verb."""

    subject: str
    verb: str
    object: str


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind a number: the noun that it counts, and what is said of that."""

    noun: str
    predicate: str


def is_deed(phrase: str) -> bool:
    """Whether a phrase says what was done to what, whoever did it."""
    return _DEED.search(phrase) is not None


def split_verb(phrase: str) -> Clause:
    """Who does what in a phrase."""
    if _NOT_A_VERB.match(phrase):
        return Clause("", "", phrase)
    found = _CLAUSE.match(phrase)
    if found is None:
        return Clause("", "", phrase)
    return Clause(found["subject"] or "", found["verb"], found["object"])


def joined(first: str, second: str) -> str:
    """Two phrases as one, said once where the end of the first begins the second.

    >>> joined("基本医疗保险参保", "参保率"), joined("投诉", "满意率")
    ('基本医疗保险参保率', '投诉满意率')
    """
    for size in range(min(len(first), len(second)), 1, -1):
        if first.endswith(second[:size]):
            return first + second[size:]
    return first + second


# --- in front of a number


def phrase_before(words: str) -> str:
    """What the words in front of a number say that it counts; empty where they say nothing."""
    phrase = _strip(_CHANNELS.sub("", _RUN_IN.sub("", _IN_BRACKETS.sub("", _last_clause(words[-_FAR:])))))
    if _PREPOSITION.match(phrase):
        phrase = _after_adjunct(phrase)
    if words.lstrip().startswith(("对", "共对")):
        phrase = _FOR.sub(lambda found: found["thing"], phrase, count=1)
    phrase = _KINDS.sub("", _WITHIN.sub("", _SEAT.sub("", phrase)))
    return _balanced(_strip(phrase))


def _last_clause(words: str) -> str:
    clauses = [clause for clause in _CLAUSE_MARK.split(words) if _strip(clause)]
    return clauses[-1] if clauses else ""


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
        found = _BACK.search(phrase, max(0, len(phrase) - 24))
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


def _balanced(phrase: str) -> str:
    for left, right in ("“”", "()", "《》"):
        if phrase.count(left) != phrase.count(right):
            phrase = phrase.strip(left + right)
    return phrase.strip("、,的 ")


# --- behind a number

_BEHIND = regex.compile(
    r"(?![和与及或并、]|以及|提高|提升|增加|扩大|压缩|压减|减少|降低|降|缩|缩短|调|下降|增长|减为|上升|升)[\u4e00-\u9fff“”《》〈〉、·A-Za-z\d+\-]{2,40}"
)
_LED = regex.compile(r"(?:以[上下内]|左右|[余多]|之多|的)+")
_NEXT = regex.compile(r"(?:和|及|与|以及|、)[^和及与、]*$")
_PREDICATES = frozenset(
    "进行 实行 开展 全部 均 均已 被 做到 实现 予以 不予 免予 未予 获 获评 得 参加 参与 接受 到 在 落实 主动 完成 已 都 由 因 经 达到 入选 荣获 获得 纳入 列入 接入 进入 下沉 换领 取得 通过 依法 按期 按时 "
    "如期 涉及 来自 属于 拿到 办成 网上可办 书面 书面告知 告知 仍在 仍 尚未 尚 正在 年底 年末 顺延 维持 转送 移交 集中办公 平均 只 是 为 中 可 里 集体宣誓 有 无 受益 听课 拟 要 应 少 内 举行 出庭 到场 过关 一次 迅速 逐项 逐一 逐条 逐户 分到 以 着 用于 购置 "
    "实际 的 与 总 会同 评为 仅 受到 享受 占 用 从 对".split()
)
_EMPTY = frozenset("用于 进行 实行 开展 全部 均 均已 做到 实现 予以 已 都 完成 了 依法 被 得 迅速 为 的 由 书面 经 因 获 接受 是 有 在 到 中 里 总 内".split())
_PREDICATE_END = regex.compile(r"(?:的)?(?:工作|活动|任务|等工作)$|^.{0,4}[只仅]?[有为达是]$")
_SAID_LONGEST = 24


def phrase_behind(words: str) -> Behind:
    """The noun that stands behind a number and what is said of it; both empty where none does."""
    led = _LED.match(words)
    found = _BEHIND.match(words, led.end() if led else 0)
    if found is None:
        return Behind("", "")
    tokens = cut(found.group())
    if tokens[0] == "中":
        return Behind("", "")
    size = _noun_size(tokens)
    return Behind(_balanced("".join(tokens[:size])), _said(tokens[size:]))


def _noun_size(tokens: tuple[str, ...]) -> int:
    """How many words the noun has; 措施不到位的医疗机构 is one noun, what is said of it ends in the noun itself."""
    size = next((index for index, token in enumerate(tokens) if token in _PREDICATES), len(tokens))
    if size and "的" in tokens[size + 1 : size + 6]:
        after = tokens.index("的", size + 1) + 1
        more = next((index for index, token in enumerate(tokens) if index > after and token in _PREDICATES), len(tokens))
        return more if more > after and tokens[after] not in _PREDICATES and more < len(tokens) else size
    return size


def _said(tokens: tuple[str, ...]) -> str:
    start = next((index for index, token in enumerate(tokens) if token not in _EMPTY), len(tokens))
    said = _PREDICATE_END.sub("", "".join(tokens[start:]).replace("了", ""))
    return _balanced(said) if len(said) <= _SAID_LONGEST else ""
