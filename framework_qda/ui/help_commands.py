"""What the Help menu does. Dialogs are imported when they are shown: the window opens without waiting for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

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
        dialog.exec()
        dialog.deleteLater()

    def guide(self) -> None:
        """Open the user guide in whatever this machine reads such files with."""
        guide = find_guide()
        if guide is None:
            self._window.tell_error("The user guide was not installed with this copy of the program.")
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(guide)))

    def about(self) -> None:
        """Show what this program is."""
        from framework_qda.ui.help_dialogs import AboutDialog

        dialog = AboutDialog(self._window)
        dialog.exec()
        dialog.deleteLater()
