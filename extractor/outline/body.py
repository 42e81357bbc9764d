"""Where the report begins and ends on its page.

The body runs from the report's own title to the date under its signature; navigation, header fields, share buttons, neighbours in
a list and the imprint lie outside.

>>> document = Document.of("首页>公开\\n溪口县水利局2022年法治政府建设年度报告\\n2022年，我局认真履职。\\n溪口县水利局\\n2023年1月10日\\n上一篇：通知")
>>> body = find_body(document)
>>> [document.quote(span) for span in (*body.title, body.signature, body.signed) if span]
['溪口县水利局2022年法治政府建设年度报告', '溪口县水利局', '2023年1月10日']
"""

from dataclasses import dataclass
from itertools import accumulate

import regex

from extractor.document import Document
from extractor.outline.furniture import is_furniture, is_list_of_neighbours
from extractor.outline.organs import ORGAN, is_document_number, is_salutation
from extractor.outline.rows import Row, find_pieces, find_rows
from extractor.outline.signature import DATE, Signature, find_signatures
from extractor.outline.titles import find_title, find_title_in_pieces, without_book_marks
from extractor.spans import Span

_HEAD_DATE = regex.compile(rf"\(?{DATE}\)?")
_BRACKETED_DATE = regex.compile(rf"(?P<issuer>{ORGAN})?\((?P<date>{DATE})\)")
_ENDS_SENTENCE = frozenset("。!?;…”")
_CELLS = regex.compile(r"[\t|]")


@dataclass(frozen=True, slots=True)
class Body:
    """The report within its page, in offsets of the view.

    ``title`` has a span a line and is empty where there is none; ``signature`` is the issuer over the date, ``signed`` the date.
    """

    span: Span
    title: tuple[Span, ...] = ()
    signature: Span | None = None
    signed: Span | None = None

    @property
    def below_title(self) -> Span:
        """The body without its title."""
        return Span(self.title[-1].end if self.title else self.span.start, self.span.end)


def find_body(document: Document) -> Body:
    """The body of a report with its title and signature."""
    rows = find_rows(document.view.text)
    if not rows:
        return Body(Span(0, 0))
    title = _title(document, rows)
    start = title[0].start if title else _text_start(document, rows)
    inside = [row for row in rows if row.span.end > (title[-1].end if title else start)]
    signature = _closing(inside)
    if signature:
        return Body(Span(start, signature.date.end), title, signature.issuer, signature.date)
    end = max(_text_end(document, inside), title[-1].end if title else start)
    opening = (_opening(inside) or _beside_title(document.view.text, title[-1].end)) if title else None
    return Body(Span(start, end), title, opening.issuer if opening else None, opening.date if opening else None)


def _title(document: Document, rows: list[Row]) -> tuple[Span, ...]:
    limit = _first_text(rows)
    head = [without_book_marks(row) for row in rows[:limit]]
    lines = find_title(head, limit)
    return tuple(head[index].span for index in lines) or find_title_in_pieces(document, rows, limit)


def _first_text(rows: list[Row]) -> int:
    """The number of the first row that no title can come after: a chapter, a long paragraph, most of the text, a list of other papers below some text."""
    weights = _weights(rows)
    for index, row in enumerate(rows):
        own = not is_furniture(row.text)
        if row.is_chapter or own and row.is_paragraph or weights[index] and is_list_of_neighbours(row.text) or 2 * weights[index] > weights[-1]:
            return index
    return len(rows)


def _text_start(document: Document, rows: list[Row]) -> int:
    """Where a report without a title begins: at the first line that is none of the page's."""
    own = (row for row in rows if not is_furniture(row.text) and _is_text(row))
    row = next(own, None) or next((row for row in rows if not is_furniture(row.text)), rows[0])
    pieces = (piece for piece in find_pieces(document, row) if not is_furniture(piece.text))
    return next((piece.span.start for piece in pieces), row.span.start)


def _is_text(row: Row) -> bool:
    return row.is_prose or row.is_heading or is_salutation(row.text) or is_document_number(row.text)


def _closing(rows: list[Row]) -> Signature | None:
    """The signature under the text: the last one that more of the text stands before than behind, outside any list of other papers."""
    weights = _weights(rows)
    lists = (index for index, row in enumerate(rows) if is_list_of_neighbours(row.text) and 2 * weights[index] > weights[-1])
    end = next(lists, len(rows))
    candidates = [signature for signature in find_signatures(rows[:end]) if 2 * weights[signature.row + 1] > weights[end]]
    return candidates[-1] if candidates else None


def _opening(rows: list[Row]) -> Signature | None:
    """The date, with or without an issuer, between the title and the text."""
    head = rows[: next((index for index, row in enumerate(rows) if row.is_prose or row.is_chapter), len(rows))]
    signed = find_signatures(head)
    if signed:
        return signed[0]
    dates = (row for row in head if _HEAD_DATE.fullmatch(row.text))
    return next((Signature(0, None, _inside_brackets(row)) for row in dates), None)


def _beside_title(text: str, end: int) -> Signature | None:
    """The date in brackets, with or without an issuer, that shares its line with title and text."""
    match = _BRACKETED_DATE.match(text, end)
    if not match:
        return None
    issuer = Span(*match.span("issuer")) if match["issuer"] else None
    return Signature(0, issuer, Span(*match.span("date")))


def _inside_brackets(row: Row) -> Span:
    return Span(row.span.start + row.text.startswith("("), row.span.end - row.text.endswith(")"))


def _weights(rows: list[Row]) -> list[int]:
    """How much text stands before each row, and in all of them."""
    return [0, *accumulate(len(row.text) if row.is_prose and not is_furniture(row.text) else 0 for row in rows)]


def _text_end(document: Document, rows: list[Row]) -> int:
    """Where a report without a dated signature ends: with the last line of text before the foot of the page."""
    texts = [row for row in rows[: _foot(rows)] if _is_close(row)]
    return _end_within(document, texts[-1]) if texts else 0


def _end_within(document: Document, row: Row) -> int:
    """Where the text of a row ends: before the words of the page where these share its line."""
    pieces = list(find_pieces(document, row))
    close = next((index for index in reversed(range(len(pieces))) if pieces[index].text[-1] in _ENDS_SENTENCE and not is_furniture(pieces[index].text)), None)
    if close is None or not any(is_furniture(piece.text) for piece in pieces[close + 1 :]):
        return row.span.end
    return pieces[close].span.end


def _foot(rows: list[Row]) -> int:
    """The number of the row that the foot of the page begins with: hardly any text, and no chapter, comes after it."""
    weights = _weights(rows)
    last_chapter = next((index for index in reversed(range(len(rows))) if rows[index].is_chapter), -1)
    below = (index for index in range(last_chapter + 1, len(rows)) if 5 * weights[index] >= 4 * weights[-1])
    return next((index for index in below if is_furniture(rows[index].text) or is_list_of_neighbours(rows[index].text)), len(rows))


def _is_close(row: Row) -> bool:
    if is_furniture(row.text):
        return False
    return row.is_prose or row.is_heading or row.text[-1] in _ENDS_SENTENCE or _CELLS.search(row.text) is not None
