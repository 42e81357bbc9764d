"""The heading tree of a report.

>>> text = "一、主要做法\\n(一)抓好普法。全年讲课3场。\\n二、存在的问题\\n力量不足。"
>>> outline = Outline.of(text, Span(0, len(text)))
>>> [(h.level, text[h.label.slice], text[h.title.slice], h.role) for h in outline.headings]
[(1, '一、', '主要做法', 'measures'), (2, '(一)', '抓好普法', 'measures'), (1, '二、', '存在的问题', 'shortcomings')]
>>> [text[h.title.slice] for h in outline.path(text.index("3场"))]
['主要做法', '抓好普法']
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.outline.heading_bare import with_bare_titles
from extractor.outline.heading_levels import Place, find_places
from extractor.outline.heading_roles import Role, parse_inner_role, parse_role
from extractor.outline.heading_titles import find_title, find_title_below
from extractor.outline.labels import STRONG_KINDS, Label, find_labels
from extractor.spans import Span

__all__ = ["Heading", "Outline", "Role", "find_headings"]

LONGEST_TELLING = 120  # of a title: what stands further on tells no role


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: ``number`` counts them from 1 in reading order, ``parent`` is such a number, ``end`` is where its section ends.

    ``label`` is as written, and empty where the heading has none. ``role`` is the required part that the section belongs to.
    """

    number: int
    parent: int | None
    level: int
    label: Span
    title: Span
    end: int
    role: Role | None = None

    @property
    def start(self) -> int:
        """Where the heading, and with it the section, begins."""
        return self.label.start


def find_headings(text: str, body: Span, gaps: Sequence[int] = (), set_off: Sequence[Label] = (), cells: Sequence[Span] = ()) -> tuple[Heading, ...]:
    """The headings within the body of a view, in reading order.

    ``gaps`` are the view's offsets where white space was taken out (``View.starts``); they help where nothing else parts a
    title from its text. ``set_off`` are the places of lines without a label that their format shows to be headings. ``cells``, in
    order, name rows and columns of tables and head nothing else.
    """
    labels = _with_set_off(with_bare_titles(text, body, list(find_labels(text, body))), set_off)
    places = find_places([label for label in labels if not _is_within(label.span.start, cells)])
    limits = [place.label.span.start for place in places[1:]] + [body.end]
    titles = [_title(text, place, limit, gaps) for place, limit in zip(places, limits, strict=False)]
    ends = _ends(places, body)
    headings: list[Heading] = []
    for index, (place, title) in enumerate(zip(places, titles, strict=True)):
        above = headings[place.parent] if place.parent is not None else None
        role = _role(text[title.slice], above)
        headings.append(Heading(index + 1, above.number if above else None, place.level, place.label.span, title, ends[index], role))
    return tuple(headings)


def _with_set_off(labels: list[Label], set_off: Sequence[Label]) -> list[Label]:
    """All labels in order; a line that has one of its own needs no other."""
    taken = {label.span.start for label in labels}
    return sorted([*labels, *(label for label in set_off if label.span.start not in taken)], key=lambda label: label.span) if set_off else labels


def _is_within(offset: int, cells: Sequence[Span]) -> bool:
    index = bisect_right(cells, offset, key=_start) - 1
    return index >= 0 and offset < cells[index].end


def _start(cell: Span) -> int:
    return cell.start


def _title(text: str, place: Place, limit: int, gaps: Sequence[int]) -> Span:
    label = place.label
    if label.is_lost:
        return Span(label.span.start, min(label.line_end, limit))
    title = find_title(text, label.span.end, min(label.line_end, limit), gaps)
    if title.start < title.end or label.kind not in STRONG_KINDS or limit <= label.line_end:
        return title
    return find_title_below(text, label.line_end, limit)


def _ends(places: list[Place], body: Span) -> list[int]:
    """Where each section ends: at the next heading of its level or a higher one, or with the body."""
    ends = [body.end] * len(places)
    waiting: list[int] = []
    for index, place in enumerate(places):
        while waiting and places[waiting[-1]].level >= place.level:
            ends[waiting.pop()] = place.label.span.start
        waiting.append(index)
    return ends


def _role(title: str, above: Heading | None) -> Role | None:
    title = title[:LONGEST_TELLING]
    if above is None:
        return parse_role(title)
    return (parse_inner_role(title) if above.role in (None, "measures") else None) or above.role


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings of a body, and which of them a place stands under."""

    headings: tuple[Heading, ...]
    _starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str, body: Span, gaps: Sequence[int] = (), set_off: Sequence[Label] = (), cells: Sequence[Span] = ()) -> "Outline":
        """The outline of a body of a view; the arguments are those of find_headings."""
        headings = find_headings(text, body, gaps, set_off, cells)
        return cls(headings, tuple(heading.start for heading in headings))

    def at(self, offset: int) -> Heading | None:
        """The innermost heading whose section an offset lies in; None before the first and behind the body."""
        index = bisect_right(self._starts, offset) - 1
        return self.headings[index] if index >= 0 and offset < self.headings[index].end else None

    def path(self, offset: int) -> tuple[Heading, ...]:
        """The headings above an offset, from the outermost in."""
        path: list[Heading] = []
        heading = self.at(offset)
        while heading:
            path.append(heading)
            heading = self.headings[heading.parent - 1] if heading.parent else None
        return tuple(reversed(path))
