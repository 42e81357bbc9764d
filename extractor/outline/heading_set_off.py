"""Headings without a label that are set off from the text: bold lines, lines in a heading's style, and where the format is lost, lines alone.

>>> from extractor.layout import Emphasis, Layout
>>> source = "某市水利局2022年工作总结\\n行政许可\\n全年办件3件。"
>>> document = Document.of(source, layout=Layout(emphases=(Emphasis(Span(15, 19)),)))
>>> [(label.kind.name, tuple(label.span), label.line_end) for label in find_set_off(document, Span(14, 28))]
[('SET_OFF', (15, 15), 19)]
"""

from collections.abc import Iterator

import regex

from extractor.document import Document
from extractor.layout import Emphasis
from extractor.outline.labels import Kind, Label, Opening
from extractor.outline.organs import is_salutation
from extractor.spans import Span

# What bold type is used for besides headings: sentences, captions of tables, salutations, dates, names of files.
_TITLE = regex.compile(r"(?![表图]\d|[表图][一二三四五六七八九]|附[件表:]|单位:|\(|20\d\d年\d{1,2}月)(?=[^\n]*\p{Han}{2})[^\n。;!?:\t|]{3,36}+:?(?=\n)")
_PROSE_BELOW = regex.compile(r"\n+[^\n]{0,400}?[。;]")

# Without a bold face a heading is told by its place: between a paragraph, or a heading with a label, and a long paragraph.
_ABOVE = r"(?:[^\n]{20,}[。:;]|(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))[^\n]{2,40})"
_ALONE = regex.compile(rf"(?<=(?:^|\n){_ABOVE}\n+)(?P<title>(?![一二三四五六七八九十]{{1,3}}、)[\p{{Han}}“”、]{{4,16}})\n+(?=[^\n\t|]{{40,400}}[。;])")
FEWEST_ALONE = 3


def find_set_off(document: Document, text: Span) -> list[Label]:
    """An empty label before each set-off line within a span of the view that can only be a heading, in order.

    The text is what comes below the title of the report, whose own lines are set off too.
    """
    if not document.layout.emphases:
        return [_label(line, is_lower=False) for line in _lines_alone(document.view.text, text)]
    lines = list(_title_lines(document, text))
    highest = min((emphasis.level for emphasis, _ in lines if emphasis.level), default=None)
    return [_label(span, is_lower=bool(highest and emphasis.level and emphasis.level > highest)) for emphasis, span in lines]


def _title_lines(document: Document, text: Span) -> Iterator[tuple[Emphasis, Span]]:
    view = document.view
    for emphasis in document.layout.emphases:
        start = view.place(emphasis.span.start)
        found = _TITLE.match(view.text, start) if text.start <= start < text.end else None
        opens_line = found and (start == 0 or view.text[start - 1] == "\n")
        if (
            found
            and opens_line
            and not is_salutation(found.group())
            and (_PROSE_BELOW.match(view.text, found.end(), text.end) or _is_above_another(document, emphasis))
        ):
            yield emphasis, Span(*found.span())


def _lines_alone(text: str, within: Span) -> list[Span]:
    """Short lines of words between paragraphs, where there are several: one alone may be anything."""
    found = [Span(*line.span("title")) for line in _ALONE.finditer(text, *within, overlapped=True)]
    return found if len(found) >= FEWEST_ALONE else []


def _is_above_another(document: Document, emphasis: Emphasis) -> bool:
    """Whether the next line is set off too: a heading over a heading."""
    rest = document.text[emphasis.span.end :]
    below = emphasis.span.end + len(rest) - len(rest.lstrip())
    return any(other.span.start == below for other in document.layout.emphases)


def _label(line: Span, *, is_lower: bool) -> Label:
    return Label(Span(line.start, line.start), Kind.SET_OFF_LOWER if is_lower else Kind.SET_OFF, 0, Opening.LINE, line.end)
