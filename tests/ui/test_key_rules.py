import pytest

from framework_qda.ui.key_rules import in_force, portable, sound_keys, why_refused
from framework_qda.ui.keys import COMMANDS, keys_of
from framework_qda.ui.menu_titles import menu_letters

LETTERS = frozenset("FEVHIRCM")


def refusal(command_id, key, **chosen):
    return why_refused(command_id, key, in_force(chosen), LETTERS)


@pytest.mark.parametrize("key", ["Alt+L", "F10", "Shift+F12", "Ctrl+Shift+G", "Alt+Home", ""])
def test_a_free_key_is_allowed(qapp, key):
    assert refusal("chart.link", key) == ""


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("a", "typing"),
        ("Shift+A", "typing"),
        ("Space", "typing"),
        ("Tab", "typing"),
        ("Return", "typing"),
        ("Left", "typing"),
        ("Esc", "typing"),
        ("Ctrl+Alt+E", "AltGr"),
        ("Alt+F", "opens a menu"),
        ("Alt+C", "opens a menu"),
        ("Ctrl+V", "editing text"),
        ("Ctrl+Backspace", "editing text"),
        ("Ctrl+Left", "editing text"),
        ("Ctrl+Space", "system"),
        ("Alt+F4", "system"),
        ("Meta+Alt+L", "system"),
        ("Ctrl+J", "the key of “Jump between reference and passage”"),
        ("Ctrl+S, Ctrl+L", "one key"),
    ],
)
def test_a_key_that_cannot_be_taken_is_refused_with_the_reason(qapp, key, reason):
    assert reason in refusal("chart.link", key)


def test_a_key_of_another_desk_is_free(qapp):
    assert refusal("chart.link", "Alt+1") == ""


def test_a_key_of_the_window_is_free_on_no_desk(qapp):
    assert "“History”" in refusal("chart.link", "Ctrl+H")


def test_a_desks_key_is_not_free_for_the_window(qapp):
    assert "“Link the selected passage”" in refusal("window.history", "Ctrl+L")


def test_the_second_key_of_a_command_is_taken_too(qapp):
    assert "“Zoom in”" in refusal("window.history", "Ctrl+=")


def test_a_key_that_another_command_gave_up_is_free(qapp):
    assert refusal("chart.link", "Ctrl+J", **{"chart.jump": "F10"}) == ""


@pytest.mark.parametrize("command_id", COMMANDS)
def test_the_keys_of_the_table_are_allowed_and_written_as_qt_writes_them(qapp, command_id):
    for key in keys_of(command_id):
        assert (refusal(command_id, key), portable(key)) == ("", key)


def test_no_key_of_the_table_opens_a_menu(qapp):
    assert {key for each in COMMANDS for key in keys_of(each)} & {f"Alt+{letter}" for letter in menu_letters()} == set()


def test_chosen_keys_that_nobody_may_have_are_left_out(qapp):
    chosen = {"chart.link": "a", "chart.star": "F10", "chart.gone": "F5", "chart.find": "nonsense"}
    assert sound_keys(chosen, LETTERS) == {"chart.star": "F10"}


def test_two_commands_may_exchange_their_keys(qapp):
    chosen = {"chart.link": "Ctrl+J", "chart.jump": "Ctrl+L"}
    assert sound_keys(chosen, LETTERS) == chosen


def test_a_default_that_comes_back_takes_its_key_from_the_chosen_ones(qapp):
    assert sound_keys({"chart.link": "Ctrl+J", "chart.jump": "a"}, LETTERS) == {}


def test_a_command_may_have_no_key(qapp):
    assert sound_keys({"chart.link": ""}, LETTERS) == {"chart.link": ""}
