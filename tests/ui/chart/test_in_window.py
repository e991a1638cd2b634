"""Charting in the real window: the keys of undo are one thing, and everything is there after reopening."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from framework_qda import open_project
from framework_qda.ui.settings import Settings
from framework_qda.ui.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot, look, study, tmp_path):
    made = MainWindow(Settings(tmp_path / "settings.ini"), look)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.show_project(study.project)
    made.show_desk("chart")
    made.current_desk().open_cell(study.interviews[0], study.subtopics[0])
    yield made
    made.close()


def editor_of(window):
    return window.current_desk().panes.cell.editor


def words(window):
    return [statement.text for statement in editor_of(window).content()]


def test_the_keys_of_undo_go_from_the_typing_on_to_the_project(window, study):
    QTest.keyClicks(editor_of(window), "One.")
    window.finish_editing()
    QTest.keyClicks(editor_of(window), " Two.")
    QTest.keyClick(editor_of(window), Qt.Key.Key_Z, CONTROL)
    assert words(window) == ["One."]
    QTest.keyClick(editor_of(window), Qt.Key.Key_Z, CONTROL)
    assert words(window) == []
    assert study.cell().content == ()
    QTest.keyClick(editor_of(window), Qt.Key.Key_Z, CONTROL_SHIFT)
    assert words(window) == ["One."]


def test_the_undo_of_the_menu_takes_what_is_being_typed_first(window, study):
    QTest.keyClicks(editor_of(window), "One.")
    window.finish_editing()
    QTest.keyClicks(editor_of(window), " Two.")
    window.undo()
    assert words(window) == ["One."]


def test_going_to_another_desk_writes_what_is_being_typed(window, study):
    QTest.keyClicks(editor_of(window), "Told.")
    window.show_desk("matrix")
    assert study.cell().content[0].text == "Told."


def test_closing_the_window_writes_and_reopening_finds_it_with_its_undo(window, study):
    QTest.keyClicks(editor_of(window), "Told.")
    path = study.project.path
    window.close()
    with open_project(path) as again:
        cell = again.read.cell(study.interviews[0], study.subtopics[0])
        assert cell.content[0].text == "Told."
        again.undo()
        assert again.read.cell(study.interviews[0], study.subtopics[0]).content == ()
