"""The project file is moved away while it is open: what is typed stays, can be copied, and is in the way of closing."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from framework_qda import create_project
from framework_qda.model import Cell, Interview, Subtopic
from framework_qda.ui.unsaved_words import CLOSE, COPY, NOT_CLOSED

WORDS = "They met every week."


def first(project, record_type):
    return project.read.all(record_type)[0]


@pytest.fixture
def typed(open_window, tmp_path):
    """Return a window in whose cell words have been typed, and where its file has been moved to."""
    project = open_window.project
    open_window.show_desk("chart")
    desk = open_window.current_desk()
    desk.open_cell(first(project, Interview).id, first(project, Subtopic).id)
    QTest.keyClicks(editor(open_window), WORDS)
    path = project.path
    path.rename(tmp_path / "moved.fqda")
    yield open_window
    put_back(path, tmp_path)


def put_back(path, tmp_path):
    if (tmp_path / "moved.fqda").exists():
        (tmp_path / "moved.fqda").rename(path)


def move_back(window, tmp_path):
    (tmp_path / "moved.fqda").rename(window.project.path)


def messages(window):
    return [message.words for message in window.messages.messages()]


def press(window, words):
    buttons = [button for message in window.messages.messages() for button in message.findChildren(QPushButton)]
    next(button for button in buttons if button.text() == words).click()


def editor(window):
    return window.desks["chart"].panes.cell.editor


def test_the_window_does_not_close_over_words_that_could_not_be_written(typed):
    assert not typed.close()
    assert typed.isVisible()
    assert editor(typed).content()[0].text == WORDS
    [words] = messages(typed)
    assert words.startswith(NOT_CLOSED)
    assert "moved, renamed or replaced" in words
    assert "as a draft either" in words


def test_the_project_does_not_close_over_them_either(typed):
    typed.menus.action("window.close").trigger()
    assert typed.project is not None
    assert messages(typed)[0].startswith(NOT_CLOSED)


def test_they_can_be_copied_from_the_message_which_stays(typed):
    typed.close()
    press(typed, COPY)
    assert QApplication.clipboard().text() == WORDS
    assert messages(typed)[0].startswith(NOT_CLOSED)


def test_somebody_who_has_read_that_closes_all_the_same(typed):
    typed.close()
    path = typed.project.path
    press(typed, CLOSE)
    assert not typed.isVisible()
    assert typed.project is None
    assert not path.exists()


def test_moved_back_the_words_are_written_on_closing(typed, tmp_path):
    typed.close()
    move_back(typed, tmp_path)
    typed.show_desk("framework")
    assert first(typed.project, Cell).content[0].text == WORDS
    assert messages(typed) == []
    typed.close_project()
    assert typed.project is None


def test_another_desk_is_not_shown_over_them(typed):
    typed.show_desk("framework")
    assert typed.desk_name == "chart"
    [words] = messages(typed)
    assert "moved, renamed or replaced" in words
    press(typed, COPY)
    assert QApplication.clipboard().text() == WORDS


def test_another_project_is_not_opened_over_them(typed, tmp_path):
    create_project(tmp_path / "wards.fqda", title="Wards", analyst_name="Ann").close()
    before = typed.project
    typed.menus.file.open_path(tmp_path / "wards.fqda")
    assert typed.project is before
    assert messages(typed)[0].startswith(NOT_CLOSED)


@pytest.fixture
def filled(open_window, tmp_path):
    """Return a window in one of whose forms words have been typed when the file was moved."""
    open_window.show_desk("framework")
    desk = open_window.current_desk()
    desk.open_record("subtopic", first(open_window.project, Subtopic).id)
    path = open_window.project.path
    path.rename(tmp_path / "moved.fqda")
    QTest.keyClicks(definition(open_window).widget, WORDS)
    yield open_window
    put_back(path, tmp_path)


def definition(window):
    return window.current_desk().panel.form.fields["definition"]


def test_words_of_a_form_are_in_the_way_of_closing_too(filled):
    assert not filled.close()
    press(filled, COPY)
    assert QApplication.clipboard().text() == WORDS


def test_words_of_a_form_can_be_copied_when_another_record_is_shown_in_it(filled):
    definition(filled).finish()
    filled.current_desk().open_record("subtopic", filled.project.read.all(Subtopic)[1].id)
    assert definition(filled).unsaved_words() == ""
    press(filled, COPY)
    assert QApplication.clipboard().text() == WORDS
    assert filled.finish_editing()


def test_words_of_a_form_are_in_nobodys_way_once_they_are_written(filled, tmp_path):
    filled.close()
    move_back(filled, tmp_path)
    assert filled.finish_editing()
    assert first(filled.project, Subtopic).definition == WORDS
