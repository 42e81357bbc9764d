"""Numbers in tables: code, value, unit, part and name first, then the table."""

import pytest

from tests.indicators.sentences import said

Told = tuple[str | None, str, str, bool, str]


def told(text: str) -> list[Told]:
    return [(r.code, f"{r.value:f}", r.frame.quantity.unit, r.part, r.name) for r in said(text).readings]


PORTS: list[Told] = [
    ("penalty.filed", "12", "件", True, "甲港立案"),
    ("penalty.fines", "35000", "元", True, "甲港罚款"),
    ("penalty.filed", "8", "件", True, "乙港立案"),
    ("penalty.fines", "12500", "元", True, "乙港罚款"),
    ("penalty.filed", "20", "件", False, "立案合计"),
    ("penalty.fines", "47500", "元", False, "罚款合计"),
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


def test_the_category_is_the_head_of_the_row() -> None:
    assert [reading.category for reading in said(WITH_TABS).readings] == ["甲港", "甲港", "乙港", "乙港", None, None]


def test_a_column_that_no_rule_knows_has_a_name() -> None:
    (reading,) = said("港区\t绿化(公里)\n甲港\t30").readings
    assert (reading.code, reading.name) == (None, "甲港绿化")


def test_text_around_a_table_is_read_as_text() -> None:
    heard = said(f"全年检查船舶120艘次。\n{WITH_TABS}\n全年出动执法人员300人次。")
    assert [heard.by(digits).code for digits in ("120", "12", "300")] == ["inspection.units", "penalty.filed", "inspection.officers"]


def test_an_empty_cell_moves_no_other() -> None:
    heard = said("单位:件、万元\n港区\t立案\t罚款\n甲港\t\t3.5\n乙港\t8\t")
    assert [(heard.at(reading.frame.quantity.digits), reading.code) for reading in heard.readings] == [("3.5", "penalty.fines"), ("8", "penalty.filed")]
