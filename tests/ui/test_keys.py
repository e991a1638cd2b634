import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from framework_qda.ui.keys import (
    COMMANDS,
    EXTRA_KEYS,
    IN_TABLES,
    describe,
    find_clashes,
    group_of,
    keys_of,
    make_action,
)

ALL_KEYS = [(command_id, key) for command_id in COMMANDS for key in keys_of(command_id)]
UNTYPED = {*(getattr(Qt.Key, f"Key_F{number}") for number in range(1, 13))}


def test_no_two_commands_answer_to_one_key_at_once():
    assert find_clashes() == []


def test_a_clash_would_be_found():
    assert find_clashes(["chart.find", "matrix.find"]) == []
    assert find_clashes(["framework.delete", "framework.delete"]) != []


@pytest.mark.parametrize(("command_id", "key"), ALL_KEYS)
def test_no_key_takes_a_typed_character(command_id, key):
    combination = QKeySequence(key)[0]
    modifiers = combination.keyboardModifiers()
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    assert modifiers & held or combination.key() in UNTYPED or command_id in IN_TABLES


@pytest.mark.parametrize(("command_id", "key"), ALL_KEYS)
def test_no_key_is_one_that_a_keyboard_makes_characters_with(command_id, key):
    modifiers = QKeySequence(key)[0].keyboardModifiers()
    assert not (modifiers & Qt.KeyboardModifier.ControlModifier and modifiers & Qt.KeyboardModifier.AltModifier), (
        "Ctrl+Alt is AltGr on Windows"
    )


@pytest.mark.parametrize("command_id", COMMANDS)
def test_every_command_has_words(command_id):
    assert COMMANDS[command_id].words.strip()


def test_extra_keys_belong_to_commands():
    assert set(EXTRA_KEYS) <= set(COMMANDS)


def test_the_group_is_what_stands_before_the_dot():
    assert group_of("chart.link") == "chart"


def test_a_description_names_the_key():
    assert describe("window.undo") == "Undo (Ctrl+Z)"


def test_an_action_calls_its_slot_without_arguments(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    calls = []
    make_action(widget, "chart.link", lambda: calls.append("linked")).trigger()
    assert calls == ["linked"]


def test_an_action_of_a_desk_is_deaf_outside_it(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    action = make_action(widget, "chart.link", lambda: None)
    assert action.shortcutContext() == Qt.ShortcutContext.WidgetWithChildrenShortcut


def test_a_key_that_is_a_letter_is_deaf_unless_its_table_has_the_focus(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    action = make_action(widget, "case.agree", lambda: None)
    assert action.shortcutContext() == Qt.ShortcutContext.WidgetShortcut
