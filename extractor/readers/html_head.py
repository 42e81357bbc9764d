"""What a page sets over its text: the visible title, the fields and dates between the two, fields elsewhere.

>>> from extractor.readers.html_page import Box
>>> lines = [Line("首页", linked=2), Line("某县水利局2023年工作报告", level=1), Line("2024-01-19 来源：县水利局 打印"), Line("我局认真履职。")]
>>> head = find_head(Page(lines, [Box("", "", 0, 0, 4), Box("h1", "", 0, 1, 2)]), range(3, 4), [])
>>> [(line.text, line.is_title) for line in head]
[('某县水利局2023年工作报告', True), ('2024-01-19', False), ('来源：县水利局', False)]
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from extractor.readers.html_fields import Field, find_fields, is_only_fields, parse_stamp
from extractor.readers.html_furniture import is_furniture
from extractor.readers.html_main import is_foreign
from extractor.readers.html_names import is_title
from extractor.readers.html_page import Page
from extractor.readers.html_runs import Line
from extractor.readers.html_tags import squeezed

MOST_TITLE_LINES, LONGEST_TITLE, LONGEST_NUMBER = 5, 140, 60
FEWEST_FIELDS = 2  # that make a list below the text, or a table in it, one of fields
_HAN = regex.compile(r"(?:\p{Han}.*?){4}")
_NUMBER = regex.compile(r"\p{Han}[\p{Han}A-Za-z()（）]{0,14}?[〔﹝\[(（【<][12]\d{3}年?[〕﹞\])）】>][第字]{0,2}\s*\d{1,5}\s*[号號]")


class HeadLine(NamedTuple):
    """A line over the text, and whether it is of the title."""

    text: str
    is_title: bool = False


def find_head(page: Page, main: range, titles: Sequence[str]) -> list[HeadLine]:
    """The lines to stand over a text, in order: fields, title, what stands between title and text.

    ``titles`` are what the page's tags say its title is.
    """
    rows = rows_of(page)
    title = find_title(page, main, titles)
    start = title.start if title else main.start
    above = find_fields(page.lines, range(start), rows)
    below = find_fields(page.lines, range(main.stop, len(page.lines)), rows)
    if len(below) < FEWEST_FIELDS or below[-1].lines.stop - below[0].lines.start > 30:
        below = []
    labels = {field.label for field in above}
    return [
        *(HeadLine(field.text) for field in [*above, *(field for field in below if field.label not in labels)]),
        *(HeadLine(page.lines[number].text, is_title=True) for number in title or ()),
        *_between(page, range(title.stop, main.start) if title else range(0), rows),
    ]


def find_title(page: Page, main: range, titles: Sequence[str]) -> range | None:
    """The lines of the visible title over a text: what the tags say it is, else the nearest heading."""
    told = [squeezed(title) for title in titles]
    for last in reversed(range(main.start)):
        for first in range(last, max(-1, last - MOST_TITLE_LINES), -1):
            if _is_told(page.lines[first : last + 1], told):
                return range(first, last + 1)
    headings = (range(box.start, box.end) for box in reversed(page.boxes) if box.end <= main.start and (box.tag in _HEADINGS or is_title(box.names)))
    return next((lines for lines in headings if _can_be_title(page.lines[lines.start : lines.stop])), None)


def rows_of(page: Page) -> dict[int, int]:
    """The number of the row of every line that stands in a table; the numbers tell rows of all tables apart."""
    rows: dict[int, int] = {}
    count = 0
    for grid in page.grids:
        for row in grid.rows if not grid.is_outer else ():
            count += 1
            rows.update((number, count) for cell in row for number in range(cell.first, cell.last))
    return rows


_HEADINGS = frozenset({"h1", "h2", "h3"})


def _is_told(lines: Sequence[Line], told: list[str]) -> bool:
    if any(line.hidden or is_furniture(line) for line in lines):
        return False
    text = squeezed("".join(line.text for line in lines))
    return len(text) > 5 and text in told


def _can_be_title(lines: Sequence[Line]) -> bool:
    text = "".join(line.text for line in lines)
    if not lines or len(lines) > MOST_TITLE_LINES or len(text) > LONGEST_TITLE or not _HAN.search(text):
        return False
    return not any(line.hidden or is_furniture(line) or is_only_fields(line.text) for line in lines)


def _between(page: Page, numbers: range, rows: dict[int, int]) -> Iterator[HeadLine]:
    """The dates, document numbers and fields between title and text, and what stands right over the text without a word of the page."""
    fields: dict[int, list[Field]] = {}
    for field in find_fields(page.lines, numbers, rows):
        fields.setdefault(field.lines.start, []).append(field)
    near = 1 + next((number for number in reversed(numbers) if is_foreign(page.lines[number])), numbers.start - 1)
    for number in numbers:
        line = page.lines[number]
        if line.hidden:
            continue
        if stamp := parse_stamp(line.text):
            yield HeadLine(stamp)
        elif number >= near or number not in fields and len(line.text) < LONGEST_NUMBER and _NUMBER.search(line.text):
            yield HeadLine(line.text)
        yield from (HeadLine(field.text) for field in fields.get(number, ()))
