"""What a person reads in the terminal."""

from decimal import Decimal

import pytest
from rich.cells import cell_len

from extractor.writers import Target, load_writer
from extractor.writers.table import figure
from schemas import Indicator, Report
from tests.writers.records import EMPTY, FALL, FINES, NONE, REPORT


def shown(report: Report, target: Target | None = None) -> str:
    return b"".join(load_writer("table")([report], target or Target())).decode()


def test_a_page_tells_the_paper_the_figures_and_what_is_wrong() -> None:
    page = shown(REPORT)
    assert page.splitlines()[0] == REPORT.title
    for words in (
        "某县水务局",
        "2022",
        "某水发〔2023〕6号",
        "2023-01-16",
        "in/a.txt",
        "罚款金额",
        "≈ 1,510,365 元",
        "penalty.fines",
        "3 is not 4",
        "is a guess",
    ):
        assert words in page
    assert "all well" not in page


def test_a_report_of_which_nothing_is_known_has_a_page() -> None:
    assert shown(EMPTY).startswith("b.txt\nissuer unknown · year unknown")


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(cell_len, shown(REPORT, Target(width=width)).splitlines())) <= width


def test_colours_are_for_terminals_only() -> None:
    assert "\x1b[" in shown(REPORT, Target(colour=True))
    assert "\x1b" not in shown(REPORT)


def test_words_of_a_report_cannot_steer_the_terminal() -> None:
    report = REPORT.model_copy(update={"title": "[bold]甲[/bold]\x1b[2J\u202e乙\r\n:smile:"})
    page = shown(report)
    assert page.startswith("[bold]甲[/bold] [2J 乙 :smile:\n")


@pytest.mark.parametrize(
    ("indicator", "text"),
    [
        (FINES, "≈ 1,510,365 元"),
        (FALL, "-0.25–10%"),
        (NONE, "0 件"),
        (FALL.model_copy(update={"value": Decimal("8.6"), "value_max": None, "unit": "百分点"}), "+8.6 百分点"),
        (NONE.model_copy(update={"value": Decimal(10**40), "unit": "", "qualifier": "over"}), "> 10" + ",000" * 13),
    ],
)
def test_a_figure_is_written_as_a_person_would(indicator: Indicator, text: str) -> None:
    assert figure(indicator) == text
