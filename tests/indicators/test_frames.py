"""The words around a number: near, tail and lead first, then the sentence."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.indicators.frames import core_end, is_light
from extractor.spans import Span
from tests.indicators.sentences import frames_of

Told = tuple[str, str, str]

# number, its near words, its tail.
SENTENCES: list[tuple[list[Told], str]] = [
    ([("120", "全年检查船舶", "")], "全年检查船舶120艘次。"),
    ([("120", "检查船舶", ""), ("3", "滞留", "")], "检查船舶120艘次，滞留3艘。"),
    ([("43", "", "船员换证")], "43名船员换证。"),
    ([("5", "今年组织", "引航员赴外地轮训")], "今年组织5名引航员赴外地轮训。"),
    ([("120", "受理投诉", ""), ("87", "噪声类", ""), ("33", "粉尘类", "")], "受理投诉120件，其中噪声类87件、粉尘类33件。"),
    ([("45", "巡查码头", ""), ("584", "船厂", "")], "巡查码头45户次、船厂584间次。"),
    ([("12", "“双随机、一公开”抽查船企", "")], "“双随机、一公开”抽查船企12家。"),
    ([("12", "依据《港口规程、2020版》抽查船企", "")], "依据《港口规程、2020版》抽查船企12家。"),
    ([("30", "记分", ""), ("156", "", "")], "记分30家156分。"),
    ([("9", "登记由", "的法定时限压至"), ("2", "压至", "")], "登记由9个工作日的法定时限压至2个工作日。"),
    ([("18", "开展联合抽查,涉及船厂", "")], "开展联合抽查，涉及船厂18家。"),
    ([("40", "检查船舶", ""), ("18", "涉及船厂", "")], "检查船舶40艘次，涉及船厂18家。"),
    ([("28", "", "登记事项"), ("26", "登记事项“一次不跑”的有", "")], "28项登记事项“一次不跑”的有26项。"),
    ([("28", "", "事项实现“零跑动”")], "28项事项实现“零跑动”。"),
    ([("13", "对", "合同"), ("1", "", "文件进行审查")], "对13份合同、1份文件进行审查。"),
    ([("3", "受理", ""), ("7", "立案", "")], "受理3件。立案7件。"),
    ([("3", "受理", ""), ("7", "立案", "")], "受理3件\n立案7件"),
]


@pytest.mark.parametrize(("wanted", "text"), SENTENCES, ids=[text for _, text in SENTENCES])
def test_near_and_tail(wanted: list[Told], text: str) -> None:
    view, frames = frames_of(text)
    assert [(view[f.quantity.digits.slice], view[f.near.slice], view[f.tail.slice]) for f in frames] == wanted


def test_brackets_open_a_clause() -> None:
    view, frames = frames_of("受理投诉120件（噪声类87件、粉尘类33件）。")
    assert [view[frame.near.slice] for frame in frames] == ["受理投诉", "噪声类", "粉尘类"]


@pytest.mark.parametrize("text", ["受理船舶登记，共计3件。", "受理船舶登记，总数达到3件。", "受理船舶登记，全年累计3件。"])
def test_a_clause_of_light_words_lends_the_one_before(text: str) -> None:
    view, (frame,) = frames_of(text)
    assert view[frame.near.slice].startswith("受理船舶登记")
    assert view[frame.near.start : frame.core].startswith("受理船舶登记")


@pytest.mark.parametrize("words", ["", "共", "共计", "合计约", "分别为", "其中", "总数达到", "已达", "“", "截至目前", "全市共有"])
def test_light_words_say_nothing(words: str) -> None:
    assert is_light(words, Span(0, len(words)))


@pytest.mark.parametrize("words", ["船舶", "共查", "累计巡航", "其中海上", "罚款", "达标码头"])
def test_other_words_say_something(words: str) -> None:
    assert not is_light(words, Span(0, len(words)))


@pytest.mark.parametrize(
    ("core", "words"),
    [("罚款", "罚款共计"), ("罚款", "罚款达到"), ("检查船舶", "检查船舶数量约"), ("", "共计"), ("滞留船舶", "滞留船舶"), ("办结率", "办结率均为")],
)
def test_what_is_said_ends_before_the_light_words(core: str, words: str) -> None:
    assert words[: core_end(words, Span(0, len(words)))] == core


@pytest.mark.parametrize(
    ("mean", "text"),
    [
        (True, "人均学习40学时。"),
        (True, "案均用时12天。"),
        (True, "平均每船检查3次。"),
        (True, "每名引航员培训40学时。"),
        (False, "引航员培训40学时。"),
        (False, "均检查3次。"),
    ],
)
def test_means(mean: bool, text: str) -> None:
    _, (frame, *_) = frames_of(text)
    assert frame.is_mean is mean


def test_a_clause_begins_behind_marks_but_not_behind_those_of_brackets() -> None:
    view, frames = frames_of("年初以来,检查货船（含集装箱船,油船）12艘、客船3艘。")
    assert {view[frame.clause : frame.clause + 2] for frame in frames} == {"检查"}


TEXTS = st.lists(st.sampled_from([*"0123456789,;:。、()（）“”《》件艘次元其中共检查\n", "罚款3万元", "其中", "12件"]), max_size=40).map("".join)


@given(TEXTS)
def test_a_frame_lies_around_its_number(text: str) -> None:
    _, frames = frames_of(text)
    for frame in frames:
        number = frame.quantity.span
        assert frame.lead.start <= frame.near.start <= frame.near.end == frame.lead.end == number.start
        assert frame.near.start <= frame.core <= frame.near.end
        assert number.end == frame.tail.start <= frame.tail.end
        assert number.end == frame.reach.start <= frame.reach.end


@given(TEXTS)
def test_no_two_leads_overlap(text: str) -> None:
    _, frames = frames_of(text)
    for before, after in pairwise(frames):
        assert before.quantity.span.end <= after.lead.start or before.quantity.span.overlaps(after.quantity.span)


@pytest.mark.parametrize(
    ("clause", "text"),
    [
        ("审查议题97件、合同216份，航道文件", "审查议题97件、合同216份，航道文件64件。"),
        ("发布航道文件", "审查议题97件、合同216份，发布航道文件64件。"),
        ("航道文件", "审查议题97件，航道文件64件。"),
        ("航道文件", "审查议题97件、合同216份；航道文件64件。"),
    ],
)
def test_a_list_goes_on_behind_a_comma_where_no_verb_stands(clause: str, text: str) -> None:
    view, frames = frames_of(text)
    assert view[frames[-1].clause : frames[-1].near.end] == clause.replace("，", ",")


def test_a_number_that_opens_its_clause() -> None:
    _, frames = frames_of("40艘船舶登记，12名执法人员换证，共3人次，立案5件。")
    assert [frame.opens for frame in frames] == [False, True, False, False]
