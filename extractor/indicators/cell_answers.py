"""Which rule the heads of each cell of a table name.

A header that holds a cue goes first; where none of a table does, or the header only counts, sums or dates, the head of the row names it, and
a table that counts one thing is named by its caption.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from extractor.indicators.cell_heads import Head
from extractor.indicators.cell_lanes import Lane
from extractor.indicators.cell_lines import Lines
from extractor.indicators.cell_talk import Answer, Question, TableTalk
from extractor.numbers.quantities import Quantity
from extractor.outline.tables import Cell

SAMPLE = 12  # rows by which a column is tried for an indicator of its own

# A header of one step of what the row names: 行政处罚 | 受理 | 办结.
_STEP = regex.compile(r"申请|受理|承办|收到|接收|交办|办结|办理|答复|审结|完成|结案|满意|许可|不予|撤销|准予|驳回|维持|终止|尚未|未结|结转")
_SHARE_OF_PLAN = regex.compile(r"(?:目标|计划|任务)?(?:完成|达成)(?:率|比例|进度)")
_OFFICE = regex.compile(r".*(?<!查|惩|议|判|场)(?:局|委|委员会|办公室|支队|大队|中队|分局|所|镇|乡|街道|街道办事?处?|县|区|市|科|处|股|队)")


@dataclass(frozen=True, slots=True)
class Sense:
    """The heads of one cell by what they say; ``column`` is that whose words name its figures, which is another one for a change or a plan."""

    row: Lane
    header: Lane
    column: Lane

    @property
    def is_change(self) -> bool:
        """Whether the figure tells by how much others rose or fell."""
        return self.row.is_change or self.header.is_change

    @property
    def is_target(self) -> bool:
        """Whether it tells what was planned."""
        return self.row.is_target or self.header.is_target

    @property
    def is_level(self) -> bool:
        """Whether it tells how much there was."""
        return not (self.is_change or self.is_target)

    @property
    def is_sum(self) -> bool:
        """Whether it is the total of others."""
        return self.row.is_total or self.header.is_total


class CellAnswers:
    """Asks the catalogue for the cells of one table; ``subject`` is what the caption says that it is about."""

    def __init__(self, lines: Lines, talk: TableTalk, subject: str) -> None:
        self.lines, self.talk, self.subject = lines, talk, subject
        self.named_columns: frozenset[int] = frozenset()
        self.has_measures_in_rows = False

    def sense(self, cell: Cell) -> Sense:
        """The heads of a cell by what they say."""
        header = self.lines.columns[cell.column]
        return Sense(self.lines.rows[cell.row], header, self.lines.columns[self.lines.base_of(cell.column)])

    def all(self, cells: Sequence[Cell], quantities: Mapping[int, Quantity]) -> dict[int, Answer | None]:
        """The answer for each cell by its digits; a change has that of what changed."""
        self.named_columns = frozenset(self._named_columns(cells, quantities))
        self.has_measures_in_rows = self._has_measures_in_rows(cells, quantities)
        answers = {cell.digits: self.answer(cell, quantities[cell.digits]) for cell in cells if self.sense(cell).is_level}
        at = {(cell.row, cell.column): answers[cell.digits] for cell in cells if cell.digits in answers}
        for cell in cells:
            if cell.digits not in answers:
                base = (cell.row, self.lines.base_of(cell.column))
                answers[cell.digits] = at[base] if base in at else self.answer(cell, quantities[cell.digits])
        return answers

    def answer(self, cell: Cell, quantity: Quantity) -> Answer | None:
        """The rule that the heads of a cell name."""
        sense = self.sense(cell)
        column, row = sense.column, sense.row
        if self.lines.has_targets and column.words and _SHARE_OF_PLAN.fullmatch(column.words[-1]):
            return None
        by_column = self._ask(column.said, row.words, quantity, "column", sense)
        if by_column and not by_column.is_stage:
            return by_column
        by_row = self._ask(row.said, column.words, quantity, "row", sense) if self._may_ask_row(cell.column, column) else None
        if by_row and not (by_row.is_stage and by_column):
            return by_row
        return by_column or (self._by_caption(quantity, sense) if self.subject else None)

    def _by_caption(self, quantity: Quantity, sense: Sense) -> Answer | None:
        """The rule that the caption names: by itself where the column only counts, else with the words of a column that stands for all."""
        if not sense.column.words:
            return None if self.has_measures_in_rows else self._ask((Head(self.subject),), (), quantity, "caption", sense)
        if sense.row.words:
            return None
        answer = self._ask((Head(self.subject), *sense.column.said), (), quantity, "column", sense)
        return answer if answer and answer.reaches(sense.column.words[-1]) else None

    def questions(self, cell: Cell, quantity: Quantity) -> Iterator[Question]:
        """The heads of a cell as they are held against the catalogue: its column, its row, the caption."""
        sense = self.sense(cell)
        subject = (Head(self.subject),) if self.subject else ()
        sides = (("column", sense.column.said, sense.row.words), ("row", sense.row.said, sense.column.words), ("caption", subject, ()))
        for by, near, lead in sides:
            yield from self.talk.questions(near, lead, quantity, by)

    def _ask(self, near: Sequence[Head], lead: Sequence[str], quantity: Quantity, by: str, sense: Sense) -> Answer | None:
        telling = [head for head in near if not is_office(head.words)]
        return self.talk.ask(telling, lead, quantity, by, any_unit=sense.is_change) if telling else None

    def _has_measures_in_rows(self, cells: Sequence[Cell], quantities: Mapping[int, Quantity]) -> bool:
        """Whether a column holds figures of several units, so that each row counts something else and the caption names none of them."""
        units: dict[int, set[str]] = {}
        for cell in cells:
            if self.sense(cell).is_level:
                units.setdefault(cell.column, set()).add(quantities[cell.digits].unit)
        return any(len(found) > 1 for found in units.values())

    def _may_ask_row(self, number: int, column: Lane) -> bool:
        """Whether the head of a row may name the indicator: where its column names none, and others do not either."""
        if not column.words or number in self.named_columns or _STEP.search(column.words[-1]):
            return True
        return not self.named_columns

    def _named_columns(self, cells: Sequence[Cell], quantities: Mapping[int, Quantity]) -> Iterator[int]:
        """The columns that name an indicator of their own."""
        tried: dict[int, int] = {}
        for cell in cells:
            tried[cell.column] = tried.get(cell.column, 0) + 1
            sense = self.sense(cell)
            if tried[cell.column] <= SAMPLE and sense.header.is_measure:
                found = self._ask(sense.header.said, sense.row.words, quantities[cell.digits], "column", sense)
                if found and not found.is_stage:
                    yield cell.column


def is_office(head: str) -> bool:
    """Whether a head names an office or a place, and no indicator."""
    return _OFFICE.fullmatch(head) is not None
