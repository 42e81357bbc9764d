"""How many threads recognition takes, and that what it says comes back character by character."""

from types import SimpleNamespace
from typing import cast

import pytest

from extractor.readers import ocr_engine
from extractor.readers.ocr_engine import count_threads


@pytest.mark.parametrize(("told", "threads"), [("1", 1), ("0", 1), ("100000", None), ("", None), ("many", None)])
def test_threads_are_as_many_as_told_and_never_more_than_cores(monkeypatch: pytest.MonkeyPatch, told: str, threads: int | None) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    cores = count_threads()
    monkeypatch.setenv("OMP_NUM_THREADS", told)
    assert cores >= 1
    assert count_threads() == (threads or cores)


def test_blanks_that_the_library_reads_take_their_certainty_along() -> None:
    words = SimpleNamespace(word_cols=[[1, 4], [10, 13]], confs=[0.9, 0.8, 0.1, 0.7, 0.6], line_txt_len=20)
    reading = ocr_engine._reading("立案 17", cast(ocr_engine._Words, words))
    assert reading == ocr_engine.Reading("立案17", (0.075, 0.225, 0.525, 0.675), (0.9, 0.8, 0.7, 0.6))
