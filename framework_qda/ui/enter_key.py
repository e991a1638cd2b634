"""Enter presses the button that has the keyboard, as Space does: Qt leaves that to dialogs and to some desktops."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TICKED = (QCheckBox, QRadioButton)
"""What Space alone ticks, everywhere."""


def press_button(window: QWidget, event: QKeyEvent) -> bool:
    """Press the focused button of a window on a key that nothing within took; say whether the key is dealt with.

    A key that is held down presses nothing again: what the first press led to may be a button too.
    """
    button = window.focusWidget()
    is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() not in _ENTER or not is_plain:
        return False
    if not isinstance(button, QAbstractButton) or isinstance(button, _TICKED):
        return False
    if not event.isAutoRepeat():
        button.click()
    return True
