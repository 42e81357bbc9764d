"""The formats that can be read, as a table for people.

>>> COLUMNS
('type', 'what it is', 'state', 'to add it')
>>> rows_of()[-1]
('txt', 'plain text', 'ready', '')
"""

from extractor.readers.formats import Format, install_command, readable_formats

COLUMNS = ("type", "what it is", "state", "to add it")
# Archives are no formats of reports: each file in them has its own.
_ARCHIVES = ("zip, tar, gz, bz2, xz", "archives, read like folders", "ready", "")


def rows_of() -> tuple[tuple[str, ...], ...]:
    """A line for each format that has a reader, in the order in which they are recognised: plain text is what is left."""
    return (_ARCHIVES, *map(_row, readable_formats()))


def _row(known: Format) -> tuple[str, ...]:
    return (known.key, known.name, "ready", "") if known.is_installed else (known.key, known.name, "missing", install_command(known))
