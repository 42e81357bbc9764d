"""Workbooks as a person finds them: every cell of every sheet, and what LibreOffice makes of a file."""

import datetime as dt
import os
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from extractor.writers.cells import Cell

XLSX = "xlsx:Calc MS Excel 2007 XML"


def sheets_of(path: Path) -> dict[str, list[list[Any]]]:
    """The cells of each sheet, from its first line on. In the file an underscore that could begin an escape is one itself."""
    book = openpyxl.load_workbook(path, data_only=True)
    return {sheet.title: [list(map(_unescaped, row)) for row in sheet.iter_rows(values_only=True)] for sheet in book}


def _unescaped(cell: Any) -> Any:
    return cell.replace("_x005F_", "_") if isinstance(cell, str) else cell


def saved_by_office(paths: list[Path], kind: str, read_as: str | None = None) -> list[Path]:
    """The files that LibreOffice saves when it has opened others of one folder; the test is skipped where it is missing."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("no LibreOffice")
    folder, suffix = paths[0].parent, kind.split(":", maxsplit=1)[0]
    to = folder / f"office-{suffix}"
    command = [program, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to", kind, "--outdir", str(to)]
    reading = [f"--infilter={read_as}"] if read_as else []
    subprocess.run([*command, *reading, *map(str, paths)], check=True, capture_output=True, timeout=300, env=os.environ | {"HOME": str(folder)})
    return [to / f"{path.stem}.{suffix}" for path in paths]


def is_same(found: Any, cell: Cell) -> bool:
    """Whether a cell holds what was written, in its own type; empty words are an empty cell."""
    match cell:
        case None | "":
            return found is None
        case str():
            return isinstance(found, str) and found == cell
        case bool():
            return found is cell
        case Decimal() | int() | float():
            return isinstance(found, int | float) and not isinstance(found, bool) and Decimal(repr(found)) == Decimal(str(cell))
        case dt.date():
            return isinstance(found, dt.datetime) and found.date() == cell
