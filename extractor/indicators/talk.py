"""What a figure can look back to while its sentence is read."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extractor.indicators.frames import Frame
from extractor.indicators.match import Context, Match, Matcher, best
from extractor.indicators.reading import Reading
from extractor.indicators.vocabulary import Found
from extractor.spans import Span


@dataclass(frozen=True, slots=True)
class Words:
    """A view with the words of the catalogue found in it."""

    text: str
    matcher: Matcher
    found: Found

    def at(self, span: Span) -> str:
        """What stands at a span."""
        return self.text[span.slice]


@dataclass(slots=True)
class Talk:
    """A sentence half read: its frames, the readings made of those before ``index``, and the sentence before it."""

    words: Words
    frames: Sequence[Frame]
    context: Context
    earlier: Sequence[Reading] = ()
    done: list[Reading] = field(default_factory=list)

    @property
    def index(self) -> int:
        """Which frame is being read."""
        return len(self.done)

    @property
    def previous(self) -> Reading | None:
        """The reading of the figure just before, in this sentence."""
        return self.done[-1] if self.done else None

    @property
    def levels(self) -> list[Reading]:
        """The readings of this sentence that tell how much there is."""
        return [reading for reading in self.done if reading.aspect != "change"]

    def match(self, frame: Frame, near: Span | None = None, *, any_unit: bool = False) -> Match | None:
        """The rule with the best right to a frame, or to some words in place of its own."""
        own = frame if near is None else replace(frame, near=near, core=near.end)
        return best(self.words.matcher.matches(own, self.words.found, self.context, any_unit=any_unit))


@dataclass(frozen=True, slots=True)
class Look:
    """One figure and all that its rule can come from: its frame, the whole it may be an item of, the match of its own words."""

    talk: Talk
    frame: Frame
    reading: Reading
    whole: Reading | None
    match: Match | None

    @property
    def text(self) -> str:
        """The view."""
        return self.talk.words.text

    @property
    def near(self) -> str:
        """The figure's own words."""
        return self.talk.words.at(self.frame.near)

    def take(self, other: Reading, how: str, *, part: bool) -> None:
        """Gives the figure the rule of another one."""
        self.reading.rule, self.reading.how, self.reading.part = other.rule, how, part
