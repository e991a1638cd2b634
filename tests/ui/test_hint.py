"""A sentence that the status bar says for a while."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from framework_qda.ui.hint import Hint


@pytest.fixture
def parent(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def hint(parent):
    return Hint(parent)


def test_what_is_said_is_told_and_takes_the_place_of_what_was_said(qtbot, hint):
    hint.say("Nothing to link.")
    with qtbot.waitSignal(hint.changed):
        hint.say("Linked already.")
    assert hint.words == "Linked already."


def test_it_goes_by_itself(qtbot, hint):
    hint.say("Nothing to link.")
    timer = hint.findChild(QTimer)
    assert timer.isActive()
    with qtbot.waitSignal(hint.changed):
        timer.timeout.emit()
    assert hint.words == ""


@pytest.mark.parametrize(("least", "left"), [(0, ""), (60_000, "Linked already.")])
def test_it_goes_with_the_next_action_if_it_was_not_said_of_that(hint, monkeypatch, least, left):
    monkeypatch.setattr("framework_qda.ui.hint.LEAST_MS", least)
    hint.say("Linked already.")
    hint.follow_action()
    assert hint.words == left
