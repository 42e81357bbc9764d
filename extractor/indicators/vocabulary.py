"""All words of the catalogue, found in one pass over a view.

>>> words = Vocabulary.of(["投诉", "投诉举报", "立案"]).find("受理投诉举报3件,立案1件")
>>> words.ends_within("投诉", 0, 6), words.nearest_before(["立案", "投诉"], 7)
([4], 5)
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick


@dataclass(frozen=True, slots=True)
class Found:
    """Where the words of the catalogue stand in one text: the starts of every word, and all occurrences in their order."""

    starts: dict[str, list[int]]
    places: list[int]
    words: list[str]
    _sets: dict[tuple[int, int], frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    def within(self, start: int, end: int) -> list[str]:
        """The words that stand within a stretch, each once, in order."""
        first, last = bisect_left(self.places, start), bisect_left(self.places, end)
        here = zip(self.places[first:last], self.words[first:last], strict=True)
        return list(dict.fromkeys(word for place, word in here if place + len(word) <= end))

    def first_from(self, word: str, start: int, end: int) -> int | None:
        """Where a word first begins at or after ``start`` and ends by ``end``."""
        places = self.starts.get(word, [])
        index = bisect_left(places, start)
        return places[index] if index < len(places) and places[index] + len(word) <= end else None

    def last_until(self, word: str, start: int, end: int) -> int | None:
        """Where a word last begins at or after ``start`` that ends by ``end``."""
        places = self.starts.get(word, [])
        index = bisect_right(places, end - len(word)) - 1
        return places[index] if index >= 0 and places[index] >= start else None

    def ends_within(self, word: str, start: int, end: int) -> list[int]:
        """The ends of all occurrences of a word within a stretch."""
        places = self.starts.get(word, [])
        return [p + len(word) for p in places[bisect_left(places, start) : bisect_right(places, end - len(word))]]

    def any_within(self, words: Iterable[str], start: int, end: int) -> bool:
        """Whether one of the words stands within a stretch."""
        return not self._set(start, end).isdisjoint(words)

    def _set(self, start: int, end: int) -> frozenset[str]:
        """The words within a stretch; kept, for many rules ask the same of one stretch."""
        kept = self._sets.get((start, end))
        if kept is None:
            kept = self._sets[start, end] = frozenset(self.within(start, end))
        return kept

    def nearest_before(self, words: Sequence[str], place: int, start: int = 0) -> int | None:
        """How far before a place the nearest of the words begins; None where none stands between ``start`` and it."""
        found = [p for word in words if (p := self.last_until(word, start, place)) is not None]
        return place - max(found) if found else None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The automaton over all words."""

    words: tuple[str, ...]
    automaton: AhoCorasick

    @classmethod
    def of(cls, words: Iterable[str]) -> "Vocabulary":
        """The automaton over some words."""
        unique = tuple(sorted(set(words)))
        return cls(unique, AhoCorasick(unique))

    def find(self, text: str) -> Found:
        """All occurrences of all words, overlapping ones too."""
        starts: dict[str, list[int]] = {}
        found = sorted((start, self.words[index]) for index, start, _ in self.automaton.find_matches_as_indexes(text, overlapping=True))
        for start, word in found:
            starts.setdefault(word, []).append(start)
        return Found(starts, [start for start, _ in found], [word for _, word in found])
