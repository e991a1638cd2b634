"""What the menus do about spelling, on whichever desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from framework_qda.ui.spelling.dictionary import SpellingState

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from framework_qda.matrix.spelling import WordPlace
    from framework_qda.ui.shell import Shell
    from framework_qda.ui.spelling.dialog import SpellingDialog

NO_WORDS_HERE = "Words are checked where interviews are charted. This goes from word to word in Chart and in Matrix."
WORDS = "Check spelling"
NO_DICTIONARY = "Check spelling: no dictionary for “{}”"


class SpellingCommands(QObject):
    """Go to the next unknown word, list all of them, switch checking on and off."""

    def __init__(self, window: Shell, show_desk: Callable[[str], None]) -> None:
        super().__init__(window)
        self._window = window
        self._spelling = window.spelling
        self._show_desk = show_desk
        self._switch: QAction | None = None
        self._dialog: SpellingDialog | None = None

    def go_on(self) -> None:
        """Go to the next unknown word of the desk that is shown."""
        desk = self._window.current_desk()
        if desk is not None and desk.has_words:
            desk.go_to_misspelt()
        else:
            self._window.tell(NO_WORDS_HERE)

    def open(self) -> None:
        """List the unknown words of where one is, beside the window."""
        from framework_qda.ui.spelling.dialog import SpellingDialog

        project, operations, desk = self._window.project, self._window.operations, self._window.current_desk()
        if project is None or operations is None or desk is None:
            return
        self._window.finish_editing()
        if self._dialog is not None:
            self._dialog.close()
        self._dialog = SpellingDialog(project, self._spelling, desk.here(), self._window)
        self._dialog.place_wanted.connect(self._go_to)
        self._dialog.finished.connect(self._forget_dialog)
        operations.changed.connect(self._dialog.note_changes)
        self._dialog.show()

    def toggle(self) -> None:
        """Check spelling, or no longer."""
        self._spelling.set_on(not self._spelling.is_on)

    def follow(self, switch: QAction) -> None:
        """Keep the action of the View menu true."""
        self._switch = switch
        switch.setCheckable(True)
        self._spelling.dictionary.state_changed.connect(self._show_state)
        self._show_state()

    def _show_state(self) -> None:
        if self._switch is None:
            return
        is_missing = self._spelling.dictionary.state is SpellingState.MISSING
        self._switch.setText(NO_DICTIONARY.format(self._spelling.dictionary.language) if is_missing else WORDS)
        self._switch.setToolTip(self._spelling.dictionary.words())
        self._switch.setChecked(self._spelling.is_on and not is_missing)

    def _go_to(self, place: WordPlace) -> None:
        self._show_desk("chart")
        desk = self._window.current_desk()
        if desk is not None:
            desk.open_word(place)

    def _forget_dialog(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()
