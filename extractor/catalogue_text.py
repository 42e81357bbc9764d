"""The catalogue for people to read: all rules in a list, and one with everything that it says.

>>> from extractor.indicators.rules import parse_rules
>>> rules = parse_rules('[[rule]]\\ncode = "a.b"\\nname = "甲"\\ndimension = "count"\\nunits = ["起", "件"]\\ncues = ["甲"]\\n', "demo")
>>> rows_of(rules)
(('a.b', '甲', '', 'count', '件 起', '0'),)
"""

from collections.abc import Iterable, Iterator
from typing import Any

from extractor.indicators.rules import Rule
from extractor.report_text import Block
from extractor.rulebook import Entry, NoSuchRule

COLUMNS = ("code", "name", "name_en", "dimension", "units", "examples")
_NO_UNIT = "–"
_SENTENCES = {"examples": "examples", "counter_examples": "counter-examples", "known_gaps": "known gaps"}


def rows_of(rules: Iterable[Rule], theme: str | None = None) -> tuple[tuple[str, ...], ...]:
    """A row for each rule, or for each of a theme, with what stands in the columns. Raises NoSuchRule."""
    rules = tuple(rules)
    chosen = [rule for rule in rules if theme in (None, rule.family)]
    if not chosen:
        raise NoSuchRule(f"there is no theme {theme}; there are {', '.join(sorted({rule.family for rule in rules}))}")
    return tuple(map(_row, chosen))


def _row(rule: Rule) -> tuple[str, ...]:
    units = " ".join(sorted(unit or _NO_UNIT for unit in rule.units))
    return rule.code, rule.name, rule.name_en, rule.dimension, units, str(len(rule.examples))


def blocks_of(entry: Entry) -> Iterator[Block]:
    """Everything that a rule says, in blocks: its keys, then its sentences."""
    written = entry.written
    yield Block(f"{written['code']}  {written['name']}", tuple((key, _value(written[key])) for key in written if key not in _SENTENCES))
    for key, title in _SENTENCES.items():
        yield Block(title, tuple(map(_sentence, written.get(key, ()))))
    yield Block("", (("from", entry.file),))


def _value(value: Any) -> str:  # noqa: ANN401, a value of a TOML file
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "  ".join(item or _NO_UNIT for item in value) if isinstance(value, list) else str(value)


def _sentence(example: dict[str, Any]) -> tuple[str, str]:
    more = [f"{key} {_value(value)}" for key, value in example.items() if key not in ("text", "at")]
    return str(example["at"]), "  ".join((example["text"], *(["(" + ", ".join(more) + ")"] if more else [])))
