"""Who wrote what when: the entries of a record or of the project as people read them."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from framework_qda.model import Action
from framework_qda.project import journal_tables as tables
from framework_qda.project.entry import Entry
from framework_qda.project.journal import action_of
from framework_qda.project.registry import REGISTRY


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One entry as the history shows it: its action and the values that it assigned, erased ones left out.

    `stands_for` names for a field the entry whose value was put back, which is whose value it still is.
    """

    id: str
    action: Action
    values: Mapping[str, Any]
    stands_for: Mapping[str, str]


def record_history(connection: sqlite3.Connection, record_id: str) -> list[HistoryEntry]:
    """Return what was ever written in a record, the newest first."""
    entries = sorted(tables.entries_of_entity(connection, record_id), key=lambda entry: entry.rank, reverse=True)
    return [HistoryEntry(entry.id, action_of(entry), _values(entry), _put_back(entry)) for entry in entries]


def project_history(connection: sqlite3.Connection, limit: int) -> list[Action]:
    """Return the last actions of the project, the newest first, each named after its first entry."""
    rows = connection.execute(
        """
        select min(n) from change
        group by action
        order by max(n) desc
        limit :limit
        """,
        {"limit": limit},
    )
    first = (tables.entry_in_row(connection, n) for (n,) in rows.fetchall())
    return [action_of(entry) for entry in first]


def texts_ever(connection: sqlite3.Connection, type_name: str, field: str) -> dict[str, tuple[str, ...]]:
    """Return what a field of the records of a type ever said, of deleted ones too: id -> texts, the oldest first.

    Of one visit of the field only the last text counts; what was erased is not among them.
    """
    rows = connection.execute(
        f"""
        select head, payload, id from change
        where entity in (select id from [{type_name}]) and json_type(head, :path) is not null
        order by n
        """,
        {"path": f"$.f.{field}"},
    )
    found: dict[str, dict[str, str]] = {}
    for entry in (Entry(*row) for row in rows):
        value = entry.values.get(field)
        if isinstance(value, str):
            found.setdefault(entry.entity, {})[entry.action] = value
    return {entity: tuple(dict.fromkeys(texts.values())) for entity, texts in found.items()}


def origin_of(entry: HistoryEntry, field: str, entries: Iterable[HistoryEntry]) -> HistoryEntry:
    """Return who first wrote a value that an entry holds: not who only put it back."""
    by_id = {each.id: each for each in entries}
    seen: set[str] = set()
    while entry.id not in seen:
        seen.add(entry.id)
        entry = by_id.get(entry.stands_for.get(field, ""), entry)
    return entry


def _put_back(entry: Entry) -> dict[str, str]:
    return {field: place for field, place in entry.extra.get("as", {}).items() if isinstance(place, str)}


def _values(entry: Entry) -> dict[str, Any]:
    spec = REGISTRY.get(entry.type_name)
    if spec is None:
        return {}
    return {leaf: spec.value(leaf, value) for leaf, value in entry.values.items() if leaf in spec.fields}
