"""Reads Chinese government annual reports and says what they state. The three functions are all that a program needs.

>>> from extractor import extract_files
>>> for result in extract_files(["no such file.txt"]):
...     print(result)
no such file.txt: no such file or directory

Each takes ``rules``, the catalogue to hold a report to, where it is not the packaged one: `extractor.rulebook.read_catalogue` makes
one with a file of one's own.

Nothing is imported before it is needed: the stages can be used on their own without paying for the models.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from extractor.files import Failure, StrPath

if TYPE_CHECKING:
    from extractor.document import Document
    from extractor.indicators.rules import Rule
    from schemas import Report

__all__ = ["Failure", "extract_file", "extract_files", "extract_text"]


def extract_text(text: str, name: str = "-", *, rules: "tuple[Rule, ...] | None" = None) -> "Report":
    """What a text states. Offsets count in it as it is given; ``name`` is what the record calls it.

    Raises ReadError where it has half a surrogate pair, which no file can hold.
    """
    from extractor.readers.text import document_of

    return _report_of(document_of(text, name), rules)


def extract_file(path: StrPath, *, rules: "tuple[Rule, ...] | None" = None) -> "Report":
    """What the report in a file states; ``-`` is standard input. Raises ReadError where the file cannot be read."""
    from extractor.readers import read_file

    return _report_of(read_file(path), rules)


def extract_files(paths: Iterable[StrPath], leave_out: StrPath | None = None, *, rules: "tuple[Rule, ...] | None" = None) -> "Iterator[Report | Failure]":
    """For each file at the paths and in the folders among them its report, or why there is none; one by one, in a stable order.

    A file that cannot be read never ends the rest. ``leave_out`` is a file that is passed over in folders, such as the output.
    """
    from extractor.files import find_files

    for found in find_files(paths, leave_out):
        yield found if isinstance(found, Failure) else _report_or_failure(found, rules)


def _report_of(document: "Document", rules: "tuple[Rule, ...] | None") -> "Report":
    from extractor.pipeline import extract

    return extract(document) if rules is None else extract(document, rules)


def _report_or_failure(path: str, rules: "tuple[Rule, ...] | None") -> "Report | Failure":
    from extractor.errors import FazhiError
    from extractor.files import path_text

    try:
        return extract_file(path, rules=rules)
    except FazhiError as error:
        return Failure(path_text(path), str(error), error)
    except Exception as error:  # noqa: BLE001, one report that no stage foresaw must not lose the other thousand
        return Failure(path_text(path), f"a defect of the program: {type(error).__name__}: {error}", error)
