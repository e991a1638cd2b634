"""What the Help menu does. Dialogs are imported when they are shown: the window opens without waiting for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from framework_qda.ui.keymap import current_keymap
from framework_qda.ui.places import find_guide

if TYPE_CHECKING:
    from framework_qda.ui.shell import Shell


class HelpCommands(QObject):
    """Keys, guide, versions."""

    def __init__(self, window: Shell) -> None:
        super().__init__(window)
        self._window = window

    def keys(self) -> None:
        """Show the keys of the desk."""
        from framework_qda.ui.help_dialogs import KeysDialog

        desk = self._window.current_desk()
        dialog = KeysDialog(desk.title if desk else "", desk.key_group if desk else "", self._window)
        answer = dialog.exec()
        dialog.deleteLater()
        if answer == KeysDialog.CHANGE:
            self.change_keys()

    def change_keys(self) -> None:
        """Let other keys be chosen, which are in force at once and remembered on this machine."""
        from framework_qda.ui.keys_dialog import ChangeKeysDialog
        from framework_qda.ui.menu_titles import menu_letters

        keymap = current_keymap()
        dialog = ChangeKeysDialog(keymap.chosen, menu_letters(), self._window)
        if dialog.exec() == ChangeKeysDialog.DialogCode.Accepted:
            self._window.settings.keys = dialog.chosen()
            keymap.choose(dialog.chosen())
        dialog.deleteLater()

    def guide(self) -> None:
        """Show the user guide beside the work."""
        page = find_guide()
        if page is None:
            self._window.tell_error("The user guide was not installed with this copy of the program.")
            return
        from framework_qda.ui.guide_window import GuideWindow

        guide = self._window.findChild(GuideWindow) or GuideWindow(page, self._window)
        guide.show()
        guide.raise_()
        guide.activateWindow()

    def about(self) -> None:
        """Show what this program is."""
        from framework_qda.ui.help_dialogs import AboutDialog

        dialog = AboutDialog(self._window)
        dialog.exec()
        dialog.deleteLater()
