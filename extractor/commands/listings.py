"""`formats`, `columns`, `schema`: what there is to know of inputs and outputs."""

from extractor.commands.output import Output, check_output, with_output, write_table
from extractor.commands.streams import ending_well, is_terminal, write_blocks, write_out


def formats() -> None:
    """List what files can be read, and the command that adds what is missing."""
    from extractor.formats_text import COLUMNS, rows_of
    from extractor.report_text import Block, tsv

    with ending_well():
        if is_terminal():
            write_blocks([Block("", rows_of(), COLUMNS)])
        else:
            write_out(tsv(COLUMNS, rows_of()))


@with_output
def columns(*, out: Output) -> None:
    """Print the dictionary of columns: name, type and meaning of each.

    With --shape, those of one shape.
    """
    shape, out = out.of_shapes()
    check_output(out, [], "columns")
    from extractor.writers.columns import columns_of
    from extractor.writers.store import dictionary_rows
    from extractor.writers.tables import Table

    with ending_well():
        write_table(out, Table("columns", columns_of("columns"), [list(dictionary_rows([shape] if shape else None))]))


def schema() -> None:
    """Print the JSON Schema of a record."""
    import json

    from schemas import json_schema

    with ending_well():
        write_out(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")
