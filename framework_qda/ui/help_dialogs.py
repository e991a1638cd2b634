"""Help: the keys of a desk, and what this program is."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget

from framework_qda.ui.errors_dialog import describe_versions
from framework_qda.ui.keys import COMMANDS, commands_of, key_text
from framework_qda.ui.style import em
from framework_qda.ui.widgets.dialogs import PlainDialog
from framework_qda.ui.widgets.labels import plain_label, wrapped_label


class KeysDialog(PlainDialog):
    """The commands of a desk with their keys, then those that work everywhere; the result may be `CHANGE`."""

    CHANGE = 2

    def __init__(self, desk_title: str, key_group: str, parent: QWidget | None = None) -> None:
        super().__init__(f"Keys of {desk_title}" if desk_title else "Keys", parent=parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Find a command or a key")
        self.search.setAccessibleName("Find a command or a key")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.none_found = plain_label("No command and no key is called so.", "soft")
        self.none_found.hide()
        self._rows: dict[QLabel, list[tuple[str, tuple[QLabel, QLabel]]]] = {}
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(self.windowTitle())
        beside = "comments" if f"{key_group}.comment" in COMMANDS else ""
        groups = ((desk_title, key_group), ("In the comments", beside), ("Everywhere", "window"))
        area.setWidget(self._build_page(groups))
        for part in (self.search, self.none_found, area):
            self.body.addWidget(part)
        change = QPushButton(COMMANDS["window.change_keys"].words)
        change.clicked.connect(lambda: self.done(self.CHANGE))
        self.buttons.addButton(change, self.buttons.ButtonRole.ActionRole)
        self.resize(em(self, 36), em(self, 40))
        self.search.setFocus()

    def _build_page(self, groups: Iterable[tuple[str, str]]) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setColumnStretch(0, 1)
        grid.setHorizontalSpacing(em(self, 2))
        for title, group in groups:
            commands = commands_of(group) if group else {}
            heading = plain_label(title, "heading")
            self._rows[heading] = []
            grid.addWidget(heading, grid.rowCount(), 0)
            heading.setVisible(bool(commands))
            for command_id, command in commands.items():
                key = key_text(command_id)
                if key:
                    pair = plain_label(command.words.rstrip("…")), plain_label(key, "soft")
                    place = grid.rowCount()
                    grid.addWidget(pair[0], place, 0)
                    grid.addWidget(pair[1], place, 1, Qt.AlignmentFlag.AlignRight)
                    self._rows[heading].append((f"{command.words} {command.tip} {key}".casefold(), pair))
        grid.setRowStretch(grid.rowCount(), 1)
        return page

    def _filter(self, typed: str) -> None:
        """Show the commands that have all words that are typed in their words, their tip or their key."""
        words = typed.casefold().split()
        found = 0
        for heading, rows in self._rows.items():
            here = 0
            for text, pair in rows:
                is_meant = all(word in text for word in words)
                here += is_meant
                for label in pair:
                    label.setVisible(is_meant)
            heading.setVisible(here > 0)
            found += here
        self.none_found.setVisible(not found)


class AboutDialog(PlainDialog):
    """Name, versions, licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "Framework QDA",
            "A desktop workbench for Framework analysis: interviews charted into thematic matrices, every summary "
            "resting on what somebody said.",
            parent=parent,
        )
        versions = wrapped_label(describe_versions())
        versions.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(versions)
        self.body.addWidget(
            wrapped_label(
                "Free software under the MIT licence. It keeps everything on this computer and talks to no server. "
                "Icons: Phosphor (MIT).",
                "soft",
            )
        )
        copy = QPushButton("Copy versions")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(describe_versions()))
        self.buttons.addButton(copy, self.buttons.ButtonRole.ActionRole)
