"""The figures of tables, read by the heads of their columns and rows.

What one side names (see cell_answers) the other narrows down: the figure is that of one office, one kind, one stage.
"""

from collections.abc import Iterator, Mapping

import regex

from extractor.indicators.bind import Surroundings
from extractor.indicators.cell_answers import CellAnswers, Sense, is_office
from extractor.indicators.cell_items import is_intake, mark_rivals, narrowing_heads
from extractor.indicators.cell_lanes import Lane
from extractor.indicators.cell_lines import Lines
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

_COUNTED = regex.compile(r"(?:数|量|额|率|次|费|款|金)$")


class TableReader:
    """Reads one table."""

    def __init__(self, words: Words, reported: Reported, table: Table, around: Surroundings) -> None:
        self.reported, self.table, self.plans = reported, table, around.plans
        self.caption = words.at(table.caption)
        self.subject = caption_subject(self.caption)
        self.lines = Lines(words.text, table)
        self.talk = TableTalk(words, around.context, self.lines.all_words(), self.caption)
        self.answers = CellAnswers(self.lines, self.talk, self.subject)
        self.is_named_by_rows = False

    def questions(self, cell: Cell, quantity: Quantity) -> Iterator[Question]:
        """The heads of a cell as they are held against the catalogue, in the order in which they are."""
        return self.answers.questions(cell, quantity)

    def read(self, quantities: Mapping[int, Quantity]) -> list[Reading]:
        """The readings of the figures of the table; ``quantities`` are they by where their digits begin."""
        cells = [cell for cell in self.table.cells if cell.digits in quantities]
        answers = self.answers.all(cells, quantities)
        readings = {cell.digits: self._reading(cell, quantities[cell.digits], answers[cell.digits]) for cell in cells}
        across = frozenset(digits for digits, answer in answers.items() if answer and answer.by == "row")
        self.is_named_by_rows = bool(across)
        mark_rivals(cells, readings, self.lines)
        link_wholes(cells, readings, self.lines, across)
        for cell in cells:
            self._finish(cell, readings[cell.digits], answers[cell.digits])
        return list(readings.values())

    def _reading(self, cell: Cell, quantity: Quantity, answer: Answer | None) -> Reading:
        sense = self.answers.sense(cell)
        near, end = Span(cell.opening, cell.span.start), Span(cell.span.end, cell.span.end)
        frame = Frame(quantity, self.table.span, near, near, end, end, near.end, near.start, says_little=False, is_mean=False)
        reading = Reading(frame, near, self._told(sense, answer), near.end, how="table")
        reading.rule = answer.match.rule if answer else None
        reading.cue_is_stage = bool(answer and (answer.is_stage or answer.names_stage))
        reading.aspect = "change" if sense.is_change else "target" if sense.is_target or self.plans else "level"
        items = narrowing_heads(self.lines, self.talk, sense.row, sense.header, sense.column, answer)
        some = [lane.words[-1] for lane in (sense.row, sense.header) if lane.of_which and lane.words and not _names_itself(lane, answer)]
        items += [head for head in some if head not in items]
        items += [sense.header.inner] if cell.is_inner and sense.header.inner else []
        reading.category = "·".join(items) or None
        reading.part = bool(items) or reading.cue_is_stage or cell.is_inner
        return reading

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
        if self.answers.named_columns or not row or header and _COUNTED.search(header[-1].words):
            return "column"
        is_in_row = self.is_named_by_rows or is_office(header[-1].words) or row[-1].has_unit and not header[-1].has_unit if header else True
        return "row" if is_in_row else "column"

    def _finish(self, cell: Cell, reading: Reading, answer: Answer | None) -> None:
        """What hangs on the whole: a figure that has only the rule of another one is a part of that, and its name."""
        sense = self.answers.sense(cell)
        if reading.rule is not None and answer is None:
            reading.part |= bool(sense.row.words) or not all(map(is_intake, sense.header.words))
        whole = reading.whole
        is_some = self._is_some(sense) and not any(_names_itself(lane, answer) for lane in (sense.row, sense.header) if lane.of_which)
        if is_some or whole is not None and whole.code == reading.code and whole.told == reading.told:
            reading.part = True
        named = NamedBy(answer.by if answer else self._likely_side(sense), reading.rule, self.subject)
        reading.name = figure_name(named, sense.row, sense.header, sense.column, reading, is_inner=cell.is_inner)


def _names_itself(lane: Lane, answer: Answer | None) -> bool:
    """Whether the innermost head of a lane holds the cue of an answer to its end: 其中:维持 counts what was upheld, and is no kind of the cases."""
    if answer is None or not lane.words or answer.is_stage or answer.names_stage:
        return False
    return answer.question.near.endswith(lane.words[-1]) and answer.reaches(lane.words[-1])
