"""From pieces with their characters' places to printed lines: type sizes, blanks, gaps between cells, rules between them, rows."""

from itertools import accumulate

import pytest

from extractor.readers.ocr_engine import Quad, Reading
from extractor.readers.ocr_glyphs import Glyph, Piece
from extractor.readers.ocr_lines import OcrLine, find_lines
from extractor.readers.ocr_text import UNCERTAIN
from extractor.readers.pages_grids import Rule

EM = 30.0  # pixels


def piece(text: str, left: float = 100.0, top: float = 200.0, em: float = EM) -> Piece:
    """A piece that says a text, in which `_` is a gap as wide as a Chinese character and `~` one half as wide."""
    glyphs = [Glyph(character, 0.0, 0.9999) for character in text]
    widths = [em if glyph.is_wide or glyph.character == "_" else em / 2 for glyph in glyphs]
    ends = list(accumulate(widths))
    kept = [(glyph.character, end - width / 2) for glyph, end, width in zip(glyphs, ends, widths, strict=True) if glyph.character not in "_~"]
    length = ends[-1]
    reading = Reading("".join(character for character, _ in kept), tuple(x / length for _, x in kept), (0.9999,) * len(kept))
    return Piece(box(left, top, left + length, top + 1.25 * em), reading)


def box(left: float, top: float, right: float, bottom: float) -> Quad:
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def texts(*pieces: Piece, rules: tuple[Rule, ...] = ()) -> list[str]:
    return [line.recognised.text for line in find_lines(pieces, rules)]


def one(*pieces: Piece) -> OcrLine:
    (line,) = find_lines(pieces)
    return line


@pytest.mark.parametrize("em", [18.0, 30.0, 46.0])
def test_characters_are_as_wide_as_they_stand_apart(em: float) -> None:
    assert one(piece("本局全年立案查处17件", em=em)).type_size == pytest.approx(em)


def test_a_piece_without_enough_characters_has_the_size_of_others_as_high() -> None:
    lines = find_lines([piece("许可类别名称"), piece("3,086", top=400.0)])
    assert [line.type_size for line in lines] == pytest.approx([EM, EM])


def test_a_title_keeps_its_own_size() -> None:
    lines = find_lines([piece("法治政府建设年度报告", em=44.0), piece("我局全年立案查处水事违法案件", top=400.0)])
    assert [line.type_size for line in lines] == pytest.approx([44.0, EM])


def test_the_box_encloses_the_characters() -> None:
    left, top, right, bottom = one(piece("本局全年立案查处17件")).box
    assert (left, right) == pytest.approx((100.0, 100.0 + 10 * EM))
    assert top < 200.0 + 0.625 * EM < bottom
    assert bottom - top == pytest.approx(1.1 * EM)


def test_characters_side_by_side_have_no_blank() -> None:
    assert texts(piece("全年立案3210件，罚款23.4万元")) == ["全年立案3210件，罚款23.4万元"]


def test_a_gap_is_a_blank() -> None:
    assert texts(piece("首页概况_政务公开")) == ["首页概况 政务公开"]
    assert texts(piece("2022-02-16~15:08")) == ["2022-02-16 15:08"]


def test_a_wide_gap_parts_two_cells() -> None:
    assert texts(piece("许可类别__受理__办结")) == ["许可类别", "受理", "办结"]


def test_digits_are_parted_sooner() -> None:
    assert texts(piece("合计总数38_96")) == ["合计总数38", "96"]


def test_a_blank_between_digits_marks_them() -> None:
    line = one(Piece(box(100, 200, 340, 237), Reading("总计数目3210", tuple(x / 240 for x in (15, 45, 75, 105, 127, 157, 172, 187)), (0.9999,) * 8)))
    assert line.recognised.text == "总计数目3 210"
    assert line.recognised.certainties[5] < UNCERTAIN


@pytest.mark.parametrize("pieces", [(piece("文__号：林府发"),), (piece("文"), piece("号：林府发", left=100.0 + 3 * EM))])
def test_a_word_that_is_letter_spaced_is_one_line(pieces: tuple[Piece, ...]) -> None:
    assert texts(*pieces) == ["文 号：林府发"]


def test_one_character_in_a_cell_is_no_part_of_the_next() -> None:
    assert texts(piece("无__效力状态")) == ["无", "效力状态"]


def test_no_line_goes_on_over_a_rule() -> None:
    wall = Rule(100.0 + 5 * EM, 150.0, 100.0 + 5 * EM, 300.0)
    assert texts(piece("执法人员数检查次数"), rules=(wall,)) == ["执法人员数", "检查次数"]


@pytest.mark.parametrize("rule", [Rule(250.0, 10.0, 250.0, 150.0), Rule(90.0, 215.0, 400.0, 215.0)])
def test_a_rule_elsewhere_or_across_parts_nothing(rule: Rule) -> None:
    assert texts(piece("执法人员数检查次数"), rules=(rule,)) == ["执法人员数检查次数"]


def test_lines_come_from_top_to_bottom_and_from_left_to_right() -> None:
    right, left, below = piece("检查次数", left=600.0, top=196.0), piece("执法部门", top=203.0), piece("市水务局", top=260.0)
    assert texts(below, right, left) == ["执法部门", "检查次数", "市水务局"]


def test_nothing_read_is_no_line() -> None:
    assert texts() == []
    assert texts(Piece(box(0, 0, 10, 10), Reading("", (), ()))) == []
