"""Copies of one project as the tests of the journal need them: bare journals over databases in memory."""

import random
import sqlite3
from datetime import UTC, datetime, timedelta

from framework_qda.model import Notes, NotesParagraph
from framework_qda.project import journal_tables as tables
from framework_qda.project.fold import fold
from framework_qda.project.ids import paragraph_id
from framework_qda.project.importing import document_creation
from framework_qda.project.journal import Journal
from framework_qda.project.projection import read_conflicts, read_state_row
from framework_qda.project.registry import REGISTRY
from framework_qda.project.schema import create_tables
from framework_qda.project.writes import (
    assignment,
    cell_assignment,
    creation,
    deletion,
    undeletion,
)


class Replica(Journal):
    """A journal with words for what tests do to it."""

    def __init__(self, connection: sqlite3.Connection, analyst: str, year: int = 2026) -> None:
        self.year = year
        super().__init__(connection, analyst, clock=self._time)
        self._ticks = 0

    def _time(self) -> datetime:
        self._ticks = getattr(self, "_ticks", 0) + 1
        return datetime(self.year, 1, 1, tzinfo=UTC) + timedelta(seconds=self._ticks)

    def chart(self, interview, subtopic, *texts, **values):
        return self.act("cell.edit", [cell_assignment(interview, subtopic, {"content": content(*texts), **values})])

    def mark(self, interview, subtopic, state):
        return self.act("cell.state", [cell_assignment(interview, subtopic, {"state": state})])

    def make(self, type_name, entity, **values):
        return self.act("make", [creation(type_name, entity, values)])

    def set(self, type_name, entity, *, owners=(), **values):
        return self.act("set", [assignment(type_name, entity, values, owners)])

    def set_fields(self, type_name, entity, values, owners=()):
        return self.act("set", [assignment(type_name, entity, values, owners)])

    def delete(self, type_name, entity, owners=()):
        return self.act("delete", [deletion(type_name, entity, owners)])

    def undelete(self, type_name, entity, owners=()):
        return self.act("undelete", [undeletion(type_name, entity, owners)])

    def import_document(self, interview, document, *texts):
        notes = Notes("notes.txt", "0", tuple(NotesParagraph(text, "INT", 1000) for text in texts))
        return self.act("document.import", [document_creation(interview, notes, document, "a1")])

    def edit_paragraph(self, document, number, **values):
        return self.set("paragraph", paragraph_id(document, number), owners=(document,), **values)

    def row(self, type_name, entity):
        spec = REGISTRY[type_name]
        stored = read_state_row(self.connection, spec, entity)
        return dict(zip(spec.columns, stored, strict=True)) if stored else None

    def conflicts(self, entity):
        return read_conflicts(self.connection, entity)

    def all(self):
        return list(self.entries())


def content(*texts):
    return [{"id": f"st{n}", "kind": "summary", "text": text, "evidence": []} for n, text in enumerate(texts)]


def new_replica(analyst: str = "a", year: int = 2026) -> Replica:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    create_tables(connection)
    tables.write_meta(connection, "replica", f"{analyst}-{random.getrandbits(32):08x}")
    return Replica(connection, analyst, year)


def copied_file(replica: Replica, analyst: str) -> Replica:
    """Copy the file as a user would and open the copy, which mints a replica id."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    replica.connection.backup(connection)
    copy = Replica(connection, analyst)
    copy.mint_replica()
    return copy


def exchange(*replicas: Replica) -> None:
    """Give everybody everything, shuffled."""
    for giver in replicas:
        entries = giver.all()
        for taker in replicas:
            if taker is not giver:
                random.shuffle(entries)
                taker.receive(entries)


def state(replica: Replica):
    """Return what the state tables say: (type name, id) -> (row, conflicts)."""
    found = {}
    for name, spec in REGISTRY.items():
        for (entity,) in replica.connection.execute(f"select id from {name}").fetchall():
            row = read_state_row(replica.connection, spec, entity)
            found[name, entity] = (row, read_conflicts(replica.connection, entity))
    return found


def folded(replica: Replica):
    """Return what the whole set of entries means, in the form of `state`."""
    entries = replica.all()
    random.shuffle(entries)
    return {
        (name, entity): (each.column_values(REGISTRY[name], entity), dict(each.conflicts))
        for (name, entity), each in fold(entries).items()
    }
