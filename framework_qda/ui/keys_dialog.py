"""Choose other keys: every command by desk with a field for its key."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QKeySequenceEdit, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget

from framework_qda.ui.desks import RAIL
from framework_qda.ui.key_rules import in_force, portable, why_refused
from framework_qda.ui.keys import Command, commands_of, default_keys, native_text
from framework_qda.ui.style import em
from framework_qda.ui.widgets.dialogs import PlainDialog
from framework_qda.ui.widgets.labels import plain_label

GROUPS = {"window": "Everywhere"} | {entry.name: entry.words for entry in RAIL} | {"comments": "Comments"}


class KeyEdit(QKeySequenceEdit):
    """A field that takes the next key pressed. Backspace empties it; Tab, Enter and Escape are the dialog's."""

    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximumSequenceLength(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a key, but for those that a dialog needs."""
        Key = Qt.Key
        is_plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if is_plain and event.key() in (Key.Key_Escape, Key.Key_Return, Key.Key_Enter):
            event.ignore()
        elif is_plain and event.key() in (Key.Key_Backspace, Key.Key_Delete):
            self.clear()
            self.cleared.emit()
        else:
            super().keyPressEvent(event)


class KeyRow:
    """A command with the field of its key and the way back to the table's."""

    def __init__(self, command_id: str, command: Command, group: str, page: QWidget) -> None:
        self.command_id = command_id
        self.words = command.words.rstrip("…")
        self.label = plain_label(self.words, parent=page)
        self.edit = KeyEdit(page)
        self.edit.setAccessibleName(f"Key of “{self.words}”, {group}")
        self.back = QPushButton("Default", page)
        self.back.setAccessibleName(f"Default key of “{self.words}”, {group}")
        default = native_text(next(iter(default_keys(command_id)), ""))
        self.back.setToolTip(f"Back to {default}" if default else "Back to no key")
        self.label.setBuddy(self.edit)

    def show_keys(self, keys: tuple[str, ...]) -> None:
        """Show the first of the keys."""
        self.edit.setKeySequence(QKeySequence(next(iter(keys), "")))
        self.edit.setAccessibleDescription(native_text(next(iter(keys), "")) or "no key")
        self.back.setEnabled(keys != default_keys(self.command_id))

    def filter(self, text: str) -> None:
        """Show the row if a text is in its words or its key."""
        shown = f"{self.words} {self.edit.keySequence().toString(QKeySequence.SequenceFormat.NativeText)}"
        for part in (self.label, self.edit, self.back):
            part.setVisible(text in shown.casefold())


class ChangeKeysDialog(PlainDialog):
    """Choose keys; `chosen()` returns those that differ from the table's."""

    def __init__(self, chosen: Mapping[str, str], letters: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(
            "Change keys",
            "Go to a field and press the key that its command shall have. Backspace takes the key away.",
            "Keep these keys",
            parent,
        )
        self._letters = letters
        self.keys = in_force(chosen)
        self.rows: dict[str, KeyRow] = {}
        self._headings: dict[str, QLabel] = {}
        self.search = QLineEdit()
        self.search.setPlaceholderText("Find a command or a key")
        self.search.setAccessibleName("Find a command or a key")
        self.search.textChanged.connect(self._filter)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._build_page())
        self.body.addWidget(self.search)
        self.body.addWidget(area, 1)
        all_back = QPushButton("All defaults")
        all_back.clicked.connect(self.restore_all)
        self.buttons.addButton(all_back, self.buttons.ButtonRole.ResetRole)
        self._show_keys()
        self.resize(em(self, 44), em(self, 46))

    def chosen(self) -> dict[str, str]:
        """Return the keys that differ from the table's: the id of a command -> its key, empty for none."""
        return {
            command_id: next(iter(keys), "")
            for command_id, keys in self.keys.items()
            if keys != default_keys(command_id)
        }

    def take(self, command_id: str) -> None:
        """Take the key that stands in the field of a command, or say why it cannot be and show the former one."""
        key = portable(self.rows[command_id].edit.keySequence())
        if key != portable(next(iter(self.keys[command_id]), "")):
            self._give(command_id, default_keys(command_id) if key in default_keys(command_id)[:1] else (key,))

    def restore(self, command_id: str) -> None:
        """Give a command its key of the table again, if no other has taken it."""
        self._give(command_id, default_keys(command_id))

    def restore_all(self) -> None:
        """Give every command its key of the table again."""
        self.keys = in_force({})
        self.tell_problem("")
        self._show_keys()

    def _give(self, command_id: str, keys: tuple[str, ...]) -> None:
        keys = tuple(key for key in keys if key)
        reasons = [why_refused(command_id, key, self.keys, self._letters) for key in keys]
        reason = next(filter(None, reasons), "")
        self.tell_problem(reason)
        if not reason:
            self.keys[command_id] = keys
        self.rows[command_id].show_keys(self.keys[command_id])

    def _build_page(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setColumnStretch(0, 1)
        grid.setContentsMargins(em(self, 0.2), 0, em(self, 0.8), 0)
        for group, title in GROUPS.items():
            self._headings[group] = plain_label(title, "heading")
            grid.addWidget(self._headings[group], grid.rowCount(), 0)
            for command_id, command in commands_of(group).items():
                self._add_row(grid, KeyRow(command_id, command, title, page))
        grid.setRowStretch(grid.rowCount(), 1)
        return page

    def _add_row(self, grid: QGridLayout, row: KeyRow) -> None:
        place = grid.rowCount()
        for column, part in enumerate((row.label, row.edit, row.back)):
            grid.addWidget(part, place, column)
        row.edit.editingFinished.connect(lambda: self.take(row.command_id))
        row.edit.cleared.connect(lambda: self.take(row.command_id))
        row.back.clicked.connect(lambda: self.restore(row.command_id))
        self.rows[row.command_id] = row

    def _show_keys(self) -> None:
        for command_id, row in self.rows.items():
            row.show_keys(self.keys[command_id])

    def _filter(self, text: str) -> None:
        for row in self.rows.values():
            row.filter(text.strip().casefold())
        for heading in self._headings.values():
            heading.setVisible(not text.strip())
