import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel

from framework_qda.ui.help_dialogs import KeysDialog
from framework_qda.ui.keymap import current_keymap
from framework_qda.ui.keys import COMMANDS
from framework_qda.ui.keys_dialog import ChangeKeysDialog
from framework_qda.ui.menu_titles import menu_letters
from framework_qda.ui.settings import Settings
from framework_qda.ui.window import MainWindow
from tests.ui.showing import show

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def dialog(qtbot):
    made = ChangeKeysDialog({}, menu_letters())
    qtbot.addWidget(made)
    return show(qtbot, made, 700, 700)


@pytest.fixture(autouse=True)
def defaults_again(qapp):
    yield
    current_keymap().choose({})


def press(qtbot, dialog, command_id, key, held=Held.NoModifier):
    edit = dialog.rows[command_id].edit
    edit.setFocus()
    qtbot.keyClick(edit, key, held)


def shown(dialog, command_id):
    return dialog.rows[command_id].edit.keySequence().toString()


def test_every_command_has_a_field(dialog):
    assert set(dialog.rows) == set(COMMANDS)


def test_a_key_that_is_pressed_is_taken(dialog, qtbot):
    press(qtbot, dialog, "chart.link", Key.Key_F10)
    assert dialog.chosen() == {"chart.link": "F10"}


def test_a_key_of_another_command_is_refused_and_the_former_one_stays(dialog, qtbot):
    press(qtbot, dialog, "chart.link", Key.Key_J, Held.ControlModifier)
    assert shown(dialog, "chart.link") == "Ctrl+L"
    assert "Jump between reference and passage" in dialog.problem.text()
    assert dialog.chosen() == {}


def test_a_letter_is_refused(dialog, qtbot):
    press(qtbot, dialog, "chart.link", Key.Key_A)
    assert (shown(dialog, "chart.link"), dialog.chosen()) == ("Ctrl+L", {})


def test_a_menu_letter_is_refused(dialog, qtbot):
    press(qtbot, dialog, "chart.link", Key.Key_C, Held.AltModifier)
    assert "opens a menu" in dialog.problem.text()


def test_what_was_refused_is_forgotten_with_the_next_key(dialog, qtbot):
    press(qtbot, dialog, "chart.link", Key.Key_A)
    press(qtbot, dialog, "chart.link", Key.Key_F10)
    assert dialog.problem.isHidden()


def test_backspace_takes_the_key_away(dialog, qtbot):
    press(qtbot, dialog, "chart.link", Key.Key_Backspace)
    assert dialog.chosen() == {"chart.link": ""}


def test_the_default_of_one_comes_back(dialog, qtbot):
    press(qtbot, dialog, "chart.link", Key.Key_F10)
    press(qtbot, dialog, "chart.star", Key.Key_F2)
    dialog.rows["chart.link"].back.click()
    assert dialog.chosen() == {"chart.star": "F2"}


def test_a_default_that_another_command_has_taken_does_not_come_back(dialog, qtbot):
    press(qtbot, dialog, "chart.jump", Key.Key_F10)
    press(qtbot, dialog, "chart.link", Key.Key_J, Held.ControlModifier)
    dialog.rows["chart.jump"].back.click()
    assert "Link the selected passage" in dialog.problem.text()
    assert dialog.chosen() == {"chart.jump": "F10", "chart.link": "Ctrl+J"}


def test_pressing_the_default_is_no_choice(dialog, qtbot):
    press(qtbot, dialog, "window.redo", Key.Key_F10)
    press(qtbot, dialog, "window.redo", Key.Key_Z, Held.ControlModifier | Held.ShiftModifier)
    assert dialog.chosen() == {}


def test_all_defaults_come_back(dialog, qtbot):
    press(qtbot, dialog, "chart.link", Key.Key_F10)
    press(qtbot, dialog, "chart.star", Key.Key_Backspace)
    dialog.restore_all()
    assert (dialog.chosen(), shown(dialog, "chart.star")) == ({}, "Ctrl+B")


