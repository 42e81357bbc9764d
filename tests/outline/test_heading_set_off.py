"""Bold lines and heading styles as headings: what is taken, and how deep it lies."""

import pytest

from extractor.document import Document
from extractor.layout import Emphasis, Layout
from extractor.outline.body import find_body
from extractor.outline.heading_set_off import find_set_off
from extractor.outline.headings import Outline
from extractor.spans import Span

TITLE = "溪口县水利局2022年法治政府建设年度报告"


def outline_of(*lines: str) -> list[tuple[int, str]]:
    """Level and title of each heading of a text; `#` before a line stands for a first style, `##` for a second one, `*` for bold."""
    text, emphases = TITLE + "\n", []
    for line in lines:
        words = line.lstrip("#*")
        mark = line[: len(line) - len(words)]
        if mark:
            level = len(mark) if mark.startswith("#") else None
            emphases.append(Emphasis(Span(len(text), len(text) + len(words)), level))
        text += words + "\n"
    document = Document.of(text, layout=Layout(emphases=tuple(emphases)))
    body = find_body(document)
    outline = Outline.of(document.view.text, body.span, document.view.starts, find_set_off(document, body.below_title))
    return [(heading.level, document.quote(heading.title)) for heading in outline.headings]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("*规范行政许可", "全年办件3件。", "*严格行政执法", "立案5件。"), [(1, "规范行政许可"), (1, "严格行政执法")]),
        (
            ("一、主要做法", "*行政许可", "全年办件3件。", "*行政执法", "立案5件。", "二、存在问题", "力量不足。"),
            [(1, "主要做法"), (2, "行政许可"), (2, "行政执法"), (1, "存在问题")],
        ),
        (
            ("一、主要做法", "(一)依法履职", "*行政许可", "全年办件3件。", "*行政执法", "立案5件。", "(二)化解矛盾", "调解2件。"),
            [(1, "主要做法"), (2, "依法履职"), (3, "行政许可"), (3, "行政执法"), (2, "化解矛盾")],
        ),
        (
            ("#依法履职情况", "##行政许可", "全年办件3件。", "##行政执法", "立案5件。", "#队伍建设情况", "培训2期。"),
            [(1, "依法履职情况"), (2, "行政许可"), (2, "行政执法"), (1, "队伍建设情况")],
        ),
        (("*依法履职情况", "(一)许可。全年办件3件。", "(二)执法。立案5件。", "*队伍建设情况", "培训2期。"), None),
    ],
    ids=["alone", "under 一、", "under (一)", "two styles", "over (一)"],
)
def test_a_set_off_line_heads_a_section(lines: tuple[str, ...], expected: list[tuple[int, str]] | None) -> None:
    levels = [(1, "依法履职情况"), (2, "许可"), (2, "执法"), (1, "队伍建设情况")]
    assert outline_of(*lines) == (expected or levels)


@pytest.mark.parametrize(
    "line",
    ["*全年立案5件，罚款3万元。", "*表1 行政许可情况", "*2023年1月5日", "*附件：统计表", "*县政府：", "*（此件公开发布）", "*甲\t乙"],
)
def test_other_bold_lines_head_nothing(line: str) -> None:
    assert outline_of("全县水利系统认真履职。", line, "全年办件3件。") == []


def test_a_bold_line_with_a_label_is_one_heading() -> None:
    assert outline_of("*一、主要做法", "全年办件3件。", "*二、存在问题", "力量不足。") == [(1, "主要做法"), (1, "存在问题")]


def test_a_bold_line_at_the_end_heads_nothing() -> None:
    assert outline_of("全县水利系统认真履职。", "全年办件3件。", "*溪口县水利局办公室") == []


PROSE = "全县水利系统坚持依法履职，认真落实上级部署，聚焦群众关心的事项，持续改进作风和服务，全年受理申请三件，按时办结三件，群众满意。"


def test_lines_alone_between_paragraphs_are_headings_where_there_are_several() -> None:
    lines = ["一、主要做法", "简化行政审批", PROSE, "规范执法办案", PROSE, "深化普法宣传", PROSE, "二、存在问题", PROSE]
    assert outline_of(*lines) == [(1, "主要做法"), (2, "简化行政审批"), (2, "规范执法办案"), (2, "深化普法宣传"), (1, "存在问题")]


@pytest.mark.parametrize(
    "lines",
    [
        ("一、主要做法", "简化行政审批", PROSE, "规范执法办案", PROSE, "二、存在问题", PROSE),
        ("一、主要做法", PROSE, "类别", "立案", "办结", "渔政", "水政", "工程", PROSE),
        ("一、主要做法", PROSE, "简化行政审批，方便群众", PROSE, "规范执法办案，强化监督", PROSE, "深化普法宣传，营造氛围", PROSE),
    ],
    ids=["two only", "cells", "clauses"],
)
def test_other_short_lines_are_none(lines: tuple[str, ...]) -> None:
    assert [title for _, title in outline_of(*lines)] == [line.split("、")[1] for line in lines if line[1] == "、"]
