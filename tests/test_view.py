"""The view of a text: what rules see first, then how a page may have it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.document import Document
from extractor.folding import FOLD, fold
from extractor.spans import Span
from extractor.view import View
from tests.mutations import mutated
from tests.samples import REPORT

SEEN = [
    ("受理3210件,罚款1.7万元。", ["受理3210件，罚款1.7万元。", "受理 3 210 件，罚款 1.7 万元。", "受理３２１０件，罚款１．７万元。", "受理\u00a03210\u3000件，罚款1.7 万元。", "受\u200b理3210件，\ufeff罚款1.7万元。"]),
    ("受理1256起,其中海上36起。", ["受理1 256起，其中海上36起。", "受理1 256 起，\n其中海上36起。", "受理１ ２５６起，其中海上36起。"]),
    ("2022年,港航局立案3件。", ["2022年，港航局立案3件。", "2 0 2 2年，港航局立案3件。", "２０２２年，港航局立案 3 件。", "2022 年，港 航 局 立 案 3 件。", "  2022年，港航局立案3件。  "]),
    ("罚款2.8万元,满意率98.5%。", ["罚款2 . 8万元，满意率98 . 5 %。", "罚款2. 8 万 元，满意率９８ ．５％。"]),
    ("港政发〔2021〕18号", ["港政发〔 2021 〕 18 号", "港政发〔２０２１〕１８ 号"]),
    ("2021年1月1日至11月30日", ["2021 年 1 月 1 日至 11 月 30 日", "2021年1月1日 至 11月30日"]),
    ("3~5个工作日", ["3 ～ 5 个工作日", "３～５个工作日", "3 〜 5 个 工作日"]),
    ("Web of Things", ["Web of Things", "  Web of Things  "]),
    ("1.2 3.4", ["1.2 3.4"]),
    ("186 181 97.3", ["186 181 97.3"]),
    ("甲\n乙", ["甲\n乙", " 甲 \n 乙 ", "甲\r\n乙", "甲\r乙", "甲\u2028乙", "甲\x0c乙"]),
    ("甲\t12\t13", ["甲\t12\t13"]),
    ("长龙港文明办", ["⻓⻰港⽂明办", "长 龙 港 文 明 办"]),
    ("", ["", " ", "\u200b", "\u3000\u3000"]),
]  # fmt: skip


@pytest.mark.parametrize(("seen", "source"), [(seen, source) for seen, sources in SEEN for source in sources])
def test_what_rules_see(seen: str, source: str) -> None:
    assert View.of(source).text == seen


SET_APART = [
    ("受理1082件", "受理1 0 8 2件"),
    ("受理1082件", "受 理 １ ０ ８ ２ 件"),
    pytest.param("罚款23.4万元", "罚款2 3 . 4万元", marks=pytest.mark.xfail(reason="two digits apart could be two cells", strict=True)),
]


@pytest.mark.parametrize(("seen", "source"), SET_APART)
def test_digits_that_are_set_apart(seen: str, source: str) -> None:
    assert View.of(source).text == seen


def test_a_span_of_the_view_is_one_of_the_source() -> None:
    document = Document.of("共 受理 3 210 件，\n罚款１．７万元。")
    view = document.view
    for words, source in {"3210件": "3 210 件", "1.7万元": "１．７万元", "件,罚款": "件，\n罚款", "共受理": "共 受理"}.items():
        start = view.text.index(words)
        assert document.quote(Span(start, start + len(words))) == source


def test_an_empty_span_stays_empty() -> None:
    view = View.of("甲 乙\n丙")
    for place in range(len(view.text) + 1):
        start, end = view.source(Span(place, place))
        assert start == end


def test_what_was_taken_out_stands_where_the_text_goes_on() -> None:
    view = View.of("甲 　乙")
    assert view.text == "甲乙"
    assert [view.place(source) for source in range(5)] == [0, 1, 1, 1, 2]


def test_what_is_left_out_is_known() -> None:
    view = View.of(" 甲 乙\u200b\n丙 ")
    assert [tuple(span) for span in view.dropped()] == [(0, 1), (2, 3), (4, 5), (7, 8)]


SOURCES = st.one_of(
    mutated([REPORT]),
    st.text(st.sampled_from("甲乙,，。、 　\u200b\n\r\t0123456789.．％%（）()aB—-⻓"), max_size=80),
)


@given(SOURCES)
def test_the_map_back_is_strictly_monotone(source: str) -> None:
    view = View.of(source)
    places = [view.source(Span(i, i + 1)) for i in range(len(view.text))]
    assert all(end - start == 1 for start, end in places)
    assert all(before.end <= after.start for before, after in pairwise(places))
    assert all(0 <= place.start < place.end <= len(source) for place in places)


@given(SOURCES)
def test_every_character_kept_is_the_folded_character_of_the_source(source: str) -> None:
    view = View.of(source)
    folded = fold(source if "\n" in source else source.replace("\r", "\n"))
    assert all(folded[view.source(Span(i, i + 1)).start] == character for i, character in enumerate(view.text))


@given(SOURCES)
def test_what_is_kept_and_what_is_dropped_make_up_the_source(source: str) -> None:
    view = View.of(source)
    kept = {view.source(Span(i, i + 1)).start for i in range(len(view.text))}
    dropped = {place for gap in view.dropped() for place in range(*gap)}
    assert not kept & dropped
    assert kept | dropped == set(range(len(source)))


@given(SOURCES)
def test_there_and_back_is_the_same_place(source: str) -> None:
    view = View.of(source)
    assert [view.place(view.source(Span(i, i + 1)).start) for i in range(len(view.text))] == list(range(len(view.text)))


@given(SOURCES, st.data())
def test_quotes_round_trip(source: str, data: st.DataObject) -> None:
    document = Document.of(source)
    length = len(document.view.text)
    start = data.draw(st.integers(0, length))
    end = data.draw(st.integers(start, length))
    quote = document.quote(Span(start, end))
    assert quote in source
    assert (quote == "") == (start == end)
    if quote:
        assert is_folded(quote[0], document.view.text[start])
        assert is_folded(quote[-1], document.view.text[end - 1])


def is_folded(source: str, view: str) -> bool:
    return source.translate(FOLD) == view or source == "\r" or source.translate(FOLD) + view == ".。"


@given(SOURCES)
def test_no_digit_is_lost_but_those_of_page_numbers(source: str) -> None:
    view = View.of(source)
    left_out = "".join(source[gap.slice] for gap in view.dropped())
    digits = [c for c in source.translate(FOLD) if c in "0123456789"]
    assert sorted(digits) == sorted([c for c in view.text if c in "0123456789"] + [c for c in left_out.translate(FOLD) if c in "0123456789"])
    assert all(
        "\n" in source[gap.slice].translate(FOLD) or "\r" in source[gap.slice]
        for gap in view.dropped()
        if any(c in "0123456789" for c in source[gap.slice].translate(FOLD))
    )


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("立案3件.罚款2万元.\n", "立案3件。罚款2万元。\n"),
        ("满意率98%.\n“一村一法律顾问”.", "满意率98%。\n“一村一法律顾问”。"),
        ("立案3件．全年", "立案3件。全年"),
        ("罚款2.5万元", "罚款2.5万元"),
        ("一.主要做法", "一.主要做法"),
        ("见www.gov.cn网站", "见www.gov.cn网站"),
        ("1.加强领导", "1.加强领导"),
        ("省略……等...", "省略……等..."),
    ],
)
def test_a_full_stop_of_a_latin_keyboard_ends_a_sentence(source: str, text: str) -> None:
    assert View.of(source).text == text
