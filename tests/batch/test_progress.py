"""How far a run is: a bar on a terminal, lines elsewhere."""

import io

import pytest

from extractor.batch.parts import Lost
from extractor.batch.progress import Bar, Lines, Silence, witness_of
from extractor.batch.summary import Summary

LOST = Lost("in/a\n.txt", "the file is empty")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_each_place_has_its_witness() -> None:
    assert isinstance(witness_of(io.StringIO(), quiet=False), Lines)
    assert isinstance(witness_of(Terminal(), quiet=False), Bar)
    assert isinstance(witness_of(Terminal(), quiet=True), Silence)


def test_failures_are_told_at_once_and_on_one_line_and_the_rest_from_time_to_time() -> None:
    stream = io.StringIO()
    lines = Lines(stream, every=3600)
    lines.begin(1200)
    for _ in range(3):
        lines.advance([], "in/b.txt")
    lines.advance([LOST], None)
    assert stream.getvalue() == "in/a\\n.txt: the file is empty\n"
    lines = Lines(stream := io.StringIO(), every=0)
    lines.begin(1200)
    lines.advance([LOST], "in/b.txt")
    told = stream.getvalue().splitlines()[-1]
    assert told.startswith("1 of 1,200 files, ")
    assert told.endswith(" left, 1 failed, at in/b.txt")


def test_a_bar_shows_failures_rate_and_what_is_in_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    bar = Bar()
    bar.begin(4)
    bar.advance([LOST], "in/[red]很长很长很长很长很长很长很长很长很长很长很长很长的名字.txt")
    bar.advance([], "in/c.txt")
    bar.end()
    shown = stream.getvalue()
    assert "in/a\\n.txt: the file is empty" in shown
    assert all(words in shown for words in ("2/4", "1 failed", "c.txt"))


def test_an_interruption_says_how_to_go_on() -> None:
    told = list(Summary(total=2000, done=120, is_stopped=True).lines())
    assert told == ["120 files done", "stopped with 1,880 still to do; the same command goes on from here"]
