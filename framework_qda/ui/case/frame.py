"""The frame of the Case desk: its title line, the table, and at the side the synopsis above the evidence."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from framework_qda.ui.case.actions import CaseActions
from framework_qda.ui.case.title import CaseTitle
from framework_qda.ui.case.view import CaseView
from framework_qda.ui.desk import Desk
from framework_qda.ui.widgets.comments_panel import HEIGHT_OF_COMMENTS, CommentsPanel
from framework_qda.ui.widgets.evidence_panel import EvidencePanel
from framework_qda.ui.widgets.notice_page import Notice, NoticePage
from framework_qda.ui.widgets.side_panels import SidePanels
from framework_qda.ui.widgets.synthesis_panel import SynthesisPanel

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
        self.comments = CommentsPanel(self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.view)
        self.pages.addWidget(self.notice)
        self.panels = SidePanels(self.pages, "Table", self, room=ROOM_FOR_SIDE, ems=SIDE_EMS)
        actions = self.actions_of_desk.by_name
        editor, passages = self.synopsis.editor, self.evidence.passages
        self.panels.add("synopsis", self.synopsis, editor, actions["case.synopsis"], is_at_hand=True)
        self.panels.add("evidence", self.evidence, passages, actions["case.evidence"])
        field, least = self.comments.field, HEIGHT_OF_COMMENTS
        self.panels.add("comments", self.comments, field, actions["case.comments"], least=least)
        self.has_synopsis = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.panels, 1)
        self.home = self.view

    def go_home(self) -> None:
        """Bring the keyboard to the table, or to what is shown in its place."""
        self.panels.show_main()
        self.setFocus()

    def show_page(self, page: QWidget) -> None:
        """Show a page in place of the table; nothing stands beside it."""
        self.pages.setCurrentWidget(page)
        self.home = page
        self._offer_panels()

    def show_notice(self, notice: Notice | None) -> None:
        """Show a notice in place of the table, or the table."""
        if notice is not None:
            self.notice.show_notice(notice)
        self.pages.setCurrentWidget(self.view if notice is None else self.notice)
        self.home = self.view if notice is None else self.notice.button
        self._offer_panels()

    def show_synopsis_of(self, case_study_id: str) -> bool:
        """Show the synopsis of a case study, or none; say whether the one before could be written."""
        if not self.synopsis.show_subject("case_study" if case_study_id else "", case_study_id):
            return False
        self.has_synopsis = bool(case_study_id)
        self._offer_panels()
        return True

    @property
    def is_table_shown(self) -> bool:
        """Whether the table is shown, not something in its place."""
        return self.pages.currentWidget() is self.view

    def _offer_panels(self) -> None:
        page = self.pages.currentWidget()
        self.panels.offer("synopsis", is_offered=self.has_synopsis and page in (self.view, self.notice))
        for name in ("evidence", "comments"):
            self.panels.offer(name, is_offered=page is self.view)
