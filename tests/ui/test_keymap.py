import pytest
from PySide6.QtWidgets import QWidget

from framework_qda.ui.keymap import chosen_keys, current_keymap
from framework_qda.ui.keys import key_text, keys_of, make_action


@pytest.fixture(autouse=True)
def defaults_again(qapp):
    yield
    current_keymap().choose({})


def test_there_is_one_keymap(qapp):
    assert current_keymap() is current_keymap()


def test_chosen_keys_come_instead_of_all_keys_of_the_table(qapp):
    current_keymap().choose({"window.redo": "F10"})
    assert keys_of("window.redo") == ("F10",)


def test_a_command_can_lose_its_key(qapp):
    current_keymap().choose({"chart.link": ""})
    assert (keys_of("chart.link"), key_text("chart.link")) == ((), "")


def test_actions_follow_at_once(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    action = make_action(widget, "chart.link", lambda: None)
    current_keymap().choose({"chart.link": "F10"})
    assert (action.shortcut().toString(), action.toolTip()) == ("F10", "Link the selected passage (F10)")


def test_actions_that_are_gone_are_not_asked(qtbot):
    widget = QWidget()
    action = make_action(widget, "chart.link", lambda: None)
    widget.deleteLater()
    with qtbot.waitSignal(action.destroyed):
        pass
    current_keymap().choose({"chart.link": "F10"})
    assert chosen_keys() == {"chart.link": "F10"}


def test_the_same_keys_again_change_nothing(qtbot):
    with qtbot.assertNotEmitted(current_keymap().changed):
        current_keymap().choose({})
