"""`catalogue list`, `show`, `test`: the rules that give figures their meaning."""

from typing import Annotated

import typer

from extractor.commands.inputs import rules_of
from extractor.commands.options import OwnRules, Theme
from extractor.commands.streams import FAILED, ending_well, is_terminal, write_blocks, write_out

catalogue = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Show the rules that give figures their meaning, and test them.")


@catalogue.command("list")
def list_rules(theme: Theme = None, own: OwnRules = None) -> None:
    """List the rules: as a table on a terminal, as TSV to a pipe."""
    from extractor.catalogue_text import COLUMNS, rows_of
    from extractor.report_text import Block, tsv

    with ending_well():
        rows = rows_of(rules_of(own), theme)
        if is_terminal():
            write_blocks([Block("", rows, COLUMNS)])
        else:
            write_out(tsv(COLUMNS, rows))


@catalogue.command("show")
def show_rule(code: Annotated[str, typer.Argument(metavar="CODE", help="The code of a rule.")], own: OwnRules = None) -> None:
    """Show everything about a rule."""
    from extractor.catalogue_text import blocks_of
    from extractor.rulebook import find_entry

    with ending_well():
        write_blocks(blocks_of(find_entry(code, rules_of(own), own or ())))


@catalogue.command("test")
def hold_rules(
    files: Annotated[list[str] | None, typer.Argument(metavar="FILE", help="Files of rules to test; all rules where none is named.")] = None,
    own: OwnRules = None,
) -> None:
    """Hold rules against their own examples, counter-examples and known gaps.

    They are tried among all rules of the packaged catalogue.
    """
    from extractor.rulebook import read_rules
    from extractor.trial import outcomes, summary

    with ending_well():
        rules = rules_of([*(own or ()), *(files or ())])
        tried = list(outcomes([rule for file in files for rule in read_rules(file)] if files else rules, rules))
        write_out(summary(tried))
    if any(outcome.wrong for outcome in tried):
        raise typer.Exit(FAILED)
