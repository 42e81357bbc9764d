"""Who does what, in a phrase; and what holds phrases together.

>>> split_verb("法律顾问审查合同")
Clause(subject='法律顾问', verb='审查', object='合同')
"""

from dataclasses import dataclass

import regex

# Verbs that say what an office does, the longer first; those that only carry a noun (开展, 举办, 进行) are not among them.
VERBS = (
    "立案查处 查处取缔 监督检查 巡查监督 执法检查 监督抽检 联合检查 联合抽查 随机抽查 随机抽取 清理取缔 排查整改 督促整改 研究解决 "
    "营救疏散 主动公开 直接立案 指导服务 落实到位 新受理 排查出 立案 新收 受理 办理 承办 收到 接到 接收 接报 接待 处理 处置 查处 "
    "查办 审查 审核 审批 审结 核发 发放 派发 发布 推送 制发 制定 出台 印发 起草 修订 修改 废止 清理 听取 参加 检查 巡查 抽查 "
    "抽评 评查 抽取 抽检 监测 出动 出具 下达 下发 发出 填发 开具 提出 采纳 建成 建立 新建 新增 增配 购置 配备 配发 投入 争取 "
    "支出 追回 追缴 没收 收缴 征收 兑现 移送 移交 转送 交办 查扣 扣押 查封 打掉 破获 抓获 取缔 拆除 关停 整改 排查 化解 调解 "
    "调处 培训 解答 劝导 规范 改造 打造 进驻 认领 承接 下放 聘请 培育 培养 评选 表彰 荣获 获得 获评 入选 惠及 公开 公示 登记 "
    "实有 挽回 避免 签订 通报 追究 给予 记分 启用 安装 发现 邀请 选派 抽调 兑付 作出 实施 注销 核查 纠正 调查 卸载 暂扣 放流 "
    "免除 返还 退还 联系 帮扶 资助 救助 推广 减免 查看 新办 新批 报送 上报 备案 设置 帮助 提供 收集 查出 检出 评出 解决 研究 "
    "招录 新招 引进 执行 支付 拨付 发送 送达 协调 组建 制作 拍摄 核对 更新 录入 疏导"
).split()
VERB = "|".join(VERBS).replace("规范", "规范(?!性)")
# Whose deed it is: 法律顾问, 12345热线, 各级机关.
_AGENT = (
    r"[\u4e00-\u9fffA-Za-z\d“”、()]{0,16}?(?:局|[^政]委|厅|会|院|队|所|室|科|股|中心|组织|机构|部门|顾问|律师|民警|热线|平台|专线|公司|政府|机关|系统|市|县|区|省|乡|镇|站|"
    r"人员|监督员|负责人|同志|党委|党组|站点|窗口|行动|整治)"
)
_CLAUSE = regex.compile(
    rf"(?P<subject>{_AGENT})??(?P<verb>(?:{VERB})?[\u4e00-\u9fff]{{2,5}}表彰的?|(?:{VERB})(?:(?:并|和|、|及)?(?:{VERB})){{0,3}})(?P<object>[^率]*)$"
)
_DEED = regex.compile(rf"(?:{VERB})(?!率)[\u4e00-\u9fff“《]{{2}}")
# What begins like a deed and is a thing.
_NOT_A_VERB = regex.compile(
    r"没收违法所得|立案(?:数|件)|处理(?:率|费)|培训班|登记证|检查(?:量|覆盖)|规范性|公示率|(?:审查|审核|服务|登记|整改|信访|受理)(?:率|件|意见|事项)"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A phrase as who does what: ``object`` is all of it where it has no verb."""

    subject: str
    verb: str
    object: str


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


def balanced(phrase: str) -> str:
    """A phrase without the quote or bracket that has lost its other half, and without marks at its ends."""
    for left, right in ("“”", "()", "《》"):
        if phrase.count(left) != phrase.count(right):
            phrase = phrase.strip(left + right)
    return phrase.strip("、,的 ")
