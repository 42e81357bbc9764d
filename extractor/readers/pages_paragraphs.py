"""Which rows go on in the next one, over the ends of lines, columns and pages.

>>> from extractor.readers.pages_lines import PrintedLine
>>> set_so = (("一、概况", 112.0, 176.0), ("全年收到申请三百件，比前一年多，其中许可", 112.0, 400.0), ("二百件。", 80.0, 144.0), ("二、问题", 112.0, 176.0))
>>> rows = [Row.of([PrintedLine(text, 1, (left, 28.0 * i, right, 28.0 * i + 16), 16.0)]) for i, (text, left, right) in enumerate(set_so)]
>>> ["".join(row.text for row in paragraph) for paragraph in find_paragraphs(rows, Measure(16.0, 28.0, {0: (80.0, 400.0)}, True, True))]
['一、概况', '全年收到申请三百件，比前一年多，其中许可二百件。', '二、问题']
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

import regex

from extractor.readers.pages_lines import Row
from extractor.readers.pages_measure import INDENTED, LABEL, SAME_EDGE, Measure, is_same_size

# In sizes of the type.
TOLERANCE, TOLERANCE_RECOGNISED = 0.6, 0.9  # of what a line has too little room for
UNFINISHED = 9.0  # the room to the right of a line that stops in mid-sentence and goes on all the same
NARROW_WIDTH = 0.55  # of a digit or Latin letter
LARGE = 1.1  # of most of the text: the type of a title
SET_RIGHT = 6.0  # from the left edge
HANGING = 0.4  # how far the lines under the first one of an item are set in

# In pitches of the lines.
PARAGRAPH_GAP, PARAGRAPH_GAP_OF_INDENTED = 1.3, 1.6  # from which on a distance parts paragraphs; indents part them better

LONGEST_SIGNATURE = 40  # characters over a date that is none of its sentence
LONGEST_TOKEN = 30  # characters: what is longer is broken at the end of a line too

_TOKEN = regex.compile(r"[“‘（《〈〔【「(\[]*(?:[0-9A-Za-z.,%/:@&#+-]+|.)[，。、；：？！”’）》〉〕】」,.;:?!)\]%…]*")
_ENDS_SENTENCE = frozenset("。！？；：”）》】.!?;:)…")
_CAPTION = regex.compile(r"[表图]\s?\d{1,2}(?![\d.])|附?表[一二三四五六七八九十]|[（(]?单位[：:]")
_FIELD = regex.compile(
    r"(?:附件\s?\d{0,2}|上一[篇条]|下一[篇条]|索\s?引\s?号|信息(?:分类|名称|来源)|主题(?:分类|词)|公开(?:类别|日期|方式|形式|范围)|发布(?:机构|单位|日期|时间)|发文(?:机关|单位|字号|日期)"
    r"|成文日期|生成日期|文\s*号|名\s*称|标\s*题|来\s*源|有\s?效\s?性|效力状态|主办(?:单位)?|承办(?:单位)?|地\s*址|(?:联系)?电\s*话)[:：]"
)
_COMMA = regex.compile(r"[，,]")
_DATE_LINE = regex.compile(r"(?:20\d\d|二[〇○零OＯ0]\S{2})\s?年\s?\S{1,3}\s?月\s?\S{1,3}\s?日")


def find_paragraphs(rows: Iterable[Row], measure: Measure) -> Iterator[list[Row]]:
    """The rows of each paragraph, heading, or line of its own, in order; rows of several cells are alone."""
    paragraph: list[Row] = []
    for row in rows:
        if paragraph and not _Joint(paragraph, row, measure).goes_on():
            yield paragraph
            paragraph = []
        paragraph.append(row)
    if paragraph:
        yield paragraph


class _Joint:
    """Two rows that follow each other: the last of a ``paragraph`` as far as it is known, and the one ``below``."""

    def __init__(self, paragraph: Sequence[Row], below: Row, measure: Measure) -> None:
        self.first, self.above, self.below, self.measure = paragraph[0], paragraph[-1], below, measure
        self.is_second = len(paragraph) == 1

    def goes_on(self) -> bool:
        """Whether the row above goes on in the row below: the first of the reasons that holds decides."""
        return next((answer for reason, answer in _REASONS if reason(self)), False)

    def has_cells(self) -> bool:
        return not (self.above.is_single and self.below.is_single)

    def is_other_size(self) -> bool:
        return not is_same_size(self.above.size, self.below.size, self.above.is_recognised)

    def is_far_below(self) -> bool:
        """Whether there is more room between the two than between the lines of a paragraph."""
        if self.above.column != self.below.column:
            return False
        pitch = self.measure.pitch * max(1.0, self.below.size / self.measure.size)
        return self.below.middle - self.above.middle > (PARAGRAPH_GAP_OF_INDENTED if self.measure.indents else PARAGRAPH_GAP) * pitch

    def has_room(self) -> bool:
        """Whether what the row below begins with would still have had room above: then it was meant to be a line of its own."""
        tolerance = TOLERANCE_RECOGNISED if self.above.is_recognised else TOLERANCE
        room = self.measure.room(self.above)
        return room > first_width(self.below.text) + tolerance and not (room <= UNFINISHED and self._is_unfinished())

    def _is_unfinished(self) -> bool:
        """Whether the row above stops in the middle of a sentence; some programs break lines earlier than they need to."""
        is_heading = self.is_second and (self.above.bold or LABEL.match(self.above.text) is not None)
        return _COMMA.search(self.above.text) is not None and self.above.text[-1] not in _ENDS_SENTENCE and not is_heading

    def is_date(self) -> bool:
        return _DATE_LINE.fullmatch(self.below.text) is not None and len(self.above.text) < LONGEST_SIGNATURE

    def is_caption(self) -> bool:
        """Whether the row below stands over a table, says what its figures count, or names a file."""
        return _CAPTION.match(self.below.text) is not None and self.above.text[-1] in _ENDS_SENTENCE

    def is_field(self) -> bool:
        """Whether both rows begin with the name of a field of the page, or of a file that goes with the report."""
        return self.is_second and _FIELD.match(self.above.text) is not None and _FIELD.match(self.below.text) is not None

    def is_line_alone(self) -> bool:
        """Whether the row below is no end of a sentence, and the sentence above is over: a signature, a line of the page."""
        is_short = self.measure.room(self.below) > UNFINISHED and self.below.text[-1] not in _ENDS_SENTENCE
        return is_short and self.above.text[-1] in "。！？" and _COMMA.search(self.below.text) is None

    def opens_item(self) -> bool:
        """Whether the row below begins as an item does, where items need not be indented."""
        is_heading_above = self.is_second and LABEL.match(self.above.text) is not None
        if not LABEL.match(self.below.text) or self.above.text[-1] not in _ENDS_SENTENCE and not is_heading_above:
            return False
        return not (self.measure.indents_labels and self.is_at_edge())

    def is_heading_over_text(self) -> bool:
        """Whether a bold heading stands over text that is not, where indents tell nothing."""
        return not self.measure.indents and self.above.bold and not self.below.bold and self.above.text[-1] not in "，、；"

    def is_centred(self) -> bool:
        """Whether both rows are large and stand in the middle of their column, as a title does that was too long for one line."""
        if self.above.column != self.below.column or self.above.size < LARGE * self.measure.size:
            return False
        return self._is_in_the_middle(self.above) and self._is_in_the_middle(self.below)

    def _is_in_the_middle(self, row: Row) -> bool:
        left, right = self.measure.edges[row.column]
        return abs(left + right - row.left - row.right) <= 2 * SAME_EDGE * row.size

    def is_set_right(self) -> bool:
        """Whether the row above begins so far to the right that it is a signature or a date."""
        return self.is_second and self.measure.indent(self.above) > SET_RIGHT

    def is_at_edge(self) -> bool:
        return self.measure.indent(self.below) <= SAME_EDGE

    def hangs(self) -> bool:
        """Whether the row below is set in under the first row of an item, or in line with others set in so."""
        if LABEL.match(self.below.text):
            return False
        if not self.is_second:
            return self.is_in_line()
        is_set_in = HANGING < (self.below.left - self.first.left) / self.first.size < INDENTED[1]
        return LABEL.match(self.first.text) is not None and is_set_in and not (self.measure.indents and self.measure.indent(self.first) <= SAME_EDGE)

    def is_indented_block(self) -> bool:
        """Whether the first line of a paragraph is set in against the second, as all are, but both stand farther in than others."""
        return self.is_second and INDENTED[0] <= (self.first.left - self.below.left) / self.below.size <= INDENTED[1]

    def is_in_block(self) -> bool:
        """Whether both rows are set in as far, and the sentence of the one above is not over."""
        if self.above.column != self.below.column or self.above.text[-1] in _ENDS_SENTENCE or LABEL.match(self.below.text):
            return False
        is_start = self.measure.indents and self.is_second and not self._is_unfinished()
        return not is_start and self.is_in_line() and self.measure.indent(self.below) <= INDENTED[1]

    def is_in_line(self) -> bool:
        return abs(self.below.left - self.above.left) <= SAME_EDGE * self.below.size


_REASONS: tuple[tuple[Callable[[_Joint], bool], bool], ...] = (
    (_Joint.has_cells, False),
    (_Joint.is_other_size, False),
    (_Joint.is_far_below, False),
    (_Joint.has_room, False),
    (_Joint.is_date, False),
    (_Joint.is_caption, False),
    (_Joint.is_field, False),
    (_Joint.is_line_alone, False),
    (_Joint.opens_item, False),
    (_Joint.is_heading_over_text, False),
    (_Joint.is_centred, True),
    (_Joint.is_set_right, False),
    (_Joint.is_at_edge, True),
    (_Joint.hangs, True),
    (_Joint.is_indented_block, True),
    (_Joint.is_in_block, True),
)


def first_width(text: str) -> float:
    """The width of what a line cannot begin without, in sizes of the type.

    >>> first_width("“等事项"), first_width("2022年，") > 2
    (2.0, True)
    """
    token = _TOKEN.match(text)
    found = token.group() if token else text
    if len(found) > LONGEST_TOKEN:
        return 1.0
    return sum(NARROW_WIDTH if character.isascii() else 1.0 for character in found)
