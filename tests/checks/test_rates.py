"""Rates that follow from two counts: what comes of them first."""

import pytest

from extractor import extract_text
from extractor.checks.rates import RATIOS, check_rates
from extractor.indicators.rules import load_rules
from schemas import Indicator
from tests.checks.records import figure, of_year, report

WHOLE, PART, RATE = "mediation.accepted", "mediation.succeeded", "mediation.success_rate"


def told(whole: str, part: str, rate: str) -> list[Indicator]:
    return [figure(1, WHOLE, whole), figure(2, PART, part), figure(3, RATE, rate, "%")]


@pytest.mark.parametrize(
    ("status", "whole", "part", "rate"),
    [
        ("passed", "120", "114", "95"),
        ("passed", "67", "65", "97.01"),
        ("passed", "67", "65", "97"),
        ("passed", "67", "65", "96.5"),
        ("passed", "50", "50", "100"),
        ("passed", "50", "0", "0"),
        ("failed", "3", "2", "66"),
        ("failed", "120", "114", "96"),
        ("failed", "120", "114", "100"),
        ("failed", "120", "60", "5"),
    ],
)
def test_a_rate_follows_from_its_counts(status: str, whole: str, part: str, rate: str) -> None:
    (check,) = check_rates(report(*told(whole, part, rate)))
    assert (check.check, check.status, check.indicators) == ("rate", status, (3, 2, 1))


def test_the_message_shows_the_sum() -> None:
    (check,) = check_rates(report(*told("120", "114", "96")))
    assert check.message == "mediation.success_rate: 96%, 114 / 120 = 95.00%"


def changed(which: int, **more: object) -> list[Indicator]:
    figures = told("120", "114", "100")
    figures[which] = figures[which].model_copy(update=more)
    return figures


SILENT = [
    [],
    told("120", "114", "100")[1:],
    told("120", "114", "100")[::2],
    told("114", "120", "100"),
    told("0", "0", "100"),
    changed(2, qualifier="at_least"),
    changed(2, aspect="target"),
    changed(2, aspect="change"),
    changed(2, part=True),
    changed(2, name="按期调解成功率"),
    changed(2, section=4),
    changed(2, period=of_year(2020)),
    changed(1, part=True),
    changed(1, qualifier="about"),
    changed(0, period=of_year(2020)),
    [*told("120", "114", "100")[:2], figure(9, RATE, "100", "%")],
    [figure(1, WHOLE, "120"), figure(2, WHOLE, "90"), figure(3, PART, "80"), figure(4, RATE, "100", "%")],
]


@pytest.mark.parametrize("figures", SILENT)
def test_a_rate_of_something_else_is_let_be(figures: list[Indicator]) -> None:
    assert list(check_rates(report(*figures))) == []


def test_every_code_is_one_of_the_catalogue() -> None:
    codes = {rule.code for rule in load_rules()}
    assert {code for rate, ratio in RATIOS.items() for code in (rate, *ratio)} <= codes


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("passed", "全年受理渔业纠纷调解67起，调解成功65起，调解成功率97.01%。"),
        ("failed", "全年受理渔业纠纷调解67起，调解成功55起，调解成功率97.01%。"),
        ("passed", "全年受理行政许可申请120件，办结114件，办结率95%。"),
        ("failed", "全年受理行政许可申请120件，办结114件，办结率98%。"),
        (None, "全年受理行政许可申请120件，办结114件，按时办结率100%。"),
        (None, "全年受理行政许可申请120件，办结114件，群众满意率100%。"),
    ],
)
def test_rates_of_a_text(status: str | None, text: str) -> None:
    found = [check.status for check in extract_text(f"某市港航局2021年度法治政府建设情况报告\n{text}").checks if check.check == "rate"]
    assert found == ([status] if status else [])
