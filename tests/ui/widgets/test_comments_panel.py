"""The panel of comments: it shows threads and tells what is to be said, and knows no project."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionComboBox

from framework_qda.matrix.analysts import AnalystMark
from framework_qda.matrix.remarks import GONE, Remark, Subject, Thread
from framework_qda.ui.widgets.comments_panel import CommentsPanel

SUBJECTS = (
    Subject("cell", "c1", "the cell"),
    Subject("cell", "c1", "statement 1: “Forms.”", "s1"),
    Subject("extract", "e1", "passage ¶4"),
)


def remark(text, *, remark_id="r1", is_own=False, is_answered=False):
    return Remark(remark_id, AnalystMark("Bea Lund", "BL"), "2012-05-03T10:00:00+00:00", text, is_own, is_answered)


@pytest.fixture
def panel(qtbot):
    made = CommentsPanel()
    qtbot.addWidget(made)
    made.resize(300, 600)
    made.show()
    return made


def show(panel, *threads, key="c1"):
    panel.show_threads(key, "I01 · 1.1", SUBJECTS, threads, can_write=True)


def test_a_thread_says_what_it_is_about_and_leads_there(panel, qtbot):
    thread = Thread(remark("Which?"), about="passage ¶4", subject_type="extract", subject_id="e1")
    show(panel, thread)
    with qtbot.waitSignal(panel.subject_wanted) as asked:
        qtbot.keyClick(panel.cards[0].about_button, Qt.Key.Key_Space)
    assert asked.args == [thread]


def test_what_is_gone_leads_nowhere(panel):
    show(panel, Thread(remark("Which?"), about=GONE))
    assert panel.cards[0].about_button is None


def test_a_comment_is_sent_on_what_was_asked_for(panel, qtbot):
    show(panel)
    panel.ask(record_id="e1", statement_id="")
    panel.field.setPlainText("Too telling.")
    with qtbot.waitSignal(panel.commented) as sent:
        panel.send_button.click()
    assert sent.args == [SUBJECTS[2], "Too telling."]


def test_only_ones_own_remarks_can_be_changed(panel):
    show(panel, Thread(remark("Mine", is_own=True)), Thread(remark("Yours", remark_id="r2")))
    assert [len(card.edit_buttons) for card in panel.cards] == [1, 0]


def test_a_remark_that_was_answered_cannot_be_deleted(panel):
    show(panel, Thread(remark("Mine", is_own=True, is_answered=True)))
    button = panel.cards[0].delete_buttons[0]
    assert not button.isEnabled()
    assert "replied" in button.toolTip()


def test_ones_own_remark_is_changed_and_what_was_being_written_comes_back(panel, qtbot):
    show(panel, Thread(remark("Mine", is_own=True)))
    panel.field.setPlainText("Half a thought")
    panel.cards[0].edit_buttons[0].click()
    assert panel.field.toPlainText() == "Mine"
    panel.field.setPlainText("Mine, rather.")
    with qtbot.waitSignal(panel.changed) as sent:
        panel.send_button.click()
    assert sent.args == ["r1", "Mine, rather."]
    panel.take_sent("c1")
    assert (panel.field.toPlainText(), panel.send_button.text()) == ("Half a thought", "Comment")


def test_escape_gives_up_a_change(panel, qtbot):
    show(panel, Thread(remark("Mine", is_own=True)))
    panel.cards[0].edit_buttons[0].click()
    panel.field.setPlainText("Mine, rather.")
    qtbot.keyClick(panel.field, Qt.Key.Key_Escape)
    assert (panel.field.toPlainText(), panel.send_button.text()) == ("", "Comment")


def test_escape_leaves_the_threads_too(panel, qtbot):
    show(panel, Thread(remark("Which?")))
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel.cards[0].reply_button, Qt.Key.Key_Escape)


@pytest.fixture
def active(qtbot, panel):
    with qtbot.waitActive(panel):
        panel.activateWindow()
    return panel


def test_the_keyboard_goes_from_a_resolved_comment_to_the_next_open_one(active):
    first, second = Thread(remark("Which?")), Thread(remark("Who?", remark_id="r2"))
    show(active, first, second)
    active.cards[0].resolve_button.setFocus()
    show(active, second, replace(first, is_resolved=True))
    assert active.cards[0].reply_button.hasFocus()


def test_the_keyboard_leaves_the_comments_with_the_last_open_one(active, qtbot):
    thread = Thread(remark("Which?"))
    show(active, thread)
    active.cards[0].resolve_button.setFocus()
    with qtbot.waitSignal(active.left):
        show(active, replace(thread, is_resolved=True))


def test_the_keyboard_stays_with_a_comment_that_others_answer(active, qtbot):
    first, second = Thread(remark("Which?")), Thread(remark("Who?", remark_id="r2"))
    show(active, first, second)
    active.cards[1].resolve_button.setFocus()
    with qtbot.assertNotEmitted(active.left):
        show(active, first, replace(second, replies=(remark("She.", remark_id="r3"),)))
    assert active.cards[1].reply_button.hasFocus()


def test_shift_tab_leads_from_the_field_into_the_last_thread(active, qtbot):
    for _ in range(2):  # cards that were made anew too
        show(active, Thread(remark("Which?")), Thread(remark("When?", remark_id="r2")))
        show(active, Thread(remark("Who?")), Thread(remark("When?", remark_id="r2")))
    qtbot.waitUntil(active.cards[1].reply_button.isVisible)
    active.field.setFocus()
    reached = []
    for _ in range(3):
        qtbot.keyClick(active.window().focusWidget(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        reached.append(active.window().focusWidget())
    assert reached == [active.about, active.cards[1].resolve_button, active.cards[1].reply_button]


def test_words_of_a_comment_become_the_reason_and_back(panel):
    show(panel)
    panel.field.setPlainText("Whose forms?")
    panel.ask_why()
    assert (panel.field.toPlainText(), panel.send_button.text()) == ("Whose forms?", "Send back")
    panel.form.cancel_button.click()
    assert (panel.field.toPlainText(), panel.send_button.text()) == ("Whose forms?", "Comment")


def test_who_asks_for_a_comment_while_replying_writes_a_comment_with_those_words(panel, qtbot):
    thread = Thread(remark("Which?"))
    show(panel, thread)
    panel.cards[0].reply_button.click()
    panel.field.setPlainText("The pink ones.")
    panel.ask()
    with qtbot.waitSignal(panel.commented) as sent:
        panel.send_button.click()
    assert sent.args == [SUBJECTS[0], "The pink ones."]


def test_a_reason_that_is_not_sent_waits_with_its_cell(panel):
    show(panel)
    panel.ask_why()
    panel.field.setPlainText("Whose")
    show(panel, key="c2")
    assert (panel.field.toPlainText(), panel.send_button.text()) == ("", "Comment")
    show(panel)
    assert (panel.field.toPlainText(), panel.send_button.text()) == ("Whose", "Send back")


@pytest.mark.parametrize("reply", ["Not", ""])
def test_a_comment_that_a_reply_came_between_waits_with_its_cell_too(panel, reply):
    thread = Thread(remark("Which?"))
    show(panel, thread)
    panel.field.setPlainText("Unfinished")
    panel.cards[0].reply_button.click()
    panel.field.setPlainText(reply)
    show(panel, key="c2")
    assert panel.field.toPlainText() == ""
    show(panel, thread)
    if reply:
        assert panel.field.toPlainText() == reply
        panel.take_sent("c1")
    assert panel.field.toPlainText() == "Unfinished"


def test_in_a_low_panel_the_form_takes_less_room(panel):
    show(panel)
    tall = panel.form.sizeHint().height()
    panel.resize(300, 220)
    assert panel.form.sizeHint().height() < tall
    panel.form.layout().activate()
    assert abs(panel.about.geometry().center().y() - panel.send_button.geometry().center().y()) < 5, "in one line"


def test_the_empty_field_says_only_what_can_be_read_whole_there(panel):
    panel.resize(panel.minimumWidth(), 600)
    show(panel)
    QApplication.processEvents()
    assert panel.field.placeholderText() == "Write a comment  (Ctrl+Enter sends)"
    panel.resize(panel.minimumWidth(), 220)
    QApplication.processEvents()
    assert panel.field.placeholderText() == "Write a comment"


def test_in_a_low_and_narrow_panel_what_a_comment_is_about_can_be_read(panel):
    show(panel)
    panel.resize(panel.minimumWidth(), 220)
    QApplication.processEvents()
    words = panel.about.fontMetrics().horizontalAdvance(panel.about.currentText())
    option = QStyleOptionComboBox()
    panel.about.initStyleOption(option)
    style, part = panel.about.style(), QStyle.SubControl.SC_ComboBoxEditField
    assert style.subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, panel.about).width() >= words


# -- the keyboard


def tab_chain(panel):
    """Return what Tab goes through from the threads on."""
    QApplication.processEvents()
    chain, widget = [], panel.close_button.nextInFocusChain()
    while widget is not panel:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            chain.append(widget)
        widget = widget.nextInFocusChain()
    return chain


def test_tab_goes_through_the_threads_and_on_to_the_field(panel):
    show(panel, Thread(remark("Which?")))
    show(panel, Thread(remark("Which?"), about="passage ¶4"), Thread(remark("When?", remark_id="r2")))
    first, second = panel.cards
    assert tab_chain(panel)[:7] == [
        first.about_button,
        *(first.reply_button, first.resolve_button, second.reply_button, second.resolve_button),
        *(panel.about, panel.field),
    ]


@pytest.fixture
def two(panel, qtbot):
    with qtbot.waitActive(panel):
        panel.activateWindow()
    show(panel, Thread(remark("Which?")), Thread(remark("When?", remark_id="r2")))
    panel.field.setFocus()
    return panel


def press(panel, key):
    QTest.keyClick(
        panel.window().focusWidget(), key, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    )


def test_a_key_replies_to_the_last_open_thread(two):
    press(two, Qt.Key.Key_R)
    assert two.form.answered.remark.comment_id == "r2"
    assert two.field.hasFocus()


def test_a_key_replies_to_the_thread_with_the_keyboard(two):
    two.cards[0].resolve_button.setFocus()
    press(two, Qt.Key.Key_R)
    assert two.form.answered.remark.comment_id == "r1"


def test_a_key_resolves_the_thread_that_is_being_answered(two, qtbot):
    two.cards[0].reply_button.click()
    with qtbot.waitSignal(two.resolve_wanted) as asked:
        press(two, Qt.Key.Key_D)
    assert asked.args == ["r1", True]


def test_the_keys_are_said_where_they_work(two):
    assert "Alt+Shift+R" in two.cards[0].reply_button.toolTip()
    assert "Alt+Shift+D" in two.cards[0].resolve_button.toolTip()
    assert "Alt+Shift+R" in two.field.placeholderText()
    show(two, key="c2")
    assert "Alt+Shift+R" not in two.field.placeholderText()
