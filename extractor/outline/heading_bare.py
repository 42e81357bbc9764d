"""Headings that have lost their label: a line that is the title of a required part and nothing more.

>>> text = "现报告如下:\\n主要做法\\n全年普法9场。\\n存在问题\\n力量不足。"
>>> [text[place.span.start : place.line_end] for place in with_bare_titles(text, Span(0, len(text)), [])]
['主要做法', '存在问题']
"""

import regex

from extractor.outline.heading_roles import LONGEST_BARE, Role, is_bare_title, parse_role
from extractor.outline.labels import Kind, Label, Opening
from extractor.spans import Span

# Above the first sentence stands the title of the paper, which may look the same.
_SENTENCE = regex.compile(r"[。:;!](?=\n|$)")
_SHORT_LINE = regex.compile(rf"(?<=[。:;!?]\n+|\n\n)(?P<title>[^\n。,;]{{4,{LONGEST_BARE}}}+)(?=\n)")


def with_bare_titles(text: str, body: Span, labels: list[Label]) -> list[Label]:
    """The labels, and among them an empty one before each bare title; no part is headed twice."""
    headed = {
        parse_role(text[label.span.end : min(label.line_end, label.span.end + 40)]) for label in labels if label.opens_line and label.kind <= Kind.HAN_PAREN
    }
    has_han = any(label.kind is Kind.HAN for label in labels)
    first = _SENTENCE.search(text, *body)
    if first is None:
        return labels
    found: list[Label] = []
    for line in _SHORT_LINE.finditer(text, first.start(), body.end):
        role = _role(line["title"], has_han)
        if role and role not in headed:
            found.append(Label(Span(line.start(), line.start()), Kind.HAN, 0, Opening.LINE, line.end()))
    return sorted([*labels, *found], key=lambda label: label.span) if found else labels


def _role(line: str, has_han: bool) -> Role | None:
    title = line.rstrip(":")
    role = parse_role(title) if is_bare_title(title) else None
    return None if role == "measures" and has_han else role
