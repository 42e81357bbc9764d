"""Which lines of a page are the text that it publishes.

A report is by far the longest run of sentences on its page. The element that holds it is told by the names that content systems give it
and the marks that their templates print, where most sentences of the page stand under these; else by the density of sentences. What goes
on right above and below without a word of the page belongs to it too: broken markup closes elements too early.

>>> lines = [Line("首页", linked=2), Line("一、概况"), Line("我局认真履职，立案3件。" * 9), Line("分享到：")]
>>> page = Page(lines, [Box("", "", 0, 0, 4), Box("div", "", 0, 0, 1), Box("div", "", 0, 1, 3), Box("div", "share", 0, 3, 4)])
>>> find_main(page, Weights.of(page))
range(1, 3)
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

import regex

from extractor.readers.html_furniture import is_furniture, leads_elsewhere
from extractor.readers.html_grids import is_data
from extractor.readers.html_labels import is_only_fields
from extractor.readers.html_names import is_aside, is_container
from extractor.readers.html_page import Box, Page
from extractor.readers.html_runs import Line

NEARLY_ALL = 0.9  # of the sentences under any name: the shortest element with as many is the one
MOST = 0.5  # of the sentences of a page: a name with fewer under it is no container of the text
DENSE = 0.6  # of the sentences of an element: with as many in one element within, the others are of the page
LONG, SUMMARY = 40, 150  # code points: a line that stands twice on a page, and is as long, is a copy; what sums a paper up is shorter
MOST_ASIDE = 0.2  # of a text: an element beside it holds less

_SENTENCE = regex.compile(r"[。；！]|，.{4,}?[，：]")
_DIGIT = regex.compile(r"\d")
_ORGAN = regex.compile(r"[\p{Han}()（）“”、\s]{3,40}(?:局|委|委员会|政府|厅|办公室|办|院|处|中心|队|党组|党委|会|署|公司|站|所|办事处|管委会|部)[\s\u3000]*")
_DATE = regex.compile(
    r"[（(]?(?:20\d\d|二[〇○ОO0零][〇○ОO0零一二三四五六七八九]{2})\s*年\s*[\d元一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日[）)]?"
)
_TEXT_TAGS = frozenset({"article", "ucapcontent"})
_ASIDE_TAGS = frozenset({"nav", "footer", "aside"})


@dataclass(frozen=True, slots=True)
class Weights:
    """How much text stands before each line of a page, of the kind that reports consist of: sentences, and tables of figures.

    ``copies`` are the long lines that have stood on the page before.
    """

    before: tuple[int, ...]
    copies: frozenset[int]

    @classmethod
    def of(cls, page: Page) -> "Weights":
        """The weights of a page. Nothing weigh copies, as pages have them for small screens, and summaries beside links to what they sum up."""
        prose = [number for number, line in enumerate(page.lines) if is_prose(line) and not _is_summary(page.lines, number)]
        weights = [0] * len(page.lines)
        copies = _copies(page.lines)
        for number in [*prose, *_figures(page)]:
            weights[number] = len(page.lines[number].text) if number not in copies else 0
        return cls((0, *accumulate(weights)), copies)

    def within(self, box: Box | range) -> int:
        """The weight of a range of lines."""
        first, last = (box.start, box.end) if isinstance(box, Box) else (box.start, box.stop)
        return self.before[last] - self.before[first]

    @property
    def all(self) -> int:
        """The weight of the page."""
        return self.before[-1]


def is_prose(line: Line) -> bool:
    """Whether sentences of the text stand in a line.

    >>> is_prose(Line("我局认真履职。")), is_prose(Line("版权所有，未经许可不得转载。")), is_prose(Line("一、概况"))
    (True, False, False)
    """
    return not line.hidden and _SENTENCE.search(line.text) is not None and not is_furniture(line) and not is_only_fields(line.text)


def is_signature(text: str) -> bool:
    """Whether a line is the name of an authority, or a date, and nothing else.

    >>> is_signature("某县水利局"), is_signature("2024年1月10日"), is_signature("打印")
    (True, True, False)
    """
    return _ORGAN.fullmatch(text) is not None or _DATE.fullmatch(text.strip()) is not None


def find_main(page: Page, weights: Weights) -> range:
    """The lines of a page that are its text, with whatever else stands among them; the whole page where nothing tells."""
    main = _named(page, weights) or _clean(page, weights, _densest(page, weights))
    return _extended(page, main, weights)


def shown(page: Page) -> Page:
    """A page whose hidden lines are shown if they are its text: scripts open them when the page is looked at."""
    hidden = sum(len(line.text) for line in page.lines if line.hidden and is_prose(line._replace(hidden=False)))
    if not hidden or hidden <= 2 * sum(len(line.text) for line in page.lines if is_prose(line)):
        return page
    return replace(page, lines=[line._replace(hidden=False) for line in page.lines])


def _copies(lines: Sequence[Line]) -> frozenset[int]:
    seen: set[str] = set()
    copies: set[int] = set()
    for number, line in enumerate(lines):
        if len(line.text) >= LONG and not line.hidden:
            copies.update({number} if line.text in seen else ())
            seen.add(line.text)
    return frozenset(copies)


def _is_summary(lines: Sequence[Line], number: int) -> bool:
    """Whether a line is short and stands right beside one that leads elsewhere."""
    return len(lines[number].text) < SUMMARY and any(leads_elsewhere(line) for line in lines[max(0, number - 1) : number + 2] if line.linked)


def _figures(page: Page) -> Iterator[int]:
    """The lines in tables of figures, none of which leads elsewhere."""
    for grid in page.grids:
        lines = page.lines[grid.start : grid.end] if is_data(grid, page.lines) else []
        with_digits = sum(_DIGIT.search(line.text) is not None for line in lines)
        if 4 * with_digits > len(lines) and not any(line.hidden or is_furniture(line) for line in lines):
            yield from range(grid.start, grid.end)


def _named(page: Page, weights: Weights) -> range | None:
    """The shortest of the ranges that a name or a mark gives as the text, among those with nearly all of the sentences that any of them has."""
    boxes = (box for box in page.boxes if box.tag in _TEXT_TAGS or is_container(box.names))
    ranges = [*page.marked, *(range(box.start, box.end) for box in boxes)]
    heaviest = max(map(weights.within, ranges), default=0)
    if heaviest < max(1, MOST * weights.all):
        return None
    return min((lines for lines in ranges if weights.within(lines) >= NEARLY_ALL * heaviest), key=len)


def _densest(page: Page, weights: Weights) -> int:
    """The number of the innermost box that holds most sentences of every box around it."""
    inner: dict[int, int] = {}
    for number, box in enumerate(page.boxes[1:], 1):
        heaviest = inner.get(box.parent)
        if heaviest is None or weights.within(box) > weights.within(page.boxes[heaviest]):
            inner[box.parent] = number
    number = 0
    while number in inner and weights.within(page.boxes[inner[number]]) >= max(1, DENSE * weights.within(page.boxes[number])):
        number = inner[number]
    return number


def _clean(page: Page, weights: Weights, densest: int) -> range:
    """The lines of the densest box and of those around it, as long as these add nothing of the page's own."""
    beside = lines_beside(page, weights, range(page.boxes[densest].start, page.boxes[densest].end))
    box = page.boxes[densest]
    while box is not page.boxes[0]:
        above = page.boxes[box.parent]
        added = [*range(above.start, box.start), *range(box.end, above.end)]
        if any(number in beside or is_foreign(page.lines[number]) for number in added):
            break
        box = above
    return range(box.start, box.end)


