"""What reaches over the paragraphs of a Word text: its styles, the fields that are open, what was met on the way.

>>> from extractor.readers.docx_fields import find_marks
>>> from extractor.readers.docx_xml import W, parse_xml
>>> text = parse_xml(f'''<w:p xmlns:w="{W[1:-1]}"><w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText>
... <w:fldChar w:fldCharType="separate"/><w:fldChar w:fldCharType="end"/></w:p>'''.encode())
>>> story = Story(Styles(None), find_marks(text))
>>> marks = list(text.iter(W + "fldChar"))
>>> [(story.pass_mark(mark), story.is_silent)[1] for mark in marks]
[True, True, False]
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from extractor.readers.docx_fields import Field, Kind, Mark, Part
from extractor.readers.docx_styles import Styles
from extractor.readers.docx_xml import Element


@dataclass(slots=True)
class _Open:
    """A field whose end has not been reached."""

    field: Field
    in_result: bool = False


@dataclass(slots=True)
class Story:
    """What reaches over the paragraphs of a text: the styles, the marks of its fields, those that are open, the notes that it refers to."""

    styles: Styles
    marks: dict[Element, Mark] = field(default_factory=dict)
    notes: list[tuple[str, str]] = field(default_factory=list)
    has_changes: bool = False
    unread: int = 0  # charts and diagrams
    _open: list[_Open] = field(default_factory=list)

    @property
    def is_silent(self) -> bool:
        """Whether what stands here is an instruction, or the result of a field that is no text."""
        return any(not one.in_result or one.field.kind is Kind.PAGE for one in self._open)

    @property
    def is_contents(self) -> bool:
        """Whether a table of contents stands here."""
        return any(one.in_result and one.field.kind is Kind.CONTENTS for one in self._open)

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Within it no field is open: a text box stands in a sentence without being part of it."""
        outer, self._open = self._open, []
        yield
        self._open = outer

    def pass_mark(self, element: Element) -> str:
        """Opens or closes the field of a mark; what the field shows by itself is returned at its end."""
        mark = self.marks.get(element)
        if mark is None:
            return ""
        if mark.part is Part.BEGIN:
            self._open.append(_Open(mark.field))
        elif mark.part is Part.END:
            self._close(mark.field)
            return mark.field.text
        elif self._open:
            self._open[-1].in_result = True
        return ""

    def _close(self, ended: Field) -> None:
        """Closes a field, with those within whose end was passed over."""
        depth = next((depth for depth, one in enumerate(self._open) if one.field is ended), len(self._open))
        del self._open[depth:]
