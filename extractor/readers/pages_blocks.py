"""What printed lines are put together to: passages of text, and tables of them.

>>> above, below = (PrintedLine(text, 1, (80.0, y, 500.0, y + 16), 16.0) for text, y in (("罚款6", 100.0), ("4.8万元。", 128.0)))
>>> Passage.of([above, below]).text
'罚款64.8万元。'
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from extractor.readers.pages_lines import PrintedLine, Row, gaps_of

SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Passage:
    """Printed lines that make one line of text; ``joints`` is what stands before each: nothing, a blank, or the tab between two cells."""

    lines: tuple[PrintedLine, ...]
    joints: tuple[str, ...]

    @classmethod
    def of(cls, lines: Sequence[PrintedLine]) -> "Passage":
        """The passage of lines that follow each other."""
        return cls(tuple(lines), ("", *(joint(above.text, below.text) for above, below in pairwise(lines))))

    @classmethod
    def of_rows(cls, rows: Sequence[Row]) -> "Passage":
        """The passage of rows that follow each other; the cells of a row are parted by tabs."""
        joints = [_row_joints(row) for row in rows]
        for place, (above, below) in enumerate(pairwise(rows), 1):
            joints[place][0] = joint(above.text, below.text)
        lines = [line for row in rows for cell in row.cells for line in cell]
        return cls(tuple(lines), tuple(chain.from_iterable(joints)))

    @classmethod
    def of_parts(cls, above: "Passage", below: "Passage") -> "Passage":
        """The passage of two that a page end parted."""
        return cls(above.lines + below.lines, (*above.joints, joint(above.text, below.text), *below.joints[1:]))

    def without_tabs(self) -> "Passage":
        """The same with blanks instead of tabs, as within a cell."""
        return Passage(self.lines, tuple(" " if found == "\t" else found for found in self.joints))

    @property
    def text(self) -> str:
        """The line of text."""
        return "".join(joint + line.text for joint, line in zip(self.joints, self.lines, strict=True))


@dataclass(frozen=True, slots=True)
class TableBlock:
    """Rows of as many cells each, on one page or over several; a merged cell is the same object in all places that it covers, None where nothing stands."""

    rows: tuple[tuple[Passage | None, ...], ...]
    is_drawn: bool


Block = Passage | TableBlock


def joint(above: str, below: str) -> str:
    """What stands between two lines in the text that they make: a blank between words in Latin script, nothing else.

    >>> joint("annual", "report"), joint("报告", "report"), joint("2022", "年")
    (' ', '', '')
    """
    if not above or not below or above[-1] == SOFT_HYPHEN:
        return ""
    last, first = above[-1], below[0]
    words = last.isascii() and first.isascii() and (last.isalpha() or first.isalpha())
    return " " if words and last not in "-(/" else ""


def _row_joints(row: Row) -> list[str]:
    return [gap if place or number == 0 else "\t" for number, cell in enumerate(row.cells) for place, gap in enumerate(gaps_of(cell))]
