"""The themes of a catalogue by their words: whether a head names what is counted, or something of another theme.

>>> from extractor.indicators.rules import load_rules
>>> themes = themes_of(Matcher(load_rules()))
>>> "litigation" in themes.by_word["行政诉讼"], "立案" in themes.words["penalty"]
(True, True)
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from extractor.indicators.match import Matcher


@dataclass(frozen=True, slots=True)
class Themes:
    """The themes that each word is a cue or a topic of, and the words that the rules of each theme are known by."""

    by_word: dict[str, set[str]]
    words: dict[str, set[str]]


@lru_cache(maxsize=4)
def themes_of(matcher: Matcher) -> Themes:
    """The themes of the rules of a matcher; cues of steps and outcomes do not count."""
    by_word: defaultdict[str, set[str]] = defaultdict(set)
    words: defaultdict[str, set[str]] = defaultdict(set)
    for rule in matcher.rules:
        cues = [cue for cue in rule.cues if not cue.stage]
        words[rule.family].update(rule.topics, *(cue.before + cue.after for cue in cues))
        for word in (*rule.topics, *(cue.before[0] for cue in cues if len(cue.before) == 1)):
            by_word[word].add(rule.family)
    return Themes(dict(by_word), dict(words))
