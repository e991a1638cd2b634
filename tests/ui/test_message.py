import gc

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget, QWidgetItem
from shiboken6.Shiboken import getAllValidWrappers

from framework_qda.ui.message import KEPT, LEAST_MS, MessageArea, TaskStrip
from framework_qda.ui.style import em
from framework_qda.ui.worker import Task


@pytest.fixture
def area(qtbot):
    made = MessageArea()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_message_is_shown(area):
    area.tell("Exported.")
    assert [message.words for message in area.messages()] == ["Exported."]


def test_the_same_words_are_shown_once(area):
    area.tell("No room.")
    area.tell("No room.")
    assert len(area.messages()) == 1


def words_of(area):
    return [message.words for message in area.messages()]


def offer(area, words, **more):
    area.tell(words, buttons=[("Do it", lambda: None)], **more)


def test_old_messages_give_way(area):
    for number in range(KEPT + 2):
        offer(area, f"Offer {number}")
    assert words_of(area) == ["Offer 2", "Offer 3"]


def test_what_is_only_said_takes_the_place_of_what_was_said_before(area):
    area.tell("Backed up.")
    area.tell("It is sound.")
    assert words_of(area) == ["It is sound."]


def test_a_newer_error_takes_the_place_of_the_one_before(area):
    area.tell("Nothing was changed.", role="error")
    area.tell("No room.", role="error")
    assert words_of(area) == ["No room."]


@pytest.mark.parametrize("role", ["message", "error"])
def test_what_is_only_said_goes_with_the_next_action_when_it_can_have_been_read(area, role, monkeypatch):
    monkeypatch.setattr("framework_qda.ui.message.LEAST_MS", 0)
    area.tell("Nothing was changed.", role=role)
    area.follow_action()
    (message,) = area.messages()
    assert message.going.remainingTime() == 0


def test_what_was_said_a_moment_ago_outlives_an_action(area):
    area.tell("Nothing was changed.", role="error")
    area.follow_action()
    (message,) = area.messages()
    assert message.going.remainingTime() > LEAST_MS / 2


def test_an_offer_stays_until_it_no_longer_holds(area):
    stands = [True]
    offer(area, "28 cells were charted before.", holds=lambda: stands[0])
    area.follow_action()
    assert words_of(area) == ["28 cells were charted before."]
    stands[0] = False
    area.follow_action()
    assert words_of(area) == []


@pytest.mark.parametrize(("ems", "seen"), [(60, ["First.", "Second."]), (20, ["Second."])])
def test_in_a_low_window_one_message_is_seen_and_the_other_waits(qtbot, ems, seen):
    window = QWidget()
    qtbot.addWidget(window)
    area = MessageArea(window)
    window.resize(em(window, 60), em(window, ems))
    window.show()
    offer(area, "First.")
    offer(area, "Second.")
    assert [message.words for message in area.messages() if message.isVisible()] == seen
    area.close_newest()
    assert [message.words for message in area.messages() if message.isVisible()] == ["First."]


def test_the_newest_message_is_closed_first(area):
    offer(area, "Exported.")
    area.tell("No room.", role="error")
    assert area.close_newest()
    assert words_of(area) == ["Exported."]
    assert area.close_newest()
    assert not area.close_newest()


def test_words_are_never_read_as_html(area):
    area.tell("<img src=//host/x>")
    label = area.messages()[0].findChild(QLabel)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_button_does_its_work_and_takes_the_message_away(area):
    done = []
    area.tell("Exported.", buttons=[("Open folder", lambda: done.append("opened"))])
    area.messages()[0].findChild(QPushButton).click()
    assert (done, area.messages()) == (["opened"], [])


@pytest.mark.parametrize(("ems", "is_below"), [(80, False), (30, True)])
def test_in_a_narrow_window_the_buttons_stand_below_the_words(area, ems, is_below):
    area.tell("Exported to a folder.", buttons=[("Open file", lambda: None), ("Open folder", lambda: None)])
    (message,) = area.messages()
    area.resize(em(area, ems), area.sizeHint().height())
    QApplication.processEvents()
    label, button = message.findChild(QLabel), message.findChild(QPushButton)
    assert (button.geometry().top() > label.geometry().bottom()) == is_below


