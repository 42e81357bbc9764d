"""The differences of the specimens that are known, each with its reason: tests/golden/known.toml.

A line is one difference: where (`at`) it is in which field (`what`), what the label wants and the program gets, and the reason in words.
"""

import tomllib
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from tests.labels import Check
from tests.samples import ROOT

KNOWN = ROOT / "tests" / "golden" / "known.toml"
_HEAD = """\
# Where the program does not say what the label of a specimen says, and why. `python -m tests.accuracy --known` writes this file and keeps
# the reasons that stand here; a difference with no reason yet has an empty one, and fails.
"""


class Known(NamedTuple):
    """A difference that is known, and its reason."""

    check: Check
    reason: str


def load_known(path: Path = KNOWN) -> list[Known]:
    """The differences that are known, file by file."""
    listed = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return [Known(_check(text, row), row["reason"]) for text, rows in listed.items() for row in rows]


def unlisted(checks: Iterable[Check], known: Iterable[Known]) -> list[str]:
    """What is wrong and not known with a reason, and what is known and not so any more; a sentence each."""
    wrong = {check for check in checks if check.fault}
    reasons = {each.check: each.reason for each in known}
    new = [f"not listed with a reason: {check.told()}" for check in sorted(wrong, key=_order) if not reasons.get(check)]
    return new + [f"listed, and not so any more: {check.told()}" for check in reasons if check not in wrong]


def update_known(checks: Iterable[Check], path: Path = KNOWN) -> list[Known]:
    """Writes the file anew with the differences of these checks; reasons are kept where the same field of the same number is still wrong."""
    reasons = {each.check.key: each.reason for each in load_known(path)}
    known = [Known(check, reasons.get(check.key, "")) for check in sorted({check for check in checks if check.fault}, key=_order)]
    path.write_text(f"{_HEAD}{''.join(_lines(known))}", encoding="utf-8")
    return known


def _lines(known: Iterable[Known]) -> Iterator[str]:
    for text, group in groupby(known, key=lambda each: each.check.text):
        yield f"\n{text} = [\n"
        yield from (f"  {_row(check, reason)},\n" for check, reason in group)
        yield "]\n"


def _row(check: Check, reason: str) -> str:
    fields = {"at": check.at, "what": check.what, "want": check.want, "got": check.got, "reason": reason}
    return "{ " + ", ".join(f"{key} = {_quoted(value)}" for key, value in fields.items() if value is not None) + " }"


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _check(text: str, row: dict[str, str]) -> Check:
    return Check(text, row["at"], row["what"], row.get("want"), row.get("got"))


def _order(check: Check) -> tuple[str, int, str]:
    return check.text, int(check.at.rpartition(" ")[2]) if check.at[-1].isdigit() else 0, check.what
