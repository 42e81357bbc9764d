"""The measure itself: what counts as right, how it is counted, what is remembered and what is told."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests import accuracy, accuracy_known, accuracy_state
from tests.accuracy_known import load_known, unlisted, update_known
from tests.accuracy_records import record_checks
from tests.accuracy_state import compared, load_state, save_state
from tests.accuracy_tally import Count, by_code, by_measure, naming
from tests.accuracy_xfails import mended
from tests.labels import Check, Figure, Zero, core_codes, figure_checks, zero_checks
from tests.passages import Passage, passage_checks
from tests.samples import Record

FINES = Figure(Decimal(17700), None, "元", "exact", "level", part=False, code="penalty.fines", name="罚款金额", period=("2022-01-01", "2022-12-31"))


def faults(want: Figure | None, *found: Figure) -> list[str]:
    return [check.told() for check in figure_checks("a", "1", want, found) if check.fault]


class TestFigures:
    def test_the_same_is_right(self) -> None:
        assert faults(FINES, FINES) == []

    def test_every_field_is_told_of(self) -> None:
        got = replace(FINES, value=Decimal(1770), qualifier="about", aspect="target", part=True, period=("2023-01-01", "2023-12-31"))
        assert faults(FINES, got) == [
            "a, 1, quantity: wants 17700元, gets 1770元",
            "a, 1, qualifier: wants exact, gets about",
            "a, 1, aspect: wants level, gets target",
            "a, 1, period: wants 2022-01-01/2022-12-31, gets 2023-01-01/2023-12-31",
            "a, 1, part: wants False, gets True",
        ]

    def test_a_missed_figure_is_a_missed_code_too(self) -> None:
        assert faults(FINES) == ["a, 1, quantity: wants 17700元, gets none", "a, 1, code: wants penalty.fines, gets none"]

    def test_a_figure_without_label_is_told_once(self) -> None:
        assert faults(None, FINES) == ["a, 1, quantity: wants none, gets 17700元"]

    def test_of_two_things_that_one_number_states_the_labelled_one_counts(self) -> None:
        assert faults(FINES, replace(FINES, code="penalty.confiscated"), FINES) == []

    def test_a_code_beyond_the_core_is_none_where_the_label_has_none(self) -> None:
        beyond, unknown = replace(FINES, code="tax.refunds"), replace(FINES, code=None)
        assert "tax.refunds" not in core_codes()
        assert faults(unknown, beyond) == []
        assert faults(unknown, FINES) == ["a, 1, code: wants none, gets penalty.fines"]
        assert faults(FINES, beyond) == ["a, 1, code: wants penalty.fines, gets tax.refunds"]

    def test_whose_figure_it_is_matters_where_there_is_a_code(self) -> None:
        assert faults(replace(FINES, code=None), replace(FINES, code=None, part=True)) == []


def test_zeros_have_to_touch_and_agree() -> None:
    wanted = [Zero(10, 18, "review.cases"), Zero(30, 38, None)]
    told = [check.told() for check in zero_checks("a", wanted, [Zero(20, 28, "review.cases"), Zero(30, 38, "tax.refunds")]) if check.fault]
    assert told == ["a, review.cases at 10, zero: wants review.cases, gets none", "a, review.cases at 20, zero: wants none, gets review.cases"]
    assert all(check.right for check in zero_checks("a", wanted, [Zero(12, 20, "review.cases")]))


def test_a_passage_tells_figure_field_want_and_got() -> None:
    figure = {"at": "3", "value": 3210, "unit": "件", "code": "complaint.total", "name": "受理投诉件数"}
    passage = Passage("water 9", "受理投诉３ 210件，12314热线畅通。", 2022, figures=(figure, {**figure, "at": "7"}), others=({"at": "12314", "kind": "date"},))
    assert [check.told() for check in passage_checks(passage) if check.fault] == [
        "water 9, 7 (figure 2), quantity: wants 3210件, gets none",
        "water 9, 7 (figure 2), code: wants complaint.total, gets none",
        "water 9, 7 (figure 2), kind: wants quantity, gets other",
        "water 9, 12314 (other), kind: wants date, gets descriptor",
    ]


def test_a_field_with_two_readings_is_not_judged() -> None:
    figure = {"at": "3", "value": 3, "unit": "件", "code": "complaint.total", "name": "投诉件数", "part": True, "open": ["part"]}
    passage = Passage("water 9", "受理投诉3件。", 2022, figures=(figure,))
    assert [check.what for check in passage_checks(passage) if check.fault] == []
    assert "indicator" in {check.what for check in passage_checks(passage)}
    other = Passage("water 9", "受理投诉3件。", 2022, figures=({**figure, "code": "petition.total", "open": ["code", "part"]},))
    assert {"code", "part", "indicator"}.isdisjoint(check.what for check in passage_checks(other))


class TestCounts:
    CHECKS = (
        Check("a", "1", "code", "x", "x"),
        Check("a", "2", "code", "x", "y"),
        Check("a", "3", "code", "y", None),
        Check("a", "4", "code", None, "x"),
    )

    def test_a_mistaken_code_is_missed_here_and_wrong_there(self) -> None:
        assert by_code(self.CHECKS) == {"x": Count(gold=2, found=2, right=1), "y": Count(gold=1, found=1, right=0)}

    def test_precision_and_recall(self) -> None:
        count = by_measure(self.CHECKS)["codes"]
        assert (count.right, count.wrong, count.missed) == (1, 2, 2)
        assert count.precision == count.recall == count.f1 == pytest.approx(1 / 3)

    def test_nothing_to_count_has_no_share(self) -> None:
        assert (Count(0, 0, 0).precision, Count(0, 0, 0).recall, Count(0, 0, 0).f1) == (None, None, None)

    def test_what_is_absent_and_not_found_is_right(self) -> None:
        assert by_measure([Check("a", "index_number", "metadata", None, None)])["metadata"].f1 == 1

    def test_names_are_more_or_less_alike(self) -> None:
        assert naming([Check("a", "1", "name", "罚款金额", "罚款金额"), Check("a", "2", "name", "罚款", "检查")]) == 0.5


class TestState:
    WRONG = Check("market 4", "58 (figure 5)", "part", "True", "False")
    MENDED = WRONG._replace(got="True")

    def test_what_was_gained_and_lost(self, tmp_path: Path) -> None:
        path = tmp_path / "state.json"
        save_state({"corpus": [self.WRONG]}, path)
        assert compared({"corpus": [self.MENDED]}, load_state(path))["corpus"] == ([self.MENDED], [])
        save_state({"corpus": [self.MENDED]}, path)
        assert compared({"corpus": [self.WRONG]}, load_state(path))["corpus"] == ([], [self.WRONG])

    def test_a_source_that_is_not_there_keeps_its_state(self, tmp_path: Path) -> None:
        path = tmp_path / "state.json"
        save_state({"corpus": [self.WRONG], "real reports": [self.WRONG]}, path)
        save_state({"corpus": []}, path)
        assert load_state(path) == {"corpus": [], "real reports": [self.WRONG.key]}

    def test_without_a_state_there_is_nothing_to_compare(self, tmp_path: Path) -> None:
        assert compared({"corpus": [self.WRONG]}, load_state(tmp_path / "none.json")) == {}


class TestKnown:
    WRONG = Check("s01", "6,042 at 1914", "code", "complaint.total", None)

    def test_a_difference_needs_a_reason(self, tmp_path: Path) -> None:
        path = tmp_path / "known.toml"
        update_known([self.WRONG], path)
        assert load_known(path) == [(self.WRONG, "")]
        assert unlisted([self.WRONG], load_known(path)) == [f"not listed with a reason: {self.WRONG.told()}"]

    def test_reasons_outlive_an_update(self, tmp_path: Path) -> None:
        path = tmp_path / "known.toml"
        update_known([self.WRONG], path)
        path.write_text(path.read_text(encoding="utf-8").replace('reason = ""', 'reason = "two readings"'), encoding="utf-8")
        update_known([self.WRONG, self.WRONG._replace(what="part", want="True", got="False")], path)
        assert [reason for _, reason in load_known(path)] == ["two readings", ""]

    def test_what_is_mended_has_to_go(self) -> None:
        known = [accuracy_known.Known(self.WRONG, "two readings")]
        assert unlisted([], known) == [f"listed, and not so any more: {self.WRONG.told()}"]


def test_a_passage_that_is_read_right_needs_no_reason_any_more() -> None:
    passages = [Passage("market 4", "", 2022, xfail="two readings"), Passage("market 5", "", 2022, xfail="two readings"), Passage("market 6", "", 2022)]
    assert mended([TestState.WRONG], passages) == [passages[1]]


def test_the_parts_of_a_record_that_are_judged() -> None:
    gold: Record = {
        "file": "a.txt",
        "metadata": {"title": "某县水务局报告", "year": 2022, "addressees": ["县政府"]},
        "body": {"start": 0, "end": 100},
        "sections": [{"start": 10, "level": 1, "label": "一、", "title": "工作情况"}, {"start": 20, "level": 2, "label": "", "title": "", "optional": True}],
        "numerals": [{"start": 30, "end": 34, "text": "2022", "kind": "date"}],
        "zeros": [],
    }
    record: Record = {
        **dict.fromkeys(("document_number", "index_number", "issuer", "dates"), None),
        "title": "某县水务局 报告",
        "year": 2022,
        "addressees": [],
        "body": {"start": 0, "end": 90},
        "sections": [{"start": 10, "level": 2, "title": "工作情况"}],
        "numerals": [{"start": 30, "end": 35, "kind": "date"}],
        "indicators": [],
    }
    assert [check.told() for check in record_checks(gold, record) if check.fault] == [
        "a, addressees, metadata: wants 县政府, gets none",
        "a, body, body: wants 0-100, gets 0-90",
        "a, 工作情况 at 10, section: wants 1, gets 2",
    ]


SOURCES = {"corpus": [*TestCounts.CHECKS, TestState.WRONG], "specimens": [TestKnown.WRONG]}


class TestCommand:
    @pytest.fixture(autouse=True)
    def files(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setattr(accuracy, "checks_by_source", lambda: SOURCES)
        monkeypatch.setattr(accuracy, "load_state", lambda: load_state(tmp_path / "state.json"))
        monkeypatch.setattr(accuracy, "save_state", lambda sources: save_state(sources, tmp_path / "state.json"))
        monkeypatch.setattr(accuracy, "drop_mended", lambda _: [])
        monkeypatch.setattr(accuracy, "load_passages", lambda: (Passage("market 4", "", 2022, xfail="two readings"),))
        monkeypatch.setattr(accuracy, "update_known", lambda checks: update_known(checks, tmp_path / "known.toml"))

    def test_it_counts_and_remembers(self, capsys: pytest.CaptureFixture[str]) -> None:
        accuracy.main(["--save"])
        told = capsys.readouterr().out
        assert "corpus: codes" in told
        assert "specimens: totals" in told
        assert "no state is saved" in told
        accuracy.main(["--totals"])
        told = capsys.readouterr().out
        assert "corpus: codes" not in told
        assert "corpus: 0 gained, 0 lost; specimens: 0 gained, 0 lost" in told

    def test_it_tells_how_much_is_left_open(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(accuracy, "open_fields", lambda: Counter({"part": 2, "code": 1}))
        accuracy.main(["--totals"])
        assert "corpus, not judged for two readings: code 1, part 2\n" in capsys.readouterr().out

    def test_it_tells_faults(self, capsys: pytest.CaptureFixture[str]) -> None:
        accuracy.main(["--faults", "market"])
        assert capsys.readouterr().out == "market 4, 58 (figure 5), part: wants True, gets False\n"

    def test_it_tells_what_has_no_reason_yet(self, capsys: pytest.CaptureFixture[str]) -> None:
        accuracy.main(["--known"])
        told = capsys.readouterr().out.splitlines()
        assert told[0] == "s01, 6,042 at 1914, code: wants complaint.total, gets none"
        assert {line.partition(",")[0] for line in told[1:]} == {"a"}


def test_the_files_of_golden_records_are_where_they_are_looked_for() -> None:
    assert accuracy_state.STATE.parent == accuracy_known.KNOWN.parent
    assert len(core_codes()) == 85
