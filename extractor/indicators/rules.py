"""Indicator rules: what an entry of the catalogue may say, and the reading of it.

>>> rule = parse_rules('''
... [[rule]]
... code = "penalty.filed"
... name = "立案数"
... dimension = "count"
... units = ["件", "起"]
... cues = ["立案", "#起…立案"]
... examples = []
... ''', "demo")[0]
>>> rule.code, [(c.before, c.after) for c in rule.cues]
('penalty.filed', [(('立案',), ()), ((), ('起', '立案'))])
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from extractor.errors import CatalogueError
from extractor.numbers.units import dimension_of

DIMENSIONS = frozenset({"count", "money", "rate", "duration", "number", "area", "length", "mass", "volume", "score"})
_KEYS = frozenset(
    "code name name_en dimension units cues stages steps topics excludes clause_excludes modifier_is_part object_is_part subject_is_part whole follows follows_items item_of yields_to narrowed_by sides_are_parts several drafts_are_plans unplanned "
    "stock share zero_cues source examples counter_examples known_gaps notes".split()
)
NARROWINGS = frozenset("assigned campaign case days found institution object random townships".split())
_EXAMPLE_KEYS = frozenset("text at value unit part aspect code nth note".split())
_NEEDED = ("code", "name", "dimension", "cues")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words in order, those before the number and those after it; ``stage`` says that a figure found by it is a part."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    stage: bool = False

    @property
    def weight(self) -> int:
        """How much it says: the number of its characters."""
        return sum(map(len, self.before + self.after))


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A sentence, and in it the number ``at`` (as written) that has, or has not, the rule's code."""

    text: str
    at: str
    expected: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One indicator: its code and name, what it measures, the words it is known by, and the sentences that test it."""

    code: str
    name: str
    dimension: str
    cues: tuple[Cue, ...]
    units: frozenset[str] = frozenset()
    steps: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    clause_excludes: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    zero_cues: tuple[Cue, ...] = ()
    modifier_is_part: bool = False
    object_is_part: bool = False
    subject_is_part: bool = False
    follows: tuple[str, ...] = ()
    follows_items: bool = False
    item_of: tuple[str, ...] = ()
    yields_to: tuple[str, ...] = ()
    narrowed_by: frozenset[str] = frozenset()
    sides_are_parts: bool = False
    several: bool = False
    drafts_are_plans: bool = False
    unplanned: bool = False
    stock: bool = False
    name_en: str = ""
    share: str = ""
    source: str = ""
    examples: tuple[Example, ...] = ()
    counter_examples: tuple[Example, ...] = ()
    known_gaps: tuple[Example, ...] = ()

    @property
    def family(self) -> str:
        """The theme that the rule belongs to, the first part of its code."""
        return self.code.split(".")[0]

    def goes_with(self, other: "Rule | None") -> bool:
        """Whether a figure of this rule is told of the same matters as one of another rule in front of it."""
        return other is not None and not {other.code, other.family}.isdisjoint(self.follows)

    def measures(self, unit: str, dimension: str) -> bool:
        """Whether a figure in a unit of a dimension can be this indicator."""
        if self.units:
            return unit in self.units or not self.units.isdisjoint(_without_brackets(unit))
        return dimension == self.dimension


def _without_brackets(unit: str) -> tuple[str, ...]:
    """What a unit with brackets says with them and without: of 户(次) 户 and 户次, of 辆(艘)次 辆次; of others nothing."""
    before, mark, rest = unit.partition("(")
    inner, _, behind = rest.partition(")")
    if not mark or inner != "次" and not behind:
        return ()
    return (before, before + inner) if inner == "次" else (before + behind,)


@cache
def load_rules() -> tuple[Rule, ...]:
    """The rules of the packaged catalogue, by file and then in their order. Raises CatalogueError where one is wrong."""
    folder = files("extractor").joinpath("catalogue")
    entries = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return check_rules(rule for entry in entries for rule in parse_rules(entry.read_text(encoding="utf-8"), entry.name))


def read_rules(path: Path) -> tuple[Rule, ...]:
    """The rules of a file of one's own. Raises CatalogueError where it cannot be read or a rule is wrong."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogueError(f"{path}: {error}") from error
    return check_rules(parse_rules(text, path.name))


