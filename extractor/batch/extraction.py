"""One file: a path in, its parts out. The same on this machine and on any other.

>>> [part] = parts_at("no such file.txt", Settings(with_tables=False))
>>> part
Lost(path='no such file.txt', reason='no such file or directory')
"""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from extractor.batch.limits import size_text
from extractor.batch.parts import Closing, Lost, Made, Opening, Part, Settings, Task
from extractor.batch.places import is_address, read_place
from extractor.batch.stamps import content_of, stamp_of
from extractor.files import Failure, failure_of, path_text

if TYPE_CHECKING:
    from extractor.document import Document

# Where memory runs out within a library, the interpreter is sometimes told of a failure without its cause.
_OUT_OF_MEMORY = (MemoryError, SystemError)


def do_task(task: Task, settings: Settings) -> Iterator[Part]:
    """All parts of a file, the opening first and the closing last. A file that was written to while it was read has no state that could be relied upon."""
    stamp, content = stamp_of(task.path), content_of(task.path)
    yield Opening(content, stamp)
    yield from parts_at(task.path, settings)
    is_same = stamp == stamp_of(task.path) if stamp else content == content_of(task.path)
    yield Closing(content, stamp) if is_same else Closing()


def parts_at(path: str, settings: Settings) -> Iterator[Made | Lost]:
    """A part for each report in a file, which may be an archive; whatever goes wrong is a part, too."""
    from extractor.readers import read_documents
    from extractor.readers.opening import read_stream

    try:
        found = read_stream(BytesIO(read_place(path)), path, settings.demands) if is_address(path) else read_documents(path, settings.demands)
        yield from _parts(found, settings)
    except Exception as error:  # noqa: BLE001, one file that no reader foresaw must not lose the other thousand
        yield _lost(failure_of(path_text(path), error), settings)


def parts_in(data: bytes, path: str, settings: Settings) -> Iterator[Made | Lost]:
    """The same of bytes, which ``path`` is the name of."""
    from extractor.readers.opening import read_stream

    try:
        yield from _parts(read_stream(BytesIO(data), path, settings.demands), settings)
    except Exception as error:  # noqa: BLE001
        yield _lost(failure_of(path, error), settings)


def _parts(documents: "Iterable[Document | Failure]", settings: Settings) -> Iterator[Made | Lost]:
    for found in documents:
        yield _lost(found, settings) if isinstance(found, Failure) else _part(found, settings)


def _part(document: "Document", settings: Settings) -> Made | Lost:
    try:
        return _made(document, settings)
    except Exception as error:  # noqa: BLE001, nor must one report that no stage foresaw
        return _lost(failure_of(document.source.path, error), settings)


def _made(document: "Document", settings: Settings) -> Made:
    from extractor.batch.likeness import keys_of
    from extractor.pipeline import extract
    from extractor.writers.exact import report_json

    report = extract(document) if settings.rules is None else extract(document, settings.rules)
    record = report_json(report)
    if not settings.with_tables:
        return Made(report.source.path, record)
    from extractor.batch.store.lines import lines_of

    return Made(report.source.path, record, lines_of(report, record), keys_of(document, report))


def _lost(failure: Failure, settings: Settings) -> Lost:
    if isinstance(failure.error, _OUT_OF_MEMORY):
        return Lost(failure.path, f"takes more memory than {size_text(settings.memory)}" if settings.memory else "takes more memory than there is")
    return Lost(failure.path, failure.reason)


def is_out_of_memory(part: Part) -> bool:
    """Whether a part tells that memory ran out, after which a process is not to be trusted."""
    return isinstance(part, Lost) and part.reason.startswith("takes more memory than ")
