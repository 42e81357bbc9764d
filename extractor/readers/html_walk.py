"""From the tree of a page to its lines, and what is known of each: in which elements it stands, in which cell, how it looks.

>>> from extractor.readers.html_tree import parse_tree
>>> page = read_page(parse_tree("<div id=zoom><p>受理2,3<span>16</span>件<br>办结3件</p></div>").root)
>>> [line.text for line in page.lines]
['受理2,316件', '办结3件']
>>> [(box.names, box.start, box.end) for box in page.boxes if box.names]
[('zoom', 0, 2)]
"""

from typing import TYPE_CHECKING, NamedTuple

import regex

from extractor.readers.html_grids import PARTS, GridMaker
from extractor.readers.html_lists import Numbering, has_label, parse_integer
from extractor.readers.html_names import is_begin_mark, is_container, is_end_mark
from extractor.readers.html_page import Box, Page
from extractor.readers.html_runs import ASCII_BLANKS, Run, make_line
from extractor.readers.html_styles import Look, Style, find_hidden_names, parse_face, parse_style

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
# Elements that part lines; every other one, known or not, stands within its line.
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset header hgroup hr html"
    " legend li main menu nav noframes ol optgroup option p pre section summary table tbody td tfoot th thead tr ucapcontent ul".split()
) | frozenset(_HEADINGS)
_SKIPPED = frozenset(
    "head script style title template noscript select button textarea iframe object embed applet svg math canvas audio video map datalist rt rp xml".split()
)
# Elements that may hold a part of the page; the others do so where they have a name.
_BOXED = frozenset("body div td th article section main center form nav footer aside header ucapcontent".split()) | frozenset(_HEADINGS)
_BOLD = frozenset({"b", "strong", *_HEADINGS})
_EDITOR_LIST = regex.compile(r"custom_(?:cn|num)\d?")
_FILE = regex.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|rar|zip|7z|ceb|jpe?g|png|txt)(?:$|[?#&])|download", regex.I)
_NO_STYLE = Look()


class _Open(NamedTuple):
    """An element that has not ended: the style of its text, the number of its box, and whether it parts lines."""

    style: Style
    box: int
    is_block: bool


def read_page(root: "_Element | None") -> Page:
    """The page of a tree."""
    if root is None:
        return Page()
    sheets = "\n".join(element.text or "" for element in root.iter("style"))
    return _Walk(find_hidden_names(sheets)).through(root)


class _Walk:
    """What is open while the tags of a page come by."""

    def __init__(self, hidden_names: frozenset[str]) -> None:
        self.page = Page()
        self._hidden_names = hidden_names
        self._open = [_Open(Style(), 0, is_block=True)]
        self._runs: list[Run] = []
        self._levels: list[int] = []
        self._lists: list[Numbering | None] = []
        self._label = ""
        self._grids = GridMaker()
        self._marked_from: int | None = None

    def through(self, root: "_Element") -> Page:
        """The page, once all its tags have come by."""
        from lxml import etree

        tags = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in tags:
            if self.page.is_full:
                break
            if event == "start" and element.tag in _SKIPPED:
                tags.skip_subtree()
            elif event == "start":
                self._enter(element)
            else:
                if event == "comment":
                    self._mark(element.text or "")
                elif event == "end" and element.tag not in _SKIPPED:
                    self._leave(element)
                self._add(element.tail)
        self._end_page()
        return self.page

    def _end_page(self) -> None:
        """Ends whatever is open: all of it where there was too much of the page to read it to its end."""
        self._end_line()
        for element in self._open:
            self.page.boxes[element.box].end = self._place
        while self._grids.is_open:
            self.page.grids.append(self._grids.close_table(self._place))

    @property
    def _place(self) -> int:
        """The number of the line to come."""
        return len(self.page.lines)

    # --- elements

    def _enter(self, element: "_Element") -> None:
        tag, names = element.tag, " ".join(filter(None, (element.get("id"), element.get("class"))))
        look = parse_style(style) if (style := element.get("style")) else _NO_STYLE
        if element.get("hidden") is not None or names and not self._hidden_names.isdisjoint(_selectors(element)):
            look = look._replace(hidden=True)
        is_block = tag in _BLOCKS or look.block or bool(names) and is_container(names) and _holds_lines(element)
        if is_block or tag == "br":
            self._end_line()
        box = self._box(tag, names) if is_block and (names or tag in _BOXED) else self._open[-1].box
        self._open.append(_Open(_style_within(element, self._open[-1].style, look), box, is_block))
        if is_block:
            self._open_block(element, tag, look)
        self._add(element.text)

    def _box(self, tag: str, names: str) -> int:
        self.page.boxes.append(Box(tag, names, self._open[-1].box, self._place, self._place))
        return len(self.page.boxes) - 1

    def _open_block(self, element: "_Element", tag: str, look: Look) -> None:
        if tag in _HEADINGS:
            self._levels.append(_HEADINGS[tag])
        elif tag in ("ol", "ul"):
            self._lists.append(_numbering(element, look) if tag == "ol" else None)
        elif tag == "li":
            items = self._lists[-1] if self._lists else None
            label = items.label(element.get("value")) if items else ""
            self._label = "" if (look.marker or "").startswith("none") else label
        else:
            self._open_grid(element, tag)

    def _open_grid(self, element: "_Element", tag: str) -> None:
        if tag == "table":
            self._grids.open_table(self._place)
        elif tag in PARTS:
            self._grids.open_part(PARTS[tag])
        elif tag == "tr":
            self._grids.open_row()
        elif tag in ("td", "th"):
            self._grids.open_cell(self._place, parse_integer(element.get("rowspan")) or 1, parse_integer(element.get("colspan")) or 1)

    def _leave(self, element: "_Element") -> None:
        tag, (_, box, is_block) = element.tag, self._open.pop()
        if not is_block:
            return
        self._end_line()
        if box != self._open[-1].box:
            self.page.boxes[box].end = self._place
        if tag in _HEADINGS:
            self._levels.pop()
        elif tag in ("ol", "ul"):
            self._lists.pop()
        elif tag == "li":
            self._label = ""
        elif tag in ("td", "th"):
            self._grids.close_cell(self._place)
        elif tag == "table":
            self.page.grids.append(self._grids.close_table(self._place))

    # --- text

    def _add(self, text: str | None) -> None:
        if not text:
            return
        style = self._open[-1].style
        if style.breaks and "\n" in text:
            text, *lines = text.split("\n")
            self._add(text)
            for line in lines:
                self._end_line()
                self._add(line)
        elif self._runs or text.strip(ASCII_BLANKS):
            self._runs.append(Run(text, style))

    def _end_line(self) -> None:
        runs, self._runs = self._runs, []
        line = make_line(runs, self._levels[-1] if self._levels else None) if runs else None
        if line is None:
            return
        if self._label and not line.hidden:
            if not has_label(line.text):
                line = line._replace(text=self._label + line.text.lstrip(), drawn=len(self._label))
            self._label = ""
        self.page.lines.append(line)

    def _mark(self, comment: str) -> None:
        """The range of lines that a template marks as the text ends at the last mark of an end."""
        if is_begin_mark(comment):
            self._end_line()
            self._marked_from = self._place
        elif self._marked_from is not None and is_end_mark(comment):
            self._end_line()
            self.page.marked.append(range(self._marked_from, self._place))
            self._marked_from = None


def _holds_lines(element: "_Element") -> bool:
    """Whether an element that stands within a line by its tag holds lines of its own, as `<font id=zoom>` does."""
    return next(element.iter("p", "br", "div", "table"), None) is not None


def _selectors(element: "_Element") -> list[str]:
    """What a style sheet calls an element."""
    classes = [f".{name}" for name in (element.get("class") or "").lower().split()]
    return [*classes, f"#{element.get('id', '').lower()}"]


def _style_within(element: "_Element", outer: Style, look: Look) -> Style:
    """The style of the text of an element: what its tag makes of the style around it, then what its own style asks for."""
    tag = element.tag
    if tag in _BOLD:
        outer = outer._replace(bold=True)
    elif tag == "pre":
        outer = outer._replace(breaks=True)
    elif tag == "font" and (face := element.get("face")):
        outer = outer._replace(face=parse_face(face))
    elif tag == "a" and (address := element.get("href", "").strip()) and not address.startswith("#"):
        outer = outer._replace(linked=True, filed=_FILE.search(address) is not None)
    return outer if look is _NO_STYLE else outer.within(look)


def _numbering(element: "_Element", look: Look) -> Numbering:
    editor = _EDITOR_LIST.search(element.get("class", ""))
    marker = look.marker or (editor.group() if editor else element.get("type")) or ""
    length = len(element.findall("li")) if element.get("reversed") is not None else None
    return Numbering.of(str(marker), element.get("start"), length)
