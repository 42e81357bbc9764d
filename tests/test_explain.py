"""How a number got its meaning, as the command tells it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor import extract_text
from tests.runner import Done, run_command

RULES = """\
[[rule]]
code = "ponds.visits"
name = "藕塘清萍次数"
dimension = "count"
units = ["处次", "户次"]
cues = ["清萍…藕塘", "巡塘"]
stages = ["复巡…藕塘"]
modifier_is_part = true
whole = ["各镇", "藕塘"]
zero_cues = ["塌岸事件"]

[[rule]]
code = "ponds.closed"
name = "藕塘封闭数"
dimension = "count"
units = ["处", "处次"]
cues = ["藕塘", "封闭#"]
topics = ["荷农"]
excludes = ["鱼塘"]

[[rule]]
code = "lanterns.a"
name = "甲类灯会场次"
dimension = "count"
cues = ["灯会"]

[[rule]]
code = "lanterns.b"
name = "乙类灯会场次"
dimension = "count"
cues = ["灯会"]
"""
REPORT = """\
林泽县水务局2022年度法治政府建设工作报告

一、日常管理
（一）看塘护岸。截至11月20日，累计清萍各镇藕塘８６处次，其中东片50处次、西片36处次，比上年增加12处次。
复巡低洼藕塘7处次。协助荷农整修藕塘9处，鱼塘藕塘4处。办灯会5场。没有发生塌岸事件。
上年清萍藕塘74处次。劝返三名戏水少年。全年清萍各镇藕塘８６处次。
片区	巡塘户次
东片	50
西片	36
合计	86
二、2023年工作打算
拟清萍藕塘90处次以上，依据林水发〔2021〕6号文件，居全市第2名。
                                        林泽县水务局
                                        2023年1月16日
