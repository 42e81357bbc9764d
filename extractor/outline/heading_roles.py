"""Which of the required parts of a report a section is, by the words of its title.

>>> [parse_role(title) for title in ("主要举措和成效", "存在的不足和2024年打算", "2023年工作安排", "聚焦主责主业")]
['measures', 'shortcomings', 'plans', None]
"""

from typing import Literal

import regex

Role = Literal["measures", "shortcomings", "principal", "plans", "other"]

_FAULTS = "(?:问题|不足|差距|短板|困难|薄弱环节|弱项|困境|难点)"
_NEXT = "(?:下一?步|下一?阶段|今后|明年|来年|下年度?|未来|下半年)"
_YEAR = "(?:20\\d\\d年度?|“?十[三四五六]五”?时?期?间?)"
_INTENT = "(?:打算|安排|计划|思路|展望|设想|谋划|努力方向)"
_TASKS = "(?:规划|目标|工作重点|重点工作|工作任务|工作要点|部署|举措|措施|工作|方向)"
_DONE = "(?:做法|举措|措施|成效|成绩|成果|进展|完成情况|开展情况|工作情况|落实情况|推进情况|履职情况|建设情况|总体情况|基本情况|主要工作|重点工作|工作总结|工作回顾|亮点|特色)"
_AND = "(?:和|及|与|以及|暨|、)"
_CAUSES = f"{_FAULTS}{_AND}(?:其|主要|产生|存在|的)*原因"
_MENDED = "(?:整改|整治|解决)"
_HEAD = "(?:负责人|负责同志|一把手|主要领导|党政主要)"
_FULFILS = "(?:履行|履职|尽责|落实)"
_DUTY = "(?:职责|责任|情况)"


def _any_of(*patterns: str) -> str:
    return "|".join(patterns)


# A title that names two parts goes to the one that stands first here.
_ROLES: tuple[tuple[Role, str], ...] = (
    (
        "shortcomings",
        _any_of(
            f"(?:存在|面临)(?!.{{0,16}}{_MENDED})(?:着|的)?.{{0,14}}{_FAULTS}",
            f"^(?:主要|突出|当前|目前|现存|工作|还|仍|的)*{_FAULTS}(?!.{{0,6}}{_MENDED})",
            _CAUSES,
        ),
    ),
    (
        "principal",
        _any_of(
            f"{_HEAD}.{{0,14}}{_FULFILS}.{{0,22}}{_DUTY}",
            f"第一责任人.{{0,8}}(?:{_DUTY}|履)",
            "主要负责(?:人|同志).{0,8}(?:履职|述法)",
            "^述法",
        ),
    ),
    (
        "measures",  # what was done and, in the same title, what is planned; how a plan was carried out
        _any_of(
            f"{_DONE}.{{0,4}}{_AND}.{{0,6}}(?:{_NEXT}|{_YEAR}).{{0,14}}(?:{_INTENT}|{_TASKS})",
            "(?:计划|要点|规划|部署|安排|任务|目标).{0,4}(?:完成|落实|执行|推进|实施|贯彻)的?(?:基本|总体)?情况",
        ),
    ),
    (
        "plans",
        _any_of(
            f"{_NEXT}.{{0,18}}(?:{_INTENT}|{_TASKS})",
            f"{_YEAR}.{{0,24}}(?:{_INTENT}|目标|工作要点)",
            f"^(?:主要|重点|的)*(?:工作)?{_INTENT}$",
            f"(?:工作|建设)的?{_INTENT}",
            f"^{_NEXT}$",
        ),
    ),
    (
        "other",
        _any_of(
            "^(?:其他|其它)",
            "(?:需要|需|应当)(?:说明|报告|请示)的",
            "意见(?:和|与|及)?建议",
            "^(?:工作|有关|相关)?建议",
            "^(?:报告|信息)?(?:下载|获取)(?:方式|渠道)",
            "^联系方式",
            "^附则",
        ),
    ),
    ("measures", _DONE),
)
_PATTERNS: tuple[tuple[Role, regex.Pattern[str]], ...] = tuple((role, regex.compile(pattern)) for role, pattern in _ROLES)

# A part that stands below another one is told by its whole title only: 存在的问题, but not 聚焦存在问题抓整改.
_SUBJECT = "(?:法治政府建设|法治建设|依法行政|行政执法|推进|工作|当前|目前|中|仍|还|主要|方面|的)*"
_LACKING = f"(?:{_YEAR})?{_SUBJECT}存在的?(?:主要|突出|一些|困难|的)*{_FAULTS}(?:{_AND}{_FAULTS})?(?:{_AND}(?:主要)?原因)?"
_INNER: tuple[tuple[Role, str], ...] = (
    ("shortcomings", _any_of(_LACKING, f"(?:主要|突出|的)*{_FAULTS}(?:{_AND}{_FAULTS})?(?:{_AND}(?:主要)?原因)?")),
    ("principal", f".{{0,14}}{_HEAD}.{{0,14}}{_FULFILS}.{{0,22}}{_DUTY}.{{0,6}}"),
    ("plans", f"(?:{_NEXT}|{_YEAR}).{{0,18}}{_INTENT}"),
)
_INNER_PATTERNS: tuple[tuple[Role, regex.Pattern[str]], ...] = tuple((role, regex.compile(pattern)) for role, pattern in _INNER)

_BARE = regex.compile(
    _any_of(
        f"(?:{_YEAR})?{_SUBJECT}(?:重点|总体|基本)?(?:做法|举措|措施|成效|成绩|进展|(?:开展|完成)情况|亮点)(?:{_AND}(?:主要|工作)?(?:做法|举措|措施|成效|成绩|进展|亮点))?(?:情况)?",
        _LACKING,
        f"(?:主要)?{_FAULTS}{_AND}{_FAULTS}",
        f"(?:{_NEXT}|{_YEAR})的?(?:主要|重点)?(?:工作)?的?{_INTENT}(?:{_AND}(?:{_INTENT}|措施|举措))?",
    )
)
LONGEST_BARE = 24


def parse_role(title: str) -> Role | None:
    """The part that a title of the first level names; None where it names none."""
    return next((role for role, pattern in _PATTERNS if pattern.search(title)), None)


def parse_inner_role(title: str) -> Role | None:
    """The part that a title below the first level names with all its words; None where it goes with the section above.

    >>> parse_inner_role("存在的主要问题"), parse_inner_role("聚焦存在问题,抓好整改")
    ('shortcomings', None)
    """
    return next((role for role, pattern in _INNER_PATTERNS if pattern.fullmatch(title)), None)


def is_bare_title(line: str) -> bool:
    """Whether a line without a label is the title of a required part and nothing more.

    >>> is_bare_title("存在问题和不足"), is_bare_title("下一步工作打算"), is_bare_title("存在问题的单位名单")
    (True, True, False)
    """
    return len(line) <= LONGEST_BARE and _BARE.fullmatch(line) is not None
