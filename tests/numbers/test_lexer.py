"""Every numeral of a sentence in order: kinds and writings first, then the sentence."""

from itertools import pairwise

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from extractor.document import Document
from extractor.numbers.lexer import find_numerals
from extractor.outline.tables import find_tables
from extractor.spans import Span

SENTENCES = [
    (
        ["date 2021年", "quantity 1082", "quantity 1040", "quantity 96.1"],
        "2021年，海事窗口收件1082件，办结1040件，办结率96.1%。",
    ),
    (
        ["date 2019—2021年", "identifier 2021〕18号", "quantity 3"],
        "根据《港口整治方案(2019—2021年)》（港政发〔2021〕18号），查扣船舶3艘。",
    ),
    (
        ["label 1.", "descriptor 12345", "quantity 312", "quantity 100"],
        "1.畅通渠道。12345热线转办312件，按期答复率100%。",
    ),
    (
        ["descriptor 65岁及以上", "quantity 3.2", "ordinal 2"],
        "为65岁及以上船员体检3.2万人次，位列全省第2名。",
    ),
    (
        ["date 1月—11月", "quantity 45", "quantity 584", "quantity 九", "quantity 9"],
        "1月—11月，巡查码头45户次、船厂584间次，发现隐患九处，整改9处。",
    ),
    (
        ["quantity 30", "quantity 156", "quantity 5", "quantity 7"],
        "不良记录30家156分，移送5件7人。",
    ),
    (
        ["date 2021.5.27", "quantity 2.8", "date 12.4"],
        "2021.5.27发布，投入2.8万元开展“12.4”宪法宣传。",
    ),
    (
        ["descriptor 1+1+5+40", "quantity 40"],
        "健全1+1+5+40体系，配备网格员40名。",
    ),
    (["quantity 两", "quantity 叁万"], "调处纠纷两起，追回叁万元。"),
    (["quantity 3-5"], "平均用时3-5个工作日。"),
]


def told(text: str) -> list[str]:
    return [f"{numeral.kind} {numeral.written}" for numeral in find_numerals(Document.of(text).view.text)]


@pytest.mark.parametrize(("wanted", "text"), SENTENCES, ids=[text for _, text in SENTENCES])
def test_every_numeral_in_order(wanted: list[str], text: str) -> None:
    assert told(text) == wanted


def test_a_worded_percentage_is_marked_by_its_digits() -> None:
    (numeral,) = find_numerals("合格率为百分之九十五")
    assert numeral.quantity is not None
    assert (numeral.written, numeral.quantity.unit) == ("九十五", "%")


def test_a_worded_amount_inside_an_arabic_one_is_no_second_one() -> None:
    assert told("拨付3千万元") == ["quantity 3"]


def test_a_label_of_the_outline_is_a_label() -> None:
    assert [n.kind for n in find_numerals("6强化监管12处", [Span(0, 1)])] == ["label", "quantity"]


def test_a_cell_has_the_unit_of_its_table() -> None:
    text = "单位:件、万元\n港区\t立案\t罚款\n甲港\t12\t3.5\n乙港\t8\t1.25"
    tables = find_tables(Document.of(text), Span(0, len(text)))
    quantities = [n.quantity for n in find_numerals(text, (), tables) if n.quantity]
    assert [(str(q.value), q.unit) for q in quantities] == [("12", "件"), ("35000", "元"), ("8", "件"), ("12500", "元")]


RUN = regex.compile(r"\d+")
PIECES = st.sampled_from([*"0123456789.,%-—:()/+、。件元万亿年月日第号岁至余约《》“”\n", "12.4", "2021年", "〔2021〕", "12345热线", "其中", "1+N", "百分之"])


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_run_of_digits_is_in_one_numeral_and_no_two_overlap(text: str) -> None:
    numerals = find_numerals(text)
    for before, after in pairwise(numerals):
        assert before.span.end <= after.span.start
    for run in RUN.finditer(text):
        assert sum(n.span.start <= run.start() and run.end() <= n.span.end for n in numerals) == 1


@given(st.lists(PIECES, max_size=40).map("".join))
def test_a_numeral_is_what_stands_at_its_span(text: str) -> None:
    for numeral in find_numerals(text):
        assert numeral.written == text[numeral.span.slice]
        assert (numeral.quantity is not None) == (numeral.kind == "quantity")
        assert numeral.quantity is None or numeral.quantity.digits == numeral.span
