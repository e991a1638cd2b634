import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from framework_qda.ui.case.note_editor import NoteEditor

Key = Qt.Key


@pytest.fixture
def noted(desk, study):
    """Return the desk at a verdict that has a note."""
    desk.operations.run(lambda project: project.judge(study["area1"], study["2.1"], verdict="differ", note="who"))
    desk.view.go_to(study["I01"], study["2.1"])
    return desk


def note_of(study):
    return study.read.verdicts(study["area1"])[study["2.1"]].note


def write_note(desk):
    QTest.keyClick(QApplication.focusWidget(), Key.Key_F2)
    return desk.view.findChild(NoteEditor)


def test_the_note_that_stands_there_is_shown_with_the_caret_behind_it(noted):
    editor = write_note(noted)
    assert editor.toPlainText() == "who"
    assert editor.textCursor().atEnd()
    assert not editor.textCursor().hasSelection()


def test_words_are_added_to_a_note_from_the_synopsis(noted, study):
    noted.synopsis.editor.setFocus()
    editor = write_note(noted)
    QTest.keyClicks(editor, " reconciles")
    QTest.keyClick(editor, Key.Key_Return)
    assert note_of(study) == "who reconciles"


def test_a_note_that_is_only_looked_at_stays(noted, study):
    QTest.keyClick(write_note(noted), Key.Key_Return)
    assert note_of(study) == "who"


def test_a_note_is_emptied_by_who_empties_it(noted, study):
    editor = write_note(noted)
    editor.selectAll()
    QTest.keyClick(editor, Key.Key_Delete)
    QTest.keyClick(editor, Key.Key_Return)
    assert note_of(study) == ""


def test_what_is_typed_is_not_shown_over(noted):
    editor = write_note(noted)
    QTest.keyClicks(editor, "?")
    editor.show_note("something else")
    assert editor.toPlainText() == "who?"
