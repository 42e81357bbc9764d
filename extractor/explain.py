"""How a number got its meaning: its kind, its frame, the rules that came into question, what decided.

>>> from extractor.document import Document
>>> document = Document.of("某县水务局2022年度法治政府建设报告\\n一、执法\\n全年立案17件。")
>>> blocks = explain_number(document, at=document.text.index("17"))
>>> [(block.title, block.rows[0]) for block in blocks[:2]]
[('17 件', ('kind', 'quantity: none of label, identifier, date, ordinal, descriptor takes it')), ('frame', ('near', '全年立案'))]
"""

from collections.abc import Iterator

from extractor.candidates import Refusal
from extractor.document import Document
from extractor.explain_known import Known
from extractor.explain_reasons import Case, deciding, topic_of, why_aspect, why_part, why_period, zone_of
from extractor.indicators.match import Match
from extractor.indicators.reading import Reading
from extractor.indicators.rules import Cue, Rule, load_rules
from extractor.report_text import Block
from extractor.spans import Span
from extractor.writers.table import figure
from schemas import Indicator
from schemas import Numeral as Entry

RECOGNISERS = ("label", "identifier", "date", "ordinal", "descriptor")
_MEANS = {
    "label": "the label of a heading, an item, a caption, a note or a page",
    "identifier": "the number of a paper, a law, a telephone or the like",
    "date": "a day, month, year or a stretch of them",
    "ordinal": "a place in an order",
    "descriptor": "part of a name, a class, an age, a hotline",
    "range_end": "the upper end of a range",
}
_NOTHING = "–"
_MOST_REFUSALS = 6
_RULES, _REFUSED = ("", "code", "cue", "zone", "distance", "weight", "topic"), ("code", "cue", "why not")


def explain_number(document: Document, rules: tuple[Rule, ...] | None = None, *, at: int | None = None, indicator: int | None = None) -> list[Block]:
    """How the number at an offset of the text, or of an indicator of the record, got its meaning. Raises NothingThere."""
    known = Known.of(document, rules if rules is not None else load_rules())
    if at is not None:
        stated, entry = known.standing(at)
    else:
        stated = known.numbered(indicator or 0)
        entry = known.entry(stated.numeral.start) if stated.numeral else None
    if entry is None:
        return list(_denial(known, stated)) if stated else []
    reading = known.reading(entry)
    return list(_figure(known, entry, stated, reading) if stated and reading else _no_amount(known, entry))


def _no_amount(known: Known, entry: Entry) -> Iterator[Block]:
    yield Block(entry.text, (("kind", _kind(known, entry)), ("stands at", f"{entry.start}–{entry.end}"), ("sentence", known.marked(entry))))


def _figure(known: Known, entry: Entry, stated: Indicator, reading: Reading) -> Iterator[Block]:
    case = Case(known.scene, reading, known.pages.findings.readings, known.scene.matches(reading))
    place = f"{entry.start}–{entry.end}, “{entry.text}”; indicator {stated.id} of the record"
    yield Block(figure(stated), (("kind", _kind(known, entry)), ("stands at", place), ("sentence", known.marked(entry))))
    yield Block("frame", tuple(_frame(known, reading)))
    yield Block("rules that came into question", tuple(_match_row(match, reading.code) for match in case.matches), _RULES)
    refusals = known.scene.refusals(reading)[:_MOST_REFUSALS]
    yield Block("rules whose cue stands there, and that did not", tuple(map(_refusal_row, refusals)), _REFUSED)
    yield Block("meaning", tuple(_meaning(known, case, stated)))


def _denial(known: Known, stated: Indicator) -> Iterator[Block]:
    place = f"{stated.evidence.start}–{stated.evidence.end}; indicator {stated.id} of the record"
    yield Block("0", (("kind", "a statement that there was none"), ("stands at", place), ("sentence", known.marked(stated.evidence))))
    denial = known.denial(stated)
    matches = known.scene.denied(denial) if denial else []
    yield Block("rules that came into question", tuple(_match_row(match, stated.code) for match in matches), _RULES)
    told = "denial: its cue stands at the end of what is denied" if stated.code else "no rule came into question: it has no code"
    yield Block("meaning", (("code", stated.code or "none"), ("name", stated.name), ("decided", told)))


def _kind(known: Known, entry: Entry) -> str:
    """The kind of a numeral, and which of the recognisers took it."""
    numeral = known.numeral(entry)
    if numeral is None:
        return f"{entry.kind}: in a line that is no part of the text, such as the number of a page"
    if entry.kind != numeral.kind:
        return f"{entry.kind}: it stands outside of the report, where the page speaks of itself"
    if entry.kind != "quantity":
        return f"{entry.kind}: {_MEANS.get(entry.kind, '')}{_asked_first(entry.kind)}"
    if numeral.quantity and numeral.quantity.in_words:
        return "quantity: an amount written in Chinese numerals"
    is_cell = any(cell.digits == numeral.span.start for cell in known.scene.page.tables.cells)
    return "quantity: a cell of a table" if is_cell else f"quantity: none of {', '.join(RECOGNISERS)} takes it"


def _asked_first(kind: str) -> str:
    asked = RECOGNISERS[: RECOGNISERS.index(kind)] if kind in RECOGNISERS else ()
    return f"; {', '.join(asked)} did not take it" if asked else ""


def _frame(known: Known, reading: Reading) -> Iterator[tuple[str, str]]:
    frame, cell = reading.frame, known.scene.cell(reading)
    if cell:
        yield from (("row", " › ".join(map(known.quote, cell.heads))), ("header", " › ".join(map(known.quote, cell.headers))))
    elif reading.near != frame.near:
        yield "read by", known.quote(reading.near)
    yield from ((label, known.quote(span) or _NOTHING) for label, span in (("near", frame.near), ("lead", frame.lead), ("tail", frame.tail)))
    path = known.pages.outline.path(frame.quantity.span.start)
    yield "headings", " › ".join(known.quote(Span(heading.label.start, heading.title.end)) for heading in path) or _NOTHING


def _match_row(match: Match, code: str | None) -> tuple[str, ...]:
    mark = "→" if match.rule.code == code else ""
    return mark, match.rule.code, _written(match.cue), zone_of(match), str(match.distance), str(match.cue.weight), topic_of(match)


def _refusal_row(refusal: Refusal) -> tuple[str, ...]:
    return refusal.match.rule.code, _written(refusal.match.cue), refusal.reason


def _meaning(known: Known, case: Case, stated: Indicator) -> Iterator[tuple[str, str]]:
    told = case.reading.told
    yield from (("code", stated.code or "none"), ("name", stated.name), ("decided", deciding(case)))
    yield "aspect", f"{stated.aspect}: {why_aspect(case)}"
    yield "period", f"{told.start} to {told.end}: {why_period(case)}" if known.report.year else why_period(case)
    yield "part", f"{'yes' if stated.part else 'no'}: {why_part(case)}"
    if stated.category:
        yield "category", stated.category
    yield "part of", _other(known, stated.part_of)
    yield "repeats", _other(known, stated.repeats)


def _other(known: Known, number: int | None) -> str:
    if number is None:
        return _NOTHING
    other = known.numbered(number)
    return f"indicator {number}: {other.name} {figure(other)}, at {other.evidence.start}–{other.evidence.end}"


def _written(cue: Cue) -> str:
    """A cue as a catalogue writes it."""
    return "…".join(cue.before) + ("#" + "…".join(cue.after) if cue.after else "")
