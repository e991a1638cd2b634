"""What a sub-topic was defined as when a cell was charted: asked of the journal, which keeps every definition."""

import sqlite3
from collections.abc import Iterable

from framework_qda.project import journal_tables as tables


def definition_when_written(
    connection: sqlite3.Connection, cell_id: str, subtopic_id: str, revision_ids: Iterable[str]
) -> str:
    """Return the definition under which a cell was last written before the first of some revisions.

    What the action of that revision itself wrote in the cell, as a merge does, does not count.
    """
    revisions = [entry for each in revision_ids for entry in tables.entries_of_entity(connection, each)]
    if not revisions:
        return ""
    first = min(revisions, key=lambda entry: entry.rank)
    written = [
        entry.rank
        for entry in tables.entries_of_entity(connection, cell_id)
        if entry.rank < first.rank and entry.action != first.action
    ]
    last = max(written, default=first.rank)
    definition = ""
    for entry in sorted(tables.entries_of_entity(connection, subtopic_id), key=lambda each: each.rank):
        is_known, value = entry.value_of(subtopic_id, "definition")
        if is_known and entry.rank <= last:
            definition = str(value)
    return definition
