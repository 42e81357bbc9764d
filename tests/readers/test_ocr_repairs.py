"""What recognition mistakes: put right where nothing else can have been printed, left alone where it can."""

import pytest

from extractor.readers.ocr_repairs import repaired
from extractor.readers.ocr_text import UNCERTAIN, Recognised

REPAIRED = [
    ("2021年", "2O21年"),
    ("2020年", "2O2o年"),
    ("2019年", "20l9年"),
    ("达到100%", "达到1OO%"),
    ("共1105件", "共11O5件"),
    ("3月20日—10月11日", "3月20日一10月11日"),
    ("2015—2020年", "2015一2020年"),
    ("用时3—5个工作日", "用时3一5个工作日"),
    ("国发〔2019〕9号", "国发[2019]9号"),
    ("湘政办发〔2022〕第3号", "湘政办发【2022】第3号"),
    ("益税函〔2023〕87号", "益税函〔2023]87号"),
    ("来源：办公室，编辑：科室；", "来源:办公室,编辑:科室;"),
    ("立案3件，结案2件。", "立案3件,结案2件."),
    ("满意率98.5%，提高", "满意率98.5%,提高"),
    ("（一）优化环境（试行）", "(一)优化环境(试行)"),
    ("2022-02-16 15:08", "2022-02-1615:08"),
    ("2022/02/16 15:08 来源", "2022/02/1615:08 来源"),
]

LEFT_ALONE = [
    "O2O平台",
    "B2B与O2O",
    "MA5O2X",
    "PM2.5",
    "5G",
    "一. 工作情况",
    "1.2",
    "三一重工",
    "一是2家",
    "第一1",
    "4,286户次",
    "27.787期",
    "06919件",
    "12:30",
    "1O",
    "(2022)",
    "20220216150800",
]


@pytest.mark.parametrize(("printed", "read"), REPAIRED)
def test_what_cannot_have_been_printed_is_put_right(printed: str, read: str) -> None:
    assert repaired(_sure(read)).text == printed


@pytest.mark.parametrize("text", [*LEFT_ALONE, *(printed for printed, _ in REPAIRED)])
def test_what_can_have_been_printed_is_left_alone(text: str) -> None:
    assert repaired(_sure(text)) == _sure(text)


@pytest.mark.parametrize(("printed", "read"), REPAIRED)
def test_each_character_keeps_its_certainty(printed: str, read: str) -> None:
    line = repaired(_sure(read))
    assert len(line.certainties) == len(line.text) == len(printed)


@pytest.mark.parametrize("read", ["2O21年", "20l9年", "达到1OO%"])
def test_a_figure_that_was_changed_is_marked(read: str) -> None:
    assert min(repaired(_sure(read)).certainties) < UNCERTAIN


@pytest.mark.parametrize("text", [read for _, read in REPAIRED] + LEFT_ALONE)
def test_no_digit_becomes_another(text: str) -> None:
    digits = "".join(character for character in text if character.isdecimal())
    after = iter(character for character in repaired(_sure(text)).text if character.isdecimal())
    assert all(digit in after for digit in digits)


def _sure(text: str) -> Recognised:
    return Recognised(text, (0.9999,) * len(text))
