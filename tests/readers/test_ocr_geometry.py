"""Corners and angles: lines of a page that was laid askew, on its side, or upside down."""

from math import cos, radians, sin

import pytest

from extractor.readers.ocr_engine import Quad
from extractor.readers.ocr_geometry import height, is_sideways, levelled, overlap, scaled, tilt, turned_round, width

SIZE = (1000, 1400)


def quad(left: float, top: float, right: float, bottom: float) -> Quad:
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def askew(line: Quad, angle: float) -> Quad:
    """A line of a page that was turned with the clock about its middle."""
    x0, y0 = SIZE[0] / 2, SIZE[1] / 2
    a, b, c, d = (
        ((x - x0) * cos(radians(angle)) - (y - y0) * sin(radians(angle)) + x0, (x - x0) * sin(radians(angle)) + (y - y0) * cos(radians(angle)) + y0)
        for x, y in line
    )
    return a, b, c, d


LINES = [quad(100, y, 800, y + 40) for y in range(100, 1200, 100)]


@pytest.mark.parametrize("angle", [-8.0, -0.5, 0.0, 3.0])
def test_askew_lines_are_level_again(angle: float) -> None:
    turned = [askew(line, angle) for line in LINES]
    assert tilt(turned) == pytest.approx(angle, abs=0.01)
    for line, before in zip(turned, LINES, strict=True):
        for point, original in zip(levelled(line, tilt(turned), SIZE), before, strict=True):
            assert point == pytest.approx(original, abs=0.2)


def test_a_page_without_long_lines_is_level() -> None:
    assert tilt([quad(0, 0, 40, 40)]) == tilt([]) == 0.0


def test_a_page_on_its_side_is_told_by_its_long_lines() -> None:
    upright, sideways, square = quad(0, 0, 400, 30), quad(0, 0, 30, 400), quad(0, 0, 30, 40)
    assert is_sideways([sideways, sideways, upright, square, square])
    assert not is_sideways([sideways, upright, upright])
    assert not is_sideways([square])
    assert not is_sideways([])


def test_a_line_upside_down_begins_at_its_other_end() -> None:
    assert turned_round(quad(100, 50, 300, 90), SIZE) == quad(700, 1310, 900, 1350)
    assert turned_round(turned_round(LINES[0], SIZE), SIZE) == LINES[0]


def test_a_line_of_a_part_stands_on_the_page() -> None:
    assert scaled(quad(10, 20, 30, 40), 2.0, 3.0, 500) == quad(20, 560, 60, 620)


def test_width_and_height_go_with_the_line() -> None:
    assert width(askew(LINES[0], 30)) == pytest.approx(700)
    assert height(askew(LINES[0], 30)) == pytest.approx(40)


def test_lines_overlap_where_their_boxes_share_a_place() -> None:
    assert overlap(quad(0, 0, 100, 30), quad(90, 20, 200, 60))
    assert not overlap(quad(0, 0, 100, 30), quad(0, 30, 100, 60))
    assert not overlap(quad(0, 0, 100, 30), quad(100, 0, 200, 30))
