"""What of a text is its own: without tools, files to load, neighbours, and the fields that belong over it.

>>> lines = [Line("发布时间：2024-01-19"), Line("我局认真履职。"), Line("附件：1.汇总表.xls", linked=7, filed=7), Line("打印本页")]
>>> own, fields = own_lines(Page(lines), Weights.of(Page(lines)), range(4))
>>> own, [field.text for field in fields]
([1], ['发布时间：2024-01-19'])
"""

from collections.abc import Sequence

import regex

from extractor.readers.html_fields import fields_of_table, find_fields
from extractor.readers.html_furniture import is_furniture
from extractor.readers.html_grids import Grid, is_data
from extractor.readers.html_head import FEWEST_FIELDS
from extractor.readers.html_labels import Field
from extractor.readers.html_main import Weights, is_prose, is_signature, lines_beside
from extractor.readers.html_page import Page
from extractor.readers.html_runs import Line

LONGEST_OPENING = 60  # lines: where fields over the text may stand within its element
_FILES = regex.compile(r"[\W_]*附\s*件[\W_\d]*")


def own_lines(page: Page, weights: Weights, main: range) -> tuple[list[int], list[Field]]:
    """The numbers of a text's own lines, and the fields that stand over it in its element."""
    fields, taken = _fields_within(page, main)
    beside = lines_beside(page, weights, main)
    figures = frozenset(number for grid in page.grids if is_data(grid, page.lines) for number in range(grid.start, grid.end))
    lines = _without_links(page.lines, main)
    kept = [number for number in main if number not in taken and _is_own(lines[number], is_beside=number in beside, is_figure=number in figures)]
    return _without_file_heads(page.lines, kept, main), fields


def _without_links(lines: Sequence[Line], main: range) -> Sequence[Line]:
    """The lines of a page; where most sentences of its text are a link, as when one was never closed, no line is taken for one."""
    prose = [lines[number] for number in main if is_prose(lines[number])]
    if 2 * sum(line.linked for line in prose) <= sum(len(line.text) for line in prose):
        return lines
    return [line._replace(linked=0) for line in lines]


def _is_own(line: Line, *, is_beside: bool, is_figure: bool) -> bool:
    if line.hidden:
        return False
    if is_figure:
        return True
    if is_beside and not (is_prose(line) or is_signature(line.text)):
        return False
    return not is_furniture(line)


def _fields_within(page: Page, main: range) -> tuple[list[Field], frozenset[int]]:
    """The fields before the first sentence, and those in tables of fields; with the numbers of all lines that these take up."""
    grids = [grid for grid in page.grids if main.start <= grid.start and grid.end <= main.stop and _is_of_fields(page.lines, grid)]
    in_tables = (field for grid in grids for field in fields_of_table(page.lines, grid) if field.value)
    fields = list(dict.fromkeys([*find_fields(page, _opening(page, main)), *in_tables]))
    taken = [*(field.lines for field in fields), *(range(grid.start, grid.end) for grid in grids)]
    return fields, frozenset(number for lines in taken for number in lines)


def _is_of_fields(lines: Sequence[Line], grid: Grid) -> bool:
    """Whether a table holds fields, and nothing in sentences."""
    fields = fields_of_table(lines, grid)
    return sum(field.is_wanted for field in fields) >= FEWEST_FIELDS and not any(map(is_prose, lines[grid.start : grid.end]))


def _opening(page: Page, main: range) -> range:
    """The lines of a text before its first sentence."""
    first = next((number for number in main if is_prose(page.lines[number])), main.start)
    return range(main.start, min(first, main.start + LONGEST_OPENING))


def _without_file_heads(lines: Sequence[Line], kept: list[int], main: range) -> list[int]:
    """The lines without a bare `附件：` whose list of files was left out."""
    own = frozenset(kept)
    return [number for number in kept if not (_FILES.fullmatch(lines[number].text) and number + 1 in main and number + 1 not in own)]
