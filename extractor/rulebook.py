"""One catalogue out of several files: the packaged rules, and files of one's own that add to them or take their place.

A file of one's own has the same powers as the packaged ones and is held to the same checks. A code that is there already
replaces the rule; any other is added. Of several files the later ones replace what the earlier ones say.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     own = Path(folder, "own.toml")
...     _ = own.write_text('[[rule]]\\ncode = "water.wells"\\nname = "水井数"\\ndimension = "count"\\ncues = ["水井"]\\n', encoding="utf-8")
...     rules, packaged = read_catalogue([own]), read_catalogue()
>>> len(rules) - len(packaged), rules[-1].name
(1, '水井数')
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path
from typing import Any

import regex

from extractor.errors import CatalogueError
from extractor.files import StrPath, path_text, reason_of
from extractor.indicators.rules import Rule, check_rules, load_rules, parse_rules

_STRINGS = frozenset("code name name_en dimension share source notes".split())
_LISTS = frozenset("units cues stages steps topics excludes clause_excludes whole follows item_of yields_to narrowed_by zero_cues".split())
_ANSWERS = frozenset("modifier_is_part object_is_part subject_is_part follows_items sides_are_parts several drafts_are_plans unplanned stock".split())
_TABLES = frozenset(("examples", "counter_examples", "known_gaps"))
_CODE = regex.compile(r"\w+(?:\.\w+)+")


class NoSuchRule(CatalogueError):
    """The catalogue has no rule of the code or the theme that was asked for."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule as it is written: its keys and values in their order, and the name of the file that it stands in."""

    file: str
    written: dict[str, Any]


def read_catalogue(paths: Iterable[StrPath] = ()) -> tuple[Rule, ...]:
    """The packaged rules with those of the files. Raises CatalogueError with what is wrong, and where."""
    rules = {rule.code: rule for rule in load_rules()}
    own = [(path_text(path), rule) for path in paths for rule in read_rules(path)]
    rules |= {rule.code: rule for _, rule in own}
    for name, rule in own:
        _check_names(rule, rules, name)
    return tuple(rules.values())


def _check_names(rule: Rule, rules: Mapping[str, Rule], file: str) -> None:
    """Raises CatalogueError where a rule names another rule or a theme that does not exist."""
    if rule.share and rule.share not in rules:
        raise CatalogueError(f"{file}: {rule.code}: its share names {rule.share}, and there is no such rule")
    known = rules.keys() | {each.family for each in rules.values()}
    for name in (*rule.follows, *rule.item_of, *rule.yields_to):
        if name not in known:
            raise CatalogueError(f"{file}: {rule.code}: it names {name}, and there is no such rule or theme")


def read_rules(path: StrPath) -> tuple[Rule, ...]:
    """The rules of a file of one's own. Raises CatalogueError with what is wrong, and where."""
    text, name = _text_at(path), path_text(path)
    check_form(text, name)
    try:
        return check_rules(parse_rules(text, name))
    except CatalogueError as error:
        raise CatalogueError(_placed(str(error), name)) from error


def find_entry(code: str, rules: Iterable[Rule], paths: Iterable[StrPath] = ()) -> Entry:
    """The entry of a code as it is written, in the last of the files that have it or in the packaged catalogue.

    ``rules`` are those of all of them. Raises NoSuchRule where none has the code, and tells those that are nearly so.
    """
    if code not in (codes := [rule.code for rule in rules]):
        near = get_close_matches(code, codes, cutoff=0.75)
        raise NoSuchRule(f"there is no rule {code}" + (f": did you mean {' or '.join(near)}?" if near else ""))
    texts = [*_packaged(), *((path_text(path), _text_at(path)) for path in paths)]
    entries = (Entry(name, entry) for name, text in reversed(texts) for entry in tomllib.loads(text).get("rule", []))
    return next(entry for entry in entries if entry.written.get("code") == code)


def check_form(text: str, name: str) -> None:
    """Raises CatalogueError where a TOML text is no list of rules, a value is not of its kind, or a cue stands twice in a rule.

    >>> check_form('[[rules]]', "own.toml")
    Traceback (most recent call last):
    extractor.errors.CatalogueError: own.toml: unknown key rules: a catalogue is a list of [[rule]]
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"{name}: {error}") from error
    unknown = [key for key in content if key != "rule"]
    if unknown:
        raise CatalogueError(f"{name}: unknown key {', '.join(unknown)}: a catalogue is a list of [[rule]]")
    entries = content.get("rule")
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise CatalogueError(f"{name}: there is no [[rule]] in it")
    for entry in entries:
        for complaint in _complaints(entry):
            raise CatalogueError(f"{name}: {entry.get('code', 'a rule without code')}: {complaint}")


def _complaints(entry: dict[str, Any]) -> Iterator[str]:
    """What is wrong with the values of a rule, whose keys are checked elsewhere."""
    for key, value in entry.items():
        if key in _STRINGS and not isinstance(value, str):
            yield f"{key} has to be a string"
        if key in _LISTS and not _is_list_of(str, value):
            yield f"{key} has to be a list of strings"
        if key in _ANSWERS and not isinstance(value, bool):
            yield f"{key} has to be true or false"
        if key in _TABLES and not (_is_list_of(dict, value) and all(isinstance(example.get("text", ""), str) for example in value)):
            yield f"{key} has to be a list of tables, and text in them a string"
    if not _CODE.fullmatch(entry.get("code", "theme.thing")):
        yield "a code has the form theme.thing"
    for keys in (("cues", "stages"), ("zero_cues",)):
        counted = Counter(cue for key in keys for cue in entry.get(key, ()))
        yield from (f"the cue {cue} stands twice" for cue, times in counted.items() if times > 1)


def _is_list_of(kind: type, value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, kind) for item in value)


def _packaged() -> list[tuple[str, str]]:
    folder = files("extractor").joinpath("catalogue")
    return [(entry.name, entry.read_text(encoding="utf-8")) for entry in folder.iterdir() if entry.name.endswith(".toml")]


def _text_at(path: StrPath) -> str:
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CatalogueError(f"{path_text(path)}: {reason_of(error)}") from error
    except UnicodeDecodeError as error:
        raise CatalogueError(f"{path_text(path)}: is not UTF-8") from error
    except ValueError as error:
        raise CatalogueError(f"{path_text(path)}: no file can have this name") from error


def _placed(message: str, name: str) -> str:
    """A message that says which file it is about."""
    return message if message.startswith(name) else f"{name}: {message}"
