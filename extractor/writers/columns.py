"""The columns of every flat output: their names, types and meanings, from `columns.toml`.

>>> [column.name for column in columns_of("indicators")][:3]
['source', 'title', 'issuer']
>>> columns_of("reports")[5].zh, columns_of("reports")[5].type
('区划代码', 'id')
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Type = Literal["text", "id", "integer", "decimal", "real", "boolean", "date"]
Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its ``name`` for programs, its names and meanings for people, its type, and its width in characters."""

    name: str
    type: Type
    zh: str
    en: str
    meaning: str
    meaning_zh: str
    width: int

    def title(self, lang: Language | None = None) -> str:
        """What heads the column: its name for programs, unless a language is asked for.

        >>> columns_of("panel")[2].title(), columns_of("panel")[2].title("zh")
        ('year', '报告年度')
        """
        return self.name if lang is None else self.zh if lang == "zh" else self.en


@cache
def columns_of(shape: str) -> tuple[Column, ...]:
    """The columns of a shape in their order; of a panel, those around the columns of the indicators."""
    known = _dictionary()["columns"]
    return tuple(Column(name, **known.get(f"{shape}.{name}") or known[name]) for name in _dictionary()["shapes"][shape])


def names_of(columns: Iterable[Column]) -> tuple[str, ...]:
    """The names by which programs know some columns."""
    return tuple(column.name for column in columns)


def shapes() -> tuple[str, ...]:
    """The shapes that the dictionary describes.

    >>> shapes()[0]
    'indicators'
    """
    return tuple(_dictionary()["shapes"])


def brief_columns(shape: str) -> tuple[str, ...]:
    """The columns of a shape that fit on a page or a screen; none where all do.

    >>> brief_columns("indicators")[-2:]
    ('value', 'unit')
    """
    return tuple(_dictionary()["brief"].get(shape, ()))


def figure_column(code: str, zh: str, en: str) -> Column:
    """The column that a panel has for an indicator code.

    >>> figure_column("penalty.fines", "罚款金额", "fines").title("zh")
    '罚款金额'
    """
    meaning = f"{en}: the office's own figure, of the whole and of the year reported on, as said first; 0 where the report says that there was none"
    return Column(code, "decimal", zh, en, meaning, f"{zh}：本单位全部、报告年度之数，以先说者为准；明言没有的为0", width=14)


@cache
def _dictionary() -> dict[str, Any]:
    return tomllib.loads(files("extractor").joinpath("writers", "columns.toml").read_text(encoding="utf-8"))
