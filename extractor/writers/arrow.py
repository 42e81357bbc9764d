"""Tables as Arrow batches with typed columns: what Parquet and DuckDB are written from.

Values are decimals of 38 digits, ten of them behind the mark. A number that needs more (an identifier mistaken for an amount) is left empty, never rounded;
``written`` has its digits.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

import pyarrow as pa

from extractor.writers.cells import Cell, Row
from extractor.writers.columns import Column, Type
from extractor.writers.wishes import Wishes

DIGITS, PLACES = 38, 10
CELLS = 250_000  # of a batch: enough to be worth writing, and few enough to be held

_TYPES: dict[Type, Any] = {
    "text": pa.string(),
    "id": pa.string(),
    "integer": pa.int64(),
    "decimal": pa.decimal128(DIGITS, PLACES),
    "real": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}
_LARGEST = Decimal(10) ** (DIGITS - PLACES)


def schema_of(columns: Iterable[Column], wishes: Wishes) -> pa.Schema:
    """The types of some columns, with their names and meanings as metadata of each field."""
    return pa.schema([_field(column, wishes) for column in columns])


def batches(chunks: Iterable[Sequence[Row]], columns: Sequence[Column], schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """Chunks of lines as batches of a size that is worth writing."""
    rows: list[Row] = []
    most = CELLS // max(1, len(columns))
    for chunk in chunks:
        rows += chunk
        if len(rows) >= most:
            yield _batch(rows, columns, schema)
            rows = []
    if rows:
        yield _batch(rows, columns, schema)


def _field(column: Column, wishes: Wishes) -> pa.Field:
    metadata = {"name": column.name, "zh": column.zh, "en": column.en, "description": column.meaning, "description_zh": column.meaning_zh}
    return pa.field(column.title(wishes.lang), _TYPES[column.type], metadata=metadata)


def _batch(rows: list[Row], columns: Sequence[Column], schema: pa.Schema) -> pa.RecordBatch:
    arrays = [
        pa.array(map(fitting, cells) if column.type == "decimal" else cells, field.type)
        for column, field, cells in zip(columns, schema, zip(*rows, strict=True), strict=True)
    ]
    return pa.record_batch(arrays, schema=schema)


def fitting(cell: Cell) -> Decimal | None:
    """A number if it has a place in a decimal column, else nothing.

    >>> fitting(Decimal("17700.25")), fitting(Decimal(10) ** 28), fitting(Decimal("1E-11"))
    (Decimal('17700.25'), None, None)
    """
    if not isinstance(cell, Decimal) or not -_LARGEST < cell < _LARGEST:
        return None
    exponent = cell.as_tuple().exponent
    return cell if isinstance(exponent, int) and exponent >= -PLACES else None
