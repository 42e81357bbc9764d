"""The `xfail` lines of the corpus: each stands right under the `[[passage]]` that is not read right yet.

>>> print(with_reasons('[[passage]]\\ntext = "a"\\n\\n[[passage]]\\nxfail = "old"\\ntext = "b"\\n', {1: "new", 2: None}), end="")
[[passage]]
xfail = "new"
text = "a"
<BLANKLINE>
[[passage]]
text = "b"
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from tests.labels import Check
from tests.passages import FOLDER, Passage, load_passages

_PASSAGE = "[[passage]]"
_LINE = "xfail = "


def mended(checks: Iterable[Check], passages: Iterable[Passage] = ()) -> list[Passage]:
    """The passages that have a reason why they are not read right, and are."""
    wrong = {check.text for check in checks if check.fault}
    return [passage for passage in passages or load_passages() if passage.xfail and passage.name not in wrong]


def drop_mended(checks: Iterable[Check]) -> list[Passage]:
    """Takes the lines of mended passages out of their files."""
    files: dict[str, dict[int, str | None]] = defaultdict(dict)
    passages = mended(checks)
    for passage in passages:
        stem, _, number = passage.name.partition(" ")
        files[stem][int(number)] = None
    for stem, reasons in files.items():
        path = FOLDER / f"{stem}.toml"
        path.write_text(with_reasons(path.read_text(encoding="utf-8"), reasons), encoding="utf-8")
    return passages


def with_reasons(text: str, reasons: Mapping[int, str | None]) -> str:
    """A file of passages in which those of these numbers have this reason, or none."""
    return "".join(_lines(text, reasons))


def _lines(text: str, reasons: Mapping[int, str | None]) -> Iterator[str]:
    number = 0
    for line in text.splitlines(keepends=True):
        if line.startswith(_LINE) and number in reasons:
            continue
        yield line
        if line.strip() == _PASSAGE:
            number += 1
            reason = reasons.get(number)
            if reason:
                escaped = reason.replace("\\", "\\\\").replace('"', '\\"')
                yield f'{_LINE}"{escaped}"\n'
