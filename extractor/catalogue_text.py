"""The catalogue for people to read: all rules in a list, and one with everything that it says.

>>> from extractor.indicators.rules import parse_rules
>>> rules = parse_rules('[[rule]]\\ncode = "a.b"\\nname = "甲"\\ndimension = "count"\\nunits = ["起", "件"]\\ncues = ["甲"]\\n', "demo")
>>> rows_of(rules)
(('a.b', '甲', '', 'count', '件 起', '0'),)
"""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from extractor.indicators.rules import Rule
from extractor.report_text import Block
from extractor.rulebook import Entry

COLUMNS = ("code", "name", "name_en", "dimension", "units", "examples")
_LISTS = {"units": " ", "cues": "  ", "stages": "  ", "topics": "  ", "excludes": "  ", "whole": "  ", "zero_cues": "  "}
_SENTENCES = {"examples": "examples", "counter_examples": "counter-examples", "known_gaps": "known gaps"}


def rows_of(rules: Iterable[Rule]) -> tuple[tuple[str, ...], ...]:
    """A row for each rule, with what stands in the columns."""
    return tuple((rule.code, rule.name, rule.name_en, rule.dimension, " ".join(sorted(rule.units)), str(len(rule.examples))) for rule in rules)


def codes_like(code: str, rules: Iterable[Rule]) -> str:
    """What to say of a code that there is not: those that are written nearly like it; empty where none is.

    >>> from extractor.indicators.rules import load_rules
    >>> codes_like("penalty.file", load_rules())
    ': did you mean penalty.filed?'
    """
    near = get_close_matches(code, [rule.code for rule in rules], n=3, cutoff=0.75)
    return f": did you mean {' or '.join(near)}?" if near else ""


def blocks_of(entry: Entry) -> Iterator[Block]:
    """Everything that a rule says, in blocks: its keys, then its sentences."""
    written = entry.written
    yield Block(f"{written['code']}  {written['name']}", tuple((key, _value(key, written[key])) for key in written if key not in _SENTENCES))
    for key, title in _SENTENCES.items():
        yield Block(title, tuple(map(_sentence, written.get(key, ()))))
    yield Block("", (("from", entry.file),))


def _value(key: str, value: Any) -> str:  # noqa: ANN401, a value of a TOML file
    if isinstance(value, bool):
        return "yes" if value else "no"
    return _LISTS.get(key, " ").join(value) if isinstance(value, list) else str(value)


def _sentence(example: dict[str, Any]) -> tuple[str, str]:
    more = [f"{key} {_value(key, value)}" for key, value in example.items() if key not in ("text", "at")]
    return str(example["at"]), "  ".join((example["text"], *(["(" + ", ".join(more) + ")"] if more else [])))
