"""The command `fazhi`. What its commands do lies in `extractor.commands`.

Exit status: 0 all done, 1 something could not be read or written, 2 used wrongly, 130 interrupted, 141 the reader of a pipe left.
"""

from typing import Annotated

import typer

from extractor.commands.catalogue import catalogue
from extractor.commands.folders import status, watch
from extractor.commands.listings import columns, formats, schema
from extractor.commands.reading import explain, extract, text
from extractor.commands.records import diff, export


def _print_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import PackageNotFoundError, version

        try:
            typer.echo(f"fazhi {version('fazhi')}")
        except PackageNotFoundError:
            typer.echo("fazhi, not installed")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and leave.")]

app = typer.Typer(name="fazhi", no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
for command in (extract, watch, status, export, diff, text, explain, formats, columns, schema):
    app.command()(command)
app.add_typer(catalogue, name="catalogue")


@app.callback()
def fazhi(version: Version = False) -> None:
    """Read Chinese government annual reports and say what they state."""


def main() -> None:
    """Run the command with the arguments of the process."""
    app()


if __name__ == "__main__":
    main()
