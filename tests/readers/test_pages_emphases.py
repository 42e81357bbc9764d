"""Lines that are set off as headings are."""

from extractor.document import Source
from extractor.readers.pages import PrintedLine, document_of_pages
from tests.makers.pages import at

PROSE = "全年共受理行政许可申请四百一十七件，办结四百零九件。"


def set_off(lines: list[PrintedLine]) -> list[str]:
    document = document_of_pages(lines, [(595.0, 842.0)], Source())
    return [document.text[emphasis.span.slice] for emphasis in document.layout.emphases]


def prose(*tops: float) -> list[PrintedLine]:
    return [at(PROSE, 80, top) for top in tops]


def test_bold_and_larger_lines_are_set_off() -> None:
    lines = [*prose(100), at("工作成效", 80, 140, bold=True), *prose(180), at("存在问题", 80, 230, size=19), *prose(270)]
    assert set_off(lines) == ["工作成效", "存在问题"]


def test_the_title_is_not() -> None:
    assert set_off([at("某市水利局年度报告", 150, 60, size=22, bold=True), *prose(120, 160)]) == []


def test_bold_type_tells_nothing_where_most_is_bold() -> None:
    assert set_off([at(PROSE, 80, 100 + 40 * row, bold=True) for row in range(4)]) == []


def test_a_line_that_is_bold_in_part_is_not() -> None:
    assert set_off([*prose(100), at("（一）审批。", 80, 140, bold=True), at("全年受理三百件", 176, 140), *prose(180)]) == []
