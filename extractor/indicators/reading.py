"""What is known of one figure while its sentence is read, and when it is done."""

from dataclasses import dataclass, field
from decimal import Decimal

from extractor.indicators.frames import Frame
from extractor.indicators.rules import Rule
from extractor.indicators.told_for import Told
from extractor.spans import Span


@dataclass(slots=True)
class Reading:
    """A figure of the text: its frame, and the meaning found for it so far.

    ``near`` are the words it was read by, its own or those it shares; ``whole`` is the reading that it is a part of;
    ``changed`` the one whose rise or fall it tells, ``verb`` what governs a list that begins with it. ``how`` says in a word
    how it got its rule: direct, pair, breakdown, restated, rest, list, change.
    """

    frame: Frame
    near: Span
    told: Told
    core: int
    aspect: str = "level"
    sign: int = 1
    rule: Rule | None = None
    how: str = ""
    part: bool = False
    category: str | None = None
    name: str = ""
    noun: str = ""
    whole: "Reading | None" = None
    changed: "Reading | None" = None
    repeats: "Reading | None" = None
    cue: Span | None = None
    cue_is_stage: bool = False
    verb: str = ""

    @property
    def code(self) -> str | None:
        """The code of its rule; None where no rule knows it."""
        return self.rule.code if self.rule else None

    @property
    def family(self) -> str:
        """The theme of its rule; empty where no rule knows it."""
        return self.rule.family if self.rule else ""

    @property
    def value(self) -> Decimal:
        """The value with the sign of its change."""
        value = self.frame.quantity.value
        return value if self.sign > 0 else value.copy_negate()


@dataclass(frozen=True, slots=True)
class Denial:
    """A statement that there was none: what it denies, and where it stands."""

    span: Span
    code: str | None
    name: str
    rule: Rule | None = field(default=None)
