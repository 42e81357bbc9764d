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
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import regex

from extractor.errors import CatalogueError
from extractor.files import StrPath, path_text, reason_of
from extractor.indicators.rules import Rule, check_rules, load_rules, parse_rules

_WORDS, _LISTS = "code name name_en dimension share source notes", "units cues stages topics excludes whole zero_cues"
_KINDS: dict[str, tuple[type, str]] = {
    **dict.fromkeys(_WORDS.split(), (str, "a string")),
    **dict.fromkeys(_LISTS.split(), (list, "a list of strings")),
    **dict.fromkeys(("modifier_is_part", "stock"), (bool, "true or false")),
    **dict.fromkeys(("examples", "counter_examples", "known_gaps"), (list, "a list of tables")),
}
_CODE = regex.compile(r"\w+(?:\.\w+)+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule as it is written: its keys and values in their order, and the name of the file that it stands in."""

    file: str
    written: dict[str, Any]


def read_catalogue(paths: Iterable[StrPath] = ()) -> tuple[Rule, ...]:
    """The packaged rules with those of the files. Raises CatalogueError with what is wrong, and where."""
    rules = {rule.code: rule for rule in load_rules()}
    own = [rule for path in paths for rule in read_rules(path)]
    rules |= {rule.code: rule for rule in own}
    for rule in own:
        if rule.share and rule.share not in rules:
            raise CatalogueError(f"{rule.code}: its share names {rule.share}, and there is no such rule")
    return tuple(rules.values())


def read_rules(path: StrPath) -> tuple[Rule, ...]:
    """The rules of a file of one's own. Raises CatalogueError with what is wrong, and where."""
    text, name = _text_at(path), path_text(path)
    check_form(text, name)
    try:
        return check_rules(parse_rules(text, name))
    except CatalogueError as error:
        raise CatalogueError(_placed(str(error), name)) from error


def find_entry(code: str, paths: Iterable[StrPath] = ()) -> Entry | None:
    """The entry of a code as it is written, in the last of the files that have it or in the packaged catalogue; None where none has."""
    texts = [*_packaged(), *((path_text(path), _text_at(path)) for path in paths)]
    entries = (Entry(name, entry) for name, text in reversed(texts) for entry in tomllib.loads(text).get("rule", []))
    return next((entry for entry in entries if entry.written.get("code") == code), None)


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
        kind, words = _KINDS.get(key, (object, ""))
        if not isinstance(value, kind) or kind is list and not all(isinstance(item, dict if "tables" in words else str) for item in value):
            yield f"{key} has to be {words}"
    if not _CODE.fullmatch(str(entry.get("code", "a.b"))):
        yield "a code has the form theme.thing"
    for keys in (("cues", "stages"), ("zero_cues",)):
        counted = Counter(cue for key in keys for cue in entry.get(key, ()))
        yield from (f"the cue {cue} stands twice" for cue, times in counted.items() if times > 1)


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
