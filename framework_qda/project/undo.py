"""Undo and redo of any action, read from the journal alone; a redo is the undo of an undo.

An undo is a new action that puts back what the action replaced. It is refused as a whole, with the reason,
unless every head of every field that the action wrote belongs to it or stands in its place: an undo entry
names the entry that it puts back, so that undoing step by step does not take one's own undo for somebody's
edit.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from framework_qda.errors import RefusedError
from framework_qda.project.entry import DELETE, FOLDED_KINDS, GONE_FIELD, NEW, SET, UNDELETE, Entry
from framework_qda.project.fold import heads
from framework_qda.project.writes import Write

if TYPE_CHECKING:
    from framework_qda.project.registry import Json

_WRITTEN_SINCE = (
    "This step cannot be undone: what it wrote has been changed since by somebody else. "
    "Nothing was changed. The history of the cell still shows every version."
)
_BUILT_UPON = (
    "This step cannot be undone: somebody else has since worked on what it made. "
    "Nothing was changed. Delete it instead, if that is meant."
)
_ERASED = "This step cannot be undone: words that it wrote or replaced have been erased for good."
_UNKNOWN = "This step was made by a newer version of the program, which alone can undo it."


class EntrySource(Protocol):
    """What planning an undo has to look up."""

    replica: str

    def folded_entries(self, type_name: str, entity: str) -> list[Entry]:
        """Return all entries that make up the state of an entity."""

    def below(self, entity: str) -> Mapping[str, int]:
        """Return replica -> the highest number written under an entity."""


class UndoPlan:
    """The writes that take one action back; raises RefusedError where that is not allowed."""

    def __init__(self, group: Sequence[Entry], source: EntrySource) -> None:
        self._group = group
        self._ids = {entry.id for entry in group}
        self._source = source
        self._done: set[tuple[str, str]] = set()
        self.writes: list[Write] = []
        for entry in reversed(group):
            self._take_back(entry)

    def _take_back(self, entry: Entry) -> None:
        if entry.kind not in FOLDED_KINDS:
            raise RefusedError(_UNKNOWN)
        if entry.has_erasures:
            raise RefusedError(_ERASED)
        others = self._source.folded_entries(entry.type_name, entry.entity)
        self._refuse_where_written_since(entry, others)
        if entry.kind in (NEW, UNDELETE):
            self._refuse_where_built_upon(entry, others)
        if entry.kind == SET:
            if not self._is_made_here(entry.entity, others):
                self._restore_values(entry, others)
        else:
            self._restore_presence(entry, others)

    def _refuse_where_written_since(self, entry: Entry, others: Sequence[Entry]) -> None:
        by_id = {other.id: other for other in others}
        for field in entry.parents:
            for head in heads(others, entry.entity, field):
                if self._ids.isdisjoint(_places(head, field, by_id)):
                    raise RefusedError(_WRITTEN_SINCE)

    def _refuse_where_built_upon(self, entry: Entry, others: Sequence[Entry]) -> None:
        """Refuse to delete what another replica has written in or below, unless a deletion undone had seen it."""
        by_id = {other.id: other for other in others}
        replaced = [by_id[parent] for parent in entry.parents.get(GONE_FIELD, ()) if parent in by_id]
        seen = [parent.extra.get("seen", {}) for parent in replaced if parent.kind == DELETE]
        written = [(other.replica, other.number) for other in others if other.kind in (NEW, SET)]
        written += self._source.below(entry.entity).items()
        for replica, number in written:
            if replica != self._source.replica and all(number > known.get(replica, 0) for known in seen):
                raise RefusedError(_BUILT_UPON)

    def _is_made_here(self, entity: str, others: Iterable[Entry]) -> bool:
        return any(other.kind == NEW and other.id in self._ids and other.entity == entity for other in others)

    def _restore_presence(self, entry: Entry, others: Sequence[Entry]) -> None:
        before = self._before(others, entry.entity, GONE_FIELD)
        was_deletion = entry.kind == DELETE
        self.writes.append(
            Write(
                UNDELETE if was_deletion else DELETE,
                entry.type_name,
                entry.entity,
                tuple(entry.owners),
                {GONE_FIELD: not was_deletion},
                instead={GONE_FIELD: before[0].id if before else None},
            )
        )

    def _restore_values(self, entry: Entry, others: Sequence[Entry]) -> None:
        """Write back what stood before; the resolution of a conflict comes back as the conflict."""
        entity, owners = entry.entity, tuple(entry.owners)
        values, parents, instead = {}, {}, {}
        further: list[Write] = []
        for field in entry.parents:
            if (entity, field) in self._done:
                continue
            self._done.add((entity, field))
            now = [head.id for head in heads(others, entity, field)]
            before = self._before(others, entity, field)
            restored: list[tuple[tuple[bool, Json], str | None]] = [
                (other.value_of(entity, field), other.id) for other in before
            ]
            restored = restored or [((True, None), None)]
            if not all(is_known for (is_known, _), _ in restored):
                raise RefusedError(_ERASED)
            (_, value), place = restored[0]
            values[field], parents[field], instead[field] = value, now, place
            further += [
                Write(SET, entry.type_name, entity, owners, {field: old}, {field: now}, instead={field: old_place})
                for (_, old), old_place in restored[1:]
            ]
        if values:
            self.writes.append(Write(SET, entry.type_name, entity, owners, values, parents, instead=instead))
        self.writes += further

    def _before(self, others: Sequence[Entry], entity: str, field: str) -> list[Entry]:
        """Return the heads that the action replaced, the highest first."""
        replaced = {
            parent for other in others if other.id in self._ids for parent in other.assigns(entity).get(field, ())
        }
        found = (other for other in others if other.id in replaced - self._ids)
        return sorted(found, key=lambda other: other.rank, reverse=True)


def _places(entry: Entry | None, field: str, by_id: Mapping[str, Entry]) -> Iterator[str]:
    """Name the entry, the one that it put back, the one that that had put back, and so on."""
    while entry:
        yield entry.id
        entry = by_id.get(entry.extra.get("as", {}).get(field) or "")


class UndoStacks:
    """The actions of this replica that can be undone and redone, newest last."""

    def __init__(self, actions: Iterable[tuple[str, str | None]]) -> None:
        self.undo: list[str] = []
        self.redo: list[str] = []
        for action, undoes in actions:
            self.note(action, undoes)

    def skip_undo(self) -> None:
        """Leave the newest action that can be undone as it is."""
        del self.undo[-1:]

    def skip_redo(self) -> None:
        """Leave the newest undo as it is."""
        del self.redo[-1:]

    def note(self, action: str, undoes: str | None) -> None:
        """Take in an action that has just been written; `undoes` names the one that it takes back."""
        if not undoes:
            self.undo.append(action)
            self.redo.clear()
        elif undoes in self.undo:
            self.undo.remove(undoes)
            self.redo.append(action)
        elif undoes in self.redo:
            self.redo.remove(undoes)
            self.undo.append(action)
