"""The history of a cell: its versions, how each differs, and the way back to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from framework_qda.matrix.telling import tell_change
from framework_qda.model import CellState
from framework_qda.text.worddiff import diff_statements
from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.analyst_chip import analyst_icon, analyst_icon_size
from framework_qda.ui.widgets.dialogs import PlainDialog
from framework_qda.ui.widgets.diff_view import DiffView, state_words
from framework_qda.ui.widgets.labels import wrapped_label
from framework_qda.ui.words import lower_first

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from framework_qda.ui.chart.versions import CellVersion

BEFORE = "What this version changed"
NOW = "What has changed since"
WORDS = "Every version of this cell, the newest first. Going back to one is a change like any other: it can be undone."


class VersionsDialog(PlainDialog):
    """Show the versions of a cell (`I02 2.3`). It is accepted where `chosen()` shall stand again."""

    def __init__(
        self,
        place: str,
        versions: Sequence[CellVersion],
        labels: Mapping[str, str],
        parent: QWidget | None = None,
        *,
        can_restore: bool = True,
    ) -> None:
        super().__init__(f"History of {place}", WORDS, "Restore this version", parent)
        self.setWindowTitle("History of the cell")
        self._versions = tuple(reversed(versions))
        self._labels = labels
        self._can_restore = can_restore
        self.list = QListWidget()
        self.list.setAccessibleName("Versions")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(em(self, 0.15))
        set_role(self.list, "framed")
        size = analyst_icon_size(self.list.font(), [version.who for version in self._versions])
        self.list.setIconSize(size)
        for version, before in zip(self._versions, (*self._versions[1:], None), strict=True):
            picture = analyst_icon(version.who, self.list.font(), size)
            self.list.addItem(QListWidgetItem(picture, _words(version, before, place)))
        self.against = QComboBox()
        self.against.addItems([BEFORE, NOW])
        self.against.setAccessibleName("Compare with")
        self.against.setAccessibleDescription("Compare with")  # the name of a list is what is chosen on some desktops
        self.view = DiffView()
        self.state = wrapped_label("", "small")
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.against.currentIndexChanged.connect(lambda _place: self._show())
        self._build()
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def chosen(self) -> CellVersion:
        """Return the version that is shown."""
        return self._versions[max(0, self.list.currentRow())]

    def _build(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(em(self, 0.4), 0, 0, 0)
        column.addWidget(self.against)
        column.addWidget(self.view, 1)
        column.addWidget(self.state)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(right)
        split.setSizes([em(self, 17), em(self, 37)])
        split.setStretchFactor(1, 1)
        self.body.addWidget(split, 1)
        close = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        close.setText("Close")
        # Enter in a list of old versions must not write one of them.
        if isinstance(close, QPushButton):
            close.setDefault(True)
        room = self.screen().availableSize()
        self.resize(min(em(self, 58), room.width()), min(em(self, 38), room.height()))

    def _show(self) -> None:
        row = max(0, self.list.currentRow())
        shown, newest = self._versions[row], self._versions[0]
        before = self._versions[row + 1] if row + 1 < len(self._versions) else None
        if self.against.currentText() == NOW:
            old, new, was, now = shown.content, newest.content, shown.state, newest.state
        else:
            old, new = before.content if before else (), shown.content
            was, now = before.state if before else "", shown.state
        self.view.show_statements(diff_statements(old, new), self._labels)
        self.state.setText(state_words(was, now))
        is_other = (shown.content, shown.state) != (newest.content, newest.state)
        self.accept_button.setEnabled(self._can_restore and is_other)


def _words(version: CellVersion, before: CellVersion | None, place: str) -> str:
    """Name a version by who made it and what became of the cell."""
    what = lower_first(version.what).removesuffix(place).strip().removesuffix(" of").removesuffix(" to")
    content, state = (before.content, before.state) if before else ((), str(CellState.NOT_CHARTED))
    change = tell_change(content, version.content, state, version.state)
    return f"{version.number}   {version.when}\n{version.who.name} · {what}: {change}"
