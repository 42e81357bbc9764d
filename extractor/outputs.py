"""Whether output can go to a file.

>>> objection("no such folder/out.csv", [])
'There is no folder no such folder.'
>>> objection("out.csv", ["reports"]) is None
True
"""

from collections.abc import Iterable
from pathlib import Path

from extractor.files import STANDARD_INPUT, is_same_file, path_text


def objection(file: str, inputs: Iterable[str]) -> str | None:
    """Why output to a file cannot be meant, as a sentence; ``inputs`` are the paths that are to be read. None where it can."""
    place = Path(file)
    if "://" in file:  # an address, which only the system there can object to
        return None
    if place.is_dir():
        return f"{path_text(file)} is a folder."
    if not place.absolute().parent.is_dir():
        return f"There is no folder {path_text(place.parent)}."
    if any(path != STANDARD_INPUT and is_same_file(path, file) for path in inputs):
        return f"{path_text(file)} is to be read, too."
    return None
