"""The order in which the lines of a page are read."""

from dataclasses import replace

from extractor.readers.pages_lines import PrintedLine, Row
from extractor.readers.pages_order import find_gutter, in_reading_order
from tests.makers.pages import Setting, at, typeset
from tests.readers.test_pages import prose


def column(left: float, marks: str, top: float = 100, page: int = 1, rows: int = 12) -> list[PrintedLine]:
    return [at(mark + "栏的文字占满了这一栏的宽", left, top + 20 * row, page, 16) for row, mark in zip(range(rows), marks * rows, strict=False)]


def texts(lines: list[PrintedLine]) -> list[str]:
    return [item.text[0] for item in in_reading_order(lines, []) if isinstance(item, Row)]


def test_the_left_column_comes_first() -> None:
    assert texts(column(60, "左") + column(320, "右")) == ["左"] * 12 + ["右"] * 12


def test_lines_of_columns_need_not_be_level() -> None:
    assert texts(column(60, "左") + column(320, "右", top=107)) == ["左"] * 12 + ["右"] * 12


def test_headings_over_both_columns_part_them() -> None:
    head = at("题" + "目横跨两栏" * 5, 80, 60)
    between = at("中" + "间的标题横跨两栏" * 3, 80, 360)
    lines = [head, *column(60, "左"), *column(320, "右"), between, *column(60, "下", top=400, rows=8), *column(320, "末", top=400, rows=8)]
    assert texts(lines) == ["题", *["左"] * 12, *["右"] * 12, "中", *["下"] * 8, *["末"] * 8]


def test_three_columns() -> None:
    narrow = [[at(mark + "栏的文字满", left, 100 + 20 * row) for row in range(12)] for mark, left in (("左", 60), ("中", 220), ("右", 380))]
    assert texts([line for part in narrow for line in part]) == ["左"] * 12 + ["中"] * 12 + ["右"] * 12


def test_the_last_page_of_two_columns_may_have_little_in_the_right_one() -> None:
    last = [*column(60, "甲", page=2), at("乙的短行", 320, 100, 2), at("丙", 320, 120, 2)]
    assert texts([*column(60, "左"), *column(320, "右"), *last])[24:] == ["甲"] * 12 + ["乙", "丙"]


def test_cells_of_a_table_are_no_columns() -> None:
    lines = [line for row in range(14) for line in (at(f"事项{row}", 80, 100 + 20 * row), at(f"{row}件", 330, 100 + 20 * row))]
    assert find_gutter([line.box for line in lines]) is None


def test_a_page_of_text_has_no_gutter() -> None:
    lines, _ = typeset([prose(200), prose(150), prose(90)], Setting())
    assert find_gutter([line.box for line in lines]) is None
    assert find_gutter([]) is None


def test_a_mark_may_hang_into_the_gutter() -> None:
    left = [replace(line, box=(60, line.box[1], 318 if row == 3 else 302, line.box[3])) for row, line in enumerate(column(60, "左"))]
    assert texts([*left, *column(322, "右")]) == ["左"] * 12 + ["右"] * 12
