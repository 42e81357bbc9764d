"""What a cell of a panel does not show, in words.

>>> from decimal import Decimal
>>> fines = Slot(Figure(Decimal(17700), "元", id=3), rivals=(Figure(Decimal(18000), "元", id=9, mark="about"),))
>>> list(notes_of({"penalty.fines": fines}, {"penalty.fines": "元"}, [""]))
['penalty.fines: 17700元 (#3), also 18000元 about (#9)']
"""

from collections.abc import Iterator, Mapping, Sequence

from extractor.writers.columns import Language
from extractor.writers.panel.slots import Figure, Slot
from schemas import plain

_ZH = {
    "also": "又作",
    "only": "仅有",
    "part": "部分数",
    "change": "增减数",
    "target": "计划数",
    "time": "其他时段的数",
    "about": "约",
    "nearly": "近",
    "over": "余",
    "at_least": "以上",
    "at_most": "以下",
    "range": "区间",
    "unsure": "识别可信度低",
}
_EN = {
    "part": "of a part",
    "change": "as a change",
    "target": "as a target",
    "time": "for another time",
    "at_least": "at least",
    "at_most": "at most",
    "range": "the lower end of a range",
    "unsure": "read with little confidence",
}


def notes_of(slots: Mapping[str, Slot], usual: Mapping[str, str], sources: Sequence[str], lang: Language | None = None) -> Iterator[str]:
    """A note for each code of a line that has something to say; ``usual`` is the unit that a code mostly has."""
    for code, slot in sorted(slots.items()):
        words = note_of(slot, usual.get(code, ""), sources, lang)
        if words:
            yield f"{code}: {words}"


def note_of(slot: Slot, usual: str, sources: Sequence[str], lang: Language | None = None) -> str:
    """What there is to say of a cell; empty where it shows everything."""
    if slot.own is None:
        return ", ".join(f"{_word('only', lang)} {_word(kind, lang)} {_place(figure, sources)}" for kind, figure in slot.others)
    if slot.rivals:
        return f", {_word('also', lang)} ".join(_written(figure, sources, lang) for figure in (slot.own, *slot.rivals))
    is_usual = slot.own.mark is None and slot.own.unit in ("", usual)
    return "" if is_usual else _written(slot.own, sources, lang)


def rivals_of(slot: Slot) -> str | None:
    """The values of the rivals with their units; None where there are none."""
    return ", ".join(plain(rival.value) + rival.unit for rival in slot.rivals) or None


def _written(figure: Figure, sources: Sequence[str], lang: Language | None) -> str:
    mark = f" {_word(figure.mark, lang)}" if figure.mark else ""
    return f"{plain(figure.value)}{figure.unit}{mark} {_place(figure, sources)}"


def _place(figure: Figure, sources: Sequence[str]) -> str:
    """The id of a figure, and of several files the one that it stands in."""
    return f"(#{figure.id})" if len(sources) < 2 else f"({sources[figure.source]} #{figure.id})"


def _word(key: str, lang: Language | None) -> str:
    return _ZH[key] if lang == "zh" else _EN.get(key, key)
