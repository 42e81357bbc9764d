"""Numbers in tables: code, value, unit and part first, then the table."""

import pytest

from tests.indicators.sentences import said

Told = tuple[str | None, str, str, bool]


def told(text: str) -> list[Told]:
    return [(r.code, f"{r.value:f}", r.frame.quantity.unit, r.part) for r in said(text).readings]


PORTS: list[Told] = [
    ("penalty.filed", "12", "件", True),
    ("penalty.fines", "35000", "元", True),
    ("penalty.filed", "8", "件", True),
    ("penalty.fines", "12500", "元", True),
    ("penalty.filed", "20", "件", False),
    ("penalty.fines", "47500", "元", False),
]
WITH_TABS = "单位:件、万元\n港区\t立案\t罚款\n甲港\t12\t3.5\n乙港\t8\t1.25\n合计\t20\t4.75"


@pytest.mark.parametrize(
    "text",
    [
        WITH_TABS,
        WITH_TABS.replace("\t", "|"),
        "单位：件、万元\n|港区|立案|罚款|\n|---|---|---|\n|甲港|12|3.5|\n|乙港|8|1.25|\n|合计|20|4.75|",
        "港区\t立案（件）\t罚款（万元）\n甲港\t12\t3.5\n乙港\t8\t1.25\n合计\t20\t4.75",
        "单位:件、万元\n港区\n立案\n罚款\n甲港\n12\n3.5\n乙港\n8\n1.25\n合计\n20\n4.75",
    ],
)
def test_a_table_in_many_shapes(text: str) -> None:
    assert told(text) == PORTS


def test_the_row_of_totals_is_the_whole_of_its_columns() -> None:
    heard = said(WITH_TABS)
    filed, fines = heard.by("20"), heard.by("4.75")
    assert [reading.whole for reading in heard.readings] == [filed, fines, filed, fines, None, None]


def test_where_the_header_says_little_the_row_says_what_it_is() -> None:
    heard = said("项目\t数量(件)\n立案\t12\n结案\t9")
    assert [(reading.code, reading.part) for reading in heard.readings] == [("penalty.filed", False), ("penalty.closed", False)]


def test_a_name_has_the_words_of_the_row_and_the_column() -> None:
    assert [("甲港" in r.name, "立案" in r.name) for r in said(WITH_TABS).readings[:2]] == [(True, True), (True, False)]


def test_the_category_is_the_head_of_the_row() -> None:
    assert [reading.category for reading in said(WITH_TABS).readings] == ["甲港", "甲港", "乙港", "乙港", None, None]


def test_a_column_that_no_rule_knows_has_a_name() -> None:
    (reading,) = said("港区\t绿化(公里)\n甲港\t30").readings
    assert (reading.code, reading.name[:4]) == (None, "甲港绿化")


def test_text_around_a_table_is_read_as_text() -> None:
    heard = said(f"全年检查船舶120艘次。\n{WITH_TABS}\n全年出动执法人员300人次。")
    assert [heard.by(digits).code for digits in ("120", "12", "300")] == ["inspection.units", "penalty.filed", "inspection.officers"]


def test_an_empty_cell_moves_no_other() -> None:
    heard = said("单位:件、万元\n港区\t立案\t罚款\n甲港\t\t3.5\n乙港\t8\t—")
    assert [(heard.at(reading.frame.quantity.digits), reading.code) for reading in heard.readings] == [("3.5", "penalty.fines"), ("8", "penalty.filed")]


def test_an_empty_cell_between_bars_moves_no_other() -> None:
    heard = said("单位:件、万元\n|港区|立案|罚款|\n|甲港|12|3.5|\n|||1.25|")
    assert [reading.code for reading in heard.readings] == ["penalty.filed", "penalty.fines", "penalty.fines"]


@pytest.mark.parametrize(
    ("codes", "text"),
    [
        (["penalty.filed", "penalty.fines", "penalty.filed"], "单位:件、万元\n港区\t立案\t罚款\n甲港\t12\t3.5\n乙港\t8\t"),
        (["penalty.filed", "penalty.fines"], "单位:件、万元\n\t立案\t罚款\n甲港\t12\t3.5"),
    ],
)
def test_an_empty_cell_at_the_edge_moves_no_other(codes: list[str], text: str) -> None:
    assert [reading.code for reading in said(text).readings] == codes
