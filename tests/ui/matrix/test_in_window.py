"""Editing in the grid in the real window: the keys of undo are one thing, and a crash loses no word."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from framework_qda.model import Theme
from framework_qda.ui.settings import Settings
from framework_qda.ui.window import MainWindow

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot, look, project, tmp_path):
    """Return the window at an empty cell of the matrix that is edited."""
    made = MainWindow(Settings(tmp_path / "settings.ini"), look)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.show_project(project)
    made.show_desk("matrix")
    made.current_desk().tabs.choose(project.read.all(Theme)[0].id)
    desk = made.current_desk()
    desk.view.setFocus()
    QTest.keyClick(desk.view, Key.Key_Return)
    yield made
    made.close()


def editor_of(window):
    return window.current_desk().charting.in_place.editor


def words(window):
    return [statement.text for statement in editor_of(window).content()]


def test_the_keys_of_undo_go_from_the_typing_on_to_the_project(window):
    desk = window.current_desk()
    QTest.keyClicks(editor_of(window), "One.")
    window.finish_editing()
    QTest.keyClicks(editor_of(window), " Two.")
    QTest.keyClick(editor_of(window), Key.Key_Z, CONTROL)
    assert words(window) == ["One."]
    QTest.keyClick(editor_of(window), Key.Key_Z, CONTROL)
    assert words(window) == []
    assert desk.charting.in_place.is_open
    assert desk.project.read.cell(*desk.view.current_ids()).content == ()
    QTest.keyClick(editor_of(window), Key.Key_Z, CONTROL_SHIFT)
    assert words(window) == ["One."]


def test_what_is_typed_and_left_is_one_step_of_undo(window):
    desk = window.current_desk()
    QTest.keyClicks(editor_of(window), "One.")
    QTest.keyClick(editor_of(window), Key.Key_Tab)
    QTest.keyClick(desk.view, Key.Key_Z, CONTROL)
    assert not desk.project.read.cell(*desk.view.current_ids()).content
    assert desk.view.currentIndex().column() == 0


def test_going_to_another_desk_writes_what_is_being_typed(window):
    desk = window.current_desk()
    QTest.keyClicks(editor_of(window), "Told.")
    window.show_desk("chart")
    assert desk.project.read.cell(*desk.view.current_ids()).content[0].text == "Told."
    assert not desk.charting.in_place.is_open


def test_words_given_up_come_back_with_the_button_of_the_message(window):
    desk = window.current_desk()
    QTest.keyClicks(editor_of(window), "Told.")
    QTest.keyClick(editor_of(window), Key.Key_Escape)
    [message] = [each for each in window.messages.messages() if "given up" in each.words]
    QTest.mouseClick(next(each for each in message.findChildren(QPushButton)), Qt.MouseButton.LeftButton)
    assert desk.project.read.cell(*desk.view.current_ids()).content[0].text == "Told."


def test_the_message_goes_when_the_key_of_undo_has_brought_the_words_back(window):
    desk = window.current_desk()
    QTest.keyClicks(editor_of(window), "Told.")
    QTest.keyClick(editor_of(window), Key.Key_Escape)
    QTest.keyClick(desk.view, Key.Key_Z, CONTROL)
    assert desk.project.read.cell(*desk.view.current_ids()).content[0].text == "Told."
    assert not [each for each in window.messages.messages() if "given up" in each.words]


def test_what_was_typed_in_the_grid_before_a_crash_is_offered_again(window, dialogs, tmp_path):
    project = window.project
    place = window.current_desk().view.current_ids()
    QTest.keyClicks(editor_of(window), "Almost lost.")
    window.current_desk().charting.in_place.saving._keep_draft()
    project.drafts.flush()
    crashed = tmp_path / "crashed.fqda"
    shutil.copyfile(project.path, crashed)
    window.close_project()
    window.settings.set_analyst(project.project_id, project.analyst_id)
    shown = []
    dialogs.expect(lambda dialog: (shown.append(dialog.text.toPlainText().strip()), dialog.accept()))
    window.menus.file.open_path(crashed)
    assert shown == ["Almost lost."]
    assert window.project.read.cell(*place).content[0].text == "Almost lost."
