"""How right the program is, and what a change to its rules gained and lost.

    python -m tests.accuracy             by code and in all, over the corpus, the specimens and the real reports; and against the saved state
    python -m tests.accuracy --totals    the same without the codes
    python -m tests.accuracy --faults s06 government    whatever is wrong in texts of these names
    python -m tests.accuracy --save      and keeps this state for the next comparison
    python -m tests.accuracy --known     writes tests/golden/known.toml anew, takes out the xfail lines of passages that are read right, and
                                         tells what has no reason yet

The real reports are counted where FAZHI_SHARED is, or ../shared.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence

from rich.console import Console

from tests.accuracy_known import update_known
from tests.accuracy_sources import checks_by_source
from tests.accuracy_state import compared, load_state, save_state
from tests.accuracy_tables import changes_table, codes_table, summary, totals_table
from tests.accuracy_xfails import drop_mended
from tests.labels import Check
from tests.passages import load_passages, open_fields

Sources = Mapping[str, Sequence[Check]]

# Of what is written to a file or a pipe.
_WIDTH = 140


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the comparison and prints what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--totals", action="store_true")
    parser.add_argument("--faults", nargs="+", metavar="NAME", default=[])
    parser.add_argument("--save", action="store_true")
    parser.add_argument("--known", action="store_true")
    options = parser.parse_args(arguments)
    sources = checks_by_source()
    console = Console(highlight=False, width=None if sys.stdout.isatty() else _WIDTH)
    if options.faults:
        show_faults(console, sources, options.faults)
    elif options.known:
        show_known(console, sources)
    else:
        show_counts(console, sources, codes=not options.totals)
        show_changes(console, sources)
    if options.save:
        save_state(sources)


def show_counts(console: Console, sources: Sources, *, codes: bool) -> None:
    """Prints the tables of each source."""
    for source, checks in sources.items():
        if codes:
            console.print(codes_table(source, checks))
        console.print(totals_table(source, checks))
    console.print(f"corpus, not judged for two readings: {', '.join(f'{field} {number}' for field, number in sorted(open_fields().items())) or 'none'}")


def show_changes(console: Console, sources: Sources) -> None:
    """Prints what was gained and lost against the saved state."""
    changes = compared(sources, load_state())
    if any(difference.gained or difference.lost for difference in changes.values()):
        console.print(changes_table(changes))
    console.print(summary(changes) or "no state is saved")


def show_faults(console: Console, sources: Sources, names: Sequence[str]) -> None:
    """Prints a line for whatever is wrong in the texts whose names begin so."""
    for checks in sources.values():
        for check in checks:
            if check.fault and check.text.startswith(tuple(names)):
                console.print(check.told(), soft_wrap=True)


def show_known(console: Console, sources: Sources) -> None:
    """Brings the known differences up to date, those of specimens and of passages, and prints what has no reason yet."""
    for check, reason in update_known(sources["specimens"]):
        if not reason:
            console.print(check.told(), soft_wrap=True)
    for passage in drop_mended(sources["corpus"]):
        console.print(f"{passage.name}: read right now", soft_wrap=True)
    explained = {passage.name for passage in load_passages() if passage.xfail}
    for check in sources["corpus"]:
        if check.fault and check.text not in explained:
            console.print(check.told(), soft_wrap=True)


if __name__ == "__main__":
    main()
