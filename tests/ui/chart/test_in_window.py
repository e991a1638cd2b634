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


def steps(window):
    """What the buttons of undo and redo say; an empty text where they are off."""
    return [each.text() if each.isEnabled() else "" for each in (window.undo_action, window.redo_action)]


def saved(window):
    return window._status._saved.text().split()[0]


def test_undo_and_redo_say_what_their_keys_would_do_while_words_are_not_saved(window, study):
    QTest.keyClicks(editor_of(window), "One.")
    assert (steps(window), saved(window)) == (["Undo typing", ""], "Not")
    window.finish_editing()
    assert (steps(window), saved(window)) == (["Undo edit of I01 1.1", ""], "Saved")
    QTest.keyClicks(editor_of(window), " Two.")
    assert (steps(window), saved(window)) == (["Undo typing", ""], "Not")
    QTest.keyClick(editor_of(window), Qt.Key.Key_Z, CONTROL)
    assert (steps(window), saved(window)) == (["Undo edit of I01 1.1", "Redo typing"], "Saved")
    window.redo_action.trigger()
    assert (words(window), steps(window)) == (["One. Two."], ["Undo typing", ""])
    window.undo_action.trigger()
    assert words(window) == ["One."]


def test_typing_that_was_taken_back_comes_back_after_a_pause_too(window, study):
    QTest.keyClicks(editor_of(window), "One.")
    window.finish_editing()
    QTest.keyClicks(editor_of(window), " Two.")
    window.undo()
    window.current_desk().panes.focus_next()
    window.finish_editing()
    assert steps(window) == ["Undo edit of I01 1.1", "Redo typing"]
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Y, CONTROL)
    assert words(window) == ["One. Two."]


def test_what_is_typed_in_a_field_is_undone_by_the_button_too(window, study):
    QTest.keyClicks(editor_of(window), "One.")
    window.current_desk().panes.find_in_notes()
    field = window.current_desk().panes.notes.find_bar.field
    QTest.keyClicks(field, "lists")
    assert steps(window)[0] == "Undo typing"
    window.undo_action.trigger()
    assert (field.text(), words(window)) == ("", ["One."])
    assert steps(window) == ["Undo edit of I01 1.1", "Redo typing"]


def test_a_desk_without_typing_names_the_step_of_the_project(window, study):
    QTest.keyClicks(editor_of(window), "One.")
    window.undo()
    window.show_desk("board")
    assert steps(window) == ["Undo import of notes", ""]
