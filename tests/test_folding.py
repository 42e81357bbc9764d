"""Characters that a report may write in two ways: the one that rules see first, then the others."""

import sys

import pytest

from extractor.folding import DROPPED, FOLD

FOLDED = [
    ("0123456789", "０１２３４５６７８９"),
    ("AZaz", "ＡＺａｚ"),
    (",:;!?()", "，：；！？（）"),
    ("%%.", "％﹪．"),
    (",、;:()", "﹐﹑﹔﹕﹙﹚"),
    ("。:", "｡∶"),
    ("~~~", "～〜∼"),
    ("----", "‐‑‒−"),
    ("     ", "\u3000\u00a0\u2009\u202f\r"),
    ("\n\n\n\n", "\u2028\u2029\x0b\x0c"),
    ("文西长见门食马黄龙", "⽂⻄⻓⻅⻔⻝⻢⻩⻰"),
    ("一人大水火", "⼀⼈⼤⽔⽕"),
    (DROPPED * 4, "\u200b\ufeff\u00ad\u2060"),
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "written"), FOLDED)
def test_characters_are_folded(wanted: str, written: str) -> None:
    assert written.translate(FOLD) == wanted


def test_the_small_point_is_a_point() -> None:
    assert "8﹒6".translate(FOLD) == "8.6"


@pytest.mark.parametrize("kept", ["。、“”‘’《》〈〉〔〕【】—–…·", "甲乙丙丁", "零〇一二", "①②③", "\t\n", "~-", "½²₂Ⅻ㎡℃"])
def test_other_characters_stay(kept: str) -> None:
    assert kept.translate(FOLD) == kept


def test_every_character_stays_one_character() -> None:
    assert all(len(folded) == 1 for folded in FOLD.values())


def test_folding_twice_is_folding_once() -> None:
    text = "".join(map(chr, FOLD))
    once = text.translate(FOLD)
    assert once.translate(FOLD) == once


def test_no_digit_of_another_script_becomes_one_of_ours() -> None:
    digits = [chr(code) for code in range(sys.maxunicode + 1) if chr(code).translate(FOLD) in set("0123456789")]
    assert digits == [*"0123456789０１２３４５６７８９"]
