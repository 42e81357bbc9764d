"""Holds rules against their own examples: ``python -m extractor.indicators.trial FILE.toml …`` prints what does not hold."""

import sys

from extractor.rulebook import read_catalogue, read_rules
from extractor.trial import mismatch, outcomes, read_example

__all__ = ["mismatch", "read_example"]

if __name__ == "__main__":
    _rules = read_catalogue(sys.argv[1:])
    _found = list(outcomes([rule for path in sys.argv[1:] for rule in read_rules(path)] or _rules, _rules))
    _wrong = [outcome for outcome in _found if outcome.wrong]
    sys.stdout.write("".join(f"{line}\n" for line in [*_wrong, f"{len(_wrong)} of {len(_found)} do not hold"]))
    sys.exit(bool(_wrong))