def test_news_take_the_place_of_those_on_the_same_topic(area):
    area.tell("Saved.")
    area.tell_news("acceptance", "One is accepted.", ())
    area.tell_news("acceptance", "Another is accepted.", ())
    assert [message.words for message in area.messages()] == ["Saved.", "Another is accepted."]
    area.tell_news("acceptance", "", ())
    assert [message.words for message in area.messages()] == ["Saved."]


def test_a_message_that_asks_for_nothing_goes_by_itself(area):
    area.tell("Exported.")
    (message,) = area.messages()
    assert message.going.isActive()
    message.going.timeout.emit()
    assert area.messages() == []


@pytest.mark.parametrize("more", [{"role": "error"}, {"buttons": [("Do it", lambda: None)]}])
def test_what_must_be_read_or_answered_stays(area, more):
    area.tell("No room.", **more)
    assert not area.messages()[0].going.isActive()


def test_a_message_stays_while_the_pointer_rests_on_it(area):
    area.tell("Exported.")
    (message,) = area.messages()
    QApplication.sendEvent(message, QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert not message.going.isActive()
    QApplication.sendEvent(message, QEvent(QEvent.Type.Leave))
    assert message.going.isActive()


@pytest.fixture
def page(qtbot):
    """Return a field, which has the keyboard, and below it the messages."""
    page = QWidget()
    qtbot.addWidget(page)
    column, field, messages = QVBoxLayout(page), QLineEdit(), MessageArea()
    column.addWidget(field)
    column.addWidget(messages)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    field.setFocus()
    messages.tell("Gave up.", buttons=[("Bring it back", lambda: None)])
    yield field, messages
    page.close()


def test_a_click_on_a_button_leaves_the_keyboard_where_it_is(qtbot, page):
    field, messages = page
    with qtbot.assertNotEmitted(messages.left):
        QTest.mouseClick(messages.messages()[0].findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert messages.messages() == []
    assert field.hasFocus()


def test_a_message_that_goes_with_the_keyboard_says_so(qtbot, page):
    _, messages = page
    button = messages.messages()[0].findChild(QPushButton)
    button.setFocus()
    with qtbot.waitSignal(messages.left):
        QTest.keyClick(button, Qt.Key.Key_Space)


def test_the_keyboard_comes_to_the_newest_message_and_leaves_it_by_the_same_key(qtbot, page):
    _, messages = page
    assert messages.take_focus()
    button = messages.messages()[0].findChild(QPushButton)
    assert button.hasFocus()
    with qtbot.waitSignal(messages.left):
        QTest.keyClick(button, Qt.Key.Key_F6)


def test_the_message_with_the_keyboard_is_closed_before_a_newer_one(page):
    _, messages = page
    messages.take_focus()
    messages.tell("Saved.")
    messages.close_newest()
    assert words_of(messages) == ["Saved."]


def test_without_messages_the_keyboard_stays(area):
    assert not area.take_focus()


def test_the_progress_of_a_task_is_gone_before_anything_follows_it(qtbot, area):
    task, shown = Task(lambda _progress: None), []
    area.watch("Building …", task)
    (strip,) = area.findChildren(TaskStrip)
    task.ended.connect(lambda _task: shown.append(strip.isHidden()))
    with qtbot.waitSignal(task.ended, timeout=5000):
        task.start()
    assert shown == [True]


def known_places():
    gc.collect()
    return sum(isinstance(each, QWidgetItem) for each in getAllValidWrappers())


def test_python_keeps_no_place_of_a_message_that_went_to_take_something_newer_for(area):
    before = known_places()
    area.tell("First.")
    area.tell("Second.", topic="another")
    area.clear()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert area.messages() == []
    assert known_places() == before
