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

from extractor.readers.html_fields import find_fields
from extractor.readers.html_furniture import is_furniture
from extractor.readers.html_labels import Field, is_only_fields, parse_stamp
from extractor.readers.html_main import is_foreign
from extractor.readers.html_names import is_title
from extractor.readers.html_page import Page
from extractor.readers.html_runs import Line
from extractor.readers.html_tags import names_report, squeezed

MOST_TITLE_LINES, LONGEST_TITLE, LONGEST_NUMBER = 5, 140, 60
FEWEST_FIELDS = 2  # that make a list below the text, or a table in it, one of fields
LONGEST_LIST = 30  # lines, of fields below the text
_HEADINGS = frozenset({"h1", "h2", "h3"})
_NUMBER = regex.compile(r"\p{Han}[\p{Han}A-Za-z()（）]{0,14}?[〔﹝\[(（【<][12]\d{3}年?[〕﹞\])）】>][第字]{0,2}\s*\d{1,5}\s*[号號]")


class HeadLine(NamedTuple):
    """A line over the text, and whether it is of the title."""

    text: str
    is_title: bool = False


def find_head(page: Page, main: range, titles: Sequence[str]) -> list[HeadLine]:
    """The lines to stand over a text, in order: fields, title, what stands between title and text.

    ``titles`` are what the page's tags say its title is.
    """
    title = find_title(page, main, titles)
    between = range(title.stop, main.start) if title else range(0)
    above = find_fields(page, range(title.start if title else main.start))
    under = find_fields(page, between)
    labels = {field.label for field in above}
    below = [field for field in _below(page, main) if field.label not in labels]
    return [
        *(HeadLine(field.text) for field in [*above, *below, *(field for field in under if not field.is_wanted)]),
        *(HeadLine(page.lines[number].text, is_title=True) for number in title or ()),
        *_between(page, between, [field for field in under if field.is_wanted]),
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


def _below(page: Page, main: range) -> list[Field]:
    """The fields of a list or table of fields below the text."""
    fields = find_fields(page, range(main.stop, len(page.lines)))
    is_list = sum(field.is_wanted for field in fields) >= FEWEST_FIELDS and fields[-1].lines.stop - fields[0].lines.start <= LONGEST_LIST
    return fields if is_list else []


def _is_told(lines: Sequence[Line], told: list[str]) -> bool:
    if any(line.hidden or is_furniture(line) for line in lines):
        return False
    text = squeezed("".join(line.text for line in lines))
    return len(text) > 5 and text in told


def _can_be_title(lines: Sequence[Line]) -> bool:
    text = "".join(line.text for line in lines)
    if not lines or len(lines) > MOST_TITLE_LINES or len(text) > LONGEST_TITLE or not names_report(text):
        return False
    return not any(line.hidden or is_furniture(line) or is_only_fields(line.text) for line in lines)


def _between(page: Page, numbers: range, found: Sequence[Field]) -> Iterator[HeadLine]:
    """The dates, document numbers and fields between title and text, and what stands right over the text without a word of the page."""
    fields: dict[int, list[Field]] = {}
    for field in found:
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
