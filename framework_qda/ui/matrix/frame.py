"""The frame of the Matrix desk: tabs above, the line of the filter, the grid, the evidence beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from framework_qda.ui.desk import Desk
from framework_qda.ui.matrix.filter_bar import FilterBar
from framework_qda.ui.matrix.theme_tabs import ThemeTabs
from framework_qda.ui.matrix.view import MatrixView
from framework_qda.ui.style import em, icon, set_role
from framework_qda.ui.widgets.comments_panel import HEIGHT_OF_COMMENTS, CommentsPanel
from framework_qda.ui.widgets.evidence_panel import EvidencePanel
from framework_qda.ui.widgets.notice_page import Notice, NoticePage
from framework_qda.ui.widgets.side_panels import SidePanels

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QResizeEvent

    from framework_qda.ui.printing.printout import Printout

PANEL_EMS = 21
ROOM_FOR_PANEL = 60
"""In em: in a narrower desk the evidence is shown only when asked for."""
ROOM_FOR_BARS = (40, 30)
"""Width and height in em: in a smaller desk both bars fold into one."""


class MatrixFrame(Desk):
    """Hold the widgets of the desk in their places."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = ThemeTabs(self)
        self.zoom_button = QToolButton(self)
        self.view_button = QToolButton(self)
        self.filter_bar = FilterBar(self)
        self.view = MatrixView(self)
        self.notice = NoticePage(self)
        self.panel = EvidencePanel(self)
        self.comments = CommentsPanel(self)
        self._bar = QFrame(self)
        set_role(self._bar, "bar")
        self._pages = QStackedWidget(self)
        self._is_folded = self._has_rows = False
        self.panels = SidePanels(self._pages, "Matrix", self, room=ROOM_FOR_PANEL, ems=PANEL_EMS)
        self._arrange()
        self._fit()
        self.home = self.view
        self.view.zoom.changed.connect(self._show_zoom)
        self.zoom_button.setAccessibleName("Size of the grid: back to 100 %")
        self.zoom_button.setToolTip("Size of the grid (Ctrl and the wheel); a click goes back to 100 %")
        self.zoom_button.clicked.connect(lambda: self.view.zoom.set(100))
        self._show_zoom(self.view.zoom.value)
        self.view_button.setText("View")
        self.view_button.setToolTip("How the matrix is shown")
        self.view_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.view_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _arrange(self) -> None:
        row = QHBoxLayout(self._bar)
        row.addWidget(self.tabs, 1)
        row.addWidget(self.zoom_button)
        row.addWidget(self.view_button)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self.filter_bar)
        column.addWidget(self.panels, 1)

    def _fit(self) -> None:
        side, pad = em(self, 0.75), em(self, 0.15 if self._is_folded else 0.4)
        layout = self._bar.layout()
        if layout is not None:
            layout.setContentsMargins(side, pad, side, pad)
            layout.setSpacing(em(self, 0.8))
        self.view_button.setIcon(icon("ph.sliders-horizontal"))
        self.view_button.setIconSize(QSize(em(self, 1.1), em(self, 1.1)))

    def show_page(self, notice: Notice | None) -> None:
        """Show a notice in place of the grid, or the grid."""
        if notice is not None:
            self.notice.show_notice(notice)
        self._pages.setCurrentWidget(self.view if notice is None else self.notice)
        self._bar.setVisible(self.tabs.count() > 0)
        self._show_zoom(self.view.zoom.value)
        self.view_button.setVisible(notice is None or notice.target in ("clear", "columns"))
        self.panels.switch(is_on=notice is None)

    def show_filter_bar(self, *, has_rows: bool) -> None:
        """Show the line of the filter: in a small window only when it has something to say."""
        self._has_rows = has_rows
        self.filter_bar.controls.setVisible(has_rows)
        self.filter_bar.setVisible(has_rows and (not self._is_folded or self.filter_bar.has_something_to_say))

    def _fold(self) -> None:
        """Fold both bars into one where they would leave little room to the grid."""
        width, height = ROOM_FOR_BARS
        is_folded = self.width() < em(self, width) or self.height() < em(self, height)
        if is_folded == self._is_folded:
            return
        self._is_folded = is_folded
        self.filter_bar.fold(is_folded=is_folded)
        row = self._bar.layout()
        if is_folded and isinstance(row, QHBoxLayout):
            row.insertWidget(1, self.filter_bar.controls)
        style = Qt.ToolButtonStyle
        self.view_button.setToolButtonStyle(style.ToolButtonIconOnly if is_folded else style.ToolButtonTextBesideIcon)
        self._show_zoom(self.view.zoom.value)
        self._fit()
        self.show_filter_bar(has_rows=self._has_rows)

    def printout(self) -> Printout | None:
        """Return the matrix as it is shown: its rows, its columns, their order."""
        grid = self.view.grid_model.grid
        if not grid.rows or not grid.columns:
            return None
        from framework_qda.matrix.on_demand import whole_grid
        from framework_qda.ui.matrix.printing import matrix_printout

        return matrix_printout(self.project.read, whole_grid(grid), self.filter_bar.sentence.text())

    def put_panels(self, evidence: QAction, comments: QAction) -> None:
        """Take in what stands beside the grid, each with the command that opens and folds it."""
        self.panels.add("evidence", self.panel, self.panel.passages, evidence, is_at_hand=True)
        self.panels.add("comments", self.comments, self.comments.field, comments, least=HEIGHT_OF_COMMENTS)

    def point_to(self, extract_id: str) -> None:
        """Show a passage in the panel."""
        self.panels.open("evidence")
        self.panel.select_passage(extract_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a narrow window to the grid."""
        super().resizeEvent(event)
        self._fold()

    def _show_zoom(self, zoom: int) -> None:
        self.zoom_button.setText(f"{zoom} %")
        says_something = zoom != 100 or not self._is_folded
        self.zoom_button.setVisible(self._pages.currentWidget() is self.view and says_something)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font and the colours of the program."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and hasattr(self, "_pages"):
            self._fold()
            self._fit()
