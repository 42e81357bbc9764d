"""The catalogue on the command line: rules listed, shown and tested, and files of one's own with the same powers and checks."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.indicators.rules import load_rules
from extractor.rulebook import check_form, read_catalogue
from tests.runner import Done, run_command
from tests.samples import ROOT
from tests.test_cli import on_a_terminal

PONDS = """\
[[rule]]
code = "ponds.visits"
name = "藕塘清萍次数"
name_en = "visits of lotus ponds"
dimension = "count"
units = ["处次", "次"]
cues = ["清萍…藕塘", "清萍#藕塘"]
stages = ["复巡…藕塘"]
excludes = ["拟"]
source = "written for this test"
notes = "藕塘 are ponds where lotus grows"
examples = [
    { text = "全年清萍各镇藕塘86处次。", at = "86", value = 86, unit = "处次" },
    { text = "入夏后清萍了12次藕塘。", at = "12" },
    { text = "另复巡低洼藕塘7处次。", at = "7", part = true },
]
counter_examples = [{ text = "拟清萍藕塘40处次。", at = "40", note = "what is meant to be done was not done" }]
"""
REPORT = "林泽县水务局2022年度法治政府建设工作报告\n\n一、日常管理\n全年清萍藕塘86处次，立案17件。\n"

Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command, run in a folder with a report and a file of rules."""
    monkeypatch.chdir(tmp_path)
    Path("ponds.toml").write_text(PONDS, encoding="utf-8")
    Path("report.txt").write_text(REPORT, encoding="utf-8")
    return run_command


def codes_of(done: Done) -> list[str | None]:
    return [indicator["code"] for indicator in json.loads(done.stdout)["indicators"]]


def rows(done: Done) -> list[list[str]]:
    return [line.split("\t") for line in done.stdout.splitlines()]


class TestList:
    def test_to_a_pipe_it_is_tsv_with_a_line_for_each_rule(self, run: Run) -> None:
        header, *lines = rows(run("catalogue", "list"))
        assert header == ["code", "name", "name_en", "dimension", "units", "examples"]
        assert [line[0] for line in lines] == [rule.code for rule in load_rules()]
        assert {len(line) for line in lines} == {6}

    def test_a_theme_can_be_asked_for(self, run: Run) -> None:
        _, *lines = rows(run("catalogue", "list", "--theme", "penalty"))
        assert lines
        assert all(line[0].startswith("penalty.") for line in lines)

    def test_a_theme_that_there_is_not(self, run: Run) -> None:
        done = run("catalogue", "list", "--theme", "weather")
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr.startswith("there is no theme weather; there are ")
        assert "penalty" in done.stderr

    def test_rules_of_ones_own_are_listed(self, run: Run) -> None:
        _, line = rows(run("catalogue", "list", "--theme", "ponds", "--catalogue", "ponds.toml"))
        assert line == ["ponds.visits", "藕塘清萍次数", "visits of lotus ponds", "count", "处次 次", "3"]

    @pytest.mark.usefixtures("run")
    def test_on_a_terminal_it_is_a_table(self, tmp_path: Path) -> None:
        shown = on_a_terminal(tmp_path, "catalogue", "list", "--theme", "ponds", "--catalogue", "ponds.toml", NO_COLOR="1")
        assert "\t" not in shown
        assert shown.splitlines()[1].split() == ["ponds.visits", "藕塘清萍次数", "visits", "of", "lotus", "ponds", "count", "处次", "次", "3"]


class TestShow:
    def test_everything_about_a_rule_is_shown(self, run: Run) -> None:
        shown = run("catalogue", "show", "ponds.visits", "--catalogue", "ponds.toml").stdout
        for words in ("藕塘清萍次数", "visits of lotus ponds", "清萍…藕塘  清萍#藕塘", "复巡…藕塘", "where lotus grows", "ponds.toml"):
            assert words in shown
        for words in ("入夏后清萍了12次藕塘。", "另复巡低洼藕塘7处次。  (part yes)", "拟清萍藕塘40处次。  (note what is meant"):
            assert words in shown

    def test_a_packaged_rule_is_shown_with_its_file(self, run: Run) -> None:
        done = run("catalogue", "show", "penalty.filed")
        assert done.exit_code == 0
        assert done.stdout.splitlines()[0].startswith("penalty.filed  ")
        assert done.stdout.splitlines()[-1].split() == ["from", "penalty.toml"]

    def test_a_rule_that_replaces_a_packaged_one_is_the_one_that_is_shown(self, run: Run) -> None:
        Path("own.toml").write_text(PONDS.replace("ponds.visits", "penalty.filed"), encoding="utf-8")
        assert run("catalogue", "show", "penalty.filed", "--catalogue", "own.toml").stdout.startswith("penalty.filed  藕塘清萍次数\n")

    def test_every_packaged_rule_can_be_shown(self, run: Run) -> None:
        for rule in load_rules()[::17]:
            done = run("catalogue", "show", rule.code)
            assert (done.exit_code, done.stderr) == (0, "")
            assert all(example.text in done.stdout for example in rule.examples)

    def test_a_code_that_there_is_not(self, run: Run) -> None:
        done = run("catalogue", "show", "ponds.visit", "--catalogue", "ponds.toml")
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr == "there is no rule ponds.visit: did you mean ponds.visits?\n"


