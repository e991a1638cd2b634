from types import SimpleNamespace

import pytest

from framework_qda.errors import RefusedError
from framework_qda.model import Changes
from framework_qda.ui.operations import Operations

DONE = Changes(action_id="a", touched={"cell": frozenset({"c"})})


@pytest.fixture
def operations():
    return Operations(SimpleNamespace(is_read_only=False))


def test_an_action_that_changed_something_is_told(operations, qtbot):
    with qtbot.waitSignal(operations.changed) as told:
        operations.run(lambda project: DONE)
    assert told.args == [DONE]


def test_an_action_that_changed_nothing_is_not_told(operations, qtbot):
    with qtbot.assertNotEmitted(operations.changed):
        assert operations.run(lambda project: Changes()) == Changes()


def test_a_refusal_is_told_in_its_own_words(operations, qtbot):
    def refuse(project):
        raise RefusedError("Somebody else has changed it since.")

    with qtbot.waitSignal(operations.failed) as told:
        assert operations.run(refuse) is None
    assert told.args == ["Somebody else has changed it since."]


def test_a_bug_is_not_swallowed(operations):
    def break_down(project):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        operations.run(break_down)
