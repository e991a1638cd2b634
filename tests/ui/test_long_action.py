"""A long action beside the window is done as a whole, or not at all."""

import pytest

from framework_qda.errors import RefusedError
from framework_qda.model import Interview
from framework_qda.ui.long_action import LongAction
from framework_qda.ui.operations import Operations


@pytest.fixture
def operations(project):
    return Operations(project)


def add(project):
    return project.add(Interview, code="I77")


def codes(project):
    return [interview.code for interview in project.read.all(Interview)]


def test_what_it_changed_is_told_before_its_end(operations, project, qtbot):
    told = []
    operations.changed.connect(lambda _changes: told.append("changed"))
    action = LongAction(operations, add)
    action.ended.connect(lambda _changes: told.append("ended"))
    with qtbot.waitSignal(action.ended) as ended:
        action.start()
    assert (told, ended.args[0].touches("interview")) == (["changed", "ended"], True)
    assert "I77" in codes(project)


def test_a_refusal_is_told_in_its_own_words(operations, qtbot):
    def refuse(_project):
        raise RefusedError("That cannot be.")

    said = []
    operations.failed.connect(said.append)
    action = LongAction(operations, refuse)
    with qtbot.waitSignal(action.ended) as ended:
        action.start()
    assert (said, ended.args) == (["That cannot be."], [None])


def test_when_it_is_finished_early_it_is_known_what_was_written(operations, project, qtbot):
    action = LongAction(operations, add)
    with qtbot.waitSignal(action.ended) as ended:
        action.start()
        action.finish()
    assert (ended.args[0] is not None) == ("I77" in codes(project))
    assert project.verify() == []
