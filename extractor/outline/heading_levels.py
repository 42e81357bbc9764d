"""Which labels head a section, and how the sections lie in one another.

Labels are read in order against a stack of the lists that are open. A label goes on with the open list whose next number it
is, whatever its mark looks like; else it slips in the list that is written like it (doubled, skipped); else it opens a list
within the innermost one that can contain it.

>>> from extractor.outline.labels import find_labels
>>> from extractor.spans import Span
>>> text = "一、做法\\n(1)审批。甲。\\n2)执法。乙。\\n二、打算"
>>> [(place.level, place.parent) for place in find_places(list(find_labels(text, Span(0, len(text)))))]
[(1, None), (2, 0), (2, 0), (1, None)]
"""

from dataclasses import dataclass, field

from extractor.outline.labels import DIGIT_KINDS, RUN_KINDS, SET_OFF_KINDS, STRONG_KINDS, Kind, Label, Opening

WIDEST_SKIP = 3  # numbers that may be missing in a list
SHORT_TITLE = 40  # a line so short is a title, whatever number a text that begins late begins with
_MISTAKEN: dict[Kind, frozenset[Kind]] = {
    **dict.fromkeys(DIGIT_KINDS, DIGIT_KINDS),
    Kind.HAN: frozenset({Kind.HAN_PAREN}),
    Kind.HAN_PAREN: frozenset({Kind.HAN}),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A label that heads a section: its level from 1, and the index of the place that contains it."""

    label: Label
    level: int
    parent: int | None


@dataclass(frozen=True, slots=True)
class _List:
    """An open list: how its labels are written, the last number, and the place that bears it."""

    kind: Kind
    number: int
    place: int


def find_places(labels: list[Label]) -> list[Place]:
    """The labels that head sections, in order, each with its level and parent."""
    labels = [label for label, stays in zip(labels, _in_runs(labels), strict=True) if stays]
    walk = _Walk(labels)
    for index in range(len(labels)):
        walk.step(index)
    return walk.places


def _in_runs(labels: list[Label]) -> list[bool]:
    """Whether each label may stay: 一是 and its kin only where the first two of a run open a paragraph each."""
    stays = [label.kind not in RUN_KINDS for label in labels]
    first: dict[Kind, int] = {}
    established: set[Kind] = set()
    for index, label in enumerate(labels):
        if label.kind in STRONG_KINDS:
            first, established = {}, set()
        elif label.kind in RUN_KINDS and label.number == 1:
            first[label.kind] = index
            established.discard(label.kind)
        elif label.kind in established:
            stays[index] = True
        elif label.kind in RUN_KINDS and label.kind in first and label.number == 2:
            stays[first[label.kind]] = stays[index] = True
            established.add(label.kind)
    return stays


def _next_of_each_kind(labels: list[Label], *, line_openers_only: bool = False) -> list[dict[Kind, int]]:
    """For each label, the index of the next one of every kind behind it."""
    following: dict[Kind, int] = {}
    found: list[dict[Kind, int]] = []
    for index in range(len(labels) - 1, -1, -1):
        found.append(following)
        if labels[index].opens_line or not line_openers_only:
            following = {**following, labels[index].kind: index}
    found.reverse()
    return found


@dataclass(slots=True)
class _Walk:
    """The state of one reading: the open lists from the outermost in, and what was found."""

    labels: list[Label]
    places: list[Place] = field(default_factory=list)
    _open: list[_List] = field(default_factory=list)
    _last: dict[Kind, int] = field(default_factory=dict)
    _inverted: set[tuple[Kind, Kind]] = field(default_factory=set)
    _flat_until: int = -1
    _next: list[dict[Kind, int]] = field(default_factory=list)
    _next_line: list[dict[Kind, int]] = field(default_factory=list)
    _first_han: int | None = None

    def __post_init__(self) -> None:
        self._next = _next_of_each_kind(self.labels)
        self._next_line = _next_of_each_kind(self.labels, line_openers_only=True)
        self._first_han = next((label.number for label in self.labels if label.kind is Kind.HAN and not label.is_lost), None)

    def step(self, index: int) -> None:
        """Take the label at an index as a heading, or leave it."""
        label = self.labels[index]
        depth = self._goes_on(index)
        if depth is not None:
            kind = self._open[depth].kind
        elif self._opens(index):
            depth, kind = self._outer(index), label.kind
        else:
            return
        self._take(label, kind, depth)

    def _take(self, label: Label, kind: Kind, depth: int) -> None:
        parent = self._open[depth - 1].place if depth else None
        level = self.places[parent].level + 1 if parent is not None else self._top_level(label)
        last = self._open[depth].number if depth < len(self._open) and label.number != 1 else 0
        del self._open[depth:]
        number = last + 1 if label.is_lost else max(label.number, last)
        self._open.append(_List(kind, number, len(self.places)))
        self.places.append(Place(label, level, parent))
        self._last[kind] = number
        if not label.opens_line and label.kind in STRONG_KINDS:
            self._flat_until = label.line_end

    def _goes_on(self, index: int) -> int | None:
        """Which open list the label goes on with, by rules in their order; None where it goes on with none."""
        for rule in (self._unnumbered, self._continues, self._continues_misprinted, self._slips):
            depth = rule(index)
            if depth is not None:
                return depth
        return None

    def _depth_of(self, kind: Kind) -> int | None:
        return next((depth for depth, opened in enumerate(self._open) if opened.kind is kind), None)

    def _unnumbered(self, index: int) -> int | None:
        label = self.labels[index]
        return self._depth_of(label.kind) if label.is_lost else None

    def _continues(self, index: int) -> int | None:
        label = self.labels[index]
        depth = self._depth_of(label.kind)
        if depth is None or label.kind is Kind.BARE or label.number != self._open[depth].number + 1:
            return None
        return depth if label.opens_line or self._may_stand_in_a_line(index) else None

    def _may_stand_in_a_line(self, index: int) -> bool:
        """Whether a label behind a sentence is one: not where the same number opens a line further on."""
        label = self.labels[index]
        if label.line_end == self._flat_until:
            return label.opening is not Opening.COLON
        return label.opening is Opening.STOP and not self._opens_a_line_later(index)

    def _opens_a_line_later(self, index: int) -> bool:
        after = self._next_line[index].get(self.labels[index].kind)
        return after is not None and self.labels[after].number == self.labels[index].number

    def _continues_misprinted(self, index: int) -> int | None:
        label = self.labels[index]
        mistaken = _MISTAKEN.get(label.kind)
        if mistaken is None or not label.opens_line:
            return None
        for depth in range(len(self._open) - 1, -1, -1):
            opened = self._open[depth]
            if opened.kind in mistaken and opened.number + 1 == label.number:
                return depth if label.kind in DIGIT_KINDS or self._resumes(opened.kind, label.number + 1, index) else None
        return None

    def _resumes(self, kind: Kind, number: int, index: int) -> bool:
        """Whether the next label of a kind bears a number."""
        after = self._next[index].get(kind)
        return after is not None and self.labels[after].number == number

    def _slips(self, index: int) -> int | None:
        label = self.labels[index]
        depth = self._depth_of(label.kind)
        if depth is None or label.kind is Kind.BARE:
            return None
        last = self._open[depth].number
        if label.kind in RUN_KINDS:
            return depth
        if label.opens_line:
            return depth if label.number <= last + WIDEST_SKIP else None
        may_slip = label.kind in STRONG_KINDS or label.line_end == self._flat_until
        slipped = may_slip and label.opening is Opening.STOP and label.number in (last, last + 2)
        return depth if slipped and not self._opens_a_line_later(index) else None

    def _opens(self, index: int) -> bool:
        """Whether the label is the first of a list."""
        label = self.labels[index]
        if label.kind in RUN_KINDS or label.is_lost:
            return True
        if not label.opens_line:
            flat = label.kind in STRONG_KINDS or label.line_end == self._flat_until
            return flat and label.number == 1 and label.opening is not Opening.CLAUSE and self._is_supported(index)
        if label.kind is Kind.BARE:
            return label.number == 1 and self._is_supported(index)
        runs_on = label.number == self._last.get(label.kind, -1) + 1
        if label.number == 1 or runs_on or label.kind in STRONG_KINDS and label.line_end - label.span.end <= SHORT_TITLE:
            return True
        return label.number <= WIDEST_SKIP and (label.kind in STRONG_KINDS or self._is_supported(index))

    def _is_supported(self, index: int) -> bool:
        """Whether the list goes on before a label of an outer kind, or holds a list that begins behind its title."""
        label, after = self.labels[index], self._next[index].get(self.labels[index].kind)
        if index + 1 < len(self.labels) and self.labels[index + 1].opening is Opening.TITLE:
            return True
        if after is None or not 1 <= self.labels[after].number - label.number <= 2 or self.labels[after].opening is Opening.CLAUSE:
            return False
        return all(outer > after for kind, outer in self._next[index].items() if kind < label.kind)

    def _outer(self, index: int) -> int:
        """How many of the open lists stay open around a list that the label begins; bold lines divide any section with a strong label."""
        depth = len(self._open)
        if self.labels[index].kind in SET_OFF_KINDS:
            while depth and self._open[depth - 1].kind not in STRONG_KINDS | {Kind.SET_OFF}:
                depth -= 1
            return depth
        while depth and not self._contains(depth - 1, index):
            depth -= 1
        return depth

    def _contains(self, depth: int, index: int) -> bool:
        outer, inner = self._open[depth], self.labels[index].kind
        if outer.kind < inner or (outer.kind, inner) in self._inverted:
            return True
        after = self._next[index].get(outer.kind)
        if after is None or self.labels[after].number != outer.number + 1 or self.labels[index].number != 1:
            return False
        if any(self._next[index].get(opened.kind, after) < after for opened in self._open[:depth]):
            return False
        self._inverted.add((outer.kind, inner))
        return True

    def _top_level(self, label: Label) -> int:
        """The level of a list that no other contains: 2 for (一) where the 一、 above it was lost, else 1."""
        return 2 if label.kind > Kind.HAN and Kind.HAN not in self._last and self._first_han == 2 else 1
