"""A report as text: what a reader hands to the stages.

>>> document = Document.of("2022年，我局立案 3 件。")
>>> document.text, document.view.text
('2022年，我局立案 3 件。', '2022年,我局立案3件。')
"""

from dataclasses import dataclass, field

from extractor.layout import Layout
from extractor.spans import Span
from extractor.view import View


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text came from: ``name`` without folders, ``sha256`` of the bytes, ``encoding`` they were decoded with."""

    name: str = "-"
    path: str = "-"
    sha256: str = ""
    media_type: str = "text/plain"
    encoding: str | None = None
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the user should know of a report: a stable ``code`` and a sentence."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it was read, its normalised view, where it came from, what was noticed on the way, and what its format knew of it."""

    text: str
    view: View
    source: Source = field(default_factory=Source)
    notices: tuple[Notice, ...] = ()
    layout: Layout = field(default_factory=Layout)

    @classmethod
    def of(cls, text: str, source: Source | None = None, notices: tuple[Notice, ...] = (), layout: Layout | None = None) -> "Document":
        """A document of a text; the view is made here, once."""
        return cls(text, View.of(text), source or Source(), notices, layout or Layout())

    def quote(self, view_span: Span) -> str:
        """What stands in the source text at a span of the view."""
        return self.text[self.view.source(view_span).slice]
