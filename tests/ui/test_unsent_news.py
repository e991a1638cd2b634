"""On opening a project the comments that wait are told of."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from framework_qda.model import Interview
from tests.ui.test_unsent import WORDS, again, open_cell


def press_only_button(window):
    [message] = window.messages.messages()
    message.findChildren(QPushButton)[0].click()


def words_told(window):
    return [message.words for message in window.messages.messages()]


def test_a_comment_that_waits_is_told_of_and_led_to(open_window):
    QTest.keyClicks(open_cell(open_window).field, WORDS)
    open_window.show_desk("board")
    again(open_window)
    assert words_told(open_window) == ["1 comment that you began is not sent."]
    press_only_button(open_window)
    assert open_window.desk_name == "chart"
    assert open_window.current_desk().panes.comments.field.toPlainText() == WORDS


def test_a_comment_on_a_record_is_led_to_where_that_is_shown(open_window):
    open_window.show_desk("interviews")
    desk = open_window.current_desk()
    desk.open_record("remarks", open_window.project.read.all(Interview)[0].id)
    QTest.keyClicks(desk.comments.field, WORDS)
    open_window.show_desk("board")
    again(open_window)
    press_only_button(open_window)
    assert open_window.desk_name == "interviews"
    assert open_window.current_desk().comments.field.toPlainText() == WORDS


def test_nothing_is_told_where_nothing_waits(open_window):
    assert words_told(again(open_window)) == []
