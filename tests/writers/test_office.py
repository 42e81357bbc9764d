"""LibreOffice opens what is written and saves it as another format: every value, date, code and character is as it was."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from extractor import extract_file
from extractor.writers import Target, load_writer, xlsx_panel
from extractor.writers.cells import Cell, cell_text
from extractor.writers.columns import Column, columns_of, names_of
from extractor.writers.panel import panel_of
from extractor.writers.tables import Table, panel_table, table_of
from extractor.writers.wishes import Wishes
from schemas import Report
from tests.samples import real_reports, specimens
from tests.writers.books import XLSX, is_same, saved_by_office, sheets_of
from tests.writers.nasty import nasty_reports

pytestmark = pytest.mark.slow

# As the dialogue proposes it for a file with the mark of UTF-8: comma, quotes, UTF-8, from the first line; once as it is, once with everything taken
# for a number or a date that looks like one, as Excel does.
CSV = {"as it is": "CSV:44,34,76,1,,0,false,false", "as Excel reads": "CSV:44,34,76,1,,0,false,true"}
SHAPES = ("indicators", "reports", "checks")


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    """All reports that there are, and one with nothing but traps."""
    return [*map(extract_file, [*specimens(), *real_reports()]), *nasty_reports()]


def written(folder: Path, name: str, reports: Iterable[Report], wishes: Wishes | None = None, file: str | None = None) -> Path:
    place = folder / (file or f"out.{name}")
    place.write_bytes(b"".join(load_writer(name)(reports, Target(is_file=True, folder=folder), wishes)))
    return place


def test_a_workbook_comes_back_through_another_format(reports: list[Report], tmp_path: Path) -> None:
    book = written(tmp_path, "xlsx", reports)
    (back,) = map(sheets_of, saved_by_office(saved_by_office([book], "ods"), XLSX))
    straight = sheets_of(book)
    assert list(back) == list(straight) == ["panel", *SHAPES, "columns"]
    for shape in SHAPES:
        expected: list[list[Cell]] = [list(names_of(columns_of(shape))), *(list(row) for row in table_of(reports, Wishes(shape=shape)).rows)]
        for found in (straight[shape], back[shape]):
            assert differences(found, expected) == []
    panel = [row[: len(straight["panel"][0])] for row in straight["panel"]]
    assert differences(back["panel"], panel) == []


def test_the_panel_of_a_workbook_is_the_panel(reports: list[Report], tmp_path: Path) -> None:
    panel = panel_of(reports, Wishes())
    (header, *rows) = sheets_of(written(tmp_path, "xlsx", reports))["panel"]
    table = panel_table(panel)
    assert header == list(names_of(table.columns))
    rates = {(number, code) for number, line in enumerate(panel.lines()) for code, slot in line.slots.items() if slot.own and slot.own.unit == "%"}
    for number, (found, expected) in enumerate(zip(rows, table.rows, strict=True)):
        for column, cell, value in zip(table.columns, found, expected, strict=True):
            shown = value / 100 if (number, column.name) in rates else value  # type: ignore[operator]
            assert is_same(cell, as_in_a_book(shown)), (number, column.name, cell, value)


def test_links_that_are_formulas_show_their_figures(reports: list[Report], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    linked = sheets_of(written(tmp_path, "xlsx", reports))["panel"]
    monkeypatch.setattr(xlsx_panel, "_LINKS", 3)
    (back,) = map(sheets_of, saved_by_office(saved_by_office([written(tmp_path, "xlsx", reports)], "ods"), XLSX))
    assert differences(back["panel"], linked) == []


@pytest.mark.parametrize("how", CSV)
def test_csv_is_opened_without_a_repair(reports: list[Report], tmp_path: Path, how: str) -> None:
    saved = {shape: written(tmp_path, "csv", reports, Wishes(shape=shape), f"{shape}.csv") for shape in SHAPES}
    for shape, opened in zip(saved, saved_by_office(list(saved.values()), XLSX, CSV[how]), strict=True):
        check_sheet(opened, table_of(reports, Wishes(shape=shape)))


def check_sheet(opened: Path, table: Table) -> None:
    ((header, *rows),) = sheets_of(opened).values()
    assert header == list(names_of(table.columns))
    for found, expected in zip(rows, table.rows, strict=True):
        for column, cell, value in zip(table.columns, found, expected, strict=True):
            assert is_shown(cell, value, column), (column.name, cell, value)


def is_shown(found: object, value: Cell, column: Column) -> bool:
    """Whether a cell shows what was written: text is text and keeps every character, but for the apostrophe of what would have been something else.

    Short codes, and words that are a number anyhow, may be that number.
    """
    if column.type not in ("text", "id") or value in (None, ""):
        return is_same(found, value) or isinstance(value, bool) and str(found).lower() == str(value).lower()
    text = cell_text(value)
    return found == text or isinstance(found, int | float) and is_harmless(text, found)


def is_harmless(text: str, found: float) -> bool:
    """Whether a number says what the words say: 500154, 1,086, 12.5%."""
    if isinstance(found, bool):
        return text.upper() == str(found).upper()
    digits, percent = text.strip().rstrip("%").replace(",", ""), text.strip().endswith("%")
    return not text.startswith("'") and abs(float(digits) / (100 if percent else 1) - found) < 1e-12


def differences(found: list[list[object]], expected: list[list[Cell]]) -> list[tuple[object, object]]:
    assert len(found) == len(expected)
    pairs = (pair for row, other in zip(found, expected, strict=True) for pair in zip(row, other, strict=False))
    return [(cell, value) for cell, value in pairs if not (cell == value or is_same(cell, as_in_a_book(value)))]


def as_in_a_book(value: Cell) -> Cell:
    return value.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ") if isinstance(value, str) else value
