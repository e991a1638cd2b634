"""The journal obeys its laws, and what is written survives opening the file again."""

import sqlite3

import pytest

from framework_qda.errors import NotSavedError, RefusedError
from framework_qda.project.ids import cell_id
from framework_qda.project.verify import verify
from framework_qda.project.writes import cell_assignment

from .laws import LAWS
from .replicas import Replica, content, new_replica, state


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_law(law):
    law()


def test_undo_survives_opening_again():
    first = new_replica()
    first.chart("i", "s", "one")
    first.chart("i", "s", "two")
    later = Replica(first.connection, "a")
    later.undo()
    assert '"text":"one"' in later.row("cell", cell_id("i", "s"))["content"]


def test_nothing_to_undo_is_said():
    with pytest.raises(RefusedError, match="nothing to undo"):
        new_replica().undo()


def test_nothing_to_redo_is_said():
    with pytest.raises(RefusedError, match="nothing to redo"):
        new_replica().redo()


def test_an_action_that_is_gone_on_with_is_one_undo_step_also_after_opening_again():
    replica = new_replica()
    replica.chart("i", "s", "none")
    action = replica.chart("i", "s", "one").action_id
    replica.act("cell.edit", [cell_assignment("i", "s", {"content": content("two")})], joins=action)
    later = Replica(replica.connection, "a")
    later.undo()
    assert '"text":"none"' in later.row("cell", cell_id("i", "s"))["content"]
    later.redo()
    assert '"text":"two"' in later.row("cell", cell_id("i", "s"))["content"]
    assert verify(replica.connection) == []


def test_only_the_newest_action_is_gone_on_with():
    replica = new_replica()
    older = replica.chart("i", "s", "one").action_id
    replica.chart("i", "t", "else")
    assert (
        replica.act("cell.edit", [cell_assignment("i", "s", {"content": content("two")})], joins=older).action_id
        != older
    )


def test_an_empty_action_writes_nothing():
    replica = new_replica()
    assert replica.act("cell.edit", []).action_id == ""
    assert replica.all() == []


def test_receiving_what_is_known_changes_nothing():
    replica = new_replica()
    replica.chart("i", "s", "one")
    assert replica.receive(replica.all()).touched == {}


def test_a_failing_disk_leaves_the_project_as_it_was():
    replica = new_replica()
    replica.chart("i", "s", "one")
    before = state(replica)
    replica.connection.execute(
        "create trigger full before insert on change begin select raise(abort, 'disk full'); end"
    )
    with pytest.raises(NotSavedError, match="disk full"):
        replica.chart("i", "s", "two")
    replica.connection.execute("drop trigger full")
    assert state(replica) == before
    replica.chart("i", "s", "three")
    assert verify(replica.connection) == []


def test_a_forked_copy_gets_a_replica_id_of_its_own():
    original = new_replica()
    original.chart("i", "s", "one")
    connection = sqlite3.connect(":memory:", isolation_level=None)
    original.connection.backup(connection)
    fork = Replica(connection, "b")
    fork.chart("i", "t", "from the fork")
    original.chart("i", "t", "from the original")
    original.receive(fork.all())
    assert original.replica != fork.replica
    assert len(original.conflicts(cell_id("i", "t"))["content"]) == 2


def test_a_write_that_the_database_refuses_is_rolled_back():
    replica = new_replica()
    replica.connection.execute("pragma query_only=on")
    with pytest.raises(NotSavedError):
        replica.chart("i", "s", "one")
    replica.connection.execute("pragma query_only=off")
    assert replica.all() == []