def test_only_what_differs_can_be_restored(dialog, qtbot):
    press(qtbot, dialog, "chart.link", Key.Key_F10)
    can = [command_id for command_id, row in dialog.rows.items() if row.back.isEnabled()]
    assert can == ["chart.link"]


def test_tab_goes_on_and_escape_gives_up(dialog, qtbot):
    edit = dialog.rows["chart.link"].edit
    press(qtbot, dialog, "chart.link", Key.Key_Tab)
    assert not edit.hasFocus()
    press(qtbot, dialog, "chart.link", Key.Key_Escape)
    assert not dialog.isVisible()


def test_enter_keeps_the_keys(dialog, qtbot):
    with qtbot.waitSignal(dialog.accepted):
        press(qtbot, dialog, "chart.link", Key.Key_Return)


@pytest.mark.parametrize("text", ["passage", "ctrl+l"])
def test_a_command_is_found_by_words_or_key(dialog, text):
    dialog.search.setText(text)
    visible = {command_id for command_id, row in dialog.rows.items() if row.edit.isVisible()}
    assert "chart.link" in visible
    assert "window.quit" not in visible


# -- in the window


def choose(command_id, key):
    def answer(dialog):
        dialog.rows[command_id].edit.setKeySequence(QKeySequence(key))
        dialog.take(command_id)
        dialog.accept()

    return answer


def test_menus_and_hints_follow_and_the_choice_is_remembered(open_window, dialogs):
    dialogs.expect(choose("window.keys", "F10"))
    open_window.menus.action("window.change_keys").trigger()
    assert open_window.menus.action("window.keys").shortcut().toString() == "F10"
    assert "Keys of this desk (F10)" in [label.text() for label in open_window.findChildren(QLabel)]
    open_window.settings.sync()
    assert Settings(open_window.settings.path).keys == {"window.keys": "F10"}


def test_the_page_of_keys_shows_chosen_keys(qtbot):
    current_keymap().choose({"chart.link": "F10", "chart.star": ""})
    page = KeysDialog("Chart", "chart")
    qtbot.addWidget(page)
    texts = [label.text() for label in page.findChildren(QLabel)]
    assert texts[texts.index("Link the selected passage") + 1] == "F10"
    assert "Star for quotation" not in texts


def test_typing_on_the_page_of_keys_narrows_it(qtbot):
    page = KeysDialog("Chart", "chart")
    qtbot.addWidget(page)
    page.show()

    def shown():
        return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]

    qtbot.waitUntil(page.search.hasFocus)
    qtbot.keyClicks(page.search, "pane")
    assert [each for each in shown() if "ane" in each] == ["Next pane", "Pane before"]
    assert "Everywhere" not in shown()
    page.search.setText("ctrl+l")
    assert "Link the selected passage" in shown()
    page.search.setText("nothing such")
    assert page.none_found.isVisible()
    page.search.clear()
    assert "Everywhere" in shown()
    assert not page.none_found.isVisible()


def test_the_page_of_keys_leads_to_the_choice(open_window, dialogs):
    seen = []
    dialogs.expect(lambda page: page.done(KeysDialog.CHANGE))
    dialogs.expect(lambda dialog: seen.append(dialog.windowTitle()))
    open_window.menus.action("window.keys").trigger()
    assert seen == ["Change keys"]


def test_what_is_given_up_changes_nothing(open_window, dialogs):
    dialogs.expect(lambda dialog: (choose("window.keys", "F10")(dialog), dialog.reject()))
    open_window.menus.action("window.change_keys").trigger()
    assert current_keymap().chosen == {}


def test_a_window_begins_with_the_keys_of_this_machine(qtbot, settings, look):
    settings.keys = {"window.history": "F10", "window.quit": "q"}
    window = MainWindow(settings, look)
    qtbot.addWidget(window)
    keys = [window.menus.action(name).shortcut().toString() for name in ("window.history", "window.quit")]
    assert keys == ["F10", "Ctrl+Q"]
