"""Help: the keys of a desk, and what this program is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QPushButton, QScrollArea, QWidget

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
        page = QWidget()
        grid = QGridLayout(page)
        grid.setColumnStretch(0, 1)
        grid.setHorizontalSpacing(em(self, 2))
        row = 0
        for heading, group in ((desk_title, key_group), ("Everywhere", "window")):
            if not group:
                continue
            grid.addWidget(plain_label(heading, "heading"), row, 0)
            row += 1
            for command_id, command in commands_of(group).items():
                if key_text(command_id):
                    grid.addWidget(plain_label(command.words.rstrip("…")), row, 0)
                    grid.addWidget(plain_label(key_text(command_id), "soft"), row, 1, Qt.AlignmentFlag.AlignRight)
                    row += 1
        grid.setRowStretch(row, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(self.windowTitle())
        area.setWidget(page)
        self.body.addWidget(area)
        change = QPushButton(COMMANDS["window.change_keys"].words)
        change.clicked.connect(lambda: self.done(self.CHANGE))
        self.buttons.addButton(change, self.buttons.ButtonRole.ActionRole)
        self.resize(em(self, 36), em(self, 40))


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
