"""Blocks of lines for people to read: words with their labels, or tables with a header.

>>> print(render([Block("a rule", (("code", "a.b"), ("name", "立案数")))], Target()).decode(), end="")
a rule
  code  a.b
  name  立案数
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from extractor.writers import Target

_TRAILING = regex.compile(r" +$", regex.M)
_UNPRINTABLE = regex.compile(r"\p{C}+")  # what could move a terminal's cursor, or turn its writing round


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of cells below a title; without a ``header`` the first cell of a row is its label."""

    title: str
    rows: tuple[tuple[str, ...], ...]
    header: tuple[str, ...] = ()


def render(blocks: Iterable[Block], target: Target) -> bytes:
    """The blocks as text of a target's width, an empty line between them."""
    stream = io.StringIO()
    colour = target.colour
    console = Console(file=stream, width=target.width, force_terminal=colour, no_color=not colour, legacy_windows=False, highlight=False)
    for index, block in enumerate(block for block in blocks if block.rows):
        for part in _parts(block, is_first=index == 0):
            console.print(part)
    return _TRAILING.sub("", stream.getvalue()).encode()


def tsv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    r"""Rows as tab-separated lines below their header.

    >>> tsv(["code", "units"], [["a.b", "件\t起"]])
    'code\tunits\na.b\t件 起\n'
    """
    return "".join("\t".join(_UNPRINTABLE.sub(" ", cell) for cell in row) + "\n" for row in [header, *rows])


def _parts(block: Block, *, is_first: bool) -> Iterator[RenderableType]:
    if not is_first:
        yield ""
    if block.title:
        yield _text(block.title, "bold")
    yield Padding(_table(block), (0, 0, 0, 2 if block.title else 0))


def _table(block: Block) -> Table:
    table = Table(box=None, pad_edge=False, show_header=bool(block.header), header_style="dim", padding=(0, 2, 0, 0))
    columns = block.header or [""] * max(map(len, block.rows))
    for index, name in enumerate(columns):
        table.add_column(name, style="" if block.header or index else "dim", overflow="fold", no_wrap=index == 0)
    for row in block.rows:
        table.add_row(*map(_text, row))
    return table


def _text(words: str, style: str = "") -> Text:
    return Text(_UNPRINTABLE.sub(" ", words), style=style)
