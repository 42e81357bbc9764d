r"""RTF documents: Chinese characters in whatever way programs write them, numbers, tables, and what is no document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.document import Source
from extractor.errors import EmptyFile, ReadError
from extractor.readers.rtf import read

HEAD = rb"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}{\f1\froman\fcharset0 Times;}}\pard\f0 "
SENTENCE = "一、2022年立案1,386件，罚款23.4万元；合格率98.5%。"
RARE = "镕堃誠侞甖"  # whose second half is an ASCII letter or mark in GBK


def text_of(body: bytes) -> str:
    return read(HEAD + body + b"}", Source()).text


def escaped(text: str) -> bytes:
    return b"".join(b"\\'%02x" % byte if byte > 0x7F or byte in b"\\{}" else bytes([byte]) for byte in text.encode("gbk"))


def fully_escaped(text: str) -> bytes:
    return b"".join(b"\\'%02x" % byte for byte in text.encode("gbk"))


def by_code_point(text: str) -> bytes:
    return b"\\uc1 " + b"".join(b"\\u%d?" % (ord(c) - 0x10000 * (ord(c) > 0x7FFF)) if c > "\x7f" else c.encode() for c in text)


def raw(text: str) -> bytes:
    return text.encode("gbk")


@pytest.mark.parametrize("write", [escaped, fully_escaped, by_code_point, raw])
@pytest.mark.parametrize("text", [SENTENCE, RARE, SENTENCE + RARE])
def test_chinese_characters(write: object, text: str) -> None:
    assert callable(write)
    assert text_of(write(text) + b"\\par ") == text


def test_a_number_over_groups_and_fonts_is_one() -> None:
    assert text_of(escaped("立案") + b"{\\f1 1,3}{\\f1\\b 86}" + escaped("件") + b"\\par ") == "立案1,386件"


def test_paragraphs_line_breaks_and_blanks() -> None:
    assert text_of(escaped("甲") + b"\\par\r\n" + escaped("乙") + b"\\line " + escaped("丙") + b"\\tab " + escaped("丁") + b"\\par ") == "甲\n乙\n丙 丁"


def test_automatic_numbers_stand_as_the_program_wrote_them() -> None:
    number = b"{\\listtext\\pard\\plain " + escaped("（一）") + b"\\tab}"
    assert text_of(number + escaped("普法宣传") + b"\\par ") == "（一） 普法宣传"


def row(*cells: str) -> bytes:
    return b"\\trowd\\cellx100\\cellx200\\pard\\intbl " + b"".join(escaped(cell) + b"\\cell " for cell in cells) + b"\\row\n"


def test_tables_are_a_line_a_row() -> None:
    found = read(HEAD + escaped("表1") + b"\\par " + row("类别", "件数") + row("许可", "86") + b"\\pard " + escaped("以上。") + b"\\par}", Source())
    assert found.text == "表1\n类别\t件数\n许可\t86\n以上。"
    assert [[found.text[span.slice] for span in cells] for cells in found.layout.tables[0].rows] == [["类别", "件数"], ["许可", "86"]]


def test_a_cell_of_two_paragraphs_is_one_line() -> None:
    assert text_of(b"\\trowd " + escaped("类别") + b"\\cell " + escaped("件") + b"\\par " + escaped("数") + b"\\cell\\row ") == "类别\t件数"


@pytest.mark.parametrize(
    "group",
    [
        b"{\\*\\generator Writer;}",
        b"{\\pict\\pngblip " + b"89504e470d0a1a0a" * 40 + b"}",
        b'{\\field{\\*\\fldinst{HYPERLINK "http://a.cn"}}{\\fldrslt{}}}',
        b"{\\header 12}",
        b"{\\info{\\title 12}}",
    ],
)
def test_what_is_no_text_is_left_out(group: bytes) -> None:
    assert text_of(escaped("立案") + group + escaped("3件") + b"\\par ") == "立案3件"


def test_the_result_of_a_field_is_text() -> None:
    assert text_of(b'{\\field{\\*\\fldinst{HYPERLINK "http://a.cn"}}{\\fldrslt{' + escaped("附件") + b"}}}\\par ") == "附件"


@pytest.mark.parametrize("data", [b"{\\rtf1}", HEAD + b"}", HEAD + b"\\par\\par}"])
def test_a_document_without_text_is_empty(data: bytes) -> None:
    with pytest.raises(EmptyFile):
        read(data, Source())


@given(data=st.data())
def test_any_bytes_are_read_or_refused(data: st.DataObject) -> None:
    whole = HEAD + escaped(SENTENCE) + row("类别", "件数") + b"}"
    start = data.draw(st.integers(0, len(whole)))
    other = data.draw(st.one_of(st.binary(max_size=8), st.sampled_from([b"\\u-9999999 ", b"\\'8", b"\\bin99 ", b"{{{", b"}}}", b"\\u55357?"])))
    try:
        read(whole[:start] + other + whole[start + data.draw(st.integers(0, 30)) :], Source())
    except ReadError:
        return


@pytest.mark.parametrize("piece", [b"{\\field{\\*\\fldinst{", b"{", b"\\'b9", b"\\cell ", b"\\row ", b"ab" * 40 + b" ", b"\\listtext "])
def test_repetition_takes_linear_time(piece: bytes) -> None:
    try:
        read(HEAD + piece * 20_000, Source())
    except ReadError:
        return
