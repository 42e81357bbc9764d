"""Reports gone wrong: what scanners, web pages, editors and converters do to a text, and some things that nobody does.

A mutation is a pure function of a text, a place in it and a size, so that hypothesis can draw, replay and shrink a run of them.

>>> cut("0123456789", Stroke(at=200, size=3))
'0156789'
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
THOUSAND = 1000

# What is put in where it does not belong.
DIGITS = ("0", "7", "2022", "12", ".5", "1,234", "１２", "3.14", "007", "〇", "二十", "①", "²", "Ⅻ")
SPACES = (" ", "  ", "\t", "\u3000", "\u00a0", "\u200b", "\ufeff", "\u2009", "\u00ad")
BREAKS = ("\n", "\r\n", "\r", "\n\n\n", "\x0c", "\u2028", "\x85", "\v")
CONTROLS = ("\x01", "\x1b[31m", "\x7f", "\u202e", "\ufffd", "\ue000")
PAGE_NUMBERS = ("\n— 3 —\n", "\n- 12 -\n", "\n第3页 共12页\n", "\n4/9\n", "\n5\n", "\f17\n", "－８－")
MARKS = (*"，。、；：（）《%‰万亿余年月日件—-~|“", "其中", "同比", "<b>", "&nbsp;", "http://a.cn/1?b=2")
LABELS = ("一、", "\n二、", "\n（三）", "\n4.", "\n(5)", "\n6)", "\n七是", "一是", "\n第八章 ", "\n九")


@dataclass(frozen=True, slots=True)
class Stroke:
    """Where a mutation strikes (``at`` thousandths of the text), over how many characters, and with which words."""

    at: int
    size: int
    words: str = ""

    def place(self, text: str) -> int:
        """The offset in a text where it strikes."""
        return len(text) * self.at // THOUSAND


Mutation = Callable[[str, Stroke], str]


def cut(text: str, stroke: Stroke) -> str:
    place = stroke.place(text)
    return text[:place] + text[place + stroke.size :]


def cut_short(text: str, stroke: Stroke) -> str:
    return text[: stroke.place(text)]


def begin_late(text: str, stroke: Stroke) -> str:
    return text[stroke.place(text) :]


def repeat(text: str, stroke: Stroke) -> str:
    place = stroke.place(text)
    return text[: place + stroke.size] + text[place:]


def insert(text: str, stroke: Stroke) -> str:
    place = stroke.place(text)
    return text[:place] + stroke.words + text[place:]


def sprinkle(text: str, stroke: Stroke) -> str:
    """The words again and again, every few characters, from a place on."""
    place, step = stroke.place(text), stroke.size + 1
    pieces = [text[i : i + step] for i in range(place, min(len(text), place + 40 * step), step)]
    return text[:place] + stroke.words.join(pieces) + text[place + 40 * step :]


def widen(text: str, stroke: Stroke) -> str:
    place = stroke.place(text)
    return text[:place] + text[place : place + 20 * stroke.size].translate(WIDE) + text[place + 20 * stroke.size :]


def swap_paragraphs(text: str, stroke: Stroke) -> str:
    lines = text.splitlines(keepends=True)
    if not lines:
        return text
    first, second = len(lines) * stroke.at // THOUSAND, stroke.size % len(lines)
    lines[first], lines[second] = lines[second], lines[first]
    return "".join(lines)


def reverse_paragraphs(text: str, stroke: Stroke) -> str:
    lines = text[stroke.place(text) :].splitlines(keepends=True)
    return text[: stroke.place(text)] + "".join(reversed(lines))


def run_together(text: str, stroke: Stroke) -> str:
    """Everything from a place on in one line."""
    place = stroke.place(text)
    return text[:place] + text[place:].replace("\r", "").replace("\n", "")


def wrap(text: str, stroke: Stroke) -> str:
    """Set in lines of one width, words and numbers cut where the line is full."""
    width = 20 + stroke.size % 30
    return "\n".join(text[i : i + width] for i in range(0, len(text), width))


MUTATIONS: tuple[Mutation, ...] = (
    cut, cut_short, begin_late, repeat, insert, insert, insert, sprinkle, widen, swap_paragraphs, reverse_paragraphs, run_together, wrap,
)  # fmt: skip
WORDS = DIGITS + SPACES + BREAKS + CONTROLS + PAGE_NUMBERS + MARKS + LABELS


def words() -> st.SearchStrategy[str]:
    """Something to put in: mostly what does turn up in texts, sometimes any characters at all (no half surrogates: no decoder makes them)."""
    anything = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
    numbers = st.from_regex(r"[0-9０-９.,，．%万亿年月日件元]{1,8}", fullmatch=True)
    return st.one_of(st.sampled_from(WORDS), numbers, anything)


def strokes() -> st.SearchStrategy[Stroke]:
    """A place, a size and words."""
    return st.builds(Stroke, st.integers(0, THOUSAND - 1), st.integers(0, 60), words())


def mutated(texts: Sequence[str]) -> st.SearchStrategy[str]:
    """One of some texts after none to six mutations."""
    steps = st.lists(st.tuples(st.sampled_from(MUTATIONS), strokes()), max_size=6)
    return st.builds(_after, st.sampled_from(texts), steps)


def _after(text: str, steps: list[tuple[Mutation, Stroke]]) -> str:
    for mutation, stroke in steps:
        text = mutation(text, stroke)
    return text
