"""Recognised text: characters with how sure recognition is of each.

>>> Recognised("立案3件", (0.99, 0.99, 0.8, 1.0)).with_certainty(Span(2, 3), 0.5).certainties
(0.99, 0.99, 0.5, 1.0)
"""

from dataclasses import dataclass, replace

from extractor.spans import Span

UNCERTAIN = 0.99  # what is less sure than this is to be looked at: measured by benchmarks/ocr.py
DOUBTFUL = 0.5  # how sure that is of which the text itself tells that it may be wrong


@dataclass(frozen=True, slots=True)
class Recognised:
    """A line's ``text`` and the certainty of each of its characters, from 0 to 1."""

    text: str
    certainties: tuple[float, ...]

    def with_certainty(self, span: Span, most: float) -> "Recognised":
        """The same with the characters of a span no surer than ``most``."""
        lowered = (min(certainty, most) for certainty in self.certainties[span.slice])
        return replace(self, certainties=(*self.certainties[: span.start], *lowered, *self.certainties[span.end :]))

    def with_text(self, span: Span, text: str) -> "Recognised":
        """The same with as many other characters in a span as it had."""
        return replace(self, text=self.text[: span.start] + text + self.text[span.end :])

    def with_blank(self, place: int) -> "Recognised":
        """The same with a blank before the character at a place."""
        return Recognised(f"{self.text[:place]} {self.text[place:]}", (*self.certainties[:place], 1.0, *self.certainties[place:]))
