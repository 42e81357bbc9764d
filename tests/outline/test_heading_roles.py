"""Which part of a report a title names."""

import pytest

from extractor.outline.heading_roles import is_bare_title, parse_inner_role, parse_role

ROLES: dict[str | None, tuple[str, ...]] = {
    "measures": (
        "主要举措和成效", "2021年度推进法治政府建设的主要做法", "全年重点工作开展情况", "工作总结", "2022年工作总结和2023年工作计划", "年度计划完成情况", "基本情况",
    ),
    "shortcomings": (
        "存在的问题", "存在问题及原因分析", "面临的困难和挑战", "不足与2019年打算", "工作中存在的短板和弱项", "存在的不足和2024年打算", "主要问题", "法治建设仍存在的薄弱环节", "差距和不足",
    ),
    "principal": (
        "党政主要负责人切实履行法治建设第一责任人职责情况", "主要负责同志履行职责情况", "局主要负责人年终述法", "第一责任人责任落实", "主要领导履职尽责情况",
    ),
    "plans": (
        "下一步打算", "下步工作安排", "2023年工作计划", "“十四五”时期工作展望", "2022年及今后一个时期的工作思路", "下一阶段重点工作", "明年工作目标", "今后努力方向", "工作打算", "2025年法治政府建设工作安排",
    ),
    "other": ("其他需要报告的事项", "其它", "意见建议", "需要说明的问题"),
    None: ("聚焦主责主业", "聚焦突出问题,狠抓整改", "巡察反馈问题整改", "优化营商环境", "领导机制与责任落实", "深化普法宣传", ""),
}  # fmt: skip


@pytest.mark.parametrize(("role", "title"), [(role, title) for role, titles in ROLES.items() for title in titles])
def test_role(role: str | None, title: str) -> None:
    assert parse_role(title) == role


@pytest.mark.parametrize(
    ("role", "title"),
    [
        ("shortcomings", "存在的主要问题"),
        ("shortcomings", "问题和不足"),
        ("principal", "主要负责人履行法治建设职责情况"),
        ("plans", "2024年工作打算"),
        (None, "聚焦存在问题,抓好整改"),
        (None, "落实年度工作计划"),
        (None, "开展情况"),
    ],
)
def test_role_of_a_part_below_another(role: str | None, title: str) -> None:
    assert parse_inner_role(title) == role


@pytest.mark.parametrize(
    ("is_title", "line"),
    [
        (True, "主要做法"),
        (True, "主要举措和成效"),
        (True, "存在的问题及原因"),
        (True, "2023年工作计划"),
        (False, "存在问题的单位名单"),
        (False, "某某镇2022年法治政府建设工作总结"),
        (False, "关于2022年工作情况的报告"),
        (False, "计划"),
    ],
)
def test_bare_title(is_title: bool, line: str) -> None:
    assert is_bare_title(line) is is_title
