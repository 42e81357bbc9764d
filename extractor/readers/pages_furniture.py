"""What only the pages have and the report has not: page numbers, lines that are repeated at the head or foot of the pages.

A line is such furniture by its place, at the upper or lower edge of its page, and by being repeated on other pages at that place, or
by being the number of the page. A line of the text that only looks like one stays.

>>> rows = [(page, text, y) for page in (1, 2, 3) for text, y in (("某局年报", 40.0), (f"第{page}段", 400.0), (f"— {page} —", 800.0))]
>>> lines = [PrintedLine(text, page, (90.0, y, 200.0, y + 14), 14.0) for page, text, y in rows]
>>> [line.text for line in without_furniture(lines, [(595.0, 842.0)] * 3)]
['第1段', '第2段', '第3段']
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from extractor.folding import FOLD
from extractor.readers.pages_lines import PageSize, PrintedLine, Row, find_rows

DEEPEST = 4  # rows from the edge of a page
MARGIN, NARROW_MARGIN = 0.2, 0.12  # of the page's height
FEWEST_PAGES, FEW_PAGES, SHARE = 3, 2, 0.3  # on which a line is repeated: that many, or two that are such a share of all or counted by the line
SAME_PLACE = 3.0  # points
FOOT = 0.88  # of the page's height: below it stands the number of a page that is alone

_NUMBER = regex.compile(r"\d+")
_DASH = r"[-—–―‐~_·•.|一]{1,3}"
_DECORATED = regex.compile(
    rf"{_DASH} ?(?P<number>\d{{1,4}}) ?{_DASH}|第 ?(?P<number>\d{{1,4}}) ?[页頁](?: ?[,/|(]? ?共 ?\d{{1,4}} ?[页頁]\)?)?|[Pp](?:age|AGE|\.)? ?(?P<number>\d{{1,4}})(?: ?(?:of|/) ?\d{{1,4}})?"
    r"|(?P<number>\d{1,4}) ?/ ?(?:共 ?)?\d{1,4} ?[页頁]?|[(\[〔](?P<number>\d{1,3})[)\]〕]|第[一二三四五六七八九十百]{1,4}[页頁](?:共[一二三四五六七八九十百]{1,4}[页頁])?"
)
_BARE = regex.compile(r"(?P<number>\d{1,4})|[ivxIVX]{1,6}|[Ⅰ-ⅻ]")
# What a browser prints around a page: its address and number below, date and title above.
_ADDRESS = regex.compile(r"(?:https?://|file://|about:)\S*\s+\d{1,4}/\d{1,4}")
_CLOCK = regex.compile(r"\d{2,4}[-/年]\d{1,2}[-/月]\d{1,4}日?,? ?(?:[上下]午|[AP]M)? ?\d{1,2}:\d{2}.*")


@dataclass(frozen=True, slots=True)
class _Edge:
    """A row near the edge of a page: ``depth`` 0 for the outermost, ``distance`` of its middle from the edge in points, ``share`` of the page's height."""

    row: Row
    text: str
    at_foot: bool
    depth: int
    distance: float
    share: float


def without_furniture(lines: Sequence[PrintedLine], sizes: Sequence[PageSize]) -> list[PrintedLine]:
    """The lines without those of running headers, running footers and page numbers; ``sizes`` are those of the pages in points."""
    edges = list(_edges(lines, sizes))
    left_out = _repeated(edges, len(sizes)) + list(_printed_by_browsers(edges))
    gone = {id(edge) for edge in left_out}
    left_out += _page_numbers(list(_outermost([edge for edge in edges if id(edge) not in gone])), len(sizes))
    furniture = {id(line) for edge in left_out for cell in edge.row.cells for line in cell}
    return [line for line in lines if id(line) not in furniture]


