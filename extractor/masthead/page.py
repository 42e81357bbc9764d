"""A page as the masthead reads it: what stands over the text, between title and text, and where fields may stand.

>>> from extractor.outline.body import find_body
>>> document = Document.of("发布日期:2023-01-12\\n溪口县水利局2022年法治政府建设年度报告\\n县政府:\\n2022年,我局认真履职。")
>>> page = find_page(document, find_body(document))
>>> [row.text for row in page.opening], [field.text for field in page.fields]
(['县政府:', '2022年,我局认真履职。'], ['2023-01-12'])
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

import regex

from extractor.document import Document
from extractor.masthead.fields import Field, find_fields
from extractor.outline.body import Body
from extractor.outline.furniture import is_furniture, is_list_of_neighbours
from extractor.outline.organs import is_salutation
from extractor.outline.rows import Row, find_pieces, find_rows
from extractor.spans import Span

_BESIDE_TITLE = regex.compile(r"[^。,;]*")
LINES_ABOVE_TITLE = 4  # where a salutation may stand


@dataclass(frozen=True, slots=True)
class Page:
    """A document with the rows down to its text (``head``), those between title and text, and the first of the text (``opening``)."""

    document: Document
    body: Body
    head: list[Row]
    opening: list[Row]
    fields: list[Field]

    @property
    def title_span(self) -> Span | None:
        """Where the title stands in the view."""
        return Span(self.body.title[0].start, self.body.title[-1].end) if self.body.title else None

    @property
    def repeats_from(self) -> int:
        """Where the title stands for the first time on a line of its own: what comes after it is of this paper."""
        title = "".join(self.document.view.text[span.slice] for span in self.body.title)
        return next((row.span.start for row in self.head if row.text == title), self.body.span.start)


def find_page(document: Document, body: Body) -> Page:
    """The page around a report whose body is known."""
    rows = find_rows(document.view.text)
    begins = _text_begins(rows, body)
    opening = [*_salutations_above(rows, body), *_opening(document, rows[: begins + 1], body)]
    fields = find_fields(document.view.text, _zones(document.view.text, rows, begins, body))
    return Page(document, body, _head(document, rows, begins, body), opening, fields)


def _title_end(body: Body) -> int:
    """Where the title ends; of a report without one, where it begins."""
    return body.title[-1].end if body.title else body.span.start


def _text_begins(rows: list[Row], body: Body) -> int:
    """The number of the first row of the text below title, salutation and whatever the page puts between."""
    title_end = _title_end(body)
    texts = (
        index
        for index, row in enumerate(rows)
        if row.span.end > title_end and (row.is_prose or row.is_chapter) and not is_furniture(row.text) and not is_salutation(row.text)
    )
    return next(texts, len(rows))


def _head(document: Document, rows: list[Row], begins: int, body: Body) -> list[Row]:
    """The rows over the text; where the text shares its line with the title, that line and what stands between the two."""
    head = rows[:begins]
    if begins < len(rows) and body.title and rows[begins].span.start < body.title[-1].end:
        shared = rows[begins]
        before = Row(Span(shared.span.start, body.title[0].start), shared.text[: max(0, body.title[0].start - shared.span.start)])
        return [*head, shared, *find_pieces(document, before), *_pieces_over_text(document, _behind_title(shared, body.title[-1].end))]
    return head


def _salutations_above(rows: list[Row], body: Body) -> Iterator[Row]:
    if not body.title:
        return
    first = next((index for index, row in enumerate(rows) if row.span.end > body.title[0].start), len(rows))
    yield from (row for row in rows[max(0, first - LINES_ABOVE_TITLE) : first] if is_salutation(row.text))


def _opening(document: Document, rows: list[Row], body: Body) -> Iterator[Row]:
    """The rows from the title on; of one that the page and the report share, what in it is a salutation."""
    title_end = _title_end(body)
    for row in rows:
        if row.span.start >= title_end:
            yield from filter(_is_salutation, find_pieces(document, row)) if is_furniture(row.text) else (row,)
        elif row.span.end > title_end:
            tail = _behind_title(row, title_end)
            yield from filter(_is_salutation, _pieces_over_text(document, tail))
            yield tail


def _is_salutation(row: Row) -> bool:
    return is_salutation(row.text)


def _behind_title(row: Row, title_end: int) -> Row:
    return Row(Span(title_end, row.span.end), row.text[title_end - row.span.start :])


def _pieces_over_text(document: Document, tail: Row) -> Iterator[Row]:
    return takewhile(lambda piece: not (piece.is_prose or piece.is_chapter), find_pieces(document, tail))


def _zones(text: str, rows: list[Row], begins: int, body: Body) -> list[Span]:
    """Where fields stand: over the text, beside a title that has its line in common with the text, and under the body."""
    head_end = rows[begins].span.start if begins < len(rows) else body.span.end
    if body.title and head_end < body.title[-1].end:
        beside = _BESIDE_TITLE.match(text, body.title[-1].end)
        head_end = beside.end() if beside else body.title[-1].end
    lists = (row.span.start for row in rows if row.span.start >= body.span.end and is_list_of_neighbours(row.text))
    return [Span(0, head_end), Span(body.span.end, next(lists, len(text)))]
