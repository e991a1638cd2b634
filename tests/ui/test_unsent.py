"""Comments that are not sent wait on this computer, and are no part of the project."""

import stat

import pytest
from PySide6.QtTest import QTest

from framework_qda.model import Interview, Subtopic
from framework_qda.ui.unsent import Unsent
from framework_qda.ui.widgets import remark_form

WORDS = "Whose form was it?"


def open_cell(window):
    window.show_desk("chart")
    desk = window.current_desk()
    read = window.project.read
    desk.open_remarks(read.all(Interview)[0].id, read.all(Subtopic)[0].id, "")
    return desk.panes.comments


def unsent(window):
    return Unsent(window.settings.unsent_path(window.project.project_id), lambda: window.project.analyst_id)


def again(window):
    """Open the project as the next session does."""
    path = window.project.path
    window.close_project()
    window.menus.file.open_path(path)
    return window


def test_a_comment_that_is_not_sent_is_there_after_closing(open_window):
    QTest.keyClicks(open_cell(open_window).field, WORDS)
    assert open_cell(again(open_window)).field.toPlainText() == WORDS


def test_it_is_kept_while_somebody_types(open_window, monkeypatch, qtbot):
    assert remark_form.KEEP_MS <= 1000
    comments = open_cell(open_window)
    comments.form._keeping.setInterval(10)
    QTest.keyClicks(comments.field, WORDS)
    qtbot.waitUntil(lambda: bool(unsent(open_window).keys()))
    [(kind, key)] = unsent(open_window).keys()
    assert (kind, unsent(open_window).get(key)["text"]) == ("cell", WORDS)


def test_it_is_no_part_of_the_project(open_window):
    path = open_window.project.path
    QTest.keyClicks(open_cell(open_window).field, WORDS)
    open_window.close_project()
    assert WORDS.encode() not in path.read_bytes()


def test_nobody_else_can_read_it(open_window):
    comments = open_cell(open_window)
    QTest.keyClicks(comments.field, WORDS)
    comments.form.keep()
    path = open_window.settings.unsent_path(open_window.project.project_id)
    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


@pytest.mark.parametrize("is_sent", [True, False])
def test_what_was_sent_or_emptied_waits_no_longer(open_window, is_sent):
    comments = open_cell(open_window)
    QTest.keyClicks(comments.field, WORDS)
    comments.form.keep()
    if is_sent:
        comments.send_button.click()
    else:
        comments.field.clear()
        comments.form.keep()
    path = open_window.settings.unsent_path(open_window.project.project_id)
    assert not path.exists()
    assert open_cell(again(open_window)).field.toPlainText() == ""


def test_a_reply_that_is_not_sent_is_one_again(open_window):
    comments = open_cell(open_window)
    QTest.keyClicks(comments.field, "Which form?")
    comments.send_button.click()
    comments.cards[0].reply_button.click()
    QTest.keyClicks(comments.field, WORDS)
    comments = open_cell(again(open_window))
    assert (comments.field.toPlainText(), comments.send_button.text()) == (WORDS, "Reply")


def test_what_was_typed_on_one_desk_waits_on_the_others(open_window):
    QTest.keyClicks(open_cell(open_window).field, WORDS)
    open_window.show_desk("matrix")
    desk = open_window.current_desk()
    read = open_window.project.read
    desk.open_cell(read.all(Interview)[0].id, read.all(Subtopic)[0].id)
    desk.reviewing.comment()
    assert desk.comments.field.toPlainText() == WORDS
    desk.comments.send_button.click()
    assert open_cell(open_window).field.toPlainText() == ""
