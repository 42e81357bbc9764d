"""The words of a catalogue in a text: what is found first."""

from hypothesis import given
from hypothesis import strategies as st

from extractor.indicators.vocabulary import Vocabulary

TEXT = "检查船舶12艘,船舶检查证3本,检查"
WORDS = ["检查", "船舶", "船舶检查", "码头"]
FOUND = Vocabulary.of(WORDS).find(TEXT)


def test_every_word_is_found_wherever_it_stands() -> None:
    assert FOUND.starts == {"检查": [0, 10, 16], "船舶": [2, 8], "船舶检查": [8]}


def test_the_words_within_a_stretch_lie_wholly_in_it() -> None:
    assert set(FOUND.within(0, 4)) == {"检查", "船舶"}
    assert set(FOUND.within(0, 3)) == {"检查"}
    assert set(FOUND.within(8, 12)) == {"船舶", "船舶检查", "检查"}
    assert set(FOUND.within(4, 8)) == set()


def test_the_first_and_the_last_of_a_stretch() -> None:
    assert (FOUND.first_from("检查", 1, 18), FOUND.first_from("检查", 1, 11), FOUND.first_from("码头", 0, 18)) == (10, None, None)
    assert (FOUND.last_until("检查", 0, 17), FOUND.last_until("检查", 0, 18), FOUND.last_until("检查", 11, 17)) == (10, 16, None)


def test_the_ends_within_a_stretch() -> None:
    assert FOUND.ends_within("检查", 0, 18) == [2, 12, 18]
    assert FOUND.ends_within("检查", 1, 17) == [12]


def test_the_nearest_before_a_place() -> None:
    assert FOUND.nearest_before(["检查", "船舶"], 8) == 6
    assert FOUND.nearest_before(["码头"], 8) is None
    assert FOUND.nearest_before(["检查"], 9, start=1) is None


def test_a_text_without_words_has_none() -> None:
    found = Vocabulary.of(WORDS).find("")
    assert found.starts == {}
    assert not found.any_within(WORDS, 0, 0)


LETTERS = st.text("甲乙丙", min_size=1, max_size=3)


@given(st.lists(LETTERS, min_size=1, max_size=6), st.text("甲乙丙", max_size=40))
def test_it_finds_what_a_plain_search_finds(words: list[str], text: str) -> None:
    found = Vocabulary.of(words).find(text)
    plain = {word: [i for i in range(len(text)) if text.startswith(word, i)] for word in words}
    assert found.starts == {word: places for word, places in plain.items() if places}
    assert found.places == sorted(found.places)


@given(st.lists(LETTERS, min_size=1, max_size=6), st.text("甲乙丙", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_questions_about_a_stretch_agree(words: list[str], text: str, start: int, end: int) -> None:
    found = Vocabulary.of(words).find(text)
    for word in words:
        ends = found.ends_within(word, start, end)
        assert found.any_within([word], start, end) == bool(ends) == (word in found.within(start, end))
        assert (found.first_from(word, start, end), found.last_until(word, start, end)) == (
            (ends[0] - len(word), ends[-1] - len(word)) if ends else (None, None)
        )
