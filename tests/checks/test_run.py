"""All checks of a record: what they find in texts, and that they are all run."""

from pathlib import Path

import pytest

from extractor import checks, extract_file, extract_text
from extractor.checks.run import CHECKS, check_record
from tests.checks.records import figure, report
from tests.samples import specimens

HEAD = "某市港航局2021年度法治政府建设情况报告\n"


def failed(text: str) -> list[str]:
    return [check.check for check in extract_text(HEAD + text).checks if check.status == "failed"]


TEXTS = [
    ([], "全年立案17件，其中超载类9件、无证类8件。"),
    ([], "全年罚款3.2万元。\n综上，全年罚款3.2万元。"),
    (["rivals"], "全年罚款3.2万元。\n综上，全年罚款3.8万元。"),
    ([], "全年罚款3.2万元，2020年罚款3.8万元。"),
    ([], "全年立案由45件减少到38件。"),
    (["year"], "我局认真履职。\n某市港航局\n2026年1月16日"),
    ([], "我局认真履职。\n某市港航局\n2022年1月16日"),
]


@pytest.mark.parametrize(("checks", "text"), TEXTS)
def test_what_a_text_says_against_itself(checks: list[str], text: str) -> None:
    assert failed(text) == checks


@pytest.mark.parametrize(
    "text",
    [
        "全年立案17件，其中超载类9件、无证类12件。",
        "全年立案17件，其中超载类9件、无证类18件。",
        "全年立案17件（超载类9件、无证类8件、其他1件）。",
        "全年受理投诉120件，其中噪声类87件，粉尘类43件。",
    ],
)
def test_a_breakdown_that_exceeds_its_total_is_shown(text: str) -> None:
    assert failed(text) == ["breakdown"]


@pytest.mark.parametrize("text", ["罚款由12万元增至15万元。"])
def test_a_rise_or_fall_is_no_contradiction(text: str) -> None:
    assert failed(text) == []


def test_nothing_is_repaired() -> None:
    record = extract_text(HEAD + "全年立案17件，其中超载类9件、无证类18件。")
    assert [str(indicator.value) for indicator in record.indicators] == ["17", "9", "18"]


def test_every_module_of_the_room_is_run() -> None:
    modules = {path.stem for path in Path(checks.__file__).parent.glob("*.py")} - {"__init__", "run"}
    assert {check.__module__.rpartition(".")[2] for check in CHECKS} == modules


def test_findings_stand_in_the_order_of_the_checks() -> None:
    names = [check.check for check in check_record(report(figure(1, "a.b", "3"), figure(2, "a.b", "4"), title="2021年报告"))]
    assert names == ["rivals", "year"]


@pytest.mark.parametrize("path", specimens(), ids=lambda path: path.stem)
def test_specimens_contradict_neither_their_rates_nor_their_years(path: Path) -> None:
    assert [check.message for check in extract_file(path).checks if check.check in ("rate", "year") and check.status == "failed"] == []


def test_real_reports_contradict_neither_their_rates_nor_their_years(shared: Path) -> None:
    for path in [*sorted((shared / "seeds").glob("*.txt")), *sorted((shared / "gold" / "more" / "docs").glob("*.txt"))]:
        found = [check.message for check in extract_file(path).checks if check.check in ("rate", "year") and check.status == "failed"]
        assert found == [], path.name
