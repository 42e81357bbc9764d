"""The normalised view of a text, and the map back.

Rules never look at the source text, whose numbers are cut by spaces and whose sentences are cut by line ends. They look at its
view: characters folded one to one, stray spaces closed, broken lines joined. Whatever is taken out is recorded as it is taken
out, so that every place in the view is a place in the source; nothing is compared afterwards.

>>> view = View.of("共 受理 3 210件，\\n罚款１．７万元。")
>>> view.text
'共受理3210件,罚款1.7万元。'
>>> view.source(Span(view.text.index("3210"), view.text.index("件")))
Span(start=5, end=10)
"""

from bisect import bisect_right
from dataclasses import dataclass

import regex

from extractor.folding import DROPPED, fold
from extractor.lines import joints
from extractor.spans import Span

# A space is kept only between two words or numbers in Latin script: everywhere else Chinese text has none that means anything.
_STRAY_SPACE = regex.compile(r"(?<=[^ \t\n]) +(?=[^ -~])|(?<=[^ -~]) +(?=[^ \t\n])|(?<=[!-/:-@\[-`{-~]) +(?=[!-~])|(?<=[!-~]) +(?=[!-/:-@\[-`{-~])")
_LINE_EDGE = regex.compile(r"^[ \t]+|[ \t]+$", regex.M)
_MARKED = regex.compile(DROPPED + "+")
# `3 210人` is one number, `186 181 97.3` are three cells: only what a unit follows is grouped by spaces. `2 0 2 2年` is a year, `1 0 8 2件` is 1082.
_SPACED_NUMBER = regex.compile(
    r"(?<!\d[.,]? ?)(?:\d{1,3}(?: \d{3})+(?=(?:\.\d+)?[^\x00-\x7f])|[12](?: \d){3}(?=年)|\d(?: \d){2,}(?=[件起宗人户家万亿元次份场个项条名]))"
)


@dataclass(frozen=True, slots=True)
class View:
    """A normalised text; ``starts[i]`` in it is ``sources[i]`` in the source, up to ``starts[i + 1]``."""

    text: str
    starts: tuple[int, ...]
    sources: tuple[int, ...]
    length: int

    @classmethod
    def of(cls, source: str) -> "View":
        """The view of a source text."""
        if "\n" not in source:
            source = source.replace("\r", "\n")
        folded = fold(source)
        deletions = _deletions(source, folded)
        view = cls._without(folded, _merged(deletions))
        spaces = [view.source(Span(i, i + 1)) for number in _SPACED_NUMBER.finditer(view.text) for i in range(*number.span()) if view.text[i] == " "]
        return cls._without(folded, _merged(deletions + spaces)) if spaces else view

    @classmethod
    def _without(cls, folded: str, deletions: list[Span]) -> "View":
        pieces, starts, sources = [], [], []
        length = place = 0
        for gap in [*deletions, Span(len(folded), len(folded))]:
            if place < gap.start:
                pieces.append(folded[place : gap.start])
                starts.append(length)
                sources.append(place)
                length += gap.start - place
            place = gap.end
        return cls("".join(pieces), tuple(starts), tuple(sources), len(folded))

    def source(self, span: Span) -> Span:
        """Where a span of the view stands in the source (half open, code points)."""
        if span.start >= span.end:
            place = self._source_of(span.start)
            return Span(place, place)
        return Span(self._source_of(span.start), self._source_of(span.end - 1) + 1)

    def _source_of(self, place: int) -> int:
        if not self.starts:
            return 0
        if place >= len(self.text):
            return self.sources[-1] + len(self.text) - self.starts[-1]
        piece = bisect_right(self.starts, place) - 1
        return self.sources[piece] + place - self.starts[piece]

    def place(self, source: int) -> int:
        """Where in the view a source offset stands; one that was taken out is where the text goes on behind it."""
        piece = bisect_right(self.sources, source) - 1
        if piece < 0:
            return 0
        end = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
        return min(self.starts[piece] + source - self.sources[piece], end)

    def dropped(self) -> list[Span]:
        """The source spans that the view leaves out, in order."""
        gaps, place = [], 0
        for index, start in enumerate(self.sources):
            if place < start:
                gaps.append(Span(place, start))
            end = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
            place = start + end - self.starts[index]
        return [*gaps, Span(place, self.length)] if place < self.length else gaps


def _deletions(source: str, folded: str) -> list[Span]:
    spans = [Span(*m.span()) for pattern in (_MARKED, _LINE_EDGE, _STRAY_SPACE) for m in pattern.finditer(folded)]
    return spans + joints(source, folded)


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