阅读次数：318
"""

Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    Path("rules.toml").write_text(RULES, encoding="utf-8")
    Path("report.txt").write_bytes(REPORT.encode())
    return lambda *arguments: run_command("explain", "report.txt", "--catalogue", "rules.toml", *arguments)


def told(run: Run, words: str, nth: int = 0) -> dict[str, str]:
    """What is told of the number that stands right behind some words: the first cell of a line to the rest of it."""
    done = run("--at", REPORT.index(words, nth) + len(words))
    assert (done.exit_code, done.stderr) == (0, "")
    lines = (line.strip().partition("  ") for line in done.stdout.splitlines())
    return {label.removeprefix("→").strip(): rest.strip() for label, _, rest in lines}


def table(run: Run, words: str, title: str) -> list[list[str]]:
    """The rows of one table that is told of the number behind some words."""
    _, _, rest = run("--at", REPORT.index(words) + len(words)).stdout.partition(f"{title}\n")
    return [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in rest.split("\n\n")[0].splitlines()[1:]]


class TestKind:
    @pytest.mark.parametrize(
        ("words", "kind"),
        [
            ("各镇藕塘", "quantity: none of label, identifier, date, ordinal, descriptor takes it"),
            ("截至", "date: a day, month, year or a stretch of them; label, identifier did not take it"),
            ("林水发〔", "identifier: the number of a paper, a law, a telephone or the like; label did not take it"),
            ("全市第", "ordinal: a place in an order; label, identifier, date did not take it"),
            ("劝返", "quantity: an amount written in Chinese numerals"),
            ("合计\t", "quantity: a cell of a table"),
            ("阅读次数：", "identifier: it stands outside of the report, where the page speaks of itself"),
        ],
    )
    def test_the_kind_and_who_took_it(self, run: Run, words: str, kind: str) -> None:
        assert told(run, words)["kind"] == kind

    def test_the_sentence_shows_the_number_as_it_is_written(self, run: Run) -> None:
        assert "清萍各镇藕塘【８６】处次，其中东片" in told(run, "各镇藕塘")["sentence"]
        assert told(run, "全市第")["sentence"].endswith("居全市第【2】名")

    def test_a_number_is_found_by_its_unit_too(self, run: Run) -> None:
        by_digits, by_unit = (run("--at", REPORT.index("８６处次") + offset).stdout for offset in (0, 3))
        assert by_digits == by_unit

    def test_an_offset_is_that_of_the_record(self, run: Run) -> None:
        indicator = extract_text(REPORT).indicators[0]
        assert indicator.numeral is not None
        assert run("--at", indicator.numeral.start).stdout == run("--indicator", 1).stdout


class TestFrame:
    def test_the_words_around_and_the_headings_above(self, run: Run) -> None:
        frame = told(run, "各镇藕塘")
        assert (frame["near"], frame["lead"]) == ("累计清萍各镇藕塘", "截至11月20日，累计清萍各镇藕塘")
        assert frame["headings"].startswith("一、日常管理 › （一）看塘护岸")

    def test_the_words_behind_it(self, run: Run) -> None:
        assert told(run, "返")["tail"] == "戏水少年"

    def test_a_cell_has_the_head_of_its_row_and_its_header(self, run: Run) -> None:
        cell = told(run, "西片\t")
        assert (cell["row"], cell["header"]) == ("西片", "巡塘户次")


class TestRules:
    def test_those_in_question_stand_in_order_with_their_rank(self, run: Run) -> None:
        header = "rules that came into question"
        assert table(run, "各镇藕塘", header) == [["→", "ponds.visits", "清萍…藕塘", "in its own clause", "0", "4", "needs none"]]
        assert table(run, "荷农整修藕塘", header) == [["→", "ponds.closed", "藕塘", "in its own clause", "0", "2", "sentence, 6 before"]]

    @pytest.mark.parametrize(
        ("words", "row"),
        [
            ("整修藕塘", ["ponds.visits", "清萍…藕塘"]),
            ("鱼塘藕塘", ["ponds.closed", "藕塘", "excluded by 鱼塘"]),
            ("上年清萍藕塘", ["ponds.closed", "藕塘", "none of its topics is the talk"]),
        ],
    )
    def test_those_with_a_cue_there_and_their_reason(self, run: Run, words: str, row: list[str]) -> None:
        refused = table(run, words, "rules whose cue stands there, and that did not")
        assert (row in refused) is (len(row) == 3)

    def test_what_decided_between_two(self, run: Run) -> None:
        Path("rules.toml").write_text(RULES.replace('topics = ["荷农"]\n', ""), encoding="utf-8")
        assert told(run, "各镇藕塘")["decided"] == "direct: its own words hold a cue; before ponds.closed, because its cue says more"

    def test_two_with_the_same_right(self, run: Run) -> None:
        assert told(run, "办灯会")["decided"] == "lanterns.a and lanterns.b have the same right to it, so neither takes it"
        assert told(run, "办灯会")["code"] == "none"


class TestDecided:
    @pytest.mark.parametrize(
        ("words", "code", "how"),
        [
            ("各镇藕塘", "ponds.visits", "direct"),
            ("其中东片", "ponds.visits", "breakdown"),
            ("比上年增加", "ponds.visits", "change"),
            ("合计\t", "ponds.visits", "table"),
            ("劝返", "none", "no rule came into question"),
        ],
    )
    def test_how_it_got_its_rule(self, run: Run, words: str, code: str, how: str) -> None:
        meaning = told(run, words)
        assert (meaning["code"], meaning["decided"].split(":")[0]) == (code, how)

    @pytest.mark.parametrize(
        ("sentence", "place", "how"),
        [
            ("清萍藕塘86处次、荷池12处次。", "荷池", "list: the verb that governs the figure before governs it, too"),
            ("荷农巡塘由60处次提高到86处次。", "提高到", "restated: it tells the figure before for another time, or what that came to"),
            ("灯会5场。", "灯会", "lanterns.a and lanterns.b have the same right to it, so neither takes it"),
            ("点灯3场。", "点灯", "no rule came into question: it is named in the words of the text"),
        ],
    )
    def test_how_in_other_sentences(self, run: Run, sentence: str, place: str, how: str) -> None:
        text = REPORT.split("（一）", maxsplit=1)[0] + sentence
        Path("report.txt").write_text(text, encoding="utf-8")
        assert how in [line.partition("decided")[2].strip() for line in run("--at", text.index(place) + len(place)).stdout.splitlines()]

    def test_a_statement_that_there_was_none(self, run: Run) -> None:
        denied = told(run, "没有")
        assert denied["kind"] == "a statement that there was none"
        assert denied["decided"] == "denial: its cue stands at the end of what is denied"
        assert "【没有发生塌岸事件】" in denied["sentence"]


class TestMeaning:
    @pytest.mark.parametrize(
        ("words", "aspect"),
        [
            ("各镇藕塘", "level: nothing around it tells a change or a plan"),
            ("比上年增加", "change: a rise, told by “比上年增加”"),
            ("拟清萍藕塘", "target: it stands under “2023年工作打算”, which tells plans"),
        ],
    )
    def test_the_aspect_and_why(self, run: Run, words: str, aspect: str) -> None:
        assert told(run, words)["aspect"] == aspect

    @pytest.mark.parametrize(
        ("words", "period"),
        [
            ("各镇藕塘", "2022-01-01 to 2022-11-20: “截至11月20日”, 9 characters before it"),
            ("低洼藕塘", "2022-01-01 to 2022-12-31: nothing is said: the year of the report"),
            ("上年清萍藕塘", "2021-01-01 to 2021-12-31: “上年”, 4 characters before it"),
            ("拟清萍藕塘", "2023-01-01 to 2023-12-31: a plan is for the year after the report's"),
        ],
    )
    def test_the_period_and_why(self, run: Run, words: str, period: str) -> None:
        assert told(run, words)["period"].startswith(period)

    @pytest.mark.parametrize(
        ("words", "part", "category"),
        [
            ("各镇藕塘", "no: nothing narrows it down", None),
            ("其中东片", "yes: a part of the figure named below", "东片"),
            ("复巡低洼藕塘", "yes: its cue is that of a step or an outcome", None),
            ("西片\t", "yes: a part of the figure named below", "西片"),
        ],
    )
    def test_the_part_and_why(self, run: Run, words: str, part: str, category: str | None) -> None:
        meaning = told(run, words)
        assert meaning["part"] == part
        assert category is None or meaning["category"] == category

    def test_the_whole_is_named(self, run: Run) -> None:
        whole = told(run, "其中东片")["part of"]
        assert whole.startswith("indicator 1: ")
        assert "86 处次" in whole

    def test_what_it_says_again_is_named(self, run: Run) -> None:
        text = REPORT.replace("截至11月20日，", "")
        Path("report.txt").write_text(text, encoding="utf-8")
        done = run("--at", text.index("全年清萍各镇藕塘") + 8)
        (line,) = (line for line in done.stdout.splitlines() if line.startswith("  repeats"))
        assert "indicator 1: " in line


class TestRefusals:
    def test_an_offset_without_a_number(self, run: Run) -> None:
        place, nearest = REPORT.index("整修藕塘"), REPORT.index("9处")
        done = run("--at", place)
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr == f"there is no number at {place}, where “整修藕塘9处，鱼” begins; the nearest is “9” at {nearest}\n"

    @pytest.mark.parametrize("offset", ["9999", "-1"])
    def test_an_offset_outside_of_the_text(self, run: Run, offset: str) -> None:
        done = run(f"--at={offset}")
        assert (done.exit_code, done.stderr) == (2, f"there is no offset {offset}: the text has {len(REPORT)} characters\n")

    @pytest.mark.parametrize("number", ["0", "999"])
    def test_an_indicator_that_there_is_not(self, run: Run, number: str) -> None:
        done = run("--indicator", number)
        assert (done.exit_code, done.stderr.split(":")[0]) == (2, f"there is no indicator {number}")

    @pytest.mark.parametrize("arguments", [(), ("--at", "1", "--indicator", "1"), ("--at", "one")])
    def test_one_number_has_to_be_said(self, run: Run, arguments: tuple[str, ...]) -> None:
        assert run(*arguments).exit_code == 2

    def test_a_text_without_any_number(self, run: Run) -> None:
        Path("report.txt").write_text("一无所有", encoding="utf-8")
        assert run("--at", 1).stderr == "there is no number at 1, where “无所有” begins, and none anywhere in the text\n"

    def test_a_file_that_cannot_be_read(self) -> None:
        done = run_command("explain", "none.txt", "--at", "1")
        assert (done.exit_code, done.stderr) == (1, "none.txt: no such file or directory\n")


def test_every_number_of_a_report_can_be_explained_as_it_is_in_the_record(run: Run) -> None:
    report = extract_text(REPORT)
    for numeral in report.numerals:
        done = run("--at", numeral.start)
        assert (done.exit_code, done.stderr, numeral.kind in done.stdout) == (0, "", True)
    for number in range(1, len(report.indicators) + 1):
        assert run("--indicator", number).exit_code == 0
