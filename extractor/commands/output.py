"""The output flags, one set for every command that writes, and the writing itself."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from extractor.commands.flags import with_flags
from extractor.commands.options import OutputEncoding
from extractor.commands.streams import is_terminal, opened
from extractor.writers import FORMATS, SHAPES, Target, format_of_name, load_table_writer, load_writer, missing_packages
from extractor.writers.errors import WishError

if TYPE_CHECKING:
    from extractor.indicators.rules import Rule
    from extractor.writers.tables import Table
    from extractor.writers.unread import Outcome
    from extractor.writers.wishes import Wishes

STANDARD_OUTPUT = "-"


def _known_format(name: str | None) -> str | None:
    return _one_of(name, FORMATS)


def _known_shape(name: str | None) -> str | None:
    return _one_of(name, SHAPES)


def _one_of(name: str | None, known: Iterable[str]) -> str | None:
    if name is not None and name not in known:
        raise typer.BadParameter(f"{name} is none of {', '.join(known)}.")
    return name


_FORMAT_HELP = "; ".join(f"{name}: {known.summary}" for name, known in FORMATS.items())
_DEFAULT_HELP = "Default: what FILE is called; table to a terminal; else jsonl."

FormatName = Annotated[str | None, typer.Option("--format", "-f", metavar="FORMAT", callback=_known_format, help=f"{_FORMAT_HELP}. {_DEFAULT_HELP}")]
OutputFile = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, which is there only when it is whole.")]
ShapeName = Annotated[
    str | None, typer.Option("--shape", metavar="SHAPE", callback=_known_shape, help=f"What is a line: {', '.join(SHAPES)}. Default: indicators in lines.")
]
Columns = Annotated[str | None, typer.Option(metavar="A,B,…", help="Only these columns, in this order; fazhi columns lists them.")]
Codes = Annotated[str | None, typer.Option(metavar="A,B,…", help="Only indicators of these codes, such as penalty.*,review.cases.")]
Where = Annotated[
    list[str] | None,
    typer.Option(metavar="COLUMN=PATTERN", help="Only lines that are so: code=penalty.*, year>=2020, unit!=%. May be given again; then all have to hold."),
]
NoHeader = Annotated[bool, typer.Option("--no-header", help="Leave out the line of names (csv, tsv).")]
Lang = Annotated[Literal["zh", "en"] | None, typer.Option(help="Names of columns and indicators in Chinese or English. Default: names for programs.")]
Decimal = Annotated[Literal[".", ","], typer.Option(help="The decimal mark (csv, tsv, markdown); with a comma, semicolons part the cells of csv.")]
Money = Annotated[Literal["元", "万元"], typer.Option(help="The unit of amounts in 元.")]
Plain = Annotated[
    bool, typer.Option("--plain", help="Without the apostrophe that keeps a spreadsheet from taking words for formulas, numbers or dates (csv, tsv).")
]
DataPackage = Annotated[bool, typer.Option("--datapackage", help="Describe the file in a datapackage.json beside it (csv, tsv).")]


@dataclass(frozen=True, slots=True)
class Output:
    """Where output goes (None: standard output), in which format, and what is asked of it."""

    file: str | None
    format: str
    given: dict[str, Any] = field(default_factory=dict)
    datapackage: bool = False

    def of_shapes(self) -> "tuple[str | None, Output]":
        """The shape, and the output without it: for a table that is about shapes and has none."""
        return self.given["shape"], replace(self, given=self.given | {"shape": None})

    def wishes(self, rules: "Iterable[Rule]" = ()) -> "Wishes":
        """What is asked of it, with the names that rules have for codes. Raises WishError."""
        from extractor.writers.wishes import Wishes, parse_condition

        where = tuple(map(parse_condition, self.given["where"]))
        return Wishes(**self.given | {"where": where}, names={rule.code: (rule.name, rule.name_en) for rule in rules})

    def names(self, rules: "tuple[Rule, ...] | None" = None) -> "tuple[Rule, ...]":
        """The rules whose names make a difference; ``rules`` takes the place of the packaged ones."""
        from extractor.indicators.rules import load_rules

        is_shown = self.given["lang"] is not None or self.given["shape"] == "panel" or self.format == "xlsx"
        return () if not is_shown else load_rules() if rules is None else rules


def check_output(out: Output, inputs: Iterable[str], ready: str | None = None) -> None:
    """Complains of an output that cannot be meant, before any work is done.

    ``inputs`` are the paths that are to be read; ``ready`` is what a table is called that is made of no reports.
    """
    from extractor.outputs import objection

    reason = objection(out.file, inputs) if out.file is not None else None
    if reason:
        raise typer.BadParameter(reason, param_hint="-o")
    missing = missing_packages(out.format)
    if missing:
        raise typer.BadParameter(f"{out.format} needs {' and '.join(missing)}: pip install 'fazhi[{out.format}]'.", param_hint="-f")
    if FORMATS[out.format].is_binary and out.file is None and is_terminal():
        raise typer.BadParameter(f"{out.format} is nothing for a terminal: say where it goes.", param_hint="-o")
    try:
        _check_wishes(out, ready)
    except WishError as error:
        raise typer.BadParameter(str(error) if str(error).endswith("?") else f"{error}.") from error


def write_reports(out: Output, outcomes: "Iterable[Outcome]", rules: "tuple[Rule, ...] | None" = None) -> None:
    """Writes reports as they come, and which files gave none where the output has a place for it."""
    from extractor.writers.tables import table_of

    wishes = out.wishes(out.names(rules))
    if out.datapackage:
        _write_described(out, table_of(outcomes, wishes), wishes)
    else:
        _write(out.file, lambda target: load_writer(out.format)(outcomes, target, wishes))


def write_table(out: Output, table: "Table") -> None:
    """Writes a table that is made of no reports."""
    from extractor.writers.tables import filtered

    _write_described(out, filtered(table, out.wishes()), out.wishes())


def _write_described(out: Output, table: "Table", wishes: "Wishes") -> None:
    from extractor.writers.datapackage import write_beside

    _write(out.file, lambda target: load_table_writer(out.format)(table, target, wishes))
    if out.datapackage and out.file is not None:
        write_beside(out.file, table.name, table.columns, wishes)


def _write(file: str | None, pieces: Callable[[Target], Iterable[bytes]]) -> None:
    with opened(file) as (stream, target):
        for piece in pieces(target):
            stream.write(piece)
            stream.flush()


def _check_wishes(out: Output, ready: str | None) -> None:
    from extractor.writers.checking import check_heeded, check_wishes

    check_heeded(out.format, "datapackage", is_asked=out.datapackage)
    if out.datapackage and out.file is None:
        raise WishError("--datapackage describes a file: say which with -o")
    check_wishes(out.format, out.wishes(), ready)


def _output(
    format_name: FormatName = None,
    output: OutputFile = None,
    shape: ShapeName = None,
    columns: Columns = None,
    codes: Codes = None,
    where: Where = None,
    no_header: NoHeader = False,
    lang: Lang = None,
    decimal: Decimal = ".",
    money: Money = "元",
    output_encoding: OutputEncoding = None,
    plain: Plain = False,
    datapackage: DataPackage = False,
) -> Output:
    """The flags, and what they come to."""
    file = None if output in (None, STANDARD_OUTPUT) else output
    given = {
        "shape": shape, "columns": _parted(columns), "codes": _parted(codes), "where": tuple(where or ()), "header": not no_header, "lang": lang,
        "decimal": decimal, "money": money, "encoding": output_encoding, "plain": plain,
    }  # fmt: skip
    return Output(file, format_name or _default_format(file), given, datapackage)


with_output = with_flags(_output, "out")


def _parted(names: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in (names or "").split(",") if name.strip())


def _default_format(file: str | None) -> str:
    if file is None:
        return "table" if is_terminal() else "jsonl"
    name = format_of_name(file)
    if name is None and Path(file).suffix:
        raise typer.BadParameter(f"{Path(file).suffix} tells no format: say which with -f.", param_hint="-o")
    return name or "jsonl"
