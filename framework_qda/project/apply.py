"""The only writer of state: store entries, then fold anew every entity that they touch.

Because the touched entities are folded by the same function as a whole project, order and repetition of
the entries cannot matter. What is left to get right is which entities are touched: the entity itself,
owners that carry a deletion, the children of a bulk entry, and the targets of an erasure.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from framework_qda.project import journal_tables as tables
from framework_qda.project.entry import ERASE, NEW, SET, Entry
from framework_qda.project.fold import fold_entity, is_understood
from framework_qda.project.projection import rebuild_index, write_bulk, write_folded
from framework_qda.project.registry import REGISTRY


@dataclass
class Applied:
    """What an application of entries did: how many were new, and which records they touched."""

    new_count: int = 0
    touched: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    highest: dict[str, int] = field(default_factory=dict)
    """Replica -> highest Lamport number among the new entries."""


Step: TypeAlias = Callable[[int, int], object]
"""Told how much of how much is done, often enough to show it; what it raises ends the work."""


def no_step(_done: int, _total: int) -> None:
    """Tell nobody how far the work is."""


def apply_entries(connection: sqlite3.Connection, entries: Sequence[Entry], step: Step = no_step) -> Applied:
    """Store the unknown ones among sound entries and bring the state tables up to date.

    The caller holds the transaction and has checked the entries; they may come in any order, repeatedly.
    """
    applied = Applied()
    erased = {tuple(row) for row in connection.execute("select id, leaf from erased")}
    to_fold: dict[tuple[str, str], None] = {}
    fresh: dict[str, Entry] = {}
    bulks = []
    for place, entry in enumerate(entries):
        step(place, 3 * len(entries))
        if not tables.insert_entry(connection, entry):
            continue
        applied.new_count += 1
        applied.highest[entry.replica] = max(applied.highest.get(entry.replica, 0), entry.keys["l"])
        known = _without_erased(connection, entry, erased)
        if entry.kind == ERASE:
            _erase(connection, entry, erased, to_fold)
        fresh[entry.id] = known
        if is_understood(entry):
            _touch(connection, entry, to_fold)
            if entry.bulk and entry.bulk["t"] in REGISTRY:
                bulks.append(known)
    for place, bulk in enumerate(bulks):
        step(len(bulks) + place, 3 * len(bulks))
        child_type = bulk.keys["b"]["t"]
        to_fold.update(((child_type, child), None) for child in write_bulk(connection, bulk))
        applied.touched[child_type].update(bulk.children)
    has_erasure = any(entry.kind == ERASE for entry in entries)
    for place, (name, entity) in enumerate(to_fold):
        step(2 * len(to_fold) + place, 3 * len(to_fold))
        _refold(connection, name, entity, {} if has_erasure else fresh)
        applied.touched[name].add(entity)
    if has_erasure:
        rebuild_index(connection)
    return applied


def rebuild_state(connection: sqlite3.Connection) -> None:
    """Fold the whole journal into empty state tables; the caller holds the transaction.

    The documents come first, for an entry about one paragraph needs the entry that made it.
    """
    to_fold: dict[tuple[str, str], None] = {}
    for entry in tables.all_entries(connection):
        if is_understood(entry):
            to_fold[entry.type_name, entry.entity] = None
    for entry in tables.all_entries(connection):
        if is_understood(entry) and entry.bulk and entry.bulk["t"] in REGISTRY:
            child_type = entry.bulk["t"]
            to_fold.update(((child_type, child), None) for child in write_bulk(connection, entry))
    for name, entity in to_fold:
        _refold(connection, name, entity, {})
    rebuild_index(connection)


def _without_erased(connection: sqlite3.Connection, entry: Entry, erased: set[tuple[str, ...]]) -> Entry:
    """Strip the leaves that an erasure, come earlier, has named: an erased text is never brought back."""
    leaves = {leaf for entry_id, leaf in erased if entry_id == entry.id}
    if not leaves:
        return entry
    stripped = entry.without(leaves)
    _replace_payload(connection, stripped)
    return stripped


def _erase(
    connection: sqlite3.Connection,
    erasure: Entry,
    erased: set[tuple[str, ...]],
    to_fold: dict[tuple[str, str], None],
) -> None:
    for entry_id, leaf in erasure.extra["cut"]:
        connection.execute(
            "insert or ignore into erased (id, leaf) values (:id, :leaf)", {"id": entry_id, "leaf": leaf}
        )
        erased.add((entry_id, leaf))
        target = tables.entry_with_id(connection, entry_id)
        if target is None:
            continue
        _replace_payload(connection, target.without({leaf}))
        if is_understood(target):
            to_fold[target.type_name, target.entity] = None
            if target.bulk and "/" in leaf:
                number = leaf.split("/")[1]
                to_fold.update(((target.bulk["t"], c), None) for c, n in target.children.items() if str(n) == number)


def _replace_payload(connection: sqlite3.Connection, entry: Entry) -> None:
    connection.execute(
        "update change set payload = :payload where id = :id", {"payload": entry.payload, "id": entry.id}
    )


def _touch(connection: sqlite3.Connection, entry: Entry, to_fold: dict[tuple[str, str], None]) -> None:
    to_fold[entry.type_name, entry.entity] = None
    for owner in entry.owners:
        if entry.kind in (NEW, SET):
            tables.note_below(connection, owner, entry.replica, entry.number)
        # Only an owner that has been deleted can become contested by an edit below it.
        if _has_been_deleted(connection, owner):
            to_fold.update(((name, owner), None) for name in tables.deleted_types(connection, owner))


def _has_been_deleted(connection: sqlite3.Connection, entity: str) -> bool:
    row = connection.execute(
        """
        select 1 from change
        where entity = :entity and json_extract(head, '$.k') = 'del'
        """,
        {"entity": entity},
    )
    return row.fetchone() is not None


def _refold(connection: sqlite3.Connection, name: str, entity: str, fresh: Mapping[str, Entry]) -> None:
    """Fold an entity anew; entries that have just been stored are not unpacked a second time."""
    entries = [fresh.get(entry.id, entry) for entry in tables.folded_entries(connection, name, entity)]
    if name in REGISTRY and entries:
        spec = REGISTRY[name]
        write_folded(connection, spec, entity, fold_entity(spec, entity, entries, tables.below(connection, entity)))