def _edges(lines: Iterable[PrintedLine], sizes: Sequence[PageSize]) -> Iterator[_Edge]:
    pages: dict[int, list[PrintedLine]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    for page, found in pages.items():
        height = sizes[page - 1][1]
        rows = find_rows(found)
        for depth, row in enumerate(rows[:DEEPEST]):
            if row.middle < MARGIN * height:
                yield _Edge(row, _folded(row), False, depth, row.middle, row.middle / height)
        for depth, row in enumerate(rows[: -DEEPEST - 1 : -1]):
            if row.middle > (1 - MARGIN) * height:
                yield _Edge(row, _folded(row), True, depth, height - row.middle, 1 - row.middle / height)


def _folded(row: Row) -> str:
    return " ".join(row.text.translate(FOLD).split())


# --- lines that are repeated


def _repeated(edges: Iterable[_Edge], pages: int) -> list[_Edge]:
    alike: dict[tuple[bool, str, int], list[_Edge]] = defaultdict(list)
    for edge in edges:
        words = _NUMBER.sub("#", edge.text)
        if sum(character.isalpha() for character in words) >= 2:
            alike[edge.at_foot, words, round(edge.row.size)].append(edge)
    return [edge for group in alike.values() for place in _at_one_place(group) if _is_repeated(place, pages) for edge in place]


def _at_one_place(group: list[_Edge]) -> Iterator[list[_Edge]]:
    place: list[_Edge] = []
    for edge in sorted(group, key=lambda edge: edge.distance):
        if place and edge.distance - place[-1].distance > SAME_PLACE:
            yield place
            place = []
        place.append(edge)
    yield place


def _is_repeated(place: list[_Edge], pages: int) -> bool:
    """Whether lines at one place are one that is repeated: its numbers are the same on all pages, or count with them."""
    on_pages = [edge.row.page for edge in place]
    columns = list(zip(*([int(number) for number in _NUMBER.findall(edge.text)] for edge in place), strict=True))
    counting = [len({number - page for number, page in zip(numbers, on_pages, strict=True)}) == 1 for numbers in columns]
    if not all(counts or len(set(numbers)) == 1 for counts, numbers in zip(counting, columns, strict=True)):
        return False
    count = len(set(on_pages))
    is_enough = count >= SHARE * pages or any(counting)
    return count >= FEWEST_PAGES or count >= FEW_PAGES and is_enough and place[0].share <= NARROW_MARGIN


def _printed_by_browsers(edges: Iterable[_Edge]) -> Iterator[_Edge]:
    """What a browser prints at the edges of a page: told by the address at its foot."""
    outermost = [edge for edge in edges if edge.depth == 0]
    printed = {edge.row.page for edge in outermost if edge.at_foot and _ADDRESS.fullmatch(edge.text)}
    for edge in outermost:
        if edge.row.page in printed and (edge.at_foot or _CLOCK.fullmatch(edge.text)):
            yield edge


# --- page numbers


def _outermost(edges: Iterable[_Edge]) -> Iterator[_Edge]:
    """Of each page the first and the last row."""
    found: dict[tuple[int, bool], _Edge] = {}
    for edge in edges:
        found.setdefault((edge.row.page, edge.at_foot), edge)
    yield from found.values()


def _page_numbers(edges: list[_Edge], pages: int) -> list[_Edge]:
    """The page numbers among rows. A number without anything around it must count with the pages, or be where a page number is."""
    decorated = [edge for edge in edges if _DECORATED.fullmatch(edge.text)]
    bare = [(edge, found) for edge in edges if (found := _BARE.fullmatch(edge.text))]
    offsets = Counter((edge.at_foot, _offset(edge, found)) for edge, found in bare)
    counting = [edge for edge, found in bare if offsets[edge.at_foot, _offset(edge, found)] > 1 or _is_alone(edge, found, pages)]
    return decorated + counting


def _offset(edge: _Edge, found: regex.Match[str]) -> int | None:
    """How far a number is from that of its page in the file; None for Roman ones."""
    return int(found["number"]) - edge.row.page if found["number"] else None


def _is_alone(edge: _Edge, found: regex.Match[str], pages: int) -> bool:
    return edge.at_foot and edge.share < 1 - FOOT and (pages == 1 or _offset(edge, found) == 0)
