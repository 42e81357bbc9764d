"""Every encoding in which a report may come, the ones that are mistaken for each other, and bytes that are no text."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.errors import ReadError
from extractor.readers.decoding import decode
from tests.samples import REPORT, real_reports

TRADITIONAL = (
    "花蓮縣政府環境保護處一百一十一年度依法行政報告\r\n\r\n一、辦理情形\r\n"
    "本處於2022年受理許可申請318件，審查通過297件，並對違規業者裁處罰鍰42.5萬元。\r\n"
    "（一）加強稽查。全年檢查工廠1,086家次，其中不合格23家次，均已限期改善。\r\n"
)
MARKED = ["utf-8-sig", "utf-16", "utf-32"]
UNMARKED = ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "gb18030"]

# Sentences that a report may consist of, short and long, with and without digits.
SENTENCES = [
    "2022年，我局认真落实各项工作，",
    "全年立案查处17件，罚款23.4万元。",
    "\n（一）优化营商环境\n",
    "\r\n三、存在的问题\r\n",
    "办结率１００％，满意率98.5%；",
    "　　没有发生行政诉讼案件。",
    "开展培训十二次，参加人员3 210人次。",
    "㎡①…—·〔2022〕6号",
]
texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=12).map("".join)


@given(text=texts)
@pytest.mark.parametrize("encoding", [*MARKED, "utf-8", "gb18030"])
def test_text_comes_back(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.notices == ()


@given(text=texts)
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_text_without_a_mark_comes_back_where_it_has_a_digit_or_line_end(encoding: str, text: str) -> None:
    assert decode(("2022\n" + text).encode(encoding)).text == "2022\n" + text


@pytest.mark.parametrize("encoding", [*MARKED, *UNMARKED])
def test_the_encoding_that_is_told_gives_the_text(encoding: str) -> None:
    data = REPORT.encode(encoding)
    assert data.decode(decode(data).encoding) == REPORT


@pytest.mark.parametrize("length", [*range(8, 60, 4), len(TRADITIONAL)])
def test_big5_is_not_taken_for_gb18030(length: int) -> None:
    data = TRADITIONAL[:length].encode("cp950")
    assert decode(data).text == TRADITIONAL[:length]
    assert decode(data).encoding == "cp950"


def test_traditional_script_in_gb18030_is_not_taken_for_big5() -> None:
    assert decode(TRADITIONAL.encode("gb18030")).text == TRADITIONAL


def test_characters_of_hong_kong_are_read() -> None:
    text = TRADITIONAL + "深水埗街坊啲意見"
    assert decode(text.encode("big5hkscs")).text == text


@pytest.mark.parametrize("line", [line for line in REPORT.splitlines() if not line.isascii()])
def test_single_lines_of_gb18030_are_read(line: str) -> None:
    assert decode(line.encode("gb18030")).text == line


@pytest.mark.parametrize("declaration", ["charset=big5", 'encoding="Big5"', "Charset: BIG5-HKSCS"])
def test_a_declared_encoding_is_believed_where_the_bytes_allow_it(declaration: str) -> None:
    rare = declaration + "\n" + "齷齪囹圄魑魅" * 5
    assert decode(rare.encode("cp950")).text == rare


@pytest.mark.parametrize("declaration", ["charset=utf-8", "charset=big5", "charset=iso-8859-1", "charset=rot13", "charset=xyz", "encoding=unicode_escape"])
def test_a_wrong_declaration_does_no_harm(declaration: str) -> None:
    text = declaration + "\n" + REPORT
    assert decode(text.encode("gb18030")).text == text


def test_a_wrong_mark_does_no_harm() -> None:
    assert decode(b"\xef\xbb\xbf" + REPORT.encode("gb18030")).text == REPORT


def test_only_the_mark_at_the_start_is_dropped() -> None:
    assert decode("\ufeff甲\ufeff乙".encode()).text == "甲\ufeff乙"


def test_line_ends_are_left_as_they_are() -> None:
    text = "甲\r\n乙\r丙\n丁\u2028戊\x0c"
    assert [decode(text.encode(encoding)).text for encoding in ("utf-8", "utf-16", "gb18030")] == [text] * 3


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_text_cut_within_a_character_is_read_with_a_notice(encoding: str) -> None:
    data = (REPORT + "完").encode(encoding)[:-1]
    decoded = decode(data)
    assert decoded.text == REPORT + "\ufffd"
    assert [notice.code for notice in decoded.notices] == ["undecodable_bytes"]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_broken_byte_costs_no_more_than_what_stands_beside_it(encoding: str) -> None:
    head, tail = REPORT[:200], REPORT[200:]
    decoded = decode(head.encode(encoding) + b"\xff\n" + tail.encode(encoding))
    assert decoded.text == head + "\ufffd\n" + tail


def test_another_script_is_guessed_with_a_notice() -> None:
    text = "Отчёт о работе администрации города за прошлый год, принято решений: 12. " * 5
    decoded = decode(text.encode("cp1251"))
    assert [notice.code for notice in decoded.notices] == ["guessed_encoding"]
    assert "12" in decoded.text


@pytest.mark.parametrize(
    "data",
    [
        b"\0",
        b"\0\0\0\0",
        b"abc\0def",
        bytes(range(256)),
        bytes(range(256)) * 40,
        b"\x00\x01\x02\x03" * 100,
        b"\xff\xfe\x00\xd8",
        b"\xff\xfe\x41",
        b"\xed\xa0\x80\0",
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError):
        decode(data)


@given(data=st.binary(min_size=1))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except ReadError:
        return
    assert decoded.text.encode().decode() == decoded.text


def test_noise_is_refused() -> None:
    for _ in range(20):
        with pytest.raises(ReadError):
            decode(os.urandom(2000))


@pytest.mark.parametrize("encoding", [*MARKED, *UNMARKED])
@pytest.mark.parametrize("path", real_reports(), ids=lambda path: path.stem)
def test_real_reports_come_back(path: os.PathLike[str], encoding: str) -> None:
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    assert decode(text.encode(encoding)).text == text
