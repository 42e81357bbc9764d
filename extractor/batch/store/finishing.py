"""What is done when all files are in: indexes, the links between reports that are the same, the panel."""

import sqlite3

from extractor.batch.store.database import remember, state, transaction
from extractor.batch.store.panel import refresh_panel
from extractor.batch.store.schema import late_statements
from extractor.batch.store.twins import link_twins

_MARK = "unlinked"  # there since the last file was put in


def is_unfinished(connection: sqlite3.Connection) -> bool:
    """Whether files were put in since the store was last finished."""
    return state(connection, _MARK) is not None


def finish(connection: sqlite3.Connection) -> None:
    """Does it, all or nothing, where something was put in."""
    if not is_unfinished(connection):
        return
    with transaction(connection):
        for statement in late_statements():
            connection.execute(statement)
        link_twins(connection)
        refresh_panel(connection)
        remember(connection, _MARK, None)
