"""Why a figure has the meaning that it has, in sentences: what decided its rule, its aspect, its period, its part.

Each reason is told from what the stages found, in the order in which they ask for it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extractor.candidates import Scene, change_length, rivals
from extractor.indicators.match import Match
from extractor.indicators.narrowing import is_narrowed
from extractor.indicators.reading import Reading
from extractor.indicators.told_for import Told
from extractor.numbers.periods import Period, Reported, find_periods, resolve

_HOW = {
    "direct": "its own words hold a cue",
    "pair": "two figures for one noun: it is read by the words of the figure before",
    "breakdown": "an item of a breakdown: it has the code of its whole",
    "restated": "it tells the figure before for another time, or what that came to",
    "rest": "it is what is left of a whole",
    "list": "the verb that governs the figure before governs it, too",
    "share": "it is the share that the figure before has in its whole",
    "change": "it tells how much something rose or fell, and has the code of that",
    "table": "a cell of a table, read by the header of its column or the head of its row",
    "": "",
}
_ZONES = ("in its own clause", "behind the number", "before the list that it stands in", "in a clause before")
_CRITERIA = ("its cue stands in a nearer zone", "its cue ends nearer to the number", "its cue says more", "its topic stands nearer")


@dataclass(frozen=True, slots=True)
class Case:
    """One figure with all that its meaning can come from: the readings of the report, and the rules that came into question."""

    scene: Scene
    reading: Reading
    readings: Sequence[Reading]
    matches: Sequence[Match]

    @property
    def before(self) -> Reading | None:
        """The figure before it in its sentence."""
        index = next((i for i, reading in enumerate(self.readings) if reading is self.reading), 0)
        earlier = self.readings[index - 1] if index else None
        return earlier if earlier and earlier.frame.sentence == self.reading.frame.sentence else None


def zone_of(match: Match) -> str:
    """Where a cue stands.

    >>> from extractor.indicators.rules import parse_rules
    >>> rule = parse_rules('[[rule]]\\ncode = "a.b"\\nname = "甲"\\ndimension = "count"\\ncues = ["甲"]\\n', "demo")[0]
    >>> zone_of(Match(1, 0, -1, 0, rule, rule.cues[0], None))
    'behind the number'
    """
    return _ZONES[match.zone]


def topic_of(match: Match) -> str:
    """Where the topic of a match stands."""
    place, distance = match.topic_place
    if place == "none":
        return "needs none"
    if place == "cue":
        return "in the cue"
    return f"heading {distance + 1} up" if place == "heading" else f"{place}, {distance} before"


def deciding(case: Case) -> str:
    """How the figure got its rule, or why it has none."""
    rule, how = case.reading.rule, case.reading.how
    own = next((match for match in case.matches if rule and match.rule.code == rule.code), None)
    told = _HOW.get(how, how)
    if rule is None:
        return _undecided(case)
    if how not in ("direct", "pair", "table") or own is None:
        return f"{how}: {told}"
    rival = next((match for match in case.matches if match.rule.code != rule.code), None)
    return f"{how}: {told}" + (f"; before {rival.rule.code}, because {_better(own, rival)}" if rival else "; no other rule came into question")


def _better(own: Match, rival: Match) -> str:
    differing = [criterion for criterion, mine, other in zip(_CRITERIA, own.rank, rival.rank, strict=True) if mine != other]
    return differing[0] if own.rank < rival.rank else "its words were taken for it first"


def _undecided(case: Case) -> str:
    same = rivals(case.matches) if case.matches else []
    if same:
        return f"{' and '.join(same)} have the same right to it, so neither takes it"
    if case.reading.how in ("breakdown", "change"):
        return f"{case.reading.how}: {_HOW[case.reading.how]}, and that has none"
    return "no rule came into question: it is named in the words of the text" if not case.matches else "none of the rules could take it"


def why_aspect(case: Case) -> str:
    """Why it tells how much there is, how much that changed, or what is planned."""
    reading, page = case.reading, case.scene.page
    if reading.aspect == "change":
        return _why_change(case)
    if reading.aspect != "target":
        return "nothing around it tells a change or a plan"
    if not page.around(reading.frame.sentence).plans:
        return "its clause tells a plan, a promise or a norm"
    path = page.outline.path(reading.frame.sentence.start)
    if path and path[-1].role == "plans":
        return f"it stands under “{page.text[path[-1].title.slice]}”, which tells plans"
    return "the text has turned to plans before it"


def _why_change(case: Case) -> str:
    frame, text = case.reading.frame, case.scene.page.text
    length = change_length(case.scene.words, frame)
    way = "a rise" if case.reading.sign > 0 else "a fall"
    end = frame.quantity.span.start
    return f"{way}, told by “{text[end - length : end]}”" if length else f"{way}, told behind it or by the figure before"


def why_period(case: Case) -> str:
    """Where its stretch of time comes from."""
    told, page = case.reading.told, case.scene.page
    if page.reported is None:
        return "the year of the report could not be told"
    found = _expression(case)
    if found is not None:
        return f"“{page.text[found.span.slice]}”, {case.reading.frame.quantity.span.start - found.span.end} characters before it"
    if case.reading.aspect == "target":
        return "a plan is for the year after the report's"
    whole = case.reading.whole
    if whole is not None and whole.told == told and told.stated:
        return "that of its whole"
    if told.stated:
        return "that of the figure before" if case.before is not None and case.before.told == told else "told further off"
    return "nothing is said: the year of the report"


def _expression(case: Case) -> Period | None:
    """The last expression in front of it that means its stretch of time."""
    frame, told, page = case.reading.frame, case.reading.told, case.scene.page
    if page.reported is None or not told.stated:
        return None
    years = [page.reported] + ([Reported(page.reported.year + 1)] if case.reading.aspect == "target" else [])
    before = [p for p in find_periods(page.text) if frame.sentence.start <= p.span.start and p.span.end <= frame.quantity.span.start]
    return next((period for period in reversed(before) if any(_means(period, year, told) for year in years)), None)


def _means(period: Period, reported: Reported, told: Told) -> bool:
    """Whether an expression means a stretch of time; of what exists at a day it means that day."""
    start, end = resolve(period, reported)
    return told.end == end and told.start in (start, end)


def why_part(case: Case) -> str:
    """Why it covers only some of what its code means, or all of it."""
    return next((words for holds, words in _PARTS if holds(case)), "it stands with one that is a part" if case.reading.part else "nothing narrows it down")


def _of_whole(case: Case) -> bool:
    return case.reading.part and case.reading.whole is not None


def _by_stage(case: Case) -> bool:
    return case.reading.part and case.reading.cue_is_stage


def _by_words(case: Case) -> bool:
    return case.reading.part and case.reading.how in ("direct", "pair") and case.reading.category is not None


def _by_sentence(case: Case) -> bool:
    reading = case.reading
    return reading.part and reading.rule is not None and is_narrowed(case.scene.page.text, reading.frame, reading.rule)


def _by_row(case: Case) -> bool:
    return case.reading.part and case.reading.how == "table"


def _by_how(how: str) -> Callable[[Case], bool]:
    return lambda case: case.reading.part and case.reading.how == how


_PARTS: tuple[tuple[Callable[[Case], bool], str], ...] = (
    (_of_whole, "a part of the figure named below"),
    (_by_stage, "its cue is that of a step or an outcome"),
    (_by_words, "words of closer description narrow it down"),
    (_by_row, "its row or its column names one of several"),
    (_by_how("list"), "one object of a verb that has several"),
    (_by_how("change"), "what changed is a part"),
    (_by_how("restated"), "the figure that it restates is a part"),
    (_by_sentence, "its sentence tells of one case, one campaign, one office or one kind of object"),
)
