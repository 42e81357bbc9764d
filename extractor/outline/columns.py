r"""Tables that were set a cell a line: headers one below the other, then the head of each row and its numbers.

>>> text = "事项\n受理\n办结\n甲证\n86\n85\n乙证\n41\n41"
>>> [[text[c.slice] for c in row] for row in find_columns(text, Span(0, len(text)))[0]]
[['事项', '受理', '办结'], ['甲证', '86', '85'], ['乙证', '41', '41']]
"""

from collections.abc import Iterator

import regex

from extractor.spans import Span

_LINE = regex.compile(r"[^\n]+")
_NUMBER = regex.compile(r"\s*-?[\d,]*\.?\d+\s*%?\s*")
_VALUE = regex.compile(r"[-—–/]{1,2}|-?[\d,]*\.?\d+\s*%?")
_NO_CELL = regex.compile(r".*(?:[。;:!?]|,(?!\d{3})).*|.{25,}|.*[\t|].*")
FEWEST_ROWS = {1: 4}  # of a table with one column of numbers; others need two
WIDEST = 12  # columns of numbers


def is_number(text: str, cell: Span) -> bool:
    """Whether a cell holds a number and nothing else."""
    return _NUMBER.fullmatch(text, *cell) is not None


def find_columns(text: str, body: Span) -> list[list[list[Span]]]:
    """The tables set a cell a line within the body of a view: each a list of rows, the headers first, each row a list of cells."""
    return [table for run in _runs(text, body) for table in _tables(text, run)]


def _runs(text: str, body: Span) -> Iterator[list[Span]]:
    """Stretches of lines that can be cells."""
    run: list[Span] = []
    for line in _LINE.finditer(text, *body):
        if _NO_CELL.fullmatch(line.group()):
            if run:
                yield run
            run = []
        else:
            run.append(Span(*line.span()))
    if run:
        yield run


def _tables(text: str, run: list[Span]) -> Iterator[list[list[Span]]]:
    values = [_VALUE.fullmatch(text, *line) is not None for line in run]
    place = 0
    while True in values[place:]:
        first = values.index(True, place)
        width = next((i for i in range(first, len(run)) if not values[i]), len(run)) - first
        table = _table(run, values, first, width)
        if table:
            yield table
        place = first + max(width, (len(table) - 1) * (width + 1) - 1 if table else 0)


def _table(run: list[Span], values: list[bool], first: int, width: int) -> list[list[Span]]:
    """The table whose first number is at ``first``; none where its headers or a second row are missing."""
    row, headers = first - 1, first - width - 2
    if headers < 0 or width > WIDEST or any(values[headers:first]):
        return []
    rows = [run[headers:row]]
    while row + width < len(run) and not values[row] and all(values[row + 1 : row + width + 1]):
        rows.append(run[row : row + width + 1])
        row += width + 1
    return rows if len(rows) > FEWEST_ROWS.get(width, 2) else []
