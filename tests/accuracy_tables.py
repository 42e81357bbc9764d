"""The tables of a run: totals, codes, and what changed since the state was saved."""

from collections.abc import Mapping, Sequence

from rich.table import Table

from tests.accuracy_state import Difference
from tests.accuracy_tally import Count, by_code, by_measure, naming
from tests.labels import Check

_COLUMNS = ("labels", "right", "wrong", "missed", "precision", "recall")


def totals_table(source: str, checks: Sequence[Check]) -> Table:
    """Every measure of a source. F1 of a field that each figure has is simply the share that is right."""
    table = _table(f"{source}: totals", "measure", *_COLUMNS, "F1")
    for measure, count in by_measure(checks).items():
        table.add_row(measure, *_cells(count), _share(count.f1))
    texts = {check.text for check in checks}
    whole = len(texts - {check.text for check in checks if check.fault})
    table.add_row("texts, all right", str(len(texts)), str(whole), *["" for _ in _COLUMNS[2:]], _share(whole / len(texts)))
    names = naming(checks)
    table.add_row("names", *["" for _ in _COLUMNS], _share(names))
    return table


def codes_table(source: str, checks: Sequence[Check]) -> Table:
    """Every code of a source."""
    table = _table(f"{source}: codes", "code", *_COLUMNS)
    for code, count in by_code(checks).items():
        table.add_row(code, *_cells(count), style="" if count.right == count.gold == count.found else "yellow")
    return table


def changes_table(changes: Mapping[str, Difference]) -> Table:
    """What each source gained and lost, a line each."""
    table = _table("since the state was saved", "", "where", "field", "label", "program")
    for gained, lost in changes.values():
        for sign, style, checks in (("+", "green", gained), ("-", "red", lost)):
            for check in checks:
                table.add_row(sign, f"{check.text}, {check.at}", check.what, check.want or "none", check.got or "none", style=style)
    return table


def summary(changes: Mapping[str, Difference]) -> str:
    """How much was gained and lost, in a line."""
    return "; ".join(f"{source}: {len(gained)} gained, {len(lost)} lost" for source, (gained, lost) in changes.items())


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left")
    for column in columns:
        table.add_column(column, justify="right" if column in {*_COLUMNS, "F1"} else "left", overflow="fold")
    return table


def _cells(count: Count) -> list[str]:
    return [str(count.gold), str(count.right), str(count.wrong), str(count.missed), _share(count.precision), _share(count.recall)]


def _share(share: float | None) -> str:
    return "-" if share is None else f"{share:.4f}"
