"""The door: what the stages found in a view becomes the record, in offsets of the source text."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from extractor import extract_text
from extractor.document import Document, Notice, Source
from extractor.layout import Layout, Line
from extractor.pipeline import read
from extractor.record import make_report
from extractor.spans import Span
from schemas import Indicator, Report

REPORT = """\
某市港航局2021年度法治政府建设情况报告

一、依法监管
（一）水上执法。全年立案 1 206件，罚款１．７万元；2020年罚款3.2万元。
（二）化解纠纷。调处渔事纠纷两起，未发生行政诉讼案件。
二、2022年打算
力争持证率达到98.5%以上。

某市港航局
2022年1月16日
— 1 —
"""


def of(text: str, *notices: Notice) -> Report:
    found = read(Document.of(text, Source(name="港.txt", path="in/港.txt", sha256="0" * 64, encoding="utf-8"), notices))
    return make_report(found.document, found.body, found.outline, found.masthead, found.numerals, found.findings)


RECORD = of(REPORT)


def by_value(value: str) -> Indicator:
    return next(indicator for indicator in RECORD.indicators if indicator.value == Decimal(value))


@pytest.mark.parametrize(
    ("value", "unit", "written", "digits"),
    [
        ("1206", "件", "1206件", "1 206"),
        ("17000", "元", "１．７万元", "１．７"),
        ("32000", "元", "3.2万元", "3.2"),
        ("2", "起", "两起", "两"),
        ("98.5", "%", "98.5%", "98.5"),
    ],
)
def test_a_figure_in_offsets_of_the_source(value: str, unit: str, written: str, digits: str) -> None:
    indicator = by_value(value)
    assert (indicator.unit, indicator.written) == (unit, written)
    assert indicator.numeral is not None
    assert REPORT[indicator.numeral.start : indicator.numeral.end] == digits
    assert REPORT[indicator.evidence.start : indicator.evidence.end] == indicator.evidence.quote
    assert digits in indicator.evidence.quote


def test_indicators_are_numbered_from_one_in_the_order_of_the_text() -> None:
    assert [indicator.id for indicator in RECORD.indicators] == list(range(1, len(RECORD.indicators) + 1))
    starts = [indicator.numeral.start if indicator.numeral else indicator.evidence.start for indicator in RECORD.indicators]
    assert starts == sorted(starts)


def test_a_statement_that_there_was_none_is_a_nought_without_digits() -> None:
    nought = by_value("0")
    assert (nought.numeral, nought.unit, nought.aspect, nought.in_words) == (None, "", "level", False)
    assert nought.evidence.quote == "未发生行政诉讼案件"


def test_an_amount_in_words_says_so() -> None:
    assert by_value("2").in_words
    assert not by_value("1206").in_words


@pytest.mark.parametrize(
    ("period", "value"),
    [(None, "2"), ((date(2020, 1, 1), date(2020, 12, 31)), "32000"), ((date(2022, 1, 1), date(2022, 12, 31)), "98.5")],
)
def test_a_period_is_told_where_it_is_not_simply_the_year(period: tuple[date, date] | None, value: str) -> None:
    found = by_value(value).period
    assert (found and (found.start, found.end)) == period


def test_the_whole_year_may_be_told_but_then_the_text_says_so() -> None:
    assert all(found is None or found.stated for found in (by_value("1206").period, by_value("17000").period))


@pytest.mark.parametrize(("title", "value"), [("水上执法", "1206"), ("化解纠纷", "2"), ("2022年打算", "98.5")])
def test_a_figure_stands_in_its_innermost_section(title: str, value: str) -> None:
    sections = {section.id: section.title for section in RECORD.sections}
    assert sections[by_value(value).section or 0] == title


def test_sections_nest_as_their_headings_do() -> None:
    assert [(s.label, s.title, s.level, s.parent) for s in RECORD.sections] == [
        ("一、", "依法监管", 1, None),
        ("（一）", "水上执法", 2, 1),
        ("（二）", "化解纠纷", 2, 1),
        ("二、", "2022年打算", 1, None),
    ]


def test_the_ledger_has_the_page_number_that_the_view_may_leave_out() -> None:
    pages = [numeral for numeral in RECORD.numerals if numeral.start >= REPORT.index("— 1 —")]
    assert [(numeral.text, numeral.kind, numeral.indicator) for numeral in pages] == [("1", "label", None)]


def test_a_page_number_in_the_midst_of_a_sentence_is_a_label() -> None:
    text = "某市港航局2021年度法治政府建设情况报告\n全年检查船舶120艘次，\n— 3 —\n立案12件。"
    assert [(n.text, n.kind) for n in of(text).numerals][1:] == [("120", "quantity"), ("3", "label"), ("12", "quantity")]


def test_outside_of_the_report_there_are_no_amounts() -> None:
    text = "访问量 5321 次\n" + REPORT + "相关链接\n浏览9876次\n"
    record = of(text)
    outside = [n for n in record.numerals if n.end <= record.body.start or n.start >= record.body.end]
    assert {"5321", "9876"} <= {n.text for n in outside}
    assert {n.kind for n in outside} & {"quantity"} == set()


def test_the_source_is_told() -> None:
    assert (RECORD.source.name, RECORD.source.path, RECORD.source.characters, RECORD.source.encoding) == ("港.txt", "in/港.txt", len(REPORT), "utf-8")


@pytest.mark.parametrize(
    ("codes", "text"),
    [
        ([], REPORT),
        (["no-issuer"], "2021年度法治政府建设情况报告\n立案12件。"),
        (["no-year"], "某市港航局法治政府建设情况报告\n立案12件。"),
        (["no-year", "no-issuer"], "立案12件。"),
        (["no-year", "no-issuer"], ""),
    ],
)
def test_what_could_not_be_told_is_a_warning(codes: list[str], text: str) -> None:
    assert [warning.code for warning in of(text).warnings] == codes


def test_what_the_reader_noticed_comes_first() -> None:
    assert [warning.code for warning in of("立案12件。", Notice("odd-bytes", "some bytes were odd")).warnings] == ["odd-bytes", "no-year", "no-issuer"]


def test_without_a_year_no_period_leaves() -> None:
    assert [indicator.period for indicator in extract_text("上半年立案12件。").indicators] == [None]


def test_a_range_has_both_ends_and_one_entry() -> None:
    record = of("某市港航局2021年度法治政府建设情况报告\n平均用时3—5个工作日。")
    (indicator,) = record.indicators
    assert (str(indicator.value), str(indicator.value_max), indicator.unit, indicator.written) == ("3", "5", "工作日", "3—5个工作日")
    assert [(n.text, n.indicator) for n in record.numerals if n.kind == "quantity"] == [("3—5", 1)]


def test_a_figure_without_words_has_the_title_of_its_section_for_a_name() -> None:
    record = of("某市港航局2021年度法治政府建设情况报告\n一、岸电建设\n3.5万。")
    assert [indicator.name for indicator in record.indicators] == ["岸电建设"]


def test_links_are_ids() -> None:
    record = of("某市港航局2021年度法治政府建设情况报告\n立案17件，其中超载类9件、无证类8件。\n综上，立案17件。")
    whole, *items, again = record.indicators
    assert [item.part_of for item in items] == [whole.id, whole.id]
    assert (again.repeats, whole.part_of, whole.repeats) == (whole.id, None, None)


def test_a_figure_of_a_printed_page_says_where_it_is_printed() -> None:
    text = "某市港航局2021年度法治政府建设情况报告\n一、依法监管\n立案6件，罚款1.7万元。\n"
    starts = [0, *(index + 1 for index, c in enumerate(text) if c == "\n")]
    spans = [Span(start, end) for start, end in pairwise(starts)]
    boxes = [(72.0, 80.0 + 20 * n, 300.0, 94.0 + 20 * n) for n in range(3)]
    lines = tuple(Line(span, page, box, confidence) for span, page, box, confidence in zip(spans, (1, 1, 2), boxes, (None, None, 0.9), strict=True))
    found = read(Document.of(text, layout=Layout(lines=lines)))
    record = make_report(found.document, found.body, found.outline, found.masthead, found.numerals, found.findings)
    assert [(i.evidence.page, i.evidence.box, i.evidence.confidence) for i in record.indicators] == [(2, boxes[2], 0.9)] * 2
    assert [section.page for section in record.sections] == [1]
    assert (record.evidence["title"].page, record.evidence["title"].box, record.evidence["title"].confidence) == (1, boxes[0], None)


def test_a_heading_whose_number_a_browser_draws_begins_with_its_words() -> None:
    text = "某市港航局2021年度法治政府建设情况报告\n一、依法监管\n1. 水上执法。立案6件。\n2. 岸上执法。立案7件。\n"
    drawn = tuple(Span(text.index(number), text.index(number) + 2) for number in ("1. ", "2. "))
    found = read(Document.of(text, layout=Layout(drawn=drawn)))
    record = make_report(found.document, found.body, found.outline, found.masthead, found.numerals, found.findings)
    assert [(section.label, text[section.start :][:4]) for section in record.sections] == [("一、", "一、依法"), ("1.", "水上执法"), ("2.", "岸上执法")]
    assert [entry.kind for entry in record.numerals if any(span.overlaps(Span(entry.start, entry.end)) for span in drawn)] == ["label", "label"]
