"""Which heads of a cell narrow its figure down to that of one office, one kind or one stage."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import regex

from extractor.indicators.cell_heads import Head
from extractor.indicators.cell_lanes import Lane
from extractor.indicators.cell_lines import Lines
from extractor.indicators.cell_talk import Answer, TableTalk
from extractor.indicators.parts import category_by, category_of
from extractor.indicators.reading import Reading
from extractor.outline.tables import Cell

# All of them come in: 投诉 | 受理量.
_INTAKE = regex.compile(r"(?:受理|接收|收到|承办|交办|接到|收件)(?:总?数|数量|总?量|件数)?")
_STATISTICS = regex.compile(r"(?:实施|办理|处理|完成)*(?:情况|数量|结果)?$")


def narrowing_heads(lines: Lines, talk: TableTalk, row: Lane, header: Lane, column: Lane, answer: Answer | None) -> list[str]:
    """The words that narrow the figure of a row and a header down, where ``column`` has the words that name it, and ``answer`` is its rule."""
    if answer is None:
        return list(row.words) if column.words and len(lines.rows) > 1 else []
    if answer.by == "caption":
        return [*(row.words if lines.has_kinds_of_rows else ()), *(header.words if lines.has_kinds_of_columns else ())]
    named, other, has_others = (row, header, lines.has_kinds_of_columns) if answer.by == "row" else (column, row, lines.has_kinds_of_rows)
    items = [head for head in other.words if has_others and not is_intake(head) and not _is_topic(head, answer)]
    items += [head.words for head in _unnamed(named, answer) if head.words not in lines.themes and _narrows(head, answer, talk)]
    items += [head.words for head in _behind(named, answer)]
    return items or _modifier(answer)


def is_intake(head: str) -> bool:
    """Whether a head tells of all that came in, and so narrows nothing."""
    return _INTAKE.fullmatch(head) is not None


def _is_topic(head: str, answer: Answer) -> bool:
    """Whether a head on the other side only says what the indicator is about: it holds its topic, or words of its cue, and nothing besides."""
    rule, words = answer.match.rule, answer.match.cue.before
    named = sorted((word for word in (*rule.topics, *words) if word in head), key=len, reverse=True)
    rest = category_of(_STATISTICS.sub("", head.replace(named[0], "")), ()) if named else head
    return rest is None or rest in rule.whole


def _unnamed(lane: Lane, answer: Answer) -> list[Head]:
    """The outer heads of a lane that were not needed to name its figures."""
    return [head for head in lane.said if head.thing not in answer.question.near]


def _narrows(head: Head, answer: Answer, talk: TableTalk) -> bool:
    rule = answer.match.rule
    is_general = len(head.words) > 1 and category_of(_STATISTICS.sub("", head.words), rule.whole) is None
    return not is_general and not talk.is_of_family(head.words, rule.family)


def _behind(lane: Lane, answer: Answer) -> list[Head]:
    """The innermost head where the cue does not reach it: 立案 › 食品."""
    last = lane.said[-1] if lane.said else None
    return [last] if last and len(lane.said) > 1 and last.thing in answer.question.near and not answer.reaches(last.words) else []


def _modifier(answer: Answer) -> list[str]:
    """What stands beside the cue in its own head: 食品案件立案数."""
    category = category_by(answer.match, answer.question.text, answer.question.frame) if answer.match.rule.modifier_is_part else None
    return [category] if category else []


def mark_rivals(cells: Sequence[Cell], readings: Mapping[int, Reading], lines: Lines) -> None:
    """Figures of one rule under the same innermost heads that differ in an outer one are those of one kind each: 复议后起诉 › 结果维持."""
    alike: dict[tuple[object, ...], list[Cell]] = defaultdict(list)
    for cell in cells:
        reading, row, column = readings[cell.digits], lines.rows[cell.row], lines.columns[cell.column]
        if reading.rule is not None and not (reading.part or row.is_total or cell.is_inner):
            innermost = () if column.is_total else column.words[-1:]
            alike[reading.code, reading.aspect, reading.told, row.words[-1:], innermost, column.is_total].append(cell)
    for group in alike.values():
        paths = [(*lines.rows[cell.row].words, *lines.columns[cell.column].words) for cell in group]
        common = set(paths[0]).intersection(*paths[1:])
        for cell, path in zip(group, paths, strict=True):
            own = [word for word in path if word not in common]
            if len(group) > 1 and own:
                readings[cell.digits].part, readings[cell.digits].category = True, "·".join(own)
