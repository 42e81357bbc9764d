"""Tables on pages: found by their rules, or by how their cells stand; over the ends of pages."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import pytest

from extractor.document import Document, Source
from extractor.readers.pages import document_of_pages
from extractor.readers.pages_grids import Grid, Rule, find_grids
from extractor.readers.pages_lines import PrintedLine
from tests.makers.pages import at

SHEET = (595.0, 842.0)
COLUMNS, ROWS = (80.0, 200.0, 320.0, 440.0), (100.0, 130.0, 160.0, 190.0)


def ruled(columns: Sequence[float] = COLUMNS, rows: Sequence[float] = ROWS) -> list[Rule]:
    """The rules of a plain grid."""
    across = [Rule(columns[0], y, columns[-1], y) for y in rows]
    return across + [Rule(x, rows[0], x, rows[-1]) for x in columns]


def cells(rows: Iterable[Sequence[str]], top: float = 105, page: int = 1, columns: Sequence[float] = COLUMNS, pitch: float = 30) -> list[PrintedLine]:
    return [at(text, columns[i] + 5, top + pitch * number, page, 12) for number, row in enumerate(rows) for i, text in enumerate(row) if text]


def read(lines: Sequence[PrintedLine], grids: Sequence[Grid], pages: int = 1) -> Document:
    return document_of_pages(lines, [SHEET] * pages, Source(), (), grids)


def tables(document: Document) -> list[list[list[str]]]:
    return [[[document.text[span.slice] for span in row] for row in table.rows] for table in document.layout.tables]


PLAIN = [["类别", "立案", "结案"], ["食品", "12", "11"], ["药品", "3", ""]]


# --- grids


def test_a_grid_has_its_columns_and_rows() -> None:
    (grid,) = find_grids(ruled(), 3)
    assert (grid.page, grid.columns, grid.rows, grid.box) == (3, COLUMNS, ROWS, (80, 100, 440, 190))
    assert [grid.cell_at(x, 110) for x in (70, 100, 250, 330, 450)] == [None, 0, 1, 2, None]


@pytest.mark.parametrize(
    "rules",
    [
        [Rule(r.left - 1, r.top + 1, r.right + 2, r.bottom - 1) if i % 2 else r for i, r in enumerate(ruled())],
        [Rule(x, y, x + 6, y) for y in ROWS for x in range(80, 440, 8)] + [Rule(x, y, x, y + 6) for x in COLUMNS for y in range(100, 190, 8)],
        [r for x, right in pairwise(COLUMNS) for y, low in pairwise(ROWS) for r in ruled((x, right), (y, low))],
        [Rule(r.left, r.top + d, r.right, r.bottom + d) for r in ruled() for d in (0, 1.5)],
        [rule for rule in ruled() if not (rule.left == rule.right and rule.left in (80.0, 440.0))],
    ],
    ids=["uneven", "dashed", "a box a cell", "double", "open at the sides"],
)
def test_rules_may_be_drawn_in_many_ways(rules: list[Rule]) -> None:
    (grid,) = find_grids(rules, 1)
    assert [len(grid.columns), len(grid.rows)] == [4, 4]
    assert grid.columns == pytest.approx(COLUMNS, abs=4)
    assert len({cell for row in grid.cells for cell in row}) == 9


def test_places_without_a_rule_between_them_are_one_cell() -> None:
    across = [Rule(80, 100, 440, 100), Rule(200, 130, 440, 130), Rule(80, 160, 440, 160), Rule(80, 190, 440, 190)]
    down = [Rule(80, 100, 80, 190), Rule(200, 100, 200, 190), Rule(320, 130, 320, 190), Rule(440, 100, 440, 190)]
    (grid,) = find_grids(across + down, 1)
    assert grid.cells == ((0, 1, 1), (0, 2, 3), (4, 5, 6))


@pytest.mark.parametrize(
    "rules",
    [
        [],
        [Rule(80, y, 440, y) for y in ROWS],
        ruled((80, 440), (100, 700)),
        [Rule(80, 100, 440, 100), Rule(200, 300, 200, 400)],
    ],
    ids=["none", "across only", "a frame", "apart"],
)
def test_what_is_no_table_is_none(rules: list[Rule]) -> None:
    assert find_grids(rules, 1) == []


def test_two_tables_on_a_page() -> None:
    found = find_grids([*ruled(), *ruled(rows=(400.0, 430.0, 460.0))], 1)
    assert [grid.box[1] for grid in found] == [100, 400]


# --- the text of ruled tables


def test_a_table_is_a_row_a_line() -> None:
    document = read(cells(PLAIN), find_grids(ruled(), 1))
    assert document.text == "类别\t立案\t结案\n食品\t12\t11\n药品\t3\t"
    assert tables(document) == [PLAIN]


def test_text_before_and_behind_a_table_stays_there() -> None:
    lines = [at("表1 执法情况", 80, 60), *cells(PLAIN), at("注：只计本级。", 80, 220)]
    assert [line.split("\t")[0] for line in read(lines, find_grids(ruled(), 1)).text.splitlines()] == ["表1 执法情况", "类别", "食品", "药品", "注：只计本级。"]


def test_a_merged_cell_is_written_once_and_stands_in_all_its_places() -> None:
    across = [Rule(80, 100, 440, 100), Rule(200, 130, 440, 130), Rule(80, 160, 440, 160), Rule(80, 190, 440, 190)]
    down = [Rule(80, 100, 80, 190), Rule(200, 100, 200, 190), Rule(320, 130, 320, 190), Rule(440, 100, 440, 190)]
    lines = [at("类别", 90, 125, size=12), at("行政处罚", 280, 105, size=12), *cells([["", "立案", "结案"], ["食品", "12", "11"]], top=135)]
    document = read(lines, find_grids(across + down, 1))
    assert document.text == "类别\t行政处罚\t\n\t立案\t结案\n食品\t12\t11"
    assert tables(document) == [[["类别", "行政处罚", "行政处罚"], ["类别", "立案", "结案"], ["食品", "12", "11"]]]


def test_the_lines_of_a_cell_are_joined() -> None:
    lines = [*cells([["", "立案", "结案"]]), at("案件的", 85, 101, size=12), at("类别", 85, 115, size=12), *cells(PLAIN[1:], top=135)]
    assert read(lines, find_grids(ruled(), 1)).text.startswith("案件的类别\t立案\t结案\n")


def test_numbers_below_each_other_in_a_cell_stay_apart() -> None:
    lines = [*cells(PLAIN[:2]), at("药品", 85, 165, size=12), at("1268", 205, 162, size=12), at("35", 205, 176, size=12)]
    assert read(lines, find_grids(ruled(), 1)).text.splitlines()[2] == "药品\t1268 35\t"


def test_a_row_over_the_whole_width_is_no_part_of_the_table() -> None:
    rules = [*ruled(), Rule(80, 70, 440, 70), Rule(80, 70, 80, 100), Rule(440, 70, 440, 100)]
    document = read([at("行政处罚情况", 200, 78, size=12), *cells(PLAIN)], find_grids(rules, 1))
    assert document.text.splitlines()[0] == "行政处罚情况"
    assert tables(document) == [PLAIN]


def test_a_text_within_a_frame_of_two_cells_stays_a_text() -> None:
    prose = [at("全年共受理行政许可申请四百一十七件，办结四百零九件", 205, 135 + 20 * row, size=12) for row in range(9)]
    document = read([at("情况", 85, 135, size=12), *prose, *cells([["项目", "内容"]])], find_grids(ruled((80, 200, 520), (100, 130, 330)), 1))
    assert "\t" not in document.text.splitlines()[-1]
    assert document.layout.tables == ()


def test_lines_in_one_place_of_a_grid_only_are_text() -> None:
    document = read([at("全年立案3件。", 85, 105, size=12)], find_grids(ruled(), 1))
    assert (document.text, document.layout.tables) == ("全年立案3件。", ())


# --- over pages


def two_parts(rows: Sequence[Sequence[str]], shift: float = 0, headers: bool = True) -> Document:
    columns = [x + shift for x in COLUMNS]
    second = [PLAIN[0], *rows] if headers else rows
    grids = [*find_grids(ruled(), 1), *find_grids(ruled(columns, [100 + 30 * i for i in range(len(second) + 1)]), 2)]
    return read([*cells(PLAIN), *cells(second, page=2, columns=columns)], grids, 2)


@pytest.mark.parametrize("shift", [0, 1.5, -30])
def test_a_table_goes_on_over_the_page_and_its_header_stands_once(shift: float) -> None:
    document = two_parts([["器械", "7", "5"]], shift)
    assert tables(document) == [[*PLAIN, ["器械", "7", "5"]]]
    assert document.text.count("类别") == 1


def test_a_table_goes_on_without_its_header() -> None:
    assert tables(two_parts([["器械", "7", "5"]], headers=False)) == [[*PLAIN, ["器械", "7", "5"]]]


def test_a_row_that_a_page_end_broke_is_whole() -> None:
    first = [*PLAIN[:2], ["医疗器械化妆品药品", "3", "1"]]
    grids = [*find_grids(ruled(), 1), *find_grids(ruled(rows=ROWS[:3]), 2)]
    document = read([*cells(first), *cells([["监督", "", ""], ["合计", "15", "12"]], page=2)], grids, 2)
    assert tables(document) == [[*PLAIN[:2], ["医疗器械化妆品药品监督", "3", "1"], ["合计", "15", "12"]]]


def test_a_row_with_an_empty_cell_on_the_next_page_is_its_own() -> None:
    grids = [*find_grids(ruled(), 1), *find_grids(ruled(rows=ROWS[:2]), 2)]
    assert len(tables(read([*cells(PLAIN), *cells([["器械", "7", ""]], page=2)], grids, 2))[0]) == 4


def test_a_table_of_other_columns_on_the_next_page_is_another() -> None:
    grids = [*find_grids(ruled(), 1), *find_grids(ruled((80, 260, 440), ROWS[:3]), 2)]
    lines = [*cells(PLAIN), *cells([["事项", "数量"], ["宣传", "9"]], page=2, columns=(80, 260, 440))]
    assert len(tables(read(lines, grids, 2))) == 2


def test_text_between_two_tables_parts_them() -> None:
    grids = [*find_grids(ruled(), 1), *find_grids(ruled(), 2)]
    lines = [*cells(PLAIN), at("表2 另一张表", 80, 70, 2), *cells([["类别", "立案", "结案"], ["甲", "1", "1"], ["乙", "2", "2"]], page=2)]
    assert len(tables(read(lines, grids, 2))) == 2


# --- without rules


def test_rows_of_cells_have_as_many_cells_each() -> None:
    assert read(cells(PLAIN), []).text == "类别\t立案\t结案\n食品\t12\t11\n药品\t3\t"


def test_a_cell_that_nearly_touches_the_next_is_parted() -> None:
    rows = [["许可类别", "受理", "办结"], ["农药", "412", "409"], ["", "97", "95"]]
    lines = [*cells(rows), PrintedLine("动物防疫条件合格证发 97", 1, (85, 165, 217, 177), 12)]
    kept = [line for line in lines if line.text != "97"]
    assert read(kept, []).text.splitlines()[2] == "动物防疫条件合格证发\t97\t95"


@pytest.mark.parametrize("offset", [0, -7, -14], ids=["top", "middle", "bottom"])
def test_a_cell_of_two_lines_is_one(offset: float) -> None:
    rows = [["部门", "件数"], ["农业", "12"], ["", "14"], ["卫生", "15"]]
    columns = (80.0, 190.0, 300.0)
    lines = [line for line in cells(rows, columns=columns, pitch=40) if line.text != "14"]
    lines += [at("生态环境保护综", 85, 185, size=13), at("合执法", 85, 199, size=13), at("14", 195, 185 - offset, size=13)]
    assert read(lines, []).text.splitlines()[2] == "生态环境保护综合执法\t14"


def test_a_heading_between_rows_is_no_part_of_a_cell() -> None:
    lines = [*cells(PLAIN[:2]), at("（二）专项", 85, 165, size=12), *cells(PLAIN[1:2], top=195)]
    assert read(lines, []).text.splitlines()[2] == "（二）专项"