class TestTest:
    def test_rules_that_hold(self, run: Run) -> None:
        done = run("catalogue", "test", "ponds.toml")
        assert (done.exit_code, done.stdout, done.stderr) == (0, "0 of 4 do not hold\n", "")

    @pytest.mark.parametrize(
        ("old", "new", "line"),
        [
            ("value = 86", "value = 87", "example 全年清萍各镇藕塘86处次。 [86]: value is 86"),
            ('at = "12"', 'at = "12", part = true', "example 入夏后清萍了12次藕塘。 [12]: part is False"),
            ('at = "7", part', 'at = "9", part', "example 另复巡低洼藕塘7处次。 [9]: no such number"),
            ('excludes = ["拟"]', "", "counter-example 拟清萍藕塘40处次。 [40]: has the code, and must not (direct)"),
            ('"处次", "次"', '"次"', "example 全年清萍各镇藕塘86处次。 [86]: has no code: its unit is not 处次"),
            ('excludes = ["拟"]', 'excludes = ["拟", "各镇"]', "example 全年清萍各镇藕塘86处次。 [86]: has no code: excluded by 各镇"),
            ('excludes = ["拟"]', 'clause_excludes = ["全年"]', "example 全年清萍各镇藕塘86处次。 [86]: has no code: excluded by 全年"),
            ('excludes = ["拟"]', 'topics = ["荷农"]', "example 全年清萍各镇藕塘86处次。 [86]: has no code: none of its topics is the talk"),
            ("清萍…藕塘", "查看…藕塘", "example 全年清萍各镇藕塘86处次。 [86]: has no code: no cue of the rule stands in its frame"),
        ],
    )
    def test_what_does_not_hold_is_told(self, run: Run, old: str, new: str, line: str) -> None:
        Path("own.toml").write_text(PONDS.replace(old, new, 1), encoding="utf-8")
        done = run("catalogue", "test", "own.toml")
        assert done.exit_code == 1
        assert f"ponds.visits: {line}" in done.stdout.splitlines()

    def test_a_gap_that_is_one_still(self, run: Run) -> None:
        Path("own.toml").write_text(PONDS.replace("counter_examples", "known_gaps"), encoding="utf-8")
        assert run("catalogue", "test", "own.toml").stdout == "0 of 4 do not hold\n"

    def test_a_gap_that_is_none_any_more(self, run: Run) -> None:
        Path("own.toml").write_text(PONDS.replace("counter_examples", "known_gaps").replace('excludes = ["拟"]', ""), encoding="utf-8")
        done = run("catalogue", "test", "own.toml")
        assert done.exit_code == 1
        assert "known gap 拟清萍藕塘40处次。 [40]: is no gap any more" in done.stdout

    def test_two_rules_with_the_same_right_are_both_named(self, run: Run) -> None:
        Path("own.toml").write_text(PONDS + PONDS.replace("ponds.visits", "ponds.rounds"), encoding="utf-8")
        done = run("catalogue", "test", "own.toml")
        assert done.exit_code == 1
        assert "[86]: has no code: ponds.visits and ponds.rounds have the same right to it" in done.stdout

    def test_a_rule_is_tried_among_those_of_the_other_file(self, run: Run) -> None:
        Path("other.toml").write_text(PONDS.replace("ponds.visits", "ponds.lotus").replace("清萍…藕塘", "清萍各镇藕塘"), encoding="utf-8")
        done = run("catalogue", "test", "ponds.toml", "--catalogue", "other.toml")
        assert "ponds.visits: example 全年清萍各镇藕塘86处次。 [86]: is ponds.lotus (direct)" in done.stdout
        assert done.stdout.endswith("of 4 do not hold\n")

    def test_without_a_file_all_rules_are_tested(self, run: Run) -> None:
        done = run("catalogue", "test")
        tried = sum(len(rule.examples) + len(rule.counter_examples) + len(rule.known_gaps) for rule in load_rules())
        assert f" of {tried} do not hold" in done.stdout


