"""The figures of tables, read by the heads of their columns and rows.

Which of the two names the indicator is told for each cell: a header that holds a cue goes first; where none of a table does, or the header
only counts, sums or dates, the head of the row names it, and a table that counts one thing is named by its caption. What the other
one says then narrows the figure down: it is that of one office, one kind, one stage.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from extractor.indicators.bind import Surroundings
from extractor.indicators.cell_heads import Head
from extractor.indicators.cell_items import is_intake, mark_rivals, narrowing_heads
from extractor.indicators.cell_lines import Lane, Lines
from extractor.indicators.cell_periods import told_in_table
from extractor.indicators.cell_talk import Answer, Question, TableTalk
from extractor.indicators.cell_wholes import link_wholes
from extractor.indicators.frames import Frame
from extractor.indicators.names_cells import NamedBy, caption_subject, figure_name
from extractor.indicators.reading import Reading
from extractor.indicators.talk import Words
from extractor.indicators.told_for import Told
from extractor.numbers.periods import Reported
from extractor.numbers.quantities import Quantity
from extractor.outline.tables import Cell, Table
from extractor.spans import Span

SAMPLE = 12  # rows by which a column is tried for an indicator of its own

# A header of one step of what the row names: 行政处罚 | 受理 | 办结.
_STEP = regex.compile(r"申请|受理|承办|收到|接收|交办|办结|办理|答复|审结|完成|结案|满意|许可|不予|撤销|准予|驳回|维持|终止|尚未|未结|结转")
_SHARE_OF_PLAN = regex.compile(r"(?:目标|计划|任务)?(?:完成|达成)(?:率|比例|进度)")
_COUNTED = regex.compile(r"(?:数|量|额|率|次|费|款|金)$")
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


class TableReader:
    """Reads one table."""

    def __init__(self, words: Words, reported: Reported, table: Table, around: Surroundings) -> None:
        self.words, self.reported, self.table, self.plans = words, reported, table, around.plans
        self.caption = words.at(table.caption)
        self.subject = caption_subject(self.caption)
        self.lines = Lines(words.text, table)
        self.talk = TableTalk(words, around.context, self.lines.all_words(), self.caption)
        self.named_columns: frozenset[int] = frozenset()
        self.is_named_by_rows = False

    def read(self, quantities: Mapping[int, Quantity]) -> list[Reading]:
        """The readings of the figures of the table; ``quantities`` are they by where their digits begin."""
        cells = [cell for cell in self.table.cells if cell.digits in quantities]
        self.named_columns = frozenset(self._named_columns(cells, quantities))
        answers = self._answers(cells, quantities)
        readings = {cell.digits: self._reading(cell, quantities[cell.digits], answers[cell.digits]) for cell in cells}
        across = frozenset(digits for digits, answer in answers.items() if answer and answer.by == "row")
        mark_rivals(cells, readings, self.lines)
        self.is_named_by_rows = bool(across)
        link_wholes(cells, readings, self.lines, across)
        for cell in cells:
            self._finish(cell, readings[cell.digits], answers[cell.digits])
        return list(readings.values())

    # --- which indicator

    def sense(self, cell: Cell) -> Sense:
        """The heads of a cell by what they say."""
        header = self.lines.columns[cell.column]
        return Sense(self.lines.rows[cell.row], header, self.lines.columns[self.lines.base_of(cell.column)])

    def _answers(self, cells: Sequence[Cell], quantities: Mapping[int, Quantity]) -> dict[int, Answer | None]:
        """The answer for each cell by its digits; a change has that of what changed."""
        answers = {cell.digits: self.answer(cell, quantities[cell.digits]) for cell in cells if self.sense(cell).is_level}
        at = {(cell.row, cell.column): answers[cell.digits] for cell in cells if cell.digits in answers}
        for cell in cells:
            if cell.digits not in answers:
                base = at.get((cell.row, self.lines.base_of(cell.column)))
                answers[cell.digits] = base or self.answer(cell, quantities[cell.digits])
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
            return self._ask((Head(self.subject),), (), quantity, "caption", sense)
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
        telling = [head for head in near if not _OFFICE.fullmatch(head.words)]
        return self.talk.ask(telling, lead, quantity, by, any_unit=sense.is_change) if telling else None

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

    # --- what is read

    def _reading(self, cell: Cell, quantity: Quantity, answer: Answer | None) -> Reading:
        sense = self.sense(cell)
        start = cell.heads[-1].start if cell.heads and self._is_on_row(cell) else cell.span.start
        near, end = Span(start, cell.span.start), Span(cell.span.end, cell.span.end)
        frame = Frame(quantity, self.table.span, near, near, end, end, near.end, start, says_little=False, is_mean=False)
        reading = Reading(frame, near, self._told(sense, answer), near.end, how="table")
        reading.rule = answer.match.rule if answer else None
        reading.cue_is_stage = bool(answer and (answer.is_stage or answer.names_stage))
        reading.aspect = "change" if sense.is_change else "target" if sense.is_target or self.plans else "level"
        items = narrowing_heads(self.lines, self.talk, sense.row, sense.header, sense.column, answer)
        items += [lane.words[-1] for lane in (sense.row, sense.header) if lane.of_which and lane.words and lane.words[-1] not in items]
        items += [sense.header.inner] if cell.is_inner and sense.header.inner else []
        reading.category = "·".join(items) or None
        reading.part = bool(items) or reading.cue_is_stage or cell.is_inner
        return reading

    def _is_on_row(self, cell: Cell) -> bool:
        """Whether the innermost head of a cell stands in its own row, before it."""
        between = self.words.text[cell.heads[-1].end : cell.span.start]
        return cell.heads[-1].start < cell.span.start and ("\n" not in between or not between.strip())

    def _told(self, sense: Sense, answer: Answer | None) -> Told:
        period = sense.header.period or sense.row.period
        stock = bool(answer and answer.match.rule.stock)
        return told_in_table(period, self.caption, self.reported, planned=self.plans, stock=stock)

    def _is_some(self, sense: Sense) -> bool:
        """Whether 其中 opens the row or the column of a figure, with more than a stretch of time behind it."""
        over_row, over_column = sense.row.within, sense.header.within
        of_row = over_row is not None and sense.row.of_which and sense.row.words != self.lines.rows[over_row].words
        return of_row or over_column is not None and sense.header.words != self.lines.columns[over_column].words

    def _likely_side(self, sense: Sense) -> str:
        """Which heads say what is counted, where no rule knows them: those that do elsewhere in the table, or have a unit; else the column's."""
        header, row = sense.column.said, sense.row.said
        if self.named_columns or not row or header and _COUNTED.search(header[-1].words):
            return "column"
        is_in_row = self.is_named_by_rows or _OFFICE.fullmatch(header[-1].words) or row[-1].has_unit and not header[-1].has_unit if header else True
        return "row" if is_in_row else "column"

    def _finish(self, cell: Cell, reading: Reading, answer: Answer | None) -> None:
        """What hangs on the whole: a figure that has only the rule of another one is a part of that, and its name."""
        sense = self.sense(cell)
        if reading.rule is not None and answer is None:
            reading.part |= bool(sense.row.words) or not all(map(is_intake, sense.header.words))
        whole = reading.whole
        if self._is_some(sense) or whole is not None and whole.code == reading.code and whole.told == reading.told:
            reading.part = True
        named = NamedBy(answer.by if answer else self._likely_side(sense), reading.rule, self.subject)
        reading.name = figure_name(named, sense.row, sense.header, sense.column, reading, is_inner=cell.is_inner)
