"""Parquet: typed columns, with what each means in the metadata of its field.

>>> from extractor.writers.tables import table_of
>>> b"".join(write_table(table_of([], Wishes()), Target(), Wishes()))[:4]
b'PAR1'
"""

from collections.abc import Iterator
from pathlib import Path

from extractor.writers.destination import built
from extractor.writers.formats import Target
from extractor.writers.tables import Table
from extractor.writers.wishes import Wishes


def write_table(table: Table, target: Target, wishes: Wishes) -> Iterator[bytes]:
    """The lines of a table in batches."""
    return built(lambda path: _build(table, wishes, path), target.folder)


def _build(table: Table, wishes: Wishes, path: Path) -> None:
    import pyarrow.parquet as pq

    from extractor.writers.arrow import batches, schema_of

    schema = schema_of(table.columns, wishes)
    with pq.ParquetWriter(path, schema) as writer:
        for batch in batches(table.chunks, table.columns, schema):
            writer.write_batch(batch)
