"""Which keys a command may have: none that types, edits text, opens a menu, or is another command's already."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from framework_qda.ui.keys import COMMANDS, can_meet, default_keys, native_text

Keys = Mapping[str, tuple[str, ...]]
"""The id of every command -> its keys."""

FIRST_FUNCTION_KEY, LAST_FUNCTION_KEY = Qt.Key.Key_F1.value, Qt.Key.Key_F35.value

OF_THE_SYSTEM = frozenset(
    {
        *("Ctrl+Space", "Ctrl+Shift+Space", "Ctrl+Shift+U", "Alt+`", "Alt+~", "Alt+Shift+Return"),  # input methods
        *("Alt+F4", "Alt+Tab", "Alt+Shift+Tab", "Alt+Backtab", "Alt+Shift+Backtab", "Alt+Space", "Alt+Esc"),
        *("Ctrl+Esc", "Ctrl+Shift+Esc", "Ctrl+Tab", "Ctrl+Shift+Tab", "Ctrl+Backtab", "Ctrl+Shift+Backtab"),
    }
)
"""Keys that desktops and input methods take before a program sees them, or that walk about in a window."""

_Edit = QKeySequence.StandardKey
IN_TEXT = (
    *(_Edit.Undo, _Edit.Redo, _Edit.Cut, _Edit.Copy, _Edit.Paste, _Edit.SelectAll, _Edit.Delete, _Edit.Backspace),
    *(_Edit.DeleteStartOfWord, _Edit.DeleteEndOfWord, _Edit.DeleteEndOfLine, _Edit.DeleteCompleteLine),
    *(_Edit.MoveToNextWord, _Edit.MoveToPreviousWord, _Edit.MoveToStartOfLine, _Edit.MoveToEndOfLine),
    *(_Edit.MoveToStartOfBlock, _Edit.MoveToEndOfBlock, _Edit.MoveToStartOfDocument, _Edit.MoveToEndOfDocument),
    *(_Edit.SelectNextWord, _Edit.SelectPreviousWord, _Edit.SelectStartOfLine, _Edit.SelectEndOfLine),
    *(_Edit.SelectStartOfBlock, _Edit.SelectEndOfBlock, _Edit.SelectStartOfDocument, _Edit.SelectEndOfDocument),
)
"""What the keys of text fields do, which differ from system to system."""


def portable(key: str | QKeySequence) -> str:
    """Write a key as the table does: `Ctrl+Shift+L`."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def why_refused(command_id: str, key: str, keys: Keys, letters: Collection[str]) -> str:
    """Say why a command cannot have a key, or return an empty text; `letters` open menus with Alt."""
    if not key:
        return ""
    own = key in default_keys(command_id)
    return ("" if own else _why_no_key(key, letters)) or _why_taken(command_id, key, keys)


def sound_keys(chosen: Mapping[str, str], letters: Collection[str]) -> dict[str, str]:
    """Return those chosen keys that are allowed: a file may have been written by hand, or by another version."""
    sound = {each: portable(key) for each, key in chosen.items() if each in COMMANDS and (portable(key) or not key)}
    while refused := _refused(sound, letters):
        for command_id in refused:  # its default comes back, which may be the chosen key of another
            del sound[command_id]
    return sound


def in_force(chosen: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the keys of every command where some are chosen."""
    keys = {command_id: default_keys(command_id) for command_id in COMMANDS}
    return keys | {command_id: (key,) if key else () for command_id, key in chosen.items()}


def _refused(chosen: Mapping[str, str], letters: Collection[str]) -> list[str]:
    keys = in_force(chosen)
    return [command_id for command_id, key in chosen.items() if why_refused(command_id, key, keys, letters)]


def _why_no_key(key: str, letters: Collection[str]) -> str:
    combination = _combination(key)
    shown = native_text(key)
    if combination is None:
        return "Press one key, together with Ctrl, Alt or Shift."
    held, pressed = combination.keyboardModifiers(), combination.key()
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    if not held & (control | alt) and not FIRST_FUNCTION_KEY <= pressed.value <= LAST_FUNCTION_KEY:
        return f"{shown} is needed for typing and moving about. Hold Ctrl or Alt, or take a function key."
    if held & control and held & alt:
        return f"{shown} cannot be taken: on many keyboards Ctrl and Alt together type a character, as AltGr does."
    if held == alt and pressed.value < 128 and chr(pressed.value) in letters:
        return f"{shown} opens a menu."
    if key in OF_THE_SYSTEM or held & Qt.KeyboardModifier.MetaModifier:
        return f"{shown} belongs to the system or to the way characters are composed."
    if any(portable(each) == key for standard in IN_TEXT for each in QKeySequence.keyBindings(standard)):
        return f"{shown} is needed for editing text."
    return ""


def _combination(key: str) -> QKeyCombination | None:
    sequence = QKeySequence(key)
    first: QKeyCombination | None = sequence[0] if sequence.count() == 1 else None  # type: ignore[index]
    return None if first is None or first.key() == Qt.Key.Key_unknown else first


def _why_taken(command_id: str, key: str, keys: Keys) -> str:
    for other, others in keys.items():
        if other != command_id and can_meet(command_id, other) and key in map(portable, others):
            return (
                f"{native_text(key)} is the key of “{COMMANDS[other].words.rstrip('…')}”. Give that another key first."
            )
    return ""
