"""Options that several commands take."""

from typing import Annotated

import typer

from extractor.errors import ReadError


def _known_encoding(name: str | None) -> str | None:
    from extractor.readers.demands import check_encoding

    try:
        return check_encoding(name) if name else None
    except ReadError as error:
        raise typer.BadParameter(f"{error}.") from error


def _known_type(key: str | None) -> str | None:
    from extractor.readers.formats import readable_formats

    keys = [known.key for known in readable_formats()] if key else []
    if key is not None and key not in keys:
        raise typer.BadParameter(f"{key} is none of {', '.join(keys)}.")
    return key


Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Reports, folders and archives of reports (searched to the bottom), or - for standard input.")]
OneFile = Annotated[str, typer.Argument(metavar="FILE", help="A report, or - for standard input.")]
Records = Annotated[
    list[str], typer.Argument(metavar="RECORDS", help="Records that were written before: jsonl, json, sqlite or duckdb, or - for jsonl on standard input.")
]
OwnRules = Annotated[
    list[str] | None,
    typer.Option("--catalogue", metavar="FILE", help="Rules of your own (TOML), which add to the packaged ones or replace them. May be given again."),
]
Theme = Annotated[str | None, typer.Option(metavar="THEME", help="Only the rules of a theme, such as penalty.")]
Encoding = Annotated[
    str | None, typer.Option(metavar="NAME", callback=_known_encoding, help="The encoding of all files, such as gb18030. Default: what their bytes tell.")
]
OutputEncoding = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", callback=_known_encoding, help="The encoding of text, such as gb18030 for an old Excel. Default: UTF-8, in files of CSV with its mark."
    ),
]
Type = Annotated[
    str | None,
    typer.Option(
        "--type", metavar="TYPE", callback=_known_type, help="What all files are, such as html; fazhi formats lists them. Default: what their bytes tell."
    ),
]
