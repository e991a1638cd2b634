import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from framework_qda.errors import ProjectFileError
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


def lines_seen(editor):
    return editor.viewport().height() // editor.fontMetrics().lineSpacing()


def test_the_field_grows_with_its_words_and_shrinks_no_more(qtbot, noted):
    editor = write_note(noted)
    before = editor.height()
    QTest.keyClicks(editor, " reconciles what the two of them say of one and the same night" * 4)
    qtbot.waitUntil(lambda: editor.height() > before, timeout=500)
    qtbot.wait(10)
    assert editor.document().size().height() <= lines_seen(editor)
    assert not editor.verticalScrollBar().isVisible()
    after = editor.height()
    editor.selectAll()
    QTest.keyClick(editor, Key.Key_Delete)
    qtbot.wait(10)
    assert editor.height() == after


def test_the_field_is_no_taller_than_the_table(qtbot, noted):
    editor = write_note(noted)
    QTest.keyClicks(editor, "and so on " * 300)
    qtbot.wait(10)
    assert noted.view.viewport().rect().contains(editor.geometry())


def test_a_note_that_could_not_be_written_is_shown_again_with_what_was_typed(qtbot, noted, study, monkeypatch):
    editor = write_note(noted)
    QTest.keyClicks(editor, " reconciles")
    with monkeypatch.context() as failing:
        failing.setattr(study.project, "judge", refuse)
        QTest.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: open_notes(noted) == ["who reconciles"])
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert note_of(study) == "who reconciles"


def refuse(*_args, **_values):
    raise ProjectFileError("The disk is full; nothing was saved.")


def open_notes(desk):
    return [each.toPlainText() for each in desk.view.findChildren(NoteEditor) if each.isVisible()]


def test_enter_begins_no_note_where_one_may_only_read(noted, monkeypatch):
    monkeypatch.setattr(type(noted.project), "is_read_only", property(lambda _project: True))
    noted.view.go_to_line(noted.view.current_place().subtopic_id)
    noted.view.setCurrentIndex(noted.view.currentIndex().siblingAtColumn(2))
    QTest.keyClick(noted.view, Key.Key_Return)
    assert open_notes(noted) == []
