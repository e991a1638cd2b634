"""What a set of entries means: the state of each entity, whatever the order in which they arrived.

The rule of heads: an entry is a head of (entity, field) unless another entry of the same field lists it
among that field's parents. The highest head by (Lamport number, id) is shown; two heads of a text or a
value with different values are a conflict, and all are kept. No clock decides anything.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from framework_qda.model import Gone
from framework_qda.model.fields import FieldKind
from framework_qda.project.entry import DELETE, ERASE, FOLDED_KINDS, GONE_FIELD, NEW, SET, Entry
from framework_qda.project.registry import REGISTRY, Json, TypeSpec, canonical

Erased = Collection[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Folded:
    """The state of one entity: its owners, its values, whether it is gone, and its conflicts.

    `conflicts` maps a field to the sorted ids of the entries whose values differ.
    """

    owners: tuple[str, ...]
    values: Mapping[str, Json]
    gone: Gone
    conflicts: Mapping[str, tuple[str, ...]]

    def column_values(self, spec: TypeSpec, entity: str) -> tuple[str | int | None, ...]:
        """Return the state table's row in the order of its columns."""
        return entity, int(self.gone), *self.owners, *spec.column_values(self.values)


def heads(entries: Iterable[Entry], entity: str, field: str) -> list[Entry]:
    """Return the heads of one field of an entity, the highest first."""
    mine = [(entry, parents[field]) for entry in entries if field in (parents := entry.assigns(entity))]
    covered = {parent for _, parents in mine for parent in parents}
    return sorted((entry for entry, _ in mine if entry.id not in covered), key=lambda entry: entry.rank, reverse=True)


def fold_entity(
    spec: TypeSpec, entity: str, entries: Sequence[Entry], below: Mapping[str, int], erased: Erased = ()
) -> Folded:
    """Fold the entries of one entity, and the bulk entry that made it, given in any order.

    `below` maps a replica to the highest number of an entry written under the entity.
    """
    first = min(entries, key=lambda entry: entry.rank)
    owners = first.owners if first.entity == entity else [first.entity]
    names = {field for entry in entries for field in entry.assigns(entity)}
    values: dict[str, Json] = {}
    conflicts: dict[str, tuple[str, ...]] = {}
    for field, field_spec in spec.fields.items():
        if field_spec.kind is FieldKind.SET:
            values[field] = _fold_set(field, names, entity, entries, erased)
        elif field in names:
            live = _live_values(entity, field, entries, erased)
            values[field] = live[0][1] if live else None
            if field_spec.kind in (FieldKind.TEXT, FieldKind.VALUE) and _is_conflict(entity, field, entries, live):
                conflicts[field] = tuple(sorted(entry.id for entry, _ in live))
    padded = (*owners, *[""] * len(spec.owners))[: len(spec.owners)]
    return Folded(tuple(padded), values, _fold_gone(entity, entries, below), conflicts)


def _is_conflict(entity: str, field: str, entries: Sequence[Entry], live: Sequence[tuple[Entry, Json]]) -> bool:
    """Say whether live values differ, and that nothing is missing which may yet show that one replaced another."""
    if len({canonical(value) for _, value in live}) < 2:
        return False
    present = {entry.id for entry in entries}
    named = {parent for entry in entries for parent in entry.assigns(entity).get(field, ())}
    return named <= present


def _live_values(entity: str, field: str, entries: Sequence[Entry], erased: Erased) -> list[tuple[Entry, Json]]:
    live = []
    for entry in heads(entries, entity, field):
        is_known, value = entry.value_of(entity, field, erased)
        if is_known:
            live.append((entry, value))
    return live


def _fold_set(field: str, names: set[str], entity: str, entries: Sequence[Entry], erased: Erased) -> list[str]:
    """Return the elements of a set: one register an element, in if any of its heads says yes."""
    registers = (name for name in names if name.startswith(field + "/"))
    return sorted(
        register[len(field) + 1 :]
        for register in registers
        if any(entry.value_of(entity, register, erased) == (True, True) for entry in heads(entries, entity, register))
    )


def _fold_gone(entity: str, entries: Sequence[Entry], below: Mapping[str, int]) -> Gone:
    """Say whether the entity is deleted, and whether an edit that no deleter had seen contests that."""
    deletions = [entry for entry in heads(entries, entity, GONE_FIELD) if entry.kind == DELETE]
    if not deletions:
        return Gone.HERE
    last = dict(below)
    for entry in entries:
        if entry.kind in (NEW, SET):
            last[entry.replica] = max(last.get(entry.replica, 0), entry.number)
    for replica, number in last.items():
        if number > max(deletion.extra.get("seen", {}).get(replica, 0) for deletion in deletions):
            return Gone.CONTESTED
    return Gone.DELETED


def fold(entries: Iterable[Entry]) -> dict[tuple[str, str], Folded]:
    """Fold a whole set of entries: (type name, entity) -> its state. What is not understood is left out."""
    groups: dict[tuple[str, str], dict[str, Entry]] = defaultdict(dict)
    below: dict[str, dict[str, int]] = defaultdict(dict)
    erased: set[tuple[str, str]] = set()
    bulks = []
    for entry in entries:
        if entry.kind == ERASE:
            erased |= {(entry_id, leaf) for entry_id, leaf in entry.extra["cut"]}
        if not is_understood(entry):
            continue
        groups[entry.type_name, entry.entity][entry.id] = entry
        if entry.kind in (NEW, SET):
            for owner in entry.owners:
                below[owner][entry.replica] = max(below[owner].get(entry.replica, 0), entry.number)
        if entry.bulk and entry.bulk["t"] in REGISTRY:
            bulks.append(entry)
    for bulk in bulks:
        child_type = bulk.keys["b"]["t"]
        for child in bulk.children:
            groups[child_type, child][bulk.id] = bulk
    return {
        (name, entity): fold_entity(REGISTRY[name], entity, list(group.values()), below.get(entity, {}), erased)
        for (name, entity), group in groups.items()
    }


def is_understood(entry: Entry) -> bool:
    """Say whether this version folds the entry; others are stored and passed on."""
    return entry.kind in FOLDED_KINDS and entry.type_name in REGISTRY
