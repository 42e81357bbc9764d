"""Markdown, and tables in the terminal."""

from typing import Any

from extractor.writers import Target, load_writer
from extractor.writers.wishes import Wishes
from schemas import Report
from tests.writers.records import REPORT
from tests.writers.test_xlsx import FULL, UNREAD


def lines(reports: list[Report], name: str = "markdown", **wishes: Any) -> list[str]:
    return b"".join(load_writer(name)(reports, Target(), Wishes(**wishes))).decode().splitlines()


def test_the_columns_fit_on_a_page_unless_others_are_asked_for() -> None:
    assert lines([REPORT])[:3] == [
        "| issuer | year | code | name | value | unit |",
        "| --- | ---: | --- | --- | ---: | --- |",
        "| 某县水务局 | 2022 | penalty.fines | 罚款金额 | 1510365 | 元 |",
    ]
    assert lines([REPORT], columns=("value", "part"))[2:] == ["| 1510365 | false |", "| -0.25 | true |", "| 0 | false |"]


def test_marks_of_markdown_are_shown_as_they_are() -> None:
    report = REPORT.model_copy(update={"title": "a|b\\*c*`d`<e>[f]\r\ng"})
    assert lines([report], columns=("title",))[2] == "| a\\|b\\\\\\*c\\*\\`d\\`\\<e>\\[f]<br>g |"


def test_a_panel_marks_rivals_and_what_could_not_be_read() -> None:
    _, _, unread, full = lines([FULL, UNREAD], shape="panel", columns=("issuer", "penalty.fines", "approval.online_rate"))
    assert unread.startswith("| 乙局 | ? | ? |")
    assert full.startswith("| 某县水务局 | 1510365 \\* | 98.25 | penalty.fines |")


def test_a_shape_on_a_terminal_is_a_table() -> None:
    shown = lines([REPORT], "table", shape="sections", columns=("level", "heading"))
    assert [line.split() for line in shown] == [["level", "heading"], ["1", "执法"], ["2", "处罚"]]
