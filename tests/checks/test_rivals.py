"""One indicator with two values: which figures are rivals first."""

import pytest

from extractor.checks.rivals import check_rivals
from schemas import Indicator
from tests.checks.records import figure, of_year, report

RIVALS = [
    ([figure(1, "a.b", "3"), figure(2, "a.b", "4")], "a.b: 3件, 4件"),
    ([figure(1, "a.b", "3"), figure(2, "a.b", "4"), figure(3, "a.b", "3")], "a.b: 3件, 4件, 3件"),
    ([figure(1, "a.b", "3", period=of_year(2020)), figure(2, "a.b", "4", period=of_year(2020))], "a.b: 3件, 4件"),
    ([figure(1, "a.b", "0.5", "元"), figure(2, "a.b", "5000", "元")], "a.b: 0.5元, 5000元"),
]
AT_PEACE = [
    [],
    [figure(1, "a.b", "3")],
    [figure(1, "a.b", "3"), figure(2, "a.b", "3")],
    [figure(1, "a.b", "3"), figure(2, "a.c", "4")],
    [figure(1, None, "3"), figure(2, None, "4")],
    [figure(1, "a.b", "3"), figure(2, "a.b", "4", part=True)],
    [figure(1, "a.b", "3"), figure(2, "a.b", "4", aspect="change")],
    [figure(1, "a.b", "3"), figure(2, "a.b", "4", aspect="target")],
    [figure(1, "a.b", "3"), figure(2, "a.b", "4", period=of_year(2020))],
    [figure(1, "a.b", "3"), figure(2, "a.b", "4", "户次")],
    [figure(1, "a.b", "3"), figure(2, "a.b", "0", numeral=None)],
]


@pytest.mark.parametrize(("figures", "message"), RIVALS)
def test_rivals_are_shown(figures: list[Indicator], message: str) -> None:
    (check,) = check_rivals(report(*figures))
    assert (check.check, check.status, check.message) == ("rivals", "failed", message)
    assert check.indicators == tuple(each.id for each in figures)


@pytest.mark.parametrize("figures", AT_PEACE)
def test_others_are_none(figures: list[Indicator]) -> None:
    assert list(check_rivals(report(*figures))) == []


def test_a_round_figure_and_an_exact_one_can_both_be_true() -> None:
    """近400艘次 in the foreword, 396艘次 in the chapter."""
    assert list(check_rivals(report(figure(1, "a.b", "400", qualifier="nearly"), figure(2, "a.b", "396")))) == []
