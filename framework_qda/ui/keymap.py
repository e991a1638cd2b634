"""The keys that the user of this machine has chosen instead of those of the table.

They belong to the application, as its palette does, so that nothing has to be handed around.
"""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal


class Keymap(QObject):
    """The chosen keys: the id of a command -> its key, empty for none. Commands that keep theirs are left out."""

    changed = Signal()

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self.chosen: Mapping[str, str] = {}

    def choose(self, chosen: Mapping[str, str]) -> None:
        """Put other keys into force; menus and hints follow at once."""
        if dict(chosen) != dict(self.chosen):
            self.chosen = dict(chosen)
            self.changed.emit()


def current_keymap() -> Keymap:
    """Return the keymap of the application, which there has to be."""
    app = QCoreApplication.instance()
    assert app is not None
    return _keymap_of(app) or Keymap(app)


def chosen_keys() -> Mapping[str, str]:
    """Return the keys chosen on this machine; none where no application runs."""
    app = QCoreApplication.instance()
    keymap = _keymap_of(app) if app is not None else None
    return keymap.chosen if keymap is not None else {}


def _keymap_of(app: QCoreApplication) -> Keymap | None:
    return app.findChild(Keymap, options=Qt.FindChildOption.FindDirectChildrenOnly)
