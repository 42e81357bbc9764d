"""To whom the report is addressed (主送机关).

>>> rows = find_rows("中共溪口县委、溪口县人民政府:\\n2021年,我局认真履职。")
>>> [name for name, _ in find_addressees(rows)]
['中共溪口县委', '溪口县人民政府']
"""

from collections.abc import Iterator

import regex

from extractor.masthead.issuer_agencies import parse_agencies
from extractor.outline.organs import is_organ, is_organ_list, is_salutation
from extractor.outline.rows import Row, find_rows
from extractor.spans import Span

_NAME = regex.compile(r"[^、,;:\s]+")
_AND = regex.compile("和|及|暨|并")
_OPENING = regex.compile(r"([^:。;\d]{2,120}):")
MOST_LINES = 8


def find_addressees(head: list[Row]) -> list[tuple[str, Span]]:
    """The authorities that the rows between title and text, or the start of the text's first row, call on."""
    lines = _salutation(head) or _run_in(head)
    return [(row.text[slice(*place)], Span(row.span.start + place[0], row.span.start + place[1])) for row in lines for place in _names(row.text)]


def _salutation(head: list[Row]) -> list[Row]:
    """The lines of a salutation: the last ends in a colon, those above need not."""
    last = next((index for index in reversed(range(len(head))) if is_salutation(head[index].text)), None)
    if last is None:
        return []
    first = last
    while first and last - first < MOST_LINES and (is_salutation(head[first - 1].text) or is_organ_list(head[first - 1].text)):
        first -= 1
    return head[first : last + 1]


def _run_in(head: list[Row]) -> list[Row]:
    match = _OPENING.match(head[-1].text) if head else None
    if not match or not is_organ_list(match[1]):
        return []
    start = head[-1].span.start
    return [Row(Span(start, start + match.end(1)), match[1])]


def _names(text: str) -> Iterator[tuple[int, int]]:
    for match in _NAME.finditer(text):
        start = match.start()
        for joint in _AND.finditer(match.group()):
            cut = match.start() + joint.start()
            if is_organ(text[start:cut]) and is_organ(text[match.start() + joint.end() : match.end()]):
                yield start, cut
                start = match.start() + joint.end()
        yield from _run_together(text, start, match.end())


def _run_together(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A name, or the names of authorities that a closed blank has run together: 中共溪口县委溪口县人民政府."""
    agencies = parse_agencies(text, Span(start, end))
    yield from [(agency.span.start, agency.span.end) for agency in agencies] if len(agencies) > 1 else [(start, end)]


__all__ = ["find_addressees", "find_rows"]