def check_rules(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The same rules, if no code stands twice. Raises CatalogueError."""
    seen: dict[str, Rule] = {}
    for rule in rules:
        if rule.code in seen:
            raise CatalogueError(f"the code {rule.code} stands twice in the catalogue")
        seen[rule.code] = rule
    return tuple(seen.values())


def parse_rules(text: str, name: str) -> list[Rule]:
    """The rules of a TOML text; ``name`` is used in messages. Raises CatalogueError."""
    try:
        entries = tomllib.loads(text).get("rule", [])
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"{name}: {error}") from error
    return [_rule(entry, name) for entry in entries]


def _rule(entry: dict[str, Any], name: str) -> Rule:
    where = f"{name}: {entry.get('code', 'a rule without code')}"
    _check_entry(entry, where)
    return Rule(
        code=entry["code"],
        name=entry["name"],
        dimension=entry["dimension"],
        cues=(*_cues(entry, "cues", where), *_cues(entry, "stages", where)),
        zero_cues=_cues(entry, "zero_cues", where),
        units=frozenset(entry.get("units", ())),
        steps=tuple(entry.get("steps", ())),
        topics=tuple(entry.get("topics", ())),
        excludes=tuple(entry.get("excludes", ())),
        clause_excludes=tuple(entry.get("clause_excludes", ())),
        whole=tuple(entry.get("whole", ())),
        modifier_is_part=entry.get("modifier_is_part", False),
        object_is_part=entry.get("object_is_part", False),
        subject_is_part=entry.get("subject_is_part", False),
        follows=tuple(entry.get("follows", ())),
        follows_items=entry.get("follows_items", False),
        yields_to=tuple(entry.get("yields_to", ())),
        drafts_are_plans=entry.get("drafts_are_plans", False),
        unplanned=entry.get("unplanned", False),
        item_of=tuple(entry.get("item_of", ())),
        narrowed_by=frozenset(entry.get("narrowed_by", ())),
        sides_are_parts=entry.get("sides_are_parts", False),
        several=entry.get("several", False),
        stock=entry.get("stock", False),
        share=entry.get("share", ""),
        name_en=entry.get("name_en", ""),
        source=entry.get("source", ""),
        examples=_examples(entry, "examples", where),
        counter_examples=_examples(entry, "counter_examples", where),
        known_gaps=_examples(entry, "known_gaps", where),
    )


def _check_entry(entry: dict[str, Any], where: str) -> None:
    unknown = set(entry) - _KEYS
    if unknown:
        raise CatalogueError(f"{where}: unknown key {', '.join(sorted(unknown))}")
    missing = [key for key in _NEEDED if not entry.get(key)]
    if missing:
        raise CatalogueError(f"{where}: {', '.join(missing)} missing")
    if entry["dimension"] not in DIMENSIONS:
        raise CatalogueError(f"{where}: there is no dimension {entry['dimension']}")
    for way in entry.get("narrowed_by", ()):
        if way not in NARROWINGS:
            raise CatalogueError(f"{where}: narrowed_by knows no {way}, but {', '.join(sorted(NARROWINGS))}")
    for unit in entry.get("units", ()):
        if dimension_of(unit) is None:
            raise CatalogueError(f"{where}: there is no unit {unit}")


def _cues(entry: dict[str, Any], key: str, where: str) -> tuple[Cue, ...]:
    return tuple(_cue(written, key == "stages", where) for written in entry.get(key, ()))


def _cue(written: str, stage: bool, where: str) -> Cue:
    before, mark, after = written.partition("#")
    if not mark:
        before, after = written, ""
    words = [tuple(filter(None, part.split("…"))) for part in (before, after)]
    if not any(words) or "#" in after:
        raise CatalogueError(f"{where}: the cue {written!r} has no words, or two numbers")
    return Cue(words[0], _unit_apart(words[1]), stage)


def _unit_apart(words: tuple[str, ...]) -> tuple[str, ...]:
    """`#起案件` asks for a number of 起 and then for 案件: the unit is looked for on its own."""
    if words and dimension_of(words[0]) is None:
        for length in (3, 2, 1):
            if dimension_of(words[0][:length]) and len(words[0]) > length:
                return (words[0][:length], words[0][length:], *words[1:])
    return words


def _examples(entry: dict[str, Any], key: str, where: str) -> tuple[Example, ...]:
    made = []
    for example in entry.get(key, ()):
        unknown = set(example) - _EXAMPLE_KEYS
        if unknown or not {"text", "at"} <= set(example):
            raise CatalogueError(f"{where}: an example needs text and at, and knows nothing of {', '.join(sorted(unknown)) or 'the rest'}")
        expected = {k: v for k, v in example.items() if k not in ("text", "at", "note")}
        made.append(Example(example["text"], str(example["at"]), expected))
    return tuple(made)
