"""Figures that stand together: lists and pairs."""

import pytest

from extractor.indicators.groups import group_from, is_bare, is_of_nouns, nouns_before, share
from tests.indicators.sentences import frames_of


@pytest.mark.parametrize(
    ("nouns", "text"),
    [
        (["甲港", "乙港"], "甲港、乙港艘次分别为12艘、9艘。"),
        (["甲港", "乙港", "丙港"], "甲港、乙港和丙港分别为12艘、9艘和3艘。"),
        (["船舶检查", "立案"], "全年工作平稳，船舶检查和立案分别达12件、9件。"),
        ([], "甲港分别为12艘、9艘。"),
        ([], "甲港、乙港、丙港分别为12艘、9艘。"),
    ],
)
def test_the_nouns_of_a_list(nouns: list[str], text: str) -> None:
    view, frames = frames_of(text)
    group = group_from(view, frames, 0)
    found = [view[noun.slice].removesuffix("艘次") for noun in nouns_before(view, frames[0], len(group))]
    assert found == nouns


@pytest.mark.parametrize(
    ("respective", "text"),
    [
        (True, "甲港、乙港分别为12艘、9艘"),
        (True, "甲港、乙港依次为12艘、9艘"),
        (False, "甲港、乙港分别检查船舶12艘、码头9处"),
        (False, "甲港、乙港共12艘"),
        (False, "分别来自甲港、乙港，共12艘"),
    ],
)
def test_lists_that_belong_to_nouns(respective: bool, text: str) -> None:
    view, frames = frames_of(text)
    assert is_of_nouns(view, frames[0]) is respective


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (3, "检查船舶12艘、码头9处、仓库3处。"),
        (2, "检查船舶12艘和码头9处，立案3件。"),
        (1, "检查船舶12艘，立案3件。"),
        (1, "检查船舶12艘（其中油轮3艘）。"),
        (1, "检查船舶12艘。检查码头9处。"),
        (1, "检查12艘（含油轮）。"),
    ],
)
def test_how_far_a_list_goes(size: int, text: str) -> None:
    view, frames = frames_of(text)
    assert len(group_from(view, frames, 0)) == size


@pytest.mark.parametrize(
    ("bare", "text"), [(True, "记分30家156分"), (True, "移送5件、7人"), (True, "移送5件和7人"), (False, "移送5件，涉及7人"), (False, "检查5家、整改隐患7处")]
)
def test_pairs(bare: bool, text: str) -> None:
    view, frames = frames_of(text)
    assert is_bare(view, frames[-1]) is bare


def test_the_first_figure_of_a_sentence_is_never_bare() -> None:
    view, frames = frames_of("5件。7人")
    assert [is_bare(view, frame) for frame in frames] == [False, False]


@pytest.mark.parametrize(("wanted", "size"), [(2, 2), (3, 0), (1, 0)])
def test_a_share_is_one_noun_a_figure(wanted: int, size: int) -> None:
    assert len(share("港口税、泊位费", 0, wanted)) == size


def test_brackets_part_no_nouns() -> None:
    text = "费用(含税、含息)、罚金"
    assert [text[span.slice] for span in share(text, 0, 2)] == ["费用(含税、含息)", "罚金"]
