"""Tables set a cell a line: their rows first, then the lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.outline.columns import find_columns
from extractor.spans import Span

Rows = list[list[str]]


def tables(text: str) -> list[Rows]:
    return [[[text[cell.slice] for cell in row] for row in table] for table in find_columns(text, Span(0, len(text)))]


PORTS: Rows = [["港区", "登轮检查", "滞留"], ["甲港", "120", "3"], ["乙港", "98", "1"]]

TABLES = [
    ([PORTS], "港区\n登轮检查\n滞留\n甲港\n120\n3\n乙港\n98\n1"),
    ([PORTS], "2021年检查情况如下。\n港区\n登轮检查\n滞留\n甲港\n120\n3\n乙港\n98\n1\n全年未发生事故，形势平稳。"),
    ([PORTS], "港区\n\n登轮检查\n\n滞留\n\n甲港\n\n120\n\n3\n\n乙港\n\n98\n\n1"),
    ([[["港区", "登轮检查", "滞留率"], ["甲港", "1120", "3.5%"], ["乙港", "—", "0"]]], "港区\n登轮检查\n滞留率\n甲港\n1120\n3.5%\n乙港\n—\n0"),
    ([[["港区", "检查"], ["甲港", "1"], ["乙港", "2"], ["丙港", "3"], ["丁港", "4"]]], "港区\n检查\n甲港\n1\n乙港\n2\n丙港\n3\n丁港\n4"),
    ([[["港区", "检查"], ["甲港", "1"], ["乙港", "2"], ["丙港", "3"], ["丁港", "4"]]] * 2, "港区\n检查\n甲港\n1\n乙港\n2\n丙港\n3\n丁港\n4\n两表之间，另有说明。\n港区\n检查\n甲港\n1\n乙港\n2\n丙港\n3\n丁港\n4"),
]  # fmt: skip

NONE = [
    "",
    "港区\n检查",
    "1\n2\n3",
    "甲港\n120\n3\n乙港\n98\n1",
    "港区\n检查\n甲港\n1\n乙港\n2",
    "一、检查情况\n甲港检查120艘次，滞留3艘。\n1\n二、执法情况\n2",
    "港区\n登轮检查\n滞留\n甲港\n120\n乙港\n98\n1",
    "某港航局\n2023年1月16日\n— 1 —",
]


@pytest.mark.parametrize(("rows", "text"), TABLES)
def test_tables_of_lines(rows: list[Rows], text: str) -> None:
    assert tables(text) == rows


def test_a_number_with_commas_is_a_cell() -> None:
    assert tables("港区\n登轮检查\n滞留\n甲港\n1,120\n3\n乙港\n98\n1") == [[["港区", "登轮检查", "滞留"], ["甲港", "1,120", "3"], ["乙港", "98", "1"]]]


@pytest.mark.parametrize("text", NONE)
def test_lines_that_make_no_table(text: str) -> None:
    assert tables(text) == []


def test_lines_of_other_tables_are_no_cells() -> None:
    text = "港区\n登轮检查\n滞留\n甲港\n120\n3\n乙港\n98\n1"
    assert find_columns(text, Span(0, len(text)), [Span(text.index("甲港"), text.index("乙港"))]) == []


def test_only_the_body_is_looked_at() -> None:
    text = "\n".join(cell for row in PORTS for cell in row)
    assert find_columns(text, Span(0, text.index("甲港"))) == []


@given(st.lists(st.sampled_from(["甲", "港区", "12", "3.5%", "—", "甲，乙", ""]), max_size=40).map("\n".join))
def test_every_row_is_as_wide_as_the_headers(text: str) -> None:
    for table in find_columns(text, Span(0, len(text))):
        assert len(table) > 1
        over, rows = ([table[0]], table[1:]) if len(table[0]) == 1 else ([], table)
        assert len(over) < len(table)
        assert {len(row) for row in rows} == {len(table[-1])}
        flat = [cell for row in table for cell in row]
        assert flat == sorted(flat)
