"""What a figure can be named from."""

from dataclasses import dataclass

import regex

from extractor.indicators.frames import Frame
from extractor.indicators.names_behind import Behind, phrase_behind
from extractor.indicators.noun_phrases import phrase_before, shortened
from extractor.indicators.reading import Reading
from extractor.indicators.talk import Talk

RATES = frozenset({"%", "‰"})
_BACK = 12  # how many figures back the rate of a 分别 list may stand
_NEXT_NOUN = regex.compile(r"(?:和|及|与|以及|、)[^和及与、]*$")
_DIGIT = regex.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Named:
    """A name; the noun in it that figures after this one can be about, and the verb that can govern them, too."""

    name: str
    noun: str = ""
    verb: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """What a figure is named from.

    ``near`` are the words of its clause in front and ``phrase`` what they say, ``lead`` all words since the figure before,
    ``behind`` what stands behind it; ``previous`` is the figure before in the sentence, ``whole`` the one that it is a part of,
    ``rate`` the name of the rate told last.
    """

    near: str
    lead: str
    phrase: str
    behind: Behind
    frame: Frame
    reading: Reading
    previous: Reading | None
    whole: Reading | None
    rate: str

    @property
    def unit(self) -> str:
        """The unit of the figure."""
        return self.frame.quantity.unit

    @property
    def topic(self) -> str:
        """What the figures before were about; empty where none stands before."""
        return self.previous.noun if self.previous else ""

    @property
    def is_aside(self) -> bool:
        """Whether the figure stands in brackets that are still open."""
        return self.lead.count("(") > self.lead.count(")")


def gather(talk: Talk, frame: Frame, reading: Reading) -> Words:
    """The words around a figure, and the figures that it may be about."""
    near, lead = talk.words.at(reading.near), talk.words.at(frame.lead)
    behind = phrase_behind(_tail(talk, frame))
    # 县局人手不足,12个所只有30人: what another clause says is not of the noun behind.
    apart = (behind.noun or behind.predicate) and near.rstrip().endswith((",", ";", ":", "。"))
    phrase = "" if apart else phrase_before(near)
    if frame.quantity.unit not in RATES:
        phrase = shortened(phrase)
    return Words(near, lead, phrase, behind, frame, reading, talk.previous, _whole_of(talk, lead, frame, reading), _rate(talk))


def _tail(talk: Talk, frame: Frame) -> str:
    """The words behind a figure, up to those that belong to the next."""
    reach = talk.words.at(frame.reach)
    if not _DIGIT.search(reach):
        return reach
    tail = talk.words.at(frame.tail)
    return _NEXT_NOUN.sub("", tail) if talk.words.text[frame.tail.end : frame.tail.end + 1].isdigit() else tail


def _rate(talk: Talk) -> str:
    return next((done.name for done in reversed(talk.done[-_BACK:]) if done.name.endswith("率") and not done.frame.shared), "")


def _whole_of(talk: Talk, lead: str, frame: Frame, reading: Reading) -> Reading | None:
    """What a figure is part of: an item that only 、 parts from one before it has the same whole; one in brackets is of what they follow."""
    previous = talk.previous
    if reading.whole is not None or previous is None:
        return reading.whole
    if lead.count("(") > lead.count(")"):
        return previous
    if frame.quantity.unit != previous.frame.quantity.unit:
        return None
    if lead.startswith("、") and previous.how != "rest":
        return previous.whole
    return previous.whole or previous if "其中" in lead and previous.aspect != "change" else None
