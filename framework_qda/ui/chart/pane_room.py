"""How notes, cell and comments share the room: beside each other, or one instead of the other with tabs at the edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.edge_tab import EdgeTab

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QResizeEvent

    from framework_qda.ui.chart.cell_pane import CellPane
    from framework_qda.ui.chart.notes_pane import NotesPane
    from framework_qda.ui.widgets.comments_panel import CommentsPanel

ROOM_FOR_TWO = 42
"""In em: in a narrower desk notes and comments are shown instead of the cell, and only when asked for."""
ROOM_FOR_THREE = 72
"""In em: in a narrower desk the notes make room for the comments."""


class PaneRoom(QWidget):
    """Hold the three panes. The cell is what somebody works in: it is folded only while another was asked for."""

    def __init__(self, notes: NotesPane, cell: CellPane, comments: CommentsPanel) -> None:
        super().__init__()
        self._notes, self._cell, self._comments = notes, cell, comments
        self._is_notes_folded = self._is_notes_over = False
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.cell_area = QScrollArea()
        self._notes_tab, self._cell_tab = EdgeTab("Notes"), EdgeTab("Cell")
        self._edge = QFrame()
        self._build()
        comments.hide()
        notes.wanted.connect(self.show_notes)
        self._notes_tab.clicked.connect(lambda _checked=False: self.fold_notes())
        self._cell_tab.clicked.connect(lambda _checked=False: self.focus_cell())

    def _build(self) -> None:
        area = self.cell_area
        area.setWidget(self._cell)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.splitter.setHandleWidth(max(1, em(self, 0.1)))
        self.splitter.setChildrenCollapsible(False)
        for place, (pane, stretch) in enumerate(((self._notes, 9), (area, 11), (self._comments, 0))):
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(place, stretch)
        self.splitter.setSizes([550, 770, em(self, 20)])
        set_role(self._edge, "edge")
        tabs = QVBoxLayout(self._edge)
        tabs.setContentsMargins(0, 0, 1, 0)
        tabs.setSpacing(1)
        tabs.addWidget(self._notes_tab)
        tabs.addWidget(self._cell_tab)
        tabs.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._edge)
        row.addWidget(self.splitter, 1)

    # -- what is shown

    def focus_cell(self) -> None:
        """Bring the keyboard to the cell, which is seen then."""
        if self.cell_area.isHidden():
            self._is_notes_over = False
            self._comments.hide()
            self._place()
        self._cell.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def are_notes_at_hand(self) -> bool:
        """Say whether the notes can be gone to: not where somebody has folded them away."""
        return not self._notes.isHidden() or self._has_room_for_one()

    def focus_notes(self) -> None:
        """Bring the keyboard to the notes, which are seen then."""
        self.show_notes()
        self._notes.home().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def fold_notes(self) -> None:
        """Fold the notes away, or show them again."""
        if self._notes.isHidden():
            self.show_notes()
            return
        focus = QApplication.focusWidget()
        if self._is_notes_over or (focus is not None and self._notes.isAncestorOf(focus)):
            self.focus_cell()
        if not self._has_room_for_one():
            self._is_notes_folded = True
        self._place()

    def show_notes(self) -> None:
        """Show the notes, instead of the cell where there is no room for both."""
        if not self._notes.isHidden():
            return
        if self._has_room_for_one():
            self._is_notes_over = True
        else:
            self._is_notes_folded = False
        if self._is_narrow():
            self._comments.hide()
        self._place()
        if self._is_notes_over:
            self._notes.home().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_comments(self, *, is_shown: bool) -> None:
        """Show or hide what is said of the cell; in a narrow window the notes make room for it."""
        self._comments.setVisible(is_shown)
        self._place()

    def _is_narrow(self) -> bool:
        return self.width() < em(self, ROOM_FOR_THREE)

    def _has_room_for_one(self) -> bool:
        return self.width() < em(self, ROOM_FOR_TWO)

    def _place(self) -> None:
        is_crowded = self._is_narrow() and not self._comments.isHidden()
        has_room_for_one = self._has_room_for_one()
        self._is_notes_over = self._is_notes_over and has_room_for_one and not is_crowded
        is_folded = not self._is_notes_over if has_room_for_one else self._is_notes_folded
        is_cell_shown = not (self._is_notes_over or (has_room_for_one and is_crowded))
        self._notes.setVisible(not (is_folded or is_crowded))
        self.cell_area.setVisible(is_cell_shown)
        self._notes_tab.setChecked(self._is_notes_over)
        self._cell_tab.setVisible(not is_cell_shown)
        self._edge.setVisible(self._notes.isHidden() or not is_cell_shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._place()

    # -- what is remembered

    def folded(self) -> list[str]:
        """Return what is folded away: `notes`, `neighbours`."""
        parts = {"notes": self._is_notes_folded, "neighbours": self._cell.neighbours.isHidden()}
        return [name for name, is_folded in parts.items() if is_folded]

    def opened(self) -> list[str]:
        """Return what is shown only when asked for: `comments`."""
        return [] if self._comments.isHidden() else ["comments"]

    def fold(self, names: Collection[str]) -> None:
        """Fold away what is named and nothing else."""
        self._is_notes_folded = "notes" in names
        self._place()
        self._cell.neighbours.setVisible("neighbours" not in names)

    def layout_state(self) -> QByteArray:
        """Return how the panes are parted."""
        return self.splitter.saveState()

    def restore_layout(self, state: QByteArray) -> None:
        """Part the panes as they were."""
        if not state.isEmpty():
            self.splitter.restoreState(state)