def _extended(page: Page, main: range, weights: Weights) -> range:
    """A text with what goes on right below it: sentences, a signature and its date."""
    end = main.stop
    beside = lines_beside(page, weights, main)
    for number in range(main.stop, len(page.lines)):
        line = page.lines[number]
        if number in beside or number in weights.copies or is_foreign(line):
            break
        if is_prose(line) or is_signature(line.text):
            end = number + 1
    return range(main.start, end)


def lines_beside(page: Page, weights: Weights, text: range) -> frozenset[int]:
    """The lines of elements whose names say that they stand beside a text, and that hold little enough to do so."""
    most = MOST_ASIDE * weights.within(text)
    edges = [0] * (len(page.lines) + 1)
    for box in page.boxes:
        if (box.tag in _ASIDE_TAGS or is_aside(box.names)) and weights.within(box) <= most:
            edges[box.start] += 1
            edges[box.end] -= 1
    return frozenset(number for number, depth in enumerate(accumulate(edges)) if depth)


def is_foreign(line: Line) -> bool:
    """Whether a line is of the page by its own words, wherever it stands.

    >>> is_foreign(Line("来源：本网")), is_foreign(Line("县人民政府："))
    (True, False)
    """
    return not line.hidden and (is_furniture(line) or is_only_fields(line.text))
