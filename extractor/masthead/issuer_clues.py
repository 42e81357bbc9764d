"""What the other stages have found that bears on who the issuer is."""

from dataclasses import dataclass

from extractor.spans import Span


@dataclass(frozen=True, slots=True)
class IssuerClues:
    """A view text and what is known of it; all spans are offsets into ``text``.

    ``publisher`` is the field 发布机构 of the page, ``site`` the name of the site that the page is of, ``signature`` the line above the date
    at the end.
    """

    text: str
    body: Span
    title: str | None = None
    title_span: Span | None = None
    year: int | None = None
    publisher: tuple[str, Span] | None = None
    site: tuple[str, Span] | None = None
    signature: tuple[str, Span] | None = None
    addressees: tuple[str, ...] = ()
    index_number: str | None = None
    document_number: str | None = None
