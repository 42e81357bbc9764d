"""Reports as a function of Arrow record batches: paths or bytes in, records out. It is what Spark's mapInArrow, Ray Data and Dask take.

>>> import pyarrow as pa
>>> batch = pa.record_batch({"path": ["a.txt"], "content": pa.array(["立案3件。".encode()])})
>>> [made] = extract_batches([batch])
>>> made.schema.names, made["path"].to_pylist(), made["reason"].to_pylist()
(['file', 'path', 'record', 'reason'], ['a.txt'], [None])
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from extractor.batch.extraction import parts_at, parts_in
from extractor.batch.parts import Lost, Made, Settings

if TYPE_CHECKING:
    import pyarrow as pa

COLUMNS = ("file", "path", "record", "reason")
ROWS = 64  # of a batch that leaves: some five megabytes


def schema() -> "pa.Schema":
    """What leaves: a row for each report or failure. ``file`` is the path that came in and ``path`` that of the report, which may lie in an archive.

    ``record`` is the report as JSON, ``reason`` why there is none; one of them is null.
    """
    import pyarrow as pa

    return pa.schema([(name, pa.string()) for name in COLUMNS])


def extract_batches(batches: "Iterable[pa.RecordBatch]", settings: Settings | None = None) -> "Iterator[pa.RecordBatch]":
    """For each row of a column ``path`` and, where there is one, of bytes in a column ``content``, its reports, in order; a failure never ends the rest.

    Without ``content`` a path is opened: on this machine, or where the address says that it lies (s3://…), by way of fsspec.
    Nothing outside is read or changed but that; the same rows make the same rows, on whichever machine.
    """
    asked = settings or Settings(with_tables=False)
    waiting: list[dict[str, str | None]] = []
    for batch in batches:
        for path, content in _inputs(batch):
            for part in parts_at(path, asked) if content is None else parts_in(content, path, asked):
                waiting.append(_row(path, part))
                if len(waiting) >= ROWS:
                    yield _batch(waiting)
                    waiting = []
    if waiting:
        yield _batch(waiting)


def extract_table(table: "pa.Table") -> "pa.Table":
    """The same of a whole table, as Ray Data and Dask hand it over."""
    import pyarrow as pa

    return pa.Table.from_batches(extract_batches(table.to_batches()), schema())


def _inputs(batch: "pa.RecordBatch") -> Iterator[tuple[str, bytes | None]]:
    paths = batch.column("path").to_pylist()
    contents = batch.column("content").to_pylist() if "content" in batch.schema.names else [None] * len(paths)
    return zip(paths, contents, strict=True)


def _row(file: str, part: Made | Lost) -> dict[str, str | None]:
    if isinstance(part, Made):
        return {"file": file, "path": part.path, "record": part.record.decode(), "reason": None}
    return {"file": file, "path": part.path, "record": None, "reason": part.reason}


def _batch(rows: list[dict[str, str | None]]) -> "pa.RecordBatch":
    import pyarrow as pa

    return pa.RecordBatch.from_pylist(rows, schema=schema())