class TestOwnRules:
    def test_a_new_code_is_added(self, run: Run) -> None:
        assert codes_of(run("extract", "report.txt")) == [None, "penalty.filed"]
        assert codes_of(run("extract", "report.txt", "--catalogue", "ponds.toml")) == ["ponds.visits", "penalty.filed"]

    def test_a_code_that_is_there_is_replaced(self, run: Run) -> None:
        Path("own.toml").write_text(PONDS.replace("ponds.visits", "penalty.filed"), encoding="utf-8")
        assert codes_of(run("extract", "report.txt", "--catalogue", "own.toml")) == ["penalty.filed", None]

    def test_several_files_the_last_of_which_counts(self, run: Run) -> None:
        Path("own.toml").write_text(PONDS.replace("清萍", "刈草"), encoding="utf-8")
        both = ("--catalogue", "ponds.toml", "--catalogue", "own.toml")
        assert codes_of(run("extract", "report.txt", *both)) == [None, "penalty.filed"]
        assert codes_of(run("extract", "report.txt", *both[2:], *both[:2])) == ["ponds.visits", "penalty.filed"]

    def test_a_file_saved_with_a_byte_order_mark(self, run: Run) -> None:
        Path("own.toml").write_text(PONDS, encoding="utf-8-sig")
        assert codes_of(run("extract", "report.txt", "--catalogue", "own.toml"))[0] == "ponds.visits"

    def test_the_file_of_rules_is_no_place_for_output(self, run: Run) -> None:
        done = run("extract", "report.txt", "--catalogue", "ponds.toml", "-o", "ponds.toml", "-f", "csv")
        assert done.exit_code == 2
        assert Path("ponds.toml").read_text(encoding="utf-8") == PONDS

    @pytest.mark.parametrize(
        "arguments",
        [
            ("extract", "report.txt", "--catalogue", "own.toml"),
            ("explain", "report.txt", "--indicator", "1", "--catalogue", "own.toml"),
            ("catalogue", "list", "--catalogue", "own.toml"),
            ("catalogue", "show", "ponds.visits", "--catalogue", "own.toml"),
            ("catalogue", "test", "own.toml"),
            ("catalogue", "test", "ponds.toml", "--catalogue", "own.toml"),
        ],
    )
    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            (PONDS + 'colour = "green"\n', "own.toml: ponds.visits: unknown key colour"),
            (PONDS + PONDS, "own.toml: the code ponds.visits stands twice in the catalogue"),
            (PONDS.replace('"清萍#藕塘"', '"清萍…藕塘"'), "own.toml: ponds.visits: the cue 清萍…藕塘 stands twice"),
            (PONDS.replace("复巡…藕塘", "清萍…藕塘"), "own.toml: ponds.visits: the cue 清萍…藕塘 stands twice"),
            (PONDS.replace('"处次"', '"塘次次"'), "own.toml: ponds.visits: there is no unit 塘次次"),
            (PONDS.replace('"count"', '"weight"'), "own.toml: ponds.visits: there is no dimension weight"),
            (PONDS.replace('["清萍…藕塘", "清萍#藕塘"]', '"清萍"'), "own.toml: ponds.visits: cues has to be a list of strings"),
            (PONDS.replace('excludes = ["拟"]', 'stock = "yes"'), "own.toml: ponds.visits: stock has to be true or false"),
            (PONDS.replace("ponds.visits", "ponds visits"), "own.toml: ponds visits: a code has the form theme.thing"),
            (PONDS.replace('excludes = ["拟"]', 'share = "ponds.share"'), "own.toml: ponds.visits: its share names ponds.share, and there is no such rule"),
            (PONDS.replace('excludes = ["拟"]', 'follows = ["frogs"]'), "own.toml: ponds.visits: it names frogs, and there is no such rule or theme"),
            (PONDS.replace("[[rule]]", "[[rules]]"), "own.toml: unknown key rules: a catalogue is a list of [[rule]]"),
            ("", "own.toml: there is no [[rule]] in it"),
            ("[[rule", "own.toml: Expected ']]' at the end of an array declaration (at end of document)"),
            (None, "own.toml: no such file or directory"),
        ],
    )
    def test_what_cannot_be_right_is_refused_in_one_line(self, run: Run, arguments: tuple[str, ...], text: str | None, reason: str) -> None:
        if text is not None:
            Path("own.toml").write_text(text, encoding="utf-8")
        done = run(*arguments)
        assert (done.exit_code, done.stdout, done.stderr) == (2, "", reason + "\n")

    def test_what_is_not_utf_8_is_refused(self, run: Run) -> None:
        Path("own.toml").write_bytes(PONDS.encode("gb18030"))
        assert run("catalogue", "test", "own.toml").stderr == "own.toml: is not UTF-8\n"

    @pytest.mark.parametrize("path", sorted((ROOT / "extractor" / "catalogue").glob("*.toml")), ids=lambda path: path.name)
    def test_the_packaged_files_stand_the_same_checks(self, path: Path) -> None:
        check_form(path.read_text(encoding="utf-8"), path.name)
        assert {rule.code for rule in read_catalogue([path])} == {rule.code for rule in load_rules()}
