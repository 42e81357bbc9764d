"""The tables of a database: what each holds, how its lines are known, and which lines of other tables they lead to.

Every table of a shape has the columns of the shape and then ``report``, the number of the report; a line is known by that and its ``id``.

>>> [relation.name for relation in RELATIONS]
['reports', 'sections', 'indicators', 'numerals', 'checks', 'check_indicators', 'panel_lines', 'panel_cells', 'columns']
"""

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.writers.columns import Column, Type, columns_of, names_of

REPORT = "report"


@dataclass(frozen=True, slots=True)
class Link:
    """Columns that lead to the lines of a table known by the columns ``there``; ``to_lines``: only where none of those lines is left out."""

    columns: tuple[str, ...]
    table: str
    there: tuple[str, ...]
    to_lines: bool = True


@dataclass(frozen=True, slots=True)
class Relation:
    """A table: its columns in order, its key, its links, and the columns that people look things up by."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()


def _column(name: str, kind: Type, meaning: str) -> Column:
    return Column(name, kind, name, name, meaning, meaning, width=8)


def _link(column: str, table: str) -> Link:
    return Link((REPORT, column), table, (REPORT, "id"))


_REPORT = _column(REPORT, "integer", "number of the report in this database")
_TO_REPORT = Link((REPORT,), "reports", (REPORT,), to_lines=False)
_CHECK = _column("id", "integer", "number of the check in its report")
_LINE = _column("line", "integer", "number of the line of the panel")
_PANEL = columns_of("panel")

RELATIONS = (
    Relation(
        "reports",
        (*columns_of("reports"), _REPORT, _column("record", "text", "the whole record as JSON")),
        (REPORT,),
        indexes=(("issuer", "year"), ("region_code",)),
    ),
    Relation("sections", (*columns_of("sections"), _REPORT), (REPORT, "id"), (_TO_REPORT, _link("parent", "sections"))),
    Relation(
        "indicators",
        (*columns_of("indicators"), _REPORT, _column("section_id", "integer", "id of the section that it stands in")),
        (REPORT, "id"),
        (_TO_REPORT, _link("section_id", "sections"), _link("repeats", "indicators"), _link("part_of", "indicators")),
        (("code", "year"),),
    ),
    Relation("numerals", (*columns_of("numerals"), _REPORT), (REPORT, "start"), (_TO_REPORT, _link("indicator", "indicators"))),
    Relation("checks", (*columns_of("checks"), _REPORT, _CHECK), (REPORT, "id"), (_TO_REPORT,)),
    Relation(
        "check_indicators",
        (_REPORT, _column("check_id", "integer", "id of the check"), _column("indicator", "integer", "id of a figure that it is about")),
        (),
        (_link("check_id", "checks"), _link("indicator", "indicators")),
        ((REPORT, "indicator"),),
    ),
    Relation("panel_lines", (_LINE, *_PANEL), ("line",)),
    Relation(
        "panel_cells",
        (
            _LINE, *(column for column in columns_of("indicators") if column.name in ("code", "value", "unit")),
            _column("rivals", "text", "other whole figures of the year, where there are any"),
            _column("note", "text", "what the value does not show"),
            _REPORT, _column("indicator", "integer", "id of the figure that is shown"),
        ),
        ("line", "code"),
        (Link(("line",), "panel_lines", ("line",), to_lines=False), _link("indicator", "indicators")),
        (("code",),),
    ),
    Relation("columns", columns_of("columns"), ("shape", "column")),
)  # fmt: skip

# Of files that gave no report. A store that grows with its folder has the same two columns among others.
FAILURES = Relation(
    "failures",
    (_column("path", "text", "path of a file that gave no report"), _column("reason", "text", "why it could not be read")),
)


def create_statements(relation: Relation, types: dict[Type, str], *, links: bool) -> Iterator[str]:
    """The SQL that makes a table. ``types`` are the names that the database has for types; without ``links`` no line has to lead anywhere.

    >>> next(create_statements(RELATIONS[1], {"text": "TEXT", "id": "TEXT", "integer": "INTEGER"}, links=False))[:56]
    'CREATE TABLE "sections" ("source" TEXT, "issuer" TEXT, "'
    """
    parts = [f"{quoted(column.name)} {types[column.type]}" for column in relation.columns]
    if relation.key:
        parts.append(f"PRIMARY KEY ({_list(relation.key)})")
    held = (link for link in relation.links if links or not link.to_lines)
    parts += (f"FOREIGN KEY ({_list(link.columns)}) REFERENCES {quoted(link.table)} ({_list(link.there)})" for link in held)
    yield f"CREATE TABLE {quoted(relation.name)} ({', '.join(parts)})"


def index_statements(relation: Relation) -> Iterator[str]:
    """The SQL that makes the indexes of a table, once it is filled."""
    for columns in relation.indexes:
        yield f"CREATE INDEX {quoted('_'.join(('by', relation.name, *columns)))} ON {quoted(relation.name)} ({_list(columns)})"


def panel_statement(codes: tuple[str, ...]) -> str:
    """The SQL of the view ``panel``: a line an issuer and year, a column a code; behind them a line for each file that could not be read."""
    names = [*names_of(_PANEL[:4]), *codes, *names_of(_PANEL[4:])]
    unread = {"sources": "path", "unread": "reason"}
    cells = {code: f"MAX(CASE WHEN c.code = {text_literal(code)} THEN c.value END)" for code in codes}
    lines = {name: f"l.{quoted(name)}" for name in names_of(_PANEL)}
    read = ", ".join(f"{(lines | cells)[name]} AS {quoted(name)}" for name in names)
    tables = "panel_lines AS l LEFT JOIN panel_cells AS c ON c.line = l.line"
    of_reports = f"SELECT l.line AS line, {read} FROM {tables} GROUP BY l.line, {', '.join(lines.values())}"  # noqa: S608, names and codes are quoted
    of_failures = f"SELECT NULL, {', '.join(unread.get(name, 'NULL') for name in names)} FROM {FAILURES.name}"  # noqa: S608, names of our own
    selected = ", ".join(map(quoted, names))
    return f"CREATE VIEW panel AS SELECT {selected} FROM ({of_reports} UNION ALL {of_failures}) ORDER BY line IS NULL, line, sources"  # noqa: S608, names and codes are quoted


def insert_statement(relation: Relation) -> str:
    """The SQL that puts one line into a table."""
    return f"INSERT INTO {quoted(relation.name)} VALUES ({', '.join('?' * len(relation.columns))})"  # noqa: S608, names of our own


def _list(columns: tuple[str, ...]) -> str:
    return ", ".join(map(quoted, columns))


def quoted(name: str) -> str:
    """A name as SQL takes it, whatever is in it.

    >>> quoted("penalty.fines")
    '"penalty.fines"'
    """
    return '"' + name.replace('"', '""') + '"'


def text_literal(words: str) -> str:
    """Words as SQL takes them."""
    return "'" + words.replace("'", "''") + "'"
