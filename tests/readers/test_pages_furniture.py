"""What is left out of the text: page numbers, running headers and footers, watermarks; and what only looks like them."""

import pytest

from extractor.readers.pages_furniture import without_furniture
from extractor.readers.pages_lines import PrintedLine
from extractor.readers.pages_watermarks import without_watermarks
from tests.makers.pages import at

SHEET = (595.0, 842.0)
FOOT, HEAD = 790.0, 40.0


def body(page: int) -> list[PrintedLine]:
    words = "办结申请许可处罚检查培训宣传复议应诉调解"
    return [at(words[page] + words[row] + words[page:] + "。", 80, 100 + 28 * row, page) for row in range(20)]


def kept(lines: list[PrintedLine], pages: int) -> list[str]:
    return [
        line.text for line in without_furniture(lines, [SHEET] * pages) if line.text not in {each.text for page in range(1, pages + 1) for each in body(page)}
    ]


@pytest.mark.parametrize(
    "number",
    ["— {} —", "－{}－", "- {} -", "{}", "第{}页", "第 {} 页 共 9 页", "第{}页（共9页）", "{}/9", "{} / 9", "Page {} of 9", "·{}·", "（{}）", "P{}", "—{}—"],
)
def test_page_numbers_are_left_out(number: str) -> None:
    lines = [line for page in (1, 2, 3) for line in (*body(page), at(number.format(page), 280, FOOT, page))]
    assert kept(lines, 3) == []


def test_page_numbers_may_begin_anywhere_and_stand_above() -> None:
    lines = [line for page in (1, 2, 3) for line in (at(str(page + 17), 280, HEAD, page), *body(page))]
    assert kept(lines, 3) == []


def test_full_width_and_outer_page_numbers() -> None:
    lines = [line for page in (1, 2) for line in (*body(page), at("—" + chr(ord("０") + page) + "—", 450 if page % 2 else 80, FOOT, page))]
    assert kept(lines, 2) == []


def test_roman_numbers_over_contents() -> None:
    lines = [line for page, number in ((1, "i"), (2, "ii"), (3, "iii")) for line in (*body(page), at(number, 290, FOOT, page))]
    assert kept(lines, 3) == []


def test_the_number_of_a_single_page_is_left_out() -> None:
    assert kept([*body(1), at("1", 290, FOOT)], 1) == []


@pytest.mark.parametrize("y", [300.0, 660.0])
def test_a_number_in_the_text_is_no_page_number(y: float) -> None:
    lines = [line for page in (1, 2, 3) for line in (*body(page)[:4], at(str(page), 280, y, page), *body(page)[16:])]
    assert len(without_furniture(lines, [SHEET] * 3)) == len(lines)


def test_numbers_at_the_foot_that_do_not_count_stay() -> None:
    lines = [line for page, number in ((1, "35"), (2, "1260"), (3, "7")) for line in (*body(page), at(number, 80, 670, page))]
    assert kept(lines, 3) == ["35", "1260", "7"]


@pytest.mark.parametrize("y", [HEAD, FOOT])
def test_what_is_repeated_at_the_edge_of_pages_is_left_out(y: float) -> None:
    lines = [line for page in (1, 2, 3, 4) for line in (at("某市2022年法治政府建设年度报告", 150, y, page, 10), *body(page))]
    assert kept(lines, 4) == []


def test_headers_of_left_and_right_pages() -> None:
    headers = {0: ("某市水利局", 80), 1: ("法治政府建设年度报告", 400)}
    lines = [line for page in range(1, 9) for line in (at(headers[page % 2][0], headers[page % 2][1], HEAD, page, 10), *body(page))]
    assert kept(lines, 8) == []


def test_a_header_with_the_page_number_in_it() -> None:
    lines = [line for page in (1, 2, 3) for line in (at("某市水利局", 80, HEAD, page, 10), at(f"第{page}页", 450, HEAD, page, 10), *body(page))]
    assert kept(lines, 3) == []


def test_two_rows_at_the_foot() -> None:
    lines = [line for page in (1, 2, 3) for line in (*body(page), at("内部资料，注意保存", 80, 770, page, 10), at(f"- {page} -", 280, 795, page, 10))]
    assert kept(lines, 3) == []


def test_the_title_over_the_text_stays_where_headers_repeat_it() -> None:
    title = "某市2022年法治政府建设年度报告"
    lines = [at(title, 100, 90, 1, 22), *body(1)[2:]]
    lines += [line for page in (2, 3, 4) for line in (at(title, 200, HEAD, page, 10), *body(page))]
    assert kept(lines, 4) == [title]


def test_what_is_repeated_in_the_middle_of_pages_stays() -> None:
    lines = [line for page in (1, 2, 3) for line in (*body(page)[:6], at("特此说明。", 80, 400, page), *body(page)[14:])]
    assert kept(lines, 3) == ["特此说明。"] * 3


def test_lines_that_differ_in_a_number_that_does_not_count_stay() -> None:
    lines = [line for page, count in ((1, 12), (2, 57), (3, 8)) for line in (at(f"合计{count}件", 80, 60, page), *body(page))]
    assert kept(lines, 3) == ["合计12件", "合计57件", "合计8件"]


def test_what_a_browser_prints_around_a_page() -> None:
    around = [
        at("2023/9/14 10:23", 30, 15, size=8),
        at("某局年度报告_某市人民政府", 250, 15, size=8),
        at("https://www.example.gov.cn/art/2023/1/5/art_1.html", 30, 820, size=8),
        at("1/1", 560, 820, size=8),
    ]
    assert kept([*around, *body(1)], 1) == []


def test_a_date_over_the_text_is_nothing_of_a_browser() -> None:
    assert kept([at("2023年1月5日 10:23", 80, 40), *body(1)], 1) == ["2023年1月5日 10:23"]


# --- watermarks


def test_a_faint_line_at_one_place_of_several_pages_is_a_watermark() -> None:
    lines = [line for page in (1, 2) for line in (*body(page), at("仅供查阅", 100, 700, page, 50, faint=True))]
    assert [line for line in without_watermarks(lines) if line.faint] == []


def test_a_faint_line_over_others_is_a_watermark() -> None:
    assert [line for line in without_watermarks([*body(1), at("仅供查阅", 100, 300, 1, 50, faint=True)]) if line.faint] == []


def test_a_faint_line_of_its_own_stays() -> None:
    faint = at("发布时间：2023-01-05", 80, 60, faint=True)
    assert faint in without_watermarks([faint, *body(1)])
