"""Workbooks: sheets, links, formats, limits."""

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from extractor.writers import Target, load_writer, xlsx_panel, xlsx_sheets
from extractor.writers.wishes import Wishes
from extractor.writers.xlsx_sheets import held
from schemas import Report, Warning  # noqa: A004
from tests.writers.books import sheets_of
from tests.writers.records import FINES, NONE, REPORT

RATE = NONE.model_copy(update={"id": 4, "code": "approval.online_rate", "value": Decimal("98.25"), "unit": "%"})
RIVAL = FINES.model_copy(update={"id": 5, "value": Decimal("1510366.50")})
FULL = REPORT.model_copy(update={"indicators": (*REPORT.indicators, RATE, RIVAL)})
UNREAD = REPORT.model_copy(
    update={"issuer": REPORT.issuer.model_copy(update={"name": "乙局"}), "indicators": (), "warnings": (Warning(code="page_cut", message="cut"),)}
)  # fmt: skip


def saved(folder: Path, reports: list[Report], wishes: Wishes | None = None) -> Workbook:
    place = folder / "out.xlsx"
    place.write_bytes(b"".join(load_writer("xlsx")(reports, Target(folder=folder), wishes)))
    return openpyxl.load_workbook(place)


def test_every_sheet_has_names_in_sight_filters_and_widths(tmp_path: Path) -> None:
    book = saved(tmp_path, [FULL, UNREAD])
    assert book.sheetnames == ["panel", "indicators", "reports", "checks", "columns"]
    for sheet in book:
        assert str(sheet.freeze_panes).endswith("2")
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet["A1"].font.bold
    assert book["indicators"].column_dimensions["U"].width > 40
    assert book["panel"].freeze_panes == "D2"


def test_a_figure_of_the_panel_leads_to_its_evidence(tmp_path: Path) -> None:
    book = saved(tmp_path, [FULL, UNREAD])
    panel, figures = book["panel"], book["indicators"]
    cells = {cell.value: cell for cell in panel[1]}
    for code, value, number_format, line in (("penalty.fines", 1510365, "#,##0.00", 2), ("approval.online_rate", 0.9825, "0.00%", 5)):
        cell = panel.cell(3, cells[code].column)
        assert (cell.value, cell.number_format) == (value, number_format)
        assert cell.hyperlink.location == f"'indicators'!A{line}"
        assert figures.cell(line, 7).value == code


def test_rivals_are_coloured_and_told_on_the_spot_and_in_the_notes(tmp_path: Path) -> None:
    panel = saved(tmp_path, [FULL, UNREAD])["panel"]
    cells = {cell.value: panel.cell(3, cell.column) for cell in panel[1]}
    assert cells["penalty.fines"].fill.fgColor.rgb.endswith(xlsx_panel.RIVAL_COLOUR[1:])
    assert cells["penalty.fines"].comment.text == "1510365元 about (#1), also 1510366.5元 about (#5)"
    assert cells["approval.online_rate"].fill.fgColor.rgb == "00000000"
    assert cells["rivals"].value == "penalty.fines"
    assert "also 1510366.5元" in cells["notes"].value


def test_what_could_not_be_read_is_no_empty_cell(tmp_path: Path) -> None:
    panel = saved(tmp_path, [FULL, UNREAD])["panel"]
    cells = {cell.value: panel.cell(2, cell.column).value for cell in panel[1]}
    assert (cells["issuer"], cells["penalty.fines"], cells["unread"]) == ("乙局", "?", "cut")


def test_numbers_dates_and_codes_are_of_their_own_kind(tmp_path: Path) -> None:
    sheet = saved(tmp_path, [FULL])["indicators"]
    cells = {name.value: cell for name, cell in zip(sheet[1], sheet[2], strict=True)}
    shown = {name: (cell.data_type, cell.number_format) for name, cell in cells.items()}
    assert [shown[name] for name in ("region_code", "value", "part", "period_start", "year", "page")] == [
        ("s", "General"), ("n", "#,##0.00"), ("b", "General"), ("d", "yyyy-mm-dd"), ("n", "0"), ("n", "#,##0"),
    ]  # fmt: skip
    assert sheet.cell(5, 9).value == 98.25


@pytest.mark.parametrize(
    ("value", "number"),
    [("17700.25", 17700.25), ("-0.1", -0.1), ("999999999999999", 999999999999999), ("9999999999999.99", 9999999999999.99), ("1E+20", 1e20), ("0", 0)],
)
def test_a_number_that_a_double_holds_to_the_fen_is_a_number(value: str, number: float) -> None:
    assert held(Decimal(value)) == number


@pytest.mark.parametrize("value", ["1234567890123456", "99999999999999.99", "0.1234567890123456"])
def test_one_that_it_does_not_is_text(tmp_path: Path, value: str) -> None:
    assert held(Decimal(value)) is None
    report = REPORT.model_copy(update={"indicators": (NONE.model_copy(update={"value": Decimal(value), "code": "penalty.fines"}),)})
    book = saved(tmp_path, [report])
    assert [book["indicators"]["I2"].value, book["panel"]["E2"].value] == [value, value]


def test_a_table_longer_than_a_sheet_goes_on_on_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_sheets, "LINES", 4)
    book = saved(tmp_path, [FULL])
    assert [sheet.title for sheet in book if sheet.title.startswith("indicators")] == ["indicators", "indicators 2"]
    assert [row[25].value for row in book["indicators 2"].iter_rows(min_row=2)] == [4, 5]
    panel = book["panel"]
    links = {cell.value: panel.cell(2, cell.column).hyperlink for cell in panel[1]}
    assert links["approval.online_rate"].location == "'indicators 2'!A2"


def test_figures_behind_the_last_link_that_a_sheet_holds_lead_to_their_evidence_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_panel, "_LINKS", 1)
    panel = saved(tmp_path, [FULL])["panel"]
    figures = [panel.cell(2, column) for column in (5, 6)]
    assert [cell.value for cell in figures] == [0.9825, """=HYPERLINK("#'indicators'!A2",1510365)"""]
    assert [cell.hyperlink is None for cell in figures] == [False, True]
    assert figures[1].number_format == "#,##0.00"
    assert figures[1].comment.text.startswith("1510365元")
    assert sheets_of(tmp_path / "out.xlsx")["panel"][1][4:6] == [0.9825, 1510365]


def test_one_shape_is_one_sheet_and_its_columns(tmp_path: Path) -> None:
    book = saved(tmp_path, [FULL], Wishes(shape="sections", columns=("heading", "level"), lang="zh"))
    assert book.sheetnames == ["sections", "columns"]
    assert [[cell.value for cell in row] for row in book["sections"]] == [["标题", "级别"], ["执法", 1], ["处罚", 2]]
    assert [row[1].value for row in book["columns"].iter_rows(min_row=2, max_row=3)] == ["heading", "level"]


def test_the_same_records_make_the_same_file(tmp_path: Path) -> None:
    first, second = (b"".join(load_writer("xlsx")([FULL], Target(folder=tmp_path))) for _ in range(2))
    assert first == second


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    saved(tmp_path, [FULL])
    assert [path.name for path in tmp_path.iterdir()] == ["out.xlsx"]
