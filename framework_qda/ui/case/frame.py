"""The frame of the Case desk: its title line, the table, and at the side the synopsis above the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from framework_qda.ui.case.actions import CaseActions
from framework_qda.ui.case.title import CaseTitle
from framework_qda.ui.case.view import CaseView
from framework_qda.ui.desk import Desk
from framework_qda.ui.style import em
from framework_qda.ui.widgets.evidence_panel import EvidencePanel
from framework_qda.ui.widgets.notice_page import Notice, NoticePage
from framework_qda.ui.widgets.synthesis_panel import SynthesisPanel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

SIDE_EMS = 21
ROOM_FOR_SIDE = 66
"""In em: in a narrower desk the synopsis is shown only when asked for."""


class CaseFrame(Desk):
    """Hold the widgets of the desk in their places."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = CaseView(self)
        self.actions_of_desk = CaseActions(self, self.view)
        self.bar = CaseTitle(self.actions_of_desk.by_name, self)
        self.notice = NoticePage(self)
        self.synopsis = SynthesisPanel("case.link", self)
        self.evidence = EvidencePanel(self)
        self.pages = QStackedWidget(self)
        self.side = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._is_synopsis_wanted: bool | None = None  # nobody has said: where there is room
        self._is_evidence_wanted = False
        self.has_synopsis = False
        self._arrange()
        self.home = self.view

    def _arrange(self) -> None:
        self.pages.addWidget(self.view)
        self.pages.addWidget(self.notice)
        self.side.addWidget(self.synopsis)
        self.side.addWidget(self.evidence)
        self.side.setChildrenCollapsible(False)
        self.side.setStretchFactor(0, 1)
        self.side.setStretchFactor(1, 1)
        self.splitter.addWidget(self.pages)
        self.splitter.addWidget(self.side)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setCollapsible(0, False)
        self.splitter.setSizes([em(self, 70), em(self, SIDE_EMS)])
        for splitter in (self.side, self.splitter):
            splitter.setHandleWidth(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.splitter, 1)

    def show_page(self, page: QWidget) -> None:
        """Show a page in place of the table; nothing stands beside it."""
        self.pages.setCurrentWidget(page)
        self.home = page
        self.side.hide()

    def show_notice(self, notice: Notice | None) -> None:
        """Show a notice in place of the table, or the table."""
        if notice is not None:
            self.notice.show_notice(notice)
        self.pages.setCurrentWidget(self.view if notice is None else self.notice)
        self.home = self.view if notice is None else self.notice.button
        self._show_side()

    def show_synopsis_of(self, case_study_id: str) -> bool:
        """Show the synopsis of a case study, or none; say whether the one before could be written."""
        if not self.synopsis.show_subject("case_study" if case_study_id else "", case_study_id):
            return False
        self.has_synopsis = bool(case_study_id)
        self._show_side()
        return True

    def toggle_synopsis(self) -> None:
        """Show or hide the synopsis."""
        self._is_synopsis_wanted = self.synopsis.isHidden()
        self._show_side()

    def toggle_evidence(self) -> None:
        """Show or hide the evidence."""
        self._is_evidence_wanted = not self._is_evidence_wanted
        self._show_side()

    @property
    def is_evidence_shown(self) -> bool:
        """Whether the evidence stands beside the table."""
        return not self.evidence.isHidden()

    def _show_side(self) -> None:
        if self.pages.currentWidget() not in (self.view, self.notice):
            return
        is_wanted = self._is_synopsis_wanted
        if is_wanted is None:
            is_wanted = self.width() >= em(self, ROOM_FOR_SIDE)
        self.synopsis.setVisible(is_wanted and self.has_synopsis)
        self.evidence.setVisible(self._is_evidence_wanted and self.pages.currentWidget() is self.view)
        self.side.setVisible(not self.synopsis.isHidden() or not self.evidence.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a narrow window to the table."""
        super().resizeEvent(event)
        self._show_side()
