"""The journal of one open project file: acting, receiving, undoing, and reading it back."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import TypeAlias

from framework_qda.errors import NotSavedError, ProjectFileError, RefusedError
from framework_qda.model import Action, Changes
from framework_qda.project import journal_tables as tables
from framework_qda.project.apply import Applied, Step, apply_entries, no_step
from framework_qda.project.connection import transaction
from framework_qda.project.entry import DELETE, ERASE, SET, Entry, make_entry, unsound
from framework_qda.project.fold import heads
from framework_qda.project.ids import Entropy
from framework_qda.project.registry import canonical
from framework_qda.project.undo import UndoPlan, UndoStacks
from framework_qda.project.writes import Write

Clock: TypeAlias = Callable[[], datetime]
"""Return the time now with its zone; for people to read, never for a rule."""


FOUNDING = "project.create"
NEVER_UNDONE = (FOUNDING, "analyst.add")
"""The labels of actions that are no steps of the work: making the project, saying who works in it."""


def now() -> datetime:
    """Return the time now, UTC."""
    return datetime.now(UTC)


class Journal:
    """Write actions into a project file and read them back.

    `committing` is entered around every transaction that writes: the file's keeper checks there that the file
    is still the one that was opened, and finds out after an error from COMMIT what is true.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        analyst_id: str = "",
        *,
        clock: Clock = now,
        entropy: Entropy = os.urandom,
        committing: Callable[[str], AbstractContextManager[None]] | None = None,
    ) -> None:
        self.connection = connection
        self.analyst_id = analyst_id
        self.replica = tables.read_meta(connection, "replica")
        self._clock = clock
        self._entropy = entropy
        self._committing = committing or (lambda _entry_id: transaction(connection))
        self._seen, self._lamport = tables.frontier(connection)
        self._stacks: UndoStacks | None = None
        self.step: Step = no_step

    # -- reading

    def entries(self) -> Iterator[Entry]:
        """Read every entry of the file in the order in which they were stored."""
        return tables.all_entries(self.connection)

    def folded_entries(self, type_name: str, entity: str) -> list[Entry]:
        """Read all entries that make up the state of an entity."""
        return tables.folded_entries(self.connection, type_name, entity)

    def below(self, entity: str) -> Mapping[str, int]:
        """Return replica -> the highest number written under an entity."""
        return tables.below(self.connection, entity)

    def heads(self, type_name: str, entity: str, field: str) -> list[Entry]:
        """Return the entries whose values of a field stand now, the highest first."""
        return heads(self.folded_entries(type_name, entity), entity, field)

    def action(self, action_id: str) -> Action:
        """Return an action as the history shows it: named after its first entry."""
        first = tables.entries_of_action(self.connection, action_id)[0]
        return action_of(first)

    @property
    def undoable(self) -> Action | None:
        """The action that undo would take back: after a redo, the one that was redone."""
        return self._original(self.stacks.undo[-1]) if self.stacks.undo else None

    @property
    def redoable(self) -> Action | None:
        """The action that redo would bring back, as it was first made."""
        return self._original(self.stacks.redo[-1]) if self.stacks.redo else None

    def _original(self, action_id: str) -> Action:
        action = self.action(action_id)
        while action.undoes:
            action = self.action(action.undoes)
        return action

    @property
    def stacks(self) -> UndoStacks:
        """What this replica can undo and redo, read from the journal once."""
        if self._stacks is None:
            rows = self.connection.execute(
                """
                select action, undoes from change
                where replica = :replica
                  and json_extract(head, '$.x.label') not in (select value from json_each(:never))
                group by action
                order by min(seq)
                """,
                {"replica": self.replica, "never": canonical(list(NEVER_UNDONE))},
            )
            self._stacks = UndoStacks(rows.fetchall())
        return self._stacks

    # -- writing

    def act(self, label: str, writes: Iterable[Write], *, undoes: str = "", joins: str = "") -> Changes:
        """Write one action: all its entries in one transaction, one undo step.

        `label` is a fixed key, never words of the user: heads cannot be erased. With `joins` the entries go on
        with that action, if it is still the one that undo would take back first. Raise NotSavedError where the
        disk refuses; the project is then as it was.
        """
        stacks = self.stacks
        is_joining = bool(joins) and not undoes and not stacks.redo and stacks.undo[-1:] == [joins]
        action = joins if is_joining else self._entropy(8).hex()
        entries = self._entries(label, writes, action, undoes)
        if not entries:
            return Changes()
        applied = self._store(entries, entries[-1].id)
        if label not in NEVER_UNDONE and not is_joining:
            stacks.note(action, undoes)
        return _changes(action, applied)

    def _entries(self, label: str, writes: Iterable[Write], action: str, undoes: str) -> list[Entry]:
        entries: list[Entry] = []
        pending: dict[tuple[str, str], list[Entry]] = {}
        written_at = int(self._clock().timestamp())
        for write in writes:
            key = (write.type_name, write.entity)
            place = self._seen.get(self.replica, 0) + len(entries) + 1
            parents = write.parents if write.parents is not None else self._heads_for(write, pending.get(key, []))
            head = {
                "r": self.replica,
                "s": place,
                "l": self._lamport + len(entries) + 1,
                "g": action,
                "a": self.analyst_id,
                "w": written_at,
                "k": write.kind,
                "t": write.type_name,
                "e": write.entity,
                "o": list(write.owners),
                "f": {field: list(ids) for field, ids in parents.items()},
                "x": self._extra(write, label, undoes, place),
            }
            if write.bulk:
                head["b"] = dict(zip("tnf", write.bulk, strict=True))
            entry = make_entry(write.values, self._entropy(16).hex(), head)
            entries.append(entry)
            pending.setdefault(key, []).append(entry)
        return entries

    def _heads_for(self, write: Write, pending: Sequence[Entry]) -> dict[str, list[str]]:
        if write.kind == ERASE:
            return {}
        fields = [name for name in write.values if not (write.bulk and "/" in name)]
        known = [*self.folded_entries(write.type_name, write.entity), *pending]
        return {field: [entry.id for entry in heads(known, write.entity, field)] for field in fields}

    def _extra(self, write: Write, label: str, undoes: str, place: int) -> dict[str, object]:
        extra: dict[str, object] = {"label": label}
        if undoes:
            extra["undoes"] = undoes
        if undoes or write.instead:
            extra["as"] = dict(write.instead or {})
        if write.kind == DELETE:
            # Up to which number nothing is missing: a late edit that falls into a gap was not seen.
            extra["seen"] = {**self._seen, self.replica: place}
        if write.kind == ERASE:
            extra["cut"] = [list(pair) for pair in write.cut]
        return extra

    def _store(self, entries: Sequence[Entry], last_id: str) -> Applied:
        try:
            with self._committing(last_id):
                applied = apply_entries(self.connection, entries, self.step)
                seen = self._advance(applied)
        except sqlite3.Error as error:
            raise NotSavedError(
                f"The last change could not be saved ({error}). Everything saved before is safe. "
                "Check the disk and its free space, then try again."
            ) from error
        self._seen = seen
        self._lamport = max([self._lamport, *applied.highest.values()])
        return applied

    def _advance(self, applied: Applied) -> dict[str, int]:
        seen = dict(self._seen)
        for replica, lamport in applied.highest.items():
            seen[replica] = tables.advance_frontier(self.connection, replica, seen.get(replica, 0), lamport)
        return seen

    def undo(self) -> Changes:
        """Take back the newest action of this replica; raise RefusedError with the reason where not allowed."""
        if not self.stacks.undo:
            raise RefusedError("There is nothing to undo.")
        return self.take_back(self.stacks.undo[-1])

    def redo(self) -> Changes:
        """Take back the newest undo."""
        if not self.stacks.redo:
            raise RefusedError("There is nothing to redo.")
        return self.take_back(self.stacks.redo[-1])

    def take_back(self, action_id: str) -> Changes:
        """Write the action that puts back what an action replaced."""
        plan = UndoPlan(tables.entries_of_action(self.connection, action_id), self)
        return self.act("undo", plan.writes, undoes=action_id)

    def receive(self, entries: Sequence[Entry]) -> Changes:
        """Take in entries of other copies, in any order, with repetitions, all or none of them.

        Raise ProjectFileError where an entry is damaged or forged; the file's bytes are then unchanged.
        """
        if damaged := unsound(entries):
            raise ProjectFileError(
                f"{len(damaged)} of {len(entries)} entries are damaged, the first is {damaged[0]}. "
                "Nothing was taken in. Fetch the file again from where it came."
            )
        known = self._known_ids(entries)
        if len(known) == len({entry.id for entry in entries}):
            return Changes()
        applied = self._store(entries, "")
        if any(entry.replica == self.replica and entry.id not in known for entry in entries):
            # A copy of this file has been written to: from here on the two must be told apart.
            self.mint_replica()
        return _changes("", applied)

    def catch_up(self) -> None:
        """Take note of what another connection has written as this replica."""
        self._seen, self._lamport = tables.frontier(self.connection)
        self._stacks = None

    def _known_ids(self, entries: Iterable[Entry]) -> set[str]:
        query = "select 1 from change where id = :id"
        return {entry.id for entry in entries if self.connection.execute(query, {"id": entry.id}).fetchone()}

    def mint_replica(self) -> None:
        """Give this copy of the project a replica id of its own; what it wrote before can no longer be undone."""
        replica = self._entropy(8).hex()
        with transaction(self.connection):
            tables.write_meta(self.connection, "replica", replica)
        self.replica = replica
        self._stacks = None

    def erase(self, type_name: str, entity: str, field: str, replacement: object) -> Changes:
        """Erase a field's value from every entry that ever held it, and write one readable value instead.

        Erasing a paragraph's words in the entry that imported it takes its speaker and time too: what still
        stood there is written again.
        """
        entries = self.folded_entries(type_name, entity)
        if not entries:
            raise RefusedError("There is nothing to erase.")
        holding = [entry for entry in entries if field in entry.assigns(entity)]
        cut = tuple(sorted((entry.id, entry.leaf(entity, field)) for entry in holding))
        kept = {
            other: entry.value_of(entity, other)[1]
            for entry in holding
            if entry.bulk and entry.entity != entity
            for other in entry.assigns(entity)
            if other not in (field, "number") and heads(entries, entity, other)[0] is entry
        }
        first = entries[0]
        owners = tuple(first.owners) if first.entity == entity else (first.entity,)
        return self.act(
            "erase",
            [
                Write(ERASE, type_name, entity, owners, cut=cut),
                Write(SET, type_name, entity, owners, {field: replacement, **kept}),
            ],
        )


def action_of(entry: Entry) -> Action:
    """Return the action that an entry belongs to, named after this entry."""
    return Action(
        id=entry.action,
        label=str(entry.extra.get("label", "")),
        entity_type=entry.type_name,
        entity_id=entry.entity,
        analyst_id=entry.keys["a"],
        made_at=datetime.fromtimestamp(entry.keys["w"], UTC).isoformat(),
        undoes=str(entry.extra.get("undoes", "")),
    )


def _changes(action: str, applied: Applied) -> Changes:
    return Changes(action, {name: frozenset(ids) for name, ids in applied.touched.items() if ids})
