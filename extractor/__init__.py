"""Reads Chinese government annual reports and says what they state. The three functions are all that a program needs.

>>> from extractor import extract_files
>>> for result in extract_files(["no such file.txt"]):
...     print(result)
no such file.txt: no such file or directory

Each takes ``rules``, the catalogue to hold a report to, where it is not the packaged one: `extractor.rulebook.read_catalogue` makes
one with a file of one's own. What reads files takes ``demands``: an encoding or a format that overrules what the bytes tell.

Nothing is imported before it is needed: the stages can be used on their own without paying for the models.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from extractor.files import Failure, StrPath

if TYPE_CHECKING:
    from extractor.document import Document
    from extractor.indicators.rules import Rule
    from extractor.readers import Demands
    from schemas import Report

__all__ = ["Failure", "extract_file", "extract_files", "extract_text"]


def extract_text(text: str, name: str = "-", *, rules: "tuple[Rule, ...] | None" = None) -> "Report":
    """What a text states. Offsets count in it as it is given; ``name`` is what the record calls it.

    Raises ReadError where it has half a surrogate pair, which no file can hold.
    """
    from extractor.readers.text import document_of

    return _report_of(document_of(text, name), rules)


def extract_file(path: StrPath, *, demands: "Demands | None" = None, rules: "tuple[Rule, ...] | None" = None) -> "Report":
    """What the report in a file states; ``-`` is standard input. Raises ReadError where the file cannot be read."""
    from extractor.readers import Demands, read_file

    return _report_of(read_file(path, demands or Demands()), rules)


def extract_files(
    paths: Iterable[StrPath],
    leave_out: StrPath | None = None,
    *,
    demands: "Demands | None" = None,
    rules: "tuple[Rule, ...] | None" = None,
) -> "Iterator[Report | Failure]":
    """For each file at the paths and in the folders and archives among them its report, or why there is none; one by one, in a stable order.

    A file that cannot be read never ends the rest. ``leave_out`` is a file that is passed over in folders, such as the output.
    """
    from extractor.files import find_files

    for found in find_files(paths, leave_out):
        yield from (found,) if isinstance(found, Failure) else _reports_in(found, demands, rules)


def _report_of(document: "Document", rules: "tuple[Rule, ...] | None") -> "Report":
    from extractor.pipeline import extract

    return extract(document) if rules is None else extract(document, rules)


def _reports_in(path: str, demands: "Demands | None", rules: "tuple[Rule, ...] | None") -> "Iterator[Report | Failure]":
    from extractor.files import failure_of, path_text
    from extractor.readers import Demands, read_documents

    try:
        for found in read_documents(path, demands or Demands()):
            yield found if isinstance(found, Failure) else _report_or_failure(found, rules)
    except Exception as error:  # noqa: BLE001, one file that no reader foresaw must not lose the other thousand
        yield failure_of(path_text(path), error)


def _report_or_failure(document: "Document", rules: "tuple[Rule, ...] | None") -> "Report | Failure":
    from extractor.files import failure_of

    try:
        return _report_of(document, rules)
    except Exception as error:  # noqa: BLE001, nor must one report that no stage foresaw
        return failure_of(document.source.path, error)
