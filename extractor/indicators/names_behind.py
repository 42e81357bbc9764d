"""What stands behind a number: the noun that it counts, and what is said of that.

>>> phrase_behind("行政执法人员参加资格考试")
Behind(noun='行政执法人员', predicate='参加资格考试')
"""

from dataclasses import dataclass

import regex

from extractor.indicators.names_clause import balanced
from extractor.indicators.names_cut import cut


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind a number: the noun that it counts, and what is said of that."""

    noun: str
    predicate: str


_BEHIND = regex.compile(
    r"(?![和与及或并、]|以及|提高|提升|增加|扩大|压缩|压减|减少|降低|降|缩|缩短|调|下降|增长|减为|上升|升)[\u4e00-\u9fff“”《》〈〉、·A-Za-z\d+\-]{2,40}"
)
_LED = regex.compile(r"(?:以[上下内]|左右|[余多]|之多|的)+")
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
    return Behind(balanced("".join(tokens[:size])), _said(tokens[size:]))


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
    return balanced(said) if len(said) <= _SAID_LONGEST else ""
