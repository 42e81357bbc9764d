"""What is asked of an output, held against what its format and its shape can do, before any work is done.

>>> check_wishes("csv", Wishes(columns=("year", "value")))
>>> check_wishes("parquet", Wishes(header=False))
Traceback (most recent call last):
extractor.writers.errors.WishError: --no-header says nothing of parquet; it is for csv, tsv
"""

from extractor.writers.columns import columns_of
from extractor.writers.errors import WishError
from extractor.writers.formats import FORMATS
from extractor.writers.selection import check_conditions
from extractor.writers.tables import Table, chosen, filtered, shape_of
from extractor.writers.wishes import Wishes

_FLAGS = {"encoding": "--output-encoding", "header": "--no-header", "decimal": "--decimal", "plain": "--plain"}


def check_wishes(name: str, wishes: Wishes, ready: str | None = None) -> None:
    """Raises WishError where a wish says nothing of a format, or names a column that there is not.

    ``ready`` is what a table is called that is made of no reports.
    """
    for wish in _FLAGS:
        check_heeded(name, wish, is_asked=getattr(wishes, wish) != getattr(Wishes(), wish))
    if ready is not None:
        filtered(Table(ready, columns_of(ready), ()), wishes)
        return
    shape = shape_of(FORMATS[name].content, wishes)
    if shape is None and wishes.columns:
        raise WishError(f"{name} holds several tables: say by --shape which of them has the columns")
    lines = "indicators" if shape in (None, "panel") else str(shape)
    check_conditions(lines, wishes)
    if shape not in (None, "panel"):
        chosen(Table(lines, columns_of(lines), ()), wishes)


def check_heeded(name: str, wish: str, *, is_asked: bool) -> None:
    """Raises WishError where a wish is asked for that a format does not know."""
    if is_asked and wish not in FORMATS[name].heeds:
        others = ", ".join(other for other, known in FORMATS.items() if wish in known.heeds)
        raise WishError(f"{_FLAGS.get(wish, '--' + wish)} says nothing of {name}; it is for {others}")
